"""Where the words on lines stand: on their own line, clear of boxes, of marks of lines, and of words placed before."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from heapq import heappop, heappush
from time import perf_counter

from editor.drawing.spots import NOWHERE, Spot, Word, has_room, spots
from editor.drawing.trunks import Trunks
from editor.geometry import Rect, bounds_of
from editor.model.document import Document
from editor.model.records import Edge
from editor.routing.spatial import SpatialIndex

CLEAR = 0.5
FEW_AREAS = 16
MANY = 200
"""Records of which the boxes are looked at later when there is little time."""
CELL_PX = 512
MOST_MARKS = 2

Rank = tuple[float, str]
Area = tuple[float, float, float, float]
"""As of a Rect."""


class Words:
    """The spots of all words of a document, found one after the other in the order of the lines.

    word: what is written on a line, None where nothing is seen of it.  box: what a word must keep clear of, by node.
    says: whether anything is written on a line when it is seen.
    A spot depends on the boxes near it and on the words before it, so after a change only what is near is found anew,
    and the result is the same as if all were. Where that takes too long for a frame the rest waits (`go_on`).
    """

    def __init__(
        self,
        document: Document,
        word: Callable[[str], Word | None],
        box: Callable[[str], Rect | None],
        says: Callable[[str], bool],
    ) -> None:
        self._document, self._word, self._box, self._says = document, word, box, says
        self._revision = -1
        self._clear()

    def set_at(self, id: str) -> tuple[Word, Spot] | None:
        """The word of this line and where it stands; None where it has none, or where another line says it too."""
        if self._revision != self._document.revision:
            self._begin()
        return (self._words[id], self._spots[id]) if id in self._spots else None

    def areas(self) -> list[Rect]:
        """Where words stand, as far as that was asked for."""
        return [spot.area for spot in self._spots.values()]

    def follow(self, ids: Collection[str], seconds: float | None = None) -> set[str]:
        """After one change that concerns these records: the lines whose words stand elsewhere now.

        seconds: not much longer than that. Words that are not found by then stay where they are and wait for `go_on`;
        on a line that is another now they wait at its first spot. Of many boxes it is also told then what they concern,
        and no word is found before.
        """
        if self._revision == self._document.revision:
            return set()
        if self._revision != self._document.revision - 1:
            before = self._spots
            self._begin()
            return {id for id in before.keys() | self._spots.keys() if before.get(id) != self._spots.get(id)}
        self._revision = self._document.revision
        self._moved.clear()
        if seconds is not None and len(ids) > MANY:
            seconds = 0.0
        changed = self._find(self._refreshed(ids, can_wait=seconds is not None), seconds)
        return changed | {id for id in self._moved & self._due if self._wait_at_first_spot(id)}

    @property
    def are_waiting(self) -> bool:
        """Whether some words have to be found yet."""
        return bool(self._due or self._late)

    def go_on(self, seconds: float | None = None) -> set[str]:
        """Find more of those that wait; returns the lines whose words stand elsewhere now."""
        return self._find(self._take_late(), seconds) if self._revision == self._document.revision else set()

    def _take_late(self) -> set[str]:
        late = set(self._late)
        self._late.clear()
        return self._refreshed(late)

    def _clear(self) -> None:
        self._spots: dict[str, Spot] = {}
        self._words: dict[str, Word] = {}
        self._silent: dict[str, Edge] = {}
        self._trunks = Trunks(lambda id, start, end: has_room(self._words[id], start, end))
        self._reach, self._taken, self._boxes = SpatialIndex(), SpatialIndex(), SpatialIndex()
        self._knows_boxes = False
        self._queue: list[tuple[Rank, str]] = []
        self._due: set[str] = set()
        """The words in the queue; what else is in it has been found or has gone."""
        self._late: set[str] = set()
        """Boxes that stand elsewhere now, of which nobody has looked yet whether words are concerned."""
        self._moved: set[str] = set()
        """Whose words or lines were others before the last change."""

    def _begin(self) -> None:
        self._clear()
        self._revision = self._document.revision
        self._find(self._refreshed(self._document.edges), None)

    def _refreshed(self, ids: Collection[str], can_wait: bool = False) -> set[str]:
        """Read these records anew; returns the words for which that may matter."""
        found: set[str] = set()
        areas: list[Rect] = []
        edges, silent = self._document.edges, self._silent
        can_wait = can_wait and len(ids) > MANY
        for id in ids:
            edge = edges.get(id)
            if edge is not None and silent.get(id) is edge:  # as of most lines at boxes that are dragged
                continue
            if edge is not None or id in self._words:
                found |= self._refresh_line(id)
            elif can_wait:
                self._late.add(id)
            elif self._knows_boxes:
                areas += self._refresh_box(id)
        if self._words and not self._knows_boxes:
            self._knows_boxes = True
            self._begin_boxes()
        found |= self._near(areas) | self._trunks.regroup()
        return found & self._words.keys()

    def _begin_boxes(self) -> None:
        """Note where all boxes stand, from where the document has noted it: few of them are anything else to words."""
        marks = self._boxes
        self._boxes = boxes = self._document.indexes.boxes.copy()
        for id, node in self._document.nodes.items():
            solid = self._box(id)
            if solid is None:
                boxes.discard(id)
            elif solid is not node.box:
                boxes.put(id, solid)
        for key, area in marks.items():
            boxes.put(key, area)

    def _near(self, areas: Sequence[Rect]) -> set[str]:
        """The words that have looked at one of these areas; of many areas (a drag of hundreds) rather too many words.

        Those that wait already need not be asked, so in the second frame of a drag there are few left.
        """
        if len(areas) <= FEW_AREAS:
            return set().union(*(self._reach.touching(area) for area in areas))
        cells: set[tuple[int, int]] = set()
        for columns, rows in {_cells(area) for area in areas}:
            cells.update((column, row) for column in columns for row in rows)
        found: set[str] = set()
        known = (id for id in self._words.keys() - self._due if id in self._reach)  # one that is new waits anyway
        for id in known:
            columns, rows = _cells(self._reach.rect(id))
            if len(columns) * len(rows) < len(cells):
                is_near = any((column, row) in cells for column in columns for row in rows)
            else:
                is_near = any(column in columns and row in rows for column, row in cells)
            if is_near:
                found.add(id)
        return found

    def _refresh_line(self, id: str) -> set[str]:
        edge = self._document.edges.get(id)
        word = None
        if edge is None or self._says(id):
            self._silent.pop(id, None)
            word = self._word(id) if edge is not None else None
        else:
            self._silent[id] = edge
        before = self._words.get(id)
        if word is None and before is None:
            return set()
        beside = self._reach.touching(self._taken.rect(id)) - {id} if id in self._taken else set()
        for area in self._refresh_marks(id, word):
            beside |= self._reach.touching(area)
        if word is None or edge is None:
            self._trunks.forget(id)
            self._words.pop(id)
            self._spots.pop(id, None)
            self._reach.discard(id)
            self._taken.discard(id)
            self._due.discard(id)
            return beside
        if word != before:
            self._moved.add(id)
        self._words[id] = word
        self._trunks.note(id, edge.kind and (edge.kind, word.paragraph.lines), self._rank(id), word.line)
        return beside | {id}

    def _refresh_marks(self, id: str, word: Word | None) -> list[Rect]:
        """Note where the marks of a line with a word stand; returns the areas in which that makes a difference."""
        changed = []
        for place in range(MOST_MARKS):
            key = f"{id}\n{place}"
            before = self._boxes.rect(key) if key in self._boxes else None
            after = word.marks[place] if word is not None and place < len(word.marks) else None
            if before != after:
                changed += [area for area in (before, after) if area is not None]
                if after is None:
                    self._boxes.discard(key)
                else:
                    self._boxes.put(key, after)
        return changed

    def _refresh_box(self, id: str) -> list[Rect]:
        """Note where a box stands now; returns the areas in which that makes a difference."""
        before = self._boxes.rect(id) if id in self._boxes else None
        after = self._box(id) if id in self._document.nodes else None
        if before == after:
            return []
        if after is None:
            self._boxes.discard(id)
        else:
            self._boxes.put(id, after)
        return [area for area in (before, after) if area is not None]

    def _find(self, ids: set[str], seconds: float | None) -> set[str]:
        """Find these spots anew, and those of later words that are concerned by it; returns what has changed."""
        self._let_wait(ids)
        changed: set[str] = set()
        end = None if seconds is None else perf_counter() + seconds
        while self._due and (end is None or perf_counter() < end):
            rank, id = heappop(self._queue)
            if id not in self._due:
                continue
            if rank != self._rank(id):  # the line has got another place in the order while its word waited
                heappush(self._queue, (self._rank(id), id))
                continue
            self._due.discard(id)
            if self._trunks.is_silent(id):
                if self._take_away(id):
                    changed.add(id)
                continue
            spot, looked_at = self._free(id, rank)
            self._reach.put(id, looked_at)
            if self._put(id, spot):
                changed.add(id)
        return changed

    def _let_wait(self, ids: Iterable[str]) -> None:
        for id in ids:
            if id not in self._due:
                self._due.add(id)
                heappush(self._queue, (self._rank(id), id))

    def _put(self, id: str, spot: Spot) -> bool:
        """Note where a word stands, and let later words wait that this may concern; False where it stood there."""
        before = self._spots.get(id)
        if before == spot:
            return False
        self._spots[id] = spot
        self._taken.put(id, spot.area)
        rank = self._rank(id)
        areas = (spot.area,) if before is None else (before.area, spot.area)
        near = set().union(*(self._reach.touching(area) for area in areas)) - {id}
        self._let_wait(other for other in near if self._rank(other) > rank)
        return True

    def _take_away(self, id: str) -> bool:
        """Let a word stand nowhere, and those wait that it was in the way of; False where it stood nowhere."""
        before = self._spots.pop(id, None)
        if before is None:
            return False
        self._taken.discard(id)
        self._reach.discard(id)
        rank = self._rank(id)
        self._let_wait(other for other in self._reach.touching(before.area) if self._rank(other) > rank)
        return True

    def _wait_at_first_spot(self, id: str) -> bool:
        return self._take_away(id) if self._trunks.is_silent(id) else self._put(id, next(self._spots_of(id), NOWHERE))

    def _spots_of(self, id: str) -> Iterator[Spot]:
        word, trunk = self._words[id], self._trunks.trunk(id)
        return spots(word if trunk is None else word._replace(line=trunk))

    def _rank(self, id: str) -> Rank:
        return self._document.edges[id].order, id

    def _free(self, id: str, rank: Rank) -> tuple[Spot, Rect]:
        """The first free spot, or where there is none the one that covers least; and the area that was looked at.

        What changes outside of that area can't lead to another spot. What is in the way of one spot is looked at first
        for the next, which is mostly near.
        """
        looked_at, in_the_way = [], None
        grounds = self._grounds(id)
        for spot in self._spots_of(id):
            looked_at.append(spot.area)
            area = _inside(spot)
            if in_the_way is None or not _share(area, in_the_way):
                in_the_way = self._in_the_way(area, rank, grounds)
                if in_the_way is None:
                    return spot, bounds_of(looked_at) or NOWHERE.area
        return self._least_covering(id, rank, grounds), bounds_of(looked_at) or NOWHERE.area

    def _in_the_way(self, area: Area, rank: Rank, grounds: Set[str]) -> Rect | None:
        """A box (but grounds) or an earlier word that takes some of an area; None where nothing does."""
        boxes, taken = self._boxes, self._taken
        for id in boxes.touching(area):
            if id not in grounds and _share(area, box := boxes.rect(id)):
                return box
        for id in taken.touching(area):
            if self._rank(id) < rank and _share(area, word := taken.rect(id)):
                return word
        return None

    def _least_covering(self, id: str, rank: Rank, grounds: Set[str]) -> Spot:
        least, best = math.inf, NOWHERE
        for spot in self._spots_of(id):
            covered = self._covered(_inside(spot), rank, least, grounds)
            if covered < least:
                least, best = covered, spot
        return best

    def _grounds(self, id: str) -> set[str]:
        """The boxes on which an end of a line stands, as on a frame: files draw grounds for others as boxes."""
        edge, boxes = self._document.edges[id], self._boxes
        found: set[str] = set()
        for end in {edge.source, edge.target}:
            if end in boxes:
                box = boxes.rect(end)
                found.update(other for other in boxes.touching(box) if boxes.rect(other).encloses(box))
        return found - {edge.source, edge.target}

    def _covered(self, area: Area, rank: Rank, least: float, grounds: Set[str]) -> float:
        """How many square pixels of boxes (but grounds) and earlier words lie in an area; where boxes alone make
        `least`, that.
        """
        touched = self._boxes.touching(area)
        boxes = sum([_shared(area, self._boxes.rect(id)) for id in (touched - grounds if grounds else touched)])
        if boxes >= least:
            return boxes
        words = (self._taken.rect(id) for id in self._taken.touching(area) if self._rank(id) < rank)
        return sum([_shared(area, word) for word in words], boxes)


def _cells(area: Rect) -> tuple[range, range]:
    left, top, right, bottom = (int(side // CELL_PX) for side in (area.x, area.y, area.right, area.bottom))
    return range(left, right + 1), range(top, bottom + 1)


def _inside(spot: Spot) -> Area:
    """What must be clear of others. A word is always larger than the margin."""
    x, y, width, height = spot.area
    return x + CLEAR, y + CLEAR, width - 2 * CLEAR, height - 2 * CLEAR


def _share(area: Area, other: Rect) -> bool:
    """Whether another takes some of an area, which has some room."""
    (left, top, width, height), (x, y, wide, high) = area, other
    return x < left + width and left < x + wide and y < top + height and top < y + high and wide > 0 and high > 0


def _shared(area: Area, other: Rect) -> float:
    (left, top, width, height), (x, y, wide, high) = area, other
    across, down = min(left + width, x + wide) - max(left, x), min(top + height, y + high) - max(top, y)
    return max(across, 0.0) * max(down, 0.0)
