"""The inspector: everything about the selection, each field undoable, typing in a field one step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Node
from editor.ui.inspector.fields import ChoiceField, ColorField, Field, TextField
from editor.ui.inspector.page import Asks, Page
from editor.ui.inspector.pages import fill_document_page, fill_edge_page, fill_node_page, form_of
from editor.ui.inspector.values import Values
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
        self._form: object = None
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
            self._follow()

    def retell(self) -> None:
        self._rebuild()

    def _changed(self, change: ChangeSet) -> None:
        document = self._document
        if document is None:
            return
        self._ids = [id for id in self._ids if document.record(id) is not None]
        if _may_change_form(change):
            self._follow()
        elif len(self._ids) > AT_ONCE:
            self._later.start()
        else:
            self._refresh()

    def _refresh(self) -> None:
        if self._page is not None and self._document is not None:
            self._page.refresh()

    def _follow(self) -> None:
        """Show what is selected now: in the same fields where these fit it, so that nothing flickers."""
        document, page = self._document, self._page
        if document is None or page is None:
            return self._rebuild()
        chosen = self._chosen(document)
        if page.values.document is not document or self._form != form_of(Values(document, self._surroundings, chosen)):
            return self._rebuild()
        if chosen != page.values.ids:
            self._later.stop()
            page.show_records(chosen)
            self._area.verticalScrollBar().setValue(0)
        elif len(chosen) > AT_ONCE:
            self._later.start()
        else:
            page.refresh()
        self._let_tab_pass(page)

    def _chosen(self, document: Document) -> list[str]:
        """Relations are shown where no box is selected with them."""
        nodes = [id for id in self._ids if id in document.nodes]
        return nodes or [id for id in self._ids if id in document.edges]

    def _rebuild(self) -> None:
        self._later.stop()
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
        chosen = self._chosen(document)
        page = Page(document, self._surroundings, chosen, asks, self._folded)
        is_box = bool(chosen) and chosen[0] in document.nodes
        (fill_node_page if is_box else fill_edge_page if chosen else fill_document_page)(page)
        self._form = form_of(page.values)
        return page


def _may_change_form(change: ChangeSet) -> bool:
    """Whether other fields may be wanted after it: told quickly, as a drag changes hundreds of boxes in every frame."""
    if change.added or change.removed:
        return True
    for old, new in change.updated.values():
        if isinstance(old, Node) and isinstance(new, Node):
            if (old.group, old.kind, old.is_group) != (new.group, new.kind, new.is_group):
                return True
            if new.is_group and old.name != new.name:
                return True
    return False
