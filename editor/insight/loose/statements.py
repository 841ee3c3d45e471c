"""All that a structure states, one by one, searched by the words of a question where neither pattern nor cue helps."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.insight.days import YEAR
from editor.insight.loose.alike import Kinship
from editor.insight.loose.cues import Asks
from editor.insight.names import SMALL_WORDS, words_of
from editor.insight.naming import PEOPLE, Namer
from editor.insight.notes import REASON, SILENCE, is_timed
from editor.insight.replies import Answer
from editor.insight.telling import Teller
from editor.model.records import Edge, Facts, Node, Source, Task, Tenure
from editor.model.vocabulary import Vocabulary

CLAUSES = re.compile(r"[;.]\s*")
TIMES, YEARLY = {"gånger", "times"}, "möts gånger om året times a year"
FEWEST = 2
"""Words that say something, of a question that a statement can answer."""
MOST = 6
"""Statements that answer one question; more than that, and its words say too little."""


class Statement(NamedTuple):
    """One thing that is stated: of a task or a tenure, the element is its owner.

    names: of what it is about.  texts: what it says beside them.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]
    record: Node | Edge
    part: Task | Tenure | None = None


class Statements:
    """Finds what a document states with the words of a question."""

    def __init__(self, teller: Teller, namer: Namer, kin: Kinship, vocabulary: Vocabulary) -> None:
        self._teller, self._namer, self._kin, self._vocabulary = teller, namer, kin, vocabulary

    def answers(self, words: tuple[str, ...], asks: Asks) -> tuple[Answer, ...]:
        """The statements that say all the words, in small letters, and something else that is asked for."""
        strong = tuple(word for word in words if not self._is_of_whole(word))
        if len(strong) < FEWEST:
            return ()
        found = [statement for statement in self._near(strong, asks) if self._is_said_by(statement, strong, asks)]
        told = dict.fromkeys(answer for statement in found for answer in self._told(statement, strong, asks))
        return tuple(told) if len(told) <= MOST else ()

    def _near(self, words: tuple[str, ...], asks: Asks) -> Iterator[Statement]:
        """Those that say one of the words beside names, or whose name may say all: few of a large chart."""
        named = {node.id for word in words for node in self._namer.elements(word)} if asks == "which" else set()
        said = set[int]().union(*(self._kin.near(word, self._places) for word in words if word not in SMALL_WORDS))
        for at, statement in enumerate(self._all):
            if self._text_of[at] in said or statement.record.id in named:
                yield statement

    @functools.cached_property
    def _text_of(self) -> list[int]:
        """For each statement a number that all with the same texts have."""
        numbers: dict[tuple[str, ...], int] = {}
        return [numbers.setdefault(statement.texts, len(numbers)) for statement in self._all]

    @functools.cached_property
    def _places(self) -> dict[str, set[int]]:
        """Under which of those numbers something is said."""
        found: dict[str, set[int]] = {}
        for texts, number in {each.texts: at for each, at in zip(self._all, self._text_of, strict=True)}.items():
            for sense in self._kin.bag(texts):
                found.setdefault(sense, set()).add(number)
        return found

    def _is_said_by(self, statement: Statement, words: tuple[str, ...], asks: Asks) -> bool:
        """Whether a statement says all the words, and one of them beside names; "which university" a name says."""
        named, said = self._kin.bag(statement.names), self._kin.bag(statement.texts)
        if not all(self._kin.is_said(word, named | said) for word in words):
            return False
        is_name = asks == "which" and isinstance(statement.record, Node)
        return is_name or any(self._kin.is_said(word, said - named) for word in words)

    def _is_of_whole(self, word: str) -> bool:
        return self._namer.ways.is_the_whole(word)

    @functools.cached_property
    def _all(self) -> list[Statement]:
        return [*self._of_nodes(), *self._of_edges()]

    def _of_nodes(self) -> Iterator[Statement]:
        for node in self._teller.everything():
            for task in node.facts.tasks:
                yield Statement((node.name,), (task.text, *_quotes(task.sources)), node, task)
            for held in node.facts.tenures:
                quotes = _quotes((*held.sources, *node.facts.sources))
                yield Statement((), (node.name, held.name, held.party or "", *quotes), node, held)
            if node.facts.note or not node.facts.tenures:
                names = (node.name, *(held.name for held in node.facts.tenures))
                yield Statement(names, tuple(self._said_of(node)), node)

    def _of_edges(self) -> Iterator[Statement]:
        for edge in sorted(self._teller.document.edges.values(), key=lambda edge: edge.order):
            ends = (self._teller.document.nodes[edge.source], self._teller.document.nodes[edge.target])
            names = tuple(name for node in ends for name in (node.name, *(held.name for held in node.facts.tenures)))
            labels = self._vocabulary.relation(edge.kind).label.values() if edge.kind else ()
            texts = (*labels, edge.name, edge.facts.note or "", *_quotes(edge.facts.sources))
            yield Statement(names, texts, edge)

    def _said_of(self, node: Node) -> Iterator[str]:
        kind = self._vocabulary.kind(node.kind)
        yield from kind.label.values() if kind is not None and node.kind not in PEOPLE else ()
        yield YEARLY if node.facts.per_year is not None else ""
        said = [clause for clause in CLAUSES.split(node.facts.note or "") if not SILENCE.search(clause)]
        yield from (*said, *_quotes(node.facts.sources))

    def _bag(self, *texts: str) -> frozenset[str]:
        return self._kin.bag(texts)

    def _told(self, statement: Statement, words: tuple[str, ...], asks: Asks) -> Iterator[Answer]:
        record, part = statement.record, statement.part
        if isinstance(record, Edge):
            yield from self._of_edge(record, words, asks)
        elif isinstance(part, Task):
            yield from self._if_new(self._teller.task(record, part), record, words, asks)
        elif isinstance(part, Tenure):
            yield from self._if_new(self._teller.tenure(record, part), record, words, asks)
        elif asks != "who" or record.kind in PEOPLE or (record.facts.per_year is not None and TIMES & set(words)):
            yield from self._if_new(self._teller.with_note(record), record, words, asks)

    def _of_edge(self, edge: Edge, words: tuple[str, ...], asks: Asks) -> Iterator[Answer]:
        ends = [(self._teller.document.nodes[end], end) for end in self._ends(edge, words)]
        said = {end: self._named_by(node, words) for node, end in ends}
        if asks in ("who", "which") and (people := [end for node, end in ends if self._is_unnamed(node, words)]):
            # Of people whose post is named, who they are is new.
            ends = [(node, end) for node, end in ends if end in people]
            for _, end in ends:
                yield from self._teller.noted(edge, end)
            return
        for node, end in ends:
            if not self._is_named(node, words) and said[end] == min(said.values()):
                for answer in self._teller.noted(edge, end):
                    yield from self._if_new(answer, node, words, asks, edge.facts)

    def _is_unnamed(self, node: Node, words: tuple[str, ...]) -> bool:
        """Whether a post has holders of whom the words name none."""
        holders = [word for held in node.facts.tenures for word in words_of(held.name)]
        return node.kind in PEOPLE and bool(holders) and not any(self._kin.is_named(part, words) for part in holders)

    def _ends(self, edge: Edge, words: tuple[str, ...]) -> list[str]:
        """The ends of a relation; where its note says all the words in one clause, those that the clause names."""
        ends = [edge.source, edge.target]
        for clause in CLAUSES.split(edge.facts.note or ""):
            if self._kin.are_said(words, clause):
                said = words_of(clause)
                named = [end for end in ends if self._is_meant(self._teller.document.nodes[end], said)]
                return named or ends
        return ends

    def _is_meant(self, node: Node, said: list[str]) -> bool:
        """Whether one of the words names an element well enough among the two ends of a relation."""
        return any(node in self._namer.elements(word) for word in said if len(word) > 1)

    def _if_new(
        self, answer: Answer, node: Node, words: tuple[str, ...], asks: Asks, facts: Facts | None = None
    ) -> Iterator[Answer]:
        """The answer, if it tells what is asked for."""
        is_timed_fact = bool(answer.start or answer.end or is_timed(facts or node.facts))
        if asks == "who" and (self._is_named(node, words) or node.kind == "responsibility"):
            return
        if asks in ("when", "year") and not is_timed_fact:
            return
        if asks in ("when", "year") and answer.relation and not self._kin.are_said(words, answer.text):
            return
        if asks == "year" and not YEAR.search(f"{answer.start} {answer.end}"):
            return
        if asks in ("many", "often", "where", "how"):
            return
        if asks == "why" and not REASON.search((facts or node.facts).note or ""):
            return
        yield answer

    def _named_by(self, node: Node, words: tuple[str, ...]) -> int:
        """How many words name an element, or part of it."""
        name = self._bag(node.name)
        return sum(self._kin.is_said(word, name) for word in words)

    def _is_named(self, node: Node, words: tuple[str, ...]) -> bool:
        """Whether the words name an element, or one of its holders."""
        holders = [word for held in node.facts.tenures for word in words_of(held.name)]
        is_somebody = any(self._kin.is_named(part, words) for part in holders)
        return is_somebody or self._kin.is_named(node.name, words)


def _quotes(sources: tuple[Source, ...]) -> Iterator[str]:
    yield from (source.quote for source in sources if source.quote)
