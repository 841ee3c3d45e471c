"""Parts that nothing joins, side by side in rows of about the shape of a page, in their order."""

import math
from collections.abc import Sequence

from editor.geometry import Point

Size = tuple[float, float]
TRIALS = (0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5)
"""Widths that are tried, times that of a page which the parts would fill without a gap."""


def packed(sizes: Sequence[Size], aspect: float, gap: float) -> list[Point]:
    """The top left corner of each part."""
    if not sizes:
        return []
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    widest = max(width for width, _ in sizes)
    widths = {max(widest, math.sqrt(area * aspect) * trial) for trial in TRIALS}
    return min((_shelved(sizes, width, gap) for width in sorted(widths)), key=lambda found: _cost(found, sizes, aspect))


def _shelved(sizes: Sequence[Size], room: float, gap: float) -> list[Point]:
    corners = []
    x = y = lowest = 0.0
    for width, height in sizes:
        if x and x + width > room:
            x, y = 0.0, lowest + gap
        corners.append(Point(x, y))
        x += width + gap
        lowest = max(lowest, y + height)
    return corners


def _cost(corners: Sequence[Point], sizes: Sequence[Size], aspect: float) -> float:
    right = max(corner.x + size[0] for corner, size in zip(corners, sizes, strict=True))
    bottom = max(corner.y + size[1] for corner, size in zip(corners, sizes, strict=True))
    return max(right / aspect, bottom)
