"""Lists in the facts of one record or many (holders, tasks, sources), read and changed item by item.

Of several records the items are shown that all of them have; a change of one changes it in each.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

Item = Any
"""A frozen record of `editor.model.records`: Tenure, Task, Source, SourceDocument."""
Lists = Sequence[tuple[Item, ...]]


def shared(lists: Lists) -> tuple[Item, ...]:
    """The items that all the lists have, as often as all have them, in the order of the first."""
    if not lists or not all(lists):  # of thousands of records some have nothing at all
        return ()
    left = [Counter(each) for each in lists[1:]]
    found = []
    for item in lists[0]:
        if all(counter[item] for counter in left):
            found.append(item)
            for counter in left:
                counter[item] -= 1
    return tuple(found)


def place_of(items: tuple[Item, ...], found: tuple[Item, ...], index: int) -> int:
    """Where a shared item stands in one of the lists: the same occurrence of it, counted from the first."""
    before = found[:index].count(found[index])
    places = [place for place, item in enumerate(items) if item == found[index]]
    return places[before]


class Items:
    """reads: the list of each record.  writes: puts other lists in their places, as one step.

    field: the name of the whole, under which its steps are known ("tenures").
    """

    def __init__(self, field: str, reads: Callable[[], Lists], writes: Callable[[str, str, Lists], object]) -> None:
        self.field = field
        self._reads = reads
        self._writes = writes

    def shown(self) -> tuple[Item, ...]:
        return shared(self._reads())

    @property
    def are_mixed(self) -> bool:
        """Whether some record has an item that others don't have."""
        lists = self._reads()
        count = len(shared(lists))
        return any(len(each) != count for each in lists)

    def change(self, index: int, part: str, **fields: object) -> None:
        """Change fields of an item; `part` names what is changed, and typing in it is one step."""
        found = self.shown()
        item = msgspec.structs.replace(found[index], **fields)
        lists = self._reads()
        places = [place_of(each, found, index) for each in lists]
        new = [(*each[:at], item, *each[at + 1 :]) for each, at in zip(lists, places, strict=True)]
        self._writes(part, f"{self.field}:{index}:{part}", new)

    def add(self, item: Item) -> None:
        self._writes(f"add_{self.field}", "", [(*each, item) for each in self._reads()])

    def remove(self, index: int) -> None:
        found, lists = self.shown(), self._reads()
        places = [place_of(each, found, index) for each in lists]
        new = [(*each[:at], *each[at + 1 :]) for each, at in zip(lists, places, strict=True)]
        self._writes(f"remove_{self.field}", "", new)

    def inside(self, index: int, field: str) -> "Items":
        """The items inside an item: the sources of a holder."""

        def reads() -> Lists:
            found = self.shown()
            return [getattr(found[index], field)] if index < len(found) else []

        def writes(part: str, key: str, lists: Lists) -> None:
            found, all_lists = self.shown(), self._reads()
            item = msgspec.structs.replace(found[index], **{field: lists[0]})
            places = [place_of(each, found, index) for each in all_lists]
            new = [(*each[:at], item, *each[at + 1 :]) for each, at in zip(all_lists, places, strict=True)]
            self._writes(part, f"{self.field}:{index}:{key}" if key else "", new)

        return Items(field, reads, writes)
