"""What sentences ask that no pattern fits: silence with what is said all the same, and what is no question at all."""

from pathlib import Path

import pytest

from editor.cli.asking import as_json
from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer
from editor.insight.questions import Reading, load_questions
from editor.insight.replies import Reply
from editor.insight.timing import Span
from editor.insight.understanding import understood, with_day
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")


def answerer(sample: str, lang: str = "sv") -> Answerer:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    return Answerer(document, VOCABULARY, lang, None, QUESTIONS.wording)


def reply(sample: str, sentence: str, lang: str = "sv") -> Reply:
    asked = answerer(sample, lang)
    reading = understood(sentence, QUESTIONS, asked)
    assert reading is not None
    return asked.read(reading)


@pytest.mark.parametrize("sentence", ["", "   ", "?", "asdf qwer zxcv", "Vem qwer zxcv?", "hej"])
def test_what_is_no_question_is_not_understood(sentence: str) -> None:
    assert understood(sentence, QUESTIONS, answerer("sodertalje")) is None


@pytest.mark.parametrize("sentence", ["Vad tjänar kommundirektören?", "Hur mår kommundirektören?"])
def test_what_no_relation_answers_is_not_stated_and_what_is_said_is_told(sentence: str) -> None:
    found = reply("sodertalje", sentence)
    assert (found.question, found.is_stated, found.about) == ("other", False, ("kommundirektor",))
    assert "Kommundirektör ansvarar för Utbildningskontoret (från 3 april)." in [said.text for said in found.known]
    assert as_json(found)["stated"] is False


def test_a_question_about_the_organisation_that_names_nothing_is_not_stated() -> None:
    found = reply("sodertalje", "Hur mycket kostar det?")
    assert (found.is_stated, found.about, found.known) == (False, (), ())


def test_silence_on_a_known_question_also_tells_what_is_said() -> None:
    found = reply("hassleholm", "Vem är chef för medborgarservice?")
    assert not found.is_stated
    assert "Växel ingår i Medborgarservice (från 1 januari 2009)." in [said.text for said in found.known]


def test_a_name_alone_asks_for_all_that_is_said() -> None:
    found = reply("sodertalje", "koncerndirektören")
    assert found.question == "about" and found.is_stated


def test_what_answers_is_told_with_nothing_else() -> None:
    assert reply("hassleholm", "Vem leder staben?").known == ()


def test_a_day_that_is_asked_about_is_no_day_to_look_at() -> None:
    assert with_day("Vad hände den 1 januari 2009?", QUESTIONS) == ("Vad hände den 1 januari 2009?", None)
    day = Span((2009, 1, 1), (2009, 1, 1))
    assert with_day("Vem ledde staben den 1 januari 2009?", QUESTIONS) == ("Vem ledde staben", day)
    day = Span((2008, 12, 31), (2008, 12, 31))
    assert with_day("Vilka kontor fanns före 2009?", QUESTIONS) == ("Vilka kontor fanns", day)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Till vilket organ bereder direktörerna ärenden?", "Kommunstyrelsen"),
        ("Under vem arbetar de två direktörerna?", "Kommunstyrelsen"),
        ("Vem bestämde att två direktörer ska dela på ledarskapet?", "Kommunstyrelsen"),
        ("Vem är ytterst ansvarig för miljöfrågorna i kommunen?", "Koncerndirektör"),
    ],
)
def test_words_in_another_order_and_clauses_are_read(sentence: str, name: str) -> None:
    answers = reply("sodertalje", sentence).answers
    assert name in [answer.name for answer in answers] and all(answer.relation or answer.element for answer in answers)


def test_a_clause_that_says_more_than_is_known_is_not_answered() -> None:
    assert not reply("sodertalje", "Vem beslutade att Kjell Hasslert ska få högre lön?").is_stated


def test_the_words_of_the_source_answer_where_it_is_stated() -> None:
    (answer,) = reply("hassleholm", "Var står det att biträdande kommunchefen samordnar avdelningarna?").answers
    assert "”samordnande chef för avdelningarna”" in answer.text and answer.paragraphs == (23,)
    assert answer.relation == "bitradande-kommunchef-coordinates-avdelningarna"


def test_a_unit_is_found_upwards_where_one_of_a_sort_is_asked_for() -> None:
    (answer,) = reply("hassleholm", "Vilket kontor hör turistbyrån till?").answers
    assert answer.name == "Kommunledningskontoret"


def test_who_is_new_or_was_there_before_is_not_who_holds_the_post() -> None:
    assert not reply("norrtalje", "Vem är ny chefsjurist?").is_stated
    assert not reply("kommun-utan-namn", "Vad heter den förra HR-chefen?").is_stated
    assert [answer.holders for answer in reply("kommun-utan-namn", "Vem är ny HR-chef?").answers] == [
        ("Marie Halldén",)
    ]


def test_a_reading_can_be_of_any_question_by_name() -> None:
    asked = answerer("sodertalje")
    assert asked.read(Reading(QUESTIONS.by_id["about"], "kommunen")).is_stated


def test_who_is_pointed_to_are_those_who_begin() -> None:
    answers = reply("sodertalje", "När tillträder de båda sina nya tjänster?").answers
    assert {answer.element for answer in answers} == {"kommundirektor", "koncerndirektor"}
    assert not reply("haninge", "När tillträder de båda sina nya tjänster?").is_stated


def test_who_made_a_post_has_not_appointed_its_holder() -> None:
    assert not reply("norrtalje", "Vem utsåg Christer Hjert?").is_stated
    assert reply("norrtalje", "Vem inrättade tjänsten som biträdande kommundirektör?").is_stated


def test_of_two_questions_in_a_sentence_the_first_is_answered() -> None:
    (answer,) = reply("hassleholm", "Vem är informationschef och vad heter stabscheferna?").answers
    assert answer.holders == ("Hanna Gardell",)


def test_three_offices_have_become_one() -> None:
    document = read_graphml((ROOT / "samples" / "hassleholm.graphml").read_bytes()).document
    for day, count in (("2008-12-31", 3), ("2009-01-01", 1)):
        sentence, span = with_day(f"Hur många kontor finns den {day}?", QUESTIONS)
        asked = Answerer(document, VOCABULARY, "sv", span, QUESTIONS.wording)
        reading = understood(sentence, QUESTIONS, asked)
        assert reading is not None and len(asked.read(reading).answers) == count
