"""Closed outlines of the shapes a file can ask for, and small helpers to build paths."""

import functools
import math
from collections.abc import Iterable, Sequence

from editor.drawing.shapes import Box, Close, Cubic, Ellipse, Line, Move, Path, Step, Stroke
from editor.geometry import Point, Rect, new

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
ALIASES = {
    "decision": "diamond",
    "gateway": "diamond",
    "relationship": "diamond",
    "start1": "ellipse",
    "start2": "ellipse",
    "onpagereference": "ellipse",
    "event": "ellipse",
    "attribute": "ellipse",
    "multivalued_attribute": "ellipse",
    "preparation": "hexagon",
    "conversation": "hexagon",
    "data": "parallelogram",
    "manualoperation": "trapezoid2",
    "terminator": "capsule",
    "delay": "capsule",
    "display": "capsule",
    "directdata": "capsule",
    "database": "capsule",
    "activity": "roundrectangle",
}
"""The last word of the configurations that yEd's flowcharts, BPMN and entity diagrams name; others are rectangles."""
STARS = {"star5": 5, "star6": 6, "star8": 8}
ROUND_PX = 8.0
ELLIPSES = ("ellipse", "circle")
PLATES = ("shinyplate", "bevelnode")
CLOSE = Close()
ROUND = [(0.5 + math.cos(math.tau * at / 72) / 2, 0.5 + math.sin(math.tau * at / 72) / 2) for at in range(72)]
"""An ellipse as a line meets it."""


def outline(shape: str | None, rect: Rect, fill: str | None, stroke: Stroke | None) -> Box | Ellipse | Path:
    """The shape inside a rectangle; a shape that is not known here is a rectangle."""
    name = _named(shape)
    if name in ELLIPSES:
        return Ellipse(rect, fill, stroke)
    points = _points(name)
    if points:
        return Path(polygon(_scaled(points, rect)), fill, stroke)
    return Box(rect, radius_of(name, rect), fill, stroke)


def radius_of(shape: str | None, rect: Rect) -> float:
    """How round the corners of a shape are."""
    name, half = _named(shape), min(rect.width, rect.height) / 2
    if name == "capsule":
        return half
    return min(ROUND_PX, half) if "round" in name or name.startswith(PLATES) else 0.0


def corners_of(shape: str | None, rect: Rect) -> list[Point]:
    """The corners of a shape that doesn't fill its rectangle, many of them for an ellipse; none for one that does."""
    name = _named(shape)
    return _scaled(ROUND if name in ELLIPSES else _points(name), rect)


@functools.lru_cache(maxsize=256)
def fills_rectangle(shape: str | None) -> bool:
    """Whether it has no corners of its own (`corners_of`)."""
    return not corners_of(shape, Rect(0.0, 0.0, 1.0, 1.0))


@functools.lru_cache(maxsize=256)
def _named(shape: str | None) -> str:
    """A shape's own name, or that of the one which a configuration such as "com.yworks.bpmn.Gateway.withShadow" is."""
    name = (shape or "rectangle").lower().removesuffix(".withshadow")
    last = name.rpartition(".")[2]
    return ALIASES.get(last, last)


def _points(name: str) -> Sequence[tuple[float, float]]:
    return POLYGONS.get(name) or (_star(STARS[name]) if name in STARS else ())


def polygon(points: Iterable[Point]) -> tuple[Step, ...]:
    return (*polyline(tuple(points)), CLOSE)


def polyline(points: Sequence[Point]) -> tuple[Step, ...]:
    if len(points) == 2:  # most lines of most charts
        return Move(points[0]), Line(points[1])
    return (Move(points[0]), *[Line(point) for point in points[1:]])


def rounded(points: Sequence[Point], radius: float) -> tuple[Step, ...]:
    """A polyline whose corners are rounded, by less where its segments are short."""
    steps: list[Step] = [Move(points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        x, y = corner
        (from_x, from_y), (to_x, to_y) = before, after
        come, go = math.hypot(from_x - x, from_y - y), math.hypot(to_x - x, to_y - y)
        room = min(radius, come / 2, go / 2)
        if room < 0.5:
            steps.append(Line(corner))
            continue
        enter = new(Point, (x + (from_x - x) * room / come, y + (from_y - y) * room / come))
        leave = new(Point, (x + (to_x - x) * room / go, y + (to_y - y) * room / go))
        pull = room * 0.55
        steps.append(Line(enter))
        steps.append(Cubic(towards(enter, corner, pull), towards(leave, corner, pull), leave))
    return (*steps, Line(points[-1]))


def towards(start: Point, end: Point, distance: float) -> Point:
    (x, y), (to_x, to_y) = start, end
    length = math.hypot(x - to_x, y - to_y)
    if not length:
        return start
    return new(Point, (x + (to_x - x) * distance / length, y + (to_y - y) * distance / length))


def bar(rect: Rect, width: float, radius: float, fill: str) -> Path:
    """The coloured bar at the left of a box, its outer corners rounded like the box's."""
    x, y, _, height = rect
    bottom, k = y + height, radius * 0.45
    steps: tuple[Step, ...] = (
        Move(new(Point, (x + width, y))),
        Line(new(Point, (x + radius, y))),
        Cubic(new(Point, (x + k, y)), new(Point, (x, y + k)), new(Point, (x, y + radius))),
        Line(new(Point, (x, bottom - radius))),
        Cubic(new(Point, (x, bottom - k)), new(Point, (x + k, bottom)), new(Point, (x + radius, bottom))),
        Line(new(Point, (x + width, bottom))),
        CLOSE,
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
