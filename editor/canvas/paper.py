"""The ground of the canvas: the neutral surface, the page on it, and what is printed on the page beside the chart."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.canvas.colors import CanvasColors
from editor.canvas.scene import Batches
from editor.drawing.shapes import Block
from editor.geometry import Rect


class Paper:
    """Paints ground and page below the chart. `update` takes another page and says whether it looks different."""

    def __init__(self, new_batches: Callable[[], Batches], colors: CanvasColors) -> None:
        self._new_batches = new_batches
        self._batches = new_batches()
        self._key: object = None
        self.colors = colors
        self.visible = True
        self.area: Rect | None = None

    def update(self, area: Rect | None, blocks: tuple[Block, ...]) -> bool:
        key = area, blocks
        if key == self._key:
            return False
        self._key = key
        self.area = area
        self._batches = self._new_batches()
        for height, block in enumerate(blocks):
            self._batches.set_block(f"paper {height}", block, height)
        return True

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None:
        if not self.visible:
            painter.fillRect(QRectF(*area.grown(1 / scale)), QColor(self.colors.paper))
            return
        painter.fillRect(QRectF(*area.grown(1 / scale)), QColor(self.colors.ground))
        if self.area is None or not self.area.touches(area):
            return
        edge = QPen(QColor(self.colors.paper_edge), 1.0)
        edge.setCosmetic(True)
        painter.setPen(edge if scale > 0.05 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colors.paper))
        painter.drawRect(QRectF(*self.area))
        self._batches.paint(painter, area, scale)
