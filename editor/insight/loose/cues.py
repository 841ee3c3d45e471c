"""What a sentence asks for, whatever the order of its words: who, when, how many; and which question it hints at."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from editor.insight.loose.alike import Kinship
from editor.insight.names import SMALL_WORDS
from editor.insight.questions import Question
from editor.insight.wording import EDGES, Wording

Asks = Literal["who", "what", "which", "many", "often", "when", "year", "where", "why", "whether", "how"]
FIRST: Mapping[str, Asks] = {
    **dict.fromkeys(("vem", "vems", "who", "whom", "whose"), "who"),
    **dict.fromkeys(("vad", "what"), "what"),
    **dict.fromkeys(("vilka", "vilken", "vilket", "which"), "which"),
    **dict.fromkeys(("när", "when"), "when"),
    **dict.fromkeys(("var", "vart", "varifrån", "where"), "where"),
    **dict.fromkeys(("varför", "why"), "why"),
    **dict.fromkeys(("hur", "how"), "how"),
}
MOST_BEFORE = 1
"""Words before the one that asks: "på vilka orter"."""
SORTS: Mapping[str, Asks] = {
    **dict.fromkeys(("dag", "datum", "månad", "tid", "tidpunkt", "day", "date", "month", "time"), "when"),
    **dict.fromkeys(("år", "årtal", "year"), "year"),
    **dict.fromkeys(("ort", "orter", "plats", "platser", "place", "places", "towns", "villages"), "where"),
}
"""What is asked for after "vilken": "vilket datum" is "när"."""
FRONT = "^"
"""Before a word that stands before the one that asks: "under vem" asks for another thing than "under X"."""
MANY, OFTEN = ("många", "many"), ("ofta", "often", "frequently")
TIMES = ("gånger", "times")
YEARLY = ("år", "året", "årligen", "year", "yearly", "annually")
GENITIVE = re.compile(r"['’]s$")
MOST_SORT = 3
"""Words of what is asked for: "politiska organ"."""


class Asked(NamedTuple):
    """A sentence: what it asks for, of which sort ("vilka kontor"), its other words; before: "under" of "under vem"."""

    asks: Asks
    sort: str
    words: tuple[str, ...]
    before: str = ""


def asked(sentence: str, wording: Wording, is_sort: Callable[[str], bool]) -> Asked | None:
    """What a sentence asks for; None where it has no word that asks and no verb before its subject."""
    words = [bare for word in sentence.split() if (bare := GENITIVE.sub("", word.strip(EDGES)))]
    lower = [word.casefold() for word in words]
    at = next((at for at in range(min(MOST_BEFORE + 1, len(words))) if lower[at] in FIRST), None)
    if at is None:
        is_claim = bool(words) and wording.asks(lower[0])
        return Asked("whether", "", tuple(words[1:])) if is_claim else None
    asks, rest = FIRST[lower[at]], words[at + 1 :]
    if asks == "how" and rest and rest[0].casefold() in MANY + OFTEN:
        is_often = rest[0].casefold() in OFTEN or any(word in TIMES + YEARLY for word in lower)
        asks, rest = ("often" if is_often else "many"), rest[1:]
    if asks == "often":
        return Asked(asks, "", tuple(word for word in rest if word.casefold() not in TIMES + YEARLY))
    if asks in ("which", "what") and rest and rest[0].casefold() in SORTS:
        return Asked(SORTS[rest[0].casefold()], "", tuple(rest[1:]))
    is_number = asks in ("which", "what") and len(rest) > 1 and rest[0].casefold() in wording.idle.weak
    if is_number and (wording.base(rest[1].casefold()) in wording.forms or not is_sort(rest[1])):
        rest = rest[1:]  # "vilka två arbetar med …"
    is_noun = bool(rest) and wording.base(rest[0].casefold()) not in wording.forms
    length = _sort_length(rest, is_sort) if is_noun and (asks in ("which", "many") or lower[at] == "what") else 0
    asks = "which" if length and asks == "what" else asks
    return Asked(asks, " ".join(rest[:length]), tuple(rest[length:]), "".join(lower[:at]))


def _sort_length(words: Sequence[str], is_sort: Callable[[str], bool]) -> int:
    """How many of the first words say a sort of things."""
    lengths = range(min(MOST_SORT, len(words)), 0, -1)
    return next((length for length in lengths if is_sort(" ".join(words[:length]))), 0)


class Cues:
    """Which words of a sentence hint at which question: those of its patterns, if few other questions have them."""

    def __init__(self, questions: Mapping[str, Question], kin: Kinship) -> None:
        self._kin = kin
        told = {
            id: Counter(sense for word in _cues(question) for sense in kin.senses(word))
            for id, question in questions.items()
        }
        often = Counter(sense for senses in told.values() for sense in senses)
        most = Counter[str]()
        for senses in told.values():
            most |= senses
        self._weights = {
            id: {sense: math.log(len(told) / often[sense]) * count / most[sense] for sense, count in senses.items()}
            for id, senses in told.items()
        }
        self._asks = {id: set(_asks(question)) for id, question in questions.items()}

    def weight(self, word: str, question: str) -> float:
        """How much a word in small letters hints at a question; 0 where it isn't a word of its patterns."""
        weights = self._weights[question]
        return max((weights.get(sense, 0.0) for sense in self._kin.senses(word)), default=0.0)

    def is_asked(self, question: str, asks: Asks) -> bool:
        """Whether a question can be asked for that: who, what, where, …"""
        return asks == "whether" or asks in self._asks[question]


def _cues(question: Question) -> Iterator[str]:
    for written in (*question.patterns, *question.ask.values()):
        first = written.lstrip("!=").casefold().split()[:2]
        if len(first) > 1 and first[0] not in FIRST and first[1].split("/")[0] in FIRST:
            yield FRONT + first[0]
        for word in re.findall(r"[\w-]+", written.replace("{}", "")):
            plain = word.casefold()
            if word not in ("X", "Y") and plain not in FIRST and plain not in SMALL_WORDS:
                yield plain


def _asks(question: Question) -> Iterator[Asks]:
    """What the patterns of a question begin with, and what follows from that."""
    for written in (*question.patterns, *question.ask.values()):
        words = written.lstrip("!=").casefold().split()
        asks = FIRST.get(words[0]) or (FIRST.get(words[1].strip("()")) if len(words) > 1 else None)
        if asks is None:
            continue
        if asks == "how":
            if "länge" in words or "long" in words:
                continue
            is_many = any(word in MANY for word in words)
            asks = "often" if any(word in (*OFTEN, *TIMES) for word in words) else "many" if is_many else "how"
        yield asks
        if asks in ("who", "what") and not written.startswith("!"):
            yield from ("which", "many")
        if asks == "which":
            yield "what"
        if any(SORTS.get(word) == "year" for word in re.findall(r"\w+", written)):
            yield "year"
