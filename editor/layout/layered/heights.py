"""How far apart rows stand: room for what they hold, for frames that begin or end there, and for the lines between."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.layout.layered.channels import TRACK_PX

STUB_PX = 14.0
"""From a box to the first line that runs across: room for its corner and an arrow."""
WORD_PX = 22.0
"""More room between rows where lines carry words."""


class Band(NamedTuple):
    """A row. height: of its highest box.  rise, fall: how far stacks reach beyond it, up and down.

    opening, closing: how many frames begin right above it, one in the other, and end right below.
    """

    height: float
    rise: float = 0.0
    fall: float = 0.0
    opening: int = 0
    closing: int = 0


class Heights(NamedTuple):
    """tops: where the boxes of each row begin.  across: between each row and the next, the height of each track."""

    tops: Sequence[float]
    across: Sequence[Sequence[float]]


def heights(
    bands: Sequence[Band], counts: Sequence[int], worded: Sequence[bool], between: float, pads: tuple[float, float]
) -> Heights:
    """From 0 downwards. counts, worded: between each row and the next, tracks, and whether there are words.

    pads: a frame's room above and below what is in it.
    """
    above, below = pads
    y = bands[0].opening * above
    tops, across = [], []
    for row, band in enumerate(bands):
        tops.append(y + band.rise)
        y += band.rise + band.height + band.fall + band.closing * below
        if row + 1 < len(bands):
            tracks_px = max(0, counts[row] - 1) * TRACK_PX
            room = max(between, 2 * STUB_PX + tracks_px) + (WORD_PX if worded[row] else 0.0)
            first = y + (room - tracks_px) / 2
            across.append([first + track * TRACK_PX for track in range(counts[row])])
            y += room + bands[row + 1].opening * above
    return Heights(tops, across)
