"""What a sentence asks beneath its grammar: claims, reasons, orders, exceptions, denials and absences put plainly."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.insight.wording import EDGES, Wording
from editor.model.dates import MONTHS

ASKING = (
    "vem|vems|vad|vilka|vilken|vilket|när|var|vart|varifrån|varför|hur|who|whom|whose|what|which|when|where|why|how"
)
MONTH = rf"(?:{'|'.join(sorted({month for months in MONTHS.values() for month in months}, key=len, reverse=True))})\b"
LEAD_IN = re.compile(
    r"^(?:(?:kan|skulle)\s+(?:du|ni|man|någon)(?:\s+kunna)?\s+(?:säga|berätta|svara på|tala om)(?:\s+för\s+mig)?|"
    r"jag\s+(?:undrar|vill veta|skulle vilja veta)|vet\s+(?:du|ni|man)|säg(?:\s+mig)?|berätta|tala\s+om|ange|"
    r"(?:can|could|would)\s+you\s+(?:please\s+)?(?:tell|say|explain)(?:\s+to)?(?:\s+(?:me|us))?|"
    r"do\s+you\s+know|i\s+(?:wonder|would\s+like\s+to\s+know|want\s+to\s+know)|tell\s+(?:me|us))\s*,?\s+"
    rf"(?P<question>(?:(?:till|för|på|av|under|i|from|to|in|by)\s+)?(?:{ASKING})\b.*)$",
    re.IGNORECASE,
)
"""What leads to a question: "kan du säga …", "I wonder …"."""
SUBJECT_AFTER = re.compile(r"^((?:vem|vilka|vad|vilken(?:\s+\w+)?|vilket(?:\s+\w+)?))\s+som\s+", re.IGNORECASE)
SUBORDINATE = re.compile(r"\b(inte|ej|aldrig)\s+(\w+)", re.IGNORECASE)
CLEFT = re.compile(
    r"^((?:vem|vilka|vilken|vilket|vad)(?:\s+[\w-]+)?)\s+(?:är|var|blir)\s+det\s+som\s+|"
    r"^((?:who|which|what)(?:\s+[\w-]+)?)\s+(?:is|was)\s+it\s+(?:that|who|which)\s+",
    re.IGNORECASE,
)
"""Before what is asked of: "vilka kontor är det som …"."""
THOSE = re.compile(
    r"^(?:vilka|vilken|vilket|vad)\s+(?:är|var|blir)\s+(?:de|den|det|dom)\s+([\w-]+)\s+som\s+|"
    r"^(?:who|which|what)\s+(?:are|is|were|was)\s+the\s+([\w-]+)\s+(?:that|who|which)\s+",
    re.IGNORECASE,
)
""" "Vilka är de kontor som …"."""
OUT_OF = re.compile(
    r"^(vilka|vilken|vilket|vem|hur många)\s+av\s+(?:(?:de|den|det|dessa)\s+)?(?=[\w-]+\s+[\w-])|"
    r"^(which|who|what|how many)\s+of\s+(?:the|these|those)\s+(?=[\w-]+\s+[\w-])",
    re.IGNORECASE,
)
"""What a sort is chosen from: "vilka av kontoren", "which of the offices"."""
ORDER = re.compile(
    r"^(nämn|lista|räkna upp|rabbla upp|visa|list|name|give(?: me)?|show(?: me)?)\s+"
    r"(?:(?:alla|samtliga|de|all|the)\s+)*",
    re.IGNORECASE,
)
THAT = re.compile(r"^([\w-]+)\s+(?:som|that|who|which)\s+(.+)$", re.IGNORECASE)
TAG = re.compile(
    r",?\s+(?:eller hur|inte sant|stämmer det|stämmer inte det|right|isn't it|is that right|correct)$", re.IGNORECASE
)
"""What makes a question of a claim: "staben är ny, eller hur?"."""
TURN = re.compile(r"\s+vid\s+årsskiftet\s+(?:\d{4}\s*[/–-]\s*\d{2,4}|\d{4})$", re.IGNORECASE)
TOO = re.compile(r"\s+(?:as well|too|likaså)$", re.IGNORECASE)
DO, HELPING_EN = "does", ("is", "has")
ENGLISH = re.compile(
    r"\b(?:the|is|are|was|were|does|did|has|have|who|which|what|of|to|on|and|with|by|at|both|will)\b", re.IGNORECASE
)
SWEDISH = re.compile(
    r"\b(?:det|den|de|är|har|ska|och|för|som|av|på|vem|vilka|vilken|vad|till|med|om|under|båda)\b|[åäö]", re.IGNORECASE
)


COMPANY = re.compile(
    r"\s+(?:tillsammans|ihop|jämte|i sällskap|together|along|alongside|jointly)\s+(?:med|with)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
"""With whom somebody does something, at the end."""
ORDINALS = {
    **{word: number for number, word in enumerate(("första", "andra", "tredje", "fjärde", "femte", "sjätte"), 1)},
    **{word: number for number, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)},
}
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\s+(?:of\s+)?(?={MONTH})", re.IGNORECASE)
YEARLESS = re.compile(
    rf"\s+(?:(?:den|i|on|in|the|from|från|i början av|i slutet av|i mitten av|in early|in late)\s+)+"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|:e)?\s+(?:of\s+)?)?{MONTH}(?:\s+\d{{1,2}})?$",
    re.IGNORECASE,
)
"""A day without its year, at the end."""


class Clause(NamedTuple):
    """A question put plainly.

    excepted: what shall not answer ("förutom Ada").  is_denied: who does *not* is asked for.
    is_only: whether it is so of nothing else.
    """

    sentence: str
    excepted: str = ""
    is_denied: bool = False
    is_only: bool = False


class Clauses:
    """Puts questions plainly, by the words of `wording.toml`."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        words = wording.around
        self._claim = _beginning(words.claims)
        self._reason = _beginning(words.reasons)
        self._exception = re.compile(
            rf",?\s+(?:{_any(words.exceptions)})\s+(?P<but>[^,]+?)(?:,\s*(?P<rest>.+))?$", re.IGNORECASE
        )
        self._first_exception = re.compile(
            rf"^(?:{_any(words.exceptions)})\s+(?P<but>.+?),?\s+(?P<rest>(?:{ASKING})\b.+)$", re.IGNORECASE
        )
        self._absence = re.compile(
            rf"^(?:vem|vilken|vilka|who)\b.*?\s(?:när|om|medan|ifall|då|when|if|while)\s+(?P<who>.+?)\s+"
            rf"(?:{_any(words.absences)})\b.*$",
            re.IGNORECASE,
        )
        self._denial = re.compile(rf"\s+(?:{_any(words.denials)})\b", re.IGNORECASE)
        self._only = re.compile(rf"\s+(?:{_any(words.only)})\b", re.IGNORECASE)

    def plain(self, sentence: str) -> Clause:
        """A sentence without what leads to it, in the order of a question, and what was said around it."""
        said = TURN.sub("", _as_question(plainly(sentence.strip(EDGES))))
        said, excepted = self._excepting(said)
        said = self._ordered(TOO.sub("", ORDINAL.sub(lambda found: f"{ORDINALS[found[1].casefold()]} ", said)))
        said = self._stepping_in(said)
        is_whether = self._is_whether(said)
        is_denied = bool(self._denial.search(said))
        if is_denied:
            said = self._denial.sub("", said)
        is_only = is_whether and bool(self._only.search(said))
        return Clause(self._only.sub("", said) if is_only else said, excepted, is_denied and not is_whether, is_only)

    def dated(self, sentence: str) -> str | None:
        """ "Tillträder Ada den 1 februari?" as "när tillträder Ada"; None where no day is asked about."""
        match = YEARLESS.search(sentence)
        if match is None or not self._is_whether(sentence):
            return None
        return ("when " if _is_english(sentence) else "när ") + sentence[: match.start()]

    def alone(self, sentence: str) -> tuple[str, str] | None:
        """A sentence without "tillsammans med Ada" at its end, and Ada."""
        match = COMPANY.search(sentence)
        return (sentence[: match.start()], match["who"]) if match is not None else None

    def _is_whether(self, sentence: str) -> bool:
        first = sentence.split(maxsplit=1)[0].casefold() if sentence.split() else ""
        return not re.fullmatch(ASKING, first) and not re.match(rf"\w+\s+(?:{ASKING})\b", sentence, re.IGNORECASE)

    def _excepting(self, sentence: str) -> tuple[str, str]:
        match = self._first_exception.match(sentence)
        if match is not None:
            return match["rest"], match["but"]
        match = self._exception.search(sentence)
        if match is None or len(sentence[: match.start()].split()) < 2:
            return sentence, ""
        but, more = self._until_verb(match["but"])
        rest = " ".join(filter(None, (sentence[: match.start()], more, match["rest"])))
        return rest, but

    def _until_verb(self, words: str) -> tuple[str, str]:
        """ "S står bakom plattformen" as "S", and what goes on with the sentence."""
        said = words.split()
        at = next(
            (at for at in range(1, len(said)) if self._wording.base(said[at].casefold()) in self._wording.forms), 0
        )
        return (" ".join(said[:at]), " ".join(said[at:])) if at else (words, "")

    def _ordered(self, sentence: str) -> str:
        """Claims and reasons as questions: "stämmer det att Ada leder X" is "leder Ada X"."""
        tagged = TAG.search(sentence)
        if tagged is not None and not self._is_asked(sentence):
            return self.turned(sentence[: tagged.start()])
        for pattern, put in ((self._claim, self.turned), (self._reason, self._why)):
            match = pattern.match(sentence)
            if match is not None:
                return put(sentence[match.end() :])
        return sentence

    def _is_asked(self, sentence: str) -> bool:
        return sentence.split(maxsplit=1)[0].casefold() in self._wording.idle.asking

    def _why(self, clause: str) -> str:
        return ("why " if _is_english(clause) else "varför ") + (self._verb_first(clause) or clause)

    def turned(self, clause: str) -> str:
        """A claim as a question."""
        return self._verb_first(clause) or f"stämmer {clause}"

    def _verb_first(self, clause: str) -> str:
        """A clause with its verb first; "" where no verb is known."""
        words = SUBORDINATE.sub(r"\2 \1", clause).split()
        base = [self._wording.base(word.strip(EDGES).casefold()) for word in words]
        at = next((at for at in range(1, len(words)) if base[at] in self._wording.forms), 0)
        if not at:
            return ""
        if _is_english(clause) and base[at] not in HELPING_EN:
            return f"{DO} {' '.join(words)}"
        return " ".join((words[at], *words[:at], *words[at + 1 :]))

    def _stepping_in(self, sentence: str) -> str:
        """ "Vem fattar besluten när Ada är borta": whatever is done then, the deputy does it."""
        match = self._absence.match(sentence)
        if match is None or match["who"].casefold() in (*self._wording.pronouns, "den"):
            return sentence
        form = "who steps in when {} is absent" if _is_english(sentence) else "vem träder in när {} är frånvarande"
        return form.format(match["who"])


def _any(phrases: Iterable[str]) -> str:
    """The longest first, as "utom" is a part of "förutom"; blanks of any width."""
    by_length = sorted(phrases, key=lambda phrase: -len(phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in by_length) or r"(?!)"


def _beginning(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any(phrases)})\s+", re.IGNORECASE)


def _is_english(sentence: str) -> bool:
    return len(ENGLISH.findall(sentence)) > len(SWEDISH.findall(sentence))


def plainly(sentence: str) -> str:
    """A question without what leads to it: "kan du säga vem som leder X" is "vem leder X"."""
    match = LEAD_IN.match(sentence.strip(EDGES))
    return SUBJECT_AFTER.sub(r"\1 ", match["question"]) if match is not None else sentence


def _as_question(sentence: str) -> str:
    """Orders, and sentences around "det som", as the question that they put: "nämn kontoren" asks which there are."""
    match = ORDER.match(sentence)
    if match is not None and (named := sentence[match.end() :]):
        is_english = match[1].split()[0].casefold() in ("list", "name", "give", "show")
        which, there = ("which", "are there") if is_english else ("vilka", "finns")
        told = THAT.match(named)
        return f"{which} {told[1]} {told[2]}" if told is not None else f"{which} {named} {there}"
    sentence = THOSE.sub(lambda found: f"vilka {found[1]} " if found[1] else f"which {found[2]} ", sentence)
    sentence = CLEFT.sub(_first_of, sentence)
    return OUT_OF.sub(_first_of, sentence)


def _first_of(found: re.Match[str]) -> str:
    return f"{next(filter(None, found.groups()))} "
