"""PNG and PDF: sizes, ground, text that stays text, and the limits of what can be made."""

import re
import zlib

import pytest
from example_charts import CHARTS, drawn
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPdfWriter

from editor.drawing.shapes import Block, Box, Drawing, Text
from editor.errors import UserError
from editor.geometry import Rect
from editor.render.painter import font_on, paint
from editor.render.pdf import MOST_POINTS, to_pdf
from editor.render.png import to_png
from editor.text.measure import TextStyle
from editor.text.qt import DESIGN_PX, QtMeasurer

pytestmark = pytest.mark.usefixtures("qapp")


def plain(width: float, height: float) -> Drawing:
    box = Block("node", "a", Rect(0, 0, 10, 10), (Box(Rect(0, 0, 10, 10), 0.0, "#ff0000"),))
    return Drawing((box,), Rect(-20, -10, width, height), title="Prov")


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0, 3.0])
def test_a_png_has_the_size_asked_for_and_says_how_large_it_is_on_paper(scale: float) -> None:
    image = QImage.fromData(to_png(plain(200, 100), scale))
    assert (image.width(), image.height()) == (round(200 * scale), round(100 * scale))
    assert image.dotsPerMeterX() == pytest.approx(96 / 0.0254 * scale, abs=1)


def test_the_ground_of_a_png_is_opaque() -> None:
    image = QImage.fromData(to_png(drawn(CHARTS["looks"]()), 1.0))
    corners = [(0, 0), (image.width() - 1, 0), (0, image.height() - 1), (image.width() - 1, image.height() - 1)]
    assert {image.pixelColor(*corner).name(image.pixelColor(0, 0).NameFormat.HexArgb) for corner in corners} == {
        "#ffffffff"
    }


def test_the_drawing_is_moved_to_its_own_corner() -> None:
    image = QImage.fromData(to_png(plain(200, 100), 1.0))
    assert image.pixelColor(25, 15).name() == "#ff0000" and image.pixelColor(5, 5).name() == "#ffffff"


def test_the_same_png_twice() -> None:
    assert to_png(drawn(CHARTS["leadership"]())) == to_png(drawn(CHARTS["leadership"]()))


@pytest.mark.parametrize(("width", "height"), [(40_000, 10), (20_000, 20_000)])
def test_a_png_too_large_to_be_of_use_is_refused_in_words(width: float, height: float) -> None:
    with pytest.raises(UserError, match="PNG"):
        to_png(plain(width, height), 1.0)


def test_a_pdf_page_has_the_size_of_the_drawing() -> None:
    left, top, right, bottom = media_box(to_pdf(plain(960, 480)))
    assert (right - left, bottom - top) == pytest.approx((720, 360), abs=1)


def test_a_huge_drawing_is_scaled_to_the_largest_page() -> None:
    left, top, right, bottom = media_box(to_pdf(plain(60_000, 6_000)))
    assert right - left == pytest.approx(MOST_POINTS, abs=2) and bottom - top == pytest.approx(MOST_POINTS / 10, abs=2)


def test_a_pdf_has_its_title_and_its_fonts_inside() -> None:
    data = to_pdf(drawn(CHARTS["leadership"]()))
    assert "Delat ledarskap".encode("utf-16-be") in data
    assert b"/FontFile" in data and b"/Font" in data


def test_text_in_a_pdf_is_text() -> None:
    """The page writes glyphs of a font instead of drawing their outlines."""
    contents = b""
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", to_pdf(drawn(CHARTS["leadership"]())), re.DOTALL):
        try:
            contents += zlib.decompress(stream)
        except zlib.error:
            continue
    assert contents.count(b" Tj") + contents.count(b" TJ") >= 10


def media_box(data: bytes) -> tuple[float, ...]:
    found = re.search(rb"/MediaBox \[([\d.\s-]+)\]", data)
    assert found is not None
    return tuple(float(number) for number in found[1].split())


def test_words_too_low_to_be_seen_are_left_out_where_that_is_asked_for() -> None:
    drawing = drawn(CHARTS["looks"]())
    heights = sorted(
        {shape.style.size_px for block in drawing.blocks for shape in block.shapes if isinstance(shape, Text)}
    )
    pictures = []
    for least in (0.0, heights[0], heights[-1] + 1):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.translate(-drawing.bounds.x, -drawing.bounds.y)
        paint(drawing, painter, least_text_px=least)
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1] != pictures[2]


@pytest.mark.parametrize("resolution", [96, 300, 1200])
def test_spaced_letters_are_as_wide_as_they_were_measured_at_every_resolution(resolution: int) -> None:
    measurer = QtMeasurer()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(resolution)
    style = TextStyle(11.0, 600, tracking=0.5)
    width = QFontMetricsF(font_on(style, writer.logicalDpiY()), writer).horizontalAdvance("BEFATTNING")
    assert width * style.size_px / DESIGN_PX == pytest.approx(measurer.width("BEFATTNING", style), rel=0.01)
