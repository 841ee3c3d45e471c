"""What a sentence asks of a structure: by a pattern, else by what it names; nothing only where it is no question."""

import re
from collections.abc import Iterator

from editor.insight.answers import Answerer
from editor.insight.loose.reading import Loosely
from editor.insight.questions import Question, Questions, Reading
from editor.insight.timing import Span
from editor.insight.wording import EDGES, Wording, day_asked
from editor.model.dates import MONTHS
from editor.model.written_dates import date_of

OTHER = Question("other", {"sv": "{}", "en": "{}"}, ())
"""Asked for what no question knows, so that nothing answers it; what is named is told of all the same."""
MONTHS_SAID = sorted({month for months in MONTHS.values() for month in months}, key=len, reverse=True)
ABOUT, EVENTS, ANSWERS_FOR, DUTIES = "about", "events", "answers_for", "duties"
PLACE = re.compile(r"\s+(?:i|på|för|inom|of|in|at|for|within|hos|enligt|according to)\s+")
MOVED = re.compile(
    r"^(?P<word>till|för|av|med|under|i|på|inom|hos|vid|to|for|by|with|under|in|at|on)\s+"
    r"(?P<rest>(?:vem|vilka|vilken|vilket|vad|whom?|which|what)\b.*)$",
    re.IGNORECASE,
)
"""What may stand at the beginning as well as at the end."""
ADVERB = re.compile(r"\s(tidigare|förut|hittills|previously|formerly|earlier)(?=\s)(.*)$", re.IGNORECASE)
WHO = ("vem", "vilka", "vilken", "vilket", "vad", "who", "which", "what")
MONTH_SAID = re.compile(
    r"(?<!från)(?<!from)\s+(?:den|i|on|in)\s+(?:\d{1,2}\s+)?"
    rf"(?:{'|'.join(MONTHS_SAID)})(?:\s+\d{{1,2}})?$",
    re.IGNORECASE,
)
"""A day without its year at the end."""
LEAD_IN = re.compile(
    r"^(?:(?:kan|skulle)\s+(?:du|ni|man|någon)(?:\s+kunna)?\s+(?:säga|berätta|svara på|tala om)(?:\s+för\s+mig)?|"
    r"jag\s+(?:undrar|vill veta|skulle vilja veta)|vet\s+(?:du|ni|man)|säg(?:\s+mig)?|berätta|tala\s+om|"
    r"(?:can|could|would)\s+you\s+(?:please\s+)?(?:tell|say|explain)(?:\s+to)?(?:\s+(?:me|us))?|"
    r"do\s+you\s+know|i\s+(?:wonder|would\s+like\s+to\s+know|want\s+to\s+know)|tell\s+(?:me|us))\s*,?\s+"
    r"(?P<question>(?:(?:till|för|på|av|under|i|from|to|in|by)\s+)?"
    r"(?:vem|vems|vad|vilka|vilken|vilket|när|var|vart|varifrån|varför|hur|who|whom|whose|what|which|when|where|why|how)\b.*)$",
    re.IGNORECASE,
)
"""What leads to a question: "kan du säga …", "I wonder …"."""
SUBJECT_AFTER = re.compile(r"^((?:vem|vilka|vad|vilken(?:\s+\w+)?|vilket(?:\s+\w+)?))\s+som\s+", re.IGNORECASE)
BY_NAME = re.compile(r"\b(?:vid namn|by name)\b", re.IGNORECASE)
AND = re.compile(
    r",?\s+(?:och|and)\s+(?=(?:vem|vilka|vilken|vilket|vad|hur|när|who|which|what|when|how)\b)", re.IGNORECASE
)
"""Before a second question in the same sentence."""


def plainly(sentence: str) -> str:
    """A question without what leads to it: "kan du säga vem som leder X" is "vem leder X"."""
    match = LEAD_IN.match(sentence.strip(EDGES))
    return SUBJECT_AFTER.sub(r"\1 ", match["question"]) if match is not None else sentence


def understood(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """The likeliest reading of a sentence; None where it is no question about anything.

    By a pattern; where that has no answer, loosely.
    """
    sentence = plainly(sentence)
    parts = AND.split(sentence)
    if len(parts) > 1:
        both = [reading for part in parts if (reading := understood(part, questions, answerer)) is not None]
        found = [answerer.answers(reading) for reading in both]
        if len(both) == len(parts) and all(found):
            told = tuple(dict.fromkeys(answer for answers in found for answer in answers))
            return both[0]._replace(mode="found", found=told)
    reading = _by_pattern(sentence, questions, answerer)
    if reading is None:
        return None
    answers = answerer.answers(reading)
    if answers and BY_NAME.search(sentence):
        return reading._replace(mode="found", found=tuple(filter(answerer.is_by_name, answers)))
    if answers:
        return reading
    loosely = Loosely(questions, answerer)
    if answerer.is_clear(reading):
        return (loosely.stated(sentence) if reading.question.id == DUTIES else None) or reading
    return loosely.reading(sentence) or reading


def _by_pattern(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    ways = dict.fromkeys(_ways(sentence, answerer, questions.wording))
    readings = [reading for said in ways for reading in questions.readings(said)]
    readings = [reading for reading in readings if reading.question.id != EVENTS or date_of(reading.subject)]
    if any(answerer.is_whole(reading) for reading in readings):
        return answerer.likeliest(readings)
    doing = _doing(sentence, questions, answerer)
    if doing is not None:
        return doing
    if readings:
        return answerer.likeliest(readings)
    named = answerer.mentioned(sentence)
    words = [word.strip(EDGES).casefold() for word in sentence.split()]
    if named and words[0] not in questions.wording.idle.asking:
        return Reading(questions.by_id[ABOUT], sentence.strip(EDGES))
    return Reading(OTHER, sentence) if named or _is_question(words, questions) else None


def with_day(sentence: str, questions: Questions) -> tuple[str, Span | None]:
    """The sentence without the day at its end, and that day; a day that is asked about stays where it is."""
    plain = sentence.strip(EDGES)
    if any(reading.question.id == EVENTS and date_of(reading.subject) for reading in questions.readings(plain)):
        return sentence, None
    return day_asked(sentence)


def _ways(sentence: str, answerer: Answerer, wording: Wording) -> Iterator[str]:
    """The sentence, and in plainer order: "till vem X" as "vem X till", "är tidigare X" as "är X tidigare".

    Without what says little at its end, or the place or the text that it is about: "… i kommunen", "… of Norrtälje".
    """
    plain = AND.split(sentence.strip(EDGES))[0]
    orders = dict.fromkeys((plain, MOVED.sub(r"\g<rest> \g<word>", plain), ADVERB.sub(r"\2 \1", plain)))
    for order in orders:
        yield order
        undated = MONTH_SAID.sub("", order)
        if undated != order and len(undated.split()) > 1:
            yield undated
        short = wording.trimmed(order)
        if short != order and len(short.split()) > 2:
            yield short
        for match in PLACE.finditer(order):
            if answerer.is_the_whole(order[match.end() :]) and len(order[: match.start()].split()) > 1:
                yield order[: match.start()]
                break


def _doing(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """ "Who opened the forum?": whose task it is to do what the sentence says."""
    first, _, rest = sentence.strip(EDGES).partition(" ")
    if first.casefold() in WHO and answerer.is_doing(rest):
        return Reading(questions.by_id[ANSWERS_FOR], rest, "doing")
    return None


def _is_question(words: list[str], questions: Questions) -> bool:
    """Whether it begins as a question does, and goes on with words that are known."""
    wording = questions.wording
    return len(words) > 2 and words[0] in wording.idle.asking and any(map(wording.is_known, words[1:]))
