"""What yEd's files ask for looks as it does there: shapes, curves, classes, headers; lines meet the outlines."""

import pytest
from example_charts import drawn
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.curves import CURVES, line_steps
from editor.drawing.outlines import corners_of, outline
from editor.drawing.shapes import Block, Box, Cubic, Ellipse, Move, Text
from editor.drawing.shapes import Path as Outline
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Label, Look, Node, Spot

ROOM = Rect(0.0, 0.0, 120.0, 60.0)
POINTS = st.builds(Point, st.floats(-500, 500), st.floats(-500, 500))
CLASS = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n"><data key="d">
<y:UMLClassNode><y:Geometry x="0" y="0" width="160" height="{height}"/><y:NodeLabel>Game</y:NodeLabel>
<y:UML><y:AttributeLabel>score: int
best: int
</y:AttributeLabel><y:MethodLabel>play(): void</y:MethodLabel></y:UML></y:UMLClassNode></data></node>
</graph></graphml>"""


def block_of(document: Document, id: str) -> Block:
    return next(block for block in drawn(document, paper=False).blocks if block.record == id)


def words(block: Block) -> list[str]:
    return [line.text for shape in block.shapes if isinstance(shape, Text) for line in shape.lines]


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("com.yworks.bpmn.Gateway.withShadow", Outline),
        ("com.yworks.flowchart.start1", Ellipse),
        ("com.yworks.flowchart.decision", Outline),
        ("com.yworks.flowchart.process", Box),
        ("nobody.knows.this", Box),
        ("ellipse", Ellipse),
    ],
)
def test_a_configuration_is_drawn_as_its_shape(name: str, sort: type) -> None:
    assert isinstance(outline(name, ROOM, None, None), sort)


def test_terminators_and_activities_are_round() -> None:
    shapes = [outline(f"com.yworks.{name}", ROOM, None, None) for name in ("flowchart.terminator", "bpmn.Activity")]
    assert [shape.radius for shape in shapes if isinstance(shape, Box)] == [30.0, 8.0]


@pytest.mark.parametrize("shape", ["ellipse", "diamond", "hexagon", "triangle", "star5"])
def test_a_line_ends_on_the_outline(shape: str) -> None:
    box = Node("a", box=ROOM, look=Look(shape=shape, fill="#ffffff"))
    far = Node("b", box=Rect(300.0, 160.0, 40.0, 40.0), look=Look(fill="#ffffff"))
    drawn_line = block_of(Document([box, far], [Edge("e", "a", "b")]), "e").shapes[0]
    assert isinstance(drawn_line, Outline) and isinstance(drawn_line.steps[0], Move)
    start, sides = drawn_line.steps[0].to, corners_of(shape, ROOM)
    around = zip(sides, [*sides[1:], sides[0]], strict=True)
    assert min(a.distance_to(start) + start.distance_to(b) - a.distance_to(b) for a, b in around) < 0.01


def test_a_line_to_a_rectangle_is_left_alone() -> None:
    assert not corners_of("roundrectangle", ROOM) and not corners_of(None, ROOM)


@given(st.sampled_from([*CURVES, "smoothed", None]), st.lists(POINTS, min_size=2, max_size=8))
def test_every_curve_begins_and_ends_where_the_line_does(name: str | None, line: list[Point]) -> None:
    first, *_, last = line_steps(name, line)
    assert isinstance(first, Move) and first.to == line[0]
    assert not isinstance(last, Move) and last.to == line[-1]  # type: ignore[union-attr]


def test_an_arc_passes_its_bend_and_a_spline_all_of_them() -> None:
    _, arc = line_steps("ArcEdge", [Point(0, 0), Point(50, 40), Point(100, 0)])
    assert isinstance(arc, Cubic)
    assert (arc.first.y + arc.second.y) * 3 / 8 == pytest.approx(40)
    bends = [Point(10, 50), Point(90, -50)]
    spline = line_steps("SplineEdge", [Point(0, 0), *bends, Point(100, 0)])
    assert [step.to for step in spline if isinstance(step, Cubic)][:2] == bends


def test_a_class_lists_its_attributes_and_methods_as_far_as_there_is_room() -> None:
    roomy = read_graphml(CLASS.format(height=140).encode()).document
    tight = read_graphml(CLASS.format(height=40).encode()).document
    assert words(block_of(roomy, "n")) == ["Game", "score: int", "best: int", "play(): void"]
    assert words(block_of(tight, "n")) == ["Game"]


def test_the_frame_of_a_file_has_a_header_and_its_further_labels() -> None:
    table = Node("g", "Lanes", box=Rect(0, 0, 200, 120), is_group=True, look=Look(fill="#ECF5FF", border="#000000"),
                 labels=(Label("Lane 0", Point(20.0, 33.0)),))  # fmt: skip
    block = block_of(Document([table]), "g")
    assert words(block) == ["Lanes", "Lane 0"]
    frame, header = [shape for shape in block.shapes if isinstance(shape, Box)]
    assert frame.rect == table.box and header.rect.width == 200 and header.rect.height < 40


def test_a_name_gives_way_to_labels_in_the_middle() -> None:
    rows = Label("id\nname", Point(2.0, 24.0), Point(40.0, 36.0))
    entity = Node("a", "Entity", box=Rect(0, 0, 100, 80), look=Look(fill="#ffffff"), labels=(rows,))
    name, *_ = [shape for shape in block_of(Document([entity]), "a").shapes if isinstance(shape, Text)]
    assert name.lines[0].at.y < 24


SPOTS = {
    "top left": (Spot(Point(0, 0), Point(0, 0), Point(4, 4)), "start", 4.0),
    "top right": (Spot(Point(1, 0), Point(1, 0), Point(-4, 4)), "end", 116.0),
    "below": (Spot(Point(0.5, 1), Point(0.5, 0), Point(0, 4)), "middle", 60.0),
}


@pytest.mark.parametrize(("spot", "anchor", "x"), SPOTS.values(), ids=SPOTS)
def test_a_name_stands_where_the_file_puts_it(spot: Spot, anchor: str, x: float) -> None:
    node = Node("n", "Namn", box=ROOM, look=Look(fill="#ffffff"), name_spot=spot)
    text = next(shape for shape in block_of(Document([node]), "n").shapes if isinstance(shape, Text))
    assert (text.anchor, text.lines[0].at.x) == (anchor, x)
    is_below = text.lines[0].at.y > ROOM.bottom
    assert is_below == (spot.of_box.y > spot.of_text.y)


def test_several_lines_at_a_corner_are_centred_on_each_other() -> None:
    spot = SPOTS["top left"][0]
    node = Node("n", "Namn\nen lang rad", box=ROOM, look=Look(fill="#ffffff"), name_spot=spot)
    text = next(shape for shape in block_of(Document([node]), "n").shapes if isinstance(shape, Text))
    longest = max(line.width for line in text.lines)
    assert text.anchor == "middle" and all(line.at.x == pytest.approx(4 + longest / 2) for line in text.lines)


def test_further_labels_of_a_line_stand_where_the_file_puts_them() -> None:
    boxes = [Node(id, id, box=Rect(x, 0, 60, 40)) for id, x in (("a", 0.0), ("b", 400.0))]
    many = Label("0..*", Point(300, -20), Point(20, 10))
    far = Label("long gone", Point(300, -900), Point(20, 10))
    block = block_of(Document(boxes, [Edge("e", "a", "b", name="has", labels=(many, far))]), "e")
    texts = [shape for shape in block.shapes if isinstance(shape, Text)]
    assert [[line.text for line in text.lines] for text in texts] == [["has", "long gone"], ["0..*"]]
    assert texts[1].lines[0].at.x == 60 + 300 + 10
