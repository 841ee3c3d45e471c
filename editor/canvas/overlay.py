"""What the screen adds to the drawing: selection, handles, guides, rubber band. It can't reach an export."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from editor.canvas.camera import Camera
from editor.canvas.colors import CanvasColors
from editor.canvas.difference_marks import DifferenceMarks
from editor.canvas.drop_preview import paint_drop
from editor.canvas.outlines import Outlines
from editor.canvas.spotlight import Spotlight
from editor.geometry import Point, Rect
from editor.model.records import Node
from editor.tools.editor import Editor
from editor.tools.grips import grips_of, selected_line
from editor.tools.handles import HANDLE_PX, handles_of
from editor.tools.resizing import CORNER_PX, corners_of, resizable

OUTLINE_PX = 2.0
GAP_PX = 2.0
"""Between a box and the outline that says it is selected."""
RADIUS_PX = 6.0
STOP_PX = 5.0
MARK_VEIL = 0.28
MARK_LINE_PX = 9.0
MOST_OUTLINES = 400
"""Of more selected boxes, the chart being small, each has a plain outline and its lines none: see `Outlines`."""
FEW = 50
"""So many are looked at one by one sooner than all that is in sight, which may be the whole chart."""
DETAIL_SCALE = 0.35
"""From this scale on few boxes are in sight, however many are selected."""


class Overlay:
    """Paints over the finished picture, in viewport pixels, so that lines are equally thin at every scale."""

    def __init__(self, editor: Editor, camera: Camera, colors: CanvasColors) -> None:
        self._editor = editor
        self._camera = camera
        self.colors = colors
        self._outlines = Outlines()
        self.spotlight = Spotlight(editor, camera)
        self.difference_marks = DifferenceMarks(editor, camera)
        self.marked: frozenset[str] = frozenset()
        """What a search has found."""
        self.has_keys = False
        """Whether the focus came here by a key, so that it has to be seen."""

    def forget(self) -> None:
        """Boxes stand elsewhere now."""
        self._outlines.forget()

    def paint(self, painter: QPainter, view: Rect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.spotlight.paint(painter, view, self.colors)
        self.difference_marks.paint(painter, self.colors.paper)
        self._paint_hover(painter)
        self._paint_marks(painter, view)
        self._paint_chosen(painter, view)
        self._paint_grips(painter)
        self._paint_guides(painter)
        self._paint_line(painter)
        self._paint_rubber_band(painter)
        if self._editor.drop is not None:
            paint_drop(painter, self._camera, self.colors, self._editor.drop)
        if self.has_keys:
            self._paint_ring(painter, view)

    def _paint_ring(self, painter: QPainter, view: Rect) -> None:
        painter.setPen(QPen(QColor(self.colors.accent), OUTLINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(*view.grown(-OUTLINE_PX / 2)))

    def _paint_chosen(self, painter: QPainter, view: Rect) -> None:
        """What is selected, where it is on its way."""
        lifted = self._editor.lifted
        if lifted is not None:
            dx, dy = lifted.dx * self._camera.scale, lifted.dy * self._camera.scale
            view = view.moved(-dx, -dy)
            painter.save()
            painter.translate(round(dx), round(dy))
        self._paint_selection(painter, view)
        self._paint_handles(painter)
        self._paint_corners(painter)
        if lifted is not None:
            painter.restore()

    def _paint_selection(self, painter: QPainter, view: Rect) -> None:
        ids = self._editor.selection.ids
        if len(ids) > MOST_OUTLINES and self._camera.scale < DETAIL_SCALE:
            self._outlines.paint(painter, self._camera, self._editor.document, ids, QColor(self.colors.accent))
            return
        painter.setPen(QPen(QColor(self.colors.accent), OUTLINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._selected_boxes(view):
            outline = self._camera.rect_to_view(box).grown(GAP_PX)
            painter.drawRoundedRect(QRectF(*outline), RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(QColor(self.colors.accent), OUTLINE_PX + 1))
        for line in self._selected_lines(view):
            painter.drawPolyline(QPolygonF([QPointF(*self._camera.to_view(point)) for point in line]))

    def _paint_marks(self, painter: QPainter, view: Rect) -> None:
        """A veil over each box that was found and a broad line along each relation."""
        if not self.marked:
            return
        veil, edge = QColor(self.colors.guide), QColor(self.colors.guide)
        veil.setAlphaF(MARK_VEIL)
        area = self._camera.rect_to_drawing(view)
        document = self._editor.document
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(veil)
        for id in self.marked & document.indexes.boxes.touching(area):
            box = document.nodes[id].box
            if box is not None and self._editor.picture.shows(id):
                painter.drawRoundedRect(QRectF(*self._camera.rect_to_view(box)), RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(veil, MARK_LINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for id in self.marked.intersection(self._editor.picture.edges_touching(area)):
            line = self._editor.line_of(document.edges[id])
            painter.drawPolyline(QPolygonF([QPointF(*self._camera.to_view(point)) for point in line]))

    def _selected_boxes(self, view: Rect) -> Iterable[Rect]:
        document, ids = self._editor.document, self._editor.selection.ids
        area = self._camera.rect_to_drawing(view.grown(OUTLINE_PX + GAP_PX))
        for id in ids & document.indexes.boxes.touching(area) if len(ids) > FEW else ids:
            node = document.nodes.get(id)
            if node is not None and node.box is not None and node.box.touches(area) and self._is_shown(id):
                yield self._with_tab(node, node.box) if node.is_group else node.box

    def _is_shown(self, id: str) -> bool:
        return self._editor.picture.shows(id)

    def _with_tab(self, group: Node, box: Rect) -> Rect:
        """A group with the tab its title stands on: the outline would run through the words."""
        block = self._editor.picture.block(group.id)
        rises = max(0.0, box.y - block.bounds.y) if block is not None else 0.0
        return Rect(box.x, box.y - rises, box.width, box.height + rises)

    def _selected_lines(self, view: Rect) -> Iterable[tuple[Point, ...]]:
        picture, edges = self._editor.picture, self._editor.document.edges
        lines = {id for id in self._editor.selection.ids if id in edges}
        if len(lines) > FEW:
            lines.intersection_update(picture.edges_touching(self._camera.rect_to_drawing(view)))
        for id in lines:
            if picture.shows(id):
                yield self._editor.line_of(edges[id])

    def _paint_hover(self, painter: QPainter) -> None:
        box = self._box(self._editor.hovered)
        if box is None or self._editor.lifted is not None:  # on its way; here is where it stood
            return
        color = QColor(self.colors.accent)
        color.setAlphaF(0.55)
        painter.setPen(QPen(color, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = self._camera.rect_to_view(box).grown(GAP_PX)
        painter.drawRoundedRect(QRectF(*outline), RADIUS_PX, RADIUS_PX)

    def _paint_handles(self, painter: QPainter) -> None:
        owners = {self._editor.handles_at, *self._only_selected()}
        painter.setPen(QPen(QColor(self.colors.accent), OUTLINE_PX))
        painter.setBrush(QColor(self.colors.handle))
        for id in owners:
            box = self._box(id)
            for handle in handles_of(box, self._camera.scale) if box is not None else ():
                painter.drawEllipse(QPointF(*self._camera.to_view(handle)), HANDLE_PX / 2, HANDLE_PX / 2)

    def _paint_grips(self, painter: QPainter) -> None:
        """Of the one selected line: round at the ends, square at the corners, small where a corner can be made."""
        edge = selected_line(self._editor)
        if edge is None or not self._is_shown(edge.id):
            return
        accent = QColor(self.colors.accent)
        for grip in grips_of(self._editor, edge, self._camera.scale):
            at = QPointF(*self._camera.to_view(grip.at))
            painter.setPen(QPen(accent, OUTLINE_PX if grip.what != "middle" else 1.0))
            painter.setBrush(QColor(self.colors.handle))
            if grip.what in ("source", "target"):
                painter.drawEllipse(at, HANDLE_PX / 2, HANDLE_PX / 2)
            else:
                half = HANDLE_PX / 2 - 0.5 if grip.what == "bend" else HANDLE_PX / 4
                painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))

    def _paint_guides(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.colors.guide), 1.0))
        for guide in self._editor.guides:
            start, end = self._camera.to_view(guide.start), self._camera.to_view(guide.end)
            painter.drawLine(QPointF(*start), QPointF(*end))
            if guide.is_gap:
                self._paint_stops(painter, start, end)

    def _paint_stops(self, painter: QPainter, start: Point, end: Point) -> None:
        """Short strokes across the ends of a gap."""
        across, down = (0.0, STOP_PX) if start.y == end.y else (STOP_PX, 0.0)
        for at in (start, end):
            painter.drawLine(QPointF(at.x - across, at.y - down), QPointF(at.x + across, at.y + down))

    def _paint_corners(self, painter: QPainter) -> None:
        """Small squares by which the selected boxes are made larger or smaller."""
        if len(self._editor.selection.ids) > FEW:
            return
        ids = resizable(self._editor)
        painter.setPen(QPen(QColor(self.colors.accent), 1.5))
        painter.setBrush(QColor(self.colors.handle))
        half = CORNER_PX / 2
        for id in ids:
            box = self._box(id)
            shown = box is not None and self._is_shown(id)
            for corner in corners_of(box, self._camera.scale).values() if box is not None and shown else ():
                at = self._camera.to_view(corner)
                painter.drawRect(QRectF(at.x - half, at.y - half, CORNER_PX, CORNER_PX))

    def _paint_line(self, painter: QPainter) -> None:
        if self._editor.line is None:
            return
        start, end = self._editor.line
        painter.setPen(QPen(QColor(self.colors.accent), OUTLINE_PX))
        painter.setBrush(QColor(self.colors.accent))
        painter.drawLine(QPointF(*self._camera.to_view(start)), QPointF(*self._camera.to_view(end)))
        painter.drawEllipse(QPointF(*self._camera.to_view(end)), HANDLE_PX / 3, HANDLE_PX / 3)

    def _paint_rubber_band(self, painter: QPainter) -> None:
        if self._editor.rubber_band is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.colors.accent), 1.0))
        painter.setBrush(QColor(self.colors.band))
        painter.drawRect(QRectF(*self._camera.rect_to_view(self._editor.rubber_band)))

    def _only_selected(self) -> list[str]:
        return self._editor.selected_nodes if len(self._editor.selection) == 1 else []

    def _box(self, id: str | None) -> Rect | None:
        node = self._editor.document.nodes.get(id) if id is not None else None
        return node.box if node is not None else None
