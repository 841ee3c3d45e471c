"""What is new, gone or changed between two days, marked on the screen as it is in exports: by word and border."""

import itertools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from editor.canvas.camera import Camera
from editor.drawing.differences import DARK, DASHES, LIGHT, OUT_PX, WIDTHS, Difference, Differences, word_of
from editor.geometry import Point, Rect
from editor.tools.editor import Editor

RADIUS_PX, PADDING_PX = 7.0, 5.0
SMALLEST_PX, FULL_PX, LARGEST_PX = 8.0, 11.0, 13.0
"""Of the words; FULL_PX where the chart is shown at its own size."""
LEAST_SCALE = 0.3
"""Below this words would be larger than the boxes they stand at."""


class DifferenceMarks:
    """Nothing is marked while there are no differences."""

    def __init__(self, editor: Editor, camera: Camera) -> None:
        self._editor = editor
        self._camera = camera
        self.differences: Differences = {}

    def paint(self, painter: QPainter, ground: str) -> None:
        """`ground`: the colour of the paper, which tells whether the chart is light or dark."""
        is_dark = QColor(ground).lightness() < 128
        for id, difference in self.differences.items():
            if not self._editor.picture.shows(id):
                continue
            color = QColor((DARK if is_dark else LIGHT)[difference])
            node = self._editor.document.nodes.get(id)
            if node is not None and node.box is not None:
                self._paint_box(painter, node.box, difference, color, ground)
            elif id in self._editor.document.edges:
                self._paint_line(painter, id, difference, color, ground)

    def _paint_box(self, painter: QPainter, box: Rect, difference: Difference, color: QColor, ground: str) -> None:
        seen = self._camera.rect_to_view(box)
        painter.setPen(_pen(difference, color))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*seen.grown(OUT_PX)), RADIUS_PX, RADIUS_PX)
        if difference == "gone":
            painter.setPen(QPen(color, 1.0))
            painter.drawLine(QPointF(seen.x, seen.bottom), QPointF(seen.right, seen.y))
        if self._camera.scale >= LEAST_SCALE:
            text = word_of(difference, self._editor.lang)
            self._paint_word(painter, text, Point(seen.x + 10.0, seen.y - OUT_PX), color, ground)

    def _paint_line(self, painter: QPainter, id: str, difference: Difference, color: QColor, ground: str) -> None:
        line = [self._camera.to_view(point) for point in self._editor.line_of(self._editor.document.edges[id])]
        painter.setPen(_pen(difference, color))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in line]))
        if len(line) > 1 and self._camera.scale >= LEAST_SCALE:
            start, end = max(itertools.pairwise(line), key=lambda part: part[0].distance_to(part[1]))
            middle = Point((start.x + end.x) / 2 - 8.0, (start.y + end.y) / 2)
            self._paint_word(painter, word_of(difference, self._editor.lang)[0], middle, color, ground)

    def _paint_word(self, painter: QPainter, text: str, left: Point, color: QColor, ground: str) -> None:
        """A pill whose left end's middle is there."""
        font = painter.font()
        font.setPixelSize(round(min(LARGEST_PX, max(SMALLEST_PX, FULL_PX * self._camera.scale))))
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        height = metrics.height() + 2
        pill = QRectF(left.x, left.y - height / 2, metrics.horizontalAdvance(text) + 2 * PADDING_PX, height)
        painter.setPen(QPen(color, 1.0))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _pen(difference: Difference, color: QColor) -> QPen:
    pen = QPen(color, WIDTHS[difference])
    dash = DASHES[difference]
    if dash:
        pen.setDashPattern([length / WIDTHS[difference] for length in dash])
    return pen
