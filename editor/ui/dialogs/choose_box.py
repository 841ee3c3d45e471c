"""A list of boxes, searched by typing, from which one is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.insight.outline import dates_in_words
from editor.model.document import Document
from editor.model.structure import structure_of
from editor.model.vocabulary import Vocabulary, text_in
from editor.ui.language import Language
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled

SIZE_PX = (460, 520)


class ChooseBox(QDialog):
    """title: of the window.  what: says what is asked for.  do: stands on the button.  `ask` gives the id or None."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        vocabulary: Vocabulary,
        words: Language,
        title: str,
        what: str,
        do: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*map(scaled, SIZE_PX))
        self._document, self._vocabulary, self._words = document, vocabulary, words
        self.structure = structure_of(document, vocabulary)
        self.field = QLineEdit()
        self.field.setPlaceholderText(words("move.search"))
        self.field.setAccessibleName(words("move.search"))
        self.field.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.itemActivated.connect(self.accept)
        # Rows take their heights from the style sheet only once the list has met it.
        self.list.ensurePolished()
        done = button(do, self.accept, "primary")
        done.setDefault(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(label(what, "title"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(row(None, button(words("button.cancel"), self.reject), done))
        self.field.setFocus()

    @property
    def chosen(self) -> str | None:
        item = self.list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def ask(self) -> str | None:
        """The id of the row chosen; None where the dialog was closed."""
        answer, chosen = self.exec(), self.chosen
        self.deleteLater()
        return chosen if answer == QDialog.DialogCode.Accepted.value else None

    def offer(self, without: Iterable[str] = ()) -> None:
        """List every box but those, as the structure has them."""
        left_out = set(without)
        for root in self.structure.roots:
            for id in self.structure.branch(root):
                if id not in left_out:
                    self.add(name_of(self._document, id), id, self._path(id))
        self.list.setCurrentRow(0)

    def add(self, name: str, id: str, path: str = "") -> None:
        item = QListWidgetItem(f"{name}\n{path}" if path else name)
        item.setData(Qt.ItemDataRole.UserRole, id)
        self.list.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list while the search has the focus."""
        steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
        if event.key() in steps:
            self._walk(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _path(self, id: str) -> str:
        """Where it hangs, what it is and when, for boxes of the same name."""
        node = self._document.nodes[id]
        kind, when = self._vocabulary.kind(node.kind), dates_in_words(node.facts, self._words.code)
        parent = self.structure.parent.get(id)
        what = text_in(kind.caption or kind.label, self._words.code) if kind is not None else ""
        where = name_of(self._document, parent) if parent is not None else ""
        return " · ".join(part for part in (what, where, when) if part)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for number in range(self.list.count()):
            said = self.list.item(number).text().casefold()
            self.list.item(number).setHidden(not all(word in said for word in wanted))
        self._walk(0)

    def _walk(self, step: int) -> None:
        """To the next box that is shown; the first one where the current one is hidden."""
        shown = [number for number in range(self.list.count()) if not self.list.item(number).isHidden()]
        if not shown:
            self.list.setCurrentRow(-1)
            return
        now = self.list.currentRow()
        place = shown.index(now) + step if now in shown else 0
        self.list.setCurrentRow(shown[max(0, min(place, len(shown) - 1))])


def name_of(document: Document, id: str) -> str:
    return " ".join(document.nodes[id].name.split()) or id


def names_of(document: Document, ids: Iterable[str]) -> str:
    """The first three, in a row."""
    names = [name_of(document, id) for id in ids]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
