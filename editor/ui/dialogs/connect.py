"""“Connect to…”: relations to another box, without dragging; the kinds on offer are those that fit both ends."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from editor.model.document import Document
from editor.model.relation_offers import offers
from editor.model.vocabulary import Relation, Texts, Vocabulary, text_in
from editor.ui.dialogs.choose_box import ChooseBox, names_of
from editor.ui.language import Language
from editor.ui.look.searched_choice import SearchedChoice


class ConnectDialog(ChooseBox):
    """`ask` gives the other box, and `kind` then says which relation (None: just a line). sources: where it begins."""

    def __init__(
        self, parent: QWidget, document: Document, vocabulary: Vocabulary, words: Language, sources: Sequence[str]
    ) -> None:
        what = words("connect.what", name=names_of(document, sources))
        super().__init__(parent, document, vocabulary, words, words("connect.title"), what, words("connect.do"))
        self._sources = sources
        self.kinds = SearchedChoice()
        self.kinds.setAccessibleName(words("connect.kind"))
        self.kinds.setMaxVisibleItems(20)
        self.column.insertWidget(self.column.count() - 1, self.kinds)
        self.setTabOrder(self.field, self.kinds)  # the arrows walk the list from the field
        self.setTabOrder(self.kinds, self.list)
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
        for offer in offers(self._vocabulary, self._fitting(target)):
            if offer.label is not None:
                self._head(offer.label)
            for relation in offer.relations:
                self.kinds.addItem(text_in(relation.label, self._words.code), relation.id)
                tip = text_in(relation.definition, self._words.code)
                self.kinds.setItemData(self.kinds.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.kinds.insertSeparator(self.kinds.count())
        self.kinds.addItem(self._words("connect.plain"), "")
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(before) if before else 0))

    def _fitting(self, target: str) -> list[Relation]:
        """The relations that make sense from each of the boxes."""
        nodes, vocabulary = self._document.nodes, self._vocabulary
        starts, end = {nodes[source].kind for source in self._sources}, nodes[target].kind
        return [each for each in vocabulary.relations.values() if all(each.fits(start, end) for start in starts)]

    def _head(self, label: Texts) -> None:
        """A line that can't be chosen, above what is offered under it."""
        self.kinds.insertSeparator(self.kinds.count())
        self.kinds.addItem(text_in(label, self._words.code))
        model = self.kinds.model()
        item = model.item(self.kinds.count() - 1) if isinstance(model, QStandardItemModel) else None
        if isinstance(item, QStandardItem):
            item.setFlags(Qt.ItemFlag.NoItemFlags)
