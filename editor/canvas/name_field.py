"""The field a name is written in, where the name stands, for as long as it is written."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from editor.canvas.camera import Camera
from editor.canvas.colors import CanvasColors
from editor.canvas.text_editor import TextEditor
from editor.geometry import Rect
from editor.text.measure import TextStyle
from editor.text.qt import design_font

NAME_PX = 13.5
"""Size of a box's name in the drawing."""
SMALLEST_TEXT_PX = 13
NAMES = {"sv": "Namn", "en": "Name"}
Finished = Callable[[str | None, bool, bool], None]
"""Told the text (None where it was given up), whether the field had the focus, and whether Tab ended it."""


class NameField:
    """At most one field at a time, kept over its area while the picture moves."""

    def __init__(self, viewport: QWidget, camera: Camera, finished: Finished) -> None:
        self._viewport = viewport
        self._camera = camera
        self._finished = finished
        self._field: TextEditor | None = None
        self.id = ""

    def open(self, id: str, text: str, area: Rect, colors: CanvasColors, lang: str) -> None:
        self.id = id
        self._field = TextEditor(text, NAMES.get(lang, NAMES["en"]), colors, self._viewport)
        self.place(area)
        self._field.finished.connect(self._end)
        self._field.show()
        self._field.setFocus()

    @property
    def is_open(self) -> bool:
        return self._field is not None

    def close(self) -> None:
        """End the writing as if Enter had been pressed."""
        if self._field is not None:
            self._field.end(keep=True)

    def place(self, area: Rect | None) -> None:
        if self._field is not None and area is not None:
            self._field.setFont(self._font())
            self._field.setGeometry(self._rect(area))

    def _end(self, text: str | None) -> None:
        field, self._field = self._field, None
        had_focus = field is not None and field.hasFocus()
        if field is not None:
            field.hide()
            field.deleteLater()
        self._finished(text, had_focus, field is not None and field.goes_on)

    def _font(self) -> QFont:
        font = design_font(TextStyle(NAME_PX, weight=600))
        font.setPixelSize(max(SMALLEST_TEXT_PX, round(NAME_PX * self._camera.scale)))
        return font

    def _rect(self, area: Rect) -> QRect:
        view = self._camera.rect_to_view(area)
        width, height = max(round(view.width), 140), min(max(round(view.height), 34), 160)
        return QRect(round(view.centre.x - width / 2), round(view.centre.y - height / 2), width, height)
