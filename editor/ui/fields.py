"""Fields of the inspector: each reads a value from the document and writes what is typed or chosen back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

Reads = Callable[[], str]
Writes = Callable[[str], object]


class Field(QWidget):
    """One value as text; "" is an absent one."""

    def __init__(self, name: str, reads: Reads, writes: Writes) -> None:
        super().__init__()
        self._reads = reads
        self._writes = writes
        self._refreshing = False
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._name = name

    def refresh(self) -> None:
        """Show what the document says now."""
        self._refreshing = True
        self._show(self._reads())
        self._refreshing = False

    def _hold(self, widget: QWidget) -> None:
        widget.setAccessibleName(self._name)
        self._layout.addWidget(widget, 1)
        self.setFocusProxy(widget)

    def _show(self, value: str) -> None:
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
            self.edit.setFixedHeight(22 + 19 * lines)
            self.edit.textChanged.connect(self._typed)
        else:
            self.edit = QLineEdit()
            self.edit.textEdited.connect(self._typed)
        self.edit.setPlaceholderText(hint)
        self._hold(self.edit)

    def text(self) -> str:
        return self.edit.toPlainText() if isinstance(self.edit, QPlainTextEdit) else self.edit.text()

    def _typed(self) -> None:
        self._write(self.text())

    def _show(self, value: str) -> None:
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
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        for value, text in offered:
            self.combo.addItem(text, value)
        self.combo.activated.connect(self._chosen)
        self._hold(self.combo)

    def _chosen(self, index: int) -> None:
        self._write(str(self.combo.itemData(index)))

    def _show(self, value: str) -> None:
        index = self.combo.findData(value)
        if index < 0:
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
        start = QColor(self._reads()[:7]) if self._reads().startswith("#") else QColor("#eaf4f5")
        color = QColorDialog.getColor(start, self, self._name)
        if color.isValid():
            self.choose(color.name())

    def _show(self, value: str) -> None:
        is_color = value.startswith("#")
        self.button.setText(value or self._unset)
        self.button.setIcon(_swatch(value[:7]) if is_color else QIcon())
        self._back.setVisible(bool(value))


def _swatch(color: str) -> QIcon:
    picture = QPixmap(18, 18)
    picture.fill(QColor(color) if QColor(color).isValid() else Qt.GlobalColor.transparent)
    return QIcon(picture)
