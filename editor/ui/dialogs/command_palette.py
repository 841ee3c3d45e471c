"""Search over every action, every kind and every box: type a few letters, choose with the arrows, Enter does it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from editor.model.vocabulary import text_in
from editor.ui.actions.book import ActionBook
from editor.ui.actions.listing import ACTIONS
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow

MOST_HITS = 60
ICON_PX = 18
SIZE_PX = QSize(580, 460)
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Hit:
    """Something that can be found. words: all it is found by.  aside: its shortcut, or what it is."""

    title: str
    words: str
    aside: str
    does: Callable[[], object]
    icon: QIcon | None = None
    can: bool = True

    def rank(self, wanted: list[str]) -> tuple[bool, bool]:
        """What can be done now comes first, then what begins as it was typed."""
        return not self.can, not self.title.casefold().startswith(" ".join(wanted))


class CommandPalette(QDialog):
    """Boxes are shown on the canvas, actions are carried out, a kind is given to what is selected.

    Actions and kinds are found by their words in both languages.
    """

    def __init__(self, window: "MainWindow", book: ActionBook, surroundings: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._book = book
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary
        self._found: list[Hit] = []
        self._chosen: Hit | None = None
        self.setWindowTitle(self._words("action.find"))
        self.resize(scaled(SIZE_PX.width()), scaled(SIZE_PX.height()))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self._words("palette.hint"))
        self.edit.setAccessibleName(self._words("action.find"))
        self.edit.setClearButtonEnabled(False)
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(10)
        layout.addWidget(self.edit)
        layout.addWidget(self.hits, 1)
        self._search("")

    def ask(self) -> None:
        """Show it, and do what was chosen once it is gone: that may open a dialog of its own."""
        self.exec()
        self.deleteLater()
        if self._chosen is not None:
            self._chosen.does()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in KEYS_FOR_LIST:
                self.hits.event(event)
                return True
            if event.key() in RETURN:
                self._do()
                return True
        return False

    @property
    def titles(self) -> list[str]:
        """What is found now, in order."""
        return [hit.title for hit in self._found]

    def _make_list(self) -> None:
        self.hits = QTreeWidget()
        self.hits.setColumnCount(2)
        self.hits.setHeaderHidden(True)
        self.hits.setRootIsDecorated(False)
        self.hits.setUniformRowHeights(True)
        self.hits.setIconSize(QSize(ICON_PX, ICON_PX))
        self.hits.setAccessibleName(self._words("palette.hits"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.header().setStretchLastSection(False)
        self.hits.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.hits.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.hits.itemClicked.connect(self._do)

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [hit for hit in self._all(bool(wanted)) if all(word in hit.words.casefold() for word in wanted)]
        self._found = sorted(found, key=lambda hit: hit.rank(wanted))[:MOST_HITS]
        self.hits.clear()
        items = [_item(hit) for hit in self._found] or [self._nothing()]
        self.hits.addTopLevelItems(items)
        self.hits.setCurrentItem(items[0])

    def _all(self, wants_boxes: bool) -> Iterable[Hit]:
        yield from self._actions()
        if wants_boxes:
            yield from self._kinds()
            yield from self._boxes()

    def _actions(self) -> Iterable[Hit]:
        for action in ACTIONS:
            if action.id != "find":
                made = self._book[action.id]
                keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = self._words.in_all(f"action.{action.id}")
                yield Hit(made.text(), words, keys, made.trigger, made.icon(), made.isEnabled())

    def _kinds(self) -> Iterable[Hit]:
        """Those of boxes; of relations where only such are selected."""
        chart = self._window.chart
        chosen = chart.canvas.selection() if chart is not None else set()
        if chart is None or not chosen:
            return
        has_boxes = bool(chosen & chart.document.nodes.keys())
        kinds = self._vocabulary.kinds if has_boxes else self._vocabulary.relations
        aside = self._words("palette.kind")
        for kind in kinds.values():
            found_by = " ".join((*kind.label.values(), *self._words.in_all("palette.kind").split()))
            does = partial(self._window.edits.set_kind, kind.id)
            yield Hit(text_in(kind.label, self._words.code), found_by, aside, does)

    def _boxes(self) -> Iterable[Hit]:
        chart = self._window.chart
        aside = self._words("palette.box")
        for id, node in chart.document.nodes.items() if chart is not None else ():
            name = " ".join(node.name.split())
            if name:
                yield Hit(name, name, aside, partial(self._show, id))

    def _nothing(self) -> QTreeWidgetItem:
        item = QTreeWidgetItem([self._words("palette.none"), ""])
        item.setDisabled(True)
        return item

    def _show(self, id: str) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.select([id])
            chart.canvas.reveal(id)

    def _do(self) -> None:
        row = self.hits.currentIndex().row()
        if 0 <= row < len(self._found) and self._found[row].can:
            self._chosen = self._found[row]
            self.accept()


def _item(hit: Hit) -> QTreeWidgetItem:
    item = QTreeWidgetItem([hit.title.removesuffix("…").strip(), hit.aside])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setDisabled(not hit.can)
    item.setIcon(0, _blank() if hit.icon is None or hit.icon.isNull() else hit.icon)
    return item


def _blank() -> QIcon:
    """Keeps the room of an icon, so that all titles begin below each other."""
    picture = QPixmap(ICON_PX, ICON_PX)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)
