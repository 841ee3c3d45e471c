"""Points, rectangles, polylines, and lines that follow their boxes."""

import math

import hypothesis.strategies as st
import pytest
from hypothesis import given

from editor import geometry
from editor.geometry import Point, Rect
from editor.routing import ways

NUMBERS = st.integers(-1000, 1000).map(float)
POINTS = st.builds(Point, NUMBERS, NUMBERS)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, st.integers(1, 400).map(float), st.integers(1, 400).map(float))


@given(st.lists(RECTS, min_size=1))
def test_bounds_enclose_all(rects: list[Rect]) -> None:
    bounds = geometry.bounds_of(rects)
    assert bounds is not None
    assert all(bounds.encloses(rect) for rect in rects)


@given(RECTS, POINTS)
def test_the_border_point_lies_on_the_border(rect: Rect, target: Point) -> None:
    point = rect.border_towards(target)
    if target != rect.centre:
        on_side = min(abs(point.x - rect.x), abs(point.x - rect.right)) < 1e-6
        on_edge = min(abs(point.y - rect.y), abs(point.y - rect.bottom)) < 1e-6
        assert on_side or on_edge


@given(RECTS, POINTS, POINTS)
def test_a_crossing_segment_has_a_point_inside(rect: Rect, start: Point, end: Point) -> None:
    inside = rect.grown(-0.001)
    steps = [Point(start.x + (end.x - start.x) * k / 400, start.y + (end.y - start.y) * k / 400) for k in range(401)]
    if any(inside.contains(step) for step in steps):
        assert geometry.segment_crosses(rect, start, end)


def test_a_segment_along_the_border_does_not_cross() -> None:
    assert not geometry.segment_crosses(Rect(0, 0, 10, 10), Point(0, -5), Point(0, 15))


def test_distances() -> None:
    line = [Point(0, 0), Point(10, 0), Point(10, 10)]
    assert geometry.distance_to_polyline(Point(5, 3), line) == 3
    assert geometry.distance_to_polyline(Point(5, 3), line[:1]) == math.inf
    assert geometry.point_along(line, 0.75) == Point(10, 5)


@pytest.mark.parametrize("number", [math.nan, math.inf, 1e300])
def test_absurd_numbers_are_not_sane(number: float) -> None:
    assert not geometry.is_sane(0, number)
    assert geometry.is_sane(0, -3.5)


@given(RECTS, RECTS, NUMBERS, NUMBERS)
def test_a_right_angled_line_stays_so_when_its_box_moves(source: Rect, target: Rect, dx: float, dy: float) -> None:
    bends = ways.between(source, target)
    after = target.moved(dx, dy)
    followed = ways.following(bends, (source, target), (source, after))
    if bends and followed:
        assert ways.is_orthogonal((source.centre, *followed, after.centre))


@given(RECTS, RECTS)
def test_a_line_stays_where_nothing_moved(source: Rect, target: Rect) -> None:
    bends = ways.between(source, target)
    assert ways.following(bends, (source, target), (source, target)) == bends
