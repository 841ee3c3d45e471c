"""The questions that can be asked of a structure, from `resources/questions.toml`, and how a sentence is read."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

Aspect = Literal["holders", "posts", "tasks", "owners", "dates", "count", "per_year", "members", "way"]
SUBJECT = "X"


class Question(msgspec.Struct, frozen=True, rename={"out": "from"}):
    """One question. `into` / `out`: relations whose other end answers it; `aspect`: what is said of X itself."""

    id: str
    ask: Mapping[str, str]
    patterns: tuple[str, ...]
    into: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    aspect: Aspect | None = None


class Questions:
    """All questions, and the one that somebody asks."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self.by_id = questions

    @functools.cached_property
    def _patterns(self) -> list[tuple[int, re.Pattern[str], Question]]:
        """The most fixed one first; made for the first sentence, as hundreds of patterns take a while."""
        return sorted(self._compiled(), key=lambda entry: -entry[0])

    def _compiled(self) -> Iterator[tuple[int, re.Pattern[str], Question]]:
        """How much of the sentence is fixed, the pattern, its question; the most fixed one that fits is meant."""
        for question in self.by_id.values():
            for written in (*question.patterns, *question.ask.values()):
                pattern = written.rstrip("?").replace("{}", SUBJECT)
                words = [_word(word) for word in pattern.split()]
                yield len(pattern), re.compile(r"\s+".join(words), re.IGNORECASE), question

    def readings(self, sentence: str) -> list[tuple[Question, str]]:
        """What a sentence may ask, the most likely first: the question and the words for what is asked about."""
        plain = " ".join(sentence.replace("?", " ").split())
        found = []
        for _, pattern, question in self._patterns:
            match = pattern.fullmatch(plain)
            if match is not None:
                found.append((question, match["subject"].strip(" \"'”“’")))
        return found


def load_questions(path: Path) -> Questions:
    """Raises OSError, tomllib.TOMLDecodeError, or msgspec.ValidationError that names the entry at fault."""
    data = tomllib.loads(path.read_text("utf-8"))
    for id, entry in data.items():
        entry["id"] = id
    return Questions(msgspec.convert(data, dict[str, Question]))


def _word(word: str) -> str:
    if word == SUBJECT:
        return "(?P<subject>.+?)"
    return "(?:" + "|".join(re.escape(part) for part in word.split("/")) + ")"
