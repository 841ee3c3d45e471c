"""Room for what is new or shown again: a box beside its siblings, and only what stands in its way moves aside.

Boxes move with all that is below them, away from what is new, and no farther than they must. Pinned boxes never move.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import Literal

from editor.geometry import Point, Rect
from editor.model.places import GAP_PX, STRAIGHT
from editor.model.pushing import Direction, Pushing, Taken

LEAST_GAP_PX, MOST_GAP_PX = 8.0, 64.0
Flow = Literal["row", "column"]


class Room(Pushing):
    """Finds places as the siblings stand, and clears them."""

    def flow_of(self, siblings: Sequence[str]) -> Flow:
        """Whether siblings stand below each other or beside each other; one alone is followed as its like are."""
        boxes = [box for id in siblings[-4:] if (box := self.box(id)) is not None]
        if len(boxes) < 2:
            has_own = any(self.structure.children.get(id) for id in siblings)
            return "row" if has_own or any(self._is_straight_below(id) for id in siblings) else "column"
        one, other = boxes[-2].centre, boxes[-1].centre
        return "column" if abs(other.y - one.y) > abs(other.x - one.x) else "row"

    def _is_straight_below(self, id: str) -> bool:
        """Whether the line of a node comes from straight above: what stood below it would seem to hang under it."""
        parent = self.structure.parent[id]
        box, above = self.box(id), self.box(parent) if parent is not None else None
        if box is None or above is None or box.y < above.bottom:
            return False
        return abs(box.centre.x - above.centre.x) <= box.width * STRAIGHT

    def gap_of(self, siblings: Sequence[str], flow: Flow) -> float:
        """How far apart siblings stand, where that is a usual distance."""
        boxes = [box for id in siblings[-4:] if (box := self.area(id)) is not None]
        gaps = [
            (other.y - one.bottom) if flow == "column" else (other.x - one.right)
            for one, other in itertools.pairwise(boxes)
        ]
        usual = [gap for gap in gaps if LEAST_GAP_PX <= gap <= MOST_GAP_PX]
        return min(usual, default=GAP_PX)

    def place_after(self, before: str, siblings: Sequence[str], size: Point) -> Rect | None:
        """Beside or below a sibling and all that is below it, as the siblings stand; what is in the way moves."""
        area, box = self.area(before), self.box(before)
        if area is None or box is None:
            return None
        at = siblings.index(before)
        near = siblings[max(0, at - 2) : at + 2] if len(siblings) > 1 else siblings
        flow = self.flow_of(near)
        gap = self.gap_of(near, flow)
        place = Rect(box.x, area.bottom + gap, *size) if flow == "column" else Rect(area.right + gap, box.y, *size)
        path = self.path(self.structure.parent[before])
        direction: Direction = "down" if flow == "column" else "right"
        place = self.past_walls(place, direction, gap, path)
        frames = self.frames(place, self.document.nodes[before].group, path)
        self.clear([Taken(place, path, direction), *frames], gap)
        return place

    def free_below(self, parent: str, place: Rect, direction: Direction | None = None) -> Rect:
        """Clear a place that was chosen below a node without children, or inside a frame; it gives way to pinned boxes.

        direction: where others go; None for the shortest way.
        """
        node, path = self.document.nodes[parent], self.path(parent)
        place = self.past_walls(place, "down", GAP_PX, path)
        group = parent if node.is_group else node.group
        self.clear([Taken(place, path, direction), *self.frames(place, group, path)], GAP_PX)
        return place

    def reveal(self, ids: Iterable[str]) -> None:
        """Clear the places of nodes that are shown again."""
        shown = [id for id in ids if self.box(id) is not None]
        self.clear([self._as_it_stands(id) for id in shown], GAP_PX)

    def _as_it_stands(self, id: str) -> Taken:
        rect = self.rect(id)
        return self.frame(id, rect) if self.document.nodes[id].is_group else Taken(rect, self.path(id))
