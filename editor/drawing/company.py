"""In whose company a box stands, in words: under whom, how many below it, and what joins it to others."""

from editor.drawing.captions import edge_title, word
from editor.model.document import Document
from editor.model.records import Edge
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary, text_in

MOST_RELATIONS = 12
"""So many relations are said of one box; of the others only how many they are."""
LONGEST_NAME = 120


class Company:
    """Asks the structure anew when the document has changed."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._revision = -1

    @property
    def structure(self) -> Structure:
        if self._revision != self._document.revision:
            self._revision = self._document.revision
            self._structure = structure_of(self._document, self._vocabulary)
        return self._structure

    def below(self, id: str) -> int:
        """How many hang directly under a node or stand directly in it."""
        return len(self.structure.children.get(id, ()))

    def of(self, id: str, lang: str) -> list[str]:
        """ "under Kommunstyrelsen", "3 below", "ansvarar för Miljökontoret"."""
        count = self.below(id)
        parts = [*self._above(id, lang), *([f"{count} {word('below', lang)}"] if count else [])]
        relations = self._relations(id, lang)
        more = len(relations) - MOST_RELATIONS
        return parts + relations[:MOST_RELATIONS] + ([f"{more} {word('more_relations', lang)}"] if more > 0 else [])

    def _above(self, id: str, lang: str) -> list[str]:
        parent = self.structure.parent.get(id)
        if parent is None:
            return []
        return [f"{word('within' if self._document.nodes[parent].is_group else 'under', lang)} {self._name(parent)}"]

    def _relations(self, id: str, lang: str) -> list[str]:
        """What is more than a place in the tree: relations of a kind or with a name, and lines beside the tree."""
        document = self._document
        edges = sorted((document.edges[edge] for edge in document.indexes.edges_at(id)), key=lambda edge: edge.order)
        return [self._relation(edge, id, lang) for edge in edges if edge.kind or edge.name or not self._hangs(edge)]

    def _relation(self, edge: Edge, id: str, lang: str) -> str:
        nodes = self._document.nodes
        if edge.source != id or not edge.kind:
            return edge_title(edge, nodes[edge.source], nodes[edge.target], self._vocabulary, lang)
        return f"{text_in(self._vocabulary.relation(edge.kind).label, lang)} {self._name(edge.target)}"

    def _hangs(self, edge: Edge) -> bool:
        return edge.id in (self.structure.tree_edge(edge.source), self.structure.tree_edge(edge.target))

    def _name(self, id: str) -> str:
        return " ".join(self._document.nodes[id].name[:LONGEST_NAME].split()) or id
