"""Places at once, where no layout has come or some boxes have none: boxes in rows, frames around what is in them."""

from collections.abc import Iterable, Mapping, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.packing import packed
from editor.layout.shapes import ASPECT, GAP_PX, PADDING_PX, TITLE_PX
from editor.model.document import Document

USUAL_SIZE = (160.0, 56.0)
ORIGIN = Point(0.0, 0.0)
APART_PX = 3 * GAP_PX
"""Between what has its place from the file and what has none."""
Sizes = Mapping[str, tuple[float, float]]


def in_rows(document: Document, sizes: Sizes) -> Arrangement:
    """All that `sizes` tells of, in the order of the document; lines run straight. Takes time in proportion."""
    tops = (id for id in document.indexes.members(None) if id in sizes)
    return Arrangement(_rows(document, sizes, _in_order(document, tops)), {})


def beside_others(document: Document, sizes: Sizes) -> Arrangement:
    """Those without a place in a chart where others have one: frames stand around what is in them, and in those that
    had no place themselves the rest stands below; all others stand below the chart.
    """
    nodes = document.nodes
    boxes = {id: node.box for id, node in nodes.items() if node.box is not None}
    found: dict[str, Rect] = {}
    for frame in reversed(_holding(document, boxes)):
        members = [id for id in document.indexes.members(frame) if id in sizes]
        if frame not in boxes and frame in sizes and any(id in boxes for id in members):
            found.update(_below(document, sizes, [boxes[id] for id in members if id in boxes], members, boxes))
            boxes.update(found)
            found[frame] = boxes[frame] = _around([boxes[id] for id in members])
    rest = [id for id in sizes if id not in boxes and (nodes[id].group is None or nodes[id].group in boxes)]
    found.update(_below(document, sizes, boxes.values(), rest, boxes))
    return Arrangement(found, {})


def _holding(document: Document, placed: Iterable[str]) -> list[str]:
    """The frames in which something has a place, each after the one it is in."""
    holding: dict[str, None] = {}
    for id in placed:
        chain = []
        group = document.nodes[id].group
        while group is not None and group not in holding:
            chain.append(group)
            group = document.nodes[group].group
        holding.update(dict.fromkeys(reversed(chain)))
    return list(holding)


def _below(
    document: Document, sizes: Sizes, standing: Iterable[Rect], ids: Iterable[str], placed: Mapping[str, Rect]
) -> dict[str, Rect]:
    """Those of these that have no place, in rows below what stands."""
    missing = _in_order(document, (id for id in ids if id not in placed))
    area = bounds_of(standing)
    rows = _rows(document, sizes, missing)
    if area is None:
        return rows
    return {id: box.moved(area.x, area.bottom + APART_PX) for id, box in rows.items()}


def _around(members: Sequence[Rect]) -> Rect:
    inside = bounds_of(members) or Rect(0.0, 0.0, *USUAL_SIZE)
    frame = inside.grown(PADDING_PX)
    return Rect(frame.x, frame.y - TITLE_PX, frame.width, frame.height + TITLE_PX)


def _rows(document: Document, sizes: Sizes, tops: list[str]) -> dict[str, Rect]:
    """These, and what is in them: sizes from the inside out, places from the outside in."""
    inside: dict[str | None, list[str]] = {None: tops}
    for frame in (frames := [None, *_open(document, sizes, tops)])[1:]:
        inside[frame] = _in_order(document, (id for id in document.indexes.members(frame) if id in sizes))
    room = dict(sizes)
    corners = {}
    for frame in reversed(frames):
        corners[frame] = packed([room[id] for id in inside[frame]], ASPECT, GAP_PX)
        if frame is not None and inside[frame]:
            held = [Rect(*corner, *room[id]) for id, corner in zip(inside[frame], corners[frame], strict=True)]
            around = _around(held)
            room[frame] = around.width, around.height
    boxes: dict[str, Rect] = {}
    for frame in frames:
        start = ORIGIN if frame is None else boxes[frame].moved(PADDING_PX, PADDING_PX + TITLE_PX)
        for id, corner in zip(inside[frame], corners[frame], strict=True):
            boxes[id] = Rect(start.x + corner.x, start.y + corner.y, *room[id])
    return boxes


def _open(document: Document, sizes: Sizes, tops: Iterable[str]) -> list[str]:
    """The groups among these and in them that are shown open, each after the one it is in."""
    frames = [id for id in tops if document.nodes[id].is_group and not document.nodes[id].folded]
    for frame in frames:
        members = (document.nodes[id] for id in document.indexes.members(frame) if id in sizes)
        frames += [node.id for node in members if node.is_group and not node.folded]
    return frames


def _in_order(document: Document, ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=lambda id: document.nodes[id].order)
