"""Many boxes on their way: one picture of them that is moved, and the lines between them and what stands still."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from editor.canvas.camera import Camera
from editor.canvas.scene import Scene
from editor.geometry import Point, Rect, bounds_of, bounds_of_points
from editor.model.document import Document
from editor.model.records import Edge
from editor.render.painter import paint_shapes
from editor.tools.lifted import Lifted

MARGIN_PX = 400
"""How much more than what is in sight the picture holds, so that it is seldom made anew on the way."""


MOST_CAREFUL = 100
"""Lines at lifted boxes that are drawn as they will be; of more only their corners are joined on the way."""
Sides = tuple[float, float, float, float]
"""Left, top, right and bottom."""
ANYWHERE: Sides = (-math.inf, -math.inf, math.inf, math.inf)


class Lifting:
    """While boxes are lifted they are left out of the scene's own picture, and painted over it at every frame."""

    def __init__(self, document: Document, camera: Camera) -> None:
        self._document, self._camera = document, camera
        self._scene: Scene | None = None
        self._nodes: frozenset[str] = frozenset()
        self._lines: dict[str, tuple[Sides, Sides]] = {}
        """Those of which one end is lifted: what stands still, and what moves."""
        self._picture: QPixmap | None = None
        self._held = QRect()
        """What the picture holds, in pixels from the drawing's origin."""
        self._scale = 0.0

    def follow(self, scene: Scene, lifted: Lifted | None) -> list[Rect]:
        """Take out of the scene's picture what has been lifted now, and put back what no longer is.

        Returns the areas that look different by it.
        """
        nodes = frozenset[str]() if lifted is None else lifted.nodes
        if (scene is self._scene and nodes is self._nodes) or not (nodes or self._nodes):
            return []
        changed = self._scene.put_down() if self._scene is not None and self._nodes else []
        self._scene, self._nodes, self._picture = scene, nodes, None
        if not nodes:
            self._lines = {}
            return changed
        edges, edges_at = self._document.edges, self._document.indexes.edges_at
        lines = {id for node in nodes for id in edges_at(node)}
        whole = {id for id in lines if edges[id].source in nodes and edges[id].target in nodes}
        self._lines = {id: self._sides(edges[id]) for id in lines - whole if scene.shows(id)}
        return changed + scene.lift([*nodes, *whole], self._lines)

    def paint(self, painter: QPainter, lifted: Lifted, view: Rect, ratio: float, line: str) -> None:
        """`line`: the colour of lines of which only the corners are joined."""
        if self._scene is None:
            return
        camera = self._camera
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-camera.left, -camera.top)
        painter.scale(camera.scale, camera.scale)
        ids = self._in_sight(camera.rect_to_drawing(view), lifted)
        if len(ids) <= MOST_CAREFUL:
            for id in ids:
                paint_shapes(self._scene.carried(id, lifted), painter)
        else:
            _paint_roughly(painter, (self._scene.carried_roughly(id, lifted) for id in ids), line)
        painter.restore()
        self._paint_picture(painter, lifted, view, ratio)

    def _in_sight(self, area: Rect, lifted: Lifted) -> list[str]:
        """The lines that may be in an area. Plain numbers: there may be thousands at every frame."""
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        dx, dy = lifted.dx, lifted.dy
        return [
            id
            for id, ((west, north, east, south), (x, y, to_x, to_y)) in self._lines.items()
            if not (
                (west > right and x + dx > right)
                or (north > bottom and y + dy > bottom)
                or (east < left and to_x + dx < left)
                or (south < top and to_y + dy < top)
            )
        ]

    def _sides(self, edge: Edge) -> tuple[Sides, Sides]:
        """What is seen of an end that is hidden is somewhere else, so such a line may be anywhere."""
        ends = [self._document.nodes[id] for id in (edge.source, edge.target)]
        if not all(self._scene is not None and self._scene.shows(end.id) for end in ends):
            return ANYWHERE, ANYWHERE
        still = [end.box for end in ends if end.box is not None and end.id not in self._nodes]
        moving = [end.box for end in ends if end.box is not None and end.id in self._nodes]
        bends = bounds_of_points(edge.bends)
        return _sides_of([*still, *([bends] if bends else [])]), _sides_of([*moving, *([bends] if bends else [])])

    def _paint_picture(self, painter: QPainter, lifted: Lifted, view: Rect, ratio: float) -> None:
        """To whole pixels, as letters would tremble otherwise."""
        camera = self._camera
        shift = QPoint(round(lifted.dx * camera.scale) - camera.left, round(lifted.dy * camera.scale) - camera.top)
        seen = QRect(0, 0, math.ceil(view.width), math.ceil(view.height)).translated(-shift)
        is_held = self._held.contains(seen) and self._scale == camera.scale
        if self._picture is None or not is_held or self._picture.devicePixelRatioF() != ratio:
            self._held, self._scale = seen.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX), camera.scale
            self._picture = self._made(ratio)
        painter.drawPixmap(self._held.topLeft() + shift, self._picture)

    def _made(self, ratio: float) -> QPixmap:
        assert self._scene is not None
        held, scale = self._held, self._scale
        picture = QPixmap(QSize(math.ceil(held.width() * ratio), math.ceil(held.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(-held.topLeft())
        painter.scale(scale, scale)
        area = Rect(held.x() / scale, held.y() / scale, held.width() / scale, held.height() / scale)
        self._scene.paint_lifted(painter, area, scale)
        painter.end()
        return picture


def _sides_of(areas: Iterable[Rect]) -> Sides:
    around = bounds_of(areas)
    return ANYWHERE if around is None else (around.x, around.y, around.right, around.bottom)


def _paint_roughly(painter: QPainter, lines: Iterable[tuple[Point, ...]], color: str) -> None:
    pen = QPen(QColor(color), 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for line in lines:
        painter.drawPolyline([QPointF(*point) for point in line])
