"""Places at once, for a chart whose layout nobody waited for: boxes in rows, frames around what is in them."""

from collections.abc import Mapping

from editor.geometry import Point, Rect
from editor.layout.answer import Arrangement
from editor.layout.packing import packed
from editor.layout.shapes import ASPECT, GAP_PX, PADDING_PX, TITLE_PX
from editor.model.document import Document

USUAL_SIZE = (160.0, 56.0)
ORIGIN = Point(0.0, 0.0)


def in_rows(document: Document, sizes: Mapping[str, tuple[float, float]]) -> Arrangement:
    """All that `sizes` tells of, in the order of the document; lines run straight. Takes time in proportion."""
    frames = _frames(document, sizes)
    inside: dict[str | None, tuple[list[str], list[Point]]] = {}
    wide = dict(sizes)
    for frame in reversed(frames):
        members = sorted(
            (id for id in document.indexes.members(frame) if id in sizes), key=lambda id: document.nodes[id].order
        )
        room = [wide.get(id, USUAL_SIZE) for id in members]
        corners = packed(room, ASPECT, GAP_PX)
        inside[frame] = members, corners
        if frame is not None and members:
            right = max(corner.x + width for corner, (width, _) in zip(corners, room, strict=True))
            bottom = max(corner.y + height for corner, (_, height) in zip(corners, room, strict=True))
            wide[frame] = right + 2 * PADDING_PX, bottom + 2 * PADDING_PX + TITLE_PX
    boxes: dict[str, Rect] = {}
    for frame in frames:
        start = ORIGIN if frame is None else Point(boxes[frame].x + PADDING_PX, boxes[frame].y + PADDING_PX + TITLE_PX)
        for id, corner in zip(*inside[frame], strict=True):
            boxes[id] = Rect(start.x + corner.x, start.y + corner.y, *wide.get(id, USUAL_SIZE))
    return Arrangement(boxes, {})


def _frames(document: Document, sizes: Mapping[str, tuple[float, float]]) -> list[str | None]:
    """The whole chart (None) and all open groups that are shown, each after the one it is in."""
    frames: list[str | None] = [None]
    for frame in frames:
        members = (document.nodes[id] for id in document.indexes.members(frame))
        frames += [node.id for node in members if node.is_group and not node.folded and node.id in sizes]
    return frames
