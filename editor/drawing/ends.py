"""Where lines meet shapes that don't fill their rectangle: ellipses, diamonds and the like."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from editor.drawing.outlines import corners_of
from editor.drawing.shapes_of_files import own_look
from editor.geometry import Point
from editor.model.records import Node


def at_outlines(
    line: Sequence[Point], source: Node, target: Node, behind: Callable[[Node], float] = lambda _: 0.0
) -> tuple[Point, ...]:
    """The line with its ends moved on from the rectangles to the outlines inside them.

    behind: how far the sheets of a stack reach beyond its box, to the right and below; a line ends before them.
    """
    start = _before_sheets(source, _met(source, line[1], line[0]), line[1], behind(source))
    end = _before_sheets(target, _met(target, line[-2], line[-1]), line[-2], behind(target))
    return (start, *line[1:-1], end)


def _before_sheets(node: Node, at: Point, outside: Point, reach: float) -> Point:
    if node.box is None or not reach:
        return at
    if abs(at.x - node.box.right) < 0.5 and outside.x > at.x + reach:
        return Point(at.x + reach, at.y)
    if abs(at.y - node.box.bottom) < 0.5 and outside.y > at.y + reach:
        return Point(at.x, at.y + reach)
    return at


def _met(node: Node, outside: Point, at: Point) -> Point:
    """Where the line first meets the outline when it goes on as it came; where it was if it passes by."""
    if node.box is None or node.is_group or not own_look(node) or node.look.image:
        return at
    corners = corners_of(node.look.shape, node.box)
    reach = node.box.width + node.box.height
    length = outside.distance_to(at)
    if not corners or not length:
        return at
    far = Point(at.x + (at.x - outside.x) / length * reach, at.y + (at.y - outside.y) / length * reach)
    hits = (_crossing(outside, far, *side) for side in pairwise((*corners, corners[0])))
    return min((hit for hit in hits if hit is not None), key=outside.distance_to, default=at)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two stretches cross."""
    dx, dy, ex, ey = b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y
    across = dx * ey - dy * ex
    if not across:
        return None
    along, other = ((c.x - a.x) * ey - (c.y - a.y) * ex) / across, ((c.x - a.x) * dy - (c.y - a.y) * dx) / across
    return Point(a.x + dx * along, a.y + dy * along) if 0 <= along <= 1 and 0 <= other <= 1 else None
