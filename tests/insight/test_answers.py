"""Answers: on which day, how sure, what is alike where nothing is; and how questions are read."""

from pathlib import Path

import pytest

from editor.cli.asking import as_json, read
from editor.insight.answers import Answerer
from editor.insight.questions import load_questions
from editor.insight.replies import Reply
from editor.insight.timing import span_of
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")


def reply(document: Document, sentence: str, lang: str = "sv", day: str | None = None) -> Reply:
    answerer = Answerer(document, VOCABULARY, lang, span_of(day) if day else None, QUESTIONS.wording)
    return answerer.read(read([sentence], QUESTIONS, answerer))


OFFICES = Document(
    nodes=[
        Node("old", "Kontoret", "administration", facts=Facts(end="2008-12-31")),
        Node("new", "Kontoret", "administration", order=1, facts=Facts(start="2009-01-01")),
        Node(
            "chef",
            "Chef",
            "post",
            order=2,
            facts=Facts(tenures=(Tenure("Ada", end="2008"), Tenure("Bo", start="2009"))),
        ),
        Node("vice", "Vice chef", "post", order=3),
    ],
    edges=[
        Edge("leads-old", "chef", "old", kind="leads"),
        Edge("leads-new", "chef", "new", kind="leads", facts=Facts(certainty="interpreted")),
        Edge("maybe", "vice", "chef", kind="deputises_for", facts=Facts(status="planned")),
    ],
)


@pytest.mark.parametrize(
    ("day", "relation", "holder"), [("2008-06-01", "leads-old", "Ada"), ("2010-01-01", "leads-new", "Bo")]
)
def test_the_day_decides_which_of_two_with_the_same_name_is_meant(day: str, relation: str, holder: str) -> None:
    (answer,) = reply(OFFICES, "Who leads Kontoret?", "en", day).answers
    assert (answer.relation, answer.holders) == (relation, (holder,))


def test_an_answer_says_how_sure_it_is() -> None:
    answers = reply(OFFICES, "Who leads the kontor?", "en").answers
    assert [answer.basis for answer in answers] == ["stated", "interpreted"]
    (deputy,) = reply(OFFICES, "Who deputises for the chef?", "en", "2010-01-01").answers
    assert deputy.present == "possibly"


def test_silence_names_what_is_like_it() -> None:
    found = reply(OFFICES, "Vem leder kontorn?")
    assert found.is_stated
    found = reply(OFFICES, "Vem leder kantaret?")
    assert not found.is_stated and found.nearest == ("Kontoret",)
    assert as_json(found)["stated"] is False


@pytest.mark.parametrize("id", QUESTIONS.by_id)
def test_every_question_is_understood_as_itself_in_both_languages(id: str) -> None:
    for lang in ("sv", "en"):
        asked = QUESTIONS.by_id[id].ask[lang].format("Kontoret")
        found = [(reading.question.id, reading.subject, reading.mode) for reading in QUESTIONS.readings(asked)]
        assert (id, "Kontoret", "plain") in found


def test_every_relation_that_a_question_names_is_in_the_vocabulary() -> None:
    named = {kind for question in QUESTIONS.by_id.values() for kind in (*question.into, *question.out)}
    assert named == set(VOCABULARY.relations)
