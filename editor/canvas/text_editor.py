"""Writing a name where it stands."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.canvas.colors import CanvasColors


class TextEditor(QPlainTextEdit):
    """A field over a box. Enter, Escape and leaving it end the text and keep it; Shift+Enter is a new line.

    `goes_on`: Tab ended it, which asks for a box below this one.
    """

    finished = Signal(object)
    """The text, or None where it was given up. Sent once."""

    def __init__(self, text: str, name: str, colors: CanvasColors, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = False
        self.goes_on = False
        self.setPlainText(text)
        self.selectAll()
        if len(text) == 1:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colors.paper}; color: {colors.text};"
            f" border: 2px solid {colors.accent}; border-radius: 5px; }}"
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def end(self, keep: bool) -> None:
        if not self._over:
            self._over = True
            self.finished.emit(self.toPlainText().strip() if keep else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _shifted(event)
        if ends or event.key() == Qt.Key.Key_Escape:
            self.end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab keeps the text and goes on with a new box under this one; backwards it only leaves.

        A field that is hidden asks for this too, to give its focus away.
        """
        if not next or self._over:
            return super().focusNextPrevChild(next)
        self.goes_on = True
        self.end(keep=True)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep single keys from the window's shortcuts: Delete and letters are text here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.end(keep=True)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
