"""What still lies on each other when all has been pushed comes apart: each to the nearest place where it may stand.

A frame around a box that stays grows only where it meets no other box that stays: what else is in it stands there.
"""

import functools
import heapq
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from editor.geometry import Rect, bounds_of
from editor.routing.spatial import SpatialIndex

Boxes = dict[str, Rect]
Onward = tuple[float, float]
"""The direction in which the chart runs, as a vector of length 1."""
DOWN = 0.0, 1.0
BACK_COST = 3.0
"""How much more a way counts that leads back, past what a box hangs under."""
FAR_PX = 1e6
EVERYWHERE = Rect(-FAR_PX, -FAR_PX, 2 * FAR_PX, 2 * FAR_PX)
TOUCHING_PX = 0.01
MOST_TRIALS = 4_000
"""Places that are tried for one box; then it stays where it is."""
MOST_MEETINGS = 400_000
"""Frames times boxes that stay: of more the frames are left as they are."""


class Nest:
    """Which box stands in which frame, and which of them stay: those given, and frames around them, which only grow."""

    def __init__(self, groups: Mapping[str, str | None], fixed: Collection[str]) -> None:
        self.groups = groups
        self.members: dict[str | None, list[str]] = {}
        for id, group in groups.items():
            self.members.setdefault(group, []).append(id)
        self.fixed = frozenset(fixed)
        self.open = {frame for id in self.fixed for frame in self.around(id)}
        self.open.update(id for id in self.fixed if id in self.members)

    def around(self, id: str) -> Iterator[str]:
        """The frames that a box stands in, the innermost first."""
        group = self.groups.get(id)
        while group is not None:
            yield group
            group = self.groups.get(group)

    def inside(self, id: str) -> Iterator[str]:
        """A box and all that stands in it."""
        waiting = [id]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += self.members.get(one, ())

    def are_nested(self, one: str, other: str) -> bool:
        return other in self.around(one) or one in self.around(other)

    def by_depth(self) -> list[str]:
        """The frames that stay, the outermost first."""
        return sorted(self.open, key=lambda id: (sum(1 for _ in self.around(id)), id))


def on_each_other(
    nest: Nest,
    there: SpatialIndex,
    asked: Mapping[str, Rect],
    before: Mapping[str, Rect] = MappingProxyType({}),
) -> Iterator[tuple[str, str]]:
    """Pairs of boxes, the first of those asked for, that share an area; not those that did before.

    there: all boxes, and perhaps others, which are left out.
    """
    for id, box in asked.items():
        inner = box.grown(-TOUCHING_PX)
        for other in there.touching(inner):
            if other == id or other not in nest.groups or nest.are_nested(id, other):
                continue
            rect = asked.get(other) or there.rect(other)
            if inner.overlaps(rect) and not _overlapped(before, id, other):
                yield id, other


class Spacing(NamedTuple):
    """Between boxes, between a frame and what stands in it, and the direction in which the chart runs."""

    gap: float
    margin: float
    onward: Onward = DOWN


def apart(
    nest: Nest, boxes: Mapping[str, Rect], spacing: Spacing, before: Mapping[str, Rect] = MappingProxyType({})
) -> Boxes:
    """The boxes that stand elsewhere when none lies on another, unless it did before.

    What doesn't have to move stays.
    """
    if len(nest.fixed) * len(nest.open) > MOST_MEETINGS:
        return {}
    return _Parting(nest, boxes, spacing, before).done()


class _Parting:
    def __init__(self, nest: Nest, boxes: Mapping[str, Rect], spacing: Spacing, before: Mapping[str, Rect]) -> None:
        self._nest, self._before = nest, before
        self._gap, self._margin, self._onward = spacing
        self._wanted, self._boxes = boxes, dict(boxes)
        self._cores = self._find_cores()
        self._regions: dict[str | None, Rect] = {None: EVERYWHERE}

    def done(self) -> Boxes:
        frames = self._nest.by_depth()
        for frame in frames:
            self._regions[frame] = self._region(frame)
        for frame in reversed(frames):
            self._put_members(frame)
            self._boxes[frame] = self._frame(frame)
        self._put_members(None)
        return {id: box for id, box in self._boxes.items() if box != self._wanted[id]}

    def _find_cores(self) -> Boxes:
        """Around what stays in each frame."""
        found: Boxes = {}
        for id in self._nest.fixed:
            for frame in (id, *self._nest.around(id)):
                core = found.get(frame)
                found[frame] = self._wanted[id] if core is None else core.united(self._wanted[id])
        return found

    # where frames may grow

    def _region(self, frame: str) -> Rect:
        """How large a frame may become: it stops at what stays outside of it, and between it and other such frames."""
        nest, core = self._nest, self._cores[frame]
        region = self._regions[nest.groups.get(frame)]
        walls = [(id, self._cores[id]) for id in self._walls(frame) if not self._cores[id].overlaps(core)]
        for id, wall in sorted(walls, key=lambda one: (_distance(core, one[1]), one[0])):
            is_frame = id in nest.open
            if is_frame or region.overlaps(wall):
                parts = self._parts(region, frame, id)
                axes = (self._axis(frame, id),) if is_frame else parts.keys()
                region = max((parts[axis] for axis in axes), key=lambda part: self._worth(frame, part))
        return region

    def _walls(self, frame: str) -> Iterator[str]:
        """What stays outside of a frame; of what stands in another frame that stays only this one."""
        nest = self._nest
        around = {frame, *nest.around(frame)}
        for id in self._cores:
            outer = nest.groups.get(id)
            is_outermost = outer is None or outer in around
            if is_outermost and id not in around and not _overlapped(self._before, frame, id):
                yield id

    def _parts(self, region: Rect, frame: str, other: str) -> dict[int, Rect]:
        """The sides of a wall on which a frame may be: beside it (0), above or below it (1)."""
        core, wall, found = self._cores[frame], self._cores[other], {}
        if wall.right <= core.x:
            found[0] = _between(region, left=self._border(other, frame, 0)[1])
        if core.right <= wall.x:
            found[0] = _between(region, right=self._border(frame, other, 0)[0])
        if wall.bottom <= core.y:
            found[1] = _between(region, top=self._border(other, frame, 1)[1])
        if core.bottom <= wall.y:
            found[1] = _between(region, bottom=self._border(frame, other, 1)[0])
        return found

    def _axis(self, frame: str, other: str) -> int:
        """Whether two frames that stay are beside each other or one above the other: the same for both."""
        one, two = self._parts(EVERYWHERE, frame, other), self._parts(EVERYWHERE, other, frame)
        rooms = {axis: (self._worth(frame, one[axis]), self._worth(other, two[axis])) for axis in one}
        return max(rooms, key=lambda axis: (min(rooms[axis]), rooms[axis][0][1] + rooms[axis][1][1], -axis))

    def _worth(self, frame: str, part: Rect) -> tuple[bool, float, float]:
        """Whether there is room for what stands in a frame, how much of its place it could keep, how large it is."""
        inside = [self._wanted[id].grown(self._margin) for id in self._nest.members[frame]]
        width, height = (max(box[side] for box in inside) for side in (2, 3))
        area = sum(box.width * box.height for box in inside)
        has_room = part.width >= width and part.height >= height and part.width * part.height >= area
        return has_room, _shared(part, self._wanted[frame]), _shared(part, EVERYWHERE)

    def _border(self, one: str, other: str, axis: int) -> tuple[float, float]:
        """Where one ends and the other, right of it or below, begins at most: at what is pinned, else between them."""
        low, high = self._cores[one][axis] + self._cores[one][axis + 2], self._cores[other][axis]
        if self._is_full(other):
            middle = high
        elif self._is_full(one):
            middle = low
        else:
            end = self._wanted[one][axis] + self._wanted[one][axis + 2]
            middle = (min(max(end, low), high) + min(max(self._wanted[other][axis], low), high)) / 2
        gap = min(self._gap, high - low)
        return min(middle, max(low, high - gap)), max(middle, min(high, low + gap))

    def _is_full(self, id: str) -> bool:
        """Whether it is pinned and as large as it has to be."""
        box = self._wanted[id]
        return id in self._nest.fixed and all(box.encloses(self._wanted[one]) for one in self._nest.members.get(id, ()))

    def _frame(self, frame: str) -> Rect:
        """Around what stands in it now: as large as it was if it may be, else with as much room around as before."""
        region, old = self._regions[frame], self._wanted[frame]
        members = self._nest.members[frame]
        inside = _hull(self._boxes[id] for id in members)
        was = _hull(self._wanted[id] for id in members)
        around = inside.grown(self._margin)
        padded = _padded(inside, old, was) if old.encloses(was) else around
        if frame in self._nest.fixed:
            padded = around = inside = inside.united(old)
        sizes = (old.united(around) if not old.encloses(inside) else old, padded, around)
        fitting = (size for size in sizes if region.encloses(size) and size.encloses(inside))
        return next(fitting, None) or _common(around, region).united(inside)

    # where boxes stand

    def _put_members(self, frame: str | None) -> None:
        """First what stays, then what can stand where it would, in its order; all else as near to that as it may."""
        nest, region = self._nest, self._room(frame)
        there = self._walls_within(frame)
        free: list[str] = []
        for id in nest.members.get(frame, ()):
            if id in nest.fixed or id in nest.open:
                there.put(id, self._boxes[id])
            else:
                free.append(id)
        waiting = []
        for id in sorted(free, key=lambda id: (self._wanted[id].x, self._wanted[id].y, id)):
            place = self._wanted[id]
            if region.encloses(place) and not any(self._hits(there, id, place)):
                there.put(id, place)
            else:
                waiting.append(id)
        for id in waiting:
            wanted = self._wanted[id]
            found = self._nearest(wanted, there, region, self._gap) or self._nearest(wanted, there, region, 0.0)
            place = found or wanted
            self._move(id, place)
            there.put(id, place)

    def _walls_within(self, frame: str | None) -> SpatialIndex:
        """What stays and can't but overlap with a frame, so that at least what stands in it keeps clear."""
        found = SpatialIndex()
        if frame is not None:
            near = ((id, self._boxes[id]) for id in self._walls(frame))
            found.fill({id: box for id, box in near if box.overlaps(self._regions[frame])})
        return found

    def _nearest(self, wanted: Rect, there: SpatialIndex, region: Rect, gap: float) -> Rect | None:
        return nearest(wanted, functools.partial(_wall, there, gap), gap, self._onward, region)

    def _hits(self, there: SpatialIndex, id: str, place: Rect) -> Iterator[str]:
        inner = place.grown(-TOUCHING_PX)
        for other in there.touching(inner):
            if inner.overlaps(there.rect(other)) and not _overlapped(self._before, id, other):
                yield other

    def _room(self, frame: str | None) -> Rect:
        if frame is None:
            return EVERYWHERE
        return _common(self._regions[frame].grown(-self._margin).united(self._cores[frame]), self._regions[frame])

    def _move(self, unit: str, place: Rect) -> None:
        was = self._wanted[unit]
        for id in self._nest.inside(unit):
            self._boxes[id] = self._wanted[id].moved(place.x - was.x, place.y - was.y)


def nearest(
    wanted: Rect, wall_at: Callable[[Rect], Rect | None], gap: float, onward: Onward, region: Rect = EVERYWHERE
) -> Rect | None:
    """The nearest place where nothing stands: around what is in the way, again and again; None where none is found.

    wall_at: what is in the way in a place.
    """
    region = _wide_enough(region, wanted)
    start = _inside(region, wanted)
    queue, seen, counter = [(0.0, 0, start)], {start}, itertools.count(1)
    for _ in range(MOST_TRIALS):
        if not queue:
            break
        place = heapq.heappop(queue)[2]
        wall = wall_at(place)
        if wall is None:
            return place
        for way in _around(place, wall, gap):
            if way not in seen and region.encloses(way):
                seen.add(way)
                heapq.heappush(queue, (_way(wanted, way, onward), next(counter), way))
    return None


def _way(start: Rect, end: Rect, onward: Onward) -> float:
    """How far a box goes, counting more for what leads back."""
    dx, dy = end.x - start.x, end.y - start.y
    return abs(dx) + abs(dy) + BACK_COST * max(0.0, -(dx * onward[0] + dy * onward[1]))


def _wall(there: SpatialIndex, gap: float, place: Rect) -> Rect | None:
    near = place.grown(gap - TOUCHING_PX)
    hit = min((id for id in there.touching(near) if near.overlaps(there.rect(id))), default=None)
    return None if hit is None else there.rect(hit)


def _around(place: Rect, wall: Rect, gap: float) -> Iterator[Rect]:
    x, y, width, height = place
    yield Rect(wall.right + gap, y, width, height)
    yield Rect(x, wall.bottom + gap, width, height)
    yield Rect(wall.x - gap - width, y, width, height)
    yield Rect(x, wall.y - gap - height, width, height)


def _inside(region: Rect, box: Rect) -> Rect:
    x = min(max(box.x, region.x), region.right - box.width)
    y = min(max(box.y, region.y), region.bottom - box.height)
    return Rect(x, y, box.width, box.height)


def _overlapped(before: Mapping[str, Rect], one: str, other: str) -> bool:
    return one in before and other in before and before[one].overlaps(before[other])


def _hull(boxes: Iterable[Rect]) -> Rect:
    found = bounds_of(boxes)
    assert found is not None
    return found


def _padded(inside: Rect, old: Rect, was: Rect) -> Rect:
    left, top = was.x - old.x, was.y - old.y
    return Rect(
        inside.x - left, inside.y - top, inside.width + old.width - was.width, inside.height + old.height - was.height
    )


def _between(
    region: Rect, left: float = -FAR_PX, right: float = FAR_PX, top: float = -FAR_PX, bottom: float = FAR_PX
) -> Rect:
    return _common(region, Rect(left, top, right - left, bottom - top))


def _common(one: Rect, other: Rect) -> Rect:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))


def _shared(one: Rect, other: Rect) -> float:
    common = _common(one, other)
    return common.width * common.height


def _distance(one: Rect, other: Rect) -> float:
    aside = max(one.x - other.right, other.x - one.right, 0.0)
    return aside + max(one.y - other.bottom, other.y - one.bottom, 0.0)


def _wide_enough(region: Rect, box: Rect) -> Rect:
    """The region, without its bounds to the sides or upwards and downwards where a box is larger."""
    x, y, width, height = region
    if width < box.width:
        x, width = EVERYWHERE.x, EVERYWHERE.width
    if height < box.height:
        y, height = EVERYWHERE.y, EVERYWHERE.height
    return Rect(x, y, width, height)
