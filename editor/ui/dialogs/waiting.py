"""What takes a while, how far it is, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from editor.ui.language import Language
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled

PATIENCE_MS = 250
"""What is over before this needs no dialog."""
WIDTH_PX = 400


class Stopped(Exception):
    """The user wants no more of it."""


class WaitingDialog(QDialog):
    """It hides when it is stopped; whoever does the work closes it when that has really ended."""

    stopped = Signal()

    def __init__(self, title: str, what: str, why: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_stopped = False
        self.setModal(True)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        for words in (label(what, "heading"), label(why, "secondary")):
            words.setFixedWidth(scaled(WIDTH_PX))
            layout.addWidget(words)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        layout.addWidget(self.bar)
        layout.addSpacing(4)
        stop = button(language("button.cancel"), self.reject)
        stop.setAutoDefault(False)
        layout.addLayout(row(None, stop))

    def reject(self) -> None:
        self.is_stopped = True
        self.stopped.emit()
        self.hide()
