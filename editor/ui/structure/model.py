"""The structure as a tree that a Qt view can show: who stands under whom, in step with the document."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from editor.model.document import Document
from editor.model.outlining import can_stand_under
from editor.model.records import Edge, Node
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary, text_in
from editor.ui.language import Language
from editor.ui.structure.narrowing import Children, fitting, narrowed

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ASIDE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLOR_ROLE = ASIDE_ROLE + 1
RELATIONS_ROLE = ASIDE_ROLE + 2
FOUND_ROLE = ASIDE_ROLE + 3
"""Whether the row is one that is searched for; the others are there because of those below them."""
THERE_ROLE = ASIDE_ROLE + 4
"""Whether the row's node is there on the day that the chart shows."""
Seen = Callable[[Node], Node | None]
"""A node as it is shown, None where it is not there."""
GROUND_FLAGS = Qt.ItemFlag.ItemIsDropEnabled
FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
"""Put together once: Qt asks for those of every row when it lays thousands out."""
ROWS_TYPE = "application/x-ledgraf-rows"


class StructureModel(QAbstractItemModel):
    """Rows are nodes. Reads the document's structure when told to, so a burst of changes costs one reading.

    It changes nothing itself: `renamed` and `dropped` (ids, parent or None, the sibling they go before or None) say
    what the user wants.
    """

    renamed = Signal(str, str)
    dropped = Signal(list, object, object)

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._words = language
        self._document: Document | None = None
        self.structure: Structure | None = None
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        self._children_of: Children = {}
        self._sought = ""
        self._found: set[str] | None = None
        self._seen: Seen | None = None

    @property
    def sought(self) -> str:
        """What the rows are narrowed to, "" where all are shown."""
        return self._sought

    @property
    def found(self) -> list[str]:
        """The rows that are searched for, from the top."""
        return [id for id in self._in_order() if self._found is None or id in self._found]

    def narrow(self, text: str) -> None:
        """Show only the rows that this text fits, and those above them; all where it is empty."""
        self.beginResetModel()
        self._sought = text.strip()
        self._choose_rows()
        self.endResetModel()

    def look_through(self, seen: Seen | None) -> None:
        """Show the rows as they are on a day; None shows what is there on any."""
        if (seen, self._seen) != (None, None):
            self._seen = seen
            self.layoutChanged.emit()

    def read(self, document: Document | None) -> None:
        """Show this document as it is now; None shows nothing."""
        self.beginResetModel()
        self._document = document
        self.structure = structure_of(document, self._vocabulary) if document is not None else None
        self._ids = list(document.nodes) if document is not None else []
        self._numbers = {id: number for number, id in enumerate(self._ids)}
        self._choose_rows()
        self.endResetModel()

    def _choose_rows(self) -> None:
        document, structure = self._document, self.structure
        self._found = None
        self._children_of = structure.children if structure is not None else {}
        if document is not None and structure is not None and self._sought:
            self._found = fitting(document, self._vocabulary, self._words.code, self._sought)
            self._children_of = narrowed(structure, self._found)
        self._rows = {id: row for siblings in self._children_of.values() for row, id in enumerate(siblings)}

    def _in_order(self) -> Iterator[str]:
        waiting = list(reversed(self._children_of.get(None, [])))
        while waiting:
            id = waiting.pop()
            yield id
            waiting.extend(reversed(self._children_of.get(id, [])))

    def first_to_unfold(self, most: int) -> list[str]:
        """The rows of the first two levels that have others below them, no more than so many."""
        tops = [id for id in self._children_of.get(None, []) if self._children_of.get(id)]
        below = (id for top in tops for id in self._children_of[top] if self._children_of.get(id))
        return [*tops, *below][:most]

    @property
    def ids(self) -> list[str]:
        """Every row's."""
        return list(self._rows)

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those that have a row."""
        return set(ids) & self._rows.keys()

    def id_of(self, index: Index) -> str:
        return self._ids[int(index.internalId())]

    def index_of(self, id: str) -> QModelIndex:
        """The index of a node; an invalid one where it isn't in the tree."""
        if id not in self._rows:
            return QModelIndex()
        return self.createIndex(self._rows[id], 0, self._numbers[id])

    def depth_of(self, index: Index) -> int:
        """How many rows stand above it."""
        depth = 0
        above = self._above(self.id_of(index))
        while above is not None:
            depth, above = depth + 1, self._above(above)
        return depth

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
        if not index.isValid() or self.structure is None:
            return QModelIndex()
        above = self._above(self.id_of(index))
        return QModelIndex() if above is None else self.index_of(above)

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return bool(self._children(parent))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return FLAGS if index.isValid() else GROUND_FLAGS

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        node = self._node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(node.id)
        if role == Qt.ItemDataRole.EditRole:
            return node.name
        if role == ASIDE_ROLE:
            return self._aside(node)
        if role == COLOR_ROLE:
            return self._vocabulary.sector_of(node.kind, node.facts.sector)
        if role == FOUND_ROLE:
            return self._found is None or node.id in self._found
        if role == THERE_ROLE:
            return self._as_seen(node) is not None
        if role == RELATIONS_ROLE:
            return " · ".join(self._relations(node.id))
        return self._spoken(node, role)

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        node = self._node(index)
        if node is None or str(value) == node.name:
            return False
        self.renamed.emit(node.id, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ROWS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(ROWS_TYPE, QByteArray("\n".join(self.id_of(index) for index in indexes).encode()))
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not data.hasFormat(ROWS_TYPE) or self.structure is None:
            return False
        return can_stand_under(self.structure, _ids_in(data), self.id_of(parent) if parent.isValid() else None)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        siblings = self._children(parent)
        before = siblings[row] if 0 <= row < len(siblings) else None
        self.dropped.emit(_ids_in(data), self.id_of(parent) if parent.isValid() else None, before)
        return True

    def _spoken(self, node: Node, role: int) -> str | None:
        """What is said of a row in full: when the pointer rests on it, and by a screen reader."""
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        kind = self._vocabulary.kind(node.kind)
        about = [text_in(kind.label, self._words.code)] if kind is not None else []
        parts = [self._title(node.id), *about, self._aside(node), *self._relations(node.id)]
        joint = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
        return joint.join(part for part in parts if part)

    def _aside(self, node: Node) -> str:
        """What stands at the right of a row: who holds the post, or how many there are; that it isn't there."""
        seen = self._as_seen(node)
        if seen is None:
            return self._words("pane.not_there")
        if seen.facts.tenures:
            return seen.facts.tenures[-1].name
        return str(seen.facts.count) if seen.facts.count is not None else ""

    def _as_seen(self, node: Node) -> Node | None:
        return node if self._seen is None else self._seen(node)

    def _relations(self, id: str) -> list[str]:
        """The relations from a node that the tree doesn't show: "bereder ärenden till Kommunstyrelsen"."""
        if self._document is None:
            return []
        edges = (self._document.edges[edge] for edge in self._document.indexes.edges_at(id))
        return [self._relation(edge) for edge in edges if edge.source == id and self._is_aside(edge)]

    def _relation(self, edge: Edge) -> str:
        relation = self._vocabulary.relation(edge.kind) if edge.kind else None
        said = " ".join(edge.name.split())
        word = text_in(relation.label, self._words.code) if relation is not None else f"{said} →".strip()
        return f"{word} {self._title(edge.target)}"

    def _is_aside(self, edge: Edge) -> bool:
        ends = (edge.source, edge.target)
        structure = self.structure
        return structure is not None and all(
            end in structure.parent and structure.tree_edge(end) != edge.id for end in ends
        )

    def _title(self, id: str) -> str:
        assert self._document is not None
        return " ".join(self._document.nodes[id].name.split()) or self._words("file.unnamed_box")

    def _above(self, id: str) -> str | None:
        return self.structure.parent.get(id) if self.structure is not None else None

    def _node(self, index: Index) -> Node | None:
        if self._document is None or not index.isValid():
            return None
        return self._document.nodes.get(self.id_of(index))

    def _children(self, parent: Index) -> list[str]:
        return self._children_of.get(self.id_of(parent) if parent.isValid() else None, [])


def _ids_in(data: QMimeData) -> list[str]:
    return data.data(ROWS_TYPE).toStdString().split("\n")
