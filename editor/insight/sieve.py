"""What of the answers to a question was asked for: which ones, how many, whether one is among them, when."""

from collections.abc import Iterator

import msgspec

from editor.insight.naming import JOINED, Namer
from editor.insight.questions import Reading
from editor.insight.replies import Answer
from editor.insight.telling import Teller
from editor.insight.wording import Wording


class Sieve:
    """Keeps of a question's answers those that a reading of it asks for."""

    def __init__(self, teller: Teller, namer: Namer, wording: Wording) -> None:
        self._teller, self._namer, self._wording = teller, namer, wording

    def kept(self, answers: list[Answer], reading: Reading) -> list[Answer]:
        if reading.other is None:
            return answers
        if reading.mode == "plain":
            return [answer for answer in answers if self._has_part(answer, reading.other)]
        if reading.mode in ("pair", "when"):
            same = [answer for answer in answers if self._is_one(answer, reading.other)]
            return same if reading.mode == "pair" else [answer for answer in same if answer.start or answer.end]
        fitting = [answer for answer in answers if self._is_sort(answer, reading.other)]
        return fitting if reading.mode == "narrow" else list(self._counted(fitting))

    def _has_part(self, answer: Answer, words: str) -> bool:
        """Whether the answer is what the words name, or has a relation to it; to the municipality all have one."""
        if self._namer.ways.is_the_whole(words):
            return True
        named = {node.id for node in self._namer.elements(words)}
        node = self._teller.document.nodes.get(answer.element or "")
        edges = self._teller.edges_of(node) if node is not None else []
        return answer.element in named or any(named & {edge.source, edge.target} for edge in edges)

    def _is_one(self, answer: Answer, words: str) -> bool:
        """Whether the answer is what the words name: the element, its holder, or a task."""
        names = set(self._namer.persons(words))
        if names & set(answer.holders) or self._namer.bare(words) in self._wording.idle.anything:
            return True
        if answer.element in {node.id for node in self._namer.elements(words)}:
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
