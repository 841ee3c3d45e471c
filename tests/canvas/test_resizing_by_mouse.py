"""A selected box is resized on the canvas: the pointer says so, the box follows, the squares are drawn."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.canvas.view import Canvas
from editor.geometry import Point, Rect
from editor.model.document import Document

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def spot(canvas: Canvas, x: float, y: float) -> QPoint:
    view = canvas.camera.to_view(Point(x, y))
    return QPoint(round(view.x), round(view.y))


def test_the_pointer_tells_and_the_box_follows(chart: Canvas, grouped: Document) -> None:
    view = chart.viewport()
    chart.select(["c"])
    QTest.mouseMove(view, spot(chart, 884, 548))
    assert view.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    QTest.mouseMove(view, spot(chart, 884, 535))
    assert view.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(view, spot(chart, 800, 520))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mousePress(view, LEFT, ALT, spot(chart, 884, 548))
    QTest.mouseMove(view, spot(chart, 900, 570))
    QTest.mouseRelease(view, LEFT, ALT, spot(chart, 920, 600))
    box = grouped.nodes["c"].box
    assert box is not None and (box.x, box.y) == (700, 500) and box.width > 184 and box.height > 48
    assert grouped.history.undo_name == "Ändra rutans storlek"
    grouped.undo()
    assert grouped.nodes["c"].box == Rect(700, 500, 184, 48)


def test_escape_in_the_middle_gives_the_size_back(chart: Canvas, grouped: Document) -> None:
    chart.select(["c"])
    QTest.mousePress(chart.viewport(), LEFT, ALT, spot(chart, 884, 548))
    QTest.mouseMove(chart.viewport(), spot(chart, 960, 640))
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert grouped.nodes["c"].box == Rect(700, 500, 184, 48) and not grouped.in_transaction


def test_the_corners_of_each_selected_box_are_marked(chart: Canvas) -> None:
    chart.select(["a", "c"])
    chart.sharpen()
    picture = chart.viewport().grab().toImage()
    accent = QColor(chart.colors.accent)
    for x, y in ((700, 500), (884, 548), (40, 60)):
        corner = spot(chart, x, y)
        near = (QPoint(corner.x() + dx, corner.y() + dy) for dx in range(-4, 5) for dy in range(-4, 5))
        assert any(picture.pixelColor(at) == accent for at in near)


def test_keys_resize_and_frames_keep_their_members(chart: Canvas, grouped: Document) -> None:
    chart.select(["g"])
    for _ in range(200):
        QTest.keyClick(chart, Qt.Key.Key_Left, ALT | Qt.KeyboardModifier.ShiftModifier)
    frame, member = grouped.nodes["g"].box, grouped.nodes["b"].box
    assert frame is not None and member is not None and frame.encloses(member) and frame.width < 500
    assert len(grouped.history.done) == 1


def test_two_fingers_pan(chart: Canvas) -> None:
    at, left, top = QPointF(300.0, 200.0), chart.camera.left, chart.camera.top
    place, device = chart.viewport().mapToGlobal(at), QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.PanNativeGesture
    event = QNativeGestureEvent(kind, device, 2, at, at, place, 0.0, QPointF(12.0, 5.0))
    QApplication.sendEvent(chart.viewport(), event)
    assert (chart.camera.left, chart.camera.top) == (left - 12, top - 5)
