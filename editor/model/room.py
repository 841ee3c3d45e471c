"""Room for what is new or shown again: a box beside its siblings, and only what stands in its way moves aside.

Boxes move with all that is below them, away from what is new, and no farther than they must. Pinned boxes never move.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from editor.geometry import Point, Rect
from editor.model.places import GAP_PX, STRAIGHT
from editor.model.pushing import Direction, Pushing, Taken

LEAST_GAP_PX, MOST_GAP_PX = 8.0, 64.0
SAME_PX = 1.0
COLUMN: tuple[Direction, ...] = ("down", "up")


class Room(Pushing):
    """Finds places as the siblings stand, and clears them."""

    def course_of(self, siblings: Sequence[str], id: str) -> Direction:
        """Where the one that follows a sibling stands; one alone is followed as its like are.

        Columns and rows end somewhere and go on elsewhere: the neighbour in the same column or row tells.
        """
        at = siblings.index(id)
        steps = [*itertools.pairwise(siblings[at : at + 2]), *itertools.pairwise(siblings[max(0, at - 1) : at + 1])]
        boxes = ((self.box(one), self.box(other)) for one, other in steps)
        pairs = [(one, other) for one, other in boxes if one is not None and other is not None]
        pairs.sort(key=lambda pair: not _is_in_line(*pair))
        if pairs:
            return _direction(*pairs[0])
        if any(self.structure.children.get(one) for one in siblings) or self._is_straight_below(id):
            return "right"
        return "up" if self.growth == "up" else "down"

    def _is_straight_below(self, id: str) -> bool:
        """Whether the line of a node comes from straight above: what stood below it would seem to hang under it."""
        parent = self.structure.parent[id]
        box, above = self.box(id), self.box(parent) if parent is not None else None
        if box is None or above is None or box.y < above.bottom:
            return False
        return abs(box.centre.x - above.centre.x) <= box.width * STRAIGHT

    def gap_of(self, siblings: Sequence[str], direction: Direction) -> float:
        """How far apart siblings stand, where that is a usual distance."""
        boxes = [box for id in siblings if (box := self.area(id)) is not None]
        gaps = []
        for pair in itertools.pairwise(boxes):
            one, other = pair if direction in ("down", "right") else pair[::-1]
            gaps.append(other.y - one.bottom if direction in COLUMN else other.x - one.right)
        usual = [gap for gap in gaps if LEAST_GAP_PX <= gap <= MOST_GAP_PX]
        return min(usual, default=GAP_PX)

    def place_after(self, before: str, siblings: Sequence[str], size: Point) -> Rect | None:
        """Beside or below a sibling and all that is below it, as the siblings stand; what is in the way moves."""
        area, box = self.area(before), self.box(before)
        if area is None or box is None:
            return None
        at = siblings.index(before)
        direction = self.course_of(siblings, before)
        gap = self.gap_of(siblings[max(0, at - 2) : at + 2] if len(siblings) > 1 else siblings, direction)
        corners: Mapping[Direction, Point] = {
            "down": Point(box.x, area.bottom + gap),
            "up": Point(box.x, area.y - gap - size.y),
            "right": Point(area.right + gap, box.y),
            "left": Point(area.x - gap - size.x, box.y),
        }
        path = self.path(self.structure.parent[before])
        group = self.document.nodes[before].group
        place, onward = self.past_walls(Rect(*corners[direction], *size), direction, gap, path, group)
        self.clear([Taken(place, path, onward), *self.frames(place, group, path)], gap)
        self.part(path, gap, place, group)
        return place

    def free_below(self, parent: str, place: Rect, direction: Direction | None = None) -> Rect:
        """Clear a place that was chosen below a node without children, or inside a frame; it gives way to pinned boxes.

        direction: where others go; None for the shortest way.
        """
        node, path = self.document.nodes[parent], self.path(parent)
        group = parent if node.is_group else node.group
        place, direction = self.past_walls(place, direction, GAP_PX, path, group)
        self.clear([Taken(place, path, direction), *self.frames(place, group, path)], GAP_PX)
        self.part(path, GAP_PX, place, group)
        return place

    def reveal(self, ids: Iterable[str]) -> None:
        """Clear the places of nodes that are shown again."""
        shown = [id for id in ids if self.box(id) is not None]
        self.clear([self._as_it_stands(id) for id in shown], GAP_PX)

    def _as_it_stands(self, id: str) -> Taken:
        rect = self.rect(id)
        return self.frame(id, rect) if self.document.nodes[id].is_group else Taken(rect, self.path(id))


def _is_in_line(one: Rect, other: Rect) -> bool:
    """Whether two stand in one column or in one row."""
    column, row = ((one.x, other.x), (one.centre.x, other.centre.x)), ((one.y, other.y), (one.bottom, other.bottom))
    centred = ((one.centre.y, other.centre.y),)
    return any(abs(a - b) < SAME_PX for a, b in (*column, *row, *centred))


def _direction(one: Rect, other: Rect) -> Direction:
    dx, dy = other.centre.x - one.centre.x, other.centre.y - one.centre.y
    if abs(dy) > abs(dx):
        return "down" if dy > 0 else "up"
    return "right" if dx >= 0 else "left"
