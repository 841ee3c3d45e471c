"""The inspector: everything about the selection, each field undoable, typing in a field one step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.ui.inspector.fields import ChoiceField, ColorField, Field, TextField
from editor.ui.inspector.pages import Page, document_page, edge_page, node_page
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings

__all__ = ["ChoiceField", "ColorField", "Inspector", "TextField"]

AT_ONCE = 50
"""Of more selected records the fields follow a little later, so that dragging many stays smooth."""
LATER_MS = 150


class Inspector(QWidget):
    """Shows one page for the selection; `wanted` carries the id of an element that was clicked in it."""

    wanted = Signal(str)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(250)
        self._surroundings = surroundings
        self._document: Document | None = None
        self._ids: list[str] = []
        self._key: object = None
        self._page: Page | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields shown now, by the name of what they change."""
        return self._page.fields if self._page is not None else {}

    def show_document(self, document: Document | None) -> None:
        if document is self._document:
            return
        if self._document is not None:
            self._document.unlisten(self._changed)
        self._document = document
        if document is not None:
            document.listen(self._changed)
        self._ids = []
        self._rebuild()

    def show_selection(self, ids: list[str]) -> None:
        if ids != self._ids:
            self._ids = ids
            self._rebuild()

    def retell(self) -> None:
        self._rebuild()

    def _changed(self, change: object) -> None:
        document = self._document
        if document is None:
            return
        self._ids = [id for id in self._ids if document.record(id) is not None]
        if self._what() != self._key:
            self._rebuild()
        elif len(self._ids) > AT_ONCE:
            self._later.start()
        else:
            self._refresh()

    def _refresh(self) -> None:
        if self._page is not None and self._document is not None:
            self._page.refresh()

    def _what(self) -> object:
        """What decides which fields there are: the same answer means that their values alone may have changed."""
        if self._document is None:
            return None
        records = [self._document.record(id) for id in self._ids[:2]]
        only = records[0] if len(records) == 1 else None
        facts = only.facts if isinstance(only, Node | Edge) else None
        group = only.group if isinstance(only, Node) else None
        lines = tuple(self._document.indexes.edges_at(self._ids[0])) if len(self._ids) == 1 else ()
        return tuple(self._ids), group, lines, facts and (facts.tasks, facts.sources), bool(facts and facts.tenures)

    def _rebuild(self) -> None:
        self._later.stop()
        self._key = self._what()
        self._page = self._made()
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(self._page if self._page is not None else label(""))
        if self._page is not None:
            self._page.refresh()

    def _made(self) -> Page | None:
        document = self._document
        if document is None:
            return None
        want: Callable[[str], None] = self.wanted.emit
        nodes = [id for id in self._ids if id in document.nodes]
        edges = [id for id in self._ids if id in document.edges]
        if nodes:
            return node_page(document, nodes, self._surroundings, want)
        if edges:
            return edge_page(document, edges, self._surroundings, want)
        return document_page(document, self._surroundings)
