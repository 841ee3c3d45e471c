"""What is dropped on the chart: kinds become boxes there; text, and words that know their source, are handed on."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from editor.canvas import keys
from editor.geometry import Point
from editor.model.records import Source

if TYPE_CHECKING:
    from editor.canvas.view import Canvas

KIND_MIME = "application/x-ledgraf-kind"
QUOTE_MIME = "application/x-ledgraf-quote"
"""Words from a source pane: a `Source` as JSON, beside the words as plain text."""


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
        point, editor = self._point(event), self._canvas.editor
        has_quote = event.mimeData().hasFormat(QUOTE_MIME)
        editor.hover(editor.hit(point, self._canvas.camera.scale) if has_quote else editor.node_at(point))

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
        elif (source := _quote_of(data)) is not None:
            self._canvas.quote_dropped.emit(source, point, self._canvas.editor.hit(point, self._canvas.zoom) or "")
        else:
            self._canvas.text_dropped.emit(data.text(), point, self._canvas.editor.node_at(point) or "")

    def _point(self, event: QDropEvent) -> Point:
        return self._canvas.camera.to_drawing(keys.to_point(event.position()))


def _quote_of(data: QMimeData) -> Source | None:
    """The words with where they stand; None where there are none, or what comes from elsewhere makes no sense."""
    if not data.hasFormat(QUOTE_MIME):
        return None
    try:
        return msgspec.json.decode(bytes(data.data(QUOTE_MIME).data()), type=Source)
    except msgspec.MsgspecError:
        return None
