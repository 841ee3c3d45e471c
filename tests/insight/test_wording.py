"""How a sentence is read: base forms, idle words, days at its end, and the ways to ask that follow from a pattern."""

from pathlib import Path

import pytest

from editor.insight.patterns import patterns_of
from editor.insight.questions import load_questions
from editor.insight.timing import Span
from editor.insight.wording import day_asked

ROOT = Path(__file__).parents[2]
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")
WORDING = QUESTIONS.wording


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Vem ledde staben?", "vem leder staben"),
        ("Vem ska leda staben?", "vem leder staben"),
        ("Vem kommer att leda staben i dag?", "vem leder staben"),
        ("Vem har lett staben?", "vem leder staben"),
        ("Vem har ansvaret?", "vem har ansvaret"),
        ("Who will lead “Staben”?", "who leads staben"),
        ("Ska Ada leda staben?", "ska ada leder staben"),
    ],
)
def test_words_are_taken_by_their_base_forms_without_idle_ones(sentence: str, base: str) -> None:
    assert " ".join(WORDING.read(sentence).base) == base


@pytest.mark.parametrize(
    ("sentence", "rest", "first", "last"),
    [
        ("Vem var chef den 31 december 2008?", "Vem var chef", (2008, 12, 31), (2008, 12, 31)),
        ("Who led Staben in December 2008?", "Who led Staben", (2008, 12, 1), (2008, 12, 31)),
        ("Vem ledde staben 2008?", "Vem ledde staben", (2008, 1, 1), (2008, 12, 31)),
        ("Vem ledde staben 2008-12-31?", "Vem ledde staben", (2008, 12, 31), (2008, 12, 31)),
    ],
)
def test_a_day_at_the_end_is_the_day_asked_about(
    sentence: str, rest: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert day_asked(sentence) == (rest, Span(first, last))


@pytest.mark.parametrize(
    "sentence", ["Vem leder staben?", "Vem leder enhet 12?", "2008", "Vem ledde staben 99 smarch 2008x?"]
)
def test_other_numbers_are_no_day(sentence: str) -> None:
    assert day_asked(sentence) == (sentence, None)


@pytest.mark.parametrize(
    ("pattern", "sentence", "mode", "slots"),
    [
        ("vem leder X", "Vem leder staben", "plain", {"X": "staben"}),
        ("vem leder X", "Vilka chefer leder staben", "narrow", {"X": "staben", "Y": "chefer"}),
        ("vem leder X", "Hur många leder staben", None, {}),
        ("vem leder X", "Hur många chefer leder staben", "count", {"X": "staben", "Y": "chefer"}),
        ("vem leder X", "Leder Ada staben", "pair", {"X": "staben", "Y": "Ada"}),
        ("vem leder X", "När började Ada leda staben", None, {}),
        ("vem leder X", "När ledde Ada staben", "when", {"X": "staben", "Y": "Ada"}),
        ("vad ansvarar X för", "Vad ska Ada ansvara för", "plain", {"X": "Ada"}),
        ("vad ansvarar X för", "Ansvarar Ada för staben", "pair", {"X": "Ada", "Y": "staben"}),
        ("who leads X", "Does Ada lead Staben", "pair", {"X": "Staben", "Y": "Ada"}),
        ("what does X answers for", "Which offices will Ada answer for", "narrow", {"X": "Ada", "Y": "offices"}),
        ("!vem har X", "Vilka chefer har X", None, {}),
    ],
)
def test_from_one_pattern_follow_other_ways_to_ask(
    pattern: str, sentence: str, mode: str | None, slots: dict[str, str]
) -> None:
    words = WORDING.read(sentence)
    found = [(one.mode, filled) for one in patterns_of(pattern, WORDING) for filled in one.fits(words)]
    assert ((mode, slots) in found) if mode is not None else not found


def test_no_pattern_uses_a_word_that_is_left_out_of_sentences() -> None:
    idle = {word for word in WORDING.idle.words if " " not in word}
    for question in QUESTIONS.by_id.values():
        for pattern in question.patterns:
            needed = [word for word in pattern.split()[1:] if not word.startswith("(") and "/" not in word]
            assert not idle & set(needed), pattern
