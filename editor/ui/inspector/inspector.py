"""The inspector: everything about the selection, each field undoable, typing in a field one step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.ui.inspector.fields import ChoiceField, ColorField, Field, TextField
from editor.ui.inspector.page import Asks, Page
from editor.ui.inspector.pages import SHARED, fill_document_page, fill_edge_page, fill_node_page
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings

__all__ = ["ChoiceField", "ColorField", "Inspector", "TextField"]

AT_ONCE = 50
"""Of more selected records the fields follow a little later, so that dragging many stays smooth."""
LATER_MS = 150
FOLDED = ("more", "look", "attributes")
"""The sections that are folded until somebody unfolds them."""


class Inspector(QWidget):
    """Shows one page for the selection; `wanted` carries the id of an element that was clicked in it."""

    wanted = Signal(str)
    asked = Signal(str)
    """The id of an action that a page offers for the selection."""
    source_wanted = Signal(object)
    """A `Source` that is to be shown in its text."""

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
        self._folded = set(FOLDED)
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

    @property
    def page(self) -> Page | None:
        """What is shown now."""
        return self._page

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
        document = self._document
        if document is None:
            return None
        ids = self._ids
        groups = {document.nodes[id].group for id in ids[:AT_ONCE] if id in document.nodes}
        kinds = tuple((group, document.nodes[group].kind) for group in sorted(filter(None, groups)))
        record = document.nodes.get(ids[0]) if len(ids) == 1 else None
        lines = tuple(document.indexes.edges_at(ids[0])) if record is not None else ()
        return tuple(ids), len(groups), kinds, lines, record is not None and (record.is_group, record.kind == SHARED)

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
            self._let_tab_pass(self._page)

    def _let_tab_pass(self, page: Page) -> None:
        """From the area to its fields one after the other.

        Qt puts what is new behind everything else in the window, and on its way there Tab comes to the chart, which
        makes a box of it.
        """
        before: QWidget = self._area
        for widget in page.findChildren(QWidget):
            is_in_list = widget.window() is not self.window()  # one that a field opens
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_in_list:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _made(self) -> Page | None:
        document = self._document
        if document is None:
            return None
        asks = Asks(self.wanted.emit, self.asked.emit, self.source_wanted.emit)
        nodes = [id for id in self._ids if id in document.nodes]
        edges = [id for id in self._ids if id in document.edges]
        page = Page(document, self._surroundings, nodes or edges, asks, self._folded)
        (fill_node_page if nodes else fill_edge_page if edges else fill_document_page)(page)
        return page
