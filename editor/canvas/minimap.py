"""The whole drawing in a corner, with a frame around what is in sight."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from editor.canvas.colors import CanvasColors
from editor.geometry import Point, Rect

SIZE = QSize(168, 112)
MARGIN_PX = 6.0
REFRESH_MS = 250
RADIUS_PX = 6.0


class Overview(Protocol):
    """What a minimap is told by the canvas it belongs to."""

    def content(self) -> Rect | None: ...

    def visible_area(self) -> Rect: ...

    @property
    def colors(self) -> CanvasColors: ...

    def render_area(self, painter: QPainter, area: Rect, scale: float) -> None: ...


class Minimap(QWidget):
    """Click or drag in it to move the view; `moved` gives the point (in the drawing) to be in the middle."""

    moved = Signal(object)

    def __init__(self, canvas: Overview) -> None:
        super().__init__(canvas if isinstance(canvas, QWidget) else None)
        self._canvas = canvas
        self._picture: QPixmap | None = None
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._render_again)

    def refresh(self) -> None:
        """The drawing has changed; show that soon."""
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._canvas.colors.paper_edge), 1.0))
        painter.setBrush(QColor(self._canvas.colors.ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        area = self._canvas.content()
        if area is None:
            return
        if self._picture is None:
            self._picture = self._rendered(area)
        painter.drawPixmap(self._target(area), self._picture, QRectF(self._picture.rect()))
        self._paint_frame(painter, area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, event: QMouseEvent) -> None:
        area = self._canvas.content()
        if area is None:
            return
        target, scale = self._target(area), self._scale(area)
        x = area.x + (event.position().x() - target.x()) / scale
        y = area.y + (event.position().y() - target.y()) / scale
        self.moved.emit(Point(x, y))

    def _paint_frame(self, painter: QPainter, area: Rect) -> None:
        seen, scale, target = self._canvas.visible_area(), self._scale(area), self._target(area)
        frame = QRectF(
            target.x() + (seen.x - area.x) * scale,
            target.y() + (seen.y - area.y) * scale,
            seen.width * scale,
            seen.height * scale,
        )
        painter.setPen(QPen(QColor(self._canvas.colors.accent), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame & QRectF(self.rect()).adjusted(2, 2, -2, -2), 2, 2)

    def _render_again(self) -> None:
        self._picture = None
        self.update()

    def _rendered(self, area: Rect) -> QPixmap:
        ratio, scale = self.devicePixelRatioF(), self._scale(area)
        size = QSize(max(1, round(area.width * scale * ratio)), max(1, round(area.height * scale * ratio)))
        picture = QPixmap(size)
        picture.fill(QColor(self._canvas.colors.ground))
        painter = QPainter(picture)
        painter.scale(scale * ratio, scale * ratio)
        painter.translate(-area.x, -area.y)
        self._canvas.render_area(painter, area, scale)
        painter.end()
        return picture

    def _scale(self, area: Rect) -> float:
        room_x, room_y = self.width() - 2 * MARGIN_PX, self.height() - 2 * MARGIN_PX
        return min(room_x / max(area.width, 1.0), room_y / max(area.height, 1.0))

    def _target(self, area: Rect) -> QRectF:
        scale = self._scale(area)
        width, height = area.width * scale, area.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
