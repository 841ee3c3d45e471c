"""How the elements of a file refer to each other: by ids that need not be unique, nor be those of the records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from editor.graphml.baseline import Baseline
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.records import Edge

SetAttribute = Callable[[str, str, str], None]
"""Sets an attribute of a record's element: record id, name, value."""


class FileIds:
    """The id of each record in the file. `set_attribute` gives an element that can't be referred to an id of its own.

    taken: every id that something in the file has or that an edge refers to.
    """

    def __init__(self, document: Document, baseline: Baseline, taken: set[str], set_attribute: SetAttribute) -> None:
        self._document = document
        self._baseline = baseline
        self._taken = set(taken)
        self._set_attribute = set_attribute
        self._given: dict[str, str] = {}

    def of(self, id: str) -> str | None:
        """The id that a record's element has, or gets; None where it has none."""
        if id in self._given:
            return self._given[id]
        baseline = self._baseline
        if id in baseline.nodes or id in baseline.edges:
            return baseline.file_ids.get(id) if id in baseline.made_up else id
        return self._give(id)

    def settle(self, edges: Iterable[tuple[Edge, int]], moved: Iterable[str]) -> None:
        """See to it that edges (with the top graph that each is in) can say where they lead, and that nodes that move
        are not taken for another that has the same id.
        """
        if not self._baseline.made_up:
            return
        twins: dict[str, list[str]] = defaultdict(list)
        for id in self._document.nodes:
            own = self.of(id)
            if own is not None:
                twins[own].append(id)
        for id in moved:
            self._tell_apart(id, twins)
        meanings = self._meanings()
        for edge, graph in edges:
            for id in (edge.source, edge.target):
                own = self.of(id)
                if own is None or (meanings.get((graph, own)) or meanings.get((None, own))) != id:
                    self._tell_apart(id, twins)

    def end(self, id: str) -> str:
        """The id by which an edge refers to a node."""
        own = self.of(id)
        assert own is not None, "edges are settled before they are written"
        return own

    def free(self, id: str) -> str:
        """This id, or one made from it that nothing else in the file has."""
        free = id if id not in self._taken else new_id(f"{id}:", self._taken.__contains__, 2)
        self._taken.add(free)
        return free

    def new(self) -> dict[str, str]:
        """The ids of new elements in the file, each with its record's."""
        baseline = self._baseline
        return {own: id for id, own in self._given.items() if id not in baseline.nodes and id not in baseline.edges}

    def _give(self, id: str) -> str:
        self._given[id] = self.free(id)
        return self._given[id]

    def _tell_apart(self, id: str, twins: Mapping[str, list[str]]) -> None:
        """Where nodes have the same id, those get another that have one made up as records already."""
        own = self.of(id)
        same = [id] if own is None else twins.get(own, [])
        for twin in same if own is None or len(same) > 1 else ():
            if twin in self._baseline.made_up and twin not in self._given:
                self._rename(twin)

    def _rename(self, id: str) -> None:
        """A node gets a new id, and the edges that are there follow."""
        new = self._give(id)
        self._set_attribute(id, "id", new)
        for edge_id in self._document.indexes.edges_at(id):
            before = self._baseline.edges.get(edge_id)
            if before is not None:
                for name in ("source", "target"):
                    if getattr(before, name) == id:
                        self._set_attribute(edge_id, name, new)

    def _meanings(self) -> dict[tuple[int | None, str], str]:
        """The node that an id means for an edge in a top graph: the first in the same graph, else the first (None)."""
        meanings: dict[tuple[int | None, str], str] = {}
        for node in self._document.nodes.values():
            own = self.of(node.id)
            if own is not None:
                meanings.setdefault((node.graph, own), node.id)
                meanings.setdefault((None, own), node.id)
        return meanings
