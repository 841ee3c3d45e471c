"""Labels stand where yEd put them, whatever model it used, and stay there when boxes get other sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.graphml.spots import LETTER, LINE, place_of, spot_of
from editor.graphml.writing import new_baseline, write_graphml
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement
from editor.model.document import Document
from editor.model.records import Edge, Label, Look, Node, Spot

BOX = Rect(1000.0, 500.0, 200.0, 100.0)
TOP_LEFT = Spot(Point(0, 0), Point(0, 0), Point(4, 4))
PLACES = {
    "in the middle": ((70, 40, 60, 20), None),
    "nearly": ((70.8, 40, 60, 20), None),
    "top left": ((4, 4, 60, 20), TOP_LEFT),
    "top": ((70, 4, 60, 20), Spot(Point(0.5, 0), Point(0.5, 0), Point(0, 4))),
    "bottom right": ((136, 76, 60, 20), Spot(Point(1, 1), Point(1, 1), Point(-4, -4))),
    "below": ((70, 104, 60, 20), Spot(Point(0.5, 1), Point(0.5, 0), Point(0, 4))),
    "left of it": ((-64, 40, 60, 20), Spot(Point(0, 0.5), Point(1, 0.5), Point(-4, 0))),
}


@pytest.mark.parametrize(("place", "spot"), PLACES.values(), ids=PLACES)
def test_where_a_label_stands(place: tuple[float, float, float, float], spot: Spot | None) -> None:
    x, y, width, height = place
    assert spot_of(Label("text", Point(x, y), Point(width, height)), BOX) == spot


def test_what_is_not_stated_is_the_middle() -> None:
    assert spot_of(Label("text", None, Point(60, 20)), BOX) is None
    assert spot_of(Label("text", Point(4, 4), None), BOX) is None
    assert spot_of(Label("text", Point(4, 4), Point(60, 20)), None) is None


def test_a_stated_middle_counts_whatever_the_numbers_say() -> None:
    text = (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
        '<key for="node" id="d0" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="a"><data key="d0">'
        '<y:ShapeNode><y:Geometry x="0" y="0" width="90" height="300"/><y:NodeLabel modelName="internal" '
        'modelPosition="{}" x="4" y="4" width="40" height="18">Namn</y:NodeLabel></y:ShapeNode></data></node>'
        "</graph></graphml>"
    )
    for position, spot in (("c", None), ("tl", TOP_LEFT)):
        assert read_graphml(text.format(position).encode()).document.nodes["a"].name_spot == spot


@given(st.floats(-300, 300), st.floats(-300, 300))
def test_a_label_written_anew_is_read_at_the_same_spot(x: float, y: float) -> None:
    size = Point(4 * 12 * LETTER, 12 * LINE)
    spot = spot_of(Label("Namn", Point(x, y), size), BOX)
    if spot is not None:
        placed = {name: float(value) for name, value in place_of(spot, BOX, "Namn", 12.0).items()}
        assert (placed["width"], placed["height"]) == size
        assert abs(placed["x"] - x) <= 1 and abs(placed["y"] - y) <= 1


def test_a_copy_in_a_new_file_has_its_name_at_the_same_spot() -> None:
    node = Node("a", "Namn", box=BOX, look=Look(fill="#ffffff"), name_spot=TOP_LEFT)
    written = write_graphml(Document([node]), new_baseline())
    assert b"SmartNodeLabelModelParameter" in written
    assert read_graphml(written).document.nodes["a"].name_spot == TOP_LEFT


EDGE = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="edge" id="d0" yfiles.type="edgegraphics"/><graph edgedefault="directed"><node id="a"/><node id="b"/>
<edge id="e" source="a" target="b"><data key="d0"><y:PolyLineEdge><y:Path sx="0" sy="0" tx="0" ty="0"/>
<y:EdgeLabel x="10" y="-20" width="40" height="18">ord</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>"""


def test_the_words_of_a_line_until_the_line_is_led_anew() -> None:
    document = read_graphml(EDGE).document
    edge = document.edges["e"]
    assert isinstance(edge, Edge) and edge.name_at == Point(30, -11)
    apply_arrangement(document, Arrangement({}, {"e": (Point(5, 5),)}), "down", "Lay out")
    assert document.edges["e"].name_at is None
    document.undo()
    assert document.edges["e"].name_at == Point(30, -11)
