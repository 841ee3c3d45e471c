"""Ways for lines beside the tree: at right angles, around boxes, with few corners, and not on top of each other."""

import heapq
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from editor.geometry import Point, Rect, bounds_of_points

CLEAR_PX, LEFT_PX, LEAST_PX = 12.0, 20.0, 6.0
"""How far from a box a line goes past it; at its left, where the rail of a stack runs, farther; and no nearer than."""
CORNER_COST = 60.0
SHARED_COST, BUNDLED_COST = 2.0, 0.5
"""How many times longer a stretch counts that another line uses already, and one that its own bundle uses."""
FRAMED_COST = 8.0
"""How many times longer a stretch counts that runs through a frame."""
MOST_BOXES = 340
MOST_STEPS = 150_000
"""Looked at for one chart in all; lines left over then take the plain way. A count, not a time: the same each run."""
Spot = tuple[int, int]
SIDES = ((0, -1), (1, 0), (0, 1), (-1, 0))


class Detours:
    """A grid through the sides and middles of all boxes. `boxes` stand in the way; `frames` are better gone around."""

    def __init__(self, boxes: Mapping[str, Rect], ends: Iterable[Rect] = (), frames: Iterable[Rect] = ()) -> None:
        self._is_small = len(boxes) <= MOST_BOXES
        frames = list(frames) if self._is_small else []
        rects = [*boxes.values(), *ends, *frames] if self._is_small else []
        self._xs = _lines((r.x - LEFT_PX, r.centre.x, r.right + CLEAR_PX) for r in rects)
        self._ys = _lines((r.y - CLEAR_PX, r.centre.y, r.bottom + CLEAR_PX) for r in rects)
        self._blocked: set[tuple[Spot, int]] = set()
        self._used: dict[tuple[Spot, int], set[object]] = {}
        self._framed: set[tuple[Spot, int]] = set()
        self._left = MOST_STEPS
        for rect in boxes.values() if self._is_small else ():
            self._block(rect.grown(LEAST_PX), self._blocked)
        for frame in frames:
            self._block(frame, self._framed)

    def way(self, source: Rect, target: Rect, bundle: object = None) -> tuple[Point, ...] | None:
        """The corners of a line from one box to another; None where no way was found.

        bundle: lines of one bundle rather run together, as those of one kind that come to the same box.
        """
        if not self._is_small or source == target:
            return None
        starts, goals = self._around(source), self._around(target)
        found = self._search(starts, goals, bundle)
        if found is None:
            return None
        for one, other in itertools.pairwise(found):
            for step in _steps(one, other):
                self._used.setdefault(step, set()).add(bundle)
        points = [Point(self._xs[x], self._ys[y]) for x, y in found]
        return tuple(_corners([source.centre, *points, target.centre]))

    def _block(self, rect: Rect, stretches: set[tuple[Spot, int]]) -> None:
        """Note the stretches of the grid that touch a rectangle."""
        left, right = bisect_right(self._xs, rect.x), bisect_left(self._xs, rect.right)
        top, bottom = bisect_right(self._ys, rect.y), bisect_left(self._ys, rect.bottom)
        for x in range(left, right):
            stretches.update(((x, y), 1) for y in range(max(0, top - 1), bottom))
        for y in range(top, bottom):
            stretches.update(((x, y), 0) for x in range(max(0, left - 1), right))

    def _around(self, rect: Rect) -> dict[Spot, int]:
        """The four spots before the middles of a box's sides, with the side."""
        x, y = bisect_left(self._xs, rect.centre.x), bisect_left(self._ys, rect.centre.y)
        left, right = bisect_left(self._xs, rect.x - LEFT_PX), bisect_left(self._xs, rect.right + CLEAR_PX)
        top, bottom = bisect_left(self._ys, rect.y - CLEAR_PX), bisect_left(self._ys, rect.bottom + CLEAR_PX)
        return {(x, top): 0, (right, y): 1, (x, bottom): 2, (left, y): 3}

    def _search(self, starts: Mapping[Spot, int], goals: Mapping[Spot, int], bundle: object) -> list[Spot] | None:
        """The cheapest way over the grid (A*): length, and so much for each corner."""
        aim = bounds_of_points(Point(self._xs[x], self._ys[y]) for x, y in goals)
        if aim is None:
            return None
        queue = [(self._least(spot, aim), 0.0, spot, side) for spot, side in starts.items()]
        heapq.heapify(queue)
        cheapest: dict[tuple[Spot, int], float] = {(spot, side): 0.0 for spot, side in starts.items()}
        came: dict[tuple[Spot, int], tuple[Spot, int]] = {}
        while queue and self._left > 0:
            _, cost, spot, side = heapq.heappop(queue)
            if cost > cheapest.get((spot, side), cost):
                continue
            self._left -= 1
            if spot in goals and (side + 2) % 4 != (goals[spot] + 2) % 4:
                return _traced(spot, side, came)
            for turn in (0, 1, 3):
                towards = (side + turn) % 4
                step = self._step(spot, towards, bundle)
                if step is None:
                    continue
                new = cost + step[1] + (CORNER_COST if turn else 0.0)
                if new < cheapest.get((step[0], towards), float("inf")):
                    cheapest[step[0], towards] = new
                    came[step[0], towards] = (spot, side)
                    heapq.heappush(queue, (new + self._least(step[0], aim), new, step[0], towards))
        return None

    def _least(self, spot: Spot, aim: Rect) -> float:
        """No way to the goals is shorter: the distance to the area that they span."""
        x, y = self._xs[spot[0]], self._ys[spot[1]]
        left, top, width, height = aim
        aside = left - x if x < left else max(0.0, x - left - width)
        return aside + (top - y if y < top else max(0.0, y - top - height))

    def _step(self, spot: Spot, towards: int, bundle: object) -> tuple[Spot, float] | None:
        """The next spot in a direction and what it costs; None at the edge and before a box."""
        dx, dy = SIDES[towards]
        x, y = spot[0] + dx, spot[1] + dy
        if not (0 <= x < len(self._xs) and 0 <= y < len(self._ys)):
            return None
        stretch = (min(spot, (x, y)), 1 if dy else 0)
        if stretch in self._blocked:
            return None
        length = abs(self._xs[x] - self._xs[spot[0]]) + abs(self._ys[y] - self._ys[spot[1]])
        if stretch in self._framed:
            length *= FRAMED_COST
        used = self._used.get(stretch)
        if used is None:
            return (x, y), length
        return (x, y), length * (BUNDLED_COST if used == {bundle} and bundle is not None else SHARED_COST)


def _lines(threes: Iterable[tuple[float, float, float]]) -> list[float]:
    return sorted({place for three in threes for place in three})


def _steps(one: Spot, other: Spot) -> list[tuple[Spot, int]]:
    return [(min(one, other), 1 if one[0] == other[0] else 0)]


def _traced(spot: Spot, side: int, came: Mapping[tuple[Spot, int], tuple[Spot, int]]) -> list[Spot]:
    way, state = [spot], (spot, side)
    while state in came:
        state = came[state]
        way.append(state[0])
    return way[::-1]


def _corners(points: list[Point]) -> list[Point]:
    """The points between the ends at which the way turns."""
    found: list[Point] = []
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        straight = before.x == point.x == after.x or before.y == point.y == after.y
        if not straight:
            found.append(point)
    return found
