"""Widths of the shipped font are linear, of the right weight, and leave other fonts their room."""

import msgspec
import pytest
from PySide6.QtGui import QFontDatabase

from editor.drawing.nodes import BAR, PADDING_X
from editor.drawing.shapes_of_files import LAST_LATIN_LETTER
from editor.drawing.typography import HOLDER, NAME, SLACK
from editor.text.measure import FAMILY, TextStyle
from editor.text.qt import QtMeasurer, register_fonts

LABELS = (
    "Social- och arbetsmarknadskontoret",
    "Kommunalförbundet Sjukvård och Omsorg",
    "Biträdande kommundirektör",
    "utveckla kommunen under kommunstyrelsen",
)
pytestmark = pytest.mark.usefixtures("qapp")


def test_the_shipped_font_is_known_to_qt() -> None:
    assert register_fonts() == FAMILY
    assert FAMILY in QFontDatabase.families()


def test_widths_grow_in_step_with_the_size() -> None:
    measurer = QtMeasurer()
    for label in LABELS:
        small, large = (measurer.width(label, TextStyle(size)) for size in (9.5, 95.0))
        assert large == pytest.approx(10 * small, rel=0.002)


def test_a_heavier_weight_is_wider() -> None:
    measurer = QtMeasurer()
    light, heavy = (measurer.width("Kommunstyrelsen", TextStyle(13.0, weight)) for weight in (400, 700))
    assert heavy > light * 1.02


def test_tracking_adds_to_every_letter() -> None:
    measurer = QtMeasurer()
    plain, tracked = (measurer.width("STAB", TextStyle(9.5, 600, tracking=by)) for by in (0.0, 0.7))
    assert tracked - plain == pytest.approx(4 * 0.7, abs=0.8)


def test_heights_are_positive_and_hold_a_line() -> None:
    metrics = QtMeasurer().metrics(NAME)
    assert NAME.size_px * 0.7 < metrics.ascent < NAME.size_px * 1.3
    assert 0.0 < metrics.descent < NAME.size_px * 0.6


@pytest.mark.parametrize("family", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("label", LABELS)
def test_text_in_another_font_stays_inside_its_box(family: str, label: str) -> None:
    measurer = QtMeasurer()
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not installed")
    room = measurer.width(label, HOLDER) * SLACK + PADDING_X
    assert measurer.width(label, msgspec.structs.replace(HOLDER, family=family)) <= room


@pytest.mark.parametrize("label", LABELS)
def test_names_in_the_fallback_font_stay_inside_their_box(label: str) -> None:
    measurer = QtMeasurer()
    if "Liberation Sans" not in QFontDatabase.families():
        pytest.skip("no font with Arial's widths is installed")
    room = measurer.width(label, NAME) * SLACK + BAR
    assert measurer.width(label, msgspec.structs.replace(NAME, family="Liberation Sans")) <= room


def test_no_letter_of_a_latin_alphabet_is_wider_than_high() -> None:
    """So that what fits even then need not be measured."""
    measurer = QtMeasurer()
    letters = [chr(code) for code in range(ord("!"), ord(LAST_LATIN_LETTER) + 1)]
    for weight in (400, 700):
        for italic in (False, True):
            style = TextStyle(12.0, weight, italic)
            assert not [letter for letter in letters if measurer.width(letter, style) > style.size_px]
