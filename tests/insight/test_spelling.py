"""Words spelled a little wrong: read as what was meant where that is plain, and told of; else named as unknown."""

import pytest

from editor.insight.spelling import Spelling
from editor.insight.understanding import understood
from tests.insight.loose.test_loose_reading import QUESTIONS, answerer

SPELLING = Spelling(["miljökontoret", "hellenberg", "halldén", "lago", "staben"], ["ansvarar", "anställer", "hire"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("miljökontret", "miljökontoret"),
        ("miljokontoret", "miljökontoret"),
        ("hellenbreg", "hellenberg"),
        ("halden", "halldén"),
        ("stabben", "staben"),
        ("ansvrar", "ansvarar"),
        ("lagg", None),
        ("fire", None),
        ("inställer", None),
        ("trädgård", None),
    ],
)
def test_one_letter_may_be_wrong_in_a_long_word_and_marks_and_doublings_in_any(written: str, meant: str | None) -> None:
    assert SPELLING.meant(written) == meant


def test_a_slip_that_may_be_two_words_is_neither() -> None:
    assert Spelling(["personalkontor", "personalkontot"], []).meant("personalkonto") is None


@pytest.mark.parametrize(
    ("sample", "sentence", "read_as", "name"),
    [
        ("sodertalje", "Vem ansvarar för Miljökontret?", "Vem ansvarar för Miljökontoret?", "Koncerndirektör"),
        ("haninge", "Vem är Siw Lidestal?", "Vem är Siw Lidestål?", "Socialförvaltningens chef"),
    ],
)
def test_a_misspelt_question_is_answered_and_says_how_it_was_read(
    sample: str, sentence: str, read_as: str, name: str
) -> None:
    asked = answerer(sample)
    reading = understood(sentence, QUESTIONS, asked)
    assert reading is not None
    reply = asked.read(reading)
    assert (reply.read_as, [answer.name for answer in reply.answers]) == (read_as, [name])


def test_words_that_nothing_is_known_of_are_named_and_what_is_known_begins_with_the_likest() -> None:
    asked = answerer("hassleholm")
    reading = understood("Vilken glass gillar kommunchefen mest när staben har fest?", QUESTIONS, asked)
    assert reading is not None
    reply = asked.read(reading)
    assert not reply.understood and reply.unknown == ("glass", "gillar", "mest", "fest")
    assert reply.known[0].text.startswith("Kommunchef leder Staben")
    assert len({answer.text for answer in reply.known}) == len(reply.known)


def test_a_question_that_is_understood_has_no_unknown_words_where_the_text_is_silent() -> None:
    asked = answerer("sodertalje")
    for sentence in ("Vem leder Miljökontoret?", "Vad tjänar Hasslert?", "How old is Anders Lago?"):
        reading = understood(sentence, QUESTIONS, asked)
        assert reading is not None
        reply = asked.read(reading)
        assert reply.understood and not reply.answers and reply.unknown == ()
