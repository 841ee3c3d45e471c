"""The one dialog for questions and messages: an icon, a headline, a reason, a next step, and buttons that say what."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look import icons
from editor.ui.look.parts import button, label, row
from editor.ui.look.style import DARK, LIGHT, Colors
from editor.ui.look.typeface import scaled

TEXT_PX = 400
DETAILS_WIDTH_PX = 560
DETAILS_PX = 180
DETAILS_TEXT_PX = 13
ICON_PX = 30
DARK_BELOW = 128
BREAK_AFTER = "/\\"


class Message(QDialog):
    """`ask` shows it and gives the answer of the button that was pressed, or `otherwise` when it was just closed."""

    def __init__(self, parent: QWidget | None, headline: str, paragraphs: tuple[str, ...], icon: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ledgraf")
        self.headline = headline
        self.paragraphs = tuple(text for text in paragraphs if text)
        self._answer: object = None
        self._buttons: list[QPushButton] = []
        self._aside: list[QPushButton] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._add_text(label(headline, "title"))
        for text in self.paragraphs:
            words = label(_breakable(text))
            self._add_text(words)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._top = QHBoxLayout()
        self._top.setSpacing(16)
        self._top.addWidget(_picture(icon, self.colors), 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._column)
        self._top.addStretch(1)  # where the answers are wider than the text

    @property
    def colors(self) -> Colors:
        return DARK if self.palette().window().color().lightness() < DARK_BELOW else LIGHT

    @property
    def text(self) -> str:
        """All of it, as it is copied."""
        return "\n".join((self.headline, *self.paragraphs))

    def add_answer(self, text: str, answer: object, is_default: bool = False) -> None:
        """A button; the default one stands last and is what Enter presses."""

        def give() -> None:
            self._answer = answer
            self.accept()

        made = button(text, give, "primary" if is_default else "")
        made.setDefault(is_default)
        made.setAutoDefault(is_default)
        self._buttons.append(made)

    def add_copy(self, text: str) -> None:
        """A button that copies all of it."""
        made = button(text, lambda: QApplication.clipboard().setText(self.text), "link")
        made.setAutoDefault(False)
        self._aside.append(made)

    def add_details(self, details: str, name: str) -> None:
        """Text for whoever mends it: shown in a field of its own and copied with the rest."""
        field = QPlainTextEdit(details)
        field.setReadOnly(True)
        field.setAccessibleName(name)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(scaled(DETAILS_TEXT_PX))
        field.setFont(fixed)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setFixedHeight(scaled(DETAILS_PX))
        self.paragraphs = (*self.paragraphs, details)
        self._column.addWidget(label(name, "field"))
        self._column.addWidget(field)
        field.setFixedWidth(scaled(DETAILS_WIDTH_PX))

    def _add_text(self, words: QLabel) -> None:
        """Its width is fixed, so that its height is what it needs and no more."""
        words.setFixedWidth(scaled(TEXT_PX))
        self._column.addWidget(words)

    def ask(self, otherwise: object = None) -> object:
        self._answer = otherwise
        self._finish()
        self.exec()
        self.deleteLater()
        return self._answer

    def _finish(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 22, 24, 20)
        outer.setSpacing(22)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        outer.addLayout(self._top)
        outer.addLayout(row(*self._aside, None, *self._buttons))
        for made in self._buttons:
            if made.isDefault():
                made.setFocus()


def _picture(icon: str, colors: Colors) -> QLabel:
    picture = QLabel()
    color = colors.warning if icon.startswith("warning") else colors.accent
    picture.setPixmap(icons.icon(icon, color, color, colors.disabled).pixmap(QSize(ICON_PX, ICON_PX)))
    picture.setAccessibleName("")
    return picture


def _breakable(text: str) -> str:
    """Paths may be broken after each folder."""
    for mark in BREAK_AFTER:
        text = text.replace(mark, f"{mark}\u200b")
    return text
