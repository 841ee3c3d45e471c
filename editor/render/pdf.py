"""A drawing as a PDF page of its own size: text stays text, fonts are embedded."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from editor.drawing.shapes import Drawing
from editor.geometry import Rect
from editor.render.painter import paint
from editor.render.pdf_links import Link, with_links

POINTS_PER_PX = 72 / 96
POINTS_PER_MM = 72 / 25.4
MOST_POINTS = 14_400.0
"""Readers refuse larger pages (PDF 1.7, annex C.2); the drawing is scaled down to this."""
RESOLUTION = 1200
PAGE_WORDS = {"sv": "Till sida {number}", "en": "To page {number}"}


def to_pdf(drawing: Drawing, title: str = "") -> bytes:
    """The PDF's bytes; `title` is the document's title, the drawing's own where not given."""
    return pages_to_pdf([drawing], title)


def pages_to_pdf(drawings: Sequence[Drawing], title: str = "", links: Sequence[Mapping[str, int]] = ()) -> bytes:
    """The same with a page for each drawing, each of its own size; there must be one.

    links: for each page by record the number of the page, from 1, to which a click on it leads.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title or drawings[0].title)
    writer.setCreator("Ledgraf")
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(_layout(drawings[0]))
    painter = QPainter(writer)
    for number, drawing in enumerate(drawings):
        if number:
            writer.setPageLayout(_layout(drawing))
            writer.newPage()
        painter.save()
        scale = RESOLUTION / 96 * _shrink(drawing)
        painter.scale(scale, scale)
        painter.translate(-drawing.bounds.x, -drawing.bounds.y)
        paint(drawing, painter)
        painter.restore()
    painter.end()
    return with_links(bytes(buffer.data().data()), _links(drawings, links))


def _links(drawings: Sequence[Drawing], links: Sequence[Mapping[str, int]]) -> Iterator[Link]:
    for page, (drawing, goes_to) in enumerate(zip(drawings, links, strict=False)):
        x, y, width, height = drawing.bounds
        word = PAGE_WORDS.get(drawing.lang, PAGE_WORDS["en"])
        for block in drawing.blocks:
            if block.role in ("node", "group") and block.record in goes_to:
                box, number = block.bounds, goes_to[block.record]
                area = Rect((box.x - x) / width, (box.y - y) / height, box.width / width, box.height / height)
                yield Link(page, area, number - 1, word.format(number=number))


def _layout(drawing: Drawing) -> QPageLayout:
    points = POINTS_PER_PX * _shrink(drawing)
    size = QSizeF(drawing.bounds.width * points, drawing.bounds.height * points)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())


def _shrink(drawing: Drawing) -> float:
    width, height = drawing.bounds.width * POINTS_PER_PX, drawing.bounds.height * POINTS_PER_PX
    if drawing.width_mm is not None:
        return drawing.width_mm * POINTS_PER_MM / max(width, 1.0)
    return min(1.0, MOST_POINTS / max(width, height, 1.0))
