"""What a selected line can be taken by: its two ends, its corners, and the middle of each stretch."""

import itertools
from typing import Literal

import msgspec

from editor.geometry import Point
from editor.model.records import Edge
from editor.tools.editor import Editor

GRIP_PX = 9.0
"""How far from its middle, on the screen, a grip can be taken."""
LEAST_STRETCH_PX = 36.0
"""Shorter stretches show no grip in the middle."""
What = Literal["source", "target", "bend", "middle"]


class Grip(msgspec.Struct, frozen=True):
    """at: in drawing coordinates.  index: which bend it is, or before which bend a new one would stand."""

    what: What
    at: Point
    index: int = 0


def grips_of(editor: Editor, edge: Edge, scale: float) -> list[Grip]:
    """The grips of a line as it is drawn; none where it has no place."""
    line = editor.line_of(edge)
    if len(line) < 2:
        return []
    grips = [Grip("source", line[0]), Grip("target", line[-1])]
    grips += [Grip("bend", point, index) for index, point in enumerate(edge.bends)]
    for index, (one, other) in enumerate(itertools.pairwise(line)):
        if one.distance_to(other) * scale >= LEAST_STRETCH_PX:
            grips.append(Grip("middle", Point((one.x + other.x) / 2, (one.y + other.y) / 2), index))
    return grips


def selected_line(editor: Editor) -> Edge | None:
    """The one line that is selected, and nothing else."""
    ids = editor.selection.ids
    return editor.document.edges.get(next(iter(ids))) if len(ids) == 1 else None


def grip_at(editor: Editor, point: Point, scale: float) -> Grip | None:
    """The grip of the selected line that a pointer takes: ends before corners before middles."""
    edge = selected_line(editor)
    if edge is None or not editor.picture.shows(edge.id):
        return None
    order = {"source": 0, "target": 0, "bend": 1, "middle": 2}
    near = [grip for grip in grips_of(editor, edge, scale) if grip.at.distance_to(point) * scale <= GRIP_PX]
    return min(near, key=lambda grip: (order[grip.what], grip.at.distance_to(point)), default=None)
