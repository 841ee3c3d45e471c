"""Painting a drawing and writing it as SVG show the same texts at the same places, and the same boxes."""

from pathlib import Path

import pytest
from example_charts import CHARTS, drawn
from lxml import etree
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Box, Drawing, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.render.painter import paint
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.text.qt import QtMeasurer

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.usefixtures("qapp")


def sample(name: str) -> Drawing:
    from example_charts import VOCABULARY

    document = read_graphml((ROOT / "samples" / f"{name}.graphml").read_bytes()).document
    return DrawingMaker(document, VOCABULARY, LIGHT, QtMeasurer(), "sv").drawing()


def painted_texts(drawing: Drawing) -> list[str]:
    """What the painter is asked to write, recorded by Qt's own SVG device."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setViewBox(QRectF(*drawing.bounds))
    painter = QPainter(device)
    paint(drawing, painter)
    painter.end()
    root = etree.fromstring(bytes(buffer.data().data()))
    return ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]


def written_texts(drawing: Drawing) -> list[str]:
    root = etree.fromstring(to_svg(drawing).encode())
    return [
        str(line.text).strip() for text in root.iter(f"{SVG}text") for line in (list(text) if len(text) else [text])
    ]


@pytest.mark.parametrize("name", ["sodertalje", "haninge"])
def test_the_painter_writes_the_same_texts_in_the_same_order(name: str) -> None:
    drawing = sample(name)
    assert painted_texts(drawing) == written_texts(drawing) != []


def test_the_painter_fills_the_same_boxes() -> None:
    """Away from its text, the middle of each upper box has the colour that the SVG gives it."""
    drawing = drawn(CHARTS["looks"]())
    image = QImage.fromData(to_png(drawing, 2.0))
    checked = 0
    for block in drawing.blocks:
        for shape in block.shapes:
            if isinstance(shape, Box) and shape.fill and len(shape.fill) == 7 and block.role == "node":
                assert _color(image, drawing, Point(shape.rect.x + 8, shape.rect.y + 12)) == shape.fill.lower()
                checked += 1
    assert checked >= 2


def test_text_stands_where_the_drawing_says() -> None:
    drawing = sample("norrtalje")
    image = QImage.fromData(to_png(drawing, 2.0))
    lines = [line for block in drawing.blocks for shape in block.shapes if isinstance(shape, Text)
             for line in shape.lines if shape.anchor == "start" and line.text.strip()]  # fmt: skip
    assert len(lines) > 20
    for line in lines:
        area = Rect(line.at.x, line.at.y - 7, line.width, 7)
        assert _variety(image, drawing, area) > 3, line.text


def _color(image: QImage, drawing: Drawing, at: Point) -> str:
    return image.pixelColor(round((at.x - drawing.bounds.x) * 2), round((at.y - drawing.bounds.y) * 2)).name()


def _variety(image: QImage, drawing: Drawing, area: Rect) -> int:
    """How many colours occur in an area: letters have edges of many shades, an empty place has one."""
    places = (Point(area.x + x / 2, area.y + y / 2) for x in range(round(area.width * 2)) for y in range(14))
    return len({_color(image, drawing, place) for place in places})
