"""What an empty chart says: what it is, and what to do next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings

ICON_PX = 40
WIDTH_PX = 420


class EmptyState(QWidget):
    """An icon, a headline and a next step, in the middle of the canvas; the pointer goes through it."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._surroundings = surroundings
        self._icon, self._title, self._text = QLabel(), label("", "title"), label("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        self.retell()

    def retell(self) -> None:
        """After a change of language or colours."""
        words = self._surroundings.language
        icon = self._surroundings.appearance.icon("tree-structure@90")
        self._icon.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX)))
        self._title.setText(words("canvas.empty_title"))
        self._text.setText(words("canvas.empty"))

    def place(self, room: QSize, margin: int) -> None:
        """In the middle of a canvas of this size."""
        width = min(WIDTH_PX, room.width() - 2 * margin)
        height = max(0, self.heightForWidth(width))
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
