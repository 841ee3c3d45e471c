"""What all panes on the right share: a heading, a document they listen to, and work done only while they are seen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.document import Document
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings

QUIET_MS = 150
"""How long nothing must change before a pane works out what it says."""


class Aside(QWidget):
    """`wanted` carries the ids of elements that were chosen in it. Subclasses fill `self.column` in `refresh`."""

    wanted = Signal(list)

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._surroundings = surroundings
        self._words = surroundings.language
        self._title = title
        self._document: Document | None = None
        self._ids: list[str] = []
        self._heading = label("", "heading")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self._heading)
        self._waiting = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._waiting.timeout.connect(self.refresh)

    @property
    def document(self) -> Document | None:
        return self._document

    def show_document(self, document: Document | None) -> None:
        """Listen to a document; None leaves the one before."""
        if document is self._document:
            return
        if self._document is not None:
            self._document.unlisten(self._changed)
        self._document = document
        self._ids = []
        if document is not None:
            document.listen(self._changed)
        self.later()

    def show_selection(self, ids: list[str]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.later()

    def retell(self) -> None:
        """Write every word anew."""
        self._heading.setText(self._words(self._title))
        self.refresh()

    def later(self) -> None:
        """Work out what there is to say once it is quiet; not at all while nobody sees it."""
        if self.isVisible():
            self._waiting.start()

    def refresh(self) -> None:
        """Show what there is to say now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retell()

    def _changed(self, change: object) -> None:
        self.later()
