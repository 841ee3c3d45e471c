"""Patterns of questions: words, choices, optional words and slots; and the other ways to ask that follow from one."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from editor.insight.wording import Wording, Words

Mode = Literal["plain", "narrow", "count", "pair", "when", "doing", "found"]
SUBJECT, OTHER = "X", "Y"
SLOTS = (SUBJECT, OTHER)
SAME = {
    "vem": ("vem", "vilka", "vilken", "vilket"),
    "vad": ("vad", "vilka", "vilket"),
    "vilka": ("vilka", "vilken", "vilket"),
    "who": ("who", "whom"),
    "whom": ("whom", "who"),
    "what": ("what", "which"),
}
"""Asking words that stand for one another."""
ASK_OF_OBJECT = ("vad", "när", "vart", "hur")
"""After these the subject follows the verb, so that after "ska" it goes before it."""
ONLY = "!"
"""Before a pattern from which nothing follows."""
JUST = "="
"""Before a pattern whose asking word stands for no other."""
WHICH = ("vilka", "vilken", "vilket")
WHICH_EN = ("which", "what")


class Part(NamedTuple):
    """A place of a pattern: one of some words, or a slot."""

    choices: tuple[str, ...]
    optional: bool = False

    @property
    def is_slot(self) -> bool:
        return self.choices[0] in SLOTS

    @property
    def is_fixed(self) -> bool:
        """Whether a sentence needs one of its words."""
        return not self.optional and not self.is_slot


class Pattern(NamedTuple):
    """A way to ask."""

    parts: tuple[Part, ...]
    mode: Mode

    @property
    def weight(self) -> int:
        """How much of the sentence is fixed; what was written weighs more than what follows from it."""
        fixed = sum(part.is_fixed for part in self.parts)
        return 4 * fixed + 2 * (self.mode == "plain") + (OTHER not in [part.choices[0] for part in self.parts])

    def fits(self, words: Words) -> Iterator[dict[str, str]]:
        """Every way to fill the slots so that the pattern is the sentence."""
        for spans in _spans(self.parts, words.base, 0):
            yield {slot: " ".join(words.written[start:end]) for slot, (start, end) in spans.items()}


Spans = dict[str, tuple[int, int]]


def _spans(parts: Sequence[Part], base: Sequence[str], at: int) -> Iterator[Spans]:
    if not parts:
        if at == len(base):
            yield {}
        return
    part, rest = parts[0], parts[1:]
    if part.is_slot:
        for end in range(at + 1, len(base) + 1):
            for spans in _spans(rest, base, end):
                yield {part.choices[0]: (at, end), **spans}
        return
    if at < len(base) and base[at] in part.choices:
        yield from _spans(rest, base, at + 1)
    if part.optional:
        yield from _spans(rest, base, at)


def patterns_of(written: str, wording: Wording) -> list[Pattern]:
    """A pattern as it is written, and what else can be asked with the same words.

    "vem leder X" also asks "vilka direktörer leder X", "hur många leder X", "leder Ada X" and "när ledde Ada X".
    """
    is_all = written.startswith(ONLY)
    words = written.removeprefix(JUST).strip("?!").replace("{}", SUBJECT).split()
    parts = [_part(word, wording) for word in words]
    if written.startswith(JUST):
        parts[0] = Part((words[0],))
    found = [Pattern(parts, "plain") for parts in _orders(parts)]
    found += [] if is_all else passive(parts, wording)
    asks, rest = parts[0].choices[0], parts[1:]
    if is_all or Part((OTHER,)) in parts:
        return found
    if asks in ("vem", "vad"):
        found += _turned(rest, WHICH, ("hur", "många"), ("när",), asks == "vem")
    elif asks in ("who", "what", "whom"):
        found += _turned(rest, WHICH_EN, ("how", "many"), ("when",), asks == "who")
    return found


def _orders(parts: list[Part]) -> Iterator[tuple[Part, ...]]:
    """The words as they are, and as they stand after "ska" or "will", which are left out of sentences.

    "vad gör X" is "vad ska X göra", "what does X do" is "what will X do".
    """
    yield tuple(parts)
    at = next((at for at, part in enumerate(parts) if part.choices[0] == SUBJECT), 0)
    has_verb = at > 1 and not parts[at - 1].is_slot and not parts[at - 1].optional
    if has_verb and parts[at - 1].choices == ("does",):
        yield (*parts[: at - 1], *parts[at:])
    elif has_verb and (parts[0].choices[0] in ASK_OF_OBJECT or len(parts) > at + 1):
        yield (*parts[: at - 1], parts[at], parts[at - 1], *parts[at + 1 :])


def _turned(
    rest: list[Part], which: tuple[str, ...], many: Sequence[str], when: Sequence[str], is_subject: bool
) -> Iterator[Pattern]:
    other = Part((OTHER,))
    how_many = [Part((word,)) for word in many]
    for order in _orders([Part(which), *rest]):
        yield Pattern((order[0], other, *order[1:]), "narrow")
    for order in _orders([how_many[0], *rest]):
        yield Pattern((*how_many, other, *order[1:]), "count")
    if rest[0].is_slot:
        return
    at_day = [Part((word,)) for word in when]
    for asked in _as_claim(rest, is_subject, when == ("when",)):
        yield Pattern(asked, "pair")
        yield Pattern((*at_day, *asked), "when")


def _as_claim(rest: list[Part], is_subject: bool, is_english: bool) -> Iterator[tuple[Part, ...]]:
    """ "leder X" as "leder Y X", "ansvarar X för" as "ansvarar X för Y", "leads X" as "does Y lead X"."""
    other, verb = Part((OTHER,)), rest[0]
    if not is_subject and not is_english and len(rest) > 2 and rest[-1].choices[0] == SUBJECT and not rest[1].is_slot:
        yield (verb, other, *rest[1:])  # "vad lyder under X": what lies under it is the subject.
    elif not is_subject or (is_english and verb.choices[0] == "does"):
        yield (*rest, other)
    elif not is_english or verb.choices[0] in ("is", "has"):
        yield (verb, other, *rest[1:])
    else:
        yield (Part(("does",)), other, *rest)


def passive(parts: Sequence[Part], wording: Wording) -> list[Pattern]:
    """ "vem leder X" as "av vem leds X", "vad leder X" as "vad leds av X"; in English likewise."""
    asks, words = parts[0].choices[0], [part.choices[0] for part in parts[1:]]
    x, y, av, by, be = (Part((word,)) for word in (SUBJECT, OTHER, "av", "by", "is"))
    if len(words) == 2 and words[1] == SUBJECT and not parts[1].optional:
        done = Part(wording.passives(parts[1].choices))
        whom = Part(("vem", "vilka", "vilken", "vilket"))
        if asks == "vem" and done.choices:
            orders = ((av, whom, done, x), (whom, done, x, av))
            return [*(Pattern(order, "plain") for order in orders), Pattern((done, x, av, y), "pair")]
        if asks == "vad" and done.choices:
            return [
                Pattern((parts[0], done, av, x), "plain"),
                Pattern((Part(WHICH), y, done, av, x), "narrow"),
                Pattern((Part(("hur",)), Part(("många",)), y, done, av, x), "count"),
                Pattern((done, y, av, x), "pair"),
            ]
        if asks == "who" and parts[1].choices[0] not in ("is", "has", "does"):
            who = Part(("who", "whom", "which", "what"))
            asked = ((who, be, x, parts[1], by), (by, who, be, x, parts[1]))
            return [*(Pattern(order, "plain") for order in asked), Pattern((be, x, parts[1], by, y), "pair")]
    if words[:2] == ["does", SUBJECT] and len(words) == 3 and asks == "what" and words[2] not in ("has", "is", "does"):
        return [
            Pattern((parts[0], be, parts[3], by, x), "plain"),
            Pattern((Part(WHICH_EN), y, be, parts[3], by, x), "narrow"),
            Pattern((Part(("how",)), Part(("many",)), y, be, parts[3], by, x), "count"),
        ]
    return []


def _part(word: str, wording: Wording) -> Part:
    optional = word.startswith("(")
    choices = word.strip("()").split("/")
    if choices[0] in SLOTS:
        return Part((choices[0],))
    choices = [choice.casefold() for choice in choices]
    same = [other for choice in choices for other in SAME.get(choice, (choice,))]
    return Part(tuple(dict.fromkeys(wording.base(choice) for choice in same)), optional)
