"""What of the answers to a question was asked for: which ones, how many, whether one is among them, when."""

from collections.abc import Iterator

import msgspec

from editor.insight.naming import JOINED, Namer
from editor.insight.questions import Reading
from editor.insight.replies import Answer
from editor.insight.telling import Teller
from editor.insight.wording import Wording
from editor.model.records import Node


class Sieve:
    """Keeps of a question's answers those that a reading of it asks for."""

    def __init__(self, teller: Teller, namer: Namer, wording: Wording) -> None:
        self._teller, self._namer, self._wording = teller, namer, wording

    def kept(self, answers: list[Answer], reading: Reading) -> list[Answer]:
        if reading.other is None:
            return answers
        if reading.mode == "plain":
            return [told for answer in answers if (told := self._with_part(answer, reading)) is not None]
        if reading.mode in ("pair", "when"):
            same = self._all_of(answers, reading.other)
            return same if reading.mode == "pair" else [answer for answer in same if answer.start or answer.end]
        fitting = [answer for answer in answers if self._is_sort(answer, reading.other)]
        if reading.mode == "narrow":
            return fitting
        # A task in the box and the relation to what it is about would be counted twice.
        own = [answer for answer in fitting if answer.relation is None]
        are_tasks = self._namer.bare(reading.other) in self._wording.idle.tasks
        return list(self._counted(own if own and are_tasks else fitting))

    def _all_of(self, answers: list[Answer], words: str) -> list[Answer]:
        """The answers that are what the words name: of "Ada och Bo" both, or none."""
        several = JOINED.split(words)
        same = [answer for answer in answers if self._is_one(answer, words)]
        if same or len(several) == 1:
            return same
        each = [[answer for answer in answers if self._is_one(answer, part)] for part in several]
        found = {id(answer) for part in each for answer in part}
        return [answer for answer in answers if id(answer) in found] if all(each) else []

    def _with_part(self, answer: Answer, reading: Reading) -> Answer | None:
        """The answer if it is what the words name, or by its relation to it; to the municipality all have one."""
        words = reading.other or ""
        if self._namer.ways.is_the_whole(words):
            return answer
        named = {node.id for node in self._meant(words)}
        node = self._teller.document.nodes.get(answer.element or "")
        if node is None or node.id in named:
            return answer if node is not None else None
        edge = next((edge for edge in self._teller.edges_of(node) if named & {edge.source, edge.target}), None)
        if edge is None:
            return None
        if reading.question.aspect != "listed":
            return msgspec.structs.replace(answer, relation=edge.id)
        return next(self._teller.through(edge, node.id), None)

    def _meant(self, words: str) -> list[Node]:
        """The elements that the words name, and the posts of who is named."""
        return [*self._namer.elements(words), *self._namer.held_by(self._namer.persons(words))]

    def _is_one(self, answer: Answer, words: str) -> bool:
        """Whether the answer is what the words name: the element, its holder, or a task."""
        names = set(self._namer.persons(words))
        if names & set(answer.holders) or self._namer.bare(words) in self._wording.idle.anything:
            return True
        if answer.element in {node.id for node in self._namer.elements(words)}:
            return True
        node = self._teller.document.nodes.get(answer.element or "")
        if node is not None and self._namer.is_sector(words) and self._namer.fits(node, words):
            return True
        return any(task.text in answer.text for _, task in self._namer.tasks(words))

    def _is_sort(self, answer: Answer, words: str) -> bool:
        """Whether the answer is one of those that the words call: "kontor", "staber", "personer"."""
        several = JOINED.split(words)
        if len(several) > 1:
            return any(self._is_sort(answer, word) for word in several)
        plain, node = self._namer.bare(words), self._teller.document.nodes.get(answer.element or "")
        if plain in self._wording.idle.anything or node is None:
            return True
        is_own = answer.relation is None  # a task or a tenure of the element
        if plain in self._wording.idle.tasks and (is_own or node.kind == "responsibility"):
            return True
        return self._namer.fits(node, words)

    def _counted(self, answers: list[Answer]) -> Iterator[Answer]:
        """Those that can be counted, each as a whole: a set of unknown size says nothing of how many there are."""
        for answer in answers:
            node = self._teller.document.nodes.get(answer.element or "")
            if node is None or node.kind != "counted_set":
                yield answer
            elif node.facts.count is not None:
                yield msgspec.structs.replace(self._teller.element(node), relation=answer.relation)
