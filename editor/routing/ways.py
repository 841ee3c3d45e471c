"""Bends of right-angled lines between boxes, and how they follow when a box moves.

Lines are attached to the centres of their boxes and drawn from the border on, so a bend that shares a coordinate with a
centre gives a segment at right angles to the border.
"""

import itertools
from collections.abc import Sequence

from editor.geometry import Point, Rect

RAIL_PX = 24.0
"""How far the rail of a stack runs to the left of its boxes."""
ASLANT_PX = 0.5
"""What differs by less stands in one line: middles reckoned from sizes are seldom exactly the same."""


def trunk(parent: Rect, child: Rect, trunk_y: float) -> tuple[Point, ...]:
    """Down from the parent to the height that all its children share, across, and down to the child."""
    start, end = parent.centre.x, child.centre.x
    if start == end:
        return ()
    return Point(start, trunk_y), Point(end, trunk_y)


def trunk_sideways(parent: Rect, child: Rect, trunk_x: float) -> tuple[Point, ...]:
    """The same from left to right (or right to left)."""
    start, end = parent.centre.y, child.centre.y
    if start == end:
        return ()
    return Point(trunk_x, start), Point(trunk_x, end)


def rail(parent: Rect, child: Rect, rail_x: float, trunk_y: float) -> tuple[Point, ...]:
    """Down to the shared height, across to the rail at the left of a stack, down along it, and in from the side."""
    last = Point(rail_x, child.centre.y)
    if parent.centre.x == rail_x:
        return (last,)
    return Point(parent.centre.x, trunk_y), Point(rail_x, trunk_y), last


def between(source: Rect, target: Rect) -> tuple[Point, ...]:
    """A simple right-angled way between two boxes wherever they stand."""
    if target.y >= source.bottom or target.bottom <= source.y:
        gap = (source.bottom + target.y) / 2 if target.y >= source.bottom else (target.bottom + source.y) / 2
        return trunk(source, target, gap)
    if target.x >= source.right or target.right <= source.x:
        gap = (source.right + target.x) / 2 if target.x >= source.right else (target.right + source.x) / 2
        return trunk_sideways(source, target, gap)
    return ()


def is_orthogonal(line: Sequence[Point]) -> bool:
    """Whether every segment is upright or level."""
    return all(a.x == b.x or a.y == b.y for a, b in itertools.pairwise(line))


def following(bends: tuple[Point, ...], before: tuple[Rect, Rect], after: tuple[Rect, Rect]) -> tuple[Point, ...]:
    """The bends of a right-angled line after its ends (source, target) have moved; others are returned as they are."""
    line = (before[0].centre, *bends, before[1].centre)
    if not bends or not is_orthogonal(line):
        return bends
    moved = list(bends)
    _follow(moved, 0, before[0].centre, after[0].centre)
    _follow(moved, -1, before[1].centre, after[1].centre)
    if len(bends) == 1 or is_orthogonal((after[0].centre, *moved, after[1].centre)):
        return tuple(moved)
    return between(*after)


def led(bends: tuple[Point, ...], before: tuple[Rect, Rect], after: tuple[Rect, Rect]) -> tuple[Point, ...]:
    """The same for a line that this program leads: one that ran upright or level gets corners where it would run
    aslant, and none are left where it needs none any more."""
    if before == after:
        return bends
    was_straight = is_straight(before[0].centre, *bends, before[1].centre)
    if not bends:
        aslant = was_straight and not is_straight(after[0].centre, after[1].centre)
        return between(*after) if aslant else ()
    found = following(bends, before, after)
    if was_straight or not is_straight(after[0].centre, *found, after[1].centre):
        return found
    return ()


def is_straight(*line: Point) -> bool:
    """Whether all of it lies on one upright or level line."""
    xs, ys = [point.x for point in line], [point.y for point in line]
    return max(xs) - min(xs) < ASLANT_PX or max(ys) - min(ys) < ASLANT_PX


def _follow(bends: list[Point], index: int, before: Point, after: Point) -> None:
    bend = bends[index]
    if bend.x == before.x:
        bends[index] = Point(after.x, bend.y)
    elif bend.y == before.y:
        bends[index] = Point(bend.x, after.y)
