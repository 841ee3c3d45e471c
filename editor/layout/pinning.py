"""Pinned boxes stay where they are; the rest of a layout is put around them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from editor.geometry import Point, Rect, bounds_of
from editor.model.apart import Nest, Spacing, apart, on_each_other
from editor.model.document import Document
from editor.routing.spatial import SpatialIndex

FRAME_PX = 16.0
"""Between a frame and a pinned box inside of it that stands elsewhere than the layout would have it."""
MOST_ROUNDS = 40
"""Pushes of a box, counted for each box there is; then what is left lies as it lies."""

Boxes = dict[str, Rect]
Move = tuple[float, float]


def shift_to(pinned: Mapping[str, Rect], boxes: Mapping[str, Rect]) -> Move:
    """The move of the whole layout that brings most of the pinned boxes to their places; that of the first if tied."""
    moves = Counter(
        (round(place.centre.x - boxes[id].centre.x, 2), round(place.centre.y - boxes[id].centre.y, 2))
        for id, place in pinned.items()
    )
    return moves.most_common(1)[0][0] if moves else (0.0, 0.0)


def cleared(document: Document, boxes: Mapping[str, Rect], pinned: Mapping[str, Rect], gap: float) -> Boxes:
    """The boxes with the pinned ones at their places, and what stood there moved aside to the right, in its order.

    A group moves as a whole, unless a pinned box is inside; then its members move one by one, and it grows with them.
    Where it would grow over another pinned box, what is in it goes to where it need not. A pinned group takes its
    members along.
    """
    boxes = _with_frames(document, boxes, pinned)
    found = _Clearing(document, boxes, pinned, gap).done()
    groups = {id: group if (group := document.nodes[id].group) in found else None for id in found}
    nest, there = Nest(groups, pinned.keys()), SpatialIndex()
    there.fill(found)
    asked = {id: box for id, box in found.items() if id in nest.open or id in pinned or boxes.get(id) != box}
    if not any(on_each_other(nest, there, asked)):
        return found
    start = {**boxes, **pinned}
    return {**start, **apart(nest, start, Spacing(gap, FRAME_PX))}


def _with_frames(document: Document, boxes: Mapping[str, Rect], pinned: Mapping[str, Rect]) -> Mapping[str, Rect]:
    """The boxes with those inside of pinned groups where they stand in these."""
    found = dict(boxes)
    waiting = [(id, Point(0.0, 0.0)) for id in boxes if document.nodes[id].group not in boxes]
    while waiting:
        id, move = waiting.pop()
        place = pinned.get(id)
        if place is not None:
            move = Point(place.x - boxes[id].x, place.y - boxes[id].y)
        found[id] = boxes[id].moved(*move)
        waiting += [(member, move) for member in document.indexes.members(id) if member in boxes]
    return found


class _Clearing:
    def __init__(self, document: Document, boxes: Mapping[str, Rect], pinned: Mapping[str, Rect], gap: float) -> None:
        self._document, self._pinned, self._gap = document, pinned, gap
        self._boxes = {**boxes, **pinned}
        self._before = dict(self._boxes)
        self._open = {frame for id in pinned for frame in self._frames(id)}
        self._open.update(id for id in pinned if any(member in boxes for member in document.indexes.members(id)))
        self._units = self._make_units()
        self._index = SpatialIndex()
        for id in self._units:
            self._index.put(id, self._boxes[id])

    def done(self) -> Boxes:
        waiting = [(id, self._boxes[id]) for id in self._pinned]
        left = MOST_ROUNDS * len(self._units)
        while waiting and left > 0:
            while waiting and left > 0:
                moved = self._cleared(*waiting.pop())
                waiting += moved
                left -= len(moved)
            self._grow_frames()
            frames = [(id, self._boxes[id]) for id in self._open if id in self._boxes]
            waiting = [frame for frame in frames if self._in_the_way(*frame)]
        return self._boxes

    def _cleared(self, id: str, taken: Rect) -> list[tuple[str, Rect]]:
        """Push aside what stands in a place; returns the places it went through, where those after it are pushed on."""
        found = []
        for other in self._in_the_way(id, taken):
            before = self._boxes[other]
            self._push(other, taken.right + self._gap - before.x)
            found.append((other, before.united(self._boxes[other])))
        return found

    def _in_the_way(self, id: str, taken: Rect) -> list[str]:
        """What overlaps with a place where it doesn't belong; where a box was pushed only what comes after it.

        A box that was pushed into a frame which can't move pushes nothing there: the frame pushes it on. Of two such
        frames only the first pushes. Otherwise both would drive each other on and on.
        """
        found = [other for other in self._index.touching(taken) if self._boxes[other].overlaps(taken)]
        free = (other for other in found if other != id and other not in self._pinned)
        if id in self._units and id not in self._pinned:
            around = {*self._frames(id)}
            weaker = [
                other for other in free if self._place(other) > self._place(id) and not self._open_to(other) - around
            ]
        else:
            weaker = [other for other in free if id not in self._frames(other) and not self._is_held(other, id)]
        return sorted(weaker, key=self._place)

    def _open_to(self, id: str) -> set[str]:
        """The frames around a box that can't move."""
        return self._open & {*self._frames(id)}

    def _is_held(self, id: str, frame: str) -> bool:
        """Whether a box stands in another frame that can't move either and comes before this one."""
        if frame not in self._open:
            return False
        others = self._open_to(id) - {frame, *self._frames(frame)}
        return any(self._place(other) < self._place(frame) for other in others if other in self._before)

    def _place(self, unit: str) -> tuple[float, str]:
        """Where it was before anything moved."""
        return self._before[unit].x, unit

    def _push(self, unit: str, by: float) -> None:
        """To the right, and on past pinned boxes."""
        start, walls = self._boxes[unit], [0.0]
        while walls:
            there = start.moved(by, 0.0)
            near = (self._boxes[id] for id in self._index.touching(there) & self._pinned.keys() if id != unit)
            walls = [wall.right + self._gap - start.x for wall in near if wall.overlaps(there)]
            by = max([by, *walls])
        for id in self._units[unit]:
            self._boxes[id] = self._boxes[id].moved(by, 0.0)
        self._index.put(unit, self._boxes[unit])

    def _make_units(self) -> dict[str, list[str]]:
        """What moves as one, by its outermost box: a box alone, a group with all that is in it."""
        units: dict[str, list[str]] = {}
        for id in self._boxes:
            if id not in self._open:
                units.setdefault(self._outermost(id), []).append(id)
        return units

    def _outermost(self, id: str) -> str:
        found = id
        for frame in self._frames(id):
            if frame in self._open:
                break
            if frame in self._boxes:
                found = frame
        return found

    def _frames(self, id: str) -> Iterable[str]:
        group = self._document.nodes[id].group
        while group is not None:
            yield group
            group = self._document.nodes[group].group

    def _grow_frames(self) -> None:
        """Around all that stands in them now, the innermost first."""
        for frame in sorted(self._open, key=lambda id: -len(list(self._frames(id)))):
            members = self._document.indexes.members(frame)
            inside = [self._boxes[id].grown(FRAME_PX) for id in members if id in self._boxes]
            if frame in self._boxes:
                self._boxes[frame] = bounds_of([self._boxes[frame], *inside]) or self._boxes[frame]
