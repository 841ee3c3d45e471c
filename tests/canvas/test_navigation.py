"""Getting about: touchpad, pinch, wheel, middle button, scroll bars, and screens of twice the resolution."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.canvas.view import Canvas
from editor.geometry import Point, Rect
from editor.model.document import Document

NONE = Qt.KeyboardModifier.NoModifier


def gesture(canvas: Canvas, kind: Qt.NativeGestureType, value: float, delta: QPointF | None = None) -> None:
    at = QPointF(300.0, 200.0)
    place = canvas.viewport().mapToGlobal(at)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, place, value, delta or QPointF())
    QApplication.sendEvent(canvas.viewport(), event)


def touchpad(canvas: Canvas, pixels: QPoint) -> None:
    at = QPointF(300.0, 200.0)
    place, phase = canvas.viewport().mapToGlobal(at), Qt.ScrollPhase.ScrollUpdate
    event = QWheelEvent(at, place, pixels, pixels * 8, Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


def test_pinch_zooms_at_the_fingers(chart: Canvas) -> None:
    before = chart.camera.to_drawing(Point(300, 200))
    gesture(chart, Qt.NativeGestureType.BeginNativeGesture, 0.0)
    gesture(chart, Qt.NativeGestureType.ZoomNativeGesture, 0.5)
    gesture(chart, Qt.NativeGestureType.EndNativeGesture, 0.0)
    assert chart.zoom == pytest.approx(1.5)
    assert before.distance_to(chart.camera.to_drawing(Point(300, 200))) < 1
    gesture(chart, Qt.NativeGestureType.ZoomNativeGesture, -5.0)
    assert chart.zoom > 0


def test_two_taps_show_everything_and_come_back(chart: Canvas) -> None:
    chart.set_zoom(3.0)
    gesture(chart, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0)
    content = chart.content()
    assert content is not None and chart.visible_area().encloses(content)


def test_a_touchpad_pans_by_its_pixels(chart: Canvas) -> None:
    left, top = chart.camera.left, chart.camera.top
    touchpad(chart, QPoint(17, -9))
    assert (chart.camera.left, chart.camera.top) == (left - 17, top + 9)


def test_the_middle_button_pans(chart: Canvas, grouped: Document) -> None:
    left, top = chart.camera.left, chart.camera.top
    middle = Qt.MouseButton.MiddleButton
    QTest.mousePress(chart.viewport(), middle, NONE, QPoint(120, 120))
    QTest.mouseMove(chart.viewport(), QPoint(150, 170))
    QTest.mouseRelease(chart.viewport(), middle, NONE, QPoint(150, 170))
    assert (chart.camera.left, chart.camera.top) == (left - 30, top - 50)
    assert grouped.history.done == () and not chart.selection()


def test_bars_come_when_something_is_out_of_sight_and_move_the_picture(chart: Canvas) -> None:
    chart.fit()
    assert not chart.bars.across.isVisible() and not chart.bars.down.isVisible()
    chart.set_zoom(4.0)
    assert chart.bars.across.isVisible() and chart.bars.down.isVisible()
    chart.bars.down.setValue(chart.bars.down.maximum())
    content = chart.content()
    assert content is not None
    assert chart.visible_area().bottom == pytest.approx(content.bottom, abs=1)
    top = chart.camera.top
    chart.bars.down.setValue(chart.bars.down.minimum())
    assert chart.camera.top < top


def test_a_group_grows_around_a_member_that_is_dragged(chart: Canvas, grouped: Document) -> None:
    start, end = chart.camera.to_view(Point(300, 80)), chart.camera.to_view(Point(500, 280))
    places = [QPoint(round(point.x), round(point.y)) for point in (start, end)]
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, NONE, places[0])
    QTest.mouseMove(chart.viewport(), (places[0] + places[1]) / 2)
    QTest.mouseMove(chart.viewport(), places[1])
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, NONE, places[1])
    group, member = grouped.nodes["g"].box, grouped.nodes["b"].box
    assert group is not None and member is not None and member.x > 400
    assert group.encloses(member) and (group.x, group.y) == (0, 0)
    assert len(grouped.history.done) == 1
    grouped.undo()
    assert grouped.nodes["g"].box == Rect(0, 0, 500, 200)


SHARP = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from editor.canvas.view import Canvas
from editor.drawing import theme
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer
document = Document([Node("a", "Nämnden", box=Rect(0, 0, 184, 48))], [])
canvas = Canvas(document, Vocabulary(), FixedMeasurer(), theme.LIGHT, "sv")
canvas.resize(400, 300)
canvas.show()
canvas.set_zoom(1.0)
canvas.camera.left, canvas.camera.top = -100, -100
canvas.sharpen()
image = canvas.viewport().grab().toImage()
def mixed(x, y):
    return len({image.pixel(2 * x + dx, 2 * y + dy) for dx in (0, 1) for dy in (0, 1)}) > 1
print(image.width(), image.height(), sum(mixed(x, y) for x in range(90, 300) for y in range(90, 160)))
"""


def test_on_a_screen_of_twice_the_resolution_the_picture_has_twice_the_pixels() -> None:
    around = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", SHARP], env=around, capture_output=True, text=True, timeout=60)
    width, height, mixed = (int(number) for number in run.stdout.split())
    assert (width, height) == (800, 600)
    assert mixed > 100, "a picture that was merely enlarged has four equal pixels everywhere"
