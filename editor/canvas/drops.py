"""What is dropped on the chart: kinds from the palette become boxes there; text is handed on with its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from editor.canvas import keys
from editor.geometry import Point

if TYPE_CHECKING:
    from editor.canvas.view import Canvas

KIND_MIME = "application/x-ledgraf-kind"


class Drops:
    """Files are not taken here: the window opens them."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas

    def takes(self, data: QMimeData) -> bool:
        return data.hasFormat(KIND_MIME) or (data.hasText() and not data.hasUrls())

    def over(self, event: QDragMoveEvent) -> None:
        """Show which box would take it."""
        if not self.takes(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        self._canvas.editor.hover(self._canvas.editor.node_at(self._point(event)))

    def left(self) -> None:
        self._canvas.editor.hover(None)

    def drop(self, event: QDropEvent) -> None:
        self.left()
        data, point = event.mimeData(), self._point(event)
        if not self.takes(data):
            event.ignore()
            return
        event.acceptProposedAction()
        self._canvas.settle()
        if data.hasFormat(KIND_MIME):
            self._canvas.place(bytes(data.data(KIND_MIME).data()).decode() or None, point)
        else:
            self._canvas.text_dropped.emit(data.text(), point, self._canvas.editor.node_at(point) or "")

    def _point(self, event: QDropEvent) -> Point:
        return self._canvas.camera.to_drawing(keys.to_point(event.position()))
