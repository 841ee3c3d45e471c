"""How a sentence is read: words by their base forms, idle words left out, days at the end, names in other words."""

import datetime
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
BEFORE = re.compile(r"\s+(?:före|innan|before|until)$", re.IGNORECASE)
AFTER = re.compile(r"\s+(?:efter|after)$", re.IGNORECASE)
SINCE = re.compile(r"\s+(?:från(?: och med)?|fr\.?o\.?m\.?|sedan|since|from|as of)$", re.IGNORECASE)


class Words(NamedTuple):
    """A sentence as it was written and by base forms, word for word."""

    written: tuple[str, ...]
    base: tuple[str, ...]


class Idle(msgspec.Struct, frozen=True):
    """Words that say little.

    words: nothing.  helping: nothing before a verb.  last: nothing at the end.
    present, future: that now, or what comes, is meant.  before, after: nothing around what is asked about.
    new, old, weak: little of an element.  light: little of what is asked for.
    anything, tasks: what all answers, and tasks, can be called.
    asking, common: what a question begins with, and words that any sentence may have.
    """

    words: tuple[str, ...] = ()
    helping: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    anything: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def little(self) -> tuple[str, ...]:
        """What need not be in an element's name."""
        return (*self.new, *self.old, *self.weak)


class Wording(msgspec.Struct, frozen=True, dict=True):
    """`resources/wording.toml`: forms of words, idle words, the sectors and elements in other words.

    roles: who is meant by what they do, as a kind of relation.
    whole: what the municipality and the text are called.  changes: what a change as a whole is called.
    pronouns: what stands for those who begin.  alike: words that mean nearly the same, in rings.
    """

    forms: Mapping[str, str] = {}
    idle: Idle = Idle()
    roles: Mapping[str, str] = {}
    sectors: Mapping[str, str] = {}
    called: Mapping[str, tuple[str, ...]] = {}
    whole: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()

    def read(self, sentence: str) -> Words:
        """The words of a sentence without idle ones."""
        written = [bare for word in sentence.split() if (bare := word.strip(EDGES))]
        lower = [word.casefold() for word in written]
        kept = [at for at in range(len(written)) if at not in set(self._idle(lower))]
        return Words(tuple(written[at] for at in kept), tuple(self.base(lower[at]) for at in kept))

    def says_now(self, sentence: str) -> bool:
        """Whether a sentence asks for the time of the text: "vad är Hjert i dag"."""
        return _says(sentence, self.idle.present)

    def says_later(self, sentence: str) -> bool:
        """Whether a sentence asks for what is to come: "vilket jobb får Hjert"."""
        return _says(sentence, self.idle.future)

    def trimmed(self, words: str) -> str:
        """What is asked about without what says nothing around it: "att X inrättas", "X i framtiden"; never nothing."""
        left, before = words, None
        while left != before:
            before = left
            for phrase in self.idle.before:
                left = left[len(phrase) + 1 :] if left.casefold().startswith(f"{phrase} ") else left
            for phrase in self.idle.after:
                left = left[: -len(phrase) - 1] if left.casefold().endswith(f" {phrase}") else left
        return left

    def is_common(self, word: str) -> bool:
        """Whether a word in small letters may stand in any sentence."""
        return word in self.idle.common or word in self.idle.asking

    def is_known(self, word: str) -> bool:
        """Whether a word in small letters is one that questions are made of, or another word for something."""
        return word in self._known

    def says_little(self, word: str) -> bool:
        """Whether a word in small letters joins others or is a form of a verb, so that no name begins with it."""
        return word in self._base_by_form or word in self.forms or word in (*self.idle.common, *self.idle.asking)

    @functools.cached_property
    def _known(self) -> set[str]:
        idle = self.idle
        listed = (*idle.words, *idle.helping, *idle.common, *idle.little, *idle.anything, *idle.tasks, *self.called)
        return {*self._base_by_form, *self.forms, *(word for phrase in listed for word in phrase.split())}

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


def _says(sentence: str, phrases: Sequence[str]) -> bool:
    said = f" {sentence.casefold().strip(EDGES)} "
    return any(f" {phrase} " in said for phrase in phrases)


def load_wording(path: Path) -> Wording:
    """Raises OSError, tomllib.TOMLDecodeError, or msgspec.ValidationError that names the entry at fault."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Wording)


def day_asked(sentence: str) -> tuple[str, Span | None]:
    """The sentence without a day at its end, and that day: "… den 31 december 2008", "… in 2008", "… före 2009"."""
    plain = " ".join(sentence.split()).rstrip(EDGES)
    match = ISO_DAY.search(plain)
    if match is not None:
        return _beside(plain[: match.start()], span_of(match[1]))
    match = DAY.search(plain)
    if match is None:
        return sentence, None
    month = _MONTHS[match[2].casefold()] if match[2] else None
    parts = (match[3], month and f"{month:02d}", match[1] and f"{int(match[1]):02d}")
    return _beside(plain[: match.start()], span_of("-".join(part for part in parts if part)))


def _beside(sentence: str, day: Span | None) -> tuple[str, Span | None]:
    """Before a day is the one before it, after it the one after it."""
    for pattern, step in ((BEFORE, -1), (AFTER, 1), (SINCE, 0)):
        match = pattern.search(sentence)
        if match is not None and day is not None:
            turn = datetime.date(*(day.last if step > 0 else day.first)) + datetime.timedelta(days=step)
            one = (turn.year, turn.month, turn.day)
            return sentence[: match.start()], Span(one, one) if step else day
    return sentence, day
