"""Search over every action, every kind and every box: type a few letters, choose with the arrows, Enter does it."""

import functools
from collections.abc import Callable, Iterable
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from editor.insight.outline import dates_in_words
from editor.model.vocabulary import text_in
from editor.ui.actions.book import ActionBook
from editor.ui.actions.listing import ACTIONS
from editor.ui.look.parts import label
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings
from editor.ui.window.workplace import Workplace

MOST_HITS = 60
ALL_ACTIONS = len(ACTIONS) - 1
ICON_PX = 18
SIZE_PX = QSize(580, 460)
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Hit(msgspec.Struct, frozen=True):
    """Something that can be found. words: all it is found by.  aside: its shortcut, or what it is.

    adds: what it does with Ctrl, where that is something else.  id: of a box.
    """

    title: str
    words: str
    aside: str
    does: Callable[[], object]
    adds: Callable[[], object] | None = None
    icon: QIcon | None = None
    can: bool = True
    id: str = ""

    def rank(self, wanted: list[str]) -> tuple[bool, bool, bool]:
        """What can be done now comes first, then what is called as was typed, then what begins so."""
        title, typed = self.title.removesuffix("…").strip().casefold(), " ".join(wanted)
        return not self.can, title != typed, not title.startswith(typed)


class CommandPalette(QDialog):
    """Boxes are shown on the canvas, actions are carried out, a kind is given to what is selected.

    Actions and kinds are found by their words in both languages.
    """

    def __init__(self, window: Workplace, book: ActionBook, surroundings: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._book = book
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary
        self._found: list[Hit] = []
        self._chosen: Callable[[], object] | None = None
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
        layout.addWidget(label(self._words("palette.keys"), "secondary"))
        self._search("")

    def ask(self) -> None:
        """Show it, and do what was chosen once it is gone: that may open a dialog of its own."""
        self.exec()
        self.deleteLater()
        if self._chosen is not None:
            self._chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in KEYS_FOR_LIST:
                self.hits.event(event)
                return True
            if event.key() in RETURN:
                self._do(adds=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
        return False

    @property
    def chosen(self) -> Hit | None:
        """What Enter would do."""
        row = self.hits.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

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
        self.hits.itemClicked.connect(lambda: self._do())

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        offered = self._offered if wanted else self._offered[:ALL_ACTIONS]
        found = [hit for hit, words in offered if all(word in words for word in wanted)]
        self._found = sorted(found, key=lambda hit: hit.rank(wanted))[:MOST_HITS]
        self.hits.clear()
        items = [_item(hit) for hit in self._found] or [self._nothing()]
        self.hits.addTopLevelItems(items)
        self.hits.setCurrentItem(items[0])

    @functools.cached_property
    def _offered(self) -> list[tuple[Hit, str]]:
        """All there is, with what it is found by: actions first, boxes before kinds of the same name, as going to a
        box changes nothing. It stays so while the palette is open."""
        hits = (*self._actions(), *self._fields(), *self._boxes(), *self._kinds())
        return [(hit, hit.words.casefold()) for hit in hits]

    def _actions(self) -> Iterable[Hit]:
        for action in ACTIONS:
            if action.id != "find":
                made = self._book[action.id]
                keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = self._words.in_all(f"action.{action.id}")
                yield Hit(made.text(), words, keys, made.trigger, None, made.icon(), made.isEnabled())

    def _fields(self) -> Iterable[Hit]:
        """The properties of what is selected: choosing one brings the keys into its field."""
        aside = self._words("palette.property")
        for title, words, go in self._window.entrances():
            yield Hit(title, f"{words} {aside}", aside, go)

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
        aside, lang = self._words("palette.box"), self._words.code
        for id, node in chart.document.nodes.items() if chart is not None else ():
            name = " ".join(node.name.split())
            if name:
                when = dates_in_words(node.facts, lang)  # tells the old from the new of one name
                said = f"{aside} · {when}" if when else aside
                yield Hit(name, f"{name} {when}", said, partial(self._show, id), partial(self._add, id), id=id)

    def _nothing(self) -> QTreeWidgetItem:
        item = QTreeWidgetItem([self._words("palette.none"), ""])
        item.setDisabled(True)
        return item

    def _show(self, id: str) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.select([id])
            chart.canvas.reveal(id)

    def _add(self, id: str) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.select({*chart.canvas.selection(), id})
            chart.canvas.reveal(id)

    def _do(self, adds: bool = False) -> None:
        hit = self.chosen
        if hit is not None and hit.can:
            self._chosen = hit.adds if adds and hit.adds is not None else hit.does
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
