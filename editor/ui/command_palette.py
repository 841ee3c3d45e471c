"""Search over every action and every box: type a few letters, choose with the arrows, Enter does it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from editor.ui.action_book import ActionBook
from editor.ui.actions import ACTIONS
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

MOST_HITS = 60
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Boxes are shown on the canvas, actions are carried out."""

    def __init__(self, window: "MainWindow", book: ActionBook, surroundings: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._book = book
        self.setWindowTitle(surroundings.language("action.find"))
        self.setMinimumSize(520, 420)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(surroundings.language("palette.hint"))
        self.edit.setAccessibleName(surroundings.language("action.find"))
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.hits = QListWidget()
        self.hits.itemActivated.connect(self._do)
        self._none = surroundings.language("palette.none")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.edit)
        layout.addWidget(self.hits, 1)
        self._does: list[Callable[[], object]] = []
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in KEYS_FOR_LIST:
                self.hits.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return False

    def _search(self, text: str) -> None:
        self.hits.clear()
        self._does = []
        wanted = text.casefold().split()
        for title, aside, does in (*self._actions(), *self._boxes(bool(wanted))):
            if all(word in title.casefold() for word in wanted) and len(self._does) < MOST_HITS:
                self.hits.addItem(QListWidgetItem(f"{title}    {aside}".rstrip()))
                self._does.append(does)
        if not self._does:
            self.hits.addItem(self._none)
        self.hits.setCurrentRow(0)

    def _actions(self) -> list[tuple[str, str, Callable[[], object]]]:
        made = [self._book[action.id] for action in ACTIONS if action.id != "find"]
        return [(one.text(), one.shortcut().toString(), one.trigger) for one in made if one.isEnabled()]

    def _boxes(self, wanted: bool) -> list[tuple[str, str, Callable[[], object]]]:
        chart = self._window.chart
        if chart is None or not wanted:
            return []
        nodes = chart.document.nodes.items()
        return [(" ".join(node.name.split()), "", partial(self._show, id)) for id, node in nodes]

    def _show(self, id: str) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.select([id])
            chart.canvas.reveal(id)

    def _do(self) -> None:
        row = self.hits.currentRow()
        self.accept()
        if 0 <= row < len(self._does):
            self._does[row]()
