"""The structure as a tree that a Qt view can show: who stands under whom, in step with the document."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from editor.model import commands
from editor.model.document import Document
from editor.model.records import Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary
from editor.ui.language import Language

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ASIDE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLOR_ROLE = ASIDE_ROLE + 1


class StructureModel(QAbstractItemModel):
    """Rows are nodes. Reads the document's structure when told to, so a burst of changes costs one reading."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._words = language
        self._document: Document | None = None
        self._structure: Structure | None = None
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._rows: dict[str, int] = {}

    def read(self, document: Document | None) -> None:
        """Show this document as it is now; None shows nothing."""
        self.beginResetModel()
        self._document = document
        self._structure = Structure(document, self._vocabulary) if document is not None else None
        self._ids = list(document.nodes) if document is not None else []
        self._numbers = {id: number for number, id in enumerate(self._ids)}
        children = self._structure.children.values() if self._structure is not None else ()
        self._rows = {id: row for siblings in children for row, id in enumerate(siblings)}
        self.endResetModel()

    def id_of(self, index: Index) -> str:
        return self._ids[int(index.internalId())]

    def index_of(self, id: str) -> QModelIndex:
        """The index of a node; an invalid one where it isn't in the tree."""
        if id not in self._numbers:
            return QModelIndex()
        return self.createIndex(self._rows[id], 0, self._numbers[id])

    def touch(self, ids: set[str]) -> None:
        """Show these nodes anew; their places in the tree are the same."""
        for id in ids:
            index = self.index_of(id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        siblings = self._children(parent)
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[siblings[row]])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other overload is QObject's own
        if not index.isValid() or self._structure is None:
            return QModelIndex()
        above = self._structure.parent.get(self.id_of(index))
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        node = self._node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(node.name.split()) or self._words("file.unnamed_box")
        if role == Qt.ItemDataRole.EditRole:
            return node.name
        if role == ASIDE_ROLE:
            return self._aside(node)
        if role == COLOR_ROLE:
            return self._vocabulary.sector_of(node.kind, node.facts.sector)
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        node = self._node(index)
        if node is None or self._document is None or str(value) == node.name:
            return False
        commands.rename(self._document, node.id, str(value), self._words("step.rename", name=value))
        return True

    def _aside(self, node: Node) -> str:
        """What stands at the right of a row: who holds the post, or how many there are."""
        if node.facts.tenures:
            return node.facts.tenures[-1].name
        return str(node.facts.count) if node.facts.count is not None else ""

    def _node(self, index: Index) -> Node | None:
        if self._document is None or not index.isValid():
            return None
        return self._document.nodes.get(self.id_of(index))

    def _children(self, parent: Index) -> list[str]:
        if self._structure is None:
            return []
        return self._structure.children.get(self.id_of(parent) if parent.isValid() else None, [])
