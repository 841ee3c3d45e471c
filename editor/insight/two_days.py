"""One document on two days: what is new, gone or changed, and both days seen as one."""

from typing import Literal

from editor.insight.comparing import Change, compare
from editor.insight.lens import DayLens, day_in_words
from editor.insight.timing import Span
from editor.insight.views import view
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary

Difference = Literal["new", "gone", "changed"]
ALTERED = frozenset({"renamed", "kind", "moved", "holders", "tasks", "count", "dates"})
WORDS = {"sv": "Förändring från {} till {}", "en": "Change from {} to {}"}


class TwoDays:
    """`differences` by id of element or relation; `changes` says the same in words."""

    def __init__(self, document: Document, vocabulary: Vocabulary, first: Span, last: Span, lang: str) -> None:
        old, new = view(document, vocabulary, first), view(document, vocabulary, last)
        self.changes: list[Change] = compare(old, new, vocabulary, lang)
        self.differences: dict[str, Difference] = {}
        for change in self.changes:
            if change.what in ALTERED:
                self.differences.update(dict.fromkeys(change.after, "changed"))
        before, after = {**old.nodes, **old.edges}.keys(), {**new.nodes, **new.edges}.keys()
        self.differences.update(dict.fromkeys(before - after, "gone"))
        self.differences.update(dict.fromkeys(after - before, "new"))


class BothDays:
    """A lens through which what was there on either day is seen: as on the later one, else as on the earlier one."""

    def __init__(self, document: Document, first: Span, last: Span) -> None:
        self._lenses = (DayLens(document, last), DayLens(document, first))

    def node(self, node: Node) -> Node | None:
        later, earlier = (lens.node(node) for lens in self._lenses)
        return later if later is not None else earlier

    def edge(self, edge: Edge) -> Edge | None:
        later, earlier = (lens.edge(edge) for lens in self._lenses)
        return later if later is not None else earlier


def reduce_to_both(document: Document, first: Span, last: Span, subtitle: str, name: str) -> None:
    """For a picture of this document: leave what was there on either day, and say which they are."""
    lens = BothDays(document, first, last)
    nodes = {id: lens.node(node) for id, node in document.nodes.items()}
    edges = {id: lens.edge(edge) for id, edge in document.edges.items()}
    seen = [record for record in (*nodes.values(), *edges.values()) if record is not None]
    gone = [id for found in (nodes, edges) for id, record in found.items() if record is None]
    with document.transaction(name) as step:
        step.set_info(subtitle=" · ".join(part for part in (document.info.subtitle, subtitle) if part))
        step.put(*seen)
        step.remove(*gone)


def between_days(first: Span, last: Span, lang: str) -> str:
    """ "Förändring från 31 december 2008 till 1 januari 2009"."""
    words = WORDS.get(lang, WORDS["en"])
    return words.format(day_in_words(first, lang), day_in_words(last, lang))
