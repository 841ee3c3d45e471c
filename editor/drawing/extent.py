"""The area that shapes take."""

from collections.abc import Iterable

from editor.drawing.shapes import Close, Cubic, Image, Path, Shape, Text
from editor.geometry import Point, Rect, bounds_of, bounds_of_points

SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def extent(shapes: Iterable[Shape]) -> Rect:
    """Around all shapes with their strokes; an empty rectangle at the origin where there are none."""
    return bounds_of([_extent(shape) for shape in shapes]) or Rect(0.0, 0.0, 0.0, 0.0)


def _extent(shape: Shape) -> Rect:
    if isinstance(shape, Text):
        return _text_extent(shape)
    if isinstance(shape, Image):
        return shape.rect
    inner = shape.rect if not isinstance(shape, Path) else bounds_of_points(_points(shape)) or Rect(0.0, 0.0, 0.0, 0.0)
    stroke = shape.stroke
    return inner.grown(stroke.width / 2) if stroke is not None else inner


def _text_extent(text: Text) -> Rect:
    size, shift = text.style.size_px, SHIFT[text.anchor]
    lines = (Rect(line.at.x - shift * line.width, line.at.y - size, line.width, size * 1.3) for line in text.lines)
    return bounds_of(lines) or Rect(0.0, 0.0, 0.0, 0.0)


def _points(path: Path) -> list[Point]:
    """The corners of a path, and what pulls its curves."""
    points: list[Point] = []
    for step in path.steps:
        if isinstance(step, Cubic):
            points += (step.first, step.second, step.to)
        elif not isinstance(step, Close):
            points.append(step.to)
    return points
