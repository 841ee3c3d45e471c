"""The questions that can be asked of a structure, from `resources/questions.toml`, and how a sentence is read."""

import functools
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from editor.insight.clauses import Clauses
from editor.insight.patterns import OTHER, SUBJECT, Mode, Pattern, patterns_of
from editor.insight.replies import Answer
from editor.insight.wording import Wording, Words, load_wording

Aspect = Literal[
    "holders",
    "coming",
    "present_holders",
    "next",
    "last",
    "posts",
    "earlier_posts",
    "present_posts",
    "party",
    "tasks",
    "joint",
    "deeds",
    "own",
    "owners",
    "new_owner",
    "old_owner",
    "dates",
    "dated",
    "dated_tasks",
    "reasons",
    "new_posts",
    "themes",
    "wishes",
    "remaining",
    "itself",
    "year",
    "merged",
    "count",
    "per_year",
    "members",
    "way",
    "listed",
    "named",
    "called",
    "place",
    "proposers",
    "told",
    "described",
    "source",
    "events",
    "document_dates",
    "publishers",
    "titles",
    "contacts",
    "noted_itself",
]
"""What can be said of an element itself: its tenures in four ways, …, all of its sort, all that is said of it."""


class Question(msgspec.Struct, frozen=True, rename={"out": "from"}):
    """One question. `into` / `out`: relations whose other end answers it; `aspect`: what is said of X itself.

    up: where nothing else answers "which office …", relations that lead up from X to one.  no_people: bodies only.
    down: where nothing else answers, relations into X from what makes it up.  of_person: of the relations those that
    count where X is the name of somebody.  of_task: where nothing else answers and X is a task, relations into it.
    of_body: relations into X that count as well where it has members.  unsaid: what patterns without X are about.
    later: likewise where it says that it is about what is to come.
    otherwise: the question that comes nearest where this one has no answer and the sentence is read loosely.
    now: the question meant instead where X is somebody, and the sentence says "today".
    is_clause: X may be a clause, of which what it names is meant.
    """

    id: str
    ask: Mapping[str, str]
    patterns: tuple[str, ...]
    into: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()
    of_person: tuple[str, ...] = ()
    of_task: tuple[str, ...] = ()
    of_body: tuple[str, ...] = ()
    unsaid: str = ""
    now: str = ""
    later: str = ""
    otherwise: str = ""
    aspect: Aspect | None = None
    no_people: bool = False
    is_clause: bool = False


class Reading(NamedTuple):
    """What a sentence may ask: the question, what it is about, and in which way.

    other: in mode "narrow" and "count" what the answers shall be ("which offices …"), in "pair" and "when" which one.
    weight: how much of the sentence says so.  Mode "doing": the words are what somebody does; "found": the answers
    are found already.

    sentence: what was asked.  is_understood: whether every word of it was.  unknown: the words that nothing is known
    of.  read_as: the sentence as it was probably meant, where it was misspelt.
    """

    question: Question
    subject: str
    mode: Mode = "plain"
    other: str | None = None
    weight: int = 0
    found: tuple[Answer, ...] = ()
    sentence: str = ""
    is_understood: bool = True
    unknown: tuple[str, ...] = ()
    read_as: str = ""


class Questions:
    """All questions, and the ones that a sentence may ask."""

    def __init__(self, questions: Mapping[str, Question], wording: Wording) -> None:
        self.by_id = questions
        self.wording = wording
        self.clauses = Clauses(wording)
        self._read = functools.lru_cache(maxsize=32)(self._read_anew)

    @functools.cached_property
    def _patterns(self) -> list[tuple[Pattern, Question]]:
        """The most fixed one first; made for the first sentence, as hundreds of patterns take a while."""
        found = [
            (pattern, question)
            for question in self.by_id.values()
            for written in (*question.patterns, *question.ask.values())
            for pattern in patterns_of(written, self.wording)
        ]
        return sorted(found, key=lambda entry: -entry[0].weight)

    @functools.cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        """The patterns that need a word, each under its least common one, so that few are tried on a sentence."""
        needed = [[part.choices for part in pattern.parts if part.is_fixed] for pattern, _ in self._patterns]
        often = Counter(word for parts in needed for choices in parts for word in choices)
        found: dict[str, list[int]] = {}
        for at, parts in enumerate(needed):
            for word in min(parts, key=lambda choices: sum(often[word] for word in choices)):
                found.setdefault(word, []).append(at)
        return found

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """All words of the patterns, in small letters."""
        return frozenset(word for pattern, _ in self._patterns for part in pattern.parts for word in part.choices)

    def readings(self, sentence: str) -> list[Reading]:
        """What a sentence may ask, the most likely first."""
        return list(self._read(sentence))

    def _read_anew(self, sentence: str) -> list[Reading]:
        words = self.wording.read(sentence)
        found = self._fitting(words)
        if words.base and words.base[-1] in self.wording.idle.last:
            found += self._fitting(Words(words.written[:-1], words.base[:-1]))
        if self.wording.says_now(sentence):
            found = [*self._of_time(found, "now"), *found]
        if self.wording.says_later(sentence):
            found = [*self._of_time(found, "later"), *found]
        return found

    def _of_time(self, readings: list[Reading], time: Literal["now", "later"]) -> Iterator[Reading]:
        for reading in readings:
            meant = reading.question.now if time == "now" else reading.question.later
            if meant and reading.mode == "plain":
                yield reading._replace(question=self.by_id[meant], weight=reading.weight + 1)

    def _fitting(self, words: Words) -> list[Reading]:
        found = [
            Reading(question, subject, pattern.mode, other, pattern.weight)
            for pattern, question in self._near(words)
            for slots in pattern.fits(words)
            for subject in self._told(slots.get(SUBJECT, question.unsaid))
            for other in (self._told(slots[OTHER]) if OTHER in slots else (None,))
        ]
        # Of equals, the one that leaves fewer words for what is asked about.
        return sorted(found, key=lambda reading: (-reading.weight, len(reading.subject.split())))

    def _near(self, words: Words) -> list[tuple[Pattern, Question]]:
        """The patterns that may fit, in their order."""
        places = sorted({at for word in set(words.base) for at in self._by_word.get(word, ())})
        return [self._patterns[at] for at in places]

    def _told(self, words: str) -> tuple[str, ...]:
        """The words of a slot, without what says nothing around them, and without a verb: "att driva processen"."""
        trimmed = self.wording.trimmed(words)
        first, _, rest = trimmed.partition(" ")
        has_verb = rest and trimmed != words and self.wording.base(first.casefold()) in self.wording.forms
        return tuple(dict.fromkeys((words, trimmed, rest) if has_verb else (words, trimmed)))


def load_questions(path: Path) -> Questions:
    """The questions, and the wording beside them.

    Raises OSError, tomllib.TOMLDecodeError, or msgspec.ValidationError that names the entry at fault.
    """
    data = tomllib.loads(path.read_text("utf-8"))
    for id, entry in data.items():
        entry["id"] = id
    return Questions(msgspec.convert(data, dict[str, Question]), load_wording(path.with_name("wording.toml")))
