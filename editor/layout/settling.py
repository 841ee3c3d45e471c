"""A branch that was laid out by itself comes back among the others, which make room for it."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from editor.geometry import Rect, bounds_of
from editor.layout.pinning import cleared
from editor.layout.presets import Preset
from editor.model.document import Document
from editor.model.pushing import Pushing, Taken, fixed, hidden_ids, ways_up
from editor.model.structure import structure_of
from editor.model.vocabulary import Vocabulary
from editor.routing.spatial import SpatialIndex

Boxes = dict[str, Rect]


class Settled(NamedTuple):
    """changed: the boxes of the branch, and of all that moved for it.  shown: those of all that is shown."""

    changed: Boxes
    shown: Boxes


class Settling:
    """In a chart that runs downwards. The document is changed: it must be a copy."""

    def __init__(self, document: Document, vocabulary: Vocabulary, preset: Preset) -> None:
        self._document, self._vocabulary, self._gap = document, vocabulary, preset.beside_px
        self._hidden = hidden_ids(document, vocabulary)

    def settled(self, top: str, laid: Mapping[str, Rect]) -> Settled:
        """Where all stands when the branch of `top`, laid out somewhere, has come to its place."""
        before = {id: node.box for id, node in self._document.nodes.items()}
        self._make_room(top, self._in_place(top, laid), before)
        after = {id: box for id, node in self._document.nodes.items() if (box := node.box) is not None}
        changed = {id: box for id, box in after.items() if id in laid or box != before[id]}
        return Settled(changed, {id: box for id, box in after.items() if id not in self._hidden})

    def _in_place(self, top: str, laid: Mapping[str, Rect]) -> Boxes:
        """The top where it stands, or past what stands before it; pinned boxes where they are, others clear of them."""
        nodes = self._document.nodes
        start, now = laid[top], nodes[top].box or laid[top]
        boxes = {id: box.moved(now.centre.x - start.centre.x, now.y - start.y) for id, box in laid.items()}
        pinned = {id: box for id in laid if nodes[id].pinned and (box := nodes[id].box) is not None}
        over = self._reaches_over(top, boxes)
        boxes = {id: box.moved(over, 0.0) for id, box in boxes.items()} if over else boxes
        walls = self._walls(top, laid)
        if pinned:
            found = cleared(self._document, {**boxes, **walls}, {**walls, **pinned}, self._gap)
            return {id: found[id] for id in boxes}
        return _past(walls, boxes, self._gap)

    def _reaches_over(self, top: str, boxes: Boxes) -> float:
        """How far the branch reaches over what stands at the left of its top."""
        nodes, area = self._document.nodes, bounds_of(boxes.values())
        assert area is not None  # the top is among them
        found = self._document.indexes.boxes.touching(area.grown(self._gap))
        above = ways_up(self._document, structure_of(self._document, self._vocabulary), top)
        free = (id for id in found - self._hidden - above if id not in boxes)
        ends = (box.right for id in free if (box := nodes[id].box) is not None and box.right <= boxes[top].x)
        return max(0.0, max(ends, default=area.x - self._gap) + self._gap - area.x)

    def _walls(self, top: str, branch: Mapping[str, Rect]) -> Boxes:
        """What gives no way: pinned boxes outside of the branch, frames around them, and what it hangs under."""
        nodes = self._document.nodes
        above = ways_up(self._document, structure_of(self._document, self._vocabulary), top)
        boxes_above = {id for id in above if not nodes[id].is_group}
        found = (fixed(self._document) - above | boxes_above) - self._hidden - branch.keys()
        return {id: box for id in found if (box := nodes[id].box) is not None}

    def _make_room(self, top: str, boxes: Boxes, before: Mapping[str, Rect | None]) -> None:
        document, nodes = self._document, self._document.nodes
        area = bounds_of(boxes.values())
        assert area is not None  # the top is among them
        with document.transaction("room") as step:
            step.put(*(msgspec.structs.replace(nodes[id], box=box) for id, box in boxes.items()))
            pushing = Pushing(document, step, self._vocabulary)
            path = pushing.path(top) | boxes.keys()
            frames = pushing.frames(area, nodes[top].group, path)
            pushing.clear([Taken(area, path, top=before[top]), *frames], self._gap)
            pushing.grow({id: before[id] for id in boxes})
            moved = {id for id in boxes if boxes[id] != before[id]}
            pushing.part(pushing.path(top) - moved, self._gap)


def _past(walls: Mapping[str, Rect], boxes: Boxes, gap: float) -> Boxes:
    """All of these boxes together, so far to the right that none stands on a wall."""
    index = SpatialIndex()
    for id, wall in walls.items():
        index.put(id, wall)
    by = 0.0
    for _ in range(len(walls) + 1):
        there = [box.moved(by, 0.0) for box in boxes.values()]
        more = [walls[id].right + gap - box.x for box in there for id in index.touching(box) if walls[id].overlaps(box)]
        if not more:
            break
        by += max(more)
    return {id: box.moved(by, 0.0) for id, box in boxes.items()} if by else boxes
