"""Lines that have nothing in common and run on each other, or close along a box, are moved a little aside.

Of each line the stretch that is to move takes its corners along; one that comes to a box comes to it beside the middle.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.geometry import Point, Rect
from editor.routing.spatial import SpatialIndex
from editor.routing.stretches import LEVEL, UPRIGHT

NEAR_PX, BESIDE_PX = 3.5, 4.5
"""Lines that run nearer to each other than the first can't be told apart; nearer than the second only in need."""
LEAST_PX = 4.0
"""Shorter stretches than this are not looked at."""
HUGGING_PX, CLEAR_PX = 5.0, 3.0
"""Nearer to a box than the first a line looks as if it belonged to it; in need one may come as near as the second."""
STEPS_PX = (
    (8.0, HUGGING_PX), (12.0, HUGGING_PX), (6.0, CLEAR_PX), (16.0, HUGGING_PX), (24.0, HUGGING_PX), (4.0, CLEAR_PX),
    (32.0, HUGGING_PX), (48.0, HUGGING_PX),
)  # fmt: skip
"""How far lines are moved, in the order in which it is tried, and how far from boxes they must be there."""
END_STEPS_PX = ((12.0, HUGGING_PX), *STEPS_PX)
"""The same where they come to a box: there is a mark at the end of most."""
JOG_PX = 12.0
"""A line goes straight on rather than aside by so little."""
BAND_PX = 8.0
INSET_PX = 10.0
"""So far from the corners of a box lines come to it."""
MOST_TRIALS = 4_000
"""Places that are tried for all lines together; those after them stay as they are."""
FAR_PX = 2_000.0
"""So far along a line it is counted what it crosses, to tell which of two places is better."""
Points = tuple[Point, ...]
Band = tuple[int, int]
"""The axis, and the place across it in steps of BAND_PX."""
_NOTHING: Mapping[tuple[str, int], tuple[str, "_Piece"]] = {}


class Strand(NamedTuple):
    """A line from middle to middle of two boxes. trunk: what the lines have in common that run together on a trunk."""

    points: Points
    ends: tuple[Rect, Rect]
    trunk: str | None = None


class _Piece(NamedTuple):
    """What is seen of one straight stretch of a line: on the level `at`, from `low` to `high`."""

    axis: int
    at: float
    low: float
    high: float

    @property
    def rect(self) -> Rect:
        if self.axis == LEVEL:
            return Rect(self.low, self.at, self.high - self.low, 0.0)
        return Rect(self.at, self.low, 0.0, self.high - self.low)

    def crosses(self, other: "_Piece") -> bool:
        if self.axis == other.axis:
            return False
        return self.low < other.at < self.high and other.low < self.at < other.high


def nudged(
    strands: Mapping[str, Strand],
    movable: Sequence[str],
    may_share: Callable[[str, str], bool],
    boxes: Mapping[str, Rect],
    frames: Iterable[Rect] = (),
) -> dict[str, Points]:
    """Other points for those of the movable lines that were in the way of others, in their order.

    may_share: whether two lines may run on each other.  boxes: that no line may come near.  frames: a line enters none
    that it did not run through before.
    """
    return _Nudging(strands, may_share, boxes, frames).done(movable)


class _Nudging:
    def __init__(
        self,
        strands: Mapping[str, Strand],
        may_share: Callable[[str, str], bool],
        boxes: Mapping[str, Rect],
        frames: Iterable[Rect],
    ) -> None:
        self._strands, self._may_share = strands, may_share
        self._points: dict[str, Points] = {}
        self._boxes, self._frames = SpatialIndex(), SpatialIndex()
        self._boxes.fill(boxes)
        self._frames.fill({str(number): frame for number, frame in enumerate(frames)})
        self._fixed: dict[Band, list[tuple[str, _Piece]]] = {}
        self._moving: dict[Band, dict[tuple[str, int], tuple[str, _Piece]]] = {}
        """The pieces of lines by axis and level, each with its line; those of lines that may move by number as well."""
        self._noted: dict[tuple[str, int], _Piece] = {}
        self._left = MOST_TRIALS

    def done(self, movable: Iterable[str]) -> dict[str, Points]:
        self._points = {id: self._strands[id].points for id in movable}
        for id in movable:
            self._note(id)
        self._note_fixed()
        for id in movable:
            self._straighten(id)
        for id in [*movable, *movable]:  # the second time after those that were in the way have moved
            for number in range(len(self._points[id]) - 1):
                if self._left > 0:
                    self._place(id, number)
        return {id: points for id, points in self._points.items() if points != self._strands[id].points}

    # what is where

    def _note_fixed(self) -> None:
        """Lines that stay: on one level one piece for all of a trunk, which hang together there."""
        known: dict[tuple[str, int, float], tuple[str, float, float]] = {}
        for id, (points, ends, trunk) in self._strands.items():
            if id in self._points:
                continue
            for number in range(len(points) - 1):
                piece = _visible(points, number, ends)
                if piece is None:
                    continue
                axis, at, low, high = piece
                key = trunk or id, axis, at
                before = known.get(key)
                if before is not None:
                    low, high = min(low, before[1]), max(high, before[2])
                known[key] = id, low, high
        for (_, axis, at), (id, low, high) in known.items():
            self._fixed.setdefault((axis, int(at // BAND_PX)), []).append((id, _Piece(axis, at, low, high)))

    def _note(self, id: str) -> None:
        for number in range(len(self._points[id]) - 1):
            piece, name = self._piece(id, self._points[id], number), (id, number)
            self._forget(id, number)
            if piece is not None:
                self._noted[name] = piece
                self._moving.setdefault((piece.axis, int(piece.at // BAND_PX)), {})[name] = id, piece

    def _forget(self, id: str, number: int) -> None:
        before = self._noted.pop((id, number), None)
        if before is not None:
            del self._moving[before.axis, int(before.at // BAND_PX)][id, number]

    def _in_band(self, axis: int, band: int) -> Iterable[tuple[str, _Piece]]:
        return itertools.chain(self._fixed.get((axis, band), ()), self._moving.get((axis, band), _NOTHING).values())

    def _piece(self, id: str, points: Points, number: int) -> _Piece | None:
        return _visible(points, number, self._strands[id].ends)

    # what is wrong

    def _is_shared(self, id: str, piece: _Piece, near: float = NEAR_PX) -> bool:
        """Whether it runs on a piece of a line with which its own has nothing in common."""
        axis, at, low, high = piece
        first, last = at - near, at + near
        for band in range(int(first // BAND_PX), int(last // BAND_PX) + 1):
            for line, (_, level, begins, ends) in self._in_band(axis, band):
                if begins >= high or ends <= low or not first <= level <= last or line == id:
                    continue
                both = (ends if ends < high else high) - (begins if begins > low else low)
                if both > LEAST_PX and not self._may_share(id, line):
                    return True
        return False

    def _crossings(self, id: str, pieces: Iterable[_Piece]) -> int:
        found = 0
        for piece in pieces:
            for band in range(int(piece.low // BAND_PX), int(min(piece.high, piece.low + FAR_PX) // BAND_PX) + 1):
                found += sum(
                    [line != id and piece.crosses(other) for line, other in self._in_band(1 - piece.axis, band)]
                )
        return found

    def _hugs(self, id: str, piece: _Piece, apart: float, is_end: bool) -> bool:
        """Whether a piece runs through a box or close to one; its own box may be at its end."""
        near = piece.rect.grown(apart)
        ends = self._strands[id].ends
        for box in self._boxes.touching(near):
            rect = self._boxes.rect(box)
            if near.overlaps(rect) and not (is_end and rect in ends and not piece.rect.grown(-0.5).touches(rect)):
                return True
        return False

    # what is done about it

    def _place(self, id: str, number: int) -> None:
        points = self._points[id]
        piece = self._piece(id, points, number)
        if piece is None or piece.high - piece.low < LEAST_PX:
            return
        is_end = number in (0, len(points) - 2)
        is_shared = self._is_shared(id, piece, BESIDE_PX)
        if not is_shared and (is_end or not self._hugs(id, piece, HUGGING_PX, is_end)):
            return
        is_in_need = is_shared and self._is_shared(id, piece)
        for step, apart in END_STEPS_PX if is_end else STEPS_PX:
            if apart < HUGGING_PX and not is_in_need:
                continue
            ways = [way for by in (step, -step) if (way := self._moved(id, number, by, apart)) is not None]
            if ways:
                self._points[id] = min(ways, key=lambda way: self._crossings(id, way[1]))[0] if ways[1:] else ways[0][0]
                self._note(id)
                return

    def _moved(
        self, id: str, number: int, by: float, apart: float, gone: int = -1
    ) -> tuple[Points, list[_Piece]] | None:
        """A line with one stretch moved, and what is moved of it; None where it can't be. gone: is no stretch then."""
        self._left -= 1
        old = self._points[id]
        piece = self._piece(id, old, number)
        near = BESIDE_PX if apart == HUGGING_PX else NEAR_PX
        if piece is None or self._is_shared(id, piece._replace(at=piece.at + by), near):
            return None
        points = _shifted(old, number, by)
        if not self._reaches(points[0], id, 0) or not self._reaches(points[-1], id, 1):
            return None
        pieces: list[_Piece] = []
        for one in (number, number - 1, number + 1):
            if one == gone or not 0 <= one < len(points) - 1:
                continue
            before, piece = self._piece(id, old, one), self._piece(id, points, one)
            if before is None and piece is None:
                continue
            if piece is None or _turned(old, points, one):
                return None
            if self._is_shared(id, piece) and (one == number or before is None or not self._is_shared(id, before)):
                return None
            is_end = one in (0, len(points) - 2)
            if self._hugs(id, piece, apart if one == number else CLEAR_PX, is_end) or self._enters(id, before, piece):
                return None
            pieces.append(piece)
        return points, pieces

    def _straighten(self, id: str) -> None:
        """Let a line go straight on where it would go aside a little: two corners less."""
        number = 1
        while number < len(self._points[id]) - 2 and self._left > 0:
            found = next(self._straight(id, number), None)
            if found is None:
                number += 1
                continue
            for name in range(len(self._points[id]) - 1):
                self._forget(id, name)
            self._points[id] = (*found[:number], *found[number + 2 :])
            self._note(id)

    def _straight(self, id: str, number: int) -> Iterator[Points]:
        """A line of which the stretch before or after a short one lies where the other is."""
        one, other = self._points[id][number : number + 2]
        dx, dy = other.x - one.x, other.y - one.y
        if (dx and dy) or abs(dx + dy) > JOG_PX:
            return
        for beside, by in ((number - 1, dx + dy), (number + 1, -dx - dy)):
            moved = self._moved(id, beside, by, CLEAR_PX, number)
            if moved is not None:
                yield moved[0]

    def _reaches(self, point: Point, id: str, end: int) -> bool:
        """Whether a line still comes to its box, not too near to a corner."""
        box, start = self._strands[id].ends[end], self._strands[id].points[-1 if end else 0]
        if point == start:
            return True
        x, y = abs(point.x - box.centre.x), abs(point.y - box.centre.y)
        return x <= max(box.width / 2 - INSET_PX, 0.0) and y <= max(box.height / 2 - INSET_PX, 0.0)

    def _enters(self, id: str, before: _Piece | None, piece: _Piece) -> bool:
        was = before.rect if before is not None else None
        for name in self._frames.touching(piece.rect):
            frame = self._frames.rect(name)
            is_own = any(frame.encloses(end) for end in self._strands[id].ends)
            if not is_own and (was is None or not frame.touches(was)):
                return True
        return False


def _shifted(points: Points, number: int, by: float) -> Points:
    one, other = points[number], points[number + 1]
    dx, dy = (0.0, by) if one.y == other.y else (by, 0.0)
    return (*points[:number], one.moved(dx, dy), other.moved(dx, dy), *points[number + 2 :])


def _turned(old: Points, points: Points, number: int) -> bool:
    """Whether a stretch runs the other way now, or is none any more."""
    (a, b), (c, d) = old[number : number + 2], points[number : number + 2]
    return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) <= 0


def _visible(points: Points, number: int, ends: tuple[Rect, Rect]) -> _Piece | None:
    """What is seen of a stretch outside of the boxes at the ends; None of one that is aslant or inside of them."""
    (x, y), (other_x, other_y) = points[number], points[number + 1]
    if y == other_y:
        axis, at, start, end = LEVEL, y, x, other_x
    elif x == other_x:
        axis, at, start, end = UPRIGHT, x, y, other_y
    else:
        return None
    if number == 0:
        start = _border(ends[0], axis, start, end)
    if number == len(points) - 2:
        end = _border(ends[1], axis, end, start)
    is_onward = (end > start) == ((other_x, other_y) > (x, y))
    if not is_onward or start == end:
        return None
    return _Piece(axis, at, start, end) if start < end else _Piece(axis, at, end, start)


def _border(box: Rect, axis: int, place: float, other: float) -> float:
    """Where a line from inside of a box leaves it on its way to another place."""
    first, length = (box.x, box.width) if axis == LEVEL else (box.y, box.height)
    return first + length if other > place else first
