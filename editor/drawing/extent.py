"""The area that shapes take."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from editor.drawing.shapes import Box, Close, Cubic, Ellipse, Image, Path, Shape, Stroke, Text
from editor.geometry import Rect, new

SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
Area = tuple[float, float, float, float]
"""As of a Rect. Plain tuples of plain numbers: they are made for every shape of every picture."""
NOWHERE: Area = (0.0, 0.0, 0.0, 0.0)


def extent(shapes: Sequence[Shape]) -> Rect:
    """Around all shapes with their strokes; an empty rectangle at the origin where there are none."""
    return new(Rect, _around(shapes))


def extent_with(box: Rect, shapes: Sequence[Shape]) -> Rect:
    """Around a box and all shapes with their strokes."""
    left, top, width, height = _around(shapes)
    x, y, wide, high = box
    right = left + width if left + width > x + wide else x + wide
    bottom = top + height if top + height > y + high else y + high
    left, top = left if left < x else x, top if top < y else y
    return new(Rect, (left, top, right - left, bottom - top))


def _around(shapes: Sequence[Shape]) -> Area:
    left = top = math.inf
    right = bottom = -math.inf
    for shape in shapes:
        x, y, width, height = EXTENTS[type(shape)](shape)
        if x < left:
            left = x
        if y < top:
            top = y
        if x + width > right:
            right = x + width
        if y + height > bottom:
            bottom = y + height
    return NOWHERE if left == math.inf else (left, top, right - left, bottom - top)


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
        for x, y in (step.to,) if sort is not Cubic else (step.first, step.second, step.to):  # type: ignore[union-attr]
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
    if len(text.lines) == 1:
        (x, y), width = text.lines[0].at, text.lines[0].width
        return x - shift * width, y - size, width, size * 1.3
    left = top = math.inf
    right = bottom = -math.inf
    for line in text.lines:
        (x, y), width = line.at, line.width
        x -= shift * width
        if x < left:
            left = x
        if x + width > right:
            right = x + width
        y -= size
        if y < top:
            top = y
        if y + size * 1.3 > bottom:
            bottom = y + size * 1.3
    return NOWHERE if left == math.inf else (left, top, right - left, bottom - top)


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
