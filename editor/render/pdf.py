"""A drawing as a PDF page of its own size: text stays text, fonts are embedded."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from editor.drawing.shapes import Drawing
from editor.render.painter import paint

POINTS_PER_PX = 72 / 96
POINTS_PER_MM = 72 / 25.4
MOST_POINTS = 14_400.0
"""Readers refuse larger pages (PDF 1.7, annex C.2); the drawing is scaled down to this."""
RESOLUTION = 1200


def to_pdf(drawing: Drawing, title: str = "") -> bytes:
    """The PDF's bytes; `title` is the document's title, the drawing's own where not given."""
    width, height = drawing.bounds.width * POINTS_PER_PX, drawing.bounds.height * POINTS_PER_PX
    shrink = min(1.0, MOST_POINTS / max(width, height, 1.0))
    if drawing.width_mm is not None:
        shrink = drawing.width_mm * POINTS_PER_MM / max(width, 1.0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title or drawing.title)
    writer.setCreator("Ledgraf")
    writer.setResolution(RESOLUTION)
    size = QPageSize(
        QSizeF(width * shrink, height * shrink), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    scale = RESOLUTION / 96 * shrink
    painter.scale(scale, scale)
    painter.translate(-drawing.bounds.x, -drawing.bounds.y)
    paint(drawing, painter)
    painter.end()
    return bytes(buffer.data().data())
