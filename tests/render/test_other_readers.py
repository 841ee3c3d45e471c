"""Another program's picture of our SVG: text where the labels are, boxes where the boxes are."""

import shutil
import subprocess
from pathlib import Path

import pytest
from example_charts import VOCABULARY
from PySide6.QtGui import QImage

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Box, Drawing, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.graphml.reading import read_graphml
from editor.render.svg import to_svg
from editor.text.qt import QtMeasurer

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.graphml"))
CONVERTER = shutil.which("rsvg-convert")
SCALE = 2
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(CONVERTER is None, reason="rsvg-convert is not installed"),
]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Drawing, QImage]:
    document = read_graphml(request.param.read_bytes()).document
    drawing = DrawingMaker(document, VOCABULARY, LIGHT, QtMeasurer(), "sv").drawing()
    (tmp_path / "a.svg").write_text(to_svg(drawing), "utf-8")
    width = str(round(drawing.bounds.width) * SCALE)
    command = [str(CONVERTER), "--width", width, "--keep-aspect-ratio", "-o", "a.png", "a.svg"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    return drawing, QImage(str(tmp_path / "a.png"))


def test_text_and_boxes_are_where_they_should_be(picture: tuple[Drawing, QImage]) -> None:
    drawing, image = picture
    shapes = [shape for block in drawing.blocks for shape in block.shapes]
    lines = [(line, shape) for shape in shapes if isinstance(shape, Text) for line in shape.lines if line.text.strip()]
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for line, text in lines:
        left = line.at.x - shift[text.anchor] * line.width
        area = Rect(left, line.at.y - text.style.size_px * 0.6, line.width * 0.9, text.style.size_px * 0.6)
        assert len(_colors(image, drawing, area)) > 3, line.text
    boxes = [shape for block in drawing.blocks if block.role == "node" for shape in block.shapes[:1]]
    assert boxes
    for box in boxes:
        if isinstance(box, Box) and box.fill:
            strip = Rect(box.rect.x + 10, box.rect.y + 3, 4, 3)
            assert box.fill.lower() in _colors(image, drawing, strip)


def _colors(image: QImage, drawing: Drawing, area: Rect) -> set[str]:
    x, y = round((area.x - drawing.bounds.x) * SCALE), round((area.y - drawing.bounds.y) * SCALE)
    wide, high = max(1, round(area.width * SCALE)), max(1, round(area.height * SCALE))
    return {image.pixelColor(x + dx, y + dy).name() for dx in range(wide) for dy in range(high)}
