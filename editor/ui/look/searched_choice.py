"""A choice that is found by typing any word of it, not only the beginning, and words with blanks between them."""

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SearchedChoice(QComboBox):
    """Letters that follow each other quickly are one search; a blank among them belongs to it, a first one opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._typed_at = 0.0

    def event(self, event: QEvent) -> bool:
        """Letters are for the search, not for the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins anew, however quickly: the field may be that of another box by now."""
        self._typed = ""
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = time.monotonic()
        if now - self._typed_at > QApplication.keyboardInputInterval() / 1000 * 2:
            self._typed = ""
        if not _is_letter(event) or not (self._typed + event.text()).strip():
            super().keyPressEvent(event)
            return
        self._typed, self._typed_at = self._typed + event.text(), now
        index = self._found()
        if index is not None and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.activated.emit(index)

    def _found(self) -> int | None:
        """The first that begins so, else the first with a word that does; the next one for the same letter again."""
        typed = self._typed.casefold()
        rows = [row for row in range(self.count()) if self._can_be_chosen(row)]
        if len(set(typed)) == 1 and len(typed) > 1:
            after = [row for row in rows if row > self.currentIndex()]
            rows, typed = [*after, *rows], typed[0]
        for begins in (typed, f" {typed}"):
            for row in rows:
                text = self.itemText(row).casefold()
                if text.startswith(begins) or (begins != typed and begins in text):
                    return row
        return None

    def _can_be_chosen(self, row: int) -> bool:
        flags = self.model().flags(self.model().index(row, self.modelColumn(), self.rootModelIndex()))
        return bool(flags & Qt.ItemFlag.ItemIsEnabled) and bool(self.itemText(row))


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & COMMANDS
