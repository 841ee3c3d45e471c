"""Which tasks somebody means, by their words, by what is quoted for them, or as something that somebody does."""

import functools
import re
from collections.abc import Iterable, Sequence, Set
from itertools import takewhile

from editor.insight.names import stem_of, stems, words_of
from editor.insight.word_ways import WordWays
from editor.model.document import Document
from editor.model.records import Edge, Node, Source, Task

ABOUT = re.compile(
    r"(?:(?<=\w{3})s?|\s)(?:frågor(?:na)?|ärenden(?:a)?|verksamhet(?:en)?|arbetet?|matters|issues|questions)\b",
    re.IGNORECASE,
)
"""What a compound only says of its field: "miljöfrågorna" is what Miljökontoret does."""
SHORTEST_FIELD = 5
HELPING = frozenset(map(stem_of, ("är", "har", "blir", "is", "has", "does", "will", "be", "ska")))


class TaskNamer:
    """Finds in one document the tasks that words mean."""

    def __init__(self, document: Document, nodes: Sequence[Node], ways: WordWays) -> None:
        self._ways = ways
        self._tasks = [(node, task, set(stems(task.text))) for node in nodes for task in node.facts.tasks]
        edges = sorted(document.edges.values(), key=lambda edge: edge.order)
        self._noted = [edge for edge in edges if edge.facts.note]

    def meant(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks in boxes that the words mean, by their text or by what is quoted, and their owners."""
        found = self.by_text(words)
        asked = stems(words)
        found = found or [(node, task) for node, task, _ in self._tasks if quotes(task.sources, asked)]
        return found or self.by_text(ABOUT.sub("", words), of_field=True)

    def by_text(self, words: str, of_field: bool = False) -> list[tuple[Node, Task]]:
        """By their text; `of_field`: also where a word of it begins so, "miljö" in "miljöstrategiskt"."""
        for way in self._ways.asked(words) if words_of(words) else ():
            found = [
                (node, task)
                for node, task, said in self._tasks
                if way.stems <= said or (of_field and all(_begins(stem, said) for stem in way.stems))
            ]
            if found:
                return found
        return []

    def called(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks that only a word for their sort means, "grundpelarna", where their owner is noted to have such."""
        said = self._ways.bare(words)
        if said not in self._ways.wording.idle.tasks:
            return []
        stem = stem_of(said)
        return [(node, task) for node, task, _ in self._tasks if any(_is_alike(stem, one) for one in _noted(node))]

    def doing(self, words: str) -> tuple[list[tuple[Node, Task]], list[Edge]]:
        """The tasks that say what the words say somebody does, and the relations that it is noted of.

        "inledde forumet" is "inleda forumet".
        """
        for text in self._ways.called(words.casefold()):
            asked = {stem for stem in self._based(text) if stem not in self._ways.weak and stem not in HELPING}
            tasks = [(node, task) for node, task, _ in self._tasks if _says(self._said(node, task), asked)]
            edges = [edge for edge in self._noted if _says(self._based(edge.facts.note or ""), asked)]
            if tasks or edges:
                return tasks, edges
        return [], []

    def _said(self, node: Node, task: Task) -> set[str]:
        return self._based(" ".join((node.name, task.text, *(source.quote or "" for source in task.sources))))

    def _based(self, text: str) -> set[str]:
        """The stems of a text by the base forms of its verbs."""
        return {stem_of(self._ways.wording.base(word)) for word in words_of(text)}


def _noted(node: Node) -> list[str]:
    return stems(node.facts.note or "")


def _begins(stem: str, said: Set[str]) -> bool:
    return len(stem) >= SHORTEST_FIELD and any(other.startswith(stem) for other in said)


def _says(said: Set[str], asked: Set[str]) -> bool:
    """Whether all of several words are said, in one form or another."""
    return len(asked) > 1 and all(any(_is_alike(one, other) for other in said) for one in asked)


def _is_alike(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: they begin alike and differ in the last letters only."""
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    is_head = len(one) >= SHORTEST_FIELD and other.endswith(one)  # "forumet" is "chefsforum"
    return one == other or is_head or shared >= max(4, max(len(one), len(other)) - 2)


@functools.lru_cache(maxsize=4096)
def _stems_of_quote(quote: str) -> list[str]:
    return stems(quote)


def quotes(sources: Iterable[Source], asked: Sequence[str]) -> bool:
    """Whether the words stand together in what a source is quoted with."""
    return any(
        quoted[at : at + len(asked)] == list(asked)
        for source in sources
        if source.quote
        for quoted in [_stems_of_quote(source.quote)]
        for at in range(len(quoted))
    )
