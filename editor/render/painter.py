"""A drawing replayed with a QPainter: for PNG, PDF and print."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath, QPen, QTransform

from editor.drawing.shapes import (
    Block,
    Box,
    Cubic,
    Drawing,
    Ellipse,
    Image,
    Line,
    Move,
    Path,
    Shape,
    Stroke,
    Text,
)
from editor.geometry import Rect
from editor.text.measure import TextStyle
from editor.text.qt import DESIGN_PX, design_font

MOST_KEPT = 1024
"""Fonts, colours, pens and brushes. Nobody may change one: a chart of thousands of boxes has a dozen of each."""
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint(
    what: Drawing | Iterable[Block], painter: QPainter, area: Rect | None = None, least_text_px: float = 0.0
) -> None:
    """Paint blocks from back to front, those only that touch `area` where it is given; no text lower than the least."""
    blocks = what.blocks if isinstance(what, Drawing) else what
    if isinstance(what, Drawing) and what.background:
        painter.fillRect(QRectF(*what.bounds), qcolor(what.background))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for block in blocks:
        if area is None or block.bounds.touches(area):
            paint_shapes(block.shapes, painter, least_text_px)


def paint_shapes(shapes: Iterable[Shape], painter: QPainter, least_text_px: float = 0.0) -> None:
    for shape in shapes:
        _paint(shape, painter, least_text_px)


def _paint(shape: Shape, painter: QPainter, least_text_px: float) -> None:
    if isinstance(shape, Text):
        if shape.style.size_px >= least_text_px:
            _paint_text(shape, painter)
    elif isinstance(shape, Image):
        picture = QImage.fromData(QByteArray(shape.data))
        if not picture.isNull():
            painter.drawImage(QRectF(*shape.rect), picture)
    else:
        painter.setPen(qpen(shape.stroke))
        painter.setBrush(qbrush(shape.fill))
        painter.drawPath(qpath(shape))


def _paint_text(text: Text, painter: QPainter) -> None:
    scale = text.style.size_px / DESIGN_PX
    painter.setFont(font_on(text.style, painter.device().logicalDpiY()))
    painter.setPen(qcolor(text.color))
    usual = painter.transform()
    for line in text.lines:
        at = QTransform(scale, 0.0, 0.0, scale, line.at.x - SHIFT[text.anchor] * line.width, line.at.y)
        painter.setTransform(at * usual)
        painter.drawText(QPointF(0.0, 0.0), line.text)
    painter.setTransform(usual)


@lru_cache(MOST_KEPT)
def font_on(style: TextStyle, dots_per_inch: int) -> QFont:
    """The font for a style on a device of this resolution.

    Qt widens the space between letters with the resolution, which is taken back.
    """
    font = design_font(style)
    if style.tracking:
        usual = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() * usual / dots_per_inch)
    return font


def qpath(shape: Box | Ellipse | Path) -> QPainterPath:
    path = QPainterPath()
    add_shape(path, shape)
    return path


def add_shape(path: QPainterPath, shape: Box | Ellipse | Path) -> None:
    """Append a shape's outline to a path.

    Types are compared, here and below: `isinstance` takes eight times as long to tell that a struct is not of a type.
    """
    if type(shape) is Box:
        path.addRoundedRect(*shape.rect, shape.radius, shape.radius)
    elif type(shape) is Path:
        _trace(shape, path)
    elif isinstance(shape, Ellipse):
        path.addEllipse(*shape.rect)


def _trace(shape: Path, path: QPainterPath) -> None:
    line_to = path.lineTo
    for step in shape.steps:
        if type(step) is Line:
            line_to(*step.to)
        elif type(step) is Move:
            path.moveTo(*step.to)
        elif type(step) is Cubic:
            path.cubicTo(*step.first, *step.second, *step.to)
        else:
            path.closeSubpath()


@lru_cache(MOST_KEPT)
def qcolor(color: str) -> QColor:
    """Our colours have alpha last, Qt's text form has it first."""
    return QColor(f"#{color[7:]}{color[1:7]}") if len(color) == 9 else QColor(color)


@lru_cache(MOST_KEPT)
def qpen(stroke: Stroke | None) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(qcolor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if stroke.dash:
        lengths = [*stroke.dash, *(stroke.dash if len(stroke.dash) % 2 else ())]
        pen.setDashPattern([length / stroke.width for length in lengths])
    return pen


@lru_cache(MOST_KEPT)
def qbrush(fill: str | None) -> QBrush:
    return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(qcolor(fill))
