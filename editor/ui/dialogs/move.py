"""“Move to…”: hanging what is selected under another box, without dragging."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary, text_in
from editor.ui.language import Language
from editor.ui.look.parts import button, label, row

SIZE_PX = (460, 520)
TOP = ""
"""The answer for hanging it under nothing."""


class MoveDialog(QDialog):
    """A list of every box that it can hang under, searched by typing; `ask` gives the id, TOP, or None."""

    def __init__(
        self, parent: QWidget, document: Document, vocabulary: Vocabulary, words: Language, ids: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("move.title"))
        self.resize(*SIZE_PX)
        self._document, self._vocabulary, self._words = document, vocabulary, words
        self.field = QLineEdit()
        self.field.setPlaceholderText(words("move.search"))
        self.field.setAccessibleName(words("move.search"))
        self.field.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(words("move.title"))
        self.list.itemActivated.connect(self.accept)
        # Rows take their heights from the style sheet only once the list has met it.
        self.list.ensurePolished()
        self._fill(ids)
        done = button(words("move.do"), self.accept, "primary")
        done.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        name = ", ".join(_name(document, id) for id in ids[:3]) + (" …" if len(ids) > 3 else "")
        layout.addWidget(label(words("move.what", name=name), "title"))
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(None, button(words("button.cancel"), self.reject), done))
        self.field.setFocus()

    def ask(self) -> str | None:
        """The id of the box chosen; TOP for the top level; None where it was closed."""
        answer = self.exec()
        item = self.list.currentItem()
        self.deleteLater()
        if answer != QDialog.DialogCode.Accepted.value or item is None:
            return None
        return str(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Arrows walk the list while the search has the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._walk(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _fill(self, ids: Sequence[str]) -> None:
        """Everything but the moved boxes and what is below them: nothing may hang under itself."""
        structure = Structure(self._document, self._vocabulary)
        below = {found for id in ids for found in structure.branch(id)}
        self._add(self._words("move.top"), TOP, "")
        for root in structure.roots:
            for id in structure.branch(root):
                if id not in below:
                    self._add(_name(self._document, id), id, self._path(id, structure))
        self.list.setCurrentRow(0)

    def _path(self, id: str, structure: Structure) -> str:
        """Where it hangs and what it is, for boxes of the same name."""
        kind = self._vocabulary.kind(self._document.nodes[id].kind)
        parent = structure.parent.get(id)
        what = text_in(kind.caption or kind.label, self._words.code) if kind is not None else ""
        where = _name(self._document, parent) if parent is not None else ""
        return " · ".join(part for part in (what, where) if part)

    def _add(self, name: str, id: str, path: str) -> None:
        item = QListWidgetItem(f"{name}\n{path}" if path else name)
        item.setData(Qt.ItemDataRole.UserRole, id)
        self.list.addItem(item)

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


def _name(document: Document, id: str) -> str:
    return " ".join(document.nodes[id].name.split()) or id
