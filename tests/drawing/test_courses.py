"""Lines at right angles, straight or curved: as the chart has chosen, and never through a box."""

import pytest
from example_charts import VOCABULARY

from editor.drawing.curves import passing, through
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Block, Cubic, Line, Move, Path
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.line_style import LINE_STYLES, LineStyle, lines_of, with_lines
from editor.model.records import Edge, Info, Look, Node
from editor.text.fixed import FixedMeasurer

TRUNK = (Point(50, 70), Point(250, 70))
RAIL = (Point(50, 70), Point(180, 70), Point(180, 220))


def chart(style: LineStyle, bends: tuple[Point, ...] = TRUNK, *more: Node, look: Look | None = None) -> Document:
    target = Rect(200, 100, 100, 40) if bends is TRUNK else Rect(200, 200, 100, 40)
    nodes = [Node("a", "A", box=Rect(0, 0, 100, 40)), Node("b", "B", box=target), *more]
    edge = Edge("e", "a", "b", bends=bends) if look is None else Edge("e", "a", "b", bends=bends, look=look)
    return Document(nodes, [edge], with_lines(Info(), style))


def maker_of(document: Document) -> DrawingMaker:
    return DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")


def path(block: Block | None) -> Path:
    assert block is not None
    return next(shape for shape in block.shapes if isinstance(shape, Path))


def points(document: Document) -> list[Point]:
    return [step.to for step in path(maker_of(document).block("e")).steps if isinstance(step, Line | Cubic)]


def test_right_angled_lines_have_round_corners() -> None:
    assert len(points(chart("orthogonal"))) == 5


def test_a_straight_line_leaves_out_its_corners() -> None:
    assert points(chart("straight")) == [Point(250, 100)]


def test_a_curved_line_leaves_and_comes_upright() -> None:
    _, curve = path(maker_of(chart("curved")).block("e")).steps
    assert curve == Cubic(Point(50, 70), Point(250, 70), Point(250, 100))


@pytest.mark.parametrize("style", ["straight", "curved"])
def test_a_line_keeps_its_corners_where_a_box_would_be_in_its_way(style: LineStyle) -> None:
    wall = Node("wall", "Vägg", box=Rect(130, 72, 60, 20))
    assert {Point(50, 70), Point(250, 70)} & set(points(chart("straight", TRUNK, wall)))
    assert len(points(chart(style, TRUNK, wall))) > 1


def test_a_line_along_a_rail_keeps_its_corners_without_rounding_or_with_more() -> None:
    assert points(chart("straight", RAIL)) == [*RAIL, Point(200, 220)]
    assert any(isinstance(step, Cubic) for step in path(maker_of(chart("curved", RAIL)).block("e")).steps)


def test_a_line_that_its_file_bends_stays_so() -> None:
    bent = Look(curve="SplineEdge")
    assert points(chart("straight", TRUNK, look=bent)) == points(chart("orthogonal", TRUNK, look=bent))


def test_a_curve_of_its_file_that_would_cut_through_a_box_keeps_to_its_right_angles() -> None:
    bent, wall = Look(curve="QuadCurveEdge"), Node("wall", "Vägg", box=Rect(70, 125, 80, 40))
    free = chart("orthogonal", (Point(50, 220),), look=bent)
    assert len(points(free)) == 1
    led = points(chart("orthogonal", (Point(50, 220),), wall, look=bent))
    assert len(led) == 3 and all(point.x == 50 or point.y == 220 for point in led)


def test_a_box_that_comes_in_the_way_or_leaves_changes_the_line() -> None:
    document = chart("straight", TRUNK, Node("wall", "Vägg", box=Rect(600, 600, 60, 20)))
    maker = maker_of(document)
    maker.block("e")
    concerned: list[set[str]] = []
    document.listen(lambda change: concerned.append(maker.concerned(change)))
    for box in (Rect(130, 60, 60, 20), Rect(600, 600, 60, 20)):
        with document.transaction("move") as step:
            step.update("wall", box=box)
        assert "e" in concerned[-1]
        assert maker.block("e") == maker_of(document).block("e")


@pytest.mark.parametrize("style", LINE_STYLES)
def test_the_choice_is_kept_with_the_document(style: LineStyle) -> None:
    assert lines_of(with_lines(Info(), style)) == style


def test_a_choice_that_is_not_known_is_kept_and_drawn_as_usual() -> None:
    info = Info(attributes={"lg.lines": "wavy"})
    assert lines_of(info) == "orthogonal" and info.attributes["lg.lines"] == "wavy"


def test_choosing_redraws_all_lines() -> None:
    document = chart("orthogonal")
    maker = maker_of(document)
    seen: list[set[str]] = []
    document.listen(lambda change: seen.append(maker.concerned(change)))
    with document.transaction("lines") as step:
        step.put(with_lines(document.info, "straight"))
    assert "e" in seen[-1]


def test_the_curve_of_a_file_leaves_a_gap_under_the_word_of_another() -> None:
    bent = Look(curve="QuadCurveEdge")
    document = chart("orthogonal", (Point(50, 220),), Node("c", "C", box=Rect(0, 300, 100, 40)), look=bent)
    with document.transaction("add") as step:
        step.add(Node("d", "D", box=Rect(-250, 100, 40, 30)))
        step.add(Node("f", "F", box=Rect(330, 100, 40, 30)))
    whole = path(maker_of(document).block("e")).steps
    with document.transaction("add") as step:
        step.add(Edge("g", "d", "f", name="Ett ord"))
    cut = path(maker_of(document).block("e")).steps
    assert sum(isinstance(step, Move) for step in whole) == 1 and sum(isinstance(step, Move) for step in cut) > 1


def test_a_part_of_a_curve_never_shoots_past_its_points_however_unevenly_they_lie() -> None:
    """Where it ends at a gap it would come back into the word there."""
    part = [Point(634, 388), Point(687, 391), Point(689, 391.5)]
    drawn = passing(through(part))
    assert {*part} <= {*drawn} and [point.x for point in drawn] == sorted(point.x for point in drawn)
    assert [point.y for point in drawn] == sorted(point.y for point in drawn)
