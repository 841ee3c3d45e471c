"""How a sentence is read: words by their base forms, idle words left out, days at the end, names in other words."""

import datetime
import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
ANY_DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|:e)?\s+)?(?:{'|'.join(_MONTHS)})\s+)?(?:19|20)\d\d"
FIRST_DAY = re.compile(
    rf"^(?P<day>(?:(?:den|on|i|in|under|per|år|during|the|före|innan|before|efter|after|sedan|since)\s+)*{ANY_DAY})[,:]?\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
"""A day that a sentence begins with: "2008, vem ledde …"."""
INNER_DAY = re.compile(
    rf"(?P<day>\s+(?:(?:den|on|i|in|under|per|år|during|the)\s+)*{ANY_DAY})"
    r"(?P<rest>\s+(?:i|om|för|på|med|hos|vid|av|till|about|for|with|of|as|som|at|to|by)\s+.+)$",
    re.IGNORECASE,
)
"""A day within a sentence: "vem ansvarade 2008 för …"."""
ISO_DAY = re.compile(r"\s+(?:(?:den|on|i|in|under|per)\s+)*((?:19|20)\d\d-\d\d(?:-\d\d)?)$", re.IGNORECASE)
BEFORE = re.compile(r"\s+(?:före|innan|before|until)$", re.IGNORECASE)
AFTER = re.compile(r"\s+(?:efter|after)$", re.IGNORECASE)
SINCE = re.compile(r"\s+(?:från(?: och med)?|fr\.?o\.?m\.?|sedan|since|from|as of)$", re.IGNORECASE)


PASSIVE = "+s"
"""After the base form of a verb that stands in the passive."""


LONGEST_SHORT_FORM = 3
"""Of abbreviations such as "vd", that have no plural."""


class Words(NamedTuple):
    """A sentence as it was written and by base forms, word for word."""

    written: tuple[str, ...]
    base: tuple[str, ...]


class Idle(msgspec.Struct, frozen=True):
    """Words that say little.

    words: nothing.  helping: nothing before a verb.  last: nothing at the end.
    present, future: that now, or what comes, is meant.  before, after: nothing around what is asked about.
    new, old, weak: little of an element.  light: little of what is asked for.
    never: what no chart says.  anything, tasks: what all answers, and tasks, can be called.
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
    never: tuple[str, ...] = ()
    anything: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()

    @property
    def little(self) -> tuple[str, ...]:
        """What need not be in an element's name."""
        return (*self.new, *self.old, *self.weak)


class Around(msgspec.Struct, frozen=True):
    """What stands around a question in longer sentences.

    claims, reasons: before what is claimed ("stämmer det att"), and before what is asked the reason of.
    exceptions: before what shall not answer.  absences: after who is away.  denials, only: "inte", "bara".
    """

    claims: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    absences: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class Wording(msgspec.Struct, frozen=True, dict=True):
    """`resources/wording.toml`: forms of words, idle words, the sectors and elements in other words.

    roles: who is meant by what they do, as a kind of relation.
    whole: what the municipality and the text are called.  texts: what the text alone is called.
    changes: what a change as a whole is called.
    pronouns: what stands for those who begin.  alike: words that mean nearly the same, in rings.
    """

    forms: Mapping[str, str] = {}
    idle: Idle = Idle()
    around: Around = Around()
    roles: Mapping[str, str] = {}
    sectors: Mapping[str, str] = {}
    called: Mapping[str, tuple[str, ...]] = {}
    whole: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
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

    def asks(self, word: str) -> bool:
        """Whether a question may begin with a word in small letters: a word that asks, or a verb before its subject."""
        return word in self.idle.asking or self.base(word) in self.forms or self.base(word).endswith(PASSIVE)

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
        return [(phrase, _named(phrase)) for phrase in by_length]

    def base(self, word: str) -> str:
        """The base form of a word in small letters."""
        known = self._base_by_form.get(word)
        if known is not None or word in self.forms:
            return known or word
        return self._passive_by_form.get(word, word)

    def passives(self, verbs: Iterable[str]) -> tuple[str, ...]:
        """The base forms of what is done where somebody does it: "leds" of "leder"."""
        return tuple(dict.fromkeys(done for verb in verbs for done in self._passives.get(verb, ())))

    @functools.cached_property
    def _passives(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for verb, listed in self.forms.items():
            done = (self.base(said) for form in (verb, *listed.split()) for said in _passives_of(form))
            found[verb] = tuple(dict.fromkeys(base for base in done if PASSIVE in base or base in self.forms))
        return found

    @functools.cached_property
    def _passive_by_form(self) -> dict[str, str]:
        """ "leds", "leddes" and "ledas" as one, of verbs that have no entry of their own for it."""
        verbs = ((base, form) for base, listed in self.forms.items() for form in (base, *listed.split()))
        return {done: base + PASSIVE for base, form in verbs for done in _passives_of(form)}

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


def _passives_of(form: str) -> Iterator[str]:
    """ "ledas", "leddes" and "letts" of "leda", "ledde" and "lett"; "leds" and "ansvaras" of a present in -er, -ar."""
    if form.endswith(("a", "de", "te", "t")):
        yield f"{form}s"
    elif form.endswith("er"):
        yield f"{form[:-2]}s"
    elif form.endswith("r"):
        yield f"{form[:-1]}s"


def _named(phrase: str) -> re.Pattern[str]:
    """A phrase as whole words; an English one also in the plural."""
    plural = "s?" if phrase.isascii() and len(phrase) > LONGEST_SHORT_FORM else ""
    return re.compile(rf"(?<![\w-]){re.escape(phrase)}{plural}(?![\w-])")


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
        moved = _day_last(plain)
        return day_asked(moved) if moved else (sentence, None)
    month = _MONTHS[match[2].casefold()] if match[2] else None
    parts = (match[3], month and f"{month:02d}", match[1] and f"{int(match[1]):02d}")
    return _beside(plain[: match.start()], span_of("-".join(part for part in parts if part)))


def _day_last(sentence: str) -> str | None:
    """A sentence with the day that it begins with, or that stands before a preposition, at its end."""
    first = FIRST_DAY.match(sentence)
    if first is not None:
        return f"{first['rest']} {first['day']}"
    inside = INNER_DAY.search(sentence)
    return f"{sentence[: inside.start()]}{inside['rest']} {inside['day']}" if inside is not None else None


def _beside(sentence: str, day: Span | None) -> tuple[str, Span | None]:
    """Before a day is the one before it, after it the one after it."""
    for pattern, step in ((BEFORE, -1), (AFTER, 1), (SINCE, 0)):
        match = pattern.search(sentence)
        if match is not None and day is not None:
            turn = datetime.date(*(day.last if step > 0 else day.first)) + datetime.timedelta(days=step)
            one = (turn.year, turn.month, turn.day)
            return sentence[: match.start()], Span(one, one) if step else day
    return sentence, day
