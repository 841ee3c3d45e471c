"""The list of steps: what was done, what was undone, and a way to go to any of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from editor.model.document import Document
from editor.ui.asides.aside import Aside
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings


class HistoryPane(Aside):
    """The newest step is at the top of what is done; choosing a row undoes or redoes as many steps as lie between."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "asides.history")
        self._why = label("", "secondary")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        self.column.addWidget(self._why)
        self.column.addWidget(self._list, 1)

    def show_document(self, document: Document | None) -> None:
        if self.document is not None and document is not self.document:
            self.document.history.unlisten(self.later)
        if document is not None and document is not self.document:
            document.history.listen(self.later)
        super().show_document(document)

    @property
    def rows(self) -> list[str]:
        """The texts shown, from the top."""
        return [self._list.item(number).text() for number in range(self._list.count())]

    def refresh(self) -> None:
        self._why.setText(self._words("history.why"))
        self._list.setAccessibleName(self._words("asides.history"))
        self._list.clear()
        if self.document is None:
            return
        history = self.document.history
        names = [self._words("history.start"), *(step.name for step in (*history.done, *history.undone))]
        for number, name in enumerate(names):
            self._list.addItem(self._item(number, name, is_undone=number > len(history.done)))
        self._list.setCurrentRow(len(history.done))

    def _item(self, number: int, name: str, is_undone: bool) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setToolTip(name)
        if is_undone:
            item.setForeground(QColor(self._surroundings.appearance.colors.secondary))
            font = item.font()
            font.setItalic(True)
            item.setFont(font)
        return item

    def _go(self, item: QListWidgetItem) -> None:
        document, wanted = self.document, item.data(Qt.ItemDataRole.UserRole)
        if document is None or document.in_transaction:
            return
        while len(document.history.done) > wanted and document.undo() is not None:
            pass
        while len(document.history.done) < wanted and document.redo() is not None:
            pass
        self.refresh()
