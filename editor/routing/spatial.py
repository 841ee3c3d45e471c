"""Which rectangles are where: a grid in layers, one for each power of two in size.

A rectangle lies in the layer whose cells are at least as large as itself, so it occupies at most four cells; a box of
200 pixels and a frame of 20,000 cost the same. What it does not do: nearest neighbours, and order; ask with a rectangle
and sort what comes back. It suits charts, where sizes are few; widely differing ones only cost more layers.
"""

import itertools
from collections.abc import ItemsView, Mapping, Sequence
from math import floor, frexp

from editor.geometry import Rect

SMALLEST_CELL_EXPONENT = 7
Cell = tuple[int, int, int]


class SpatialIndex:
    """Rectangles by id, found by the area they touch."""

    def __init__(self) -> None:
        self._rects: dict[str, Rect] = {}
        self._cells: dict[Cell, set[str]] = {}
        self._layers: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._rects)

    def __contains__(self, id: str) -> bool:
        return id in self._rects

    def rect(self, id: str) -> Rect:
        return self._rects[id]

    def put(self, id: str, rect: Rect) -> None:
        """Add a rectangle, or move the one that has this id."""
        before = self._rects.get(id)
        layer = _layer(rect)
        if before is not None:
            if _layer(before) == layer and _span(before, layer) == _span(rect, layer):
                self._rects[id] = rect  # a drag rarely leaves a box's cells: they are at least as large as itself
                return
            self.discard(id)
        self._rects[id] = rect
        self._layers[layer] = self._layers.get(layer, 0) + 1
        cells = self._cells
        for cell in _cells(rect, layer):
            members = cells.get(cell)
            if members is None:
                cells[cell] = {id}
            else:
                members.add(id)

    def fill(self, rects: Mapping[str, Rect]) -> None:
        """Add rectangles, none of which is there yet. Written out: a file brings tens of thousands at once."""
        self._rects.update(rects)
        layers, cells = self._layers, self._cells
        for id, (x, y, width, height) in rects.items():
            layer = frexp(width if width > height else height)[1]
            if layer < SMALLEST_CELL_EXPONENT:
                layer = SMALLEST_CELL_EXPONENT
            layers[layer] = layers.get(layer, 0) + 1
            cell = float(1 << layer)
            left, right = floor(x / cell), floor((x + width) / cell)
            for row in range(floor(y / cell), floor((y + height) / cell) + 1):
                for column in range(left, right + 1):
                    key = (layer, column, row)
                    members = cells.get(key)
                    if members is None:
                        cells[key] = {id}
                    else:
                        members.add(id)

    def discard(self, id: str) -> None:
        rect = self._rects.pop(id, None)
        if rect is None:
            return
        layer = _layer(rect)
        self._layers[layer] -= 1
        if not self._layers[layer]:
            del self._layers[layer]
        for cell in _cells(rect, layer):
            members = self._cells[cell]
            members.discard(id)
            if not members:
                del self._cells[cell]

    def copy(self) -> "SpatialIndex":
        """Another with the same rectangles, made more quickly than by adding them."""
        made = SpatialIndex()
        made._rects, made._layers = self._rects.copy(), self._layers.copy()
        made._cells = {cell: members.copy() for cell, members in self._cells.items()}
        return made

    def items(self) -> ItemsView[str, Rect]:
        """All rectangles by their ids."""
        return self._rects.items()

    def touching(self, area: tuple[float, float, float, float]) -> set[str]:
        """The ids of all rectangles that share at least a point with `area`."""
        # Written out, as this is asked tens of thousands of times for one layout or the words of one chart.
        rects, (left, top, width, height) = self._rects, area
        right, bottom = left + width, top + height
        found: set[str] = set()
        for layer in self._layers:
            for members in self._members(left, top, right, bottom, layer):
                for id in members:
                    x, y, wide, high = rects[id]
                    if x <= right and y <= bottom and x + wide >= left and y + high >= top:
                        found.add(id)
        return found

    def touches(self, area: Rect) -> bool:
        """Whether any of them shares a point with `area`: where many do, the first that is found will do."""
        rects, (left, top, width, height) = self._rects, area
        cells = (self._members(left, top, left + width, top + height, layer) for layer in self._layers)
        each = (id for members in itertools.chain.from_iterable(cells) for id in members)
        return any(rects[id].touches(area) for id in each)

    def _members(self, left: float, top: float, right: float, bottom: float, layer: int) -> Sequence[set[str]]:
        """What is in the cells of one layer that an area touches; where many, all of them are gone through."""
        cells, size = self._cells, float(1 << layer)
        first, last, upper, lower = floor(left / size), floor(right / size), floor(top / size), floor(bottom / size)
        if first == last and upper == lower:
            members = cells.get((layer, first, upper))
            return (members,) if members else ()
        if (last - first + 1) * (lower - upper + 1) > len(cells):
            near = [
                cell for cell in cells if cell[0] == layer and upper <= cell[2] <= lower and first <= cell[1] <= last
            ]
            return [cells[cell] for cell in near]
        columns, rows = range(first, last + 1), range(upper, lower + 1)
        return [cells[cell] for x in columns for y in rows if (cell := (layer, x, y)) in cells]


def _layer(rect: Rect) -> int:
    _, _, width, height = rect
    exponent = frexp(width if width > height else height)[1]
    return exponent if exponent > SMALLEST_CELL_EXPONENT else SMALLEST_CELL_EXPONENT


def _span(rect: Rect, layer: int) -> tuple[int, int, int, int]:
    x, y, width, height = rect
    cell = float(1 << layer)
    return floor(x / cell), floor(y / cell), floor((x + width) / cell), floor((y + height) / cell)


def _cells(rect: Rect, layer: int) -> list[Cell]:
    left, top, right, bottom = _span(rect, layer)
    if left == right and top == bottom:
        return [(layer, left, top)]
    return [(layer, x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
