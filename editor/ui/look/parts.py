"""Small widgets and layouts that every pane and dialog is put together from."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from editor.ui.look.appearance import Appearance
from editor.ui.look.typeface import scaled, typeface_for

Words = Callable[[], str]
"""Gives a text in the language shown when it is asked."""
Does = Callable[[], object]

Number = TypeVar("Number", bound=QAbstractSpinBox)

FACT_PADDING_PX = 24
NUMBER_MARGIN_PX = 7
NOTICE_TEXT_PX, NOTICE_BESIDE_PX = 360, 46
"""How wide the text of a notice is at least beside its buttons, and what margins and gaps take."""


def label(text: str, role: str = "", wraps: bool = True) -> QLabel:
    """A text in one of the style sheet's roles: title, display, heading, field, secondary, warning, fact."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setFont(typeface_for(role))
    made.setWordWrap(wraps)
    made.setIndent(0)
    return made


class OneLine(QLabel):
    """A text of one line that ends in an ellipsis where there is no room for it; the tooltip has it all."""

    def __init__(self, role: str = "", least_px: int = 40) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setFont(typeface_for(role))
        self.setMinimumWidth(least_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


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


def roomy(number: Number) -> Number:
    """A number field whose text stands clear of its border: style sheets give it no padding where arrows are own."""
    number.lineEdit().setTextMargins(NUMBER_MARGIN_PX, 0, 0, 0)
    return number


def as_high_as_needed(dialog: QDialog) -> None:
    """Make a dialog as high as its broken lines ask for at its width, which a layout's own hint leaves out."""
    dialog.ensurePolished()
    dialog.adjustSize()
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))


class FactButton(QPushButton):
    """A button as wide as there is room for, its text cut with an ellipsis; the tooltip has it all."""

    def __init__(self, text: str, does: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "fact")
        self.tell(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(does)

    def tell(self, text: str) -> None:
        """Say something else."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any button, but for the text that has no room."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - FACT_PADDING_PX
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


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
        self._says: Words = str
        self._acts: list[tuple[QPushButton, Words]] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 10, 8)
        self._layout.setSpacing(10)
        self._text = label("")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(10)
        self._body.addWidget(self._text, 1)
        self._body.addLayout(self._row)
        self._layout.addLayout(self._body, 1)
        self._layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.retell()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def buttons(self) -> list[QPushButton]:
        return [made for made, _ in self._acts]

    def tell(self, text: Words, *acts: tuple[Words, Does]) -> None:
        """Show a text, with a button for each thing that can be done."""
        for made, _ in self._acts:
            made.hide()
            made.deleteLater()
        self._says = text
        self._acts = [(self._made(does), words) for words, does in acts]
        self.retell()
        self.show()

    def add(self, text: Words, *acts: tuple[Words, Does]) -> None:
        """The same, after what it says already and nobody has closed."""
        before = self._says
        self.tell(text if self.isHidden() else lambda: f"{before()} {text()}", *acts)

    def retell(self) -> None:
        """After a change of language or colours."""
        self._text.setText(self._says())
        for made, words in self._acts:
            made.setText(words())
        self._close.setIcon(self._appearance.icon("x"))
        self._close.setAccessibleName(self._closing())
        self._close.setToolTip(self._closing())
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done stands below a text that has too little room beside it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        said = self._text.fontMetrics().horizontalAdvance(self._text.text())
        beside = self._close.sizeHint().width() + self._row.sizeHint().width() + NOTICE_BESIDE_PX
        is_tight = bool(self._acts) and self.width() - beside < min(said, scaled(NOTICE_TEXT_PX))
        way = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        if way != self._body.direction():
            self._body.setDirection(way)
            self._body.setSpacing(2 if is_tight else 10)

    def _made(self, does: Does) -> QPushButton:
        def run() -> None:
            self.hide()
            does()

        made = button("", run, "link")
        self._row.addWidget(made)
        return made
