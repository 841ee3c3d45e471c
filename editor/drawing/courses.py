"""How a line gets from its one end to the other: by its corners, straight, or in a curve, as the chart has chosen."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from editor.drawing.curves import CURVES, SMOOTH, line_steps, passing, through
from editor.drawing.outlines import polyline, rounded, towards
from editor.drawing.shapes import Cubic, Move, Step
from editor.geometry import Point, rect_between, segment_crosses
from editor.model.document import Document
from editor.model.line_style import LineStyle
from editor.model.records import Edge
from editor.routing.ways import is_orthogonal

INSIDE_PX = 0.5
"""A line that only touches a box is not in its way."""
BEND = 0.5
"""How far the handles of a curve reach along the distance between its ends."""

IsFree = Callable[[Sequence[Point]], bool]


class Course(msgspec.Struct, frozen=True, gc=False):
    """corners: the points that the line goes through, or nearly so where it is curved.

    curve: how it is drawn where corners don't tell.  radius: of its corners, where they are not as usual.
    """

    corners: tuple[Point, ...]
    curve: tuple[Step, ...] | None = None
    radius: float | None = None

    def steps(self, edge: Edge) -> tuple[Step, ...]:
        """The whole line."""
        if self.curve is not None:
            return self.curve
        return self.part(edge, self.corners)

    def part(self, edge: Edge, corners: Sequence[Point]) -> tuple[Step, ...]:
        """The line through some of its corners; of a curve the part through some of its points."""
        if self.curve is not None:
            return through(corners)
        if self.radius is not None and len(corners) > 2:
            return rounded(corners, self.radius) if self.radius else polyline(corners)
        return line_steps(edge.look.curve, corners)


def course(edge: Edge, line: Sequence[Point], style: LineStyle, is_free: IsFree) -> Course:
    """The course of a line whose right-angled way is known. Lines that their file bends keep that.

    A line that would run through a box if it were straight keeps its corners, and so does a right-angled one that the
    curve of its file would lead through a box.
    """
    corners = tuple(line)
    if edge.look.curve in CURVES and len(corners) > 2 and is_orthogonal(corners):
        curve = line_steps(edge.look.curve, corners)
        return Course(drawn, curve) if is_free(drawn := passing(curve)) else Course(corners, None, SMOOTH)
    if style == "orthogonal" or (edge.look.curve or "smoothed") != "smoothed" or edge.source == edge.target:
        return Course(corners)
    if not _comes_as_it_leaves(corners):
        return Course(corners, None, SMOOTH if style == "curved" else 0.0)
    direct = (corners[0], corners[-1])
    if style == "straight":
        return Course(direct if is_free(direct) else corners, None, 0.0)
    handles = _handles(corners)
    curve = (Move(direct[0]), Cubic(*handles, direct[1]))
    if len(corners) > 2 and is_free(around := passing(curve)):
        return Course(around, curve)
    return Course(corners, None, SMOOTH)


def clear(document: Document, line: Sequence[Point], ends: Sequence[str], is_hidden: Callable[[str], bool]) -> bool:
    """Whether a line between these ends runs through no box. Open frames may be run through."""
    nodes, boxes = document.nodes, document.indexes.boxes
    for one, other in pairwise(line):
        for id in boxes.touching(rect_between(one, other)):
            node = nodes[id]
            if id in ends or (node.is_group and not node.folded) or is_hidden(id):
                continue
            if segment_crosses(boxes.rect(id).grown(-INSIDE_PX), one, other):
                return False
    return True


def _comes_as_it_leaves(corners: Sequence[Point]) -> bool:
    """Whether it is straight already, or leaves one box and comes to the other in the same direction.

    A line along the rail of a stack does not: straight, it would run through the boxes above it.
    """
    if len(corners) == 2:
        return True
    first, second, before, last = corners[0], corners[1], corners[-2], corners[-1]
    return len(corners) == 4 and (
        (first.x == second.x and before.x == last.x) or (first.y == second.y and before.y == last.y)
    )


def _handles(corners: Sequence[Point]) -> tuple[Point, Point]:
    """Straight out of the one box, and straight into the other."""
    start, end = corners[0], corners[-1]
    upright = corners[1].x == start.x
    reach = abs(end.y - start.y) * BEND if upright else abs(end.x - start.x) * BEND
    return towards(start, corners[1], reach), towards(end, corners[-2], reach)
