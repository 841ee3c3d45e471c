"""The structure pane: the chart as an outline, in step with the canvas in both directions."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Sector
from editor.ui.parts import label, row
from editor.ui.structure_model import ASIDE_ROLE, COLOR_ROLE, StructureModel
from editor.ui.surroundings import Surroundings
from editor.ui.typeface import typeface

ROW_PX = 30
OPEN_AT_ONCE = 150
"""Charts up to this size are shown unfolded; of larger ones the first two levels."""


class StructurePane(QWidget):
    """`chosen` carries the ids that were chosen in the outline."""

    chosen = Signal(list)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = surroundings.language
        self._document: Document | None = None
        self.model = StructureModel(surroundings.vocabulary, surroundings.language)
        self.tree = self._made_tree(surroundings)
        self._title, self._count = label("", "heading"), label("", "secondary", wraps=False)
        self._empty = label("", "secondary")
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(30)
        self._later.timeout.connect(self._read)
        self._selecting = False
        self.tree.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.retell()

    def show_document(self, document: Document | None) -> None:
        if document is self._document:
            return
        if self._document is not None:
            self._document.unlisten(self._changed)
        self._document = document
        if document is not None:
            document.listen(self._changed)
        self._later.stop()
        self.model.read(document)
        self._unfold()
        self._show_count()

    def show_selection(self, ids: list[str]) -> None:
        """Choose these rows without telling anyone."""
        if set(ids) == set(self._chosen_ids()):
            return
        self._selecting = True
        model = self.tree.selectionModel()
        model.clear()
        for id in ids[:500]:
            index = self.model.index_of(id)
            if index.isValid():
                model.select(index, QItemSelectionModel.SelectionFlag.Select)
        if len(ids) == 1 and self.model.index_of(ids[0]).isValid():
            model.setCurrentIndex(self.model.index_of(ids[0]), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(self.model.index_of(ids[0]))
        self._selecting = False

    def retell(self) -> None:
        self._title.setText(self._words("pane.structure"))
        self._empty.setText(self._words("pane.structure_empty"))
        self.tree.setAccessibleName(self._words("pane.structure"))
        self._show_count()

    def _changed(self, change: ChangeSet) -> None:
        if change.added or change.removed or any(_moves(old, new) for old, new in change.updated.values()):
            self._later.start()
        elif not self._later.isActive():
            self.model.touch({id for id, (old, new) in change.updated.items() if _reads_otherwise(old, new)})

    def _read(self) -> None:
        """Read the structure anew and leave folded what was folded."""
        if self._document is None:
            return
        chosen, folded = self._chosen_ids(), self._folded_ids()
        self._selecting = True
        self.model.read(self._document)
        self._unfold()
        for id in folded:
            self.tree.collapse(self.model.index_of(id))
        self._selecting = False
        self.show_selection(chosen)
        self._show_count()

    def _folded_ids(self) -> list[str]:
        if self._document is None or len(self._document.nodes) > OPEN_AT_ONCE:
            return []
        indexes = [(id, self.model.index_of(id)) for id in self._document.nodes]
        return [id for id, index in indexes if index.isValid() and self.model.rowCount(index)
                and not self.tree.isExpanded(index)]  # fmt: skip

    def _unfold(self) -> None:
        if self._document is not None and len(self._document.nodes) <= OPEN_AT_ONCE:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(1)

    def _show_count(self) -> None:
        count = len(self._document.nodes) if self._document is not None else 0
        self._count.setText(self._words("pane.boxes", count=count) if count else "")
        self._empty.setVisible(not count)
        self.tree.setVisible(bool(count))

    def _chosen_ids(self) -> list[str]:
        return [self.model.id_of(index) for index in self.tree.selectionModel().selectedIndexes()]

    def _tell_chosen(self) -> None:
        if not self._selecting:
            self.chosen.emit(self._chosen_ids())

    def _made_tree(self, surroundings: Surroundings) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.model)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed | QTreeView.EditTrigger.DoubleClicked)
        tree.setExpandsOnDoubleClick(False)
        self._delegate = StructureDelegate(surroundings, tree)
        tree.setItemDelegate(self._delegate)
        return tree

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        head = row(self._title, None, self._count)
        head.setContentsMargins(16, 0, 16, 0)
        layout.addLayout(head)
        self._empty.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.tree, 1)
        layout.addStretch(0)
        self.setMinimumWidth(200)


class StructureDelegate(QStyledItemDelegate):
    """Paints a row: a bar in the sector's colour, the name, and at the right who or how many."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = surroundings.appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        rect: QRect = option.rect
        state = option.state
        colors = self._appearance.colors
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.chosen))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colors.hover))
        self._paint_bar(painter, rect, index.data(COLOR_ROLE))
        self._paint_words(painter, rect.adjusted(14, 0, -10, 0), index)
        painter.restore()

    def _paint_bar(self, painter: QPainter, rect: QRect, sector: Sector | None) -> None:
        colors = self._appearance.colors
        color = colors.disabled
        if sector is not None:
            color = sector.dark_color if self._appearance.is_dark else sector.color
        painter.fillRect(QRect(rect.left() + 3, rect.center().y() - 5, 4, 11), QColor(color))

    def _paint_words(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        colors = self._appearance.colors
        aside = str(index.data(ASIDE_ROLE) or "")
        painter.setFont(typeface(12))
        shown = painter.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideRight, rect.width() * 2 // 5)
        width = painter.fontMetrics().horizontalAdvance(shown)
        level = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colors.secondary))
        painter.drawText(rect, int(level | Qt.AlignmentFlag.AlignRight), shown)
        painter.setFont(typeface(14, 600 if index.model().hasChildren(index) else 400))
        painter.setPen(QColor(colors.text))
        room = rect.adjusted(0, 0, -(width + 10) if width else 0, 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(level | Qt.AlignmentFlag.AlignLeft), name)


def _moves(old: object, new: object) -> bool:
    """Whether an update may change who stands under whom."""
    if isinstance(old, Edge) and isinstance(new, Edge):
        return (old.source, old.target, old.kind, old.order) != (new.source, new.target, new.kind, new.order)
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.group, old.order, old.is_group) != (new.group, new.order, new.is_group)
    return False


def _reads_otherwise(old: object, new: object) -> bool:
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.name, old.kind, old.facts) != (new.name, new.kind, new.facts)
    return False
