"""How a sentence is read: words by their base forms, idle words left out, days at the end, names in other words."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from editor.insight.timing import Span, span_of
from editor.model.dates import MONTHS

EDGES = " \"'”“’«»,.;:!?"
_MONTHS = {month.casefold(): number for months in MONTHS.values() for number, month in enumerate(months, 1)}
DAY = re.compile(
    r"\s+(?:(?:den|on|i|in|under|per|år|during|the)\s+)*"
    rf"(?:(?:(\d{{1,2}})(?:st|nd|rd|th|:e)?\s+)?({'|'.join(_MONTHS)})\s+)?((?:19|20)\d\d)$",
    re.IGNORECASE,
)
ISO_DAY = re.compile(r"\s+(?:(?:den|on|i|in|under|per)\s+)*((?:19|20)\d\d-\d\d(?:-\d\d)?)$", re.IGNORECASE)


class Words(NamedTuple):
    """A sentence as it was written and by base forms, word for word."""

    written: tuple[str, ...]
    base: tuple[str, ...]


class Idle(msgspec.Struct, frozen=True):
    """Words that say little.

    words: nothing.  helping: nothing before a verb.  last: nothing at the end.  new, old, weak: little of an element.
    anything, tasks: what all answers, and all tasks, can be called.
    """

    words: tuple[str, ...] = ()
    helping: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    anything: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def little(self) -> tuple[str, ...]:
        """What need not be in an element's name."""
        return (*self.new, *self.old, *self.weak)


class Wording(msgspec.Struct, frozen=True, dict=True):
    """`resources/wording.toml`: forms of words, idle words, the sectors and elements in other words."""

    forms: Mapping[str, str] = {}
    idle: Idle = Idle()
    sectors: Mapping[str, str] = {}
    called: Mapping[str, tuple[str, ...]] = {}

    def read(self, sentence: str) -> Words:
        """The words of a sentence without idle ones."""
        written = [bare for word in sentence.split() if (bare := word.strip(EDGES))]
        lower = [word.casefold() for word in written]
        kept = [at for at in range(len(written)) if at not in set(self._idle(lower))]
        return Words(tuple(written[at] for at in kept), tuple(self.base(lower[at]) for at in kept))

    @functools.cached_property
    def phrases(self) -> list[tuple[str, re.Pattern[str]]]:
        """What is called otherwise too, the longest first, and how it is found in a text in small letters."""
        by_length = sorted(self.called, key=lambda phrase: -len(phrase))
        return [(phrase, re.compile(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])")) for phrase in by_length]

    def base(self, word: str) -> str:
        """The base form of a word in small letters."""
        return self._base_by_form.get(word, word)

    @functools.cached_property
    def _base_by_form(self) -> dict[str, str]:
        return {form: base for base, listed in self.forms.items() for form in listed.split()}

    def _idle(self, words: Sequence[str]) -> Iterator[int]:
        """Where idle words stand. The first word asks, so it is never idle."""
        for phrase in (entry.split() for entry in self.idle.words):
            for at in range(1, len(words) - len(phrase) + 1):
                if list(words[at : at + len(phrase)]) == phrase:
                    yield from range(at, at + len(phrase))
        for at, (word, after) in enumerate(pairwise(words)):
            if at and word in self.idle.helping and after in self._base_by_form:
                yield at


def load_wording(path: Path) -> Wording:
    """Raises OSError, tomllib.TOMLDecodeError, or msgspec.ValidationError that names the entry at fault."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Wording)


def day_asked(sentence: str) -> tuple[str, Span | None]:
    """The sentence without a day at its end, and that day: "… den 31 december 2008", "… in 2008"."""
    plain = " ".join(sentence.split()).rstrip(EDGES)
    match = ISO_DAY.search(plain)
    if match is not None:
        return plain[: match.start()], span_of(match[1])
    match = DAY.search(plain)
    if match is None:
        return sentence, None
    month = _MONTHS[match[2].casefold()] if match[2] else None
    parts = (match[3], month and f"{month:02d}", match[1] and f"{int(match[1]):02d}")
    return plain[: match.start()], span_of("-".join(part for part in parts if part))
