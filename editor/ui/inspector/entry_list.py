"""Lists of facts in the inspector: each a line that unfolds into a form; more can be added, each can be removed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.inspector.column import FieldColumn
from editor.ui.inspector.items import Item, Items
from editor.ui.language import Language
from editor.ui.look.parts import FactButton, button, label


class Lister(NamedTuple):
    """How the items of one kind are shown.

    tells: an item in a line.  builds: fills the form of the item at a place.  shape: what decides which fields the
    form has.  adds: what the buttons at the end say, and what they do.  keeps: why an item can't be removed, if so.
    """

    tells: Callable[[Item], str]
    builds: Callable[["FieldColumn", int], None]
    adds: Sequence[tuple[str, Callable[[], object]]]
    shape: Callable[[Item], object] = bool
    keeps: Callable[[Item], str] = lambda item: ""


class Entry(QWidget):
    """One item: its line, and below it the form where it is unfolded."""

    def __init__(
        self, words: Language, field: str, index: int, lister: Lister, removes: Callable[[int], object]
    ) -> None:
        super().__init__()
        self._words = words
        self._field = field
        self.index = index
        self._lister = lister
        self._removes = removes
        self.form: FieldColumn | None = None
        self.line = FactButton("", self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.line)

    @property
    def is_open(self) -> bool:
        return self.form is not None

    def toggle(self) -> None:
        if self.form is None:
            self.open()
        else:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._say_state()

    def open(self, with_keys: bool = False) -> None:
        """Unfold the form; with the keys in its first field where that is wanted."""
        if self.form is None:
            self.form = FieldColumn(self._words)
            self.form.column.setContentsMargins(10, 2, 0, 6)
            self._lister.builds(self.form, self.index)
            remove = button(self._words(f"inspector.remove_{self._field}"), lambda: self._removes(self.index), "link")
            self.form.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(self.form)
            self.form.refresh()
        first = next(iter(self.form.fields.values()), None)
        if with_keys and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_state()

    def refresh(self, item: Item) -> None:
        self.line.tell(self._lister.tells(item))
        self._say_state()
        if self.form is not None:
            self.form.refresh()

    def _say_state(self) -> None:
        self.line.setAccessibleDescription(self._words("section.open" if self.is_open else "section.folded"))


class EntryList(QWidget):
    """All items of one list. Those that only some of several records have are mentioned, not shown."""

    def __init__(self, words: Language, items: Items, lister: Lister) -> None:
        super().__init__()
        self._words = words
        self.items = items
        self._lister = lister
        self._shapes: list[object] = []
        self._unfolded: list[int] | None = None
        """Which entries are to be unfolded once they are made anew, where it is not those that are now."""
        self.entries: list[Entry] = []
        self._mixed = label("", "secondary")
        self._reason = label("", "bad")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._mixed)
        self.buttons = [button(text, partial(self._add, does), "link") for text, does in lister.adds]
        for made in (self._reason, *self.buttons):
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._reason.hide()

    def refresh(self) -> None:
        shown = self.items.shown()
        self._mixed.setText(self._words("inspector.only_shared"))
        self._mixed.setVisible(self.items.are_mixed)
        shapes = [self._lister.shape(item) for item in shown]
        if shapes != self._shapes:
            self._rebuild(shapes)
        for entry, item in zip(self.entries, shown, strict=True):
            entry.refresh(item)

    def fold(self) -> None:
        """Other records are shown from now on: their entries begin folded."""
        self._unfolded = None
        self._reason.hide()
        for entry in self.entries:
            if entry.is_open:
                entry.toggle()

    def _rebuild(self, shapes: list[object]) -> None:
        """The entries anew; those that were unfolded are so again."""
        were = [entry.index for entry in self.entries if entry.is_open]
        unfolded, self._unfolded = were if self._unfolded is None else self._unfolded, None
        for entry in self.entries:
            entry.hide()
            entry.deleteLater()
        self._shapes = shapes
        field = self.items.field
        self.entries = [Entry(self._words, field, index, self._lister, self._remove) for index in range(len(shapes))]
        for place, entry in enumerate(self.entries, 1):
            self._column.insertWidget(place, entry)
            if entry.index in unfolded:
                entry.open()

    def _add(self, does: Callable[[], object]) -> None:
        """The new item unfolded, ready to be written."""
        before = len(self.items.shown())
        does()
        self._reason.hide()
        self.refresh()
        if len(self.entries) > before:
            self.entries[-1].open(with_keys=True)

    def _remove(self, index: int) -> None:
        shown = self.items.shown()
        reason = self._lister.keeps(shown[index]) if index < len(shown) else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        if reason or index >= len(shown):
            return
        others = [entry.index for entry in self.entries if entry.is_open and entry.index != index]
        self._unfolded = [other - (other > index) for other in others]
        self.items.remove(index)
        self.refresh()
        after = self.entries[min(index, len(self.entries) - 1)].line if self.entries else self.buttons[0]
        after.setFocus(Qt.FocusReason.OtherFocusReason)
