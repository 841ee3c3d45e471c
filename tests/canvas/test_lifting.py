"""Many boxes on their way look as they will when they are let go of, and what is redrawn doesn't grow with them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from editor.canvas.view import Canvas
from editor.drawing.theme import DARK, LIGHT
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer
from editor.tools.events import PointerEvent

ROW = 10


def field(count: int) -> Document:
    """Boxes in rows under one, which stands still."""
    nodes = [Node("top", "Top", box=Rect(0, 0, 80, 30), order=0)]
    nodes += [
        Node(f"n{at}", f"Box {at}", box=Rect(at % ROW * 100, 100 + at // ROW * 50, 80, 30), order=at + 1)
        for at in range(count)
    ]
    return Document(nodes, [Edge(f"e{at}", "top", f"n{at}", order=at) for at in range(count)])


def shown(qtbot: QtBot, count: int) -> Canvas:
    canvas = Canvas(field(count), Vocabulary(), FixedMeasurer(), LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.resize(1200, 900)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_zoom(1.0)
    canvas.camera.left, canvas.camera.top = -50, -50
    canvas.sharpen()
    canvas.editor.snaps = False
    canvas.select([f"n{at}" for at in range(count)])
    return canvas


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    canvas = shown(qtbot, 20)
    yield canvas
    canvas.shutdown()


def event(canvas: Canvas, x: float, y: float) -> PointerEvent:
    point = Point(x, y)
    return PointerEvent(point, canvas.camera.to_view(point), "left", scale=canvas.zoom)


def carry(canvas: Canvas, dx: float, dy: float) -> None:
    canvas.machine.press(event(canvas, 40, 115))
    canvas.machine.move(event(canvas, 60, 115))
    canvas.machine.move(event(canvas, 40 + dx, 115 + dy))


def picture(canvas: Canvas, area: Rect | None = None) -> QImage:
    """What is in sight without the outlines of what is selected; `area` in the drawing."""
    selected = canvas.selection()
    canvas.select([])
    image = canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    canvas.select(selected)
    if area is None:
        return image
    view = canvas.camera.rect_to_view(area)
    return image.copy(QRect(QPoint(round(view.x), round(view.y)), QPoint(round(view.right), round(view.bottom))))


def unlike(one: QImage, other: QImage) -> float:
    """The part of the pixels that are seen to differ: where a line begins its edge may be a shade lighter."""
    size = one.width() * one.height()
    blues = zip(bytes(one.constBits())[::4], bytes(other.constBits())[::4], strict=True)
    return sum(abs(mine - theirs) > 40 for mine, theirs in blues) / size


def test_boxes_look_on_their_way_as_they_will_there(canvas: Canvas) -> None:
    rows = Rect(-5, 400, 1010, 90)
    carry(canvas, 0, 307)
    on_the_way = picture(canvas, rows)
    assert canvas.editor.lifted is not None
    canvas.machine.release(event(canvas, 40, 422))
    canvas.sharpen()
    assert unlike(on_the_way, picture(canvas, rows)) < 0.01


def test_nothing_is_left_where_they_stood(canvas: Canvas) -> None:
    carry(canvas, 0, 500)
    colors = {picture(canvas, Rect(895, 145, 90, 40)).pixelColor(x, y).name() for x in (2, 45, 88) for y in (2, 20, 38)}
    assert colors == {picture(canvas, Rect(950, 20, 10, 10)).pixelColor(5, 5).name()}


def test_taken_back_everything_looks_as_before(canvas: Canvas) -> None:
    before = picture(canvas)
    carry(canvas, 130, 307)
    assert unlike(picture(canvas), before) > 0.001
    canvas.settle()
    canvas.sharpen()
    assert unlike(picture(canvas), before) == 0


def test_they_are_still_carried_when_the_picture_is_made_anew(canvas: Canvas) -> None:
    carry(canvas, 0, 500)
    canvas.set_theme(DARK)
    picture(canvas)
    ground = picture(canvas, Rect(950, 20, 10, 10)).pixelColor(5, 5).name()
    assert picture(canvas, Rect(895, 145, 90, 40)).pixelColor(45, 20).name() == ground


def test_zooming_and_panning_on_the_way_keeps_them_at_hand(canvas: Canvas) -> None:
    carry(canvas, 0, 307)
    canvas.set_zoom(0.8)
    canvas.scroll_by(30, -20)
    canvas.sharpen()
    on_the_way = picture(canvas, Rect(105, 410, 70, 20))
    canvas.machine.release(event(canvas, 40, 422))
    canvas.sharpen()
    there = picture(canvas, Rect(105, 410, 70, 20))
    middle = QPoint(there.width() // 2, 2)
    assert on_the_way.pixelColor(middle) == there.pixelColor(middle)


def test_a_frame_costs_the_same_for_a_few_and_for_hundreds(qtbot: QtBot, calls: Callable[..., int]) -> None:
    def frame_of(count: int) -> int:
        canvas = shown(qtbot, count)
        canvas.set_zoom(1.0)
        carry(canvas, 20, 20)
        canvas.take_changes()

        def frame() -> None:
            canvas.machine.move(event(canvas, 70, 130))
            canvas.take_changes()

        found = calls(frame)
        canvas.shutdown()
        return found

    assert frame_of(400) < 1.2 * frame_of(20)


def test_no_outline_of_what_is_pointed_at_is_left_behind(canvas: Canvas) -> None:
    canvas.machine.move(event(canvas, 940, 165))
    assert canvas.editor.hovered == "n19"
    canvas.machine.press(event(canvas, 940, 165))
    canvas.machine.move(event(canvas, 960, 365))
    canvas.machine.move(event(canvas, 960, 665))
    around = picture(canvas, Rect(890, 140, 100, 50))
    colors = {around.pixelColor(x, y).name() for x in range(around.width()) for y in range(around.height())}
    assert colors == {picture(canvas, Rect(950, 20, 10, 10)).pixelColor(5, 5).name()}
