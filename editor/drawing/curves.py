"""The curves that yEd's files ask for, as cubic steps through or past the bends."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from editor.drawing.outlines import polyline, rounded, towards
from editor.drawing.shapes import Close, Cubic, Line, Move, Step
from editor.geometry import Point

CORNER, SMOOTH = 6.0, 24.0
SAMPLED = (0.1, 0.25, 0.5, 0.75, 0.9)
PULL = 2 / 3
"""How far the handles of a cubic reach to the one control point that it stands for."""


def line_steps(name: str | None, line: Sequence[Point]) -> tuple[Step, ...]:
    """A line through its corners: bent as its file says, else straight with rounded corners."""
    if len(line) == 2:
        return polyline(line)
    drawn = CURVES.get(name or "")
    return drawn(line) if drawn else rounded(line, SMOOTH if name == "smoothed" else CORNER)


def passing(steps: Sequence[Step]) -> tuple[Point, ...]:
    """Points that drawn steps go through, near enough to each other on curves."""
    found: list[Point] = []
    for step in steps:
        if isinstance(step, Cubic):
            found += [on_cubic(found[-1], step, at) for at in SAMPLED]
        if not isinstance(step, Close):
            found.append(step.to)
    return tuple(found)


def on_cubic(start: Point, step: Cubic, at: float) -> Point:
    """The point of a curve at a part from 0 to 1 of it."""
    rest = 1 - at
    parts = rest**3, 3 * rest * rest * at, 3 * rest * at * at, at**3
    four = (start, step.first, step.second, step.to)
    return Point(*(sum(part * point[axis] for part, point in zip(parts, four, strict=True)) for axis in (0, 1)))


def _quadratic(line: Sequence[Point]) -> tuple[Step, ...]:
    """The bends pull the curve towards themselves; between two of them it passes their middle."""
    steps: list[Step] = [Move(line[0])]
    here = line[0]
    for bend, after in pairwise(line[1:]):
        to = after if after is line[-1] else _middle(bend, after)
        first = towards(here, bend, here.distance_to(bend) * PULL)
        steps.append(Cubic(first, towards(to, bend, to.distance_to(bend) * PULL), to))
        here = to
    return tuple(steps)


def _arc(line: Sequence[Point]) -> tuple[Step, ...]:
    """The one bend of an arc is its highest point."""
    if len(line) != 3:
        return _quadratic(line)
    start, top, end = line
    middle = _middle(start, end)
    return _quadratic((start, Point(2 * top.x - middle.x, 2 * top.y - middle.y), end))


def _bezier(line: Sequence[Point]) -> tuple[Step, ...]:
    """The bends are handles, two for each piece, and where a piece ends there is a third."""
    handles = line[1:-1]
    if len(handles) % 3 != 2:
        return _quadratic(line)
    steps: list[Step] = [Move(line[0])]
    steps += [Cubic(*line[at : at + 3]) for at in range(1, len(line) - 1, 3)]
    return tuple(steps)


def _spline(line: Sequence[Point]) -> tuple[Step, ...]:
    """Through every bend, each passed in the direction from the one before to the one after."""
    steps: list[Step] = [Move(line[0])]
    for at in range(len(line) - 1):
        before, start, end, after = line[max(at - 1, 0)], line[at], line[at + 1], line[min(at + 2, len(line) - 1)]
        first = Point(start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
        second = Point(end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
        steps.append(Line(end) if first == second else Cubic(first, second, end))
    return tuple(steps)


def through(line: Sequence[Point]) -> tuple[Step, ...]:
    """Smoothly through points of a curve, some close to each other and some far apart; it never shoots past one."""
    steps: list[Step] = [Move(line[0])]
    for at in range(len(line) - 1):
        before, start, end, after = line[max(at - 1, 0)], line[at], line[at + 1], line[min(at + 2, len(line) - 1)]
        longest = start.distance_to(end) / 3
        first = towards(start, start.moved(end.x - before.x, end.y - before.y), longest)
        second = towards(end, end.moved(start.x - after.x, start.y - after.y), longest)
        steps.append(Line(end) if first == second else Cubic(first, second, end))
    return tuple(steps)


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


CURVES: dict[str, Callable[[Sequence[Point]], tuple[Step, ...]]] = {
    "ArcEdge": _arc,
    "QuadCurveEdge": _quadratic,
    "BezierEdge": _bezier,
    "SplineEdge": _spline,
}
"""By the names of yEd's elements."""
