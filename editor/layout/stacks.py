"""Leaves stacked under their parent: one tall box to Graphviz, which keeps the chart narrow and the question small."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.geometry import Point, Rect
from editor.routing import RAIL_PX

GAP_PX = 14.0
FEWEST = 2
SHORT_COLUMNS = (8, 12, 18, 27)
"""Rows that a column may always have, the lowest first; longer stacks get about as many columns as make them square."""


class Stack(NamedTuple):
    """Leaves in columns, each column with a rail at its left."""

    columns: tuple[tuple[str, ...], ...]
    width: float
    height: float

    def boxes(self, corner: Point, sizes: Mapping[str, tuple[float, float]]) -> dict[str, Rect]:
        """Where the leaves stand when the stack's top left corner is there; all boxes of a column are equally wide."""
        placed: dict[str, Rect] = {}
        x = corner.x
        for column in self.columns:
            width = max(sizes[id][0] for id in column)
            y = corner.y
            for id in column:
                height = sizes[id][1]
                placed[id] = Rect(x + RAIL_PX, y, width, height)
                y += height + GAP_PX
            x += RAIL_PX + width + GAP_PX
        return placed


def stacked(leaves: Sequence[str], sizes: Mapping[str, tuple[float, float]], short: int = SHORT_COLUMNS[0]) -> Stack:
    """The leaves in their order, column by column."""
    rows = max(short, math.ceil(2 * math.sqrt(len(leaves))))
    columns = math.ceil(len(leaves) / rows)
    rows = math.ceil(len(leaves) / columns)
    parts = tuple(tuple(leaves[start : start + rows]) for start in range(0, len(leaves), rows))
    width = sum(max(sizes[id][0] for id in part) + RAIL_PX for part in parts) + GAP_PX * (len(parts) - 1)
    height = max(sum(sizes[id][1] for id in part) + GAP_PX * (len(part) - 1) for part in parts)
    return Stack(parts, width, height)
