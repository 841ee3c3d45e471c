"""Tidying one branch: it is laid out anew where it stands, and only what is in its way moves aside."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.presets import Preset
from editor.layout.shapes import ASPECT
from editor.model.document import Document
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary
from editor.routing.ways import following

Boxes = dict[str, Rect]
LayOut = Callable[[Document, float], Arrangement]


def branch_document(document: Document, vocabulary: Vocabulary, id: str) -> Document:
    """The branch by itself: the box, all below and inside it, and the lines among them. It stands in no group."""
    ids = set(structure_of(document, vocabulary).branch(id))
    nodes = [document.nodes[member] for member in document.nodes if member in ids]
    nodes = [node if node.group in ids else msgspec.structs.replace(node, group=None) for node in nodes]
    edges = [edge for edge in document.edges.values() if edge.source in ids and edge.target in ids]
    return Document(nodes, edges, document.info)


def tidied(
    document: Document,
    vocabulary: Vocabulary,
    id: str,
    preset: Preset,
    lay_out: Callable[[Document, float], Arrangement],
) -> Arrangement:
    """The boxes and bends that change when the branch of `id` is laid out anew.

    Its top stays where it is if that leaves the branch clear of what stands before it. What stands after it among its
    siblings, then among its parent's, moves along as far as it must; pinned boxes never do. Order never changes.
    lay_out: arranges a document for a room of this shape, width to height: that which the branch has had.
    """
    structure = structure_of(document, vocabulary)
    standing = {other: node.box for other, node in document.nodes.items() if node.box is not None}
    was = bounds_of(standing[one] for one in structure.branch(id) if one in standing)
    part = lay_out(branch_document(document, vocabulary, id), was.width / was.height if was and was.height else ASPECT)
    axis = _Axis(upright=preset.direction in ("LR", "RL"), gap=preset.beside_px)
    own = _Room(document, structure, standing, axis)
    shift = own.shift_of(id, part.boxes)
    boxes = {member: box.moved(*shift) for member, box in part.boxes.items()}
    bends = {edge: tuple(bend.moved(*shift) for bend in line) for edge, line in part.bends.items()}
    boxes |= own.made_for(id, boxes)
    return Arrangement(boxes, bends | _followed(document, standing, boxes, bends))


class _Axis:
    """The direction in which siblings follow each other: across, or downwards where the chart runs sideways."""

    def __init__(self, upright: bool, gap: float) -> None:
        self.upright, self.gap = upright, gap

    def start(self, rect: Rect) -> float:
        return rect.y if self.upright else rect.x

    def end(self, rect: Rect) -> float:
        return rect.bottom if self.upright else rect.right

    def move(self, by: float) -> tuple[float, float]:
        return (0.0, by) if self.upright else (by, 0.0)


class _Room:
    """Where a branch has room, and what must move aside for it."""

    def __init__(self, document: Document, structure: Structure, standing: Mapping[str, Rect], axis: _Axis) -> None:
        self._document, self._structure, self._axis = document, structure, axis
        self._standing = standing
        self._before = {id: self._structure.branch(id) for id in structure.parent}

    def shift_of(self, id: str, boxes: Mapping[str, Rect]) -> tuple[float, float]:
        """From where the branch was laid out to where it stands: its top in its place, unless others are in the way."""
        top, now = boxes[id], self._standing.get(id) or boxes[id]
        dx, dy = now.centre.x - top.centre.x, now.y - top.y
        if self._axis.upright:
            dx, dy = now.x - top.x, now.centre.y - top.centre.y
        area = bounds_of(boxes.values())
        assert area is not None  # the top is among them
        area = area.moved(dx, dy)
        over = 0.0
        for other in self._earlier(id):
            box = self._area(other)
            if box is not None and box.overlaps(area.grown(self._axis.gap)):
                over = max(over, self._axis.end(box) + self._axis.gap - self._axis.start(area))
        more = self._axis.move(over)
        return dx + more[0], dy + more[1]

    def made_for(self, id: str, boxes: Boxes) -> Boxes:
        """The boxes that move aside for the branch, level by level up to the top of the tree."""
        moved: Boxes = {}
        taken = dict(boxes)
        current: str | None = id
        while current is not None:
            parent = self._structure.parent[current]
            area = bounds_of(taken.values())
            by = 0.0
            for other in self._later(current):
                rect = self._area(other)
                if rect is None or area is None:
                    continue
                here = rect.moved(*self._axis.move(by))
                if here.overlaps(area.grown(self._axis.gap)) or by:
                    by = max(by, by + self._axis.end(area) + self._axis.gap - self._axis.start(here))
                if by:
                    moved |= self._shifted(other, by)
                    taken |= self._shifted(other, by)
                    area = bounds_of(taken.values())
            current = parent
            if current is not None:
                rest = (member for member in self._before[current] if member in self._standing and member not in taken)
                taken |= {member: self._standing[member] for member in rest}
        return moved

    def _shifted(self, id: str, by: float) -> Boxes:
        nodes = self._document.nodes
        free = (one for one in self._before[id] if one in self._standing and not nodes[one].pinned)
        return {one: self._standing[one].moved(*self._axis.move(by)) for one in free}

    def _area(self, id: str) -> Rect | None:
        return bounds_of(self._standing[one] for one in self._before[id] if one in self._standing)

    def _siblings(self, id: str) -> list[str]:
        """In the order in which they stand."""
        others = self._structure.children.get(self._structure.parent[id], [])
        placed = [other for other in others if other in self._standing]
        return sorted(placed, key=lambda other: self._axis.start(self._standing[other]))

    def _earlier(self, id: str) -> Iterable[str]:
        siblings = self._siblings(id)
        return siblings[: siblings.index(id)] if id in siblings else []

    def _later(self, id: str) -> Iterable[str]:
        siblings = self._siblings(id)
        return siblings[siblings.index(id) + 1 :] if id in siblings else []


def _followed(
    document: Document, before: Mapping[str, Rect], boxes: Boxes, bends: Mapping[str, tuple[Point, ...]]
) -> dict[str, tuple[Point, ...]]:
    """The bends of the other lines at boxes that moved."""
    found = {}
    for id in {edge for node in boxes for edge in document.indexes.edges_at(node)} - bends.keys():
        edge = document.edges[id]
        was = before.get(edge.source), before.get(edge.target)
        now = boxes.get(edge.source, was[0]), boxes.get(edge.target, was[1])
        if was[0] is None or was[1] is None or now[0] is None or now[1] is None:
            continue
        moves = {(new.x - old.x, new.y - old.y) for old, new in ((was[0], now[0]), (was[1], now[1]))}
        if len(moves) == 1:
            (move,) = moves
            found[id] = tuple(bend.moved(*move) for bend in edge.bends)
        else:
            found[id] = following(edge.bends, (was[0], was[1]), (now[0], now[1]))
    return found
