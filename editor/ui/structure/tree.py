"""The outline's view: its keys, its rows, and the drag of rows."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView

from editor.ui.structure.delegate import StructureDelegate, tab_step
from editor.ui.structure.model import Index, StructureModel
from editor.ui.surroundings import Surroundings

TYPING = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
MANY = 300
"""More chosen rows than that are kept as ids: Qt asks for each of them, and ten thousand would take it seconds."""
OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class StructureTree(QTreeView):
    """Enter asks for a sibling, Tab and Shift+Tab for another depth (1, -1), Delete for the selected rows to go."""

    sibling_wanted = Signal()
    depth_wanted = Signal(int)
    delete_wanted = Signal()
    search_wanted = Signal()
    """Up on the first row."""
    choice_wanted = Signal(list)
    """The ids that are to be chosen, where there are too many for Qt's own selection."""

    def __init__(self, model: StructureModel, surroundings: Surroundings) -> None:
        super().__init__()
        self._outline = model
        self._many: frozenset[str] = frozenset()
        """What is chosen where that is much; Qt's own selection is empty then."""
        self.setModel(model)
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(TYPING | QTreeView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self._rows = StructureDelegate(surroundings, self)
        self._rows.tabbed.connect(self.depth_wanted)
        self.setItemDelegate(self._rows)
        self.selectionModel().selectionChanged.connect(self._forget_many)

    def scroll_by_rows(self, is_wanted: bool) -> None:
        """Where there are hundreds of rows: to scroll by pixels Qt has to ask for the height of each."""
        mode = QTreeView.ScrollMode.ScrollPerItem if is_wanted else QTreeView.ScrollMode.ScrollPerPixel
        if mode != self.verticalScrollMode():
            self.setVerticalScrollMode(mode)

    def keep_to_one_line(self, is_wanted: bool) -> None:
        """Where there are thousands: all rows are equally high then."""
        self._rows.is_plain = is_wanted
        self.setUniformRowHeights(is_wanted)

    def unfold(self, ids: Iterable[str]) -> None:
        """After the rows were made anew, all folded. Qt's own way also notes each row that has none below."""
        for id in ids:
            self.expand(self._outline.index_of(id))

    def chosen_ids(self) -> list[str]:
        if self._many:
            return list(self._many)
        return [self._outline.id_of(index) for index in self.selectionModel().selectedIndexes()]

    def choose(self, ids: set[str]) -> None:
        """Select these rows and no others, and bring one of them into sight."""
        model, known = self.selectionModel(), self._outline.known(ids)
        if len(known) > MANY:
            model.clearSelection()
            self._many = frozenset(known)
            self.viewport().update()
            return
        self._many = frozenset()
        self.viewport().update()
        indexes = [self._outline.index_of(id) for id in known]
        model.select(_ranges(indexes), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if indexes and model.currentIndex() not in indexes:
            model.setCurrentIndex(indexes[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        if len(indexes) == 1:
            self.scrollTo(indexes[0])

    def event(self, event: QEvent) -> bool:
        """Letters and Delete belong to the outline here, though the window has them as shortcuts; so has Tab."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tab(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QTreeView.State.EditingState or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & COMMANDS:
            self.sibling_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self._is_on_top() and not event.modifiers() & COMMANDS:
            self.search_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_on_top(self) -> bool:
        return not self.indexAbove(self.currentIndex()).isValid()

    def selectAll(self) -> None:
        everything = self._outline.ids
        if len(everything) > MANY:
            self.choice_wanted.emit(everything)
        else:
            super().selectAll()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """A click with Ctrl takes one row out of many that are chosen, or adds one."""
        command = super().selectionCommand(index, event)
        if self._many and index.isValid() and command & QItemSelectionModel.SelectionFlag.Toggle:
            self.choice_wanted.emit(list(self._many ^ {self._outline.id_of(index)}))
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return command

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        has_focus = self.hasFocus() and index == self.currentIndex()
        state = option.state
        if self.selectionModel().isSelected(index) or (self._many and self._outline.id_of(index) in self._many):
            state |= option.state.State_Selected
        self._rows.paint_ground(painter, option.rect, state, has_focus)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The mark that unfolds stands beside the name, not beside the middle of two lines."""
        super().drawBranches(painter, QRect(rect.left(), rect.top(), rect.width(), self._rows.first_line_px()), index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower row may need its second line."""
        super().resizeEvent(event)
        if not self.uniformRowHeights() and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _forget_many(self) -> None:
        """Rows were chosen by hand: they are all that is chosen now."""
        if self.selectionModel().hasSelection():
            self._many = frozenset()
            self.viewport().update()

    def _tab(self, event: QKeyEvent) -> bool:
        """Tab is a depth where a row is chosen; with Ctrl, and where none is, it goes on to the next pane."""
        step = tab_step(event)
        if not step or event.modifiers() & COMMANDS or not self.selectionModel().hasSelection():
            return False
        self.depth_wanted.emit(step)
        return True


def _is_ours(event: QKeyEvent) -> bool:
    is_text = event.text().isprintable() and bool(event.text().strip())
    return not event.modifiers() & COMMANDS and (is_text or event.key() in OWN_KEYS)


def _ranges(indexes: list[QModelIndex]) -> QItemSelection:
    """The rows as few ranges: a selection of ten thousand single rows takes Qt seconds."""
    selection = QItemSelection()
    rows = sorted(((index.parent(), index.row(), index) for index in indexes), key=_place)
    first = last = None
    for parent, row, index in rows:
        if first is None or last is None or last.row() + 1 != row or last.parent() != parent:
            if first is not None and last is not None:
                selection.select(first, last)
            first = index
        last = index
    if first is not None and last is not None:
        selection.select(first, last)
    return selection


def _place(row: tuple[QModelIndex, int, QModelIndex]) -> tuple[int, int]:
    return int(row[0].internalId()) if row[0].isValid() else -1, row[1]
