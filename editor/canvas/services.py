"""What the tools ask of the window, done by the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor

from editor.canvas import relation_menu
from editor.model.vocabulary import Relation
from editor.tools.editor import Choice

if TYPE_CHECKING:
    from editor.canvas.view import Canvas


class Services:
    """`editor.tools.editor.View` for a canvas."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas

    def scroll_by(self, dx: float, dy: float) -> None:
        self._canvas.scroll_by(dx, dy)

    def open_text(self, id: str, text: str) -> None:
        self._canvas.open_text(id, text)

    def close_text(self) -> None:
        self._canvas.close_text()

    def choose_relation(self, relations: list[Relation]) -> Choice:
        canvas = self._canvas
        return relation_menu.choose(canvas, canvas.editor.vocabulary, relations, canvas.lang, QCursor.pos())

    def selection_changed(self) -> None:
        self._canvas.viewport().update()
        self._canvas.selection_changed.emit()

    def overlay_changed(self) -> None:
        self._canvas.viewport().update()

    def reveal(self, id: str) -> None:
        self._canvas.reveal(id)

    def tool_changed(self, tool: str) -> None:
        self._canvas.tool_changed.emit(tool)
