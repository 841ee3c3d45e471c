"""Which elements somebody means who names them as people do: "kommundirektören", "Hellenberg", "the board"."""

import difflib
import functools
import heapq
import re
from collections.abc import Iterable, Sequence

from editor.insight.names import NameIndex, Way, stem_of, stems, way_of, words_of
from editor.insight.wording import Wording
from editor.model.document import Document
from editor.model.records import Node, Source, Task
from editor.model.vocabulary import Texts, Vocabulary

KEPT = "\u2060"
"""Between the letters of a name that was put in, so that it is not read again."""
JOINED = re.compile(r"\s+(?:och|eller|and|or)\s+")
MOST_WAYS = 24
MOST_COMPARED = 500
EXACT, PART, ROUNDABOUT = 3, 2, 1


class Namer:
    """Finds in one document what the words of a question name."""

    def __init__(self, document: Document, vocabulary: Vocabulary, wording: Wording) -> None:
        self._document, self._wording = document, wording
        self._nodes = sorted(document.nodes.values(), key=lambda node: node.order)
        self._kinds = {id: _labels(kind.label, kind.caption) for id, kind in vocabulary.kinds.items()}
        self._index = NameIndex(self._nodes, self._kinds)
        self._vocabulary = vocabulary
        places = f"{document.info.title} {document.info.subtitle}".split(":")[0]
        self._weak = {*map(stem_of, wording.idle.little), *stems(places)}
        self._ways: dict[str, list[Way]] = {}
        self._answers: dict[str, tuple[list[Node], int]] = {}
        self._holders = dict.fromkeys(tenure.name for node in self._nodes for tenure in node.facts.tenures)
        self._tasks = [(node, task, set(stems(task.text))) for node in self._nodes for task in node.facts.tasks]
        self._sourced = [node for node in self._nodes if node.facts.sources]

    def elements(self, words: str) -> list[Node]:
        """The elements that the words mean: by id, by name, by a part of it, by kind."""
        return self._found(words)[0]

    def closeness(self, words: str) -> int:
        """How well the words name something: just so, by a part of its name, in a roundabout way, 0 not at all."""
        nodes, closeness = self._found(words)
        if nodes:
            return closeness
        persons = self.persons(words)
        if persons:
            return EXACT if any(stems(name) == stems(words) for name in persons) else PART
        if self.tasks(words) or self.quoted(words):
            return ROUNDABOUT
        several = JOINED.split(words)
        return min(map(self.closeness, several)) if len(several) > 1 else 0

    def bare(self, words: str) -> str:
        """The words without what need not be in a name: "två personer" is "personer"."""
        return " ".join(word for word in words.casefold().split() if stem_of(word) not in self._weak) or words

    def _found(self, words: str) -> tuple[list[Node], int]:
        known = self._answers.get(words)
        if known is None:
            known = self._answers[words] = self._looked_up(words)
        return known

    def _looked_up(self, words: str) -> tuple[list[Node], int]:
        if words in self._document.nodes:
            return [self._document.nodes[words]], EXACT
        index = self._index
        for how, closeness in (
            (index.with_name, EXACT),
            (index.with_words, PART),
            (index.with_words_and_kind, PART),
            (index.with_compounds, ROUNDABOUT),
            (index.of_kind, ROUNDABOUT),
        ):
            for way in self._asked(words):
                ids = index.ask(how, way)
                if ids:
                    return self._of_age([node for node in self._nodes if node.id in ids], words), closeness
        return [], 0

    def _of_age(self, found: list[Node], words: str) -> list[Node]:
        """Of several, the new or the old ones where the words say so."""
        said = set(words.casefold().split())
        kept = found
        if said & set(self._wording.idle.new):
            kept = [node for node in found if node.facts.start and not node.facts.end]
        elif said & set(self._wording.idle.old):
            kept = [node for node in found if node.facts.end]
        return kept or found

    def persons(self, words: str) -> list[str]:
        """The names of holders that the words mean: the whole name, or a part of it."""
        asked = stems(words)
        exact = [name for name in self._holders if stems(name) == asked]
        return exact or [name for name in self._holders if asked and set(asked) <= set(stems(name))]

    def tasks(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks in boxes that the words mean, by their text or by what is quoted, and their owners."""
        for way in self._asked(words):
            found = [(node, task) for node, task, said in self._tasks if way.stems <= said]
            if found:
                return found
        asked = stems(words)
        return [(node, task) for node, task, _ in self._tasks if _quotes(task.sources, asked)]

    def quoted(self, words: str) -> list[Node]:
        """The elements for which the text is quoted with these words."""
        asked = stems(words)
        return [node for node in self._sourced if len(asked) > 1 and _quotes(node.facts.sources, asked)]

    def fits(self, node: Node, words: str) -> bool:
        """Whether an element is what the words call it: by its kind, its sector, or a part of its name."""
        sector = self._vocabulary.sector_of(node.kind, node.facts.sector)
        told = (self._wording.sectors.get(sector.id, "") if sector is not None else "").split()
        index = self._index
        return words.casefold() in told or any(
            node.id in index.ask(how, way)
            for way in self._asked(words)
            for how in (index.of_kind, index.with_compounds)
        )

    def is_sort(self, words: str) -> bool:
        """Whether the words name a sort of things: a kind, a sector, or anything at all."""
        plain = self.bare(words)
        if plain in (*self._wording.idle.anything, *self._wording.idle.tasks):
            return True
        told = {word for listed in self._wording.sectors.values() for word in listed.split()}
        kinds = [label for labels in self._kinds.values() for label in labels]
        return plain in told or any(way.stems == label for way in self._asked(words) for label in kinds)

    # The words in all ways that they may be meant.

    def _asked(self, words: str) -> list[Way]:
        """The words themselves, by other names, and without what need not be in a name."""
        known = self._ways.get(words)
        if known is None:
            texts = [words_of(text) for text in (words, *self._called(words.casefold()))]
            strong = [[word for word in text if stem_of(word) not in self._weak] for text in texts]
            ways = [way_of(text) for text in (*texts, *strong) if text]
            known = self._ways[words] = [way for way in dict.fromkeys(ways) if way.stems]
        return known

    def _called(self, words: str) -> list[str]:
        """The words with names in place of what they may also be called, the longest first."""
        found = [words]
        for phrase, pattern in self._wording.phrases:
            found = [
                changed
                for text in found
                for changed in (
                    [pattern.sub(_kept(name), text) for name in self._wording.called[phrase]]
                    if pattern.search(text)
                    else [text]
                )
            ][:MOST_WAYS]
        return [text.replace(KEPT, "") for text in found]


@functools.lru_cache(maxsize=4096)
def _stems_of_quote(quote: str) -> list[str]:
    return stems(quote)


def _quotes(sources: Iterable[Source], asked: Sequence[str]) -> bool:
    """Whether the words stand together in what a source is quoted with."""
    return any(
        quoted[at : at + len(asked)] == list(asked)
        for source in sources
        if source.quote
        for quoted in [_stems_of_quote(source.quote)]
        for at in range(len(quoted))
    )


def _labels(*texts: Texts) -> list[frozenset[str]]:
    return list(dict.fromkeys(frozenset(stems(text)) for labels in texts for text in labels.values()))


def _kept(name: str) -> str:
    """A name that no other phrase is looked for in."""
    return "".join(letter + KEPT for letter in name)


def closest(document: Document, words: str, count: int = 3) -> list[str]:
    """Names of elements and holders that look like the words, the likest first."""
    names = [" ".join(node.name.split()) for node in document.nodes.values() if node.name.strip()]
    names += [tenure.name for node in document.nodes.values() for tenure in node.facts.tenures if tenure.name]
    # The comparison is slow, so a large chart is asked only about names of about that length.
    near = heapq.nsmallest(MOST_COMPARED, names, key=lambda name: abs(len(name) - len(words)))
    by_key = {name.casefold(): name for name in near}
    return [by_key[key] for key in difflib.get_close_matches(words.casefold(), by_key, n=count, cutoff=0.5)]
