"""A municipality, large or small, deep or flat, comes out as a chart that fits a page and can be read."""

import itertools

import pytest
from layout_charts import PRESETS, aspect, chart, municipality, overlapping, sizes_of

from editor.geometry import Point, bounds_of
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary
from editor.routing.ways import is_orthogonal

DOWNWARDS = {"down", "up"}
TREES = [id for id, preset in PRESETS.items() if preset.engine == "dot"]
MUNICIPALITIES = {
    "17 committees of 3": municipality(17, [3]),
    "30 committees of 1 or 2": municipality(30, [1, 2]),
    "74 units": municipality(9, [6], administered=True),
    "86 units": municipality(12, [3, 9, 4, 5, 6, 8, 10]),
    "87 units": municipality(17, [4]),
    "150 units": municipality(15, [5, 9, 12, 7]),
    "300 units": municipality(20, [8, 20, 12, 14]),
    "three levels below": municipality(8, [3, 4, 2], below=4, administered=True),
    "small": municipality(3, [2]),
}


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_a_municipality_fits_a_page(name: str) -> None:
    document = MUNICIPALITIES[name]
    boxes = dict(arrange(document, Vocabulary(), sizes_of(document), PRESETS["down"]).boxes)
    assert overlapping(boxes, document) == []
    assert 1.0 <= aspect(boxes) <= 2.2


@pytest.mark.parametrize("preset", TREES)
@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_lines_of_a_tree_are_right_angled_and_leave_the_boxes_alone(name: str, preset: str) -> None:
    document = MUNICIPALITIES[name]
    arrangement = arrange(document, Vocabulary(), sizes_of(document), PRESETS[preset])
    boxes = dict(arrangement.boxes)
    assert overlapping(boxes, document) == []
    assert aspect(boxes) <= 5 or PRESETS[preset].stacks != "free"
    for edge in document.edges.values():
        begins, ends = arrangement.ports.get(edge.id, (Point(0.0, 0.0), Point(0.0, 0.0)))
        start, end = boxes[edge.source].centre.moved(*begins), boxes[edge.target].centre.moved(*ends)
        assert is_orthogonal((start, *arrangement.bends[edge.id], end))


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_siblings_are_read_in_their_order(name: str) -> None:
    """From left to right and row by row, or column by column: never backwards in both."""
    document = MUNICIPALITIES[name]
    boxes = arrange(document, Vocabulary(), sizes_of(document), PRESETS["down"]).boxes
    children: dict[str, list[str]] = {}
    for edge in document.edges.values():
        children.setdefault(edge.source, []).append(edge.target)
    for siblings in children.values():
        for one, next_one in itertools.pairwise(siblings):
            assert boxes[next_one].x > boxes[one].x or boxes[next_one].y > boxes[one].y


def test_a_parent_stands_over_its_children_and_its_row_has_even_tops() -> None:
    document = chart([("a", "b"), ("a", "c"), ("a", "d"), ("b", "e"), ("d", "f")])
    boxes = arrange(document, Vocabulary(), {**sizes_of(document), "c": (190.0, 90.0)}, PRESETS["down"]).boxes
    assert boxes["b"].y == boxes["c"].y == boxes["d"].y > boxes["a"].bottom
    assert boxes["a"].centre.x == pytest.approx((boxes["b"].centre.x + boxes["d"].centre.x) / 2)
    assert boxes["e"].y == boxes["f"].y > boxes["c"].bottom


@pytest.mark.parametrize(
    ("preset", "is_behind"),
    [
        ("down", lambda parent, child: child.y >= parent.bottom),
        ("up", lambda parent, child: child.bottom <= parent.y),
        ("right", lambda parent, child: child.x >= parent.right),
        ("left", lambda parent, child: child.right <= parent.x),
    ],
)
def test_children_stand_in_the_direction_asked_for(preset: str, is_behind) -> None:  # type: ignore[no-untyped-def]
    document = municipality(5, [3, 4])
    boxes = arrange(document, Vocabulary(), sizes_of(document), PRESETS[preset]).boxes
    assert all(is_behind(boxes[edge.source], boxes[edge.target]) for edge in document.edges.values())


@pytest.mark.parametrize("preset", PRESETS)
def test_the_same_chart_is_laid_out_the_same_each_time(preset: str) -> None:
    document = municipality(5, [3, 1])
    first = arrange(document, Vocabulary(), sizes_of(document), PRESETS[preset])
    assert first == arrange(document, Vocabulary(), sizes_of(document), PRESETS[preset])


def test_nothing_and_a_single_box_are_charts_too() -> None:
    assert arrange(Document(), Vocabulary(), {}, PRESETS["down"]).boxes == {}
    boxes = arrange(chart([], "a"), Vocabulary(), {"a": (100.0, 40.0)}, PRESETS["down"]).boxes
    assert bounds_of(boxes.values()) == (0, 0, 100, 40)
