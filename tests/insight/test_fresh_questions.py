"""Questions in words that nobody had in mind: what the text says is answered, and where it is silent nothing is.

Each file was written and its right answers taken from the texts before the code was asked.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editor.cli.asking import read
from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer
from editor.insight.questions import load_questions
from editor.insight.replies import Answer
from editor.insight.understanding import with_day
from editor.model.vocabulary import load_vocabulary
from tests.insight.test_questions import ENGLISH

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")
ASKED = sorted((Path(__file__).parent / "fresh").glob("*.toml"))
MOST_OPEN = 0.1


def _all() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in ASKED:
        for sample, rows in tomllib.loads(path.read_text("utf-8")).items():
            yield from ((sample, row) for row in rows)


def _says(said: str, name: str) -> bool:
    return any(word.casefold() in said.casefold() for word in name.split("|"))


def _said(answer: Answer) -> str:
    return " ".join((answer.text, answer.name or "", *answer.holders))


@pytest.mark.parametrize(("sample", "row"), [pytest.param(*each, id=f"{each[0]}: {each[1]['ask']}") for each in _all()])
def test_fresh_words_are_answered_as_the_text_does(sample: str, row: dict[str, Any]) -> None:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    sentence, day = with_day(row["ask"], QUESTIONS)
    lang = "en" if row["ask"].split()[0] in ENGLISH else "sv"
    answerer = Answerer(document, VOCABULARY, lang, day, QUESTIONS.wording)
    said = [_said(answer) for answer in answerer.read(read([sentence], QUESTIONS, answerer)).answers]
    names = [] if row.get("silent") else row["names"]
    if not row.get("open") or said:
        assert [name for name in names if not any(_says(words, name) for words in said)] == []
    allowed = (*names, *row.get("also", ()))
    assert [words for words in said if not any(_says(words, name) for name in allowed)] == []


def test_little_of_what_the_texts_say_is_left_open_and_one_question_in_six_is_about_silence() -> None:
    rows = [row for _, row in _all()]
    assert sum(row.get("open", False) for row in rows) <= MOST_OPEN * len(rows)
    assert sum(row.get("silent", False) for row in rows) * 6 >= len(rows)
