"""A hand that does anything at all with a window, drawn by lot: the same seed does the same again."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.canvas.view import Canvas
from editor.graphml.reading import read_graphml
from editor.model.appearance import Appearance
from editor.model.document import Document
from editor.model.merging import Records, records_of
from editor.ui.actions.listing import ACTIONS
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

LEAVES_ALONE = frozenset(
    {"quit", "close", "new", "open", "help", "save", "save_as", "start_page", "print", "print_preview"}
)
"""Actions that make or end documents, which the hand does in its own way, or that wait for the system."""
KEYS = (
    *("Tab", "Return", "Escape", "Delete", "F2", "Up", "Down", "Left", "Right", "Space", "Plus", "Minus", "A", "7"),
    *("Home", "Backspace", "F6"),
)
BUTTONS = (Qt.MouseButton.LeftButton,) * 8 + (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 5 + (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
MOST_BOXES = 60
OUTSIDE_PX = 60


class RandomHand:
    """`act` does one thing; `told` is what was done, for whoever has to do it again."""

    def __init__(self, window: MainWindow, seed: int, files: list[Path]) -> None:
        self._window = window
        self._lot = random.Random(seed)
        self._files = files
        self._began: dict[int, Records] = {}
        self.told: list[str] = []

    def act(self) -> None:
        acts: tuple[tuple[Callable[[], object], int], ...] = (
            *((self.click, 5), (self.drag, 8), (self.key, 8), (self.command, 6), (self.undo, 3), (self.redo, 2)),
            *((self.switch, 2), (self.open, 1), (self.write, 2), (self.wheel, 1), (self.begin_drag, 2), (self.wait, 1)),
            *((self.rename_row, 1), (self.close, 1)),
        )
        act = self._lot.choices([act for act, _ in acts], [weight for _, weight in acts])[0]
        if self.chart is None:
            act = self.open
        self.told.append(act.__name__)
        act()
        QApplication.processEvents()

    @property
    def chart(self) -> ChartPage | None:
        return self._window.chart

    @property
    def document(self) -> Document:
        assert self.chart is not None
        return self.chart.document

    @property
    def canvas(self) -> Canvas:
        assert self.chart is not None
        return self.chart.canvas

    def click(self) -> None:
        place, button, held = self._point(), self._lot.choice(BUTTONS), self._lot.choice(MODIFIERS)
        if self._lot.random() < 0.2:
            QTest.mouseDClick(self._paper, button, held, place)
        else:
            QTest.mouseClick(self._paper, button, held, place)

    def drag(self) -> None:
        """Press, move, perhaps do something else in the middle, and let go, now and then outside the window."""
        button = self.begin_drag()
        if self._lot.random() < 0.25:
            self._lot.choice((self.key, self.undo, self.command, self.switch))()
        if self.chart is not None:
            QTest.mouseRelease(self._paper, button, Qt.KeyboardModifier.NoModifier, self._point())

    def begin_drag(self) -> Qt.MouseButton:
        button, held = self._lot.choice(BUTTONS[:-1]), self._lot.choice(MODIFIERS)
        QTest.mousePress(self._paper, button, held, self._point())
        for _ in range(self._lot.randint(1, 4)):
            QTest.mouseMove(self._paper, self._point(outside=OUTSIDE_PX))
        return button

    def key(self) -> None:
        key = getattr(Qt.Key, f"Key_{self._lot.choice(KEYS)}")
        target = self._focus()
        QTest.keyClick(target, key, self._lot.choice(MODIFIERS))

    def write(self) -> None:
        """Letters, as far as a name field or the canvas takes them."""
        for letter in self._lot.choice(("Nämnd", "a&b <c>", "x")):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._focus(), event)
        QTest.keyClick(self._focus(), self._lot.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def command(self) -> None:
        usable = [action for action in ACTIONS if action.id not in LEAVES_ALONE]
        action = self._lot.choice(usable)
        made = self._window.actions_book[action.id]
        grows = action.id in ("paste", "duplicate") and self.chart and len(self.chart.document.nodes) > MOST_BOXES
        if made.isEnabled() and not grows:
            self.told.append(action.id)
            made.trigger()

    def undo(self) -> None:
        for _ in range(self._lot.choice((1, 1, 3))):
            self._window.actions_book["undo"].trigger()

    def redo(self) -> None:
        self._window.actions_book["redo"].trigger()

    def switch(self) -> None:
        self._window.step_tab(self._lot.choice((1, -1)))

    def open(self) -> None:
        before = {id(chart.document) for chart in self._window.charts}
        self._window.files.open_path(self._lot.choice(self._files))
        for chart in self._window.charts:
            if id(chart.document) not in before:
                self._began[id(chart.document)] = records_of(chart.document)

    def close(self) -> None:
        """Only a document that all was undone in, now and then, so that others are left."""
        if len(self._window.charts) > 1 and self.chart is not None and self._lot.random() < 0.3:
            self.canvas.settle()
            others = [chart.document for chart in self._window.charts if chart is not self.chart]
            self.check_undo(self.chart)
            self._window.close_current()
            assert [chart.document for chart in self._window.charts] == others

    def wheel(self) -> None:
        self.canvas.set_zoom(self._lot.choice((0.05, 0.3, 1.0, 2.5)))

    def wait(self) -> None:
        QTest.qWait(self._lot.choice((0, 30)))

    def rename_row(self) -> None:
        """Type over a name in the structure pane."""
        rows = self._window._panes.structure.model
        nodes = list(self.document.nodes) if self.chart is not None else []
        index = rows.index_of(self._lot.choice(nodes)) if nodes else None
        if index is not None and index.isValid():
            rows.setData(index, self._lot.choice(("Rad", "Rådet")), Qt.ItemDataRole.EditRole)

    # what must hold

    def check(self) -> None:
        """At any moment, after what is half done has been ended: the panes show the document."""
        for chart in self._window.charts:
            chart.canvas.settle()
            assert not chart.document.in_transaction
        QTest.qWait(0)
        chart = self.chart
        if chart is None:
            return
        document, panes = chart.document, self._window._panes
        assert all({edge.source, edge.target} <= set(document.nodes) for edge in document.edges.values())
        assert chart.canvas.selection() <= {*document.nodes, *document.edges}
        panes.structure.search.clear()  # narrowed rows are not all rows
        panes.structure.search.tell()
        if panes.structure._later.isActive():
            panes.structure.read_again()
        assert shown_in(panes.structure.model) == {id: node.name for id, node in document.nodes.items()}
        assert self._window.actions_book["undo"].isEnabled() == bool(document.history.done)
        assert self._window.isWindowModified() != chart.session.is_saved

    def check_saved(self) -> None:
        """What a save writes, read again, is the document."""
        for chart in self._window.charts:
            appearance = Appearance(self._window._surroundings.vocabulary)
            document = chart.document
            again = read_graphml(chart.session.as_graphml(copy_of(document), appearance)).document
            assert said(again) == said(document)

    def check_undo(self, chart: ChartPage) -> None:
        """Everything taken back is the beginning; done again it is what it was."""
        document = chart.document
        ended, count = records_of(document), len(document.history.done)
        while document.undo() is not None:
            pass
        assert records_of(document) == self._began[id(document)]
        for _ in range(count):
            document.redo()
        assert records_of(document) == ended

    @property
    def _paper(self) -> QWidget:
        return self.canvas.viewport()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.canvas

    def _point(self, outside: int = 0) -> QPoint:
        """Where a box is as often as not."""
        boxes = [node.box for node in self.document.nodes.values() if node.box is not None]
        if boxes and self._lot.random() < 0.6:
            box = self._lot.choice(boxes)
            at = self.canvas.camera.to_view(box.centre)
            by = self._lot.choice((0, 0, 0, 20))
            return QPoint(round(min(max(at.x, -9e4), 9e4)) + by, round(min(max(at.y, -9e4), 9e4)))
        size = self._paper.size()
        x = self._lot.randint(-outside, size.width() + outside)
        return QPoint(x, self._lot.randint(-outside, size.height() + outside))


def copy_of(document: Document) -> Document:
    return Document(tuple(document.nodes.values()), tuple(document.edges.values()), document.info)


def shown_in(model: object) -> dict[str, str]:
    """Every row of the outline: id and name."""
    found: dict[str, str] = {}
    waiting = [model.index(row, 0) for row in range(model.rowCount())]  # type: ignore[attr-defined]
    while waiting:
        index = waiting.pop()
        id = model.id_of(index)  # type: ignore[attr-defined]
        assert id not in found
        found[id] = model.structure is not None and model._document.nodes[id].name  # type: ignore[attr-defined]
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]  # type: ignore[attr-defined]
    return found


def said(document: Document) -> object:
    """What a document says, by names and places, as a file may give new ids and numbers of order."""
    names = {node.id: node.name for node in document.nodes.values()}
    nodes = sorted(
        (node.name, node.kind or "", names.get(node.group or "", ""), str(node.box if node.placed else None))
        for node in document.nodes.values()
    )
    edges = sorted(
        (names[edge.source], names[edge.target], edge.kind or "", edge.name) for edge in document.edges.values()
    )
    return nodes, edges, document.info.title
