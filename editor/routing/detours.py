"""Ways for lines beside the tree: at right angles, around boxes, with few corners, and not on top of each other."""

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from editor.geometry import Point, Rect
from editor.routing.corridors import Corridors
from editor.routing.express import Express, Length
from editor.routing.stretches import LEVEL, SIDES, UPRIGHT, Corridor, begin

CORNER_COST = 60.0
SHARED_COST, BUNDLED_COST = 2.0, -0.5
"""How much longer a stretch counts that another line uses already, and one that its own bundle uses."""
FRAMED_COST = 7.0
"""How much longer a stretch counts that runs through a frame."""
TIGHT_COST = 1.5
"""The same where it runs close to boxes."""
EAGERNESS, MOST_LOOKED_AT = 1.3, 400
"""How much the distance that is left counts against that which is behind (more than 1 is quicker, and near the best),
and how many corridors are looked at for one line; then its way is looked for over long stretches.
"""
FAR_PX = 6_000.0
"""Lines that go farther take long stretches anyway."""
MOST_STEPS = 12_000
"""Corridors looked at for all lines with such care. A count, not a time: the same each run."""
MANY_BOXES = 1_500
"""With more of them all lines do, and don't keep clear of other lines."""
NEAR_PX = 3.0
"""Lines that run nearer to each other than this share a stretch."""
Span = tuple[float, float]
Use = tuple[float, float, object]
Level = tuple[int, int]
"""The axis, and the place across it in steps of NEAR_PX."""


class Detours:
    """Finds ways among boxes, one after the other; each keeps clear of those found before, unless of its own bundle.

    boxes: stand in the way.  frames: are better gone around.  ends: other boxes that lines come to.
    lines: that are there already.
    """

    def __init__(
        self,
        boxes: Mapping[str, Rect],
        ends: Iterable[Rect] = (),
        frames: Iterable[Rect] = (),
        lines: Iterable[Sequence[Point]] = (),
    ) -> None:
        self._boxes, self._ends, self._frames = boxes, list(ends), list(frames)
        self._used: dict[Level, dict[object, list[Span]]] = {}
        self._revisions: dict[Level, int] = {}
        self._is_large = len(boxes) > MANY_BOXES
        self._left = 0 if self._is_large else MOST_STEPS
        if not self._is_large:
            self._note(lines)

    def way(self, source: Rect, target: Rect, bundle: object = None) -> tuple[Point, ...] | None:
        """The corners of a line from one box to another; None where no way was found.

        bundle: lines of one bundle rather run together, as those of one kind that come to the same box.
        """
        if source == target:
            return None
        points = None
        if self._left > 0 and source.centre.distance_to(target.centre) < FAR_PX:
            search = _Search(self, self._corridors, source, target, bundle)
            points = search.way(min(self._left, MOST_LOOKED_AT))
            self._left -= search.steps
        points = points or self._express.way(source, target, self._length(bundle))
        if points is None:
            return None
        if not self._is_large:
            self._use(points, bundle)
        return tuple(_corners([source.centre, *points, target.centre]))

    @cached_property
    def _corridors(self) -> Corridors:
        return Corridors(self._boxes, self._frames, self._ends)

    @cached_property
    def _express(self) -> Express:
        return Express(self._boxes, self._ends)

    def _length(self, bundle: object) -> Length | None:
        if self._is_large:
            return None
        return lambda corridor, start, end: abs(end - start) + max(0.0, self.extra(corridor, start, end, bundle))

    def extra(self, corridor: Corridor, start: float, end: float, bundle: object) -> float:
        """How much longer than it is a stretch counts, since it is not a lonely one."""
        level = round(corridor.at / NEAR_PX)
        levels = [(corridor.axis, near) for near in (level - 1, level, level + 1)]
        revision = sum([self._revisions.get(near, 0) for near in levels])
        if corridor.uses is None or corridor.revision != revision:
            corridor.uses, corridor.revision = self._uses(corridor, levels), revision
        if not corridor.uses:
            return 0.0
        low, high = (start, end) if start < end else (end, start)
        cost = 0.0
        for used_low, used_high, other in corridor.uses:
            shared = (high if high < used_high else used_high) - (low if low > used_low else used_low)
            if shared > 0:
                times = _COSTS.get(other, SHARED_COST) if other != bundle else BUNDLED_COST
                cost += shared * times
        return max(cost, BUNDLED_COST * (high - low))

    def _uses(self, corridor: Corridor, levels: Iterable[Level]) -> list[Use]:
        """The parts of a corridor that lines run in already, or that are inside frames."""
        found: list[Use] = [(low, high, _FRAME) for low, high in corridor.framed]
        found += [(low, high, _TIGHT) for low, high in _joined([*self._corridors.tight(corridor)])]
        for level in levels:
            for bundle, spans in self._used.get(level, {}).items():
                found += [(*span, bundle) for span in spans if span[0] < corridor.high and span[1] > corridor.low]
        return found

    def _use(self, line: Sequence[Point], bundle: object) -> None:
        for level, low, high in _stretches(line):
            spans = self._used.setdefault(level, {}).setdefault(_OTHER if bundle is None else bundle, [])
            spans[:] = _joined([*spans, (low, high)])
            self._revisions[level] = self._revisions.get(level, 0) + 1

    def _note(self, lines: Iterable[Sequence[Point]]) -> None:
        """The stretches of lines that are there already, those joined that lie on each other, as on a trunk."""
        levels: dict[Level, list[Span]] = {}
        for line in lines:
            for level, low, high in _stretches(line):
                levels.setdefault(level, []).append((low, high))
        for level, spans in levels.items():
            self._used[level] = {_TREE: _joined(spans)}


_TREE, _FRAME, _TIGHT, _OTHER = object(), object(), object(), object()
_COSTS = {_FRAME: FRAMED_COST, _TIGHT: TIGHT_COST}


def _stretches(line: Sequence[Point]) -> Iterator[tuple[Level, float, float]]:
    for one, other in itertools.pairwise(line):
        axis = LEVEL if one.y == other.y else UPRIGHT
        at, first, last = (one.y, one.x, other.x) if axis == LEVEL else (one.x, one.y, other.y)
        yield (axis, round(at / NEAR_PX)), min(first, last), max(first, last)


def _joined(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


class _Search:
    """The cheapest way from one box to another over corridors (A*): length, and so much for each corner."""

    def __init__(
        self,
        detours: Detours,
        corridors: Corridors,
        source: Rect,
        target: Rect,
        bundle: object,
    ) -> None:
        self._detours, self._corridors, self._bundle = detours, corridors, bundle
        self._target = target
        self._starts = [(c, source) for side in SIDES if (c := corridors.from_side(source, *side)) is not None]
        self._goals = [c for side in SIDES if (c := corridors.from_side(target, *side)) is not None]
        self._ends = {id(goal) for goal in self._goals}
        self._came: list[tuple[int, Corridor, float]] = []
        self.steps = 0

    def way(self, most: int) -> list[Point] | None:
        """The points of the way with its ends; None where none was found in so many steps."""
        queue: list[tuple[float, int, float]] = []
        best: dict[tuple[int, float], float] = {}
        for corridor, box in self._starts:
            self._push(queue, best, -1, corridor, begin(corridor, box), 0.0)
        while queue and self.steps < most:
            _, number, cost = heapq.heappop(queue)
            _, corridor, place = self._came[number]
            if id(corridor) in self._ends:
                return self._points(number)
            if cost > best.get((id(corridor), place), cost):
                continue
            self.steps += 1
            self._go_on(queue, best, number, cost)
        return None

    def _go_on(
        self, queue: list[tuple[float, int, float]], best: dict[tuple[int, float], float], number: int, cost: float
    ) -> None:
        _, corridor, place = self._came[number]
        centre = self._target.centre
        near = (place, centre.x if corridor.axis == LEVEL else centre.y)
        for goal in self._goals:
            if goal.crosses(corridor):
                more = self._length(corridor, place, goal.at) + CORNER_COST
                rest = self._length(goal, corridor.at, begin(goal, self._target))
                self._push(queue, best, number, goal, corridor.at, cost + more + rest)
            elif goal.axis == corridor.axis and abs(goal.at - corridor.at) < 0.01:
                end = begin(goal, self._target)
                if not corridor.low - NEAR_PX < end < corridor.high + NEAR_PX:
                    continue
                rest = self._length(corridor, place, end)
                self._push(queue, best, number, goal, place, cost + rest)
        for crossing in self._corridors.turning_off(corridor, near):
            least = cost + abs(crossing.at - place) * (1 + BUNDLED_COST) + CORNER_COST
            if least >= best.get((id(crossing), corridor.at), float("inf")):
                continue
            more = self._length(corridor, place, crossing.at) + CORNER_COST
            self._push(queue, best, number, crossing, corridor.at, cost + more)

    def _push(
        self,
        queue: list[tuple[float, int, float]],
        best: dict[tuple[int, float], float],
        before: int,
        corridor: Corridor,
        place: float,
        cost: float,
    ) -> None:
        key = (id(corridor), place)
        if cost >= best.get(key, float("inf")):
            return
        best[key] = cost
        self._came.append((before, corridor, place))
        left = 0.0 if id(corridor) in self._ends else self._left(corridor.point(place)) + CORNER_COST
        heapq.heappush(queue, (cost + EAGERNESS * left, len(self._came) - 1, cost))

    def _left(self, point: Point) -> float:
        """No way to the target is shorter."""
        x, y, width, height = self._target
        aside = max(x - point.x, 0.0, point.x - x - width)
        return aside + max(y - point.y, 0.0, point.y - y - height)

    def _length(self, corridor: Corridor, start: float, end: float) -> float:
        return abs(end - start) + self._detours.extra(corridor, start, end, self._bundle)

    def _points(self, number: int) -> list[Point]:
        goal = self._came[number][1]
        points = [goal.point(begin(goal, self._target))]
        while number >= 0:
            before, corridor, place = self._came[number]
            points.append(corridor.point(place))
            number = before
        return points[::-1]


def _corners(points: list[Point]) -> list[Point]:
    """The points between the ends at which the way turns."""
    points = [point for point, _ in itertools.groupby(points)]  # a corner that comes twice would look straight
    found: list[Point] = []
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        straight = before.x == point.x == after.x or before.y == point.y == after.y
        if not straight:
            found.append(point)
    return found
