"""The list of keyboard shortcuts, and what the program is."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from editor.ui.actions import ACTIONS
from editor.ui.language import Language
from editor.ui.parts import button, label, row

if TYPE_CHECKING:
    from editor.ui.action_book import ActionBook


def show_shortcuts(parent: QWidget, words: Language, book: "ActionBook") -> None:
    """Every action that has a shortcut, made from the one list."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(words("action.shortcuts"))
    dialog.setMinimumSize(440, 520)
    content = QWidget()
    grid = QGridLayout(content)
    for number, action in enumerate(action for action in ACTIONS if action.shortcut):
        keys = book[action.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(label(words(f"action.{action.id}")), number, 0)
        grid.addWidget(label(keys, "secondary", wraps=False), number, 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(content)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addLayout(row(None, button(words("button.ok"), dialog.accept)))
    dialog.exec()


def show_about(parent: QWidget, words: Language) -> None:
    try:
        number = version("ledgraf")
    except PackageNotFoundError:
        number = ""
    box = QMessageBox(parent)
    box.setWindowTitle(words("action.about"))
    box.setText(f"Ledgraf {number}".strip())
    box.setInformativeText(words("help.about"))
    box.addButton(words("button.ok"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
