"""A list of texts of several lines, each of which stands for elements of the chart."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.ui.look.parts import button, label, row


class Entry(NamedTuple):
    """heading: said above this one where it differs from the one before.  detail: in quieter letters below.

    act: what stands on its button, "" for none.
    """

    text: str
    detail: str = ""
    heading: str = ""
    ids: tuple[str, ...] = ()
    act: str = ""


class FindingList(QScrollArea):
    """`chosen` carries the ids that an entry stands for, when it is clicked or Enter is pressed on it.

    `acted` carries the place of the entry whose button was pressed.
    """

    chosen = Signal(list)
    acted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries: list[Entry] = []
        self.show_entries(())

    def show_entries(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        heading = ""
        for place, entry in enumerate(self.entries):
            if entry.heading and entry.heading != heading:
                column.addWidget(label(entry.heading, "field"))
            heading = entry.heading
            column.addWidget(_Row(entry, place, self))
        column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(inner)


class _Row(QFrame):
    def __init__(self, entry: Entry, place: int, owner: FindingList) -> None:
        super().__init__()
        self._ids, self._owner = list(entry.ids), owner
        self.setProperty("role", "finding")
        self.setAccessibleName(" ".join(filter(None, (entry.heading, entry.text, entry.detail))))
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 7, 9, 7)
        column.setSpacing(2)
        column.addWidget(label(entry.text))
        if entry.detail:
            column.addWidget(label(entry.detail, "secondary"))
        if entry.act:
            column.addLayout(row(None, button(entry.act, lambda: owner.acted.emit(place), "link")))
        if self._ids:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._ids:
            self._owner.chosen.emit(self._ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._ids:
            self._owner.chosen.emit(self._ids)
        else:
            super().keyPressEvent(event)
