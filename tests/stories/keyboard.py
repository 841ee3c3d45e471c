"""What a hand does with the keys alone: typing, walking from field to field, going from pane to pane."""

from collections.abc import Callable, Generator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.model.records import Node
from editor.ui.window.chart_page import ChartPage

Condition = Callable[[], object]
Story = Generator[Condition, None, None]
MOST_STEPS = 60


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def is_on(name: str) -> bool:
    """Whether the keys are in what is called so: a field by its spoken name, a button by its words."""
    widget = focus()
    said = (widget.accessibleName(), str(widget.property("text") or "")) if widget is not None else ()
    return any(name.casefold() == words.strip().casefold() for words in said)


def _text_of(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else ""


class Keys:
    """press: sends keys to the window that has them; typed: sends letters."""

    def __init__(self, press: Callable[..., None], page: ChartPage) -> None:
        self._press = press
        self.page = page

    def key(self, *keys: str) -> None:
        self._press("key", *keys)

    def write(self, text: str) -> None:
        """Letters that no American keyboard has are handed to the window as key events: X would lose them here."""
        widget = focus()
        if text.isascii() or widget is None:
            self._press("type", "--delay", 12, text)
        else:
            for letter in text:
                event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    def instead(self, text: str) -> Story:
        """Write in the place of what stands in the field."""
        self.key("ctrl+a", "BackSpace")
        yield lambda: not _text_of(focus())
        self.write(text)
        yield lambda: _text_of(focus()) == text

    def named(self, text: str) -> Story:
        """A new box stands there with its name open: give it another, and come back to the chart."""
        canvas, nodes = self.page.canvas, self.page.document.nodes
        yield lambda: not canvas.hasFocus()
        yield from self.instead(text)
        self.key("Return")
        yield lambda: canvas.hasFocus() and any(node.name == text for node in nodes.values())

    def tree(self, first: str, *names: str) -> Story:
        """A box under the selected one (Tab), others beside it (Return)."""
        self.key("Tab")
        yield from self.named(first)
        for name in names:
            self.key("Return")
            yield from self.named(name)

    def go_to(self, name: str) -> Story:
        """Find a box by its name with Ctrl+F and come back to the chart with it selected."""
        canvas, nodes = self.page.canvas, self.page.document.nodes
        (wanted,) = (id for id, node in nodes.items() if node.name == name)
        self.key("ctrl+f")
        yield lambda: not canvas.hasFocus()
        yield from self.instead(name)
        self.key("Return")
        yield lambda: canvas.selection() == {wanted}
        self.key("Escape")
        yield lambda: canvas.hasFocus()

    def tab_to(self, name: str) -> Story:
        """Tab from field to field until the keys are where that is said."""
        seen: list[str] = []
        for _ in range(MOST_STEPS):
            if is_on(name):
                return
            before = focus()
            seen.append(f"{type(before).__name__} {before.accessibleName() if before is not None else ''}")
            self.key("Tab")
            yield lambda before=before: focus() is not before
        raise AssertionError(f"no way by Tab to “{name}”, but to {', '.join(seen)}")

    def fill(self, field: str, text: str, is_done: Callable[[Node], bool]) -> Story:
        """Write in a field of the properties, of the one box that is selected."""
        yield from self.tab_to(field)
        self.write(text)
        self.key("Tab")
        (id,) = self.page.canvas.selection()
        yield lambda: is_done(self.page.document.nodes[id])

    def to_properties(self, aside: QWidget) -> Story:
        for _ in range(8):
            widget = focus()
            if widget is not None and aside.isAncestorOf(widget):
                return
            self.key("F6")
            yield lambda widget=widget: focus() is not widget
        raise AssertionError("F6 does not lead to the properties")

    def to_chart(self) -> Story:
        canvas = self.page.canvas
        for _ in range(8):
            if canvas.hasFocus():
                return
            widget = focus()
            self.key("F6")
            yield lambda widget=widget: focus() is not widget
        raise AssertionError("F6 does not lead to the chart")
