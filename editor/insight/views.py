"""A document as it is on a day: what is there, who holds what, and where each hangs. The ground for comparisons."""

from typing import NamedTuple

from editor.insight.timing import NO, Presence, Span, held, presences
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary


class View(NamedTuple):
    """The nodes and edges by id that are there, surely or possibly.

    parent: the nearest one above that is there.  becoming: every relation by which one thing becomes another, on
    whatever day.  known: the ids of all nodes of the document.
    """

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    parent: dict[str, str | None]
    present: dict[str, Presence]
    day: Span | None
    becoming: tuple[Edge, ...]
    known: frozenset[str]

    def holders(self, id: str) -> list[Tenure]:
        """Those who hold a post; nobody where it is said to be vacant."""
        return [tenure for tenure in self.nodes[id].facts.tenures if not is_vacancy(tenure) and self._holds(tenure)]

    def tasks(self, id: str) -> list[Task]:
        return [task for task in self.nodes[id].facts.tasks if self._holds(task)]

    def _holds(self, item: Tenure | Task) -> bool:
        return self.day is None or held(item, self.day) != NO


def view(document: Document, vocabulary: Vocabulary, day: Span | None = None) -> View:
    """The document on a day; without one, everything in it."""
    present = presences(document, day) if day is not None else {}
    nodes = {id: node for id, node in document.nodes.items() if present.get(id) != NO}
    edges = {id: edge for id, edge in document.edges.items() if present.get(id) != NO}
    structure = Structure(document, vocabulary)
    parent = {id: _above(id, nodes, structure) for id in nodes}
    becoming = tuple(edge for edge in document.edges.values() if edge.kind == "becomes")
    return View(nodes, edges, parent, present, day, becoming, frozenset(document.nodes))


def _above(id: str, there: dict[str, Node], structure: Structure) -> str | None:
    parent = structure.parent.get(id)
    while parent is not None and parent not in there:
        parent = structure.parent.get(parent)
    return parent
