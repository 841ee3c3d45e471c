"""The outlines of thousands of selected boxes as one path that is made once and painted in one go."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from editor.canvas.camera import Camera
from editor.model.document import Document

FILL_BELOW = 0.12
"""Where a box is but a few pixels high its outline is lighter: it would hide the box."""
TINT = 0.55


class Outlines:
    """Kept until other boxes are selected or `forget` says that some stand elsewhere."""

    def __init__(self) -> None:
        self._ids: frozenset[str] = frozenset()
        self._path: QPainterPath | None = None

    def forget(self) -> None:
        self._path = None

    def paint(self, painter: QPainter, camera: Camera, document: Document, ids: frozenset[str], color: QColor) -> None:
        if self._path is None or ids is not self._ids:
            self._ids, self._path = ids, _path_of(document, ids)
        pen = QPen(color, 1.0)
        pen.setCosmetic(True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.translate(-camera.left, -camera.top)
        painter.scale(camera.scale, camera.scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if camera.scale < FILL_BELOW:
            color.setAlphaF(TINT)
            pen.setColor(color)
            painter.setPen(pen)
        painter.drawPath(self._path)
        painter.restore()


def _path_of(document: Document, ids: frozenset[str]) -> QPainterPath:
    path = QPainterPath()
    for id in ids:
        node = document.nodes.get(id)
        if node is not None and node.box is not None:
            path.addRect(QRectF(*node.box))
    return path
