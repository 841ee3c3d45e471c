"""Overlaps, lines through boxes, words in the way, crossings and the size on paper are counted as a person would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.maker import DrawingMaker
from editor.drawing.quality import Sheet, chart_of, crossings, fitting_scale, quality
from editor.drawing.shapes import Block, Drawing, Line, Move, Path, Stroke
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Look, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer

A4 = Sheet(297.0, 210.0)


def measured(document: Document, **more: object) -> dict[str, float]:
    drawing = DrawingMaker(document, Vocabulary(), LIGHT, FixedMeasurer(), "sv").drawing()
    found = quality(chart_of(document, drawing), A4, **more)  # type: ignore[arg-type]
    return {name: getattr(found, name) for name in found.__struct_fields__}


def boxes(**places: tuple[float, float]) -> list[Node]:
    return [Node(id, id, box=Rect(*place, 100, 40), order=float(n)) for n, (id, place) in enumerate(places.items())]


def test_nothing_wrong_with_a_plain_chart() -> None:
    document = Document(boxes(a=(0, 0), b=(0, 200)), [Edge("e", "a", "b")])
    found = measured(document)
    assert (found["overlaps"], found["through"], found["label_overlaps"], found["crossings"]) == (0, 0, 0, 0)
    assert found["line_px"] == pytest.approx(160)


def test_boxes_on_each_other_count_once_and_members_of_a_frame_do_not() -> None:
    assert measured(Document(boxes(a=(0, 0), b=(50, 20))))["overlaps"] == 1
    frame = Node("g", "g", box=Rect(-20, -40, 400, 300), is_group=True, order=-1.0)
    inside = [
        Node(node.id, node.name, box=node.box, group="g", order=node.order) for node in boxes(a=(0, 0), b=(0, 99))
    ]
    assert measured(Document([frame, *inside]))["overlaps"] == 0
    assert measured(Document([frame, *inside, *boxes(stranger=(370, 20))]))["overlaps"] == 1


def test_a_line_through_a_stranger_counts_and_one_past_it_does_not() -> None:
    nodes = boxes(a=(0, 0), wall=(0, 100), b=(0, 200))
    assert measured(Document(nodes, [Edge("e", "a", "b")]))["through"] == 1
    around = (Point(-50, 20), Point(-50, 220))
    assert measured(Document(nodes, [Edge("e", "a", "b", bends=around)]))["through"] == 0


def test_a_wide_curve_is_measured_where_it_runs_and_not_at_its_ends() -> None:
    bent = [Edge("e", "a", "b", bends=(Point(60, 320),), look=Look(curve="QuadCurveEdge"))]
    assert measured(Document(boxes(a=(0, 0), b=(300, 300), between=(90, 230)), bent))["through"] == 1
    assert measured(Document(boxes(a=(0, 0), b=(300, 300), aside=(180, 130)), bent))["through"] == 0


def test_a_curve_that_begins_with_a_turn_is_measured_from_where_that_ends() -> None:
    nodes = [
        Node("a", "a", box=Rect(0, 0, 200, 50)),
        Node("b", "b", box=Rect(86, -540, 200, 25)),
        Node("beside", "beside", box=Rect(-85, -49, 200, 25)),
    ]
    bends = (Point(100, -12), Point(127, -12), Point(127, -503), Point(186, -503))
    bent = Edge("e", "a", "b", bends=bends, look=Look(curve="QuadCurveEdge"))
    assert measured(Document(nodes, [bent]))["through"] == 0
    nodes[2] = Node("beside", "beside", box=Rect(-77, -49, 200, 25))
    drawn = [Edge("e", "a", "b", bends=bends)]
    assert measured(Document(nodes, drawn))["through"] == 0
    nodes[2] = Node("beside", "beside", box=Rect(-65, -49, 200, 25))
    assert measured(Document(nodes, drawn))["through"] == 1


def test_a_corner_in_a_gap_is_still_one() -> None:
    """The lower line turns where the other crosses it, and so does the way that is measured."""
    steps = (Move(Point(0, 0)), Line(Point(0, 95)), Move(Point(20, 100)), Line(Point(200, 100)))
    block = Block("edge", "e", Rect(0, 0, 200, 100), (Path(steps, None, Stroke("#000000")),))
    document = Document(boxes(a=(-50, -40), b=(200, 80), inside=(10, 40)), [Edge("e", "a", "b")])
    nodes = tuple(Block("node", id, node.box, ()) for id, node in document.nodes.items() if node.box)
    chart = chart_of(document, Drawing((*nodes, block), Rect(-60, -60, 400, 300)))
    assert chart.lines["e"] == (Point(0, 0), Point(0, 95), Point(0, 100), Point(20, 100), Point(200, 100))
    straight = (Move(Point(0, 0)), Line(Point(10, 10)), Move(Point(20, 20)), Line(Point(30, 30)))
    slanted = Block("edge", "e", Rect(0, 0, 30, 30), (Path(straight, None, Stroke("#000000")),))
    assert all(point.x == point.y for point in chart_of(document, Drawing((slanted,), Rect(0, 0, 9, 9))).lines["e"])


def test_words_on_boxes_count() -> None:
    ends = boxes(a=(0, 0), b=(240, 0))
    everywhere = Node("wall", "wall", box=Rect(-900, -900, 2000, 2000))
    found = measured(Document([*ends, everywhere], [Edge("e", "a", "b", name="bereder ärenden")]))
    assert found["label_overlaps"] >= 1


def test_lines_that_share_a_trunk_do_not_cross() -> None:
    trunk = {"a": [Point(0, 0), Point(0, 50), Point(90, 50)], "b": [Point(0, 0), Point(0, 50), Point(-90, 50)]}
    assert crossings(trunk) == 0
    assert crossings({**trunk, "c": [Point(40, 0), Point(40, 99)]}) == 1


def test_what_should_have_stayed_is_measured() -> None:
    document = Document(boxes(a=(0, 0), b=(0, 200)))
    before = {"a": Rect(30, 40, 100, 40), "b": Rect(0, 0, 100, 40), "gone": Rect(0, 0, 1, 1)}
    assert measured(document, before=before, touched=["b"])["moved_px"] == 50.0


@given(st.floats(10, 1e5), st.floats(10, 1e5))
def test_a_page_shrunk_to_fit_does_and_is_never_enlarged(width: float, height: float) -> None:
    scale = fitting_scale(Rect(0, 0, width, height), A4)
    assert scale <= 1 and width * scale <= A4.room[0] + 1e-6 and height * scale <= A4.room[1] + 1e-6
