"""A change of a document as one value: what was added, updated and removed."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from editor.model.arrows import point_up
from editor.model.records import Edge, Info, Node, Record


class ChangeSet(msgspec.Struct, frozen=True):
    """Everything one transaction did. An id is in at most one of the three; an update that restores is left out."""

    added: Mapping[str, Record] = {}
    updated: Mapping[str, tuple[Record, Record]] = {}
    removed: Mapping[str, Record] = {}

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    @property
    def ids(self) -> set[str]:
        return {*self.added, *self.updated, *self.removed}

    def reversed(self) -> "ChangeSet":
        """The change that takes this one back."""
        return ChangeSet(
            added=self.removed,
            updated={id: (after, before) for id, (before, after) in self.updated.items()},
            removed=self.added,
        )

    def then(self, later: "ChangeSet") -> "ChangeSet":
        """The single change that has the effect of this one followed by `later`."""
        before = self.before()
        after = self.after()
        for id, record in later.before().items():
            before.setdefault(id, record)
        after.update(later.after())
        return between(before, after)

    def before(self) -> dict[str, Record | None]:
        """Every record concerned as it was; None where there was none."""
        records: dict[str, Record | None] = dict.fromkeys(self.added)
        records.update({id: old for id, (old, _) in self.updated.items()})
        records.update(self.removed)
        return records

    def after(self) -> dict[str, Record | None]:
        """Every record concerned as it is afterwards; None where there is none."""
        return self.reversed().before()

    @property
    def moves_in_tree(self) -> bool:
        """Whether it may matter to who stands under whom."""
        return bool(self.added or self.removed) or any(change_moves(old, new) for old, new in self.updated.values())


def change_moves(old: Record, new: Record) -> bool:
    """Whether an update may matter to who stands under whom."""
    if isinstance(old, Edge) and isinstance(new, Edge):
        return (old.source, old.target, old.kind, old.order) != (new.source, new.target, new.kind, new.order)
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.group, old.order, old.is_group) != (new.group, new.order, new.is_group)
    if isinstance(old, Info) and isinstance(new, Info):
        return point_up(old) != point_up(new)
    return False


def between(before: Mapping[str, Record | None], after: Mapping[str, Record | None]) -> ChangeSet:
    """The change that leads from `before` to `after`, which name the same ids."""
    added: dict[str, Any] = {}
    updated: dict[str, Any] = {}
    removed: dict[str, Any] = {}
    for id, old in before.items():
        new = after[id]
        if old is None:
            if new is not None:
                added[id] = new
        elif new is None:
            removed[id] = old
        elif new is not old and new != old:
            updated[id] = (old, new)
    return ChangeSet(added, updated, removed)


def squashed(changes: Iterable[ChangeSet]) -> ChangeSet:
    """The single change that has the effect of all of them in turn."""
    total = ChangeSet()
    for change in changes:
        total = total.then(change)
    return total
