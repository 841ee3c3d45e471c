"""How the elements of a file refer to each other: by ids that need not be unique, nor be those of the records."""

from collections.abc import Callable

from editor.graphml.baseline import Baseline
from editor.model.document import Document
from editor.model.ids import new_id

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
        self._meanings: dict[tuple[int | None, str], str] | None = None

    def of(self, id: str) -> str | None:
        """The id that a record's element has, or gets; None where it has none."""
        if id in self._given:
            return self._given[id]
        baseline = self._baseline
        if id in baseline.nodes or id in baseline.edges:
            return baseline.file_ids.get(id) if id in baseline.made_up else id
        return self._give(id)

    def end(self, id: str, graph: int) -> str:
        """The id by which an edge in this top graph refers to a node."""
        if not self._baseline.made_up:
            own = self.of(id)
            assert own is not None, "every id is the file's own where none is made up"
            return own
        own = self.of(id)
        if own is not None and self._meaning(own, graph) == id:
            return own
        return self._renamed(id)

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

    def _renamed(self, id: str) -> str:
        """A node that can't be told from another gets a new id, and the edges that are there follow."""
        new = self._give(id)
        self._meanings = None
        self._set_attribute(id, "id", new)
        for edge_id in self._document.indexes.edges_at(id):
            before = self._baseline.edges.get(edge_id)
            if before is not None:
                for name in ("source", "target"):
                    if getattr(before, name) == id:
                        self._set_attribute(edge_id, name, new)
        return new

    def _meaning(self, file_id: str, graph: int) -> str | None:
        """The node that an id means for an edge in a top graph: the first in the same graph, else the first."""
        if self._meanings is None:
            self._meanings = {}
            for node in self._document.nodes.values():
                own = self.of(node.id)
                if own is not None:
                    self._meanings.setdefault((node.graph, own), node.id)
                    self._meanings.setdefault((None, own), node.id)
        return self._meanings.get((graph, file_id)) or self._meanings.get((None, file_id))
