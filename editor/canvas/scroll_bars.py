"""Thin bars over the edges of the canvas, there only while something of the chart is out of sight."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from editor.canvas.camera import Camera
from editor.geometry import Rect

THICK_PX = 11
STEP_PX = 64
Scroll = Callable[[float, float], None]


class ScrollBars:
    """They lie over the picture, so that nothing moves when they come and go. Dragging one moves the picture."""

    def __init__(self, parent: QWidget, camera: Camera, scroll: Scroll) -> None:
        self._camera = camera
        self._scroll = scroll
        self.across = _bar(Qt.Orientation.Horizontal, parent)
        self.down = _bar(Qt.Orientation.Vertical, parent)
        self.across.valueChanged.connect(self._drag_across)
        self.down.valueChanged.connect(self._drag_down)

    def place(self, area: QRect) -> None:
        """Along the right and the lower edge of an area."""
        self.down.setGeometry(area.right() - THICK_PX + 1, area.top(), THICK_PX, area.height() - THICK_PX)
        self.across.setGeometry(area.left(), area.bottom() - THICK_PX + 1, area.width() - THICK_PX, THICK_PX)

    def follow(self, content: Rect | None, view: Rect) -> None:
        """Show where `view` (viewport pixels) is within what there is to see (drawing coordinates)."""
        scale, camera = self._camera.scale, self._camera
        if content is None:
            self.across.hide()
            self.down.hide()
            return
        _show(self.across, camera.left, view.width, content.x * scale, content.right * scale)
        _show(self.down, camera.top, view.height, content.y * scale, content.bottom * scale)

    def _drag_across(self, value: int) -> None:
        self._scroll(self._camera.left - value, 0.0)

    def _drag_down(self, value: int) -> None:
        self._scroll(0.0, self._camera.top - value)


def _bar(orientation: Qt.Orientation, parent: QWidget) -> QScrollBar:
    bar = QScrollBar(orientation, parent)
    bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bar.setSingleStep(STEP_PX)
    bar.setCursor(Qt.CursorShape.ArrowCursor)
    bar.hide()
    return bar


def _show(bar: QScrollBar, start: int, length: float, low: float, high: float) -> None:
    """The bar's way covers the content and what is seen; a bar being dragged keeps its way until it is let go."""
    bar.setVisible(low < start - 1 or high > start + length + 1)
    before = bar.blockSignals(True)
    if not bar.isSliderDown():
        bar.setRange(round(min(low, start)), round(max(high - length, start)))
        bar.setPageStep(max(1, round(length)))
    bar.setValue(start)
    bar.blockSignals(before)
