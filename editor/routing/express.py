"""Ways for lines that go far or are many: over long free stretches, with few corners, by few lookups."""

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

from editor.geometry import Point, Rect, bounds_of
from editor.routing.corridors import LEAST_PX, LEVEL, OUTER_PX, SIDES, UPRIGHT, Corridor, begin

CORNER_COST = 60.0
EAGERNESS = 20.0
"""How much the distance that a stretch leaves to go counts against the length so far: much, so few are looked at."""
MOST_STEPS = 3_000
PAST_PX = (6.0, 3.0)
"""How far from a box a line goes past it; the second where another box is too near for the first."""
TILE_PX = 3_000.0
"""So far to both sides of where one is, and of where the other is, a stretch is left."""
REACH_PX = 44.0
BUCKET_PX = 64.0
Span = tuple[float, float]
Length = Callable[[Corridor, float, float], float]


class Express:
    """Finds ways among boxes. beside: boxes that lines also go past, though they don't stand in the way."""

    def __init__(self, boxes: Mapping[str, Rect], beside: Iterable[Rect] = ()) -> None:
        self._stretches = Stretches(boxes, beside)

    def way(self, source: Rect, target: Rect, length: Length) -> list[Point] | None:
        """The points of a way from a side of one box to a side of the other; None where there is none.

        length: how long a part of a stretch counts.
        """
        halves = _Half(self._stretches, source, target, length), _Half(self._stretches, target, source, length)
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

    def __init__(self, stretches: "Stretches", start: Rect, goal: Rect, length: Length) -> None:
        self._stretches, self._goal, self._length = stretches, goal, length
        self._queue: list[tuple[float, int, float]] = []
        self._came: list[tuple[int, Corridor, float]] = []
        self.entered: dict[int, tuple[float, int]] = {}
        """By stretch what it cost to come there, and as which of those that were come to."""
        self._left: set[int] = set()
        self._starts = [found for side in SIDES if (found := stretches.from_side(start, *side)) is not None]
        for corridor in self._starts:
            self._enter(-1, corridor, begin(corridor, start), 0.0)

    @property
    def goes_on(self) -> bool:
        return bool(self._queue)

    def step(self, other: "_Half") -> int | None:
        """Look at the most promising stretch; returns that at which both searches have arrived, if there is one."""
        while self._queue:
            _, number, cost = heapq.heappop(self._queue)
            _, corridor, place = self._came[number]
            if id(corridor) not in self._left:
                self._left.add(id(corridor))
                return self._leave(number, corridor, place, cost, other)
        return None

    def _leave(self, number: int, corridor: Corridor, place: float, cost: float, other: "_Half") -> int | None:
        goal = self._goal.centre.x if corridor.axis == LEVEL else self._goal.centre.y
        for crossing in self._stretches.turning_off(corridor, (place, goal)):
            more = self._length(corridor, place, crossing.at) + CORNER_COST
            if self._enter(number, crossing, corridor.at, cost + more) and id(crossing) in other.entered:
                return id(crossing)
        return None

    def _enter(self, before: int, corridor: Corridor, place: float, cost: float) -> bool:
        known = self.entered.get(id(corridor))
        if known is not None and cost >= known[0]:
            return False
        number = len(self._came)
        self._came.append((before, corridor, place))
        self.entered[id(corridor)] = cost, number
        heapq.heappush(self._queue, (cost + EAGERNESS * _distance(corridor, self._goal), number, cost))
        return True

    def points(self, stretch: int) -> list[Point]:
        """From the box to where this stretch is entered."""
        found, number = [], self.entered[stretch][1]
        while number >= 0:
            number, corridor, place = self._came[number]
            found.append(corridor.point(place))
        return found[::-1]


def _distance(corridor: Corridor, box: Rect) -> float:
    """From where a stretch comes nearest to a box."""
    x, y, width, height = box
    at, low, high = corridor.at, corridor.low, corridor.high
    if corridor.axis == LEVEL:
        return max(x - high, 0.0, low - x - width) + max(y - at, 0.0, at - y - height)
    return max(x - at, 0.0, at - x - width) + max(y - high, 0.0, low - y - height)


class Stretches:
    """The free stretches among many boxes: what stands on a level is found once for the whole of it."""

    def __init__(self, boxes: Mapping[str, Rect], beside: Iterable[Rect] = ()) -> None:
        there = [*boxes.values(), *beside]
        self._bounds = (bounds_of(there) or Rect(0, 0, 0, 0)).grown(OUTER_PX)
        self._walls = tuple(Rows(boxes.values(), axis) for axis in (LEVEL, UPRIGHT))
        self._sides = self._walls if len(there) == len(boxes) else tuple(Rows(there, axis) for axis in (LEVEL, UPRIGHT))
        self._levels: dict[tuple[int, float], tuple[list[float], list[float], dict[int, Corridor]]] = {}

    def through(self, axis: int, at: float, place: float) -> Corridor | None:
        """The stretch on this level that holds this place; None where a box stands there."""
        at = round(at, 2)
        level = self._levels.get((axis, at))
        if level is None:
            level = self._levels[axis, at] = (*self._free(axis, at), {})
        lows, highs, made = level
        number = bisect_left(highs, place)
        if number == len(highs) or lows[number] > place:
            return None
        found = made.get(number)
        if found is None:
            found = made[number] = Corridor(axis, at, lows[number], highs[number])
        return found

    def _free(self, axis: int, at: float) -> tuple[list[float], list[float]]:
        """Where the free stretches of a level begin and end."""
        outer = self._bounds
        end, last = (outer.x, outer.right) if axis == LEVEL else (outer.y, outer.bottom)
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
        """The stretch from the middle of a side of a box straight on: LEVEL and 1 is from the right side."""
        x, y = box.centre
        at, low, high = (y, box.x, box.right) if axis == LEVEL else (x, box.y, box.bottom)
        found = self.through(axis, at, (high + LEAST_PX + 0.5) if sign > 0 else (low - LEAST_PX - 0.5))
        if found is None:
            return None
        return Corridor(axis, at, high, found.high) if sign > 0 else Corridor(axis, at, found.low, low)

    def turning_off(self, corridor: Corridor, near: Iterable[float]) -> Iterable[Corridor]:
        """The stretches that cross it near these places along it."""
        for tile in sorted({int(place // TILE_PX) + step for place in near for step in (-1, 0, 1)}):
            if tile not in corridor.tiles:
                corridor.tiles[tile] = self._crossings(corridor, tile)
            yield from corridor.tiles[tile]

    def _crossings(self, corridor: Corridor, tile: int) -> list[Corridor]:
        low, high = max(corridor.low, tile * TILE_PX), min(corridor.high, (tile + 1) * TILE_PX)
        if low > high:
            return []
        at, other = corridor.at, 1 - corridor.axis
        spans = set(self._sides[corridor.axis].spans(at - REACH_PX, at + REACH_PX, low - PAST_PX[0], high + PAST_PX[0]))
        sides = {(low, -1.0) for low, _ in spans} | {(high, 1.0) for _, high in spans}
        found = {self._past(other, side, sign, at, low, high): None for side, sign in sorted(sides)}
        edges = (self._bounds.x, self._bounds.right) if other == UPRIGHT else (self._bounds.y, self._bounds.bottom)
        found.update({self.through(other, edge, at): None for edge in edges if low <= edge <= high})
        return [one for one in found if one is not None]

    def _past(self, axis: int, side: float, sign: float, place: float, low: float, high: float) -> Corridor | None:
        for apart in PAST_PX:
            at = side + sign * apart
            found = self.through(axis, at, place) if low <= at <= high else None
            if found is not None:
                return found
        return None


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
