"""Small widgets and layouts that every pane and dialog is put together from."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from editor.ui.look.appearance import Appearance
from editor.ui.look.typeface import typeface_for

Words = Callable[[], str]
"""Gives a text in the language shown when it is asked."""

FACT_PADDING_PX = 24


def label(text: str, role: str = "", wraps: bool = True) -> QLabel:
    """A text in one of the style sheet's roles: title, display, heading, field, secondary, warning, fact."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setFont(typeface_for(role))
    made.setWordWrap(wraps)
    made.setIndent(0)
    return made


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; None is a gap that takes up what is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def button(text: str, does: Callable[[], object], role: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setFont(typeface_for(role))
    made.clicked.connect(does)
    return made


class FactButton(QPushButton):
    """A button as wide as there is room for, its text cut with an ellipsis; the tooltip has it all."""

    def __init__(self, text: str, does: Callable[[], object]) -> None:
        super().__init__(text)
        self._whole = text
        self.setProperty("role", "fact")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(does)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - FACT_PADDING_PX
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


class Card(QFrame):
    """A frame that can be clicked, or chosen with Enter or space."""

    clicked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class NoticeBar(QFrame):
    """A quiet line above the chart: what the user should know, what can be done about it, and a way to close it."""

    def __init__(self, appearance: Appearance, closing: Words) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._appearance = appearance
        self._closing = closing
        self._says: tuple[Words, Words] = (str, str)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 10, 8)
        self._layout.setSpacing(10)
        self._text = label("")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QPushButton()
        self._act.setProperty("role", "link")
        self._act.setFont(typeface_for("link"))
        self._act.clicked.connect(self._run)
        self._does: Callable[[], object] | None = None
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._act)
        self._layout.addWidget(self._close)
        self.retell()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, text: Words, act: Words | None = None, does: Callable[[], object] | None = None) -> None:
        """Show a text, with a button where something can be done."""
        self._says = text, act or str
        self._does = does
        self.retell()
        self._act.setVisible(act is not None)
        self.show()

    def retell(self) -> None:
        """After a change of language or colours."""
        text, act = self._says
        self._text.setText(text())
        self._act.setText(act())
        self._close.setIcon(self._appearance.icon("x"))
        self._close.setAccessibleName(self._closing())
        self._close.setToolTip(self._closing())

    def _run(self) -> None:
        self.hide()
        if self._does is not None:
            self._does()
