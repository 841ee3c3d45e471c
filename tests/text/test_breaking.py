"""Lines fit their width, lose no letter, and stay few whatever the text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.breaking import ELLIPSIS, MOST_LINES, broken
from editor.text.fixed import FixedMeasurer
from editor.text.measure import TextStyle

STYLE = TextStyle(13.0)
MEASURER = FixedMeasurer()


def lines(text: str, width: float, most: int = MOST_LINES) -> list[str]:
    return broken(text, width, STYLE, MEASURER, most)


def wide(text: str) -> float:
    return MEASURER.width(text, STYLE)


def test_a_text_that_fits_stays_on_one_line() -> None:
    assert lines("Kommunstyrelsen", 200.0) == ["Kommunstyrelsen"]


def test_blanks_are_the_first_places_to_break() -> None:
    assert lines("Kultur och fritid", wide("Kultur och") + 1) == ["Kultur och", "fritid"]


def test_a_hyphen_stays_at_the_end_of_its_line() -> None:
    found = lines("Social- och arbetsmarknads-kontoret", wide("arbetsmarknads-") + 1)
    assert found == ["Social- och", "arbetsmarknads-", "kontoret"]


def test_a_slash_divides_without_losing_itself() -> None:
    assert lines("logikområdena/staberna", wide("logikområdena/") + 1) == ["logikområdena/", "staberna"]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("samhällsbyggnadsförvaltningen", "samhälls-"),
        ("arbetsmarknadsenheten", "arbets-"),
        ("utvecklingsavdelningen", "utvecklings-"),
    ],
)
def test_a_long_swedish_compound_divides_at_its_joint(word: str, first: str) -> None:
    assert lines(word, wide(first) * 1.3)[0] == first


def test_a_word_wider_than_the_box_is_cut_and_every_part_fits() -> None:
    word = "realisationsvinstbeskattningsnämndsordförandebefattning"
    found = lines(word, 80.0)
    assert len(found) > 3 and all(wide(line) <= 80.0 for line in found)
    assert "".join(line.removesuffix("-") for line in found) == word


def test_newlines_stay_and_an_empty_line_too() -> None:
    assert lines("Stab\n\nLedning", 200.0) == ["Stab", "", "Ledning"]
    assert lines("Stab\r\nLedning", 200.0) == ["Stab", "Ledning"]


def test_tabs_and_several_blanks_count_as_one_blank() -> None:
    assert lines("Stab\t\tför   ledning", 300.0) == ["Stab för ledning"]


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_nothing_is_one_empty_line(text: str) -> None:
    assert lines(text, 100.0) == [""]


def test_signs_outside_the_basic_plane_and_from_right_to_left_are_kept() -> None:
    assert lines("Chef 👩‍💼", 300.0) == ["Chef 👩‍💼"]
    assert lines("מועצת העיר", 300.0) == ["מועצת העיר"]
    assert lines("a\u200bb", 300.0) == ["a\u200bb"]


def test_no_width_at_all_still_ends() -> None:
    found = lines("Kommunstyrelsen", 0.0)
    assert 1 < len(found) <= MOST_LINES


def test_a_megabyte_is_cut_short_and_says_so() -> None:
    found = lines("nämnd " * 170_000, 200.0)
    assert len(found) <= MOST_LINES and found[-1].endswith(ELLIPSIS)
    found = lines("n" * 1_000_000, 200.0)
    assert len(found) <= MOST_LINES and found[-1].endswith(ELLIPSIS)


def test_the_line_with_the_ellipsis_fits_as_well() -> None:
    found = lines("ett två tre fyra fem sex sju åtta nio tio", 60.0, most=2)
    assert len(found) == 2 and found[-1].endswith(ELLIPSIS) and all(wide(line) <= 60.0 for line in found)


@given(st.text(alphabet="aå bmÖ-/\n", max_size=120), st.floats(40.0, 300.0))
def test_lines_fit_and_no_letter_is_lost(text: str, width: float) -> None:
    found = lines(text, width, most=1000)
    assert all(wide(line) <= width for line in found)
    kept = "".join(found).replace("-", "").replace(" ", "")
    assert kept == "".join(text.split()).replace("-", "")
