"""A part of a page under a heading of its own that folds it away."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.ui.inspector.column import FieldColumn
from editor.ui.look.parts import rule
from editor.ui.look.typeface import typeface
from editor.ui.surroundings import Surroundings


class Section(QWidget):
    """`folded` holds the names of all folded sections and is shared, so that one stays as it was left."""

    def __init__(self, name: str, title: str, surroundings: Surroundings, folded: set[str]) -> None:
        super().__init__()
        self._name = name
        self._appearance = surroundings.appearance
        self._folded = folded
        self.heading = QPushButton(title)
        self.heading.setProperty("role", "section")
        self.heading.setFont(typeface(14, 600))
        self.heading.setIconSize(QSize(14, 14))
        self.heading.clicked.connect(self.toggle)
        self.body = FieldColumn(surroundings.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(self.heading)
        column.addWidget(self.body)
        self._show()

    @property
    def is_folded(self) -> bool:
        return self._name in self._folded

    def toggle(self) -> None:
        self._folded ^= {self._name}
        self._show()

    def _show(self) -> None:
        self.body.setVisible(not self.is_folded)
        self.heading.setIcon(self._appearance.icon("caret-right" if self.is_folded else "caret-down"))
        words = self.body.words("section.folded" if self.is_folded else "section.open")
        self.heading.setAccessibleDescription(words)
