"""Which records may be seen in an area, told without drawing them: rather too many than too few."""

from collections.abc import Iterable, Iterator, Mapping

from editor.drawing.shapes import Block
from editor.geometry import Rect
from editor.model.records import Edge, Node

WORD_PX = 200.0
"""No line's word reaches farther from it, unless its letters are of an unusual size."""


class Reach:
    """An area, and what is or was drawn in it.

    Plain numbers, left to right and top to bottom: a drag of hundreds of boxes asks of thousands of lines for every
    frame, and nearly all of them are told by the first comparisons.
    """

    def __init__(self, area: Rect, nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> None:
        self._area, self._nodes, self._edges = area, nodes, edges
        left, top, width, height = area
        self._wide = left - WORD_PX, top - WORD_PX, left + width + WORD_PX, top + height + WORD_PX

    def among(self, ids: Iterable[str], blocks: Mapping[str, Block]) -> Iterator[str]:
        """Those that were drawn in the area (as `blocks`) or may be now."""
        edges, (left, top, width, height) = self._edges, self._area
        right, bottom = left + width, top + height
        for id in ids:
            old = blocks.get(id)
            if old is None:
                yield id
                continue
            x, y, wide, high = old.bounds
            if x <= right and left <= x + wide and y <= bottom and top <= y + high:
                yield id
                continue
            edge = edges.get(id)
            if self._may_hold_line(edge) if edge is not None else self._may_hold_box(id, old.bounds):
                yield id

    def _may_hold_box(self, id: str, old: Rect) -> bool:
        node = self._nodes.get(id)
        if node is None:
            return False
        if node.box is None or node.labels or _is_nested(node):
            return True
        return node.box.grown(max(old.width, old.height)).touches(self._area)

    def _may_hold_line(self, edge: Edge) -> bool:
        source, target = self._nodes[edge.source], self._nodes[edge.target]
        one, other = source.box, target.box
        if one is None or other is None or edge.look.font_size is not None:
            return True
        if source.is_group or target.is_group or source.group is not None or target.group is not None:
            return True
        if edge.bends:
            return self._may_hold_bent(edge, one, other)
        left, top, right, bottom = self._wide
        if (one[0] > right and other[0] > right) or (one[1] > bottom and other[1] > bottom):
            return False
        if one[0] + one[2] < left and other[0] + other[2] < left:
            return False
        return one[1] + one[3] >= top or other[1] + other[3] >= top

    def _may_hold_bent(self, edge: Edge, one: Rect, other: Rect) -> bool:
        left, top, right, bottom = self._wide
        xs, ys = [x for x, _ in edge.bends], [y for _, y in edge.bends]
        return (
            min(one.x, other.x, *xs) <= right
            and min(one.y, other.y, *ys) <= bottom
            and max(one.right, other.right, *xs) >= left
            and max(one.bottom, other.bottom, *ys) >= top
        )


def _is_nested(node: Node) -> bool:
    """Whether more than its own box decides where it is drawn: groups are drawn otherwise when they are folded."""
    return node.is_group or node.group is not None
