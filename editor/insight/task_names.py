"""Which tasks somebody means, by their words, by what is quoted for them, or as something that somebody does."""

import functools
import re
from collections.abc import Callable, Iterable, Sequence

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
FEWEST_DOING = 2
"""Words that say what somebody does."""
Alike = Callable[[str, str], bool]
HELPING = frozenset(map(stem_of, ("är", "har", "blir", "is", "has", "does", "will", "be", "ska")))


class TaskNamer:
    """Finds in one document the tasks that words mean; all stems of all tasks are indexed once."""

    def __init__(self, document: Document, nodes: Sequence[Node], ways: WordWays) -> None:
        self._ways = ways
        self._tasks = [(node, task) for node in nodes for task in node.facts.tasks]
        self._quoted = [(node, task) for node, task in self._tasks if any(source.quote for source in task.sources)]
        edges = sorted(document.edges.values(), key=lambda edge: edge.order)
        self._noted = [edge for edge in edges if edge.facts.note]

    def meant(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks in boxes that the words mean, by their text or by what is quoted, and their owners."""
        found = self.by_text(words)
        asked = stems(words)
        found = found or [(node, task) for node, task in self._quoted if quotes(task.sources, asked)]
        return found or self.by_text(ABOUT.sub("", words), of_field=True)

    def by_text(self, words: str, of_field: bool = False) -> list[tuple[Node, Task]]:
        """By their text; `of_field`: also where a word of it begins so, "miljö" in "miljöstrategiskt"."""
        for way in self._ways.asked(words) if self._tasks and words_of(words) else ():
            found = self._by_stem.with_all(way.stems, _begins if of_field else None)
            if found:
                return [self._tasks[at] for at in sorted(found)]
        return []

    @functools.cached_property
    def _by_stem(self) -> "StemIndex":
        return StemIndex(stems(task.text) for _, task in self._tasks)

    @functools.cached_property
    def _doings(self) -> "StemIndex":
        return StemIndex(self._said(node, task) for node, task in self._tasks)

    @functools.cached_property
    def _notes(self) -> "StemIndex":
        return StemIndex(self._based(edge.facts.note or "") for edge in self._noted)

    def called(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks that only a word for their sort means, "grundpelarna", where their owner is noted to have such."""
        said = self._ways.bare(words)
        if said not in self._ways.wording.idle.tasks:
            return []
        stem = stem_of(said)
        return [(node, task) for node, task in self._tasks if any(_is_alike(stem, one) for one in _noted(node))]

    def doing(self, words: str) -> tuple[list[tuple[Node, Task]], list[Edge]]:
        """The tasks that say what the words say somebody does, and the relations that it is noted of.

        "inledde forumet" is "inleda forumet".
        """
        for text in self._ways.called(words.casefold()):
            asked = {stem for stem in self._based(text) if stem not in self._ways.weak and stem not in HELPING}
            if len(asked) < FEWEST_DOING:
                continue
            tasks, edges = (index.with_all(asked, _is_alike) for index in (self._doings, self._notes))
            if tasks or edges:
                return [self._tasks[at] for at in sorted(tasks)], [self._noted[at] for at in sorted(edges)]
        return [], []

    def _said(self, node: Node, task: Task) -> set[str]:
        return self._based(" ".join((node.name, task.text, *(source.quote or "" for source in task.sources))))

    def _based(self, text: str) -> set[str]:
        """The stems of a text by the base forms of its verbs."""
        return {stem_of(self._ways.wording.base(word)) for word in words_of(text)}


def _noted(node: Node) -> list[str]:
    return stems(node.facts.note or "")


class StemIndex:
    """Which of several texts have a stem, or one that is like it."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        self._places: dict[str, set[int]] = {}
        for at, text in enumerate(texts):
            for stem in text:
                self._places.setdefault(stem, set()).add(at)
        self._alike: dict[tuple[Alike, str], set[int]] = {}

    def with_all(self, asked: Iterable[str], alike: Alike | None = None) -> set[int]:
        """The texts that say all of some stems; alike: which others are as good."""
        found: set[int] | None = None
        for stem in asked:
            places = self._places.get(stem, set()) if alike is None else self._near(stem, alike)
            found = places if found is None else found & places
            if not found:
                return set()
        return found or set()

    def _near(self, stem: str, alike: Alike) -> set[int]:
        known = self._alike.get((alike, stem))
        if known is None:
            near = (places for other, places in self._places.items() if alike(stem, other))
            known = self._alike[alike, stem] = set[int]().union(*near)
        return known


def _begins(stem: str, other: str) -> bool:
    return stem == other or (len(stem) >= SHORTEST_FIELD and other.startswith(stem))


def _is_alike(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: they begin alike and differ in the last letters only."""
    if one == other or (len(one) >= SHORTEST_FIELD and other.endswith(one)):  # "forumet" is "chefsforum"
        return True
    least = max(SHORTEST_FIELD - 1, max(len(one), len(other)) - 2)
    return len(one) >= least and one[:least] == other[:least]


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
