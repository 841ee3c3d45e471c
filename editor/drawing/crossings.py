"""Where lines cross, the one below is left out for a bit, so that it is seen which goes over; under words all are."""

import itertools
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from editor.geometry import Point, Rect, bounds_of_points, polyline_length, rect_between
from editor.model.document import Document
from editor.model.records import Edge
from editor.routing.parallel import ParallelIndex
from editor.routing.spatial import SpatialIndex

GAP_PX = 5.0
"""How much of the lower line is left out at either side of the crossing."""
SHOWING_PX = 7.0
"""How much of a stretch is to be seen before and behind a gap; nearer to a corner there is none."""
END_PX = 1.0
LEAST_PX, LEAST_BETWEEN_PX = 0.5, 4.0
"""What is shorter is nothing that is left of a line, at its ends and between two gaps."""
MANY = 1000
"""Where more lines change at once (a paste, its undo) all gaps are found anew when lines are next seen from near."""
LONGEST_SLANTED_PX = 800.0
MESH_PX, MESH_LEAST = 16.0, 2_000
"""So many stretches that run closer than this over the whole chart are a mesh: gaps would tell nothing in it."""
LONGEST_PX = 30000.0
"""A longer stretch has no gaps and makes none: thousands on one trunk would each be asked about all others."""
MOST_FAR = 1_500
"""Lines with such stretches that have gaps under words: in a chart of more nobody reads words between two of them."""
ROUGHLY_PX = 48.0
"""How far a line may run from where it was noted, as lines between the same two boxes do."""
APART = 1e-6
LEVEL, UPRIGHT, SLANTED = "level", "upright", "slanted"


class Gap(NamedTuple):
    """What is left out of a line: on its stretch of this number, from and to so far from the stretch's start."""

    stretch: int
    start: float
    end: float


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A straight piece of a line."""

    line: str
    start: Point
    end: Point


class Crossings:
    """The gaps of lines, found when a line is drawn from near, and followed through every change.

    line: the corners of a line as it is drawn, None where it is not seen.  rough: nearly the same, told at once.
    is_main: whether a line goes over those that are not.  word: where the word of a line stands.
    Under the words of other lines every line is left out. Of two of the same sort the upright one goes over the level
    one; else the one that is drawn later does.
    """

    def __init__(
        self,
        document: Document,
        line: Callable[[str], Sequence[Point] | None],
        rough: Callable[[str], Sequence[Point] | None],
        is_main: Callable[[Edge], bool],
        word: Callable[[str], Rect | None],
    ) -> None:
        self._document, self._line, self._rough, self._is_main = document, line, rough, is_main
        self._word = word
        self._revision = -1
        self._clear()

    def gaps(self, id: str, line: Sequence[Point] | None) -> tuple[Gap, ...]:
        """The gaps of a line with these corners, in their order."""
        if self._revision != self._document.revision or not self._is_begun:
            self._begin()
        known = self._gaps.get(id)
        if known is None:
            known = self._gaps[id] = self._find(id, line)
        return known

    def follow(self, ids: Iterable[str]) -> set[str]:
        """After one change that concerns these records: the lines whose gaps are others now."""
        if self._revision == self._document.revision or not self._is_begun:
            return set()
        if self._revision != self._document.revision - 1:
            known = set(self._gaps)
            self._begin()
            return known
        self._revision = self._document.revision
        noted = self._keys.keys() | self._far.keys()
        lines = {id for id in ids if id in self._document.edges or id in noted or id in self._words}
        if len(lines) > MANY:
            known = set(self._gaps)
            self._clear()
            return known
        beside: set[str] = set()
        for id in lines:
            beside |= self._meeting(id)
            self._put(id)
            beside |= self._meeting(id)
            self._gaps.pop(id, None)
        for id in lines:
            beside |= self._put_word(id)
        return self._found_anew(beside - lines)

    def words_moved(self, ids: Iterable[str]) -> set[str]:
        """After the words of these lines have got other spots: the lines whose gaps are others now."""
        if not self._is_begun:
            return set()
        return self._found_anew(set().union(*(self._put_word(id) for id in ids)))

    def _found_anew(self, ids: set[str]) -> set[str]:
        changed = set()
        for id in ids & self._gaps.keys():
            now = self._find(id, self._line(id))
            if now != self._gaps[id]:
                self._gaps[id] = now
                changed.add(id)
        return changed

    def _clear(self) -> None:
        self._indexes: dict[str, ParallelIndex | SpatialIndex] = {
            LEVEL: ParallelIndex(upright=False),
            UPRIGHT: ParallelIndex(upright=True),
            SLANTED: SpatialIndex(),
        }
        self._words = SpatialIndex()
        self._stretches: dict[str, Stretch] = {}
        self._keys: dict[str, list[str]] = {}
        self._far: dict[str, list[Rect]] = {}
        """By line, its stretches that are too long to be crossed; words have gaps there too."""
        self._gaps: dict[str, tuple[Gap, ...]] = {}
        self._is_begun = self._is_mesh = False
        self._across_of: dict[tuple[str, bool], list[ParallelIndex | SpatialIndex]] = {}
        """Where to look for what crosses stretches of a direction, of main lines or others; empty indexes left out."""

    def _begin(self) -> None:
        self._clear()
        self._revision, self._is_begun = self._document.revision, True
        for id in self._document.edges:
            self._add(id)
        for id in self._document.edges:
            area = self._word(id)
            if area is not None:
                self._words.put(id, area)
        self._is_mesh = _is_mesh(self._stretches.values())

    def _put_word(self, id: str) -> set[str]:
        """Note where the word of a line stands; returns the lines that run there or have run where it stood."""
        before = self._words.rect(id) if id in self._words else None
        after = self._word(id) if id in self._document.edges else None
        if before == after:
            return set()
        if after is None:
            self._words.discard(id)
        else:
            self._words.put(id, after)
        areas = [area for area in (before, after) if area is not None]
        areas = [area.grown(ROUGHLY_PX) for area in areas]
        found = (index.touching(area) for index in self._indexes.values() for area in areas)
        far = {line for line, rects in self._far.items() if any(area.touches(rect) for rect in rects for area in areas)}
        return ({self._stretches[key].line for key in set().union(*found)} | far) - {id}

    def _put(self, id: str) -> None:
        """Note the stretches of a line, without their ends: those often lie on a trunk that hundreds share."""
        for key in self._keys.pop(id, ()):
            self._indexes[_direction(self._stretches[key])].discard(key)
            del self._stretches[key]
        self._far.pop(id, None)
        self._across_of.clear()
        if id in self._document.edges:
            self._add(id)

    def _add(self, id: str) -> None:
        line = self._rough(id)
        if line is None:
            return
        keys = []
        for number, (one, other) in enumerate(itertools.pairwise(line)):
            run = _run(one, other)
            if run is not None:
                key = f"{id}\n{number}"
                keys.append(key)
                self._stretches[key] = Stretch(id, one, other)
                self._indexes[run[0]].put(key, _inner(one, other))
            elif _is_far(one, other):
                self._far.setdefault(id, []).append(rect_between(one, other))
        if keys:
            self._keys[id] = keys

    def _meeting(self, id: str) -> set[str]:
        """The lines that may cross this one where it was noted last."""
        stretches = (self._stretches[key] for key in self._keys.get(id, ()))
        return {theirs.line for stretch in stretches for theirs in self._across(stretch)}

    def _across(self, stretch: Stretch) -> Iterator[Stretch]:
        """The stretches that may cross one: those that run in another direction and touch it; none in a mesh."""
        area = rect_between(stretch.start, stretch.end)
        for index in self._indexes_across(_direction(stretch)):
            yield from [self._stretches[key] for key in index.touching(area)]

    def _indexes_across(self, own: str, is_main: bool = False) -> list[ParallelIndex | SpatialIndex]:
        """Where what crosses a stretch may be noted. is_main: what goes over one that is, so upright before level."""
        if self._is_mesh:
            return []
        found = self._across_of.get((own, is_main))
        if found is None:
            found = self._across_of[own, is_main] = [
                index
                for direction, index in self._indexes.items()
                if len(index)
                and (direction != own or own == SLANTED)
                and not (is_main and own == UPRIGHT and direction == LEVEL)
            ]
        return found

    def _find(self, id: str, line: Sequence[Point] | None) -> tuple[Gap, ...]:
        edges = self._document.edges
        if line is None or id not in edges or not (id in self._keys or id in self._far):
            return ()
        edge, has_words = edges[id], bool(len(self._words))
        is_main = self._is_main(edge)
        found: list[Gap] = []
        for number, (one, other) in enumerate(itertools.pairwise(line)):
            run = _run(one, other)
            if run is None:
                if has_words and id in self._far and len(self._far) <= MOST_FAR and _is_far(one, other):
                    found += _joined(list(self._under_words(number, Stretch(id, one, other))))
                continue
            direction, length = run
            indexes = self._indexes_across(direction, is_main)
            if not indexes and not has_words:
                continue
            stretch = Stretch(id, one, other)
            here: list[Gap] = []
            if length >= 2 * (GAP_PX + SHOWING_PX):
                area = rect_between(one, other)
                across = [self._stretches[key] for index in indexes for key in index.touching(area)]
                places = {_crossing(stretch, theirs) for theirs in across if self._goes_over(theirs, edge, stretch)}
                here = _gaps(number, sorted(place * length for place in places if place is not None), length)
            found += _joined([*here, *self._under_words(number, stretch)]) if has_words else here
        return tuple(found)

    def _under_words(self, number: int, stretch: Stretch) -> Iterator[Gap]:
        """Where a stretch runs through the word of another line."""
        length = stretch.start.distance_to(stretch.end)
        for id in self._words.touching(rect_between(stretch.start, stretch.end)) - {stretch.line}:
            inside = _inside(stretch, self._words.rect(id))
            if inside is not None:
                yield Gap(number, round(inside[0] * length, 2), round(inside[1] * length, 2))

    def _goes_over(self, theirs: Stretch, edge: Edge, stretch: Stretch) -> bool:
        other, ends = self._document.edges[theirs.line], (edge.source, edge.target)
        if other.source in ends or other.target in ends:
            return False
        mine, their = self._is_main(edge), self._is_main(other)
        if mine != their:
            return their
        directions = _direction(stretch), _direction(theirs)
        if directions[0] != directions[1] and SLANTED not in directions:
            return directions[1] == UPRIGHT
        return (edge.order, edge.id) < (other.order, other.id)


def cut(corners: Sequence[Point], gaps: Iterable[Gap]) -> list[list[Point]]:
    """The pieces of a line between its gaps; none where nothing is left of it."""
    pieces: list[list[Point]] = [[corners[0]]]
    waiting = list(gaps)
    for number, (one, other) in enumerate(itertools.pairwise(corners)):
        length = one.distance_to(other)
        while waiting and waiting[0].stretch == number:
            gap = waiting.pop(0)
            pieces[-1].append(_at(one, other, gap.start / length))
            pieces.append([_at(one, other, gap.end / length)])
        pieces[-1].append(other)
    last = len(pieces) - 1
    return [
        piece
        for number, piece in enumerate(pieces)
        if polyline_length(piece) > (LEAST_BETWEEN_PX if 0 < number < last else LEAST_PX)
    ]


def _gaps(number: int, places: Iterable[float], length: float) -> list[Gap]:
    """Around these places of a stretch; those that would touch are one."""
    found: list[Gap] = []
    for place in places:
        start, end = place - GAP_PX, place + GAP_PX
        if start < SHOWING_PX or end > length - SHOWING_PX:
            continue
        if found and start < found[-1].end + GAP_PX:
            found[-1] = found[-1]._replace(end=round(end, 2))
        else:
            found.append(Gap(number, round(start, 2), round(end, 2)))
    return found


def _inside(stretch: Stretch, area: Rect) -> tuple[float, float] | None:
    """From which part of a stretch to which it runs inside an area; None where it runs past or along its border."""
    (x, y), (to_x, to_y), (left, top, width, height) = stretch.start, stretch.end, area
    first, last = 0.0, 1.0
    for start, end, low, high in ((x, to_x, left, left + width), (y, to_y, top, top + height)):
        if start == end:
            if not low < start < high:
                return None
            continue
        one, other = (low - start) / (end - start), (high - start) / (end - start)
        if one > other:
            one, other = other, one
        first, last = one if one > first else first, other if other < last else last
    return (first, last) if first < last else None


def _joined(gaps: list[Gap]) -> list[Gap]:
    """In their order; those that overlap are one."""
    found: list[Gap] = []
    for gap in sorted(gaps):
        if found and gap.start <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(found[-1].end, gap.end))
        else:
            found.append(gap)
    return found


def _is_mesh(stretches: Collection[Stretch]) -> bool:
    """Whether lines would run that close to each other, were they spread over all the room that they take."""
    if len(stretches) < MESH_LEAST:
        return False
    length = sum(stretch.start.distance_to(stretch.end) for stretch in stretches)
    room = bounds_of_points(point for stretch in stretches for point in (stretch.start, stretch.end))
    return room is not None and room.width * room.height < MESH_PX * length


def _direction(stretch: Stretch) -> str:
    if stretch.start.y == stretch.end.y:
        return LEVEL
    return UPRIGHT if stretch.start.x == stretch.end.x else SLANTED


def _run(one: Point, other: Point) -> tuple[str, float] | None:
    """Direction and length of a stretch; None where it can't be crossed or is so long that it would meet everything."""
    (x, y), (to_x, to_y) = one, other
    width, height = abs(x - to_x), abs(y - to_y)
    if not height:
        return (LEVEL, width) if 2 * END_PX <= width <= LONGEST_PX else None
    if not width:
        return (UPRIGHT, height) if 2 * END_PX <= height <= LONGEST_PX else None
    return None if max(width, height) > LONGEST_SLANTED_PX else (SLANTED, math.hypot(width, height))


def _is_far(one: Point, other: Point) -> bool:
    """Whether a stretch has no run because it is so long."""
    width, height = abs(one.x - other.x), abs(one.y - other.y)
    return max(width, height) > (LONGEST_SLANTED_PX if width and height else LONGEST_PX)


def _inner(one: Point, other: Point) -> Rect:
    """Where a stretch can be crossed: not at the ends of one that is upright or level."""
    (x, y), (to_x, to_y) = one, other
    left, top, width, height = x if x < to_x else to_x, y if y < to_y else to_y, abs(x - to_x), abs(y - to_y)
    if not height:
        return Rect(left + END_PX, top, width - 2 * END_PX, 0.0)
    if not width:
        return Rect(left, top + END_PX, 0.0, height - 2 * END_PX)
    return Rect(left, top, width, height)


def _crossing(stretch: Stretch, theirs: Stretch) -> float | None:
    """Where the insides of two stretches cross, as a part of the first one's length."""
    a, b, c, d = stretch.start, stretch.end, theirs.start, theirs.end
    dx, dy, ex, ey = b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y
    across = dx * ey - dy * ex
    if abs(across) < APART:
        return None
    along = ((c.x - a.x) * ey - (c.y - a.y) * ex) / across
    other = ((c.x - a.x) * dy - (c.y - a.y) * dx) / across
    return along if APART < along < 1 - APART and APART < other < 1 - APART else None


def _at(start: Point, end: Point, place: float) -> Point:
    return Point(start.x + (end.x - start.x) * place, start.y + (end.y - start.y) * place)
