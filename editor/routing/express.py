"""Ways for lines that go far or are many: over long free stretches, with few corners, by few lookups."""

import heapq
import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from editor.geometry import Point, Rect
from editor.routing.stretches import LEAST_PX, LEVEL, REACH_PX, SIDES, UPRIGHT, Corridor, Network, Span, begin

CORNER_COST = 60.0
EAGERNESS = 20.0
"""How much the distance that a stretch leaves to go counts against the length so far: much, so few are looked at."""
MOST_STEPS = 3_000
PAST_PX = (6.0, 3.0)
"""How far from a box a line goes past it; the second where another box is too near for the first."""
NARROW_PX = 24.0
"""In a gap narrower than this lines run in the middle, so they need one stretch and not one for either side."""
ALIKE_PX = 200.0
"""A stretch that reaches no farther than one at most so far before it is left out, as it leads nowhere else."""
BUCKET_PX = 64.0
Length = Callable[[Corridor, float, float], float]


class Express:
    """Finds ways among boxes. beside: boxes that lines also go past, though they don't stand in the way."""

    def __init__(self, boxes: Mapping[str, Rect], beside: Iterable[Rect] = ()) -> None:
        self._boxes, self._beside = boxes, list(beside)
        self._stretches = Stretches(boxes, self._beside)

    def way(self, source: Rect, target: Rect, length: Length | None = None) -> list[Point] | None:
        """The points of a way from a side of one box to a side of the other; None where there is none.

        length: how long a part of a stretch counts, if not as long as it is.
        """
        return _way(self._stretches, source, target, length) or _way(self._all_stretches, source, target, length)

    @cached_property
    def _all_stretches(self) -> "Stretches":
        """Those as well that seemed to lead nowhere else than the one before."""
        return Stretches(self._boxes, self._beside, 0.0)


def _way(stretches: "Stretches", source: Rect, target: Rect, length: Length | None) -> list[Point] | None:
    halves = _Half(stretches, source, target, length), _Half(stretches, target, source, length)
    for _ in range(MOST_STEPS):
        for half, other in (halves, halves[::-1]):
            meeting = half.step(other)
            if meeting is not None:
                return halves[0].points(meeting) + halves[1].points(meeting)[::-1]
        if not halves[0].goes_on and not halves[1].goes_on:
            return None
    return None


class _Half:
    """The search from one of the two boxes. Each stretch is entered once, where that was cheapest so far."""

    def __init__(self, stretches: "Stretches", start: Rect, goal: Rect, length: Length | None) -> None:
        self._stretches, self._goal, self._length = stretches, goal, length
        self._queue: list[tuple[float, int]] = []
        self._came: list[tuple[int, Corridor, float, float]] = []
        self.entered: dict[Corridor, tuple[float, int]] = {}
        """By stretch what it cost to come there, and as which of those that were come to."""
        self._left: set[Corridor] = set()
        starts = [found for side in SIDES if (found := stretches.from_side(start, *side)) is not None]
        for corridor in starts:
            self._enter(-1, begin(corridor, start), [(corridor, 0.0)])

    @property
    def goes_on(self) -> bool:
        return bool(self._queue)

    def step(self, other: "_Half") -> Corridor | None:
        """Look at the most promising stretch; returns that at which both searches have arrived, if there is one."""
        while self._queue:
            number = heapq.heappop(self._queue)[1]
            _, corridor, place, cost = self._came[number]
            if corridor not in self._left:
                self._left.add(corridor)
                return self._leave(number, corridor, place, cost, other)
        return None

    def _leave(self, number: int, corridor: Corridor, place: float, cost: float, other: "_Half") -> Corridor | None:
        goal = self._goal.centre.x if corridor.axis == LEVEL else self._goal.centre.y
        crossings = self._stretches.turning_off(corridor, (place, goal))
        cost += CORNER_COST
        length = self._length
        if length is None:
            costs = [(crossing, cost + abs(crossing.at - place)) for crossing in crossings]
        else:
            costs = [(crossing, cost + length(corridor, place, crossing.at)) for crossing in crossings]
        self._enter(number, corridor.at, costs)
        met = [(self.entered[one][0] + other.entered[one][0], one.at, one) for one, _ in costs if one in other.entered]
        return min(met)[2] if met else None

    def _enter(self, before: int, place: float, costs: Iterable[tuple[Corridor, float]]) -> None:
        """Turn off into these stretches. Written out, as it is done a hundred times for each line."""
        entered, came, queue = self.entered, self._came, self._queue
        x, y, width, height = self._goal
        right, bottom = x + width, y + height
        for corridor, cost in costs:
            known = entered.get(corridor)
            if known is not None and cost >= known[0]:
                continue
            at, low, high = corridor.at, corridor.low, corridor.high
            if corridor.axis == LEVEL:
                along = x - high if high < x else low - right if low > right else 0.0
                across = y - at if at < y else at - bottom if at > bottom else 0.0
            else:
                along = y - high if high < y else low - bottom if low > bottom else 0.0
                across = x - at if at < x else at - right if at > right else 0.0
            entered[corridor] = cost, len(came)
            heapq.heappush(queue, (cost + EAGERNESS * (along + across), len(came)))
            came.append((before, corridor, place, cost))

    def points(self, stretch: Corridor) -> list[Point]:
        """From the box to where this stretch is entered."""
        found, number = [], self.entered[stretch][1]
        while number >= 0:
            number, corridor, place, _ = self._came[number]
            found.append(corridor.point(place))
        return found[::-1]


class _Level:
    """The free stretches of one level: where they begin and end, and those that were made."""

    __slots__ = ("at", "axis", "highs", "lows", "made")

    def __init__(self, axis: int, at: float, lows: list[float], highs: list[float]) -> None:
        self.axis, self.at, self.lows, self.highs = axis, at, lows, highs
        self.made: dict[int, Corridor] = {}

    def number(self, place: float) -> int | None:
        """Which of its stretches holds this place; None where a box stands there."""
        number = bisect_left(self.highs, place)
        return None if number == len(self.highs) or self.lows[number] > place else number

    def stretch(self, number: int) -> Corridor:
        found = self.made.get(number)
        if found is None:
            found = self.made[number] = Corridor(self.axis, self.at, self.lows[number], self.highs[number])
        return found


class Stretches(Network):
    """The free stretches among many boxes: what stands on a level is found once for the whole of it.

    Between two heights at which boxes begin or end, all levels have the same stretches.
    """

    tile_px = 3_000.0

    def __init__(self, boxes: Mapping[str, Rect], beside: Iterable[Rect] = (), alike_px: float = ALIKE_PX) -> None:
        there = [*boxes.values(), *beside]
        super().__init__(there)
        self._alike_px = alike_px
        self._walls = tuple(Rows(boxes.values(), axis) for axis in (LEVEL, UPRIGHT))
        self._sides = self._walls if len(there) == len(boxes) else tuple(Rows(there, axis) for axis in (LEVEL, UPRIGHT))
        self._levels: dict[tuple[int, float], _Level] = {}
        self._past: dict[tuple[int, float], _Level] = {}
        self._free: dict[tuple[int, int], tuple[list[float], list[float]]] = {}

    def through(self, axis: int, at: float, place: float) -> Corridor | None:
        level = self._level(axis, round(at, 2))
        number = level.number(place)
        return None if number is None else level.stretch(number)

    def _level(self, axis: int, at: float) -> _Level:
        level = self._levels.get((axis, at))
        if level is None:
            band = bisect_left(self._walls[axis].changes, at)
            free = self._free.get((axis, band))
            if free is None:
                free = self._free[axis, band] = self._find_free(axis, self._inside(axis, band))
            level = self._levels[axis, at] = _Level(axis, at, *free)
        return level

    def _inside(self, axis: int, band: int) -> float:
        """A level inside a band between two changes, before the first, or behind the last."""
        changes = self._walls[axis].changes
        if 0 < band < len(changes):
            return (changes[band] + changes[band - 1]) / 2
        return changes[0] - 1.0 if not band else changes[-1] + 1.0

    def _find_free(self, axis: int, at: float) -> tuple[list[float], list[float]]:
        """Where the free stretches of a level begin and end."""
        end, last = self._ends[axis]
        lows, highs = [], []
        for low, high in sorted(self._walls[axis].spans(at - LEAST_PX, at + LEAST_PX)):
            if low - LEAST_PX > end:
                lows.append(end)
                highs.append(low - LEAST_PX)
            if high + LEAST_PX > end:
                end = high + LEAST_PX
        if last >= end:
            lows.append(end)
            highs.append(last)
        return lows, highs

    def from_side(self, box: Rect, axis: int, sign: int) -> Corridor | None:
        x, y = box.centre
        at, low, high = (y, box.x, box.right) if axis == LEVEL else (x, box.y, box.bottom)
        found = self.through(axis, at, (high + LEAST_PX + 0.5) if sign > 0 else (low - LEAST_PX - 0.5))
        if found is None:
            return None
        return Corridor(axis, at, high, found.high) if sign > 0 else Corridor(axis, at, found.low, low)

    def _crossing(self, corridor: Corridor, low: float, high: float) -> Iterator[Corridor]:
        at, other = corridor.at, 1 - corridor.axis
        spans = set(self._sides[corridor.axis].spans(at - REACH_PX, at + REACH_PX, low - PAST_PX[0], high + PAST_PX[0]))
        for sign, sides in ((-1, {begins for begins, _ in spans}), (1, {ends for _, ends in spans})):
            last, least, most = -math.inf, 0.0, 0.0
            for side in sorted(sides):
                for apart in PAST_PX:
                    place = side + sign * apart
                    level = self._past.get((other, place)) or self._find_past(other, place)
                    number = level.number(at) if low <= level.at <= high else None
                    if number is None:
                        continue
                    start, end = level.lows[number], level.highs[number]
                    if level.at - last >= self._alike_px or start < least or end > most:
                        last, least, most = level.at, start, end
                        yield level.stretch(number)
                    break

    def _find_past(self, axis: int, at: float) -> _Level:
        """The level on which lines go that are to go past a box on this one."""
        level = self._past[axis, at] = self._level(axis, self._middle(axis, at))
        return level

    def _middle(self, axis: int, at: float) -> float:
        """The middle of a narrow band of levels that have the same stretches; in a wide one the level itself."""
        changes = self._walls[axis].changes
        band = bisect_left(changes, at)
        if 0 < band < len(changes) and changes[band] - changes[band - 1] < NARROW_PX:
            at = self._inside(axis, band)
        return round(at, 2)


class Rows:
    """Boxes by where they stand across an axis: those of a row share both their levels, and rows are few."""

    def __init__(self, boxes: Iterable[Rect], axis: int) -> None:
        rows: dict[Span, list[Span]] = {}
        for x, y, width, height in boxes:
            across, along = ((y, y + height), (x, x + width)) if axis == LEVEL else ((x, x + width), (y, y + height))
            known = rows.get(across)
            if known is None:
                rows[across] = [along]
            else:
                known.append(along)
        self._near: dict[int, list[tuple[float, float, float, list[Span]]]] = {}
        for (first, last), spans in rows.items():
            spans.sort()
            longest = max([high - low for low, high in spans])
            for bucket in range(int(first // BUCKET_PX), int(last // BUCKET_PX) + 1):
                self._near.setdefault(bucket, []).append((first, last, longest, spans))
        self.changes = sorted({level for first, last in rows for level in (first - LEAST_PX, last + LEAST_PX)})
        """The levels at which a box begins or stops to be in the way."""

    def spans(self, first: float, last: float, low: float | None = None, high: float = 0.0) -> Iterator[Span]:
        """From where to where the boxes reach that touch the levels from first to last; of those from low to high."""
        start, stop = int(first // BUCKET_PX), int(last // BUCKET_PX)
        for bucket in range(start, stop + 1):
            for begins, ends, longest, spans in self._near.get(bucket, ()):
                if begins > last or ends < first or (bucket > start and int(begins // BUCKET_PX) < bucket):
                    continue  # the last: it was met in the bucket before
                if low is None:
                    yield from spans
                    continue
                for number in range(bisect_left(spans, (low - longest, 0.0)), len(spans)):
                    span = spans[number]
                    if span[0] > high:
                        break
                    if span[1] >= low:
                        yield span
