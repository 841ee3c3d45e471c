"""Lines beside the tree go around boxes, at right angles, and the same way each time."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.geometry import Point, Rect, rect_between
from editor.routing.detours import Detours
from editor.routing.express import Express
from editor.routing.ways import is_orthogonal

A, WALL, B = Rect(0, 0, 100, 40), Rect(-60, 100, 300, 40), Rect(0, 220, 100, 40)


def line(source: Rect, target: Rect, bends: tuple[Point, ...]) -> tuple[Point, ...]:
    return (source.centre, *bends, target.centre)


def hits(way: tuple[Point, ...], box: Rect) -> bool:
    return any(box.overlaps(rect_between(one, other).grown(0.5)) for one, other in itertools.pairwise(way))


def test_a_line_goes_around_what_stands_between() -> None:
    bends = Detours({"a": A, "wall": WALL, "b": B}).way(A, B)
    assert bends is not None
    way = line(A, B, bends)
    assert is_orthogonal(way) and not hits(way, WALL)


def test_two_lines_between_the_same_boxes_are_two() -> None:
    detours = Detours({"a": A, "wall": WALL, "b": B})
    assert detours.way(A, B) != detours.way(A, B)


def test_what_is_walled_in_gets_no_way() -> None:
    ring = {
        "n": Rect(-60, -60, 220, 20),
        "s": Rect(-60, 80, 220, 20),
        "w": Rect(-60, -60, 20, 160),
        "e": Rect(140, -60, 20, 160),
    }
    assert Detours({"a": A, "b": B.moved(0, 200), **ring}).way(A, B.moved(0, 200)) is None


def test_in_a_chart_of_thousands_a_line_goes_around_what_is_in_its_way() -> None:
    boxes = {f"{x} {y}": Rect(x * 150.0, y * 100.0, 100, 40) for x in range(50) for y in range(50)}
    bends = Detours(boxes).way(boxes["0 0"], boxes["40 30"])
    assert bends is not None
    way = line(boxes["0 0"], boxes["40 30"], bends)
    assert len(bends) <= 4 and not any(hits(way, box) for id, box in boxes.items() if id not in ("0 0", "40 30"))


CELLS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=16, unique=True)


@pytest.mark.parametrize("gap", [60, 120])
@given(cells=CELLS)
def test_where_boxes_stand_apart_every_line_has_a_free_way(gap: int, cells: list[tuple[int, int]]) -> None:
    boxes = {str(number): Rect(x * (120.0 + gap), y * (50.0 + gap), 120, 50) for number, (x, y) in enumerate(cells)}
    source, target, *others = boxes.values()
    bends = Detours(boxes).way(source, target)
    assert bends is not None
    way = line(source, target, bends)
    assert is_orthogonal(way)
    assert not any(hits(way, other) for other in others)
    assert bends == Detours(boxes).way(source, target)


@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([8.0, 12.0, 24.0]),
    st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_over_long_stretches_every_box_of_a_wide_field_is_reached(
    columns: int, rows: int, gap: float, ends: tuple[int, int]
) -> None:
    boxes = {
        f"{column}.{row}": Rect(column * (150 + gap) + row % 3 * 7, row * (40 + gap), 150 - row % 2 * 60, 40)
        for column in range(columns)
        for row in range(rows)
    }
    ids = list(boxes)
    one, other = (ids[end % len(ids)] for end in ends)
    points = Express(boxes).way(boxes[one], boxes[other], lambda corridor, start, end: abs(end - start))
    if one == other:
        return
    assert points is not None and is_orthogonal(points)
    assert not any(hits(tuple(points), box) for id, box in boxes.items() if id not in (one, other))


def test_over_long_stretches_what_is_walled_in_gets_no_way() -> None:
    ring = [(-60, -60, 220, 20), (-60, 80, 220, 20), (-60, -60, 20, 160), (140, -60, 20, 160)]
    boxes = {"in": Rect(0, 0, 100, 40), "out": Rect(0, 300, 100, 40)}
    boxes |= {f"w{number}": Rect(*wall) for number, wall in enumerate(ring)}
    assert Express(boxes).way(boxes["in"], boxes["out"], lambda corridor, start, end: abs(end - start)) is None


def test_in_a_large_chart_no_line_is_left_over() -> None:
    boxes = {f"n{number}": Rect(number % 50 * 174, number // 50 * 64, 150, 40) for number in range(1_600)}
    detours = Detours(boxes)
    for number in range(0, 1_500, 50):
        one, other = boxes[f"n{number}"], boxes[f"n{1_599 - number}"]
        bends = detours.way(one, other)
        assert bends is not None
        way = line(one, other, bends)
        assert not any(hits(way, box) for box in boxes.values() if box not in (one, other))


def test_a_line_goes_around_a_stack_rather_than_through_its_narrow_gaps() -> None:
    stack = {f"s{row}": Rect(200, 8 + row * 52, 500, 40) for row in range(-1, 2)}
    source, target = Rect(0, 34, 100, 40), Rect(800, 34, 100, 40)
    bends = Detours({"source": source, "target": target, **stack}).way(source, target)
    assert bends is not None
    way = line(source, target, bends)
    close = [box.grown(6.5) for box in stack.values()]
    assert is_orthogonal(way) and not any(hits(way, box) for box in close)
