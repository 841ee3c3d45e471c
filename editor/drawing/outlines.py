"""Closed outlines of the shapes a file can ask for, and small helpers to build paths."""

import math
from collections.abc import Iterable, Sequence

from editor.drawing.shapes import Box, Close, Cubic, Ellipse, Line, Move, Path, Step, Stroke
from editor.geometry import Point, Rect

POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "hexagon": ((0.1, 0), (0.9, 0), (1, 0.5), (0.9, 1), (0.1, 1), (0, 0.5)),
    "octagon": ((0.29, 0), (0.71, 0), (1, 0.29), (1, 0.71), (0.71, 1), (0.29, 1), (0, 0.71), (0, 0.29)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "triangle2": ((0, 0), (1, 0), (0.5, 1)),
    "trapezoid": ((0.15, 0), (0.85, 0), (1, 1), (0, 1)),
    "trapezoid2": ((0, 0), (1, 0), (0.85, 1), (0.15, 1)),
    "parallelogram": ((0.1, 0), (1, 0), (0.9, 1), (0, 1)),
    "parallelogram2": ((0, 0), (0.9, 0), (1, 1), (0.1, 1)),
    "fatarrow": ((0, 0), (0.9, 0), (1, 0.5), (0.9, 1), (0, 1), (0.1, 0.5)),
    "fatarrow2": ((0.1, 0), (1, 0), (0.9, 0.5), (1, 1), (0.1, 1), (0, 0.5)),
}
STARS = {"star5": 5, "star6": 6, "star8": 8}
ROUND_PX = 8.0


def outline(shape: str | None, rect: Rect, fill: str | None, stroke: Stroke | None) -> Box | Ellipse | Path:
    """The shape inside a rectangle; a shape that is not known here is a rectangle."""
    name = (shape or "rectangle").lower()
    if name in ("ellipse", "circle"):
        return Ellipse(rect, fill, stroke)
    if name in POLYGONS:
        return Path(polygon(_scaled(POLYGONS[name], rect)), fill, stroke)
    if name in STARS:
        return Path(polygon(_scaled(_star(STARS[name]), rect)), fill, stroke)
    rounded = "round" in name
    return Box(rect, min(ROUND_PX, rect.width / 2, rect.height / 2) if rounded else 0.0, fill, stroke)


def polygon(points: Iterable[Point]) -> tuple[Step, ...]:
    return (*polyline(tuple(points)), Close())


def polyline(points: Sequence[Point]) -> tuple[Step, ...]:
    return (Move(points[0]), *(Line(point) for point in points[1:]))


def rounded(points: Sequence[Point], radius: float) -> tuple[Step, ...]:
    """A polyline whose corners are rounded, by less where its segments are short."""
    steps: list[Step] = [Move(points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, before.distance_to(corner) / 2, corner.distance_to(after) / 2)
        if room < 0.5:
            steps.append(Line(corner))
            continue
        enter, leave = towards(corner, before, room), towards(corner, after, room)
        steps += [Line(enter), Cubic(towards(enter, corner, room * 0.55), towards(leave, corner, room * 0.55), leave)]
    return (*steps, Line(points[-1]))


def towards(start: Point, end: Point, distance: float) -> Point:
    length = start.distance_to(end)
    if not length:
        return start
    return Point(start.x + (end.x - start.x) * distance / length, start.y + (end.y - start.y) * distance / length)


def bar(rect: Rect, width: float, radius: float, fill: str) -> Path:
    """The coloured bar at the left of a box, its outer corners rounded like the box's."""
    x, y, bottom, k = rect.x, rect.y, rect.bottom, radius * 0.45
    steps: tuple[Step, ...] = (
        Move(Point(x + width, y)),
        Line(Point(x + radius, y)),
        Cubic(Point(x + k, y), Point(x, y + k), Point(x, y + radius)),
        Line(Point(x, bottom - radius)),
        Cubic(Point(x, bottom - k), Point(x + k, bottom), Point(x + radius, bottom)),
        Line(Point(x + width, bottom)),
        Close(),
    )
    return Path(steps, fill)


def _scaled(points: Iterable[tuple[float, float]], rect: Rect) -> list[Point]:
    return [Point(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in points]


def _star(tips: int) -> list[tuple[float, float]]:
    corners = []
    for index in range(2 * tips):
        reach = 0.5 if index % 2 == 0 else 0.22
        angle = math.pi * index / tips - math.pi / 2
        corners.append((0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)))
    return corners
