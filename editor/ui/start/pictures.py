"""Small pictures of charts for the start page: drawn by the same painter as the chart itself."""

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.theme import LIGHT
from editor.model.document import Document
from editor.render.painter import paint
from editor.ui.surroundings import Surroundings

MARGIN_PX = 10.0
LEAST_TEXT_PX = 1.0
"""In a picture: of lower text nothing would be seen, and to set it takes longer than all the rest."""
MOST_PAGES, PAGE_GAP_PX, BEHIND_PAGES = 12, 10.0, "#d9dce0"
MOST_BOXES = 2000
"""Larger charts get no picture: at this size it would be a grey patch, and the window would wait for it."""


def paper_drawing(document: Document, surroundings: Surroundings) -> Drawing:
    """The document on its paper, light, as an export shows it."""
    lang = surroundings.language.code
    return DrawingMaker(document, surroundings.vocabulary, LIGHT, surroundings.measurer, lang).drawing(paper=True)


def picture_of(drawing: Drawing, width: int, height: int, ratio: float = 1.0) -> QPixmap:
    """A drawing in the middle of a white picture of this size."""
    return QPixmap.fromImage(image_of(drawing, width, height, ratio))


def image_of(drawing: Drawing, width: int, height: int, ratio: float = 1.0) -> QImage:
    """The same as an image, which may be made in any thread."""
    picture = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    bounds = drawing.bounds
    if not bounds.width or not bounds.height:
        return picture
    scale = min((width - 2 * MARGIN_PX) / bounds.width, (height - 2 * MARGIN_PX) / bounds.height)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((width - bounds.width * scale) / 2, (height - bounds.height * scale) / 2)
    painter.scale(scale, scale)
    painter.translate(-bounds.x, -bounds.y)
    paint(drawing, painter, least_text_px=LEAST_TEXT_PX / scale)
    painter.end()
    return picture


def pages_image(drawings: Sequence[Drawing], width: int, height: int, ratio: float = 1.0) -> QImage:
    """The first pages side by side on grey, each as large as the picture allows; may be made in any thread."""
    shown = drawings[:MOST_PAGES]
    columns = math.ceil(math.sqrt(len(shown)))
    rows = math.ceil(len(shown) / columns)
    picture = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(BEHIND_PAGES))
    painter = QPainter(picture)
    room = (width - PAGE_GAP_PX) / columns - PAGE_GAP_PX, (height - PAGE_GAP_PX) / rows - PAGE_GAP_PX
    for number, drawing in enumerate(shown):
        scale = min(room[0] / drawing.bounds.width, room[1] / drawing.bounds.height)
        wide, high = drawing.bounds.width * scale, drawing.bounds.height * scale
        x = PAGE_GAP_PX + (number % columns) * (room[0] + PAGE_GAP_PX) + (room[0] - wide) / 2
        y = PAGE_GAP_PX + (number // columns) * (room[1] + PAGE_GAP_PX) + (room[1] - high) / 2
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        painter.translate(-drawing.bounds.x, -drawing.bounds.y)
        painter.setClipRect(QRectF(*drawing.bounds))
        paint(drawing, painter, least_text_px=LEAST_TEXT_PX / scale)
        painter.restore()
    painter.end()
    return picture


def blank_picture(width: int, height: int, ground: str, line: str) -> QPixmap:
    """What stands for a chart without a picture: a few plain boxes."""
    picture = QPixmap(width, height)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(line))
    middle = width / 2
    for x, y in (
        (middle, height * 0.3),
        (middle - 56, height * 0.62),
        (middle, height * 0.62),
        (middle + 56, height * 0.62),
    ):
        painter.drawRoundedRect(QRectF(x - 22, y - 9, 44, 18), 3, 3)
    painter.end()
    return picture


def keep_picture(document: Document, surroundings: Surroundings, path: Path, width: int, height: int) -> None:
    """Keep a picture of a file's chart for the start page; a chart that is empty or huge has none."""
    if not document.nodes or len(document.nodes) > MOST_BOXES:
        return
    target = surroundings.choices.picture_path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return  # The start page shows a blank picture then.
    image_of(paper_drawing(document, surroundings), width, height, 2.0).save(str(target))
