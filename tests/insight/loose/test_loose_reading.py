"""Sentences that no pattern fits: what they ask for, which words mean nearly the same, and silence at unknown words."""

from pathlib import Path

import pytest

from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer
from editor.insight.clauses import plainly
from editor.insight.loose.alike import root_of
from editor.insight.loose.cues import Asked, Cues, asked
from editor.insight.loose.reading import Loosely
from editor.insight.questions import load_questions
from editor.insight.understanding import understood
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")


def answerer(sample: str) -> Answerer:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    return Answerer(document, VOCABULARY, "sv", None, QUESTIONS.wording)


def said(sample: str, sentence: str) -> list[str]:
    reading = Loosely(QUESTIONS, answerer(sample)).reading(sentence)
    return [answer.text for answer in reading.found] if reading is not None else []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("styrning", "styra"),
        ("samverkar", "samverkan"),
        ("ledarskap", "leda"),
        ("förvaltningarna", "förvaltningens"),
        ("gemensamt", "gemensamma"),
        ("coordinating", "coordinates"),
    ],
)
def test_forms_of_a_word_and_nouns_made_of_it_have_one_root(one: str, other: str) -> None:
    assert root_of(one) == root_of(other)


@pytest.mark.parametrize(("one", "other"), [("tjänar", "tjänst"), ("kontor", "kontakt"), ("råd", "rad")])
def test_other_words_have_other_roots(one: str, other: str) -> None:
    assert root_of(one) != root_of(other)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Vilka kontor hamnar där?", Asked("which", "kontor", ("hamnar", "där"))),
        ("Vilket datum börjar de?", Asked("when", "", ("börjar", "de"))),
        ("Under vem jobbar staben?", Asked("who", "", ("jobbar", "staben"), "under")),
        ("How many offices are there each year?", Asked("often", "", ("offices", "are", "there", "each"))),
        ("Är staben ny?", Asked("whether", "", ("staben", "ny"))),
        ("Staben är ny.", None),
    ],
)
def test_what_a_sentence_asks_for(sentence: str, found: Asked | None) -> None:
    assert asked(sentence, QUESTIONS.wording, answerer("sodertalje").is_sort) == found


def test_words_hint_at_the_questions_whose_patterns_have_them() -> None:
    cues = Cues(QUESTIONS.by_id, answerer("sodertalje").kin)
    assert cues.weight("semester", "deputy") > cues.weight("semester", "leads") == 0
    assert cues.is_asked("deputy", "who") and not cues.is_asked("deputy", "when")


def test_a_word_that_nothing_explains_leads_to_silence() -> None:
    assert said("sodertalje", "Vilka kontor hamnar hos koncerndirektören?")
    assert not said("sodertalje", "Vilka kontor städas hos koncerndirektören?")


def test_what_is_noted_answers_with_its_words_and_names_who_the_clause_names() -> None:
    found = said("haninge", "Vem är först ut med arbetet?")
    assert len(found) == 1 and found[0].startswith("Kommundirektörens ledningsgrupp (KDLG)")


def test_who_is_named_in_the_question_is_no_answer() -> None:
    assert not said("sodertalje", "Vem tar över efter Hellenberg på Utbildningskontoret?")


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Kan du säga vem som leder staben?", "vem leder staben"),
        ("Jag undrar när hon börjar.", "när hon börjar"),
        ("Could you please tell me who heads the staff?", "who heads the staff"),
        ("Berätta om staben", "Berätta om staben"),
        ("Tell me more about the staff", "Tell me more about the staff"),
    ],
)
def test_what_leads_to_a_question_says_nothing(sentence: str, question: str) -> None:
    assert plainly(sentence) == question


def test_a_title_says_who_answers_for_a_field_as_a_reading_of_it() -> None:
    asks = answerer("hassleholm")
    reading = understood("Vem ansvarar för informationen?", QUESTIONS, asks)
    assert reading is not None
    [found] = asks.read(reading).answers
    assert (found.holders, found.basis) == (("Hanna Gardell",), "interpreted")
