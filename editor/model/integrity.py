"""What must hold in every document between two transactions, and what follows from a change so that it does."""

from collections.abc import Mapping
from typing import Protocol

from editor.geometry import is_sane
from editor.model.changes import ChangeSet, between
from editor.model.indexes import Indexes
from editor.model.records import Edge, Node, Record


class Content(Protocol):
    """What is asked of a document to tell whether it is whole."""

    @property
    def nodes(self) -> Mapping[str, Node]: ...

    @property
    def indexes(self) -> Indexes: ...

    def record(self, id: str) -> Record | None: ...


class IntegrityError(ValueError):
    """A transaction would have left a document that cannot be: an edge to nowhere, a group inside itself."""


def completed(document: Content, change: ChangeSet) -> ChangeSet:
    """What must be removed as well after `change`: the insides of removed groups, the edges of removed nodes.

    Raises IntegrityError for what has no such remedy: an edge or a member added to a node that does not exist, a
    group that holds itself.
    """
    doomed = _left_hanging(document, change)
    gone = {id: document.record(id) for id in doomed}
    completion = between(gone, dict.fromkeys(gone))
    for record in (*change.added.values(), *(after for _, after in change.updated.values())):
        if record.id not in doomed:
            _check(document, record)
    return completion


def check_place(record: Record) -> None:
    """Raise IntegrityError for a box that is in no drawing; checked before it is written, as no index could hold it."""
    if isinstance(record, Node) and record.box is not None:
        box = record.box
        if not is_sane(*box) or box.width < 0 or box.height < 0:
            raise IntegrityError(f"the node {record.id!r} can't be placed at {tuple(box)}")


def _left_hanging(document: Content, change: ChangeSet) -> set[str]:
    """The ids of what stood in or hung on removed nodes and still does."""
    doomed: set[str] = set()
    waiting = [id for id, record in change.removed.items() if isinstance(record, Node)]
    while waiting:
        id = waiting.pop()
        doomed.update(document.indexes.edges_at(id))
        members = [member for member in document.indexes.members(id) if member not in doomed]
        doomed.update(members)
        waiting.extend(members)
    return doomed


def _check(document: Content, record: Record) -> None:
    if isinstance(record, Edge):
        for end in (record.source, record.target):
            if end not in document.nodes:
                raise IntegrityError(f"the edge {record.id!r} leads to {end!r}, which does not exist")
    elif isinstance(record, Node):
        _check_nesting(document, record)


def _check_nesting(document: Content, node: Node) -> None:
    if not node.is_group and any(True for _ in document.indexes.members(node.id)):
        raise IntegrityError(f"the node {node.id!r} holds others but is no group")
    seen = {node.id}
    group = node.group
    while group is not None:
        if group in seen:
            raise IntegrityError(f"the group {group!r} would be inside itself")
        seen.add(group)
        holder = document.nodes.get(group)
        if holder is None:
            raise IntegrityError(f"the node {node.id!r} is in the group {group!r}, which does not exist")
        if not holder.is_group:
            raise IntegrityError(f"the node {group!r} holds others but is no group")
        group = holder.group
