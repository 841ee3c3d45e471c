"""What lines join, together; clumps that nothing joins are packed beside each other."""

from collections.abc import Iterable, Mapping, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.layout.packing import packed

Clump = Mapping[str, Rect]
"""Blocks by id, as they stand to each other."""


def clumps(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The members of each in their order, in the order of their first."""
    home = {id: id for id in ids}

    def find(id: str) -> str:
        while home[id] != id:
            home[id] = home[home[id]]
            id = home[id]
        return id

    for a, b in links:
        home[find(b)] = find(a)
    found: dict[str, list[str]] = {}
    for id in home:
        found.setdefault(find(id), []).append(id)
    return list(found.values())


def beside_each_other(found: Sequence[Clump], aspect: float, gap: float) -> dict[str, Point]:
    """The top left corner of every block, once the clumps stand in rows of about this shape (width to height)."""
    bounds = [bounds_of(clump.values()) or Rect(0.0, 0.0, 0.0, 0.0) for clump in found]
    corners = packed([(area.width, area.height) for area in bounds], aspect, gap)
    return {
        id: Point(box.x - area.x + corner.x, box.y - area.y + corner.y)
        for clump, area, corner in zip(found, bounds, corners, strict=True)
        for id, box in clump.items()
    }
