"""What a rule sees of a chart, and what it finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from editor.insight.timing import NO, Span, held, presences
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Node, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary, text_in

HALF = 0.5


class Found(NamedTuple):
    """One thing found: the elements and relations it is about, and the words for {name}, {other} and {detail}."""

    ids: tuple[str, ...] = ()
    name: str = ""
    other: str = ""
    detail: str = ""


class Chart:
    """A document on a day (or on all days), as the rules look at it."""

    def __init__(self, document: Document, vocabulary: Vocabulary, lang: str, day: Span | None) -> None:
        self.document, self.vocabulary, self.lang, self.day = document, vocabulary, lang, day
        present = presences(document, day) if day is not None else {}
        self.nodes = [node for node in _ordered(document.nodes.values()) if present.get(node.id) != NO]
        self.edges = [edge for edge in _ordered(document.edges.values()) if present.get(edge.id) != NO]
        self.structure = Structure(document, vocabulary)

    def of_kind(self, *kinds: str) -> list[Node]:
        return [node for node in self.nodes if node.kind in kinds]

    def into(self, id: str, *kinds: str) -> list[Edge]:
        return [edge for edge in self.edges if edge.target == id and edge.kind in kinds]

    def out_of(self, id: str, *kinds: str) -> list[Edge]:
        return [edge for edge in self.edges if edge.source == id and edge.kind in kinds]

    def holders(self, node: Node) -> list[Tenure]:
        named = [tenure for tenure in node.facts.tenures if not is_vacancy(tenure)]
        return [tenure for tenure in named if self.day is None or held(tenure, self.day) != NO]

    def neighbours(self, id: str) -> Iterator[Node]:
        """Those at the other ends of its relations, above it and below it."""
        for edge in self.edges:
            if id in (edge.source, edge.target):
                yield self.document.nodes[edge.target if edge.source == id else edge.source]
        for other in (self.structure.parent.get(id), *self.structure.children.get(id, ())):
            if other is not None:
                yield self.document.nodes[other]

    def name(self, node: Node) -> str:
        kind = self.vocabulary.kind(node.kind)
        return " ".join(node.name.split()) or (text_in(kind.label, self.lang) if kind is not None else node.id)

    @property
    def is_whole(self) -> bool:
        """Whether it sets out to show a whole municipality: a part must not be scolded for being one."""
        bodies, offices = self.of_kind("committee"), self.of_kind("administration")
        return bool(self.of_kind("council") and self.of_kind("executive_board")) and min(len(bodies), len(offices)) > 1


Rule = Callable[[Chart], Iterable[Found]]
Rules = Mapping[str, Rule]


def mostly(have: int, all: int) -> bool:
    """Whether at least half have something: only then its lack is worth a word."""
    return have > 0 and have >= HALF * all


Record = TypeVar("Record", Node, Edge)


def _ordered(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.order)
