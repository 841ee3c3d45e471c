"""A field for a day, written as people do or in EDTF, which says below how it was understood."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor.insight.timing import span_of
from editor.model.dates import humanised
from editor.model.written_dates import date_of
from editor.ui.language import Language
from editor.ui.look.parts import label


class DayField(QWidget):
    """`edtf` is the day as EDTF; None while what stands there is no date."""

    changed = Signal()

    def __init__(self, words: Language, day: str) -> None:
        super().__init__()
        self._words = words
        self.line = QLineEdit(day)
        self.line.setAccessibleName(words("changing.day"))
        self.line.textChanged.connect(self._tell)
        self._said = label("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self._said)
        self.setFocusProxy(self.line)
        self._tell()

    @property
    def edtf(self) -> str | None:
        day = date_of(self.line.text())
        return day if day is not None and span_of(day) is not None else None

    @property
    def said(self) -> str:
        """How the field was understood, or what can be written in it."""
        return self._said.text()

    def _tell(self) -> None:
        day = self.edtf
        understood = humanised(day, self._words.code) if day is not None else ""
        is_open = day is not None and "X" in day
        self._said.setText(
            self._words("changing.no_day") if day is None
            else self._words("changing.any_year", day=understood) if is_open
            else understood
        )  # fmt: skip
        self.changed.emit()
