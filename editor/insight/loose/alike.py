"""Whether words are forms of one word, or mean nearly the same: for searching texts, where a name needs more care."""

import functools
import re
from collections.abc import Iterable, Mapping

from editor.insight.names import SMALL_WORDS, words_of
from editor.insight.word_ways import WordWays

INFLECTED = re.compile(
    r"(?<=\w{3})(?:arnas|ernas|ornas|arna|erna|orna|andes|ades|ande|anden|ats|ade|ens|ets|ans|ad|an|en|et|ar|er|or|at|as|na|es|ed"
    r"|(?<=sk|[mg]m|.m|.g|ll)t|(?<=[^s])s|(?<=[aou]r)|e|a)$"
)
"""Endings of Swedish and English words in a text."""
DERIVED = re.compile(r"(?<=\w{3})(?:arskap|ningar|nings|ning|ings|ing|ande|are|ment|er)$|(?<=led)ar$")
"""What makes a noun of a verb: "samordning", "ledare", "coordinating"."""
FIELD = re.compile(r"(?<=\w{5})s?(?:sidan|sida|sidans)$")
"""What says little at the end of a compound: "tjänstemannasidan"."""
SHORTEST_PART = 5


@functools.lru_cache(maxsize=65536)
def root_of(word: str) -> str:
    """What the forms of a word in small letters have in common, and the nouns made of a verb: "styra", "styrning".

    For searching only: names are told apart by their stems.
    """
    root = DERIVED.sub("", INFLECTED.sub("", FIELD.sub("", word)))
    is_double = len(root) > SHORTEST_PART - 2 and root[-1] == root[-2]
    return root[:-1] if is_double else root


class Kinship:
    """Words as what they mean, by the wording of one document."""

    def __init__(self, ways: WordWays) -> None:
        self._ways = ways
        self._rings: dict[str, set[str]] = {}
        for at, ring in enumerate(ways.wording.alike):
            for word in ring.split():
                self._rings.setdefault(root_of(word), set()).add(f"={at}")
        self._senses = functools.lru_cache(maxsize=65536)(self._senses_anew)

    def senses(self, word: str) -> frozenset[str]:
        """The root of a word in small letters, and the rings of words that mean nearly the same."""
        return self._senses(word)

    def _senses_anew(self, word: str) -> frozenset[str]:
        roots = {root_of(word), root_of(self._ways.wording.base(word))}
        return frozenset(roots.union(*(self._rings.get(root, ()) for root in roots)))

    def bag(self, texts: Iterable[str]) -> frozenset[str]:
        """All that texts say."""
        return frozenset[str]().union(*(self.senses(word) for text in texts for word in words_of(text)))

    def is_said(self, word: str, bag: frozenset[str]) -> bool:
        """Whether a word in small letters is in a bag: it, one that means nearly the same, or inside a compound."""
        if word in SMALL_WORDS or self._is_in(word, bag):
            return True
        called = self._ways.wording.called.get(word, ())
        return any(all(self._is_in(other, bag) for other in words_of(phrase)) for phrase in called)

    def near(self, word: str, places: Mapping[str, set[int]]) -> set[int]:
        """Where a word in small letters is said, of texts that are indexed by what they mean."""
        found = self._places(word, places)
        for phrase in self._ways.wording.called.get(word, ()):
            parts = [self._places(other, places) for other in words_of(phrase)]
            found |= set.intersection(*parts) if parts else set()
        return found

    def _places(self, word: str, places: Mapping[str, set[int]]) -> set[int]:
        roots, senses = {root_of(word), root_of(self._ways.wording.base(word))}, self.senses(word)
        said = (sense for sense in places if sense in senses or any(_is_part(root, sense) for root in roots))
        return set[int]().union(*(places[sense] for sense in said))

    def are_said(self, words: Iterable[str], text: str) -> bool:
        """Whether a text says all of some words in small letters."""
        bag = self.bag([text])
        return all(self.is_said(word, bag) for word in words)

    def is_named(self, name: str, words: Iterable[str]) -> bool:
        """Whether words in small letters name something: each word of its name, or one of somebody's."""
        parts = [self.bag([word]) for word in words_of(name)]
        said = list(words)
        found = [any(self._is_head(word, part) for word in said if word not in SMALL_WORDS) for part in parts]
        return bool(found) and all(found)

    def _is_head(self, word: str, part: frozenset[str]) -> bool:
        """Whether a word says what another is: "direktör" of "kommundirektör", not "kommun"."""
        if not self.is_said(word, part):
            return False
        root = root_of(word)
        return not any(other != root and other.startswith(root) for other in part)

    def _is_in(self, word: str, bag: frozenset[str]) -> bool:
        roots = {root_of(word), root_of(self._ways.wording.base(word))}
        is_part = any(_is_part(root, other) for root in roots for other in bag)
        return is_part or not self.senses(word).isdisjoint(bag)


def _is_part(root: str, other: str) -> bool:
    """Whether a compound begins or ends with a word; a short one may only end one much longer."""
    if len(root) < SHORTEST_PART:
        return len(root) == SHORTEST_PART - 1 and len(other) > 2 * len(root) and other.endswith(root)
    return other != root and (other.startswith(root) or other.endswith(root))
