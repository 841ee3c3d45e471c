"""The list of keyboard shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from editor.ui.actions.book import ActionBook
from editor.ui.actions.listing import ACTIONS, MENUS
from editor.ui.language import Language
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled

SHORTCUTS_PX = (480, 620)
WITH_KEYS = frozenset(action.id for action in ACTIONS if action.shortcut)


class ShortcutsDialog(QDialog):
    """Every action that has a shortcut, menu by menu, made from the one list."""

    def __init__(self, parent: QWidget, words: Language, book: ActionBook) -> None:
        super().__init__(parent)
        self._words = words
        self._book = book
        self.setWindowTitle(words("action.shortcuts"))
        self.resize(*map(scaled, SHORTCUTS_PX))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(words("action.shortcuts"), "title"))
        layout.addWidget(area, 1)
        done = button(words("button.ok"), self.accept, "primary")
        done.setDefault(True)
        layout.addLayout(row(None, done))

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for menu, ids in self._groups():
            heading = label(self._words(f"menu.{menu}").replace("&", ""), "field", wraps=False)
            grid.addWidget(heading, grid.rowCount(), 0)
            for id in ids:
                self._add(grid, id)
        grid.setRowStretch(grid.rowCount(), 1)
        return content

    def _groups(self) -> list[tuple[str, list[str]]]:
        """The menus with those of their actions that have keys; what is in no menu stands with the last."""
        groups = [(menu.id, [id for id in menu.ids if id in WITH_KEYS]) for menu in MENUS]
        listed = {id for _, ids in groups for id in ids}
        groups[-1][1].extend(action.id for action in ACTIONS if action.id in WITH_KEYS - listed)
        return [(menu, ids) for menu, ids in groups if ids]

    def _add(self, grid: QGridLayout, id: str) -> None:
        made = self._book[id]
        keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        line = grid.rowCount()
        grid.addWidget(label(made.text().removesuffix("…").strip(), wraps=False), line, 0)
        grid.addWidget(label(keys, "secondary", wraps=False), line, 1, Qt.AlignmentFlag.AlignRight)


def show_shortcuts(parent: QWidget, words: Language, book: ActionBook) -> None:
    dialog = ShortcutsDialog(parent, words, book)
    dialog.exec()
    dialog.deleteLater()
