"""Boxes that a single line joins to the rest: many of one box stand in columns of their own, below or above it."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.geometry import Rect
from editor.layout.layered.web import Link, Web
from editor.layout.shapes import Spacing

FEWEST = 4
"""Fewer stand side by side as any others."""
MOST_IN_COLUMN = 6
Size = tuple[float, float]


class Stack(NamedTuple):
    """Columns of boxes, placed from their common top left corner. `hub`: the box that all their lines lead to or from.

    rails: by box, where the rail of its column runs.  is_above: whether it stands above the hub.
    """

    hub: str
    is_above: bool
    size: Size
    boxes: Mapping[str, Rect]
    rails: Mapping[str, float]


def stacks(web: Web, sizes: Mapping[str, Size], spacing: Spacing) -> list[Stack]:
    """In the order of the web; nothing stands in two of them."""
    ends: dict[str, list[Link]] = {}
    for link in web.links:
        ends.setdefault(link.upper, []).append(link)
        ends.setdefault(link.lower, []).append(link)
    around: dict[tuple[str, bool], list[str]] = {}
    for id in web.boxes:
        if len(ends.get(id, ())) == 1:
            link = ends[id][0]
            is_above = link.upper == id
            hub = link.lower if is_above else link.upper
            if len(ends[hub]) > 1 and web.frame[hub] == web.frame[id] and hub not in web.frames:
                around.setdefault((hub, is_above), []).append(id)
    return [_stack(hub, up, ids, sizes, spacing) for (hub, up), ids in around.items() if len(ids) >= FEWEST]


def _stack(hub: str, is_above: bool, ids: Sequence[str], sizes: Mapping[str, Size], spacing: Spacing) -> Stack:
    tall = math.ceil(len(ids) / math.ceil(len(ids) / MOST_IN_COLUMN))
    columns = [ids[start : start + tall] for start in range(0, len(ids), tall)]
    heights = [sum(sizes[id][1] + spacing.stack for id in column) - spacing.stack for column in columns]
    boxes: dict[str, Rect] = {}
    rails: dict[str, float] = {}
    left = 0.0
    for column, height in zip(columns, heights, strict=True):
        y = max(heights) - height if is_above else 0.0
        for id in column:
            boxes[id] = Rect(left + spacing.rail, y, *sizes[id])
            rails[id] = left + spacing.rail / 2
            y += sizes[id][1] + spacing.stack
        left = max(boxes[id].right for id in column) + spacing.stack
    return Stack(hub, is_above, (left - spacing.stack, max(heights)), boxes, rails)
