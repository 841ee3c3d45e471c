"""Boxes lined up, spread evenly and made equally large: functions from boxes to boxes, and the step that does it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from editor.geometry import Rect, bounds_of
from editor.model.document import Document
from editor.model.lines import clear_ways
from editor.model.moving import put_boxes, with_members
from editor.model.records import Node
from editor.model.transaction import Transaction

MOST_ROUTED = 60
"""Of more boxes the lines follow, but are not led around what is in their way."""
Line = Literal["left", "centre", "right", "top", "middle", "bottom"]
Way = Literal["across", "down"]
Side = Literal["width", "height", "both"]
Boxes = Mapping[str, Rect]
Arrange = Callable[[Boxes], Boxes]
MANY = 64
"""Of more boxes it is quicker to go through the whole document in its order than to sort them."""


def aligned(boxes: Boxes, line: Line) -> Boxes:
    """The boxes moved to a side or a middle of the area they take up."""
    area = bounds_of(boxes.values())
    return {id: _at(box, area, line) for id, box in boxes.items()} if area is not None else {}


def distributed(boxes: Boxes, way: Way) -> Boxes:
    """The boxes with equal gaps; the outermost stay where they are. Where there is no room, they overlap equally."""
    if len(boxes) < 3:
        return dict(boxes)
    is_across = way == "across"
    order = sorted(boxes, key=lambda id: (boxes[id].centre.x, id) if is_across else (boxes[id].centre.y, id))
    starts = {id: box.x if is_across else box.y for id, box in boxes.items()}
    sizes = {id: box.width if is_across else box.height for id, box in boxes.items()}
    first, last = order[0], order[-1]
    free = starts[last] + sizes[last] - starts[first] - sum(sizes.values())
    gap, at = free / (len(order) - 1), starts[first]
    placed: dict[str, Rect] = {}
    for id in order:
        box = boxes[id]
        placed[id] = box._replace(x=at) if is_across else box._replace(y=at)
        at += sizes[id] + gap
    return placed


def sized_alike(boxes: Boxes, side: Side) -> Boxes:
    """The boxes as wide, as high or as large as the largest of them; each keeps its middle."""
    width = max((box.width for box in boxes.values()), default=0.0)
    height = max((box.height for box in boxes.values()), default=0.0)
    return {
        id: _resized(box, width if side != "height" else box.width, height if side != "width" else box.height)
        for id, box in boxes.items()
    }


def arrangeable(document: Document, ids: Iterable[str]) -> Boxes:
    """The placed boxes among the ids, but those that move along with the frame they stand in."""
    return dict(each_arrangeable(document, ids))


def each_arrangeable(document: Document, ids: Iterable[str], sized: bool = False) -> Iterator[tuple[str, Rect]]:
    """The same one by one, for asking whether there are enough; `sized`: without frames, which keep their size."""
    chosen = set(ids)
    for id in document.nodes if len(chosen) > MANY else sorted(chosen & document.nodes.keys(), key=_place(document)):
        node = document.nodes[id]
        is_meant = id in chosen and not (sized and node.is_group)
        if is_meant and node.box is not None and not _stands_in(document, node, chosen):
            yield id, node.box


def arrange(document: Document, step: Transaction, ids: Iterable[str], how: Arrange, sized: bool = False) -> None:
    """Put boxes where a function says; insides and lines follow. Frames are moved and never made larger or smaller.

    sized: it is about sizes, so that frames are no measure.
    """
    before = dict(each_arrangeable(document, ids, sized))
    placed: dict[str, Rect] = {}
    for id, box in how(before).items():
        old = before[id]
        if document.nodes[id].is_group:
            box = Rect(box.centre.x - old.width / 2, box.centre.y - old.height / 2, old.width, old.height)
        if box != old:
            placed.update(_with_insides(document, id, old, box))
    put_boxes(document, step, placed)
    if len(placed) <= MOST_ROUTED:
        clear_ways(document, step, placed)


def _with_insides(document: Document, id: str, old: Rect, box: Rect) -> Boxes:
    """The place of a box, and those of all that stands in it, which moves along."""
    insides = {inner: document.nodes[inner].box for inner in with_members(document, [id]) - {id}}
    dx, dy = box.x - old.x, box.y - old.y
    return {id: box, **{inner: there.moved(dx, dy) for inner, there in insides.items() if there is not None}}


def _place(document: Document) -> Callable[[str], tuple[float, str]]:
    return lambda id: (document.nodes[id].order, id)


def _at(box: Rect, area: Rect, line: Line) -> Rect:
    places = {
        "left": (area.x, box.y),
        "centre": (area.centre.x - box.width / 2, box.y),
        "right": (area.right - box.width, box.y),
        "top": (box.x, area.y),
        "middle": (box.x, area.centre.y - box.height / 2),
        "bottom": (box.x, area.bottom - box.height),
    }
    return Rect(*places[line], box.width, box.height)


def _resized(box: Rect, width: float, height: float) -> Rect:
    return Rect(box.centre.x - width / 2, box.centre.y - height / 2, width, height)


def _stands_in(document: Document, node: Node, chosen: set[str]) -> bool:
    group = node.group
    while group is not None:
        if group in chosen:
            return True
        group = document.nodes[group].group
    return False
