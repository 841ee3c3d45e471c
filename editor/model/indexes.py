"""What is asked of a document often and may not be searched for: edges at a node, members of a group, what is where."""

from collections.abc import Collection, Iterable, Mapping
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
        self._learn_nodes(nodes.values())
        self._learn_edges(edges.values())

    def edges_at(self, node_id: str) -> Collection[str]:
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
            if isinstance(before, Edge):
                self._forget(before)

    def learn(self, change: ChangeSet) -> None:
        records = [*change.added.values(), *(after for _, after in change.updated.values())]
        self._learn_nodes(change.added.values())
        self._learn_edges([record for record in records if isinstance(record, Edge)])
        for before, after in change.updated.values():
            if isinstance(before, Node) and isinstance(after, Node):
                self._follow(before, after)

    def _follow(self, before: Node, after: Node) -> None:
        """A node that stays: mostly it has moved, and in a drag hundreds do so for every frame."""
        id = after.id
        if before.group != after.group:
            _drop(self._members, before.group, id)
            _add(self._members, after.group, id)
        if before.collapsed != after.collapsed:
            self.collapsed.pop(id, None)
            if after.collapsed:
                self.collapsed[id] = None
        if after.box is None:
            self.boxes.discard(id)
        elif after.box is not before.box:
            self.boxes.put(id, after.box)

    def _learn_nodes(self, records: Iterable[Record]) -> None:
        """Those among the records. Many at a time: a file, a paste or an undo brings twenty thousand at once."""
        boxes = {}
        for node in records:
            if not isinstance(node, Node):
                continue
            id = node.id
            _add(self._members, node.group, id)
            if node.collapsed:
                self.collapsed[id] = None
            if node.box is not None:
                boxes[id] = node.box
        self.boxes.fill(boxes)

    def _learn_edges(self, edges: Iterable[Edge]) -> None:
        incident = self._incident
        for edge in edges:
            _add(incident, edge.source, edge.id)
            _add(incident, edge.target, edge.id)

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
