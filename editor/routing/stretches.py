"""A free stretch between boxes, and what all networks of such stretches have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from editor.geometry import Point, Rect, bounds_of

LEAST_PX = 1.5
"""No stretch comes nearer to a box than this."""
REACH_PX = 44.0
"""How far from a stretch the boxes are past which one can turn off from it."""
OUTER_PX = 60.0
"""How far outside of all boxes lines may run."""
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


class Network(ABC):
    """Free stretches that turn off from each other. What turns off is found tile by tile, and kept."""

    tile_px: ClassVar[float] = 700.0
    """So far to both sides of a place is looked for what turns off near it."""

    def __init__(self, there: Iterable[Rect]) -> None:
        bounds = (bounds_of(there) or Rect(0, 0, 0, 0)).grown(OUTER_PX)
        self._ends: tuple[Span, Span] = (bounds.x, bounds.right), (bounds.y, bounds.bottom)
        """Where a stretch on the axis ends if no box is in the way."""

    @abstractmethod
    def through(self, axis: int, at: float, place: float) -> Corridor | None:
        """The stretch on this level that holds this place; None where a box stands there."""

    @abstractmethod
    def from_side(self, box: Rect, axis: int, sign: int) -> Corridor | None:
        """The stretch from the middle of a side of a box straight on: LEVEL and 1 is from the right side."""

    @abstractmethod
    def _crossing(self, corridor: Corridor, low: float, high: float) -> Iterable[Corridor | None]:
        """The stretches past boxes that cross a corridor between two places along it."""

    def turning_off(self, corridor: Corridor, near: Iterable[float]) -> Iterator[Corridor]:
        """The stretches that cross it near these places along it."""
        size = self.tile_px
        for tile in sorted({int(place // size) + step for place in near for step in (-1, 0, 1)}):
            there = corridor.tiles.get(tile)
            if there is None:
                there = corridor.tiles[tile] = self._tile(corridor, tile)
            yield from there

    def _tile(self, corridor: Corridor, tile: int) -> list[Corridor]:
        low, high = max(corridor.low, tile * self.tile_px), min(corridor.high, (tile + 1) * self.tile_px)
        if low > high:
            return []
        found = dict.fromkeys(self._crossing(corridor, low, high))
        for edge in self._ends[corridor.axis]:
            if low <= edge <= high:
                found[self.through(1 - corridor.axis, edge, corridor.at)] = None
        return [one for one in found if one is not None]


def strip(axis: int, low: float, high: float, first: float, last: float) -> Rect:
    """From `low` to `high` across an axis, from `first` to `last` along it."""
    if axis == LEVEL:
        return Rect(first, low, last - first, high - low)
    return Rect(low, first, high - low, last - first)


def begin(corridor: Corridor, box: Rect) -> float:
    """Where a stretch from a side of a box begins."""
    first, last = (box.x, box.right) if corridor.axis == LEVEL else (box.y, box.bottom)
    return corridor.low if abs(corridor.low - last) < 0.01 else first
