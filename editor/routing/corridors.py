"""Where lines can run between boxes: straight free stretches as long as nothing stands in them, found when needed."""

from collections.abc import Iterable, Iterator, Mapping

from editor.geometry import Rect
from editor.routing.spatial import SpatialIndex
from editor.routing.stretches import LEAST_PX, LEVEL, REACH_PX, UPRIGHT, Corridor, Network, Span, strip

CLEAR_PX, LEFT_PX = 12.0, 20.0
"""How far from a box a line goes past it where there is room; at its left, where the rail of a stack runs, farther."""
TIGHT_PX = 7.0
"""A line that runs nearer to a box than this seems to belong to it, or parts what stands together."""
ROOM_PX = 48.0
"""How far is looked for a neighbour with whom the room must be shared."""
STRIDE_PX = 600.0


class Corridors(Network):
    """The free stretches among boxes. Only those are made that somebody asks for; they are kept."""

    def __init__(self, boxes: Mapping[str, Rect], frames: Iterable[Rect] = (), beside: Iterable[Rect] = ()) -> None:
        """beside: boxes that lines also go past, though they don't stand in the way."""
        there = [*boxes.values(), *frames, *beside]
        super().__init__(there)
        self._boxes, self._frames, self._turns = _indexed(boxes.values()), _indexed(frames), _indexed(there)
        self._made: dict[tuple[int, float], list[Corridor]] = {}
        self._sides: dict[str, tuple[float | None, ...]] = {}

    def through(self, axis: int, at: float, place: float) -> Corridor | None:
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
        at, edge = _side(box, axis, sign)
        end = self._free(axis, at, edge + sign * (LEAST_PX + 0.5), sign)
        if end is None or (end - edge) * sign <= 0:
            return None
        low, high = min(edge, end), max(edge, end)
        return Corridor(axis, at, low, high, tuple(self._framed(axis, at, low, high)))

    def _crossing(self, corridor: Corridor, low: float, high: float) -> Iterator[Corridor | None]:
        area = strip(corridor.axis, corridor.at - REACH_PX, corridor.at + REACH_PX, low - ROOM_PX, high + ROOM_PX)
        other = 1 - corridor.axis
        sides = {side for id in self._turns.touching(area) for side in self._past(id)[2 * other : 2 * other + 2]}
        for place in sorted(side for side in sides if side is not None and low <= side <= high):
            yield self.through(other, place, corridor.at)

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
        first, last = self._ends[axis]
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

    def tight(self, corridor: Corridor) -> Iterator[Span]:
        """The parts of a corridor that boxes come close to."""
        axis, at = corridor.axis, corridor.at
        area = strip(axis, at - TIGHT_PX, at + TIGHT_PX, corridor.low, corridor.high)
        for id in self._boxes.touching(area):
            rect = self._boxes.rect(id)
            start, end = (rect.x, rect.right) if axis == LEVEL else (rect.y, rect.bottom)
            low, high = max(corridor.low, start), min(corridor.high, end)
            if high > low:
                yield low, high

    def _framed(self, axis: int, at: float, low: float, high: float) -> Iterator[Span]:
        if not len(self._frames):
            return
        for id in sorted(self._frames.touching(strip(axis, at, at, low, high))):
            rect = self._frames.rect(id)
            start, end = (rect.x, rect.right) if axis == LEVEL else (rect.y, rect.bottom)
            yield max(low, start), min(high, end)


def _side(box: Rect, axis: int, sign: int) -> tuple[float, float]:
    """On which level the middle of a side of a box is, and where on it."""
    if axis == LEVEL:
        return box.centre.y, box.right if sign > 0 else box.x
    return box.centre.x, box.bottom if sign > 0 else box.y


def _indexed(rects: Iterable[Rect]) -> SpatialIndex:
    index = SpatialIndex()
    index.fill({str(number): rect for number, rect in enumerate(rects)})
    return index


def _apart(edge: float, wanted: float, room: float) -> float | None:
    """Where a line goes past an edge: as far from it as is wanted, or in the middle of a narrow room."""
    if room < 2 * LEAST_PX + 1:
        return None
    return edge + (min(wanted, room / 2) if wanted > 0 else max(wanted, -room / 2))
