"""Where a box that is being moved catches on to its neighbours' edges and centres, and the guides that show it."""

from collections.abc import Iterable
from typing import NamedTuple

from editor.geometry import Point, Rect, bounds_of
from editor.routing.spatial import SpatialIndex
from editor.tools.spacing import even_gaps, evened, turned

SNAP_PX = 6.0
"""How near, on the screen, two edges must come to catch."""
NEIGHBOURHOOD_PX = 400.0
"""How far away, in the drawing, a box still counts as a neighbour."""


GRID_PX = 8.0
"""How wide the grid is."""


class Guide(NamedTuple):
    """A thin line along which boxes stand in line, or across a gap that is as wide as another."""

    start: Point
    end: Point
    is_gap: bool = False


class Snap(NamedTuple):
    """By how much to correct a move, and the guides that then hold."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


NO_SNAP = Snap(0.0, 0.0, ())


def neighbours(boxes: SpatialIndex, moving: Rect, without: set[str]) -> list[Rect]:
    """The boxes around a moving one: only those nearby, so that it costs the same in a chart of any size."""
    found = boxes.touching(moving.grown(NEIGHBOURHOOD_PX))
    return [boxes.rect(id) for id in found if id not in without]


def snapped(moving: Rect, others: list[Rect], scale: float, grid: float | None = None) -> Snap:
    """The smallest correction within reach on either axis, each on its own: to sides and middles, to equal gaps, and
    where there is neither, to the grid."""
    reach = SNAP_PX / scale
    across = _smallest(_x_marks(moving), (_x_marks(other) for other in others), reach)
    down = _smallest(_y_marks(moving), (_y_marks(other) for other in others), reach)
    tall = [turned(other) for other in others]
    dx = _nearer(across, evened(moving, others, reach))
    dy = _nearer(down, evened(turned(moving), tall, reach))
    placed = moving.moved(_or_grid(dx, moving.x, grid), _or_grid(dy, moving.y, grid))
    guides = []
    if dx is not None:
        guides += [_upright(x, placed, others) for x in _shared(_x_marks(placed), map(_x_marks, others))]
        guides += [Guide(*gap, is_gap=True) for gap in even_gaps(placed, others)]
    if dy is not None:
        guides += [_level(y, placed, others) for y in _shared(_y_marks(placed), map(_y_marks, others))]
        gaps = even_gaps(turned(placed), tall)
        guides += [Guide(Point(*reversed(gap.start)), Point(*reversed(gap.end)), is_gap=True) for gap in gaps]
    return Snap(placed.x - moving.x, placed.y - moving.y, tuple(guides))


def _nearer(one: float | None, other: float | None) -> float | None:
    """The smaller of two corrections; the first where they are alike."""
    if one is None or other is None:
        return other if one is None else one
    return one if abs(one) <= abs(other) else other


def _or_grid(correction: float | None, at: float, grid: float | None) -> float:
    if correction is not None or not grid:
        return correction or 0.0
    return round(at / grid) * grid - at


Marks = tuple[float, float, float]
"""Near edge, centre and far edge along one axis."""


def _x_marks(rect: Rect) -> Marks:
    return rect.x, rect.centre.x, rect.right


def _y_marks(rect: Rect) -> Marks:
    return rect.y, rect.centre.y, rect.bottom


def _pairs(mine: Marks, theirs: Marks) -> Iterable[tuple[float, float]]:
    """What may catch on what: centre on centre, and every edge on every edge."""
    yield mine[1], theirs[1]
    for edge in (mine[0], mine[2]):
        yield edge, theirs[0]
        yield edge, theirs[2]


def _smallest(mine: Marks, others: Iterable[Marks], reach: float) -> float | None:
    best: float | None = None
    for theirs in others:
        for own, other in _pairs(mine, theirs):
            correction = other - own
            if abs(correction) <= reach and (best is None or abs(correction) < abs(best)):
                best = correction
    return best


def _shared(mine: Marks, others: Iterable[Marks]) -> list[float]:
    found = {own for theirs in others for own, other in _pairs(mine, theirs) if abs(own - other) < 0.01}
    return sorted(found)


def _upright(x: float, placed: Rect, others: list[Rect]) -> Guide:
    span = bounds_of([placed, *(other for other in others if _near(x, _x_marks(other)))]) or placed
    return Guide(Point(x, span.y), Point(x, span.bottom))


def _level(y: float, placed: Rect, others: list[Rect]) -> Guide:
    span = bounds_of([placed, *(other for other in others if _near(y, _y_marks(other)))]) or placed
    return Guide(Point(span.x, y), Point(span.right, y))


def _near(value: float, marks: Marks) -> bool:
    return any(abs(value - mark) < 0.01 for mark in marks)
