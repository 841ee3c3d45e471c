"""What is dropped on the chart: kinds become boxes there; text, and words that know their source, are handed on."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from editor.canvas import keys
from editor.canvas.camera import Camera
from editor.geometry import Point
from editor.model.records import Source
from editor.tools.editor import Editor

KIND_MIME = "application/x-ledgraf-kind"
QUOTE_MIME = "application/x-ledgraf-quote"
"""Words from a source pane: a `Source` as JSON, beside the words as plain text."""


class Takers(msgspec.Struct, frozen=True):
    """What is done with what is dropped. settle: end what the tools are in the middle of.  place: a kind, or None.

    text / quote: words, at a point, on the box (for a quote also: line) with this id, or "".
    """

    settle: Callable[[], object]
    place: Callable[[str | None, Point], object]
    text: Callable[[str, Point, str], object]
    quote: Callable[[Source, Point, str], object]


class Drops:
    """Files are not taken here: the window opens them."""

    def __init__(self, editor: Editor, camera: Camera, takers: Takers) -> None:
        self._editor = editor
        self._camera = camera
        self._takers = takers

    def takes(self, data: QMimeData) -> bool:
        return data.hasFormat(KIND_MIME) or (data.hasText() and not data.hasUrls())

    def over(self, event: QDragMoveEvent) -> None:
        """Show which box would take it."""
        if not self.takes(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        point, editor = self._point(event), self._editor
        has_quote = event.mimeData().hasFormat(QUOTE_MIME)
        editor.hover(editor.hit(point, self._camera.scale) if has_quote else editor.node_at(point))

    def left(self) -> None:
        self._editor.hover(None)

    def drop(self, event: QDropEvent) -> None:
        self.left()
        data, point = event.mimeData(), self._point(event)
        if not self.takes(data):
            event.ignore()
            return
        event.acceptProposedAction()
        self._takers.settle()
        if data.hasFormat(KIND_MIME):
            self._takers.place(bytes(data.data(KIND_MIME).data()).decode() or None, point)
        elif (source := _quote_of(data)) is not None:
            self._takers.quote(source, point, self._editor.hit(point, self._camera.scale) or "")
        else:
            self._takers.text(data.text(), point, self._editor.node_at(point) or "")

    def _point(self, event: QDropEvent) -> Point:
        return self._camera.to_drawing(keys.to_point(event.position()))


def _quote_of(data: QMimeData) -> Source | None:
    """The words with where they stand; None where there are none, or what comes from elsewhere makes no sense."""
    if not data.hasFormat(QUOTE_MIME):
        return None
    try:
        return msgspec.json.decode(bytes(data.data(QUOTE_MIME).data()), type=Source)
    except msgspec.MsgspecError:
        return None
