"""What is asked of a document often and may not be searched for: edges at a node, members of a group, what is where."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from editor.model.changes import ChangeSet
from editor.model.records import Edge, Node, Record
from editor.routing.spatial import SpatialIndex

Key = TypeVar("Key")
NONE: Mapping[str, None] = {}


class Indexes:
    """Kept in step by change sets; equal to what building it anew would give (the property tests hold it to that).

    The sets are dicts with None as value, so that they keep the order in which their members came.
    """

    def __init__(self, nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> None:
        self._incident: dict[str, dict[str, None]] = {}
        self._members: dict[str | None, dict[str, None]] = {}
        self.boxes = SpatialIndex()
        self.collapsed: dict[str, None] = {}
        """The nodes whose branch is collapsed."""
        for node in nodes.values():
            self._learn(node)
        for edge in edges.values():
            self._learn(edge)

    def edges_at(self, node_id: str) -> Iterable[str]:
        """The ids of the edges that begin or end at a node."""
        return self._incident.get(node_id, NONE).keys()

    def edge_count_at(self, node_id: str) -> int:
        return len(self._incident.get(node_id, NONE))

    def members(self, group_id: str | None) -> Iterable[str]:
        """The ids of the nodes directly inside a group; of those at the top for None."""
        return self._members.get(group_id, NONE).keys()

    def forget(self, change: ChangeSet) -> None:
        for record in change.removed.values():
            self._forget(record)
        for before, _ in change.updated.values():
            self._forget(before)

    def learn(self, change: ChangeSet) -> None:
        for record in change.added.values():
            self._learn(record)
        for _, after in change.updated.values():
            self._learn(after)

    def _learn(self, record: Record) -> None:
        """Without a needless dict: a paste or an undo brings twenty thousand records at once."""
        id = record.id
        if isinstance(record, Node):
            _add(self._members, record.group, id)
            if record.collapsed:
                self.collapsed[id] = None
            if record.box is not None:
                self.boxes.put(id, record.box)
        elif isinstance(record, Edge):
            _add(self._incident, record.source, id)
            _add(self._incident, record.target, id)

    def _forget(self, record: Record) -> None:
        if isinstance(record, Node):
            _drop(self._members, record.group, record.id)
            self.boxes.discard(record.id)
            self.collapsed.pop(record.id, None)
        elif isinstance(record, Edge):
            for end in {record.source, record.target}:
                _drop(self._incident, end, record.id)


def _add(index: dict[Key, dict[str, None]], key: Key, member: str) -> None:
    members = index.get(key)
    if members is None:
        index[key] = {member: None}
    else:
        members[member] = None


def _drop(index: dict[Key, dict[str, None]], key: Key, member: str) -> None:
    members = index[key]
    del members[member]
    if not members:
        del index[key]
