"""What is beside the chart: structure on the left, asides on the right; shown only where there is a chart."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from editor.model.document import Document
from editor.ui.asides.deck import AsideDeck
from editor.ui.inspector.page import Entrance
from editor.ui.look.typeface import text_scale
from editor.ui.palette import Palette
from editor.ui.structure.model import Seen
from editor.ui.structure.pane import StructurePane
from editor.ui.surroundings import Surroundings

WIDTHS_PX = (288, 280)
MANY = 1000
LATER_MS = 400
READING_PX = 400
"""How wide the right side is at least where a text is read there."""


class Panes(QObject):
    """What the user has closed stays closed while the window turns from chart to start page and back."""

    left = Signal()
    """Escape in one of them: the keys go back to the chart."""

    def __init__(self, window: QMainWindow, surroundings: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self.structure = StructurePane(surroundings)
        self.asides = AsideDeck(surroundings)
        self.palette = Palette(surroundings)
        self.structure_dock = _dock(window, self.structure, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.aside_dock = _dock(window, self.asides, Qt.DockWidgetArea.RightDockWidgetArea)
        self.palette_dock = _dock(window, self.palette, Qt.DockWidgetArea.LeftDockWidgetArea)
        self._wanted = {self.structure_dock: True, self.palette_dock: False, self.aside_dock: True}
        self._has_chart = False
        self._selected: list[str] = []
        self._later = QTimer(window, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._show_later)
        for pane in (self.structure, self.palette, self.asides):
            pane.installEventFilter(self)
        window.resizeDocks(
            [self.structure_dock, self.aside_dock],
            [round(width * text_scale()) for width in WIDTHS_PX],
            Qt.Orientation.Horizontal,
        )

    def make_room(self) -> None:
        """A text can't be read in a column as narrow as the others do with."""
        least = round(READING_PX * text_scale())
        if self.asides.shown == "source" and self.aside_dock.width() < least:
            self._window.resizeDocks([self.aside_dock], [least], Qt.Orientation.Horizontal)

    @property
    def regions(self) -> list[tuple[QWidget, QWidget | None]]:
        """Each dock from left to right, with what in it the keys go to first."""
        return [
            (self.structure_dock, self.structure.tree),
            (self.palette_dock, self.palette.field),
            (self.aside_dock, None),
        ]

    def toggle_palette(self) -> None:
        """Show the palette below the structure, as high as that, with its search ready; or close it."""
        self.toggle(self.palette_dock)
        if self.palette_dock.isVisible():
            both = [self.structure_dock, self.palette_dock]
            self._window.resizeDocks(both, [self._window.height() // 2] * 2, Qt.Orientation.Vertical)
            self.palette.field.setFocus()

    def search_structure(self) -> None:
        if not self.structure_dock.isVisible():
            self.toggle(self.structure_dock)
        self.structure.search.setFocus()
        self.structure.search.selectAll()

    def show_document(self, document: Document | None) -> None:
        """Fill both with a document; None closes them for now."""
        self._has_chart = document is not None
        self._later.stop()
        for dock, is_wanted in self._wanted.items():
            dock.setVisible(is_wanted and self._has_chart)
        self.structure.show_document(document)
        self.asides.show_document(document)

    def show_day(self, seen: Seen | None) -> None:
        """The outline as it is on the day that the chart shows."""
        self.structure.model.look_through(seen)

    def show_selection(self, ids: list[str]) -> None:
        """Of thousands the right side follows when there is time, as every field is about all of them."""
        self.structure.show_selection(ids)
        self._selected = ids
        if len(ids) > MANY:
            self._later.start()
        else:
            self._later.stop()
            self.asides.show_selection(ids)

    def entrances(self) -> list[Entrance]:
        """The fields of the properties, each with what brings the keys there."""
        page = self.asides.inspector.page
        fields = page.entrances() if page is not None else []
        return [(title, words, partial(self._enter, go)) for title, words, go in fields]

    def _enter(self, go: Callable[[], object]) -> None:
        """The fields may be made anew when their pane is shown, so they are sought again by whoever goes there."""
        if not self.is_aside_shown("properties"):
            self.toggle_aside("properties")
        go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape that nothing in a pane has taken."""
        is_escape = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_escape and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _show_later(self) -> None:
        self.asides.show_selection(self._selected)

    def toggle_aside(self, name: str) -> None:
        """Show one of the asides; close the right side where just this one is shown."""
        if not self._wanted[self.aside_dock] or self.asides.shown == name:
            self.toggle(self.aside_dock)
        self.asides.show_aside(name)
        self.make_room()

    def is_aside_shown(self, name: str) -> bool:
        return self.aside_dock.isVisible() and self.asides.shown == name

    def toggle(self, dock: QDockWidget) -> None:
        self._wanted[dock] = not self._wanted[dock]
        dock.setVisible(self._wanted[dock] and self._has_chart)

    def retell(self) -> None:
        """After a change of language or colours."""
        self.structure.retell()
        self.palette.retell()
        self.asides.retell()


def _dock(window: QMainWindow, pane: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    dock = QDockWidget(window)
    dock.setObjectName(type(pane).__name__)
    dock.setTitleBarWidget(QWidget())
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setWidget(pane)
    window.addDockWidget(area, dock)
    return dock
