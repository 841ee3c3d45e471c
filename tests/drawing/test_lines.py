"""Lines: where they begin and end, where their word stands, how they tell themselves apart."""

import itertools

import pytest
from example_charts import VOCABULARY, drawn

from editor.drawing.edges import way
from editor.drawing.shapes import Block, Box, Path, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Facts, Look, Node

LEFT = Node("a", "A", "post", box=Rect(0, 0, 100, 40))
RIGHT = Node("b", "B", "post", box=Rect(400, 0, 100, 40))
LOWER = Node("c", "C", "post", box=Rect(0, 80, 100, 40))


def lines(*edges: Edge, nodes: tuple[Node, ...] = (LEFT, RIGHT, LOWER)) -> list[Block]:
    return [block for block in drawn(Document(nodes, edges), paper=False).blocks if block.role == "edge"]


def ends(block: Block) -> tuple[Point, Point]:
    path = next(shape for shape in block.shapes if isinstance(shape, Path))
    first, last = path.steps[0], path.steps[-1]
    return first.to, last.to  # type: ignore[union-attr]


def pill(block: Block) -> Rect:
    return next(shape.rect for shape in block.shapes if isinstance(shape, Box))


def test_a_straight_line_goes_from_border_to_border() -> None:
    (block,) = lines(Edge("e", "a", "b"))
    assert ends(block) == (Point(100, 20), Point(400, 20))


def test_parallel_lines_do_not_cover_each_other() -> None:
    starts = [ends(block)[0] for block in lines(Edge("e", "a", "b"), Edge("f", "a", "b"), Edge("g", "b", "a"))]
    assert len({start.y for start in starts}) == 3


def test_a_loop_leaves_and_comes_back() -> None:
    (block,) = lines(Edge("e", "a", "a"))
    start, end = ends(block)
    assert start != end and LEFT.box is not None and block.bounds.right > LEFT.box.right


def test_words_of_lines_that_meet_stand_on_their_own_stretches() -> None:
    """Both end on the same stretch, so each word stands on the first."""
    edges = [
        Edge("e", "a", "b", kind="coordinates", bends=(Point(300, 20),)),
        Edge("f", "c", "b", kind="coordinates", bends=(Point(300, 100), Point(300, 20))),
    ]
    first, second = (pill(block) for block in lines(*edges))
    assert not first.overlaps(second)
    assert second.centre.y == pytest.approx(100, abs=1)


def test_a_word_is_kept_off_the_marks_at_the_ends() -> None:
    (block,) = lines(Edge("e", "a", "b", kind="prepares_for"))
    word = pill(block)
    assert word.x > 100 + 10 and word.right < 400 - 10


def test_a_word_on_a_line_too_short_for_it_stands_on_the_longest_stretch() -> None:
    (block,) = lines(Edge("e", "a", "c", kind="deputises_for"))
    assert pill(block).centre.y == pytest.approx(60, abs=1)


def test_planned_relations_are_dashed() -> None:
    settled, planned = lines(
        Edge("e", "a", "b", kind="reports_to"), Edge("f", "a", "c", kind="reports_to", facts=Facts(status="planned"))
    )
    dashes = [next(shape.stroke for shape in block.shapes if isinstance(shape, Path)) for block in (settled, planned)]
    assert [bool(stroke and stroke.dash) for stroke in dashes] == [False, True]


@pytest.mark.parametrize(
    "arrow", ["standard", "plain", "white_delta", "diamond", "circle", "t_shape", "crows_foot_one"]
)
def test_every_known_mark_is_drawn(arrow: str) -> None:
    (block,) = lines(Edge("e", "a", "b", look=Look(target_arrow=arrow)))
    assert len(block.shapes) == 2


@pytest.mark.parametrize("arrow", ["none", "standart", ""])
def test_no_mark_and_unknown_marks_are_a_plain_end(arrow: str) -> None:
    (block,) = lines(Edge("e", "a", "b", look=Look(target_arrow=arrow)))
    assert len(block.shapes) == 1


def test_relations_in_the_legend_can_be_told_apart() -> None:
    """Every relation at once: no two entries of the legend look the same."""
    edges = [Edge(f"e{kind}", "a", "b", kind=kind) for kind in VOCABULARY.relations]
    legend = drawn(Document((LEFT, RIGHT), edges)).blocks[0]
    assert legend.role == "paper"
    swatches: list[tuple[object, ...]] = []
    for label, shapes in itertools.groupby(legend.shapes, key=lambda shape: isinstance(shape, Text)):
        if not label:
            swatches.append(tuple(_appearance(shape) for shape in shapes))
    assert len(swatches) > 8 and len(set(swatches)) == len(swatches)


def _appearance(shape: object) -> object:
    """A swatch as it looks wherever it stands."""
    if not isinstance(shape, Path):
        return shape
    points = [step.to for step in shape.steps if hasattr(step, "to")]
    return tuple((round(p.x - points[0].x, 1), round(p.y - points[0].y, 1)) for p in points), shape.fill, shape.stroke


def test_the_legend_shows_only_what_occurs() -> None:
    words = [
        line.text
        for block in drawn(Document((LEFT, RIGHT), [Edge("e", "a", "b", kind="coordinates")])).blocks
        if block.role == "paper"
        for shape in block.shapes
        if isinstance(shape, Text)
        for line in shape.lines
    ]
    assert words == ["Tjänstemannaorganisation", "samordnar"]
    assert LIGHT.paper == "#ffffff"


@pytest.mark.parametrize("place", [Rect(400, 0, 100, 40), Rect(0, 400, 100, 40)])
def test_a_line_to_a_counted_set_ends_before_its_sheets(place: Rect) -> None:
    """What comes from the right or from below would else end behind them, arrow and all."""
    stack = Node("s", "Avdelningar", "counted_set", box=Rect(0, 0, 100, 40))
    (block,) = lines(Edge("e", "other", "s", kind="reports_to"), nodes=(stack, Node("other", "B", "post", box=place)))
    end = ends(block)[1]
    assert (end.x, end.y) in ((108, 20), (50, 48))


def test_lines_from_a_box_to_itself_go_around_different_corners_and_stay_in_the_room_above_it() -> None:
    box = Rect(0, 0, 100, 40)
    loops = [way(Edge("e", "a", "a"), box, box, rank) for rank in (-0.5, 0.5)]
    assert all(point.x < 50 for point in loops[0]) and all(point.x > 50 for point in loops[1])
    assert all(min(point.y for point in loop) == -16 for loop in loops)  # in the least room above a box of a stack
    assert way(Edge("e", "a", "a"), box, box, 1.0) != way(Edge("e", "a", "a"), box, box, 0.0)


def test_parallel_lines_attached_at_different_places_run_where_they_are_attached() -> None:
    """A layout and other programs say by that which is which; spread apart once more they might run into boxes."""
    above, below = Point(0, -12), Point(0, 12)
    one = Edge("e", "a", "b", source_offset=above, target_offset=above)
    other = Edge("f", "b", "a", source_offset=below, target_offset=below)
    assert [ends(block) for block in lines(one, other)] == [
        (Point(100, 8), Point(400, 8)),
        (Point(400, 32), Point(100, 32)),
    ]
