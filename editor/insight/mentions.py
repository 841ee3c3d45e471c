"""What a whole sentence names, word by word, where no question fits it."""

from editor.insight.names import forms_of, stem_of, stems, words_of
from editor.insight.naming import ROUNDABOUT, Namer
from editor.insight.wording import EDGES
from editor.model.records import Node

MOST_WORDS = 6
"""Of one name."""


class Mentions:
    """Finds the names in sentences about one document."""

    def __init__(self, namer: Namer) -> None:
        self._namer, self._ways = namer, namer.ways

    def named(self, sentence: str) -> list[list[Node]]:
        """What a sentence names, in its order: the longest words first, by name rather than in a roundabout way."""
        words = [bare for word in sentence.split() if (bare := word.strip(EDGES))]
        spans = sorted(
            ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)),
            key=lambda span: (span[0] - span[1], span[0]),
        )
        found: dict[int, list[Node]] = {}
        taken: set[int] = set()
        for is_loose in (False, True):
            for start, end in spans if not (is_loose and found) else ():
                nodes = [] if taken & set(range(start, end)) else self._meant(words[start:end], is_loose)
                if nodes:
                    found[start] = nodes
                    taken.update(range(start, end))
        return [found[start] for start in sorted(found)]

    def covers(self, sentence: str) -> bool:
        """Whether a clause names something and says nothing else than what joins it."""
        found = self.named(sentence)
        if not found:
            return False
        names = [word for nodes in found for node in nodes for word in words_of(node.name)]
        left = [word for word in words_of(sentence) if not self._is_idle(word)]
        return all(any(_is_part(word, name) for name in names) or self._namer.elements(word) for word in left)

    def noted(self, words: str) -> list[Node]:
        """The elements of which something is noted with these words."""
        asked = {stem for stem in stems(words) if not self._ways.wording.says_little(stem)}
        return [
            node
            for node in self._namer.nodes
            if node.facts.note and asked & set(stems(node.facts.note)) - self._ways.weak
        ]

    def _is_idle(self, word: str) -> bool:
        return stem_of(word) in self._ways.weak or self._ways.wording.is_known(word)

    def _meant(self, words: list[str], is_loose: bool) -> list[Node]:
        """What words name that begin and end with a word that says something."""
        if len(words) > MOST_WORDS or any(
            stem_of(word.casefold()) in self._ways.weak or self._ways.wording.says_little(word.casefold())
            for word in (words[0], words[-1])
        ):
            return []
        said = " ".join(words)
        nodes, closeness = self._namer.found(said)
        if nodes:
            return nodes if is_loose or closeness > ROUNDABOUT else []
        return self._namer.held_by(self._namer.persons(said))


def _is_part(word: str, name: str) -> bool:
    return not forms_of(word).isdisjoint(forms_of(name))
