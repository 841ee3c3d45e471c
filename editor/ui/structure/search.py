"""The field above the outline: what is typed narrows its rows."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

QUIET_MS = 120
"""How long nothing must be typed before the rows follow."""


class RowSearch(QLineEdit):
    """`sought` carries what is typed once it is quiet; `left` says that the keys are to go on to the rows."""

    sought = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.tell)
        self.textChanged.connect(lambda _: self._quiet.start())

    def tell(self) -> None:
        """Have the rows follow now."""
        self._quiet.stop()
        self.sought.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go to the rows found; Escape shows all rows again, and goes to them where it does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.tell()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            had_text = bool(self.text())
            self.clear()
            self.tell()
            if not had_text:
                self.left.emit()
        else:
            super().keyPressEvent(event)
