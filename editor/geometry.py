"""Points, rectangles and polylines, in pixels with y downwards, as every drawing here counts them."""

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

ABSURD_PX = 1e7
"""Coordinates beyond this are no drawing: they would overflow Qt's 32-bit device coordinates when zoomed."""
new = tuple.__new__
"""`new(Point, (x, y))` is `Point(x, y)` in a third of the time: for what is made for every shape of a chart."""


class Point(NamedTuple):
    """A place on the drawing plane."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        return Point(self.x + dx, self.y + dy)

    def distance_to(self, other: "Point") -> float:
        return math.hypot(self.x - other.x, self.y - other.y)


class Rect(NamedTuple):
    """An upright rectangle: top left corner, width and height (never negative)."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        return (
            Point(self.x, self.y),
            Point(self.right, self.y),
            Point(self.right, self.bottom),
            Point(self.x, self.bottom),
        )

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Rect":
        """The rectangle with a margin on all four sides; a negative margin shrinks it, at most to a point."""
        dx, dy = max(margin, -self.width / 2), max(margin, -self.height / 2)
        return Rect(self.x - dx, self.y - dy, self.width + 2 * dx, self.height + 2 * dy)

    def contains(self, point: Point) -> bool:
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def encloses(self, other: "Rect") -> bool:
        return self.x <= other.x and self.y <= other.y and self.right >= other.right and self.bottom >= other.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share an area; rectangles that only touch do not."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def touches(self, other: "Rect") -> bool:
        """Whether the two share at least a point. Plain numbers: it is asked thousands of times in every frame."""
        x, y, width, height = self
        left, top, wide, high = other
        return x <= left + wide and left <= x + width and y <= top + high and top <= y + height

    def united(self, other: "Rect") -> "Rect":
        x, y, width, height = self
        left, top, wide, high = other
        right, bottom = x + width, y + height
        right, bottom = max(right, left + wide), max(bottom, top + high)
        left, top = min(x, left), min(y, top)
        return Rect(left, top, right - left, bottom - top)

    def border_towards(self, target: Point) -> Point:
        """Where the straight line from the centre to `target` leaves the rectangle; the centre if they coincide."""
        centre = self.centre
        dx, dy = target.x - centre.x, target.y - centre.y
        if not dx and not dy:
            return centre
        reach_x = self.width / 2 / abs(dx) if dx else math.inf
        reach_y = self.height / 2 / abs(dy) if dy else math.inf
        reach = min(reach_x, reach_y)
        return Point(centre.x + dx * reach, centre.y + dy * reach)


def rect_between(a: Point, b: Point) -> Rect:
    """The rectangle that has `a` and `b` as opposite corners."""
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))


def bounds_of(rects: Iterable[tuple[float, float, float, float]]) -> Rect | None:
    """The smallest rectangle around all of them; None where there are none.

    Plain comparisons, here and below: it is asked for every shape of every picture.
    """
    left = top = math.inf
    right = bottom = -math.inf
    for x, y, width, height in rects:
        if x < left:
            left = x
        if y < top:
            top = y
        if x + width > right:
            right = x + width
        if y + height > bottom:
            bottom = y + height
    return None if left == math.inf else Rect(left, top, right - left, bottom - top)


def bounds_of_points(points: Iterable[Point]) -> Rect | None:
    """The smallest rectangle around all points; None where there are none."""
    left = top = math.inf
    right = bottom = -math.inf
    for x, y in points:
        if x < left:
            left = x
        if y < top:
            top = y
        if x > right:
            right = x
        if y > bottom:
            bottom = y
    return None if left == math.inf else Rect(left, top, right - left, bottom - top)


def is_sane(*numbers: float) -> bool:
    """Whether all numbers can stand in a drawing: finite and not absurdly large."""
    return min(numbers) >= -ABSURD_PX and max(numbers) <= ABSURD_PX and not any(map(math.isnan, numbers))


def distance_to_segment(point: Point, start: Point, end: Point) -> float:
    """The shortest distance from a point to a line segment."""
    dx, dy = end.x - start.x, end.y - start.y
    length_squared = dx * dx + dy * dy
    if not length_squared:
        return point.distance_to(start)
    along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length_squared
    along = min(1.0, max(0.0, along))
    return math.hypot(point.x - start.x - along * dx, point.y - start.y - along * dy)


def distance_to_polyline(point: Point, line: Sequence[Point]) -> float:
    """The shortest distance from a point to a polyline; infinite where the line has fewer than two points."""
    return min(
        (distance_to_segment(point, start, end) for start, end in itertools.pairwise(line)),
        default=math.inf,
    )


def polyline_length(line: Sequence[Point]) -> float:
    return sum(start.distance_to(end) for start, end in itertools.pairwise(line))


def point_along(line: Sequence[Point], ratio: float) -> Point:
    """The point at `ratio` (0 to 1) of the line's length. The line has at least one point."""
    rest = polyline_length(line) * ratio
    for start, end in itertools.pairwise(line):
        length = start.distance_to(end)
        if rest <= length and length:
            return Point(start.x + (end.x - start.x) * rest / length, start.y + (end.y - start.y) * rest / length)
        rest -= length
    return line[-1]


def segment_crosses(rect: Rect, start: Point, end: Point) -> bool:
    """Whether a segment runs through the inside of a rectangle (touching its border does not count).

    Liang and Barsky's clipping, A new concept and method for line clipping, ACM TOG 3(1), 1984.
    """
    dx, dy = end.x - start.x, end.y - start.y
    enters, leaves = 0.0, 1.0
    for step, room in (
        (-dx, start.x - rect.x),
        (dx, rect.right - start.x),
        (-dy, start.y - rect.y),
        (dy, rect.bottom - start.y),
    ):
        if not step:
            if room <= 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters < leaves
