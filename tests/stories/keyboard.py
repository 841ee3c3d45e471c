"""What a hand does with the keys alone: typing, choosing commands, going from pane to pane."""

from collections.abc import Callable, Generator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.model.document import Document
from editor.ui.dialogs.change import ChangeDialog
from editor.ui.dialogs.command_palette import CommandPalette, Hit
from editor.ui.dialogs.connect import ConnectDialog
from editor.ui.window.chart_page import ChartPage

Condition = Callable[[], object]
Story = Generator[Condition, None, None]
Entry = tuple[str, str]
"""The name of a field, and what is written or chosen there."""
MOST_STEPS = 60
FEW_LETTERS = 4
LETTER_S, THOUGHT_S = 0.2, 1.35
"""How long an average typist needs for a key, and to think before a command (Card, Moran & Newell)."""


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def is_on(name: str) -> bool:
    """Whether the keys are in what is called so: a field by its spoken name, a button by its words."""
    widget = focus()
    said = (widget.accessibleName(), str(widget.property("text") or "")) if widget is not None else ()
    return any(name.casefold() == words.strip().casefold() for words in said)


def _text_of(widget: QWidget | None) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else ""


def in_front(kind: type[QDialog]) -> QDialog | None:
    """Such a dialog once it has the keys; there is no window manager here that would give them to a new one."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and widget.isVisible():
            if widget.isActiveWindow():
                return widget
            widget.activateWindow()
    return None


class Keys:
    """press: sends keys to the window that has them; typed: sends letters. `struck` and `thoughts` are counted."""

    def __init__(self, press: Callable[..., None], page: ChartPage) -> None:
        self._press = press
        self.page = page
        self.struck = 0
        self.thoughts = 0
        self._calm = 0

    @property
    def document(self) -> Document:
        return self.page.document

    @property
    def minutes(self) -> float:
        """How long a person would have needed."""
        return (self.struck * LETTER_S + self.thoughts * THOUGHT_S) / 60

    # keys

    def key(self, *keys: str) -> None:
        self.struck += sum(1 + each.count("+") for each in keys)
        self.thoughts += any("+" in each for each in keys)
        self._press("key", "--delay", 4, *keys)

    def write(self, text: str) -> None:
        """Letters that no American keyboard has are handed to the window as key events: X would lose them here."""
        self.struck += len(text)
        widget = focus()
        if text.isascii() or widget is None:
            self._press("type", "--delay", 4, text)
        else:
            for letter in text:
                event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    def instead(self, text: str) -> Story:
        """Write in the place of what stands in the field, which is selected as the keys come into it."""
        before = focus()
        assert isinstance(before, QLineEdit | QPlainTextEdit), before
        if not _is_selected(before):
            self.key("ctrl+a")
            yield lambda: _is_selected(before)
        self.write(text)
        yield lambda: _text_of(focus()) == text

    def _has_window(self) -> bool:
        """Whether the window has the keys, once no dialog has them; Qt says so a little before X does."""
        window = self.page.window()
        has_dialog = any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets())
        if not has_dialog and not window.isActiveWindow():
            window.activateWindow()
        self._calm = 0 if has_dialog or not window.isActiveWindow() else self._calm + 1
        return self._calm > 2

    # boxes

    def first(self, name: str) -> Story:
        """The first box of an empty chart."""
        self.key("b")
        yield from self.named(name)

    def named(self, text: str) -> Story:
        """A new box stands there with its name open: give it another, and come back to the chart."""
        canvas, nodes = self.page.canvas, self.document.nodes
        yield lambda: not canvas.hasFocus() and isinstance(focus(), QPlainTextEdit)
        yield from self.instead(text)
        self.key("Return")
        yield lambda: canvas.hasFocus() and any(node.name == text for node in nodes.values())

    def beside(self, *names: str) -> Story:
        for name in names:
            self.key("Return")
            yield from self.named(name)

    def below(self, first: str, *names: str) -> Story:
        """A box under the selected one (Tab), others beside it (Return)."""
        self.key("Tab")
        yield from self.named(first)
        yield from self.beside(*names)

    def apart(self, name: str) -> Story:
        """A box that hangs under nothing."""
        canvas = self.page.canvas
        self.key("Escape")
        yield lambda: not canvas.selection()
        self.key("b")
        yield from self.named(name)

    # going somewhere

    def id_of(self, name: str, first: bool = False) -> str:
        """The last box that is called so, or the first."""
        return [node.id for node in self.document.nodes.values() if node.name == name][0 if first else -1]

    def do(
        self, words: str, adds: bool = False, box: str = "", opens: type[QDialog] | None = None, called: str = ""
    ) -> Story:
        """Ctrl+K, letters until what is wanted comes first, Enter; Ctrl+Enter adds a box to those chosen.

        called: its title, where that is more than the words.
        """
        self.key("ctrl+k")
        yield lambda: in_front(CommandPalette)
        palette = in_front(CommandPalette)
        assert isinstance(palette, CommandPalette)
        yield from self._search(words, palette.edit, lambda: _is_wanted(palette.chosen, called or words, box))
        while not _is_wanted(palette.chosen, called or words, box):
            before = palette.chosen
            self.key("Down")
            yield lambda before=before: palette.chosen is not before
        self.key("ctrl+Return" if adds else "Return")
        self._calm = 0
        yield self._has_window if opens is None else lambda: in_front(opens)

    def _search(self, words: str, field: QLineEdit, is_found: Condition) -> Story:
        """Type a few letters, look, and type on for as long as something else comes first."""
        for end in (*range(FEW_LETTERS, len(words), 2), len(words)):
            begun = field.text()
            self.write(words[len(begun) : end])
            yield lambda end=end: field.text() == words[:end]
            if is_found():
                return

    def go_to(self, name: str) -> Story:
        canvas, wanted = self.page.canvas, self.id_of(name)
        if canvas.selection() == {wanted}:
            return
        yield from self.do(name, box=wanted)
        yield lambda: canvas.selection() == {wanted} and canvas.hasFocus()

    def choose(self, first: str, *others: str) -> Story:
        """Several boxes."""
        yield from self.go_to(first)
        for other in others:
            yield from self.do(other, adds=True, box=self.id_of(other))
        wanted = {self.id_of(name) for name in (first, *others)}
        yield lambda: self.page.canvas.selection() == wanted

    # what is said of them

    def kinds(self, kind: str, *names: str) -> Story:
        yield from self.choose(*names)
        done = len(self.document.history.done)
        yield from self.do(kind)
        yield lambda: len(self.document.history.done) == done + 1

    def facts(self, name: str, *entries: Entry) -> Story:
        yield from self.go_to(name)
        yield from self.facts_of_selected(*entries)

    def facts_of_selected(self, *entries: Entry) -> Story:
        """Go to each field by its name, and back to the chart at the end."""
        for field, text in entries:
            yield from self.do(field)
            yield lambda field=field: is_on(field)
            yield from self._entered(text)
        self.key("Escape")
        yield self.page.canvas.hasFocus

    def _entered(self, text: str) -> Story:
        widget, before = focus(), self.document.revision
        if isinstance(widget, QComboBox):
            self.write(text)
            yield lambda: text.casefold() in widget.currentText().casefold()
        else:
            yield from self.instead(text)
            yield lambda: self.document.revision > before

    def holder(self, post: str, name: str, *more: Entry) -> Story:
        """Who holds a post, in the form that unfolds for it."""
        yield from self.go_to(post)
        yield from self._form("Add holder", "Name", name, *more)
        tenures = self.document.nodes[self.id_of(post)].facts.tenures
        assert tenures[-1].name == name, tenures

    def task(self, box: str, text: str, *more: Entry) -> Story:
        yield from self.go_to(box)
        yield from self._form("Add task", "Task", text, *more)

    def _form(self, adds: str, field: str, text: str, *more: Entry) -> Story:
        yield from self.do(adds)
        yield lambda: is_on(field)
        yield from self._entered(text)
        for other, entry in more:
            yield from self.tab_to(other)
            yield from self._entered(entry)
        self.key("Escape")
        yield self.page.canvas.hasFocus

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

    # relations

    def connect(self, source: str, kind: str, target: str, *entries: Entry, first: bool = False) -> Story:
        """A relation from one box to another, and what is said of it. first: to the elder box of that name."""
        edges, wanted, count = self.document.edges, self.id_of(target, first), len(self.document.edges)
        yield from self.go_to(source)
        self.key("ctrl+shift+r")
        yield lambda: in_front(ConnectDialog)
        dialog = in_front(ConnectDialog)
        assert isinstance(dialog, ConnectDialog)
        yield from self._search(target, dialog.field, lambda: dialog.chosen == wanted)
        while dialog.chosen != wanted:
            before = dialog.chosen
            self.key("Down")
            yield lambda before=before: dialog.chosen != before
        self.key("Tab")
        yield dialog.kinds.hasFocus
        self.write(kind)
        yield lambda: kind.casefold() in dialog.kinds.currentText().casefold()
        self.key("Return")
        self._calm = 0
        yield lambda: len(edges) == count + 1 and self._has_window() and self.page.canvas.hasFocus()
        if entries:
            yield from self.facts_of_selected(*entries)

    def lines_below(self, kind: str, *entries: Entry) -> Story:
        """All relations between the selected box and what is below it, told at once."""
        canvas, edges = self.page.canvas, self.document.edges
        self.key("ctrl+shift+b")
        yield lambda: len(canvas.selection()) > 1
        self.key("ctrl+alt+r")
        yield lambda: canvas.selection() <= edges.keys()
        yield from self.do(kind)
        yield from self.facts_of_selected(*entries)

    def branch(self, *entries: Entry) -> Story:
        """All that is below the selected box, and all relations in it."""
        self.key("ctrl+shift+b")
        yield lambda: len(self.page.canvas.selection()) > 1
        yield from self.facts_of_selected(*entries)
        self.key("ctrl+alt+r")
        yield lambda: self.page.canvas.selection() <= self.document.edges.keys()
        yield from self.facts_of_selected(*entries)

    def change(self, what: str, name: str, day: str) -> Story:
        """A change from a day on: what comes of it, and when."""
        done = len(self.document.history.done)
        yield from self.do(what, opens=ChangeDialog)
        yield from self.instead(name)
        self.key("Tab")
        yield lambda: is_on("From")
        yield from self.instead(day)
        self.key("Return")
        self._calm = 0
        yield lambda: len(self.document.history.done) == done + 1 and self._has_window()
        yield self.page.canvas.hasFocus

    def frame(self, name: str) -> Story:
        self.key("ctrl+g")
        yield from self.named(name)

    def lay_out(self) -> Story:
        done = len(self.document.history.done)
        self.key("ctrl+l")
        yield lambda: len(self.document.history.done) == done + 1


def _is_wanted(hit: Hit | None, called: str, box: str) -> bool:
    """Whether Enter would do what is wanted."""
    if hit is None:
        return False
    return hit.id == box if box else not hit.id and called.casefold() in hit.title.casefold()


def _is_selected(widget: QLineEdit | QPlainTextEdit) -> bool:
    """All of its text, or none is there."""
    chosen = widget.selectedText() if isinstance(widget, QLineEdit) else widget.textCursor().selectedText()
    return len(chosen) == len(_text_of(widget))
