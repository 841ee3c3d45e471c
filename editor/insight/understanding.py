"""What a sentence asks of a structure: by a pattern, else by what it names; nothing only where it is no question."""

import re
from collections.abc import Iterator

from editor.insight.answers import Answerer
from editor.insight.clauses import Clause
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
BY_CHANGE = re.compile(
    r"\s+(?:genom|i och med|i samband med|tack vare|vid|efter|med|i|through|with|by|after|in)\s+", re.IGNORECASE
)
"""Before a change that something comes with: "genom det nya kontoret"."""
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
BY_NAME = re.compile(r"\b(?:vid namn|by name)\b", re.IGNORECASE)
AND = re.compile(
    r",?\s+(?:och|and)\s+(?=(?:vem|vilka|vilken|vilket|vad|hur|när|who|which|what|when|how)\b)", re.IGNORECASE
)
"""Before a second question in the same sentence."""


def understood(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """The likeliest reading of a sentence; None where it is no question about anything.

    By a pattern; where that has no answer, loosely.
    """
    reading = _understood(sentence, questions, answerer)
    if reading is not None and answerer.answers(reading):
        return reading._replace(sentence=sentence)
    unknown = answerer.familiar.unknown(sentence, questions.words)
    corrected = answerer.familiar.corrected(sentence, unknown)
    meant = _understood(corrected, questions, answerer) if corrected != sentence else None
    if meant is not None and answerer.answers(meant):
        return meant._replace(sentence=corrected, read_as=corrected)
    if reading is None:
        return None
    never = any(word.strip(EDGES).casefold() in questions.wording.idle.never for word in sentence.split())
    is_whole = not unknown and (never or reading.question is not OTHER)
    return reading._replace(sentence=sentence, is_understood=is_whole, unknown=unknown)


def _understood(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    clause = questions.clauses.plain(sentence)
    reading = _of_day(clause.sentence, questions, answerer) or _read(clause.sentence, questions, answerer)
    if reading is None or not answerer.answers(reading):
        reading = _in_company(clause.sentence, questions, answerer) or reading
    return _as_said(reading, sentence, clause, questions, answerer) if reading is not None else None


def _of_day(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """Whether something is so on a day without its year: when it is says it."""
    dated = questions.clauses.dated(sentence)
    reading = _read(dated, questions, answerer) if dated is not None else None
    return reading if reading is not None and answerer.answers(reading) else None


def _in_company(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """Who does something together with somebody: the others who do it, if they do it too."""
    alone = questions.clauses.alone(sentence)
    reading = _read(alone[0], questions, answerer) if alone is not None else None
    if alone is None or reading is None:
        return None
    answers = answerer.answers(reading)
    others = answerer.without(answers, alone[1])
    return reading._replace(mode="found", found=tuple(others)) if len(others) < len(answers) else None


def _as_said(reading: Reading, sentence: str, clause: Clause, questions: Questions, answerer: Answerer) -> Reading:
    """The reading of a plain question with what was said around it: "inte", "bara", "förutom Ada"."""
    if clause.is_only and reading.mode == "pair" and answerer.answers(reading):
        reading = _of_all(clause.sentence, questions, answerer) or reading
    if not clause.is_denied and not clause.excepted:
        return reading
    answers = answerer.answers(reading)
    if clause.is_denied:
        is_sort = reading.mode == "narrow" and reading.other is not None
        if not answers or not is_sort:
            return Reading(OTHER, sentence)
        listed = Reading(questions.by_id["listed"], reading.other or "")
        answers = answerer.others(answerer.answers(listed), answers)
    if clause.excepted:
        if not answerer.is_something(clause.excepted):
            return Reading(OTHER, sentence)
        answers = answerer.without(answers, clause.excepted)
    return reading._replace(mode="found", found=tuple(answers))


def _of_all(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    """ "Ansvarar Ada bara för X": all that Ada answers for, who is named first."""
    pairs = (reading for reading in questions.readings(sentence) if reading.mode == "pair" and reading.other)
    first = (each for each in pairs if sentence.find(each.subject) < sentence.find(each.other or ""))
    found = next((reading for reading in first if answerer.answers(reading)), None)
    return found._replace(mode="plain", other=None) if found is not None else None


def _read(sentence: str, questions: Questions, answerer: Answerer) -> Reading | None:
    parts = AND.split(sentence)
    if len(parts) > 1:
        both = [reading for part in parts if (reading := _read(part, questions, answerer)) is not None]
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
    doing = next((found for said in ways if (found := _doing(said, questions, answerer)) is not None), None)
    if doing is not None:
        return doing
    if readings:
        return answerer.likeliest(readings)
    named = answerer.mentioned(sentence)
    words = [word.strip(EDGES).casefold() for word in sentence.split()]
    if named and not questions.wording.asks(words[0]):
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
        for match in BY_CHANGE.finditer(order):
            if answerer.is_the_change(order[match.end() :]) and len(order[: match.start()].split()) > 2:
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
    return len(words) > 1 and wording.asks(words[0]) and any(map(wording.is_known, words[1:]))
