"""Where the arrow keys lead: to the parent, a child or a sibling, whichever stands in that direction."""

from collections.abc import Iterable, Iterator
from typing import Literal

from editor.geometry import Point, Rect, bounds_of
from editor.model.document import Document
from editor.model.structure import Structure, structure_of
from editor.tools.editor import Editor

Direction = Literal["Left", "Right", "Up", "Down"]
OPPOSITE: dict[Direction, Direction] = {"Left": "Right", "Right": "Left", "Up": "Down", "Down": "Up"}
STEPS: dict[Direction, tuple[float, float]] = {
    "Left": (-1.0, 0.0),
    "Right": (1.0, 0.0),
    "Up": (0.0, -1.0),
    "Down": (0.0, 1.0),
}


def next_box(editor: Editor, id: str, direction: Direction) -> str | None:
    """The box that an arrow key leads to from a node; None where there is nothing on that side.

    The kin that stands on that side comes first, however the chart is laid out: a parent above it in a chart that runs
    down is Up, in one that runs to the right Left. Where no kin is, the nearest box is taken, and then the frame
    around it (Up) or its first member (Down).
    """
    structure = structure_of(editor.document, editor.vocabulary)
    boxes = _Boxes(editor)
    here = boxes.rect(id)
    if here is None:
        return None
    kin = [other for other, side in _kin(structure, boxes, id) if side == direction]
    found = _nearest(here, kin, boxes) or _nearest_in_sight(here, id, direction, boxes)
    return found or _through_frame(editor.document, structure, boxes, id, direction)


def first_box(editor: Editor) -> str | None:
    """Where walking begins: the first box of the structure that is shown."""
    structure = structure_of(editor.document, editor.vocabulary)
    return next((id for id in structure.roots if editor.picture.shows(id)), None)


class _Boxes:
    """Where the boxes stand that can be seen."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def rect(self, id: str) -> Rect | None:
        return self._editor.document.nodes[id].box if self._editor.picture.shows(id) else None

    def all(self) -> Iterable[str]:
        return (id for id in self._editor.document.nodes if self.rect(id) is not None)


def _kin(structure: Structure, boxes: _Boxes, id: str) -> Iterator[tuple[str, Direction]]:
    """Parent, first child and the siblings before and after, each with the side on which it stands."""
    parent, children = structure.parent[id], structure.children.get(id, [])
    if children and (side := _flow(structure, boxes, id)) is not None:
        yield children[0], side
    if parent is not None and (side := _flow(structure, boxes, parent)) is not None:
        yield parent, OPPOSITE[side]
    siblings = [other for other in structure.children[parent] if boxes.rect(other) is not None]
    at = siblings.index(id)
    for other in (*siblings[max(0, at - 1) : at], *siblings[at + 1 : at + 2]):
        here, there = boxes.rect(id), boxes.rect(other)
        if here is not None and there is not None:
            yield other, _side(here.centre, there.centre)


def _flow(structure: Structure, boxes: _Boxes, parent: str) -> Direction | None:
    """On which side of a node its children stand as a whole; None where that is within or around it."""
    here = boxes.rect(parent)
    there = bounds_of(rect for id in structure.children.get(parent, []) if (rect := boxes.rect(id)) is not None)
    if here is None or there is None:
        return None
    if there.y >= here.bottom or there.bottom <= here.y:
        return "Down" if there.y >= here.bottom else "Up"
    if there.x >= here.right or there.right <= here.x:
        return "Right" if there.x >= here.right else "Left"
    return None


def _side(here: Point, there: Point) -> Direction:
    dx, dy = there.x - here.x, there.y - here.y
    if abs(dx) >= abs(dy):
        return "Right" if dx >= 0 else "Left"
    return "Down" if dy >= 0 else "Up"


def _nearest(here: Rect, ids: Iterable[str], boxes: _Boxes) -> str | None:
    near = [(rect.centre.distance_to(here.centre), id) for id in ids if (rect := boxes.rect(id)) is not None]
    return min(near)[1] if near else None


def _nearest_in_sight(here: Rect, id: str, direction: Direction, boxes: _Boxes) -> str | None:
    """The nearest box wholly on that side, and rather straight ahead than aslant."""
    dx, dy = STEPS[direction]
    best: tuple[float, str] | None = None
    for other in boxes.all():
        rect = boxes.rect(other)
        if other == id or rect is None or rect.encloses(here) or here.encloses(rect):
            continue
        x, y = rect.centre.x - here.centre.x, rect.centre.y - here.centre.y
        ahead, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        if ahead > 0 and aside <= ahead and (best is None or ahead + 2 * aside < best[0]):
            best = ahead + 2 * aside, other
    return best[1] if best is not None else None


def _through_frame(
    document: Document, structure: Structure, boxes: _Boxes, id: str, direction: Direction
) -> str | None:
    if direction == "Up":
        group = document.nodes[id].group
        return group if group is not None and boxes.rect(group) is not None else None
    if direction == "Down" and document.nodes[id].is_group:
        return next((child for child in structure.children.get(id, []) if boxes.rect(child) is not None), None)
    return None
