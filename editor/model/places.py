"""Where a new box goes when nobody has pointed at a place."""

from collections.abc import Iterable, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.model.document import Document
from editor.model.records import Node
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

NEW_SIZE = Point(184.0, 48.0)
"""Width and height of a box that nobody has given a size."""
GAP_PX = 16.0
LEVEL_PX = 48.0
STRAIGHT = 0.1
"""How far from its parent's middle a box may stand, in widths of its own, and still be straight below."""
GROUP_MARGIN_PX = 24.0
GROUP_HEAD_PX = 32.0


def place_for(document: Document, vocabulary: Vocabulary, parent: Node | None, size: Point) -> Rect | None:
    """A free place: inside a group, below a parent's last child, or below the whole chart.

    None where the parent itself has no place yet: a layout will find one for both.
    """
    if parent is not None and parent.box is None:
        return None
    if parent is None:
        wanted = _below_all(document, size)
    elif parent.is_group:
        wanted = place_inside(document, parent, size) or _below_all(document, size)
    else:
        wanted = _below_children(document, vocabulary, parent, size)
    return _free(document, wanted, parent)


def grow_groups(document: Document, step: Transaction, id: str) -> None:
    """Make the groups around a node large enough to hold it, from the innermost outwards."""
    node = document.nodes[id]
    while node.group is not None and node.box is not None:
        group = document.nodes[node.group]
        if group.box is not None and not group.folded:
            wanted = group.box.united(node.box.grown(GROUP_MARGIN_PX))
            if not group.box.encloses(node.box):
                step.update(group.id, box=wanted)
        node = document.nodes[node.group]


def grow_groups_around(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """The same for many nodes: each group grows once, whatever stands outside of it."""
    waiting = set(ids)
    while waiting:
        outside: dict[str, list[Rect]] = {}
        for id in waiting:
            node = document.nodes[id]
            group = document.nodes[node.group] if node.group is not None else None
            if group is not None:
                leaves = group.box is not None and node.box is not None and not group.box.encloses(node.box)
                outside.setdefault(group.id, []).extend([node.box] if leaves and node.box is not None else [])
        for id, boxes in outside.items():
            group, bounds = document.nodes[id], bounds_of(boxes)
            if group.box is not None and bounds is not None and not group.folded:
                step.update(id, box=group.box.united(bounds.grown(GROUP_MARGIN_PX)))
        waiting = set(outside)


def _below_all(document: Document, size: Point) -> Rect:
    bounds = bounds_of(node.box for node in document.nodes.values() if node.box is not None)
    if bounds is None:
        return Rect(0.0, 0.0, *size)
    return Rect(bounds.x, bounds.bottom + LEVEL_PX, *size)


def place_inside(document: Document, group: Node, size: Point) -> Rect | None:
    """Below all that stands in a group; None where that has no place."""
    if group.box is None:
        return None
    members = bounds_of(box for id in document.indexes.members(group.id) if (box := document.nodes[id].box) is not None)
    if members is None:
        return Rect(group.box.x + GROUP_MARGIN_PX, group.box.y + GROUP_HEAD_PX, *size)
    return Rect(members.x, members.bottom + GAP_PX, *size)


def _below_children(document: Document, vocabulary: Vocabulary, parent: Node, size: Point) -> Rect:
    assert parent.box is not None
    children = structure_of(document, vocabulary).children.get(parent.id, [])
    boxes = [box for id in children if (box := document.nodes[id].box) is not None]
    if not boxes:
        return Rect(parent.box.centre.x - size.x / 2, parent.box.bottom + LEVEL_PX, *size)
    if _is_row(parent.box, boxes):
        return Rect(max(box.right for box in boxes) + GAP_PX, boxes[-1].y, *size)
    return Rect(boxes[-1].x, boxes[-1].bottom + GAP_PX, *size)


def _is_row(parent: Rect, boxes: Sequence[Rect]) -> bool:
    """Whether children stand beside each other; one alone straight below its parent begins a row."""
    if len(boxes) > 1:
        one, other = boxes[-2].centre, boxes[-1].centre
        return abs(other.x - one.x) > abs(other.y - one.y)
    return boxes[0].y >= parent.bottom and abs(boxes[0].centre.x - parent.centre.x) <= boxes[0].width * STRAIGHT


def _free(document: Document, wanted: Rect, parent: Node | None) -> Rect:
    """The first place from the wanted one downwards where no box stands; the frames around it are no obstacle."""
    around = set()
    node = parent
    while node is not None:
        if node.is_group:
            around.add(node.id)
        node = document.nodes[node.group] if node.group is not None else None
    while True:
        obstacles = document.indexes.boxes.touching(wanted.grown(GAP_PX / 2)) - around
        if not obstacles:
            return wanted
        bottom = max(document.indexes.boxes.rect(id).bottom for id in obstacles)
        wanted = Rect(wanted.x, bottom + GAP_PX, wanted.width, wanted.height)
