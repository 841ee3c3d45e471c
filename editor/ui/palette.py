"""The palette: every kind of element by sector, to be dragged onto the chart, or added under the selection by Enter."""

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.canvas.drops import KIND_MIME
from editor.model.vocabulary import Kind, text_in
from editor.ui.look.parts import label
from editor.ui.look.typeface import typeface_for
from editor.ui.surroundings import Surroundings

ICON_PX = QSize(26, 16)
BAR_PX, RADIUS_PX, SHEET_PX = 4, 3, 2
KIND_ROLE = Qt.ItemDataRole.UserRole
SAID_ROLE = Qt.ItemDataRole.UserRole + 1


class KindList(QListWidget):
    """Rows that carry a kind when they are dragged. `wanted` tells of a kind that was activated."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)
        self.setDragDropMode(QListWidget.DragDropMode.DragOnly)
        self.setIconSize(ICON_PX)
        self.itemActivated.connect(self._activated)

    def mimeTypes(self) -> list[str]:
        return [KIND_MIME]

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        for item in items:
            data.setData(KIND_MIME, QByteArray(str(item.data(KIND_ROLE)).encode()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, whatever the style says that activates a row."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._activated(item)
        else:
            super().keyPressEvent(event)

    def _activated(self, item: QListWidgetItem) -> None:
        kind = item.data(KIND_ROLE)
        if kind is not None:
            self.wanted.emit(str(kind))


class Palette(QWidget):
    """`wanted` carries the kind of a box to be added under what is selected. The list is filled before it is seen."""

    wanted = Signal(str)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._surroundings = surroundings
        self._words = surroundings.language
        self._is_stale = True
        self._title, self._how = label("", "heading"), label("", "secondary")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = KindList()
        self.list.wanted.connect(self.wanted)
        self.field.returnPressed.connect(self._add_first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for widget in (self._title, self._how, self.field):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        self.retell()

    def retell(self) -> None:
        """After a change of language or colours."""
        self._title.setText(self._words("palette.title"))
        self._how.setText(self._words("palette.how"))
        self.field.setPlaceholderText(self._words("palette.search"))
        self.field.setAccessibleName(self._words("palette.search"))
        self.list.setAccessibleName(self._words("palette.title"))
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _fill(self) -> None:
        self._is_stale = False
        self.list.clear()
        vocabulary, code = self._surroundings.vocabulary, self._words.code
        offered = [kind for kind in vocabulary.kinds.values() if kind.palette]
        for sector in (*vocabulary.sectors, None):
            kinds = [kind for kind in offered if kind.sector == sector]
            if kinds:
                known = vocabulary.sectors.get(sector or "")
                self._add_heading(text_in(known.label, code) if known is not None else self._words("palette.others"))
            for kind in kinds:
                self._add_kind(kind)
        self._filter(self.field.text())

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(typeface_for("field"))
        item.setForeground(QColor(self._surroundings.appearance.colors.secondary))
        self.list.addItem(item)

    def _add_kind(self, kind: Kind) -> None:
        code = self._words.code
        item = QListWidgetItem(self._icon(kind), text_in(kind.label, code))
        item.setToolTip(text_in(kind.definition, code))
        item.setData(KIND_ROLE, kind.id)
        item.setData(SAID_ROLE, " ".join((*kind.label.values(), *kind.caption.values())).casefold())
        self.list.addItem(item)

    def _icon(self, kind: Kind) -> QIcon:
        """A small box as the chart draws it: the sector's colour at the left, sheets for counted sets."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(ICON_PX * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        vocabulary = self._surroundings.vocabulary
        colors = self._surroundings.appearance.theme.colors(vocabulary.sector_of(kind.id, None))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.strong), 1.0))
        painter.setBrush(QColor(colors.tint))
        sheets = (2, 1, 0) if kind.look == "stack" else (0,)
        for sheet in sheets:
            by = sheet * SHEET_PX
            painter.drawRoundedRect(1 + by, 1 + by, ICON_PX.width() - 6, ICON_PX.height() - 6, RADIUS_PX, RADIUS_PX)
        if kind.look != "frame":
            painter.fillRect(1, 1, BAR_PX, ICON_PX.height() - 6, QColor(colors.strong))
        painter.end()
        return QIcon(picture)

    def _filter(self, text: str) -> None:
        """Show what has all the words in either language; the headings only while nothing is searched for."""
        wanted = text.casefold().split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            said = item.data(SAID_ROLE)
            item.setHidden(bool(wanted) and (said is None or not all(word in said for word in wanted)))
        shown = self._shown()
        if shown:
            self.list.setCurrentItem(shown[0])
        else:
            self.list.setCurrentRow(-1)

    def _shown(self) -> list[QListWidgetItem]:
        items = (self.list.item(number) for number in range(self.list.count()))
        return [item for item in items if not item.isHidden() and item.data(KIND_ROLE) is not None]

    def _add_first(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(KIND_ROLE) is not None:
            self.wanted.emit(str(item.data(KIND_ROLE)))
