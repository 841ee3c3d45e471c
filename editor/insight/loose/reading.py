"""Questions that no pattern fits, read loosely: by what they name and which question their other words hint at."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.insight.answers import Answerer
from editor.insight.loose.cues import FRONT, Asked, Cues, asked
from editor.insight.naming import ROUNDABOUT
from editor.insight.questions import Question, Questions, Reading
from editor.insight.replies import Answer

DEFAULT: dict[str, tuple[str, ...]] = {
    "what": ("duties",),
    "which": ("belongs", "answers_for", "duties"),
    "when": ("when",),
    "year": ("which_year",),
    "where": ("moves_to", "place", "belongs"),
    "often": ("how_often",),
    "why": ("why",),
}
"""The question meant where nothing is said beside a name: "vad sysslar staben med"."""
YEAR = re.compile(r"\d{4}")
STATED = Question("stated", {"sv": "{}", "en": "{}"}, ())
"""Asked for what the words of a statement answer."""
BEFORE = re.compile(r"\b(innan|före|before)\s+(?:han|hon|hen|de|he|she|they)\b.*$", re.IGNORECASE)
"""A clause that only says before what: "before he became director"."""
MOST_NAME = 6
MOST_TRIED = 8
LEAST_SHARE = 0.4
"""How much of the best question's hints another one needs that is tried where the best has no answer."""
TOO_WIDE = ("about", "what", "source", "way", "published", "published_by", "headline", "contacts")
"""Questions that everything said of an element answers, and those that are about the text itself."""
OF_NAMES, NAMING = (
    ("called", "named", "holder", "merged", "came_from"),
    ("heter", "hette", "heta", "kallas", "namn", "called", "name", "names"),
)
OF_TIME = ("dates", "year")
OF_TASKS = ("tasks", "own", "joint")
OF_NUMBER = ("count", "merged", "per_year")


class Candidate(NamedTuple):
    """A way to read a sentence: left are the words that neither the subject nor the question explains."""

    weight: float
    reading: Reading
    left: tuple[str, ...]


class Loosely:
    """Reads sentences about one document without regard to the order of their words."""

    def __init__(self, questions: Questions, answerer: Answerer) -> None:
        self._questions, self._answerer = questions, answerer
        self._cues = Cues(questions.by_id, answerer.kin)

    def reading(self, sentence: str) -> Reading | None:
        """The likeliest reading that has answers which say every word that says anything."""
        said = asked(BEFORE.sub(r"\1", sentence), self._questions.wording, self._answerer.is_sort)
        if said is None:
            return None
        candidates = sorted(self._candidates(said), key=lambda candidate: -candidate.weight)
        for candidate in candidates[:MOST_TRIED]:
            answers = self._kept(candidate, said)
            if answers:
                return candidate.reading._replace(mode="found", found=answers)
        return self.stated(sentence)

    def stated(self, sentence: str) -> Reading | None:
        """The sentence as one that is answered by what is stated with its words."""
        said = asked(sentence, self._questions.wording, self._answerer.is_sort)
        if said is None:
            return None
        stated = self._answerer.stated(self._strong((*said.sort.split(), *said.words)), said.asks)
        return Reading(STATED, sentence, "found", found=stated) if stated else None

    def _candidates(self, said: Asked) -> Iterator[Candidate]:
        yield from self._listing(said)
        for start, end in self._subjects(said.words):
            subject = " ".join(said.words[start:end])
            others = [word.casefold() for at, word in enumerate(said.words) if not start <= at < end]
            cues = tuple(word for word in others if not self._is_light(word))
            yield from self._asking(said, subject, cues, 2 * (end - start))

    def _listing(self, said: Asked) -> Iterator[Candidate]:
        """ "Which parties take part?": all of a sort, where no more is said."""
        if (
            said.asks == "which"
            and said.sort
            and said.words
            and all(self._is_light(word.casefold()) for word in said.words)
        ):
            yield Candidate(0.0, Reading(self._questions.by_id["listed"], said.sort), ())

    def _asking(self, said: Asked, subject: str, cues: tuple[str, ...], named: int) -> Iterator[Candidate]:
        """The questions that words beside a name hint at, and those meant where there are none."""
        closeness = self._answerer.closeness(subject) if subject else 0
        possible = [each for each in self._questions.by_id.values() if self._is_possible(each, said, subject)]
        hints = {each.id: self._hinted(cues, said, each) for each in possible}
        most = max(hints.values(), default=0.0)
        for question in possible:
            hinted = hints[question.id]
            left = tuple(word for word in cues if not self._cues.weight(word, question.id))
            is_default = closeness > _least(question) and self._is_default(question, said, left)
            if hinted >= LEAST_SHARE * most and (hinted or is_default):
                weight = hinted + closeness + named - 3 * len(left)
                yield Candidate(weight, _as_asked(question, subject, said), left)
                if question.otherwise:
                    other = self._questions.by_id[question.otherwise]
                    yield Candidate(weight - 1, _as_asked(other, subject, said), left)

    def _hinted(self, cues: tuple[str, ...], said: Asked, question: Question) -> float:
        words = (*cues, FRONT + said.before) if said.before else cues
        return sum(self._cues.weight(word, question.id) for word in words)

    def _subjects(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where something may be named; also nowhere."""
        taken: set[int] = set()
        yield 0, 0
        spans = [(at, at + length) for length in range(MOST_NAME, 0, -1) for at in range(len(words) - length + 1)]
        for start, end in spans:
            edge = (words[start].casefold(), words[end - 1].casefold())
            if any(map(self._is_light, edge)) or taken >= set(range(start, end)):
                continue
            if self._answerer.closeness(" ".join(words[start:end])):
                taken |= set(range(start, end))
                yield start, end

    def _is_possible(self, question: Question, said: Asked, subject: str) -> bool:
        if not subject and not question.unsaid:
            return False
        # "Vilka får större ansvar": with no sort it is who that is asked for, as "vilka uppgifter" has one.
        if said.asks == "which" and not said.sort and question.aspect in OF_TASKS:
            return False
        is_number = said.asks != "many" or bool(said.sort) or question.aspect in OF_NUMBER
        is_name = question.id in OF_NAMES or not any(word.casefold() in NAMING for word in said.words)
        return is_name and is_number and question.id not in TOO_WIDE and self._cues.is_asked(question.id, said.asks)

    def _is_default(self, question: Question, said: Asked, left: tuple[str, ...]) -> bool:
        """Whether a question is meant where nothing but a name is said; duties, where a sort of tasks is asked for.

        A time or a place may be asked for in more words.
        """
        if question.id not in DEFAULT.get(said.asks, ()) or (left and said.asks in ("what", "which")):
            return False
        return said.asks != "which" or self._answerer.is_task_word(said.sort) == (question.id == "duties")

    def _is_light(self, word: str) -> bool:
        wording = self._questions.wording
        forms = {word, wording.base(word)}
        return self._answerer.is_the_whole(word) or not forms.isdisjoint((*wording.idle.light, *wording.idle.weak))

    def _kept(self, candidate: Candidate, said: Asked) -> tuple[Answer, ...]:
        answers = self._answerer.answers(candidate.reading)
        return tuple(answer for answer in answers if self._is_fitting(answer, candidate, said))

    def _is_fitting(self, answer: Answer, candidate: Candidate, said: Asked) -> bool:
        if said.asks == "year" and not YEAR.search(f"{answer.start} {answer.end}"):
            return False
        if said.asks == "whether":
            is_asked = candidate.reading.question.aspect not in OF_TIME
            return is_asked and self._answerer.says(answer, self._strong(said.words))
        is_named = self._answerer.closeness(candidate.reading.subject) > ROUNDABOUT
        if said.asks == "when" and answer.relation and (candidate.left or not is_named):
            return False  # "when did Ada become director" isn't answered by what the director does.
        lower = [word.casefold() for word in said.words]
        is_new = said.asks not in ("who", "where") or not self._answerer.is_named_by(answer, lower)
        return is_new and self._answerer.says(answer, candidate.left)

    def _strong(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(lower for word in words if not self._is_light(lower := word.casefold()))


def _least(question: Question) -> int:
    """How well a name must fit where nothing else is said: what is meant roundabout belongs to much."""
    return ROUNDABOUT if question.id in ("belongs", "moves_to") else 0


def _as_asked(question: Question, subject: str, said: Asked) -> Reading:
    subject = subject or question.unsaid
    if not said.sort or said.asks not in ("which", "many"):
        return Reading(question, subject)
    return Reading(question, subject, "narrow" if said.asks == "which" else "count", said.sort)
