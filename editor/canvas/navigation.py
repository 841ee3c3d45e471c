"""Getting about in the drawing with wheel, touchpad and keys."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent

from editor.canvas import keys
from editor.canvas.viewport import Viewport

WHEEL_STEP_PX = 64.0
ZOOM_STEP = 1.25


class Navigable(Viewport):
    """A viewport that wheel, pinch and the zoom keys move; a subclass says what is selected."""

    def selected_area_shown(self) -> None:
        """For subclasses: show all that is selected."""

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / ZOOM_STEP)

    def zoom_to_100(self) -> None:
        self.set_zoom(1.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by pixels where the device gives them (a touchpad); with Ctrl zoom at the pointer."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(keys.to_point(event.position()), self.zoom * ZOOM_STEP ** (angle.y() / 120))
        else:
            dx, dy = (pixels.x(), pixels.y()) if not pixels.isNull() else _scrolled(angle)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, dx
            self.scroll_by(dx, dy)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._gesture(event):
            event.accept()
            return True
        return super().viewportEvent(event)

    def zoom_key(self, event: QKeyEvent) -> bool:
        """Ctrl+0, 1, 2; False for every other key."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() == Qt.Key.Key_1:
            self.zoom_to_100()
        elif event.key() == Qt.Key.Key_2:
            self.selected_area_shown()
        else:
            return False
        return True

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        """Pinch zooms at the fingers, two taps show everything or go back to full size; False for other gestures."""
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(keys.to_point(event.position()), self.zoom * max(0.1, 1 + event.value()))
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            at = keys.to_point(event.position())
            self.fit() if self.zoom >= 1.0 else self.zoom_at(at, 1.0)
        elif kind == Qt.NativeGestureType.PanNativeGesture:
            self.scroll_by(event.delta().x(), event.delta().y())
        else:
            begun = (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture)
            return kind in begun
        return True


def _scrolled(angle: QPoint) -> tuple[float, float]:
    return angle.x() / 120 * WHEEL_STEP_PX, angle.y() / 120 * WHEEL_STEP_PX
