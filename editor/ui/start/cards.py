"""The cards of the start page: a sample as a large picture, a recent file as a small one beside its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.look.parts import Card, label

PICTURE = QSize(296, 176)
SMALL = QSize(240, 132)
"""The size in which the picture of a recent file is kept."""
THUMB = QSize(80, 52)
RADIUS_PX = 9.0


class Picture(QWidget):
    """A picture with rounded corners; those below are square where a text follows in the same frame."""

    def __init__(self, size: QSize, picture: QPixmap, square_below: bool) -> None:
        super().__init__()
        self.setFixedSize(size)
        self._picture = picture
        self._extra = RADIUS_PX if square_below else 0.0

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._cut())
        painter.end()

    def _cut(self) -> QPixmap:
        """The picture cut to shape: cutting through a mask leaves smooth corners, a clip wouldn't."""
        ratio = self.devicePixelRatioF()
        cut = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        cut.setDevicePixelRatio(ratio)
        cut.fill(Qt.GlobalColor.transparent)
        painter = QPainter(cut)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        area = QRectF(self.rect())
        shape.addRoundedRect(area.adjusted(0, 0, 0, self._extra), RADIUS_PX, RADIUS_PX)
        painter.fillPath(shape, Qt.GlobalColor.white)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        painter.end()
        return cut


class CutLabel(QLabel):
    """One line that ends with an ellipsis where there is no room; the tooltip has it all."""

    def __init__(self, text: str, role: str) -> None:
        made = label("", role)
        super().__init__()
        self.setProperty("role", role)
        self.setFont(made.font())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = text
        self.setText(text)
        self.setToolTip(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))


class PictureCard(Card):
    """A large picture with a title and a line about it."""

    def __init__(self, title: str, about: str, picture: QPixmap) -> None:
        super().__init__(f"{title}. {about}")
        self.setFixedWidth(PICTURE.width() + 2)
        self.picture = Picture(PICTURE, picture, square_below=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(2)
        layout.addWidget(self.picture)
        for text, role in ((title, "heading"), (about, "secondary")):
            words = label(text, role)
            words.setContentsMargins(12, 4, 12, 0)
            layout.addWidget(words)
        layout.addStretch(1)


class FileCard(Card):
    """A small picture, a file's name and its folder."""

    def __init__(self, title: str, about: str, picture: QPixmap) -> None:
        super().__init__(f"{title}. {about}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(Picture(THUMB, picture, square_below=False))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(CutLabel(title, "heading"))
        words.addWidget(CutLabel(about, "secondary"))
        words.addStretch(1)
        layout.addLayout(words, 1)
