"""The screen's batches: single blocks put in, replaced and taken out look like everything built anew."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from editor.drawing.outlines import polyline
from editor.drawing.shapes import Block, Box, Path, Stroke, Text, TextLine
from editor.geometry import Point, Rect
from editor.render.batches import CHUNK, BatchPainter
from editor.render.painter import paint
from editor.text.measure import TextStyle

PLACES = 64
AREA = Rect(0, 0, 8 * 20.0, 8 * 12.0)
COLORS = ("#aa0000", "#00aa00", "#0000aa")
STEPS = st.lists(
    st.tuples(st.sampled_from(["set", "set", "set", "remove"]), st.integers(0, PLACES - 1), st.sampled_from(COLORS)),
    max_size=90,
)
pytestmark = pytest.mark.usefixtures("qapp")


def block(place: int, color: str) -> Block:
    """A box in a field of its own, with a bar on it and a letter."""
    rect = Rect(place % 8 * 20.0 + 2, place // 8 * 12.0 + 1, 16, 10)
    bar = Path(polyline((Point(rect.x, rect.y + 3), Point(rect.right, rect.y + 3))), None, Stroke("#000000", 2.0))
    letter = Text((TextLine("x", Point(rect.x + 4, rect.bottom - 1), 5.0),), TextStyle(6.0), "#ffffff")
    return Block("node", str(place), rect, (Box(rect, 2.0, color), bar, letter))


def seen(batches: BatchPainter, scale: float = 1.0) -> QImage:
    image = QImage(round(AREA.width * scale), round(AREA.height * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    batches.paint(painter, AREA, scale)
    painter.end()
    return image


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_step_by_step_is_the_same_as_all_at_once(steps: list[tuple[str, int, str]]) -> None:
    stepwise, state = BatchPainter(), {}
    for what, place, color in steps:
        if what == "set":
            state[place] = color
            stepwise.set_block(str(place), block(place, color), 0.0)
        else:
            state.pop(place, None)
            stepwise.remove(str(place))
        if place % 7 == 0:
            seen(stepwise)
    anew = BatchPainter()
    for place, color in state.items():
        anew.set_block(str(place), block(place, color), 0.0)
    anew.build()
    assert seen(stepwise) == seen(anew)


def test_boxes_and_lines_look_as_they_do_on_paper() -> None:
    batches, blocks = BatchPainter(), [block(place, COLORS[place % 3]) for place in range(PLACES)]
    for one in blocks:
        batches.set_block(one.record, one, 0.0)
    image = seen(batches)
    paper = QImage(image.size(), image.format())
    paper.fill(0xFFFFFF)
    painter = QPainter(paper)
    paint(blocks, painter)
    painter.end()
    for place in range(PLACES):
        at = place % 8 * 20 + 15, place // 8 * 12 + 8
        assert image.pixelColor(*at) == paper.pixelColor(*at)


def test_what_is_higher_covers_what_is_lower_whatever_came_first() -> None:
    batches = BatchPainter()
    above, below = (
        Block("node", "a", AREA, (Box(AREA, 0.0, "#aa0000"),)),
        Block("node", "b", AREA, (Box(AREA, 0.0, "#00aa00"),)),
    )
    batches.set_block("a", above, 2.0)
    batches.set_block("b", below, 1.0)
    assert seen(batches).pixelColor(50, 50).name() == "#aa0000"
    batches.set_block("b", below, 3.0)
    assert seen(batches).pixelColor(50, 50).name() == "#00aa00"


def test_more_blocks_than_a_chunk_holds() -> None:
    batches = BatchPainter()
    for place in range(PLACES):
        batches.set_block(str(place), block(place, "#aa0000"), 0.0)
    assert PLACES > CHUNK
    image = seen(batches)
    assert all(
        image.pixelColor(place % 8 * 20 + 15, place // 8 * 12 + 8).name() == "#aa0000" for place in range(PLACES)
    )


def test_small_charts_leave_out_their_text() -> None:
    batches = BatchPainter()
    letter = Text((TextLine("M", Point(10, 80), 80.0),), TextStyle(80.0), "#000000")
    batches.set_block("a", Block("node", "a", AREA, (letter,)), 0.0)
    dark = [any(image.pixelColor(x, y).lightness() < 100 for x in range(image.width()) for y in range(image.height()))
            for image in (seen(batches), seen(batches, 0.1))]  # fmt: skip
    assert dark == [True, False]


def letters(count: int) -> BatchPainter:
    batches = BatchPainter()
    text = Text((TextLine("MMMM", Point(0.0, 40.0), 90.0),), TextStyle(40.0), "#000000")
    batches.set_block("words", Block("node", "words", Rect(0, 0, 160, 96), (text,)), 1.0)
    for number in range(count):
        far = Rect(9000.0 + number, 9000.0, 1, 1)
        batches.set_block(str(number), Block("node", str(number), far, ()), 1.0)
    return batches


@pytest.mark.parametrize(
    ("count", "scale", "is_drawn"), [(5, 0.2, True), (5, 0.1, False), (900, 0.2, False), (900, 0.4, True)]
)
def test_words_are_drawn_from_farther_away_in_a_small_chart(count: int, scale: float, is_drawn: bool) -> None:
    image = seen(letters(count), scale)
    pixels = {image.pixel(x, y) & 0xFFFFFF for x in range(image.width()) for y in range(image.height())}
    assert (pixels != {0xFFFFFF}) == is_drawn
