"""The questions that readers of the five texts would ask, answered from the samples; each is a line in `questions/`.

names: each is in an answer, and each answer has one.  relations, from: the kinds of what it rests on, and first days.
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
from editor.insight.timing import span_of
from editor.insight.understanding import with_day
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")
ASKED = sorted((Path(__file__).parent / "questions").glob("*.toml"))
FEWEST = 12


def _rows() -> Iterator[Any]:
    for path in ASKED:
        for row in tomllib.loads(path.read_text("utf-8"))["questions"]:
            yield pytest.param(path.stem, row, id=f"{path.stem}: {row['ask']}")


def _said(answer: Answer) -> str:
    return " ".join((answer.text, answer.name or "", *answer.holders))


@pytest.mark.parametrize(("sample", "row"), list(_rows()))
def test_the_sample_answers_as_the_text_does(sample: str, row: dict[str, Any]) -> None:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    lang = "en" if row["ask"].split()[0] in ENGLISH else "sv"
    day = span_of(row["as_of"]) if "as_of" in row else None
    sentence, day_said = with_day(row["ask"], QUESTIONS)
    answerer = Answerer(document, VOCABULARY, lang, day or day_said, QUESTIONS.wording)
    answers = answerer.read(read([sentence], QUESTIONS, answerer)).answers
    names = [] if row.get("silent") else row["names"]
    said = [_said(answer) for answer in answers]
    assert [name for name in names if not any(name in words for words in said)] == []
    assert [words for words in said if not any(name in words for name in names)] == []
    assert all(answer.relation or answer.element for answer in answers)
    if "relations" in row:
        kinds = {document.edges[answer.relation].kind for answer in answers if answer.relation}
        assert sorted(map(str, kinds)) == row["relations"]
    if "from" in row:
        assert sorted({answer.start for answer in answers if answer.start}) == row["from"]
    assert {answer.basis for answer in answers} <= {row.get("basis", answer.basis) for answer in answers}


ENGLISH = {
    *("Who", "Whom", "What", "Which", "When", "Where", "Why", "How"),
    *("Is", "Does", "Are", "Has", "In", "From", "On", "To", "Tell"),
}


def test_there_are_at_least_twelve_questions_for_each_sample_and_some_it_is_silent_on() -> None:
    for path in ASKED:
        rows = tomllib.loads(path.read_text("utf-8"))["questions"]
        assert len(rows) >= FEWEST
        assert {"names" in row for row in rows} == {True, False}
    assert len(ASKED) == len(list((ROOT / "samples").glob("*.graphml")))
