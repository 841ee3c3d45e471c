"""Looking at a document otherwise than it is, as at the structure of another day."""

from typing import Protocol

from editor.model.document import Document
from editor.model.records import Edge, Node


class Lens(Protocol):
    """Shows records otherwise than the document has them; None where one is not to be seen."""

    def node(self, node: Node) -> Node | None: ...

    def edge(self, edge: Edge) -> Edge | None: ...


class Sight:
    """The records of a document as they are seen, through a lens or as they are."""

    def __init__(self, document: Document, lens: Lens | None) -> None:
        self._nodes, self._edges, self._lens = document.nodes, document.edges, lens

    def node(self, id: str) -> Node | None:
        node = self._nodes.get(id)
        return node if self._lens is None or node is None else self._lens.node(node)

    def edge(self, id: str) -> Edge | None:
        edge = self._edges.get(id)
        return edge if self._lens is None or edge is None else self._lens.edge(edge)
