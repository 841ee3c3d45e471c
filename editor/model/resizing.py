"""Boxes made larger or smaller: the lines at them follow, and a frame never becomes smaller than what stands in it."""

from typing import Literal

from msgspec.structs import replace

from editor.geometry import Point, Rect, bounds_of
from editor.model.document import Document
from editor.model.places import GROUP_HEAD_PX, GROUP_MARGIN_PX
from editor.model.records import Edge
from editor.model.transaction import Transaction
from editor.routing import ways

LEAST = Point(24.0, 16.0)
"""Narrower or lower than that a box can hardly be taken hold of."""
Side = Literal["nw", "n", "ne", "e", "se", "s", "sw", "w"]
"""Which sides of a box are moved, by the points of the compass."""


def resize(document: Document, step: Transaction, id: str, box: Rect) -> None:
    """Give a box another place and size; lines that this program has drawn are attached anew."""
    old = document.nodes[id].box
    step.update(id, box=box, placed=True)
    for edge in [document.edges[edge] for edge in document.indexes.edges_at(id)]:
        bends = _followed(document, edge, id, old)
        if bends is not None and bends != edge.bends:
            step.put(replace(edge, bends=bends))


def stretched(box: Rect, side: Side, dx: float, dy: float, inside: Rect | None = None) -> Rect:
    """The box with some of its sides moved: at least `LEAST` remains, and all of `inside` that it holds now."""
    held = inside or Rect(box.centre.x, box.centre.y, 0.0, 0.0)
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    if "w" in side:
        left = min(left + dx, right - LEAST.x, max(left, held.x) if inside else right)
    if "e" in side:
        right = max(right + dx, left + LEAST.x, min(right, held.right) if inside else left)
    if "n" in side:
        top = min(top + dy, bottom - LEAST.y, max(top, held.y) if inside else bottom)
    if "s" in side:
        bottom = max(bottom + dy, top + LEAST.y, min(bottom, held.bottom) if inside else top)
    return Rect(left, top, right - left, bottom - top)


def inside_of(document: Document, id: str) -> Rect | None:
    """The room that a frame needs for what stands in it; None for what holds nothing."""
    boxes = (document.nodes[member].box for member in document.indexes.members(id))
    area = bounds_of(box for box in boxes if box is not None)
    if area is None:
        return None
    room = area.grown(GROUP_MARGIN_PX)
    head = max(0.0, GROUP_HEAD_PX - GROUP_MARGIN_PX)
    return Rect(room.x, room.y - head, room.width, room.height + head)


def _followed(document: Document, edge: Edge, id: str, old: Rect | None) -> tuple[Point, ...] | None:
    source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
    if not edge.follows or old is None or source is None or target is None:
        return None
    before = old if edge.source == id else source, old if edge.target == id else target
    return ways.led(edge.bends, before, (source, target))
