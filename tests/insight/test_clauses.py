"""Sentences put plainly: claims, reasons, orders, exceptions, denials and absences."""

from pathlib import Path

import pytest

from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer
from editor.insight.questions import load_questions
from editor.insight.understanding import understood, with_day
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")


def names(sample: str, sentence: str) -> list[str | None]:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    plain, day = with_day(sentence, QUESTIONS)
    answerer = Answerer(document, VOCABULARY, "sv", day, QUESTIONS.wording)
    reading = understood(plain, QUESTIONS, answerer)
    return [answer.name for answer in answerer.read(reading).answers] if reading is not None else []


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Stämmer det att Ada leder staben?", "leder Ada staben"),
        ("Is it true that Ada leads the staff?", "does Ada leads the staff"),
        ("Är det så att staben inte är ny?", "är staben ny"),
        ("Staben är ny, eller hur?", "är Staben ny"),
        ("Stämmer det att blått?", "stämmer blått"),
        ("Hur kommer det sig att staben inrättas?", "varför inrättas staben"),
        ("How come the staff is formed?", "why is the staff formed"),
        ("Nämn de kontor som slås ihop", "vilka kontor slås ihop"),
        ("List the offices", "which offices are there"),
        ("Vilka är de kontor som slås ihop?", "vilka kontor slås ihop"),
        ("Vilka kontor är det som slås ihop?", "Vilka kontor slås ihop"),
        ("Which of the offices are merged?", "Which offices are merged"),
        ("Vem fattar besluten när kommunchefen är borta?", "vem träder in när kommunchefen är frånvarande"),
        ("Who decides while the director is on leave?", "who steps in when the director is absent"),
        ("Vem ersätter Ada när hon är borta?", "Vem ersätter Ada när hon är borta"),
    ],
)
def test_a_sentence_is_put_plainly(sentence: str, plain: str) -> None:
    assert QUESTIONS.clauses.plain(sentence).sentence == plain


@pytest.mark.parametrize(
    ("sentence", "plain", "excepted"),
    [
        ("Vilka ingår förutom Ada?", "Vilka ingår", "Ada"),
        ("Förutom Ada, vilka ingår?", "vilka ingår", "Ada"),
        ("Which offices, apart from ours, are merged?", "Which offices are merged", "ours"),
    ],
)
def test_what_shall_not_answer_is_told_apart(sentence: str, plain: str, excepted: str) -> None:
    assert QUESTIONS.clauses.plain(sentence)[:2] == (plain, excepted)


def test_what_is_excepted_does_not_answer_and_an_exception_that_is_not_known_silences() -> None:
    assert names("hassleholm", "Vilka ingår i ledningsgruppen utöver kommunchefen?") == [
        "Informationschef",
        "Stabschefer",
    ]
    assert names("hassleholm", "Vilka avdelningar finns utöver medborgarservice?") == []
    assert names("hassleholm", "Vilka ingår i ledningsgruppen utöver trädgårdsmästaren?") == []


def test_who_does_not_is_the_rest_of_a_sort_and_silence_where_there_is_no_sort() -> None:
    assert names("sodertalje", "Vilka kontor lyder inte under Hellenberg?") == [
        "Miljökontoret",
        "Samhällsbyggnadskontoret",
    ]
    assert names("hassleholm", "Vem leder inte staben?") == []
    assert names("hassleholm", "Leder inte kommunchefen staben?") == ["Kommunchef"]


def test_only_is_answered_by_all_there_is() -> None:
    assert len(names("sodertalje", "Ansvarar Hasslert bara för Miljökontoret?")) > 1


def test_who_does_it_together_with_somebody_are_the_others() -> None:
    assert "Skribenten" not in names("kommun-utan-namn", "Vilka åker till Söderköping tillsammans med skribenten?")
    assert names("haninge", "Vem ledde grupparbetet tillsammans med Lidestål?") == ["Stadsbyggnadsnämndens ordförande"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2008, vilka kontor slogs ihop?",
        "Vilka kontor fanns 2008 i kommunen?",
        "Den 31 december 2008 vilka kontor fanns?",
    ],
)
def test_a_day_may_stand_first_or_within(sentence: str) -> None:
    assert with_day(sentence, QUESTIONS)[1] is not None
    assert "Ekonomikontoret" in names("hassleholm", sentence)


def test_whether_it_is_so_on_a_day_is_answered_by_when_it_is() -> None:
    assert names("norrtalje", "Tillträder Hjert den 1 februari?") == ["Biträdande kommundirektör"]
    assert names("sodertalje", "Do both directors start on the third of April?")[:1] == ["Kommundirektör"]


def test_what_is_done_to_somebody_is_asked_in_the_passive_of_any_verb() -> None:
    assert names("sodertalje", "Av vem sköts Miljökontoret?") == ["Koncerndirektör"]
    assert names("sodertalje", "Vilka kontor leds av Hellenberg?") == ["Utbildningskontoret"]
    assert names("sodertalje", "Is the Telge group led by Hasslert?") == ["Vd för Telge koncernen"]


def test_the_text_itself_has_a_date_and_a_publisher_only_where_they_are_known() -> None:
    assert len(names("hassleholm", "När publicerades pressmeddelandet?")) == 1
    assert names("sodertalje", "När publicerades pressmeddelandet?") == []
    assert len(names("sodertalje", "Who published the press release?")) == 1
    assert names("kommun-utan-namn", "Vem har skrivit inlägget?") == []
    assert names("sodertalje", "Hur gammal är kommunen?") == []


def test_a_letter_is_no_part_of_a_name() -> None:
    assert names("haninge", "Ingår M i plattformen?") == []


def test_who_is_something_today_is_not_who_is_on_the_way_in() -> None:
    assert names("kommun-utan-namn", "Vem är HR-chef i dag?") == []
    assert names("kommun-utan-namn", "Vem är HR-chef?") == ["HR-chef"]
    assert names("hassleholm", "Vem är biträdande kommunchef nu?") == ["Biträdande kommunchef"]
