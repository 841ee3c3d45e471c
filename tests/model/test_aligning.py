"""Boxes lined up, spread and sized alike, with their insides and lines, as one step."""

import itertools
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.geometry import Point, Rect, segment_crosses
from editor.model.aligning import Line, aligned, arrange, distributed, sized_alike
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.routing.ways import is_orthogonal, is_straight

BOXES = {"a": Rect(0, 0, 100, 40), "b": Rect(250, 100, 60, 20), "c": Rect(120, 300, 80, 60)}
SIZES = st.floats(1, 500)
PLACES = st.floats(-1000, 1000)
MANY = st.dictionaries(st.text("abcdefgh", min_size=1), st.builds(Rect, PLACES, PLACES, SIZES, SIZES), min_size=3)


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("left", [(0, 0), (0, 100), (0, 300)]),
        ("centre", [(105, 0), (125, 100), (115, 300)]),
        ("right", [(210, 0), (250, 100), (230, 300)]),
        ("top", [(0, 0), (250, 0), (120, 0)]),
        ("middle", [(0, 160), (250, 170), (120, 150)]),
        ("bottom", [(0, 320), (250, 340), (120, 300)]),
    ],
)
def test_boxes_line_up_along_the_area_they_take(line: Line, places: list[tuple[float, float]]) -> None:
    assert [(box.x, box.y) for box in aligned(BOXES, line).values()] == places


def test_gaps_are_equal_and_the_outermost_stay() -> None:
    spread = distributed(BOXES, "across")
    assert (spread["a"], spread["b"].x, spread["c"].x) == (BOXES["a"], 250, 135)
    assert [distributed(BOXES, "down")[id].y for id in "abc"] == [0, 160, 300]


@given(MANY)
def test_spreading_keeps_sizes_and_the_order(boxes: dict[str, Rect]) -> None:
    spread = distributed(boxes, "down")
    assert spread.keys() == boxes.keys()
    assert all(spread[id][2:] == box[2:] and spread[id].x == box.x for id, box in boxes.items())
    again = distributed(spread, "down")
    assert sum(box.height for box in again.values()) == pytest.approx(sum(box.height for box in boxes.values()))


def test_sizes_follow_the_largest_and_middles_stay() -> None:
    alike = sized_alike(BOXES, "both")
    assert {box[2:] for box in alike.values()} == {(100, 60)}
    assert all(alike[id].centre == box.centre for id, box in BOXES.items())
    assert sized_alike(BOXES, "width")["b"] == Rect(230, 100, 100, 20)


def test_insides_of_frames_move_along_once_and_frames_keep_their_size() -> None:
    nodes = [
        Node("g", box=Rect(300, 300, 200, 100), is_group=True),
        Node("m", group="g", box=Rect(320, 340, 50, 20)),
        Node("a", box=Rect(0, 0, 100, 40)),
    ]
    document = Document(nodes)
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["g", "m", "a"], partial(aligned, line="left"))
    assert document.nodes["m"].box == Rect(20, 340, 50, 20) and document.nodes["g"].box == Rect(0, 300, 200, 100)
    with document.transaction("Lika stora") as step:
        arrange(document, step, ["g", "a"], partial(sized_alike, side="both"))
    group, box = document.nodes["g"].box, document.nodes["a"].box
    assert group is not None and box is not None and (group.width, box.width) == (200, 200)
    document.undo()
    document.undo()
    assert document.nodes["m"].box == Rect(320, 340, 50, 20)


def test_lines_of_ours_stay_at_right_angles() -> None:
    nodes = [Node("a", box=Rect(0, 0, 100, 40)), Node("b", box=Rect(200, 200, 60, 40))]
    line = Edge("ab", "a", "b", kind="leads", bends=(Point(50, 120), Point(230, 120)))
    document = Document(nodes, [line])
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["a", "b"], partial(aligned, line="right"))
    box = document.nodes["a"].box
    assert box is not None and box.right == 260
    assert document.edges["ab"].bends[0].x == box.centre.x


def chain(kind: str | None = "leads") -> Document:
    """Two boxes that a line led by the program joins, and a third that stands elsewhere."""
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 200, 100, 40), "c": Rect(300, 120, 80, 40)}
    return Document([Node(id, box=box) for id, box in boxes.items()], [Edge("ab", "a", "b", kind=kind)])


def way(document: Document, id: str) -> list[Point]:
    edge = document.edges[id]
    ends = [document.nodes[end].box for end in (edge.source, edge.target)]
    assert ends[0] is not None and ends[1] is not None
    return [ends[0].centre, *edge.bends, ends[1].centre]


def test_a_straight_line_runs_at_right_angles_after_one_of_its_boxes_was_lined_up() -> None:
    document = chain()
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["b", "c"], partial(aligned, line="right"))
    assert document.edges["ab"].bends and is_orthogonal(way(document, "ab"))
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["a", "b"], partial(aligned, line="centre"))
    assert document.edges["ab"].bends == () and is_straight(*way(document, "ab"))


def test_a_line_drawn_by_its_author_stays_as_it_was_drawn() -> None:
    document = chain(kind=None)
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["b", "c"], partial(aligned, line="right"))
    assert document.edges["ab"].bends == ()


def test_lines_of_boxes_that_pass_each_other_stay_at_right_angles() -> None:
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(20, 10, 100, 40), "c": Rect(40, 600, 100, 40)}
    lines = [Edge("ac", "a", "c", kind="leads", bends=(Point(50, 300), Point(90, 300)))]
    document = Document([Node(id, box=box) for id, box in boxes.items()], lines)
    for how in (partial(distributed, way="down"), partial(aligned, line="left"), partial(aligned, line="right")):
        with document.transaction("Rada upp") as step:
            arrange(document, step, boxes, how)
    assert is_orthogonal(way(document, "ac"))


def test_a_line_that_would_run_through_a_box_lined_up_goes_around_others() -> None:
    document = chain()
    with document.transaction("Hinder") as step:
        step.add(Node("wall", box=Rect(-20, 90, 140, 40)))
        step.update("b", box=Rect(400, 200, 100, 40))
        step.update("ab", bends=(Point(50, 60), Point(450, 60)))
    with document.transaction("Rada upp") as step:
        arrange(document, step, ["a", "b"], partial(aligned, line="left"))
    line, wall = way(document, "ab"), document.nodes["wall"].box
    assert wall is not None and is_orthogonal(line)
    assert not any(segment_crosses(wall, one, other) for one, other in itertools.pairwise(line))
