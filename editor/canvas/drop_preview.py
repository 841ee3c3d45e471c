"""Where dragged boxes would land: the box that takes them, the place, and a sentence at the pointer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.canvas.camera import Camera
from editor.canvas.colors import CanvasColors
from editor.tools.drop import Drop

RADIUS_PX = 6.0
GROWN_PX = 4.0
TINT = 0.16
SIGN_OFFSET = QPointF(18.0, 22.0)
SIGN_MARGIN_PX = 9.0
MOST_WORDS_PX = 320


def paint_drop(painter: QPainter, camera: Camera, colors: CanvasColors, drop: Drop) -> None:
    """In viewport pixels, over everything else."""
    accent = QColor(colors.accent)
    if drop.target is not None:
        tint = QColor(accent)
        tint.setAlphaF(TINT)
        painter.setPen(QPen(accent, 3.0))
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(*camera.rect_to_view(drop.target).grown(GROWN_PX)), RADIUS_PX, RADIUS_PX)
    if drop.landing is not None:
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*camera.rect_to_view(drop.landing)), RADIUS_PX, RADIUS_PX)
    _paint_sign(painter, QPointF(*camera.to_view(drop.at)) + SIGN_OFFSET, drop.words, colors)


def _paint_sign(painter: QPainter, corner: QPointF, words: str, colors: CanvasColors) -> None:
    metrics = painter.fontMetrics()
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, MOST_WORDS_PX)
    width = metrics.horizontalAdvance(text) + 2 * SIGN_MARGIN_PX
    sign = QRectF(corner.x(), corner.y(), width, metrics.height() + SIGN_MARGIN_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent))
    painter.drawRoundedRect(sign, RADIUS_PX, RADIUS_PX)
    painter.setPen(QColor(colors.handle))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, text)
