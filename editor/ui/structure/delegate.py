"""How a row of the outline is painted: the name has the room it needs, holder and relations what is left."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from editor.model.vocabulary import Sector
from editor.ui.look.typeface import typeface
from editor.ui.structure.model import ASIDE_ROLE, COLOR_ROLE, FOUND_ROLE, RELATIONS_ROLE, THERE_ROLE, StructureModel
from editor.ui.surroundings import Surroundings

Index = QModelIndex | QPersistentModelIndex
BAR_PX = 14
"""From the row's left edge to its name; the bar in the sector's colour stands there."""
RIGHT_PX = 12
GAP_PX = 12
PADDING_PX = 5
INSET_PX = 6


class StructureDelegate(QStyledItemDelegate):
    """`tabbed` carries 1 (deeper) or -1 (shallower) when Tab or Shift+Tab ends the writing of a name."""

    tabbed = Signal(int)

    def __init__(self, surroundings: Surroundings, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self._appearance = surroundings.appearance
        self._small = typeface(12)
        self.is_plain = False
        """One line for each row: where there are thousands, Qt would ask for the height of all that stand above one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.first_line_px()
        if self._below(index, self._room(index)):
            height += QFontMetrics(self._small).height()
        return QSize(120, height)

    def first_line_px(self) -> int:
        """The height of a row with its name alone."""
        return QFontMetrics(typeface()).height() + 2 * PADDING_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        line = QRect(rect.left(), rect.top() + PADDING_PX, rect.width(), QFontMetrics(typeface()).height())
        self._paint_bar(painter, line, index.data(COLOR_ROLE) if index.data(THERE_ROLE) else None)
        words = line.adjusted(BAR_PX, 0, -RIGHT_PX, 0)
        self._paint_name(painter, words, index)
        below = self._below(index, words.width())
        if below:
            small = QFontMetrics(self._small)
            under = QRect(words.left(), line.bottom(), words.width(), small.height())
            self._write(painter, under, below, self._small, self._appearance.colors.secondary)
        painter.restore()

    def paint_ground(self, painter: QPainter, row: QRect, state: QStyle.StateFlag, has_focus: bool) -> None:
        """The whole row, branch and all: chosen, pointed at, and where the keyboard is."""
        colors = self._appearance.colors
        area = QRectF(row.adjusted(INSET_PX, 1, -INSET_PX, -1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colors.chosen))
            painter.drawRoundedRect(area, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(area, 6, 6)
        if has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and tab_step(event):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.tabbed.emit(tab_step(event))
            return True
        return super().eventFilter(editor, event)

    def _paint_bar(self, painter: QPainter, line: QRect, sector: Sector | None) -> None:
        color = self._appearance.colors.disabled
        if sector is not None:
            color = sector.dark_color if self._appearance.is_dark else sector.color
        painter.fillRect(QRect(line.left() + 3, line.center().y() - 5, 4, 11), QColor(color))

    def _paint_name(self, painter: QPainter, line: QRect, index: Index) -> None:
        colors = self._appearance.colors
        aside = str(index.data(ASIDE_ROLE) or "")
        color = colors.text if index.data(FOUND_ROLE) and index.data(THERE_ROLE) else colors.secondary
        used = self._write(painter, line, str(index.data()), _name_font(index), color)
        if aside and self._fits_beside(index, line.width()):
            rest = line.adjusted(used + GAP_PX, 0, 0, 0)
            self._write(painter, rest, aside, self._small, colors.secondary, Qt.AlignmentFlag.AlignRight)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: QFont,
        color: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Write in one line, cut with an ellipsis where it must be; returns its width."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        return metrics.horizontalAdvance(shown)

    def _below(self, index: Index, room: int) -> str:
        """The second line: the holder where there is no room beside the name, and relations that aren't the tree."""
        if self.is_plain:
            return ""
        aside = str(index.data(ASIDE_ROLE) or "")
        holder = "" if not aside or self._fits_beside(index, room) else aside
        return " · ".join(part for part in (holder, str(index.data(RELATIONS_ROLE) or "")) if part)

    def _fits_beside(self, index: Index, room: int) -> bool:
        name = QFontMetrics(_name_font(index)).horizontalAdvance(str(index.data()))
        aside = QFontMetrics(self._small).horizontalAdvance(str(index.data(ASIDE_ROLE) or ""))
        return name + GAP_PX + aside <= room

    def _room(self, index: Index) -> int:
        """What is left for words in a row, as wide as the outline is now."""
        model = index.model()
        depth = model.depth_of(index) if isinstance(model, StructureModel) else 0
        return self._tree.viewport().width() - (depth + 1) * self._tree.indentation() - BAR_PX - RIGHT_PX


def _name_font(index: Index) -> QFont:
    return typeface(14, 600 if index.model().hasChildren(index) else 400)


def tab_step(event: QKeyEvent) -> int:
    """1 for Tab, -1 for Shift+Tab, 0 for any other key."""
    if event.key() == Qt.Key.Key_Backtab:
        return -1
    if event.key() != Qt.Key.Key_Tab:
        return 0
    return -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
