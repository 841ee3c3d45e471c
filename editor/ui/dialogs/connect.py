"""“Connect to…”: a relation to another box, without dragging; the kinds on offer are those that fit both ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from editor.model.document import Document
from editor.model.vocabulary import Vocabulary, text_in
from editor.ui.dialogs.choose_box import ChooseBox, name_of
from editor.ui.language import Language


class ConnectDialog(ChooseBox):
    """`ask` gives the other box, and `kind` then says which relation (None: just a line)."""

    def __init__(
        self, parent: QWidget, document: Document, vocabulary: Vocabulary, words: Language, source: str
    ) -> None:
        what = words("connect.what", name=name_of(document, source))
        super().__init__(parent, document, vocabulary, words, words("connect.title"), what, words("connect.do"))
        self._source = source
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(words("connect.kind"))
        self.column.insertWidget(self.column.count() - 1, self.kinds)
        self.list.currentItemChanged.connect(self._offer_kinds)
        self.offer()

    @property
    def kind(self) -> str | None:
        data = self.kinds.currentData()
        return str(data) if data else None

    def choose(self, id: str) -> None:
        """Put the choice on a box."""
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == id:
                self.list.setCurrentRow(number)

    def _offer_kinds(self) -> None:
        """What makes sense towards the box chosen; the kind chosen before stays chosen where it still does."""
        before, target = self.kind, self.chosen
        self.kinds.clear()
        if target is None:
            return
        nodes = self._document.nodes
        for relation in self._vocabulary.relations_between(nodes[self._source].kind, nodes[target].kind):
            self.kinds.addItem(text_in(relation.label, self._words.code), relation.id)
        self.kinds.addItem(self._words("connect.plain"), "")
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(before) if before else 0))
