"""A sketch leaves out only words that stand inside, and from near the screen shows them all the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from editor.drawing.maker import Detail, DrawingMaker
from editor.drawing.shapes import Sketch, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Look, Node
from editor.model.vocabulary import load_vocabulary
from editor.render.batches import BatchPainter
from editor.text.qt import QtMeasurer

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
LOOKS = st.builds(
    Look,
    shape=st.sampled_from(["rectangle", "roundrectangle", "ellipse", None]),
    font_size=st.one_of(st.none(), st.floats(1, 60)),
    bold=st.booleans(),
    italic=st.booleans(),
    border_width=st.sampled_from([None, 1.0, 5.0]),
)
NAMES = st.text(st.sampled_from("MW@im l\nÅäö-жΩ💡漢"), max_size=30)
pytestmark = pytest.mark.usefixtures("qapp")


def maker_of(*nodes: Node) -> DrawingMaker:
    return DrawingMaker(Document(nodes), VOCABULARY, LIGHT, QtMeasurer(), "sv")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, LOOKS, st.floats(1, 400), st.floats(1, 200))
def test_a_sketch_takes_the_same_room_and_has_the_same_shapes(
    name: str, look: Look, width: float, height: float
) -> None:
    maker = maker_of(Node("n", name, box=Rect(0, 0, width, height), look=look))
    whole, far = maker.block("n"), maker.block("n", "far")
    assert whole is not None and far is not None
    assert far.bounds == whole.bounds
    without_words = tuple(shape for shape in whole.shapes if not isinstance(shape, Text))
    assert far.shapes == (without_words if isinstance(far, Sketch) else whole.shapes)


def test_a_usual_box_of_a_file_is_sketched() -> None:
    box = Rect(0, 0, 184, 48)
    maker = maker_of(Node("n", "Avdelning\nför äldreomsorg", box=box, look=Look(fill="#eaf4f5")))
    assert isinstance(maker.block("n", "far"), Sketch)
    assert not isinstance(maker.block("n", "seen"), Sketch)


def test_from_near_sketches_look_like_whole_blocks() -> None:
    look = Look(fill="#eaf4f5")
    nodes = [Node(f"n{at}", "Nämnd\nför kultur", box=Rect(0, at * 60, 184, 48), look=look) for at in range(3)]
    maker = maker_of(*nodes)
    pictures = []
    for detail in ("far", "all"):
        batches = BatchPainter(maker.near)
        for node in nodes:
            block = maker.block(node.id, detail)
            assert block is not None
            batches.set_block(node.id, block, 0.0)
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        batches.paint(painter, Rect(0, 0, 200, 200), 1.0)
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1]
    assert any(pictures[0].pixelColor(x, y).lightness() < 100 for x in range(180) for y in range(5, 40))


def test_a_line_seen_from_near_has_its_gaps_though_it_was_only_sketched() -> None:
    places = {"w": (0, 100), "e": (300, 100), "n": (150, 0), "s": (150, 200)}
    nodes = [Node(id, box=Rect(*place, 60, 30)) for id, place in places.items()]
    document = Document(nodes, [Edge("level", "w", "e"), Edge("upright", "n", "s")])
    maker = DrawingMaker(document, VOCABULARY, LIGHT, QtMeasurer(), "sv")
    sketched, whole = painted(maker, "far", 1.0), painted(maker, "seen", 1.0)
    assert sketched == whole
    assert painted(maker, "far", 0.3) != painted(maker, "seen", 0.3)


def painted(maker: DrawingMaker, detail: Detail, scale: float) -> QImage:
    batches = BatchPainter(maker.near)
    for id in maker.ids_in_order():
        block = maker.block(id, detail)
        assert block is not None
        batches.set_block(id, block, 0.0)
    batches.build()
    picture = QImage(400, 260, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    batches.paint(painter, Rect(0, 0, 400 / scale, 260 / scale), scale)
    painter.end()
    return picture
