"""From chosen shapes to places: every box, and by which way its line comes to it."""

from collections.abc import Iterator
from typing import NamedTuple

from editor.geometry import Point, Rect
from editor.layout.shapes import (
    Area,
    Kind,
    Shape,
    Spacing,
    rail_column,
    row_gap,
    row_head,
    row_height,
    row_width,
)


class Way(NamedTuple):
    """How the line from the parent comes: over the height of the trunk, then to the box or down its rail."""

    parent: str
    trunk_y: float
    rail_x: float | None


class Side(NamedTuple):
    """The box that another stands beside, and where the rail between them runs."""

    anchor: str
    rail_x: float


class Put(NamedTuple):
    """A shape with its top left corner, the height of the boxes beside it, and the way its line comes."""

    shape: Shape
    x: float
    y: float
    head: float
    way: Way | None


class Placed(NamedTuple):
    """Boxes by id (frames of groups too), the ways of those that hang under another, and who stands at whose side."""

    boxes: dict[str, Rect]
    ways: dict[str, Way]
    sides: dict[str, Side]


def place(shape: Shape, corner: Point, spacing: Spacing) -> Placed:
    """Everything of a shape whose top left corner is there."""
    placed = Placed({}, {}, {})
    waiting = [Put(shape, corner.x, corner.y, shape.head, None)]
    while waiting:
        waiting.extend(_put(waiting.pop(), placed, spacing))
    return placed


def _put(put: Put, placed: Placed, spacing: Spacing) -> Iterator[Put]:
    shape, way = put.shape, put.way
    top, head = put.y + shape.lead, shape.head if shape.lead else max(put.head, shape.head)
    if shape.id is None:
        if shape.area is not None and way is not None:
            parent, trunk_y = shape.owner or way.parent, way.trunk_y + shape.shift
            yield from _spread(shape.area, put.x, top, parent, trunk_y, spacing)
        return
    box = Rect(put.x + shape.port - shape.box_width / 2, top, shape.box_width, shape.own_height)
    placed.boxes[shape.id] = box
    yield from _side(shape, box, placed, spacing)
    if way is not None:
        placed.ways[shape.id] = way
    if shape.inner is not None:
        yield from _forest(shape.inner, box.x + spacing.pad[0], box.y + spacing.pad[1], spacing)
    if shape.area is not None:
        y = top + head + shape.area.gap
        yield from _spread(shape.area, put.x + shape.area_x, y, shape.id, y - shape.area.gap / 2, spacing)


def _side(shape: Shape, box: Rect, placed: Placed, spacing: Spacing) -> Iterator[Put]:
    """The column at the right of a box; its first stands level with it, so that the line between them is straight."""
    if shape.id is None or not shape.side:
        return
    y = box.centre.y - shape.side[0].height / 2
    for item in shape.side:
        if item.id is not None:
            placed.sides[item.id] = Side(shape.id, box.right + spacing.side / 2)
        yield Put(item, box.right + spacing.side, y, item.head, None)
        y += item.height + spacing.stack


def _spread(area: Area, x: float, y: float, parent: str, trunk_y: float, spacing: Spacing) -> Iterator[Put]:
    if area.kind is Kind.RAIL:
        return _rails(area, x, y, parent, trunk_y, spacing)
    if area.kind is Kind.SPINE:
        return _spine(area, x, y, parent, spacing)
    return _row(area.parts[0], x, y, row_head(area.parts[0]), Way(parent, trunk_y, None), spacing)


def _row(items: tuple[Shape, ...], x: float, y: float, head: float, way: Way | None, spacing: Spacing) -> Iterator[Put]:
    for place, item in enumerate(items):
        if place:
            x += row_gap(items[place - 1], item, spacing)
        yield Put(item, x, y, head, way)
        x += item.width


def _spine(area: Area, x: float, y: float, parent: str, spacing: Spacing) -> Iterator[Put]:
    spine_x = x + (area.port or 0.0)
    for left, right in zip(area.parts[::2], area.parts[1::2], strict=True):
        head = row_head((*left, *right))
        way = Way(parent, y - spacing.between / 2, None)
        yield from _row(left, spine_x - spacing.beside / 2 - row_width(left, spacing), y, head, way, spacing)
        yield from _row(right, spine_x + spacing.beside / 2, y, head, way, spacing)
        y += row_height((*left, *right), head) + spacing.between


def _rails(area: Area, x: float, y: float, parent: str, trunk_y: float, spacing: Spacing) -> Iterator[Put]:
    for column in area.parts:
        item_y = y
        for item in column:
            yield Put(item, x + spacing.rail, item_y, item.head, Way(parent, trunk_y, x + spacing.rail / 2))
            item_y += item.height + spacing.after(item)
        x += rail_column(column, spacing)[0] + spacing.stack


def _forest(area: Area, x: float, y: float, spacing: Spacing) -> Iterator[Put]:
    for items in area.parts:
        head = row_head(items)
        yield from _row(items, x, y, head, None, spacing.even(area.gap))
        y += row_height(items, head) + area.gap
