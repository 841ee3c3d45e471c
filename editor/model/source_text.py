"""The text of a document that facts rest on: its paragraphs, what was quoted from it, and where quotes stand.

Paragraphs are the lines that aren't empty, counted from 1; an offset counts letters from the start of its line.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Source, Task, Tenure


class Passage(NamedTuple):
    """A part of the text, from its first letter to the place after its last."""

    start: int
    end: int


class Mark(NamedTuple):
    """A passage that facts rest on.

    ids: the records.  is_exact: False where only the paragraph is named.  is_reading: all that rests on it is our
    interpretation.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    is_exact: bool
    is_reading: bool


class SourceText:
    """A text with its lines; carriage returns and a byte order mark are gone."""

    def __init__(self, text: str) -> None:
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lines, at = self.text.split("\n"), 0
        self._paragraphs: list[Passage] = []
        for line in lines:
            if line.strip():
                self._paragraphs.append(Passage(at, at + len(line)))
            at += len(line) + 1
        self._starts = [passage.start for passage in self._paragraphs]

    @property
    def paragraphs(self) -> Sequence[Passage]:
        return self._paragraphs

    @property
    def title(self) -> str:
        """Its first line, as far as it would do for a title."""
        first = self.text[slice(*self._paragraphs[0])] if self._paragraphs else ""
        words = " ".join(first.split())
        return words if len(words) <= 80 else f"{words[:79].rsplit(' ', 1)[0]} …"

    def paragraph_at(self, place: int) -> int | None:
        """The number of the paragraph that a letter stands in; between two, of the one before."""
        number = bisect.bisect_right(self._starts, place)
        return number or None

    def quoted(self, document: str, start: int, end: int) -> Source | None:
        """What a selection says as a source: the words without space around them, where they stand; None for space."""
        part = self.text[start:end]
        if not part.strip():
            return None
        start += len(part) - len(part.lstrip())
        quote = part.strip()
        number = self.paragraph_at(start)
        assert number is not None, "words stand in a paragraph"
        return Source(document, number, quote, start - self._paragraphs[number - 1].start)

    def find(self, source: Source) -> Passage | None:
        """Where a source's words stand: at their place, else nearest to it; without words, its paragraph."""
        number = source.paragraph
        paragraph = self._paragraphs[number - 1] if number and 0 < number <= len(self._paragraphs) else None
        if not source.quote:
            return paragraph
        if paragraph is not None and source.offset is not None:
            at = paragraph.start + source.offset
            if self.text[at : at + len(source.quote)] == source.quote:
                return Passage(at, at + len(source.quote))
        return self._nearest(source.quote, paragraph)

    def _nearest(self, quote: str, paragraph: Passage | None) -> Passage | None:
        """Inside the paragraph, else wherever it is closest to it; broken otherwise or in other case if need be."""
        loose = r"\s+".join(map(re.escape, quote.split()))
        for pattern in (re.escape(quote), loose):
            for flags in (0, re.IGNORECASE):
                found = [Passage(*match.span()) for match in re.finditer(pattern, self.text, flags)] if pattern else []
                if found:
                    return min(found, key=lambda passage: _distance(passage, paragraph))
        return None


def marks(document: Document, text: SourceText, source: str) -> list[Mark]:
    """What is already used of a text that is the document with this id, in its order."""
    owners: dict[tuple[Passage, bool], dict[str, bool]] = {}
    for id, found, is_reading in _sources(document):
        passage = text.find(found) if found.document == source else None
        if passage is not None:
            known = owners.setdefault((passage, bool(found.quote)), {})
            known[id] = is_reading and known.get(id, True)
    marked = [Mark(*passage, tuple(ids), is_exact, all(ids.values())) for (passage, is_exact), ids in owners.items()]
    return sorted(marked, key=lambda mark: (mark.start, mark.end))


def mark_at(marked: Sequence[Mark], place: int) -> Mark | None:
    """The narrowest mark over a letter; words before whole paragraphs."""
    over = [mark for mark in marked if mark.start <= place < mark.end]
    return min(over, key=lambda mark: (not mark.is_exact, mark.end - mark.start), default=None)


def cut_apart(marked: Sequence[Mark], rank: Callable[[Mark], tuple[bool, ...]]) -> list[Mark]:
    """Marks cut so that none lies over another: where several do, the one of highest rank shows, then the shortest.

    Their colours would add up otherwise, and words that are used twice would look like those that are selected.
    """
    starting = sorted(marked, key=lambda mark: -mark.start)
    active: list[Mark] = []
    found: list[tuple[Mark, Mark]] = []
    for start, end in pairwise(sorted({place for mark in marked for place in (mark.start, mark.end)})):
        while starting and starting[-1].start <= start:
            active.append(starting.pop())
        active = [mark for mark in active if mark.end > start]
        if not active:
            continue
        shown = max(active, key=lambda mark: (rank(mark), mark.start - mark.end))
        if found and found[-1][0] is shown and found[-1][1].end == start:
            found[-1] = (shown, found[-1][1]._replace(end=end))
        else:
            found.append((shown, shown._replace(start=start, end=end)))
    return [piece for _, piece in found]


def document_of(document: Document, text: SourceText) -> str | None:
    """The id of the document on the graph that this seems to be the text of: most of what it is quoted for is there."""
    hits: dict[str, int] = {}
    for _, source, _ in _sources(document):
        if source.quote:
            hits[source.document] = hits.get(source.document, 0) + (1 if text.find(source) is not None else -1)
    best = max(hits, key=lambda id: hits[id], default=None)
    if best is not None and hits[best] > 0:
        return best
    return next((each.id for each in document.info.documents if each.title and each.title == text.title), None)


def sources_of(facts: Facts) -> Iterator[tuple[Source, bool]]:
    """Every source of a record, of its holders and of its tasks, and whether what rests on it is a reading."""
    items: list[Facts | Tenure | Task] = [facts, *facts.tenures, *facts.tasks]
    for item in items:
        yield from ((source, item.certainty == "interpreted") for source in item.sources)


def _sources(document: Document) -> Iterator[tuple[str, Source, bool]]:
    records: list[Node | Edge] = [*document.nodes.values(), *document.edges.values()]
    for record in records:
        for source, is_reading in sources_of(record.facts):
            yield record.id, source, is_reading


def _distance(passage: Passage, paragraph: Passage | None) -> int:
    if paragraph is None:
        return passage.start
    return max(paragraph.start - passage.start, passage.end - paragraph.end, 0)
