"""Fields of the inspector: each reads a value from the document and writes what is typed or chosen back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.parts import label
from editor.ui.look.searched_choice import SearchedChoice
from editor.ui.look.typeface import typeface

PADDING_PX = 24
Reads = Callable[[], str | None]
"""The value as text, "" where it is absent; None where several records differ."""
Writes = Callable[[str], object]


class Field(QWidget):
    """One value as text; "" is an absent one. `mixed` is what stands there where records differ.

    Below it there may be a note: how the value is understood, or what is wrong with it.
    """

    mixed = ""

    def __init__(self, name: str, reads: Reads, writes: Writes) -> None:
        super().__init__()
        self._reads = reads
        self._writes = writes
        self._refreshing = False
        self._layout = QHBoxLayout()
        self._layout.setSpacing(6)
        self._name = name
        self._held: QWidget | None = None
        self._note, self._trouble = label("", "secondary"), label("", "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._layout)
        for made in (self._note, self._trouble):
            made.hide()
            column.addWidget(made)

    def refresh(self) -> None:
        """Show what the document says now."""
        self._refreshing = True
        self._show(self._reads())
        self._refreshing = False

    def forget(self) -> None:
        """What waits in it, not understood, is done with: it will show another record."""
        self.tell("")

    @property
    def note(self) -> str:
        """What is said below the value, if anything."""
        return self._trouble.text() or self._note.text()

    def tell(self, note: str, is_trouble: bool = False) -> None:
        """Say something below the value, or nothing; a screen reader says it with the field."""
        for made, text in ((self._note, "" if is_trouble else note), (self._trouble, note if is_trouble else "")):
            made.setText(text)
            made.setVisible(bool(text))
        if self._held is not None:
            self._held.setAccessibleDescription(note)

    def _hold(self, widget: QWidget) -> None:
        widget.setAccessibleName(self._name)
        self._held = widget
        self._layout.addWidget(widget, 1)
        self.setFocusProxy(widget)

    def _show(self, value: str | None) -> None:
        raise NotImplementedError

    def _write(self, value: str) -> None:
        if not self._refreshing and value != self._reads():
            self._writes(value)


class TextField(Field):
    """A line, or several where the text has several or may have."""

    def __init__(self, name: str, reads: Reads, writes: Writes, hint: str = "", lines: int = 1) -> None:
        super().__init__(name, reads, writes)
        self.edit: QLineEdit | QPlainTextEdit
        if lines > 1:
            self.edit = QPlainTextEdit()
            self.edit.setTabChangesFocus(True)
            self.edit.setFont(typeface())
            self.edit.setFixedHeight(PADDING_PX + self.edit.fontMetrics().lineSpacing() * lines)
            self.edit.textChanged.connect(self._typed)
        else:
            self.edit = QLineEdit()
            self.edit.textEdited.connect(self._typed)
        self._hint = hint
        self._hold(self.edit)

    def text(self) -> str:
        return self.edit.toPlainText() if isinstance(self.edit, QPlainTextEdit) else self.edit.text()

    def _typed(self) -> None:
        self._write(self.text())

    def _show(self, value: str | None) -> None:
        self.edit.setPlaceholderText(self.mixed if value is None else self._hint)
        value = value or ""
        if value == self.text():
            return
        if isinstance(self.edit, QPlainTextEdit):
            self.edit.setPlainText(value)
        else:
            self.edit.setText(value)
            self.edit.setCursorPosition(0)


class ChoiceField(Field):
    """One of several values; one that isn't offered is shown as it is."""

    def __init__(self, name: str, reads: Reads, writes: Writes, offered: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, reads, writes)
        self.combo = SearchedChoice()
        self.combo.setSizeAdjustPolicy(SearchedChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        for value, text in offered:
            self.combo.addItem(text, value)
        self._offered = self.combo.count()
        self.combo.activated.connect(self._chosen)
        self.combo.installEventFilter(self)
        self._hold(self.combo)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the pane; it never changes what is chosen on its way."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _chosen(self, index: int) -> None:
        self._write(str(self.combo.itemData(index)))

    def _show(self, value: str | None) -> None:
        self.combo.setPlaceholderText(self.mixed)
        while self.combo.count() > self._offered:  # what another record said that isn't offered
            self.combo.removeItem(self.combo.count() - 1)
        index = -1 if value is None else self.combo.findData(value)
        if index < 0 and value is not None:
            self.combo.addItem(value, value)
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(index)


class ColorField(Field):
    """A colour `#rrggbb`, with a way back to the one the kind gives."""

    def __init__(self, name: str, reads: Reads, writes: Writes, words: tuple[str, str]) -> None:
        super().__init__(name, reads, writes)
        self._unset, back = words
        self.button = QPushButton()
        self.button.setIconSize(QSize(18, 18))
        self.button.clicked.connect(self._ask)
        self._hold(self.button)
        self._back = QPushButton(back)
        self._back.setProperty("role", "link")
        self._back.clicked.connect(lambda: self._write(""))
        self._layout.addWidget(self._back)

    def choose(self, color: str) -> None:
        self._write(color)

    def _ask(self) -> None:
        now = self._reads() or ""
        start = QColor(now[:7]) if now.startswith("#") else QColor("#eaf4f5")
        color = QColorDialog.getColor(start, self, self._name)
        if color.isValid():
            self.choose(color.name())

    def _show(self, value: str | None) -> None:
        is_color = value is not None and value.startswith("#")
        self.button.setText(self.mixed if value is None else value or self._unset)
        self.button.setIcon(_swatch(value[:7]) if value is not None and is_color else QIcon())
        self._back.setVisible(value is None or bool(value))


def _swatch(color: str) -> QIcon:
    picture = QPixmap(18, 18)
    picture.fill(QColor(color) if QColor(color).isValid() else Qt.GlobalColor.transparent)
    return QIcon(picture)
