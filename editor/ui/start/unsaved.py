"""The start page's section for work that an earlier run had no time to save."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from editor.storage.journal import Left
from editor.ui.commands.recovering import Recovering
from editor.ui.look.parts import button, label, rule
from editor.ui.start.cards import CutLabel
from editor.ui.surroundings import Surroundings

LEAST_PX = 240


class UnsavedWork(QFrame):
    """A row for each document: its name, when and how much, and what can be done with it."""

    def __init__(self, recovering: Recovering, surroundings: Surroundings) -> None:
        super().__init__()
        self._recovering = recovering
        self._surroundings = surroundings
        self._words = surroundings.language
        self.setProperty("role", "unsaved")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self._words("recovery.title"), "heading"))
        layout.addWidget(label(self._words("recovery.why"), "secondary"))
        for left in recovering.left:
            layout.addWidget(rule())
            layout.addLayout(self._row(left))

    def _row(self, left: Left) -> QHBoxLayout:
        name, about = self._recovering.name_of(left), self._recovering.about(left)
        place = str(Path(left.about.path).parent).replace(str(Path.home()), "~") if left.about.path else ""
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, role in ((name, "heading"), (f"{about} · {place}" if place else about, "secondary")):
            made = CutLabel(text, role)
            made.setMinimumWidth(LEAST_PX)
            words.addWidget(made)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for one in self._buttons(left, name):
            row.addWidget(one)
        return row

    def _buttons(self, left: Left, name: str) -> list[QPushButton]:
        does = {
            "later": lambda: self._recovering.put_off(left),
            "discard": lambda: self._recovering.discard(left),
            "restore": lambda: self._recovering.restore(left),
        }
        made = [
            button(self._words(f"recovery.{id}"), act, "primary" if id == "restore" else "") for id, act in does.items()
        ]
        for one in made:
            one.setAccessibleName(f"{one.text()}: {name}")
        return made
