"""A small dialog for a change from a day on: what it is about, a few fields, the day, and what stands in its way."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from editor.errors import UserError
from editor.ui.dialogs.day_field import DayField
from editor.ui.language import Language
from editor.ui.look.parts import as_high_as_needed, button, label, row
from editor.ui.look.typeface import scaled, typeface

WIDTH_PX = 460
LINES = 4
PADDING_PX = 24
Does = Callable[[str], object]
"""Carries the change out from a day on (EDTF). A UserError is shown in the dialog, which then stays open."""


class ChangeDialog(QDialog):
    """Fields are added from top to bottom; the day stands last. `ask` gives whether the change was made."""

    def __init__(self, parent: QWidget, words: Language, action: str, about: str, day: str) -> None:
        """action: the id of the action, whose texts it uses.  about: what the change concerns."""
        super().__init__(parent)
        self._words = words
        title = words(f"action.{action}").removesuffix("…").strip()
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(WIDTH_PX))
        self._does: Does | None = None
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        self.day = DayField(words, day)
        self.day.changed.connect(self._hush)
        self._trouble = label("", "warning")
        self._trouble.hide()
        self.done_button = button(title, self._try, "primary")
        self.done_button.setDefault(True)
        day_column = QVBoxLayout()
        day_column.setSpacing(6)
        day_column.addWidget(label(words("changing.day"), "field"))
        day_column.addWidget(self.day)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(label(about, "title"))
        outer.addWidget(label(words(f"changing.{action}_why"), "secondary"))
        outer.addLayout(self.column)
        outer.addLayout(day_column)
        outer.addWidget(self._trouble)
        outer.addLayout(row(None, button(words("button.cancel"), self.reject), self.done_button))

    @property
    def trouble(self) -> str:
        """Why the change could not be made; "" where nothing is in its way."""
        return self._trouble.text()

    def line(self, caption: str, text: str = "") -> QLineEdit:
        """A field of one line below the others."""
        made = QLineEdit(text)
        made.textChanged.connect(self._hush)
        self._add(caption, made)
        return made

    def lines(self, caption: str, text: str = "") -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setTabChangesFocus(True)
        made.setFont(typeface())
        made.setFixedHeight(PADDING_PX + made.fontMetrics().lineSpacing() * LINES)
        made.textChanged.connect(self._hush)
        self._add(caption, made)
        return made

    def choice(self, caption: str, offered: list[tuple[str, str]]) -> QComboBox:
        """Values with their texts, the first chosen."""
        made = QComboBox()
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in offered:
            made.addItem(text, value)
        self._add(caption, made)
        return made

    def switch(self, text: str, is_on: bool) -> QCheckBox:
        made = QCheckBox(text)
        made.setChecked(is_on)
        self.column.addWidget(made)
        return made

    def ask(self, does: Does) -> bool:
        """Let the user fill it in; whether the change was made."""
        self._does = does
        first = self.column.itemAt(1)
        focused = first.widget() if first is not None else None
        (focused or self.day).setFocus()
        as_high_as_needed(self)
        answer = self.exec()
        self.deleteLater()
        return answer == QDialog.DialogCode.Accepted.value

    def _add(self, caption: str, widget: QWidget) -> None:
        widget.setAccessibleName(caption)
        self.column.addWidget(label(caption, "field"))
        self.column.addWidget(widget)

    def _try(self) -> None:
        day = self.day.edtf
        if day is None:
            self._say(self._words("changing.no_day"))
            self.day.setFocus()
            return
        try:
            if self._does is not None:
                self._does(day)
        except UserError as error:
            self._say(" ".join(self._words.of_error(error)))
            return
        self.accept()

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def _hush(self) -> None:
        self._say("")
