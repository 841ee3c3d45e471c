"""The chart as it was on the earlier of two days, beside the one that is edited: it is looked at, not changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent

from editor.canvas import keys
from editor.canvas.view import Canvas


class BeforeCanvas(Canvas):
    """Wheel and pinch move it; `picked` carries the box or line that was clicked."""

    picked = Signal(str)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.camera.to_drawing(keys.to_point(event.position()))
        hit = self.editor.hit(point, self.camera.scale)
        if event.button() == Qt.MouseButton.LeftButton and hit is not None:
            self.picked.emit(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.zoom_key(event):
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        event.ignore()
