"""The area that shapes take."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from editor.drawing.shapes import Box, Close, Cubic, Ellipse, Image, Path, Shape, Stroke, Text
from editor.geometry import Rect, bounds_of

SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
Area = tuple[float, float, float, float]
"""As of a Rect. Plain tuples of plain numbers: they are made for every shape of every picture."""
NOWHERE: Area = (0.0, 0.0, 0.0, 0.0)


def extent(shapes: Sequence[Shape]) -> Rect:
    """Around all shapes with their strokes; an empty rectangle at the origin where there are none."""
    if len(shapes) == 1:
        left, top, width, height = EXTENTS[type(shapes[0])](shapes[0])
        return Rect(left, top, left + width - left, top + height - top)  # to the last digit as among others
    return bounds_of([EXTENTS[type(shape)](shape) for shape in shapes]) or Rect(*NOWHERE)


def _of_box(shape: Box | Ellipse) -> Area:
    return shape.rect if shape.stroke is None else _with(shape.stroke, shape.rect)


def _of_path(path: Path) -> Area:
    """Around its corners and what pulls its curves."""
    left = top = math.inf
    right = bottom = -math.inf
    for step in path.steps:
        sort = type(step)
        if sort is Close:
            continue
        for x, y in (step.first, step.second, step.to) if sort is Cubic else (step.to,):  # type: ignore[union-attr]
            if x < left:
                left = x
            if y < top:
                top = y
            if x > right:
                right = x
            if y > bottom:
                bottom = y
    area = NOWHERE if left == math.inf else (left, top, right - left, bottom - top)
    return area if path.stroke is None else _with(path.stroke, area)


def _of_text(text: Text) -> Area:
    size, shift = text.style.size_px, SHIFT[text.anchor]
    high = size * 1.3
    lines = [(line.at[0] - shift * line.width, line.at[1] - size, line.width, high) for line in text.lines]
    return lines[0] if len(lines) == 1 else bounds_of(lines) or NOWHERE


def _of_image(image: Image) -> Area:
    return image.rect


def _with(stroke: Stroke, area: Area) -> Area:
    (x, y, width, height), half = area, stroke.width / 2
    return x - half, y - half, width + 2 * half, height + 2 * half


EXTENTS: Mapping[type[Shape], Callable[[Any], Area]] = {
    Box: _of_box,
    Ellipse: _of_box,
    Path: _of_path,
    Text: _of_text,
    Image: _of_image,
}
