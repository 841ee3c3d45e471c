"""What boxes and frames take of the rows."""

from typing import NamedTuple

from editor.geometry import Rect
from editor.layout.layered.parts import Parts
from editor.layout.layered.ranking import Rows
from editor.layout.shapes import Spacing


class Span(NamedTuple):
    """From the left to the right of something in a row."""

    left: float
    right: float


def span_of(part: str, parts: Parts, rows: Rows) -> Span:
    half = parts.sizes[part][0] / 2
    return Span(rows.x[part] - half, rows.x[part] + half)


def frame_spans(parts: Parts, rows: Rows, spacing: Spacing) -> dict[str, tuple[range, Span]]:
    """By frame, the rows it reaches over and how wide it is."""
    held: dict[str, Rect] = {}
    for row, those in enumerate(rows.parts):
        for part in those:
            left, right = span_of(part, parts, rows)
            for frame in parts.around(part):
                left, right = left - spacing.pad[0], right + spacing.pad[2]
                area = Rect(left, row, right - left, 1.0)
                held[frame] = held[frame].united(area) if frame in held else area
    return {frame: (range(round(area.y), round(area.bottom)), Span(area.x, area.right)) for frame, area in held.items()}
