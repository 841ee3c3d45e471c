"""Where lines can run between boxes: straight free stretches as long as nothing stands in them, found when needed."""

from collections.abc import Iterable, Iterator, Mapping

from editor.geometry import Point, Rect, bounds_of
from editor.routing.spatial import SpatialIndex

CLEAR_PX, LEFT_PX = 12.0, 20.0
"""How far from a box a line goes past it where there is room; at its left, where the rail of a stack runs, farther."""
LEAST_PX = 1.5
"""No stretch comes nearer to a box than this."""
ROOM_PX = 48.0
"""How far is looked for a neighbour with whom the room must be shared."""
REACH_PX = 44.0
"""How far from a stretch the boxes are past which one can turn off from it."""
TILE_PX = 700.0
STRIDE_PX = 600.0
OUTER_PX = 60.0
LEVEL, UPRIGHT = 0, 1
SIDES = ((LEVEL, -1), (LEVEL, 1), (UPRIGHT, -1), (UPRIGHT, 1))
Span = tuple[float, float]


class Corridor:
    """A free stretch: on the level `at` (its y if LEVEL, its x if UPRIGHT), from `low` to `high` along it.

    framed: the parts of it inside frames.  uses, revision: what runs in it, as whoever finds ways notes it.
    """

    __slots__ = ("at", "axis", "framed", "high", "low", "revision", "tiles", "uses")

    def __init__(self, axis: int, at: float, low: float, high: float, framed: tuple[Span, ...] = ()) -> None:
        self.axis, self.at, self.low, self.high, self.framed = axis, at, low, high, framed
        self.tiles: dict[int, list[Corridor]] = {}
        self.uses: list[tuple[float, float, object]] | None = None
        self.revision = 0

    def crosses(self, other: "Corridor") -> bool:
        return self.axis != other.axis and self.low <= other.at <= self.high and other.low <= self.at <= other.high

    def point(self, place: float) -> Point:
        return Point(place, self.at) if self.axis == LEVEL else Point(self.at, place)


class Corridors:
    """The free stretches among boxes. Only those are made that somebody asks for; they are kept."""

    def __init__(self, boxes: Mapping[str, Rect], frames: Iterable[Rect] = (), beside: Iterable[Rect] = ()) -> None:
        """beside: boxes that lines also go past, though they don't stand in the way."""
        self._boxes, self._frames = _indexed(boxes.values()), _indexed(frames)
        self._turns = _indexed([*boxes.values(), *frames, *beside])
        bounds = bounds_of([*boxes.values(), *frames, *beside]) or Rect(0, 0, 0, 0)
        self._bounds = bounds.grown(OUTER_PX)
        self._made: dict[tuple[int, float], list[Corridor]] = {}
        self._sides: dict[str, tuple[float | None, ...]] = {}

    def through(self, axis: int, at: float, place: float) -> Corridor | None:
        """The stretch on this level that holds this place; None where a box stands there."""
        at = round(at, 2)
        known = self._made.setdefault((axis, at), [])
        for corridor in known:
            if corridor.low <= place <= corridor.high:
                return corridor
        low, high = self._free(axis, at, place, -1), self._free(axis, at, place, 1)
        if low is None or high is None:
            return None
        found = Corridor(axis, at, low, high, tuple(self._framed(axis, at, low, high)))
        known.append(found)
        return found

    def from_side(self, box: Rect, axis: int, sign: int) -> Corridor | None:
        """The stretch from the middle of a side of a box straight on: LEVEL and 1 is from the right side."""
        at, edge = (
            (box.centre.y, box.right if sign > 0 else box.x)
            if axis == LEVEL
            else (
                box.centre.x,
                box.bottom if sign > 0 else box.y,
            )
        )
        end = self._free(axis, at, edge + sign * (LEAST_PX + 0.5), sign)
        if end is None or (end - edge) * sign <= 0:
            return None
        low, high = min(edge, end), max(edge, end)
        return Corridor(axis, at, low, high, tuple(self._framed(axis, at, low, high)))

    def turning_off(self, corridor: Corridor, near: Iterable[float]) -> Iterator[Corridor]:
        """The stretches that cross it near these places along it."""
        tiles = sorted({int(place // TILE_PX) + step for place in near for step in (-1, 0, 1)})
        for tile in tiles:
            if tile not in corridor.tiles:
                corridor.tiles[tile] = self._crossing(corridor, tile)
            yield from corridor.tiles[tile]

    def _crossing(self, corridor: Corridor, tile: int) -> list[Corridor]:
        low, high = max(corridor.low, tile * TILE_PX), min(corridor.high, (tile + 1) * TILE_PX)
        if low > high:
            return []
        area = strip(corridor.axis, corridor.at - REACH_PX, corridor.at + REACH_PX, low - ROOM_PX, high + ROOM_PX)
        other = 1 - corridor.axis
        places = {side for id in self._turns.touching(area) for side in self._past(id)[2 * other : 2 * other + 2]}
        edge = (self._bounds.y, self._bounds.bottom) if other == LEVEL else (self._bounds.x, self._bounds.right)
        places.update(place for place in edge if low <= place <= high)
        found = []
        for place in sorted(place for place in places if place is not None and low <= place <= high):
            crossing = self.through(other, place, corridor.at)
            if crossing is not None:
                found.append(crossing)
        return found

    def _past(self, id: str) -> tuple[float | None, ...]:
        """Where lines go past a box: above, below, at its left, at its right; None where there is no room."""
        known = self._sides.get(id)
        if known is None:
            box = self._turns.rect(id)
            known = self._sides[id] = (
                _apart(box.y, -CLEAR_PX, self._room(box, LEVEL, -1)),
                _apart(box.bottom, CLEAR_PX, self._room(box, LEVEL, 1)),
                _apart(box.x, -LEFT_PX, self._room(box, UPRIGHT, -1)),
                _apart(box.right, CLEAR_PX, self._room(box, UPRIGHT, 1)),
            )
        return known

    def _room(self, box: Rect, axis: int, sign: int) -> float:
        """How far it is from a side of a box to the next one; no farther than is looked."""
        first, last, edge = (
            (box.x, box.right, box.bottom if sign > 0 else box.y)
            if axis == LEVEL
            else (
                box.y,
                box.bottom,
                box.right if sign > 0 else box.x,
            )
        )
        low, high = (edge, edge + ROOM_PX) if sign > 0 else (edge - ROOM_PX, edge)
        area = strip(axis, low, high, first + 1, last - 1)
        room = ROOM_PX
        for other in self._boxes.touching(area):
            rect = self._boxes.rect(other)
            start, end = (rect.y, rect.bottom) if axis == LEVEL else (rect.x, rect.right)
            distance = start - edge if sign > 0 else edge - end
            if distance >= 0:
                room = min(room, distance)
        return room

    def _free(self, axis: int, at: float, place: float, sign: int) -> float | None:
        """How far one gets from a place along a level before a box stands there; None where one stands there now."""
        outer = self._bounds
        first, last = (outer.x, outer.right) if axis == LEVEL else (outer.y, outer.bottom)
        end = last if sign > 0 else first
        begin, stride = place, STRIDE_PX
        while (end - begin) * sign > 0:
            stop = min(begin + stride, end) if sign > 0 else max(begin - stride, end)
            stride *= 2
            area = strip(axis, at - LEAST_PX, at + LEAST_PX, min(begin, stop), max(begin, stop))
            hits = []
            for id in self._boxes.touching(area):
                rect = self._boxes.rect(id)
                low, high = (rect.x, rect.right) if axis == LEVEL else (rect.y, rect.bottom)
                if low - LEAST_PX < place < high + LEAST_PX:
                    return None
                hits.append(low - LEAST_PX if sign > 0 else high + LEAST_PX)
            if hits:
                return min(hits) if sign > 0 else max(hits)
            begin = stop
        return end if (end - place) * sign >= 0 else place

    def _framed(self, axis: int, at: float, low: float, high: float) -> Iterator[Span]:
        if not len(self._frames):
            return
        for id in sorted(self._frames.touching(strip(axis, at, at, low, high))):
            rect = self._frames.rect(id)
            start, end = (rect.x, rect.right) if axis == LEVEL else (rect.y, rect.bottom)
            yield max(low, start), min(high, end)


def _indexed(rects: Iterable[Rect]) -> SpatialIndex:
    index = SpatialIndex()
    for number, rect in enumerate(rects):
        index.put(str(number), rect)
    return index


def _apart(edge: float, wanted: float, room: float) -> float | None:
    """Where a line goes past an edge: as far from it as is wanted, or in the middle of a narrow room."""
    if room < 2 * LEAST_PX + 1:
        return None
    return edge + (min(wanted, room / 2) if wanted > 0 else max(wanted, -room / 2))


def strip(axis: int, low: float, high: float, first: float, last: float) -> Rect:
    """From `low` to `high` across an axis, from `first` to `last` along it."""
    if axis == LEVEL:
        return Rect(first, low, last - first, high - low)
    return Rect(low, first, high - low, last - first)


def begin(corridor: Corridor, box: Rect) -> float:
    """Where a stretch from a side of a box begins."""
    first, last = (box.x, box.right) if corridor.axis == LEVEL else (box.y, box.bottom)
    return corridor.low if abs(corridor.low - last) < 0.01 else first
