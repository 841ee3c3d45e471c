"""Words spelled a little wrong: which word of a chart, or of the questions, was meant."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from editor.insight.names import stem_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DOUBLE = re.compile(r"(.)\1+")
SHORTEST_ALIKE = 4
"""Of a word that another one may be a careless spelling of: "Halden" for "Halldén"."""
SHORTEST_NAME, SHORTEST_VERB = 6, 7
"""Of a word with one letter wrong: short words are too often others."""


def sound_of(word: str) -> str:
    """A word without marks on its letters, and with no letter twice."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return DOUBLE.sub(r"\1", "".join(letter for letter in plain if not unicodedata.combining(letter)))


class Spelling:
    """Finds what words were meant; a word that may be two different ones is neither."""

    def __init__(self, names: Iterable[str], verbs: Iterable[str]) -> None:
        self._names, self._verbs = _by_sound(names), _by_sound(verbs)

    def meant(self, word: str) -> str | None:
        """The word that an unknown word in small letters is a slip of."""
        sound = sound_of(word)
        if len(word) < SHORTEST_ALIKE:
            return None
        same = {name for name in self._names.get(sound, ()) if len(name) >= SHORTEST_ALIKE}
        found = same or (self._near(self._names, sound) if len(sound) >= SHORTEST_NAME else set())
        if not found and len(sound) >= SHORTEST_VERB:
            found = {verb for verb in self._near(self._verbs, sound) if verb[0] == word[0]}
        if len({stem_of(one) for one in found}) != 1:
            return None
        return min(found, key=lambda one: (abs(len(one) - len(word)), one))

    def _near(self, known: dict[str, set[str]], sound: str) -> set[str]:
        return {word for near in _one_letter_off(sound) for word in known.get(near, ())}


def _by_sound(words: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        found[sound_of(word)].add(word)
    return dict(found)


def _one_letter_off(word: str) -> Iterator[str]:
    """A letter too many, too few, another one, or two that changed places."""
    for at in range(len(word) + 1):
        first, rest = word[:at], word[at:]
        if rest:
            yield first + rest[1:]
            yield from (first + letter + rest[1:] for letter in LETTERS)
        if len(rest) > 1:
            yield first + rest[1] + rest[0] + rest[2:]
        yield from (first + letter + rest for letter in LETTERS)
