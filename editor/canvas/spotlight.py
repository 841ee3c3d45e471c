"""A few boxes and relations in full light, the rest of the chart dimmed: what an answer rests on."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from editor.canvas.camera import Camera
from editor.canvas.colors import CanvasColors
from editor.drawing.extent import extent
from editor.drawing.shapes import Shape, Text
from editor.geometry import Point, Rect
from editor.tools.editor import Editor

DIM = 0.74
"""How much of the paper's colour lies over what is dimmed."""
LINE_ROOM_PX, BOX_ROOM_PX = 14.0, 4.0
RADIUS_PX = 7.0
OUTLINE_PX = 2.5


class Spotlight:
    """`ids` are in the light; with none there is no dimming. Colour is not all: what is lit has an outline."""

    def __init__(self, editor: Editor, camera: Camera) -> None:
        self._editor = editor
        self._camera = camera
        self.ids: frozenset[str] = frozenset()

    def paint(self, painter: QPainter, view: Rect, colors: CanvasColors) -> None:
        if not self.ids:
            return
        holes, outlines = QPainterPath(), QPainterPath()
        for box in self._boxes():
            seen = QRectF(*self._camera.rect_to_view(box).grown(BOX_ROOM_PX))
            holes.addRoundedRect(seen, RADIUS_PX, RADIUS_PX)
            outlines.addRoundedRect(seen, RADIUS_PX, RADIUS_PX)
        for id in self._lines():
            holes = holes.united(self._around(id))
        everything = QPainterPath()
        everything.addRect(QRectF(*view))
        veil = QColor(colors.paper)
        veil.setAlphaF(DIM)
        painter.fillPath(everything.subtracted(holes), veil)
        painter.setPen(QPen(QColor(colors.guide), OUTLINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outlines)
        painter.setPen(QPen(QColor(colors.guide), OUTLINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for id in self._lines():
            painter.drawPath(self._along(id))

    def _boxes(self) -> Iterable[Rect]:
        nodes = self._editor.document.nodes
        for id in self.ids & nodes.keys():
            box = nodes[id].box
            if box is not None and self._editor.picture.shows(id):
                yield box

    def _lines(self) -> list[str]:
        edges = self._editor.document.edges
        return sorted(id for id in self.ids & edges.keys() if self._editor.picture.shows(id))

    def _along(self, id: str) -> QPainterPath:
        line: tuple[Point, ...] = self._editor.line_of(self._editor.document.edges[id])
        path = QPainterPath()
        for number, point in enumerate(line):
            at = QPointF(*self._camera.to_view(point))
            if number:
                path.lineTo(at)
            else:
                path.moveTo(at)
        return path

    def _around(self, id: str) -> QPainterPath:
        """The room along a line, and of its word where that stands beside it."""
        stroker = QPainterPathStroker()
        stroker.setWidth(LINE_ROOM_PX)
        room = stroker.createStroke(self._along(id))
        block = self._editor.picture.block(id)
        for area in text_areas(block.shapes) if block is not None else ():
            room.addRect(QRectF(*self._camera.rect_to_view(area).grown(BOX_ROOM_PX)))
        return room.simplified()


def text_areas(shapes: Iterable[Shape]) -> list[Rect]:
    """Where the words among some shapes stand."""
    return [extent([shape]) for shape in shapes if isinstance(shape, Text)]
