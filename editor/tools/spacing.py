"""Equal gaps between a box that is being moved and the boxes beside it."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from editor.geometry import Point, Rect


class Beside(NamedTuple):
    """The nearest and second nearest boxes before and after a box in its row."""

    before: Rect | None
    first: Rect | None
    after: Rect | None
    last: Rect | None


class Gap(NamedTuple):
    """A gap between two boxes that is as wide as another: its two ends."""

    start: Point
    end: Point


def evened(moving: Rect, others: list[Rect], reach: float) -> float | None:
    """The smallest move to the side that makes a gap as wide as the one beside it; None where none is in reach."""
    found = [x - moving.x for x in _targets(moving, _beside(moving, others)) if abs(x - moving.x) <= reach]
    return min(found, key=abs, default=None)


def even_gaps(placed: Rect, others: list[Rect]) -> list[Gap]:
    """The gaps in a box's row that are as wide as the ones it has."""
    first, before, after, last = _in_order(_beside(placed, others))
    gaps = [_gap(one, other) for one, other in ((first, before), (before, placed), (placed, after), (after, last))]
    found: list[Gap] = []
    for one, other in itertools.pairwise(gaps):
        if one is not None and other is not None and abs(_width(one) - _width(other)) < 0.01:
            found += [gap for gap in (one, other) if gap not in found]
    return found


def turned(rect: Rect) -> Rect:
    """Across for down, so that columns can be asked about like rows."""
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _targets(moving: Rect, beside: Beside) -> Iterator[float]:
    first, before, after, last = _in_order(beside)
    if before is not None and after is not None and after.x - before.right >= moving.width:
        yield (before.right + after.x - moving.width) / 2
    if first is not None and before is not None:
        yield before.right + (before.x - first.right)
    if last is not None and after is not None:
        yield after.x - (last.x - after.right) - moving.width


def _beside(moving: Rect, others: list[Rect]) -> Beside:
    row = [each for each in others if each.y < moving.bottom and moving.y < each.bottom]
    earlier = [each for each in row if each.centre.x < moving.centre.x and each.right <= moving.centre.x]
    later = [each for each in row if each.centre.x > moving.centre.x and each.x >= moving.centre.x]
    before = max(earlier, key=lambda rect: rect.right, default=None)
    after = min(later, key=lambda rect: rect.x, default=None)
    first = last = None
    if before is not None:
        first = max((each for each in earlier if each.right < before.x), key=lambda rect: rect.right, default=None)
    if after is not None:
        last = min((each for each in later if each.x > after.right), key=lambda rect: rect.x, default=None)
    return Beside(before, first, after, last)


def _in_order(beside: Beside) -> tuple[Rect | None, Rect | None, Rect | None, Rect | None]:
    return beside.first, beside.before, beside.after, beside.last


def _gap(one: Rect | None, other: Rect | None) -> Gap | None:
    """Drawn in the middle of where both stand beside each other."""
    if one is None or other is None or other.x <= one.right:
        return None
    top, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
    y = (top + bottom) / 2
    return Gap(Point(one.right, y), Point(other.x, y))


def _width(gap: Gap) -> float:
    return gap.end.x - gap.start.x
