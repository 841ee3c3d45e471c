"""A web laid out: boxes in rows, frames around them, and right-angled lines between the rows."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.geometry import Point, Rect, bounds_of
from editor.layout.layered.channels import Crossover, Tracks, tracks
from editor.layout.layered.heights import Band, Heights, heights
from editor.layout.layered.parts import Parts
from editor.layout.layered.ranking import Ranking, Rows
from editor.layout.layered.spans import span_of
from editor.layout.layered.straightening import straightened
from editor.layout.layered.ways import Way, ways
from editor.layout.layered.web import Web
from editor.layout.plain import PlainGraph
from editor.layout.shapes import Spacing

ROUNDING_PX = 1e-6
MOST_AIR = 2.0
"""How many times as far apart as usual the rows of a wide chart may stand."""


class Laid(NamedTuple):
    """Boxes and frames; by line its bends from source to target, and how far from the middle of its source and of its
    target it begins and ends, where that is not there."""

    boxes: dict[str, Rect]
    bends: dict[str, tuple[Point, ...]]
    ports: dict[str, tuple[Point, Point]]
    ends: dict[str, tuple[str, str]]

    @property
    def bounds(self) -> Rect:
        return bounds_of(self.boxes.values()) or Rect(0.0, 0.0, 0.0, 0.0)

    def at(self, corner: Point) -> "Laid":
        """The same with its top left corner there."""
        area = self.bounds
        dx, dy = corner.x - area.x, corner.y - area.y
        boxes = {id: box.moved(dx, dy) for id, box in self.boxes.items()}
        bends = {id: [bend.moved(dx, dy) for bend in line] for id, line in self.bends.items()}
        for id, line in bends.items():
            for place, end in zip((0, -1), self.ends[id], strict=True) if line else ():
                line[place] = _in_line(line[place], boxes[end].centre)
        return Laid(boxes, {id: tuple(line) for id, line in bends.items()}, self.ports, self.ends)


class Layers:
    """The layout of one web. `manner`: by line what it looks like; only those that look alike share a trunk.

    worded: the lines that carry words.
    """

    def __init__(
        self,
        web: Web,
        sizes: Mapping[str, tuple[float, float]],
        spacing: Spacing,
        manner: Mapping[str, Hashable],
        worded: frozenset[str],
    ) -> None:
        self.web = web
        self._spacing, self._manner, self._worded = spacing, manner, worded
        self._parts = Parts(web, sizes, spacing)
        self._ranking = Ranking(self._parts, spacing)

    @property
    def question(self) -> str:
        """The graph in DOT."""
        return self._ranking.text

    def laid(self, answer: PlainGraph) -> Laid:
        """GraphvizError where the answer is not whole."""
        rows = straightened(self._parts, self._ranking.rows(answer), self._spacing)
        found = ways(self._parts, rows, self._spacing)
        channels = [tracks(list(self._crossovers(found, row))) for row in range(len(rows.parts) - 1)]
        worded = [any(self._has_word(way, row) for way in found) for row in range(len(channels))]
        levels = self._levels(rows, [channel.many for channel in channels], worded)
        boxes = self._boxes(rows, levels)
        bends, ends = {}, {}
        for way in found:
            line = tuple(_bends(way, channels, levels, boxes, self._parts))
            bends[way.link.edge] = line if way.link.is_down else line[::-1]
            pair = way.link.upper, way.link.lower
            ends[way.link.edge] = pair if way.link.is_down else pair[::-1]
        return Laid(boxes, bends, dict(self._ports(found, rows)), ends)

    def _levels(self, rows: Rows, counts: Sequence[int], worded: Sequence[bool]) -> Heights:
        """Where the rows stand; farther apart in a chart that is wider than the page."""
        spacing, bands = self._spacing, _bands(self._parts, rows)
        pads = spacing.pad[1], spacing.pad[3]
        found = heights(bands, counts, worded, spacing.between, pads)
        across = [span_of(part, self._parts, rows) for those in rows.parts for part in those]
        width = max(span.right for span in across) - min(span.left for span in across)
        missing = width / spacing.aspect - found.tops[-1] - bands[-1].height
        if not counts or missing <= 0.0:
            return found
        airy = min(spacing.between * MOST_AIR, spacing.between + missing / len(counts))
        return heights(bands, counts, worded, airy, pads)

    def _crossovers(self, found: Sequence[Way], row: int) -> Iterator[Crossover]:
        """The lines between a row and the next. Where they leave a box or come to one they share a trunk there."""
        parts = self._parts
        for (edge, upper, lower, _), first, xs in found:
            at = row - first
            if 0 <= at < len(xs) - 1:
                starts = at == 0 and parts.of[upper] == upper
                ends = at == len(xs) - 2 and parts.of[lower] == lower
                look = self._manner.get(edge)
                yield Crossover(
                    edge, xs[at], xs[at + 1], (upper, look) if starts else None, (lower, look) if ends else None
                )

    def _has_word(self, way: Way, row: int) -> bool:
        return way.link.edge in self._worded and 0 <= row - way.first < len(way.xs) - 1

    def _ports(self, found: Sequence[Way], rows: Rows) -> Iterator[tuple[str, tuple[Point, Point]]]:
        for (edge, upper, _, is_down), _, xs in found:
            if self._parts.of[upper] == upper and xs[0] != rows.x[upper]:
                aside, middle = Point(xs[0] - rows.x[upper], 0.0), Point(0.0, 0.0)
                yield edge, (aside, middle) if is_down else (middle, aside)

    def _boxes(self, rows: Rows, levels: Heights) -> dict[str, Rect]:
        parts, boxes = self._parts, {}
        for row, those in enumerate(rows.parts):
            tall = _band_height(parts, those)
            for part in those:
                width, height = parts.sizes[part]
                left, top = rows.x[part] - width / 2, levels.tops[row]
                stack = parts.stacks.get(part)
                if stack is None:
                    boxes[part] = Rect(left, top + (tall - height) / 2, width, height)
                else:
                    top += tall - height if stack.is_above else 0.0
                    boxes |= {id: box.moved(left, top) for id, box in stack.boxes.items()}
        left, top, right, bottom = self._spacing.pad
        for frame in reversed(self.web.frames):
            held = bounds_of(boxes[id] for id in boxes if self.web.frame[id] == frame)
            if held is not None:
                x, y = held.x - left, held.y - top
                boxes[frame] = Rect(x, y, held.right + right - x, held.bottom + bottom - y)
        return boxes


def _in_line(bend: Point, centre: Point) -> Point:
    """A corner that stands in line with a box but for rounding, exactly there: lines that follow boxes go by that."""
    x = centre.x if abs(bend.x - centre.x) < ROUNDING_PX else bend.x
    return Point(x, centre.y if abs(bend.y - centre.y) < ROUNDING_PX else bend.y)


def _band_height(parts: Parts, row: Sequence[str]) -> float:
    """Of the boxes of a row; of its stacks where it has no others."""
    boxes = [parts.sizes[part][1] for part in row if part not in parts.stacks]
    return max(boxes or [parts.sizes[part][1] for part in row])


def _bands(parts: Parts, rows: Rows) -> list[Band]:
    found = []
    first, last = _reach(parts, rows)
    for row, those in enumerate(rows.parts):
        tall = _band_height(parts, those)
        beyond = {True: 0.0, False: 0.0}
        for part in those:
            if part in parts.stacks:
                above = parts.stacks[part].is_above
                beyond[above] = max(beyond[above], parts.sizes[part][1] - tall)
        opening = max((sum(first[frame] == row for frame in parts.around(part)) for part in those), default=0)
        closing = max((sum(last[frame] == row for frame in parts.around(part)) for part in those), default=0)
        found.append(Band(tall, beyond[True], beyond[False], opening, closing))
    return found


def _reach(parts: Parts, rows: Rows) -> tuple[dict[str, int], dict[str, int]]:
    """The first and the last row of every frame."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for row, those in enumerate(rows.parts):
        for part in those:
            for frame in parts.around(part):
                first.setdefault(frame, row)
                last[frame] = row
    return first, last


def _bends(
    way: Way, channels: Sequence[Tracks], levels: Heights, boxes: Mapping[str, Rect], parts: Parts
) -> Iterator[Point]:
    """Down, across where it must, and down again; from the rail of a stack to its box and back."""
    edge, upper, lower, _ = way.link
    if parts.of[upper] != upper:
        yield Point(way.xs[0], boxes[upper].centre.y)
    for at, (one, other) in enumerate(zip(way.xs, way.xs[1:], strict=False)):
        if one != other:
            row = way.first + at
            y = levels.across[row][channels[row].track[edge]]
            yield Point(one, y)
            yield Point(other, y)
    if parts.of[lower] != lower:
        yield Point(way.xs[-1], boxes[lower].centre.y)
