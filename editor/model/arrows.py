"""Which way the lines point that don't say what they are: down to what hangs there, or up, as "reports to" does.

Kept with the document; a file that does not say may show it by its lines.
"""

from collections.abc import Collection, Iterable
from typing import Literal

import msgspec

from editor.model.records import Edge, Info

ATTRIBUTE = "lg.arrows"
"""The name of the document's attribute that holds it; without it lines point down."""
Arrows = Literal["down", "up"]


def point_up(info: Info) -> bool:
    return said(info) == "up" or (info.seems_up and said(info) is None)


def said(info: Info) -> Arrows | None:
    """What the document says of it."""
    known = info.attributes.get(ATTRIBUTE)
    return "up" if known == "up" else "down" if known == "down" else None


def with_arrows(info: Info, arrows: Arrows) -> Info:
    return msgspec.structs.replace(info, attributes={**info.attributes, ATTRIBUTE: arrows})


def as_opened(info: Info, edges: Iterable[Edge]) -> Info:
    """The same, noting without saying it in the file that the lines seem to point up."""
    seems_up = said(info) is None and seem_to_point_up(edges)
    return msgspec.structs.replace(info, seems_up=True) if seems_up else info


def as_they_seem(info: Info, edges: Iterable[Edge]) -> Info:
    """The same, saying that the lines point up where they seem to and nothing else was said."""
    return with_arrows(info, "up") if said(info) is None and seem_to_point_up(edges) else info


def chosen(info: Info, edges: Collection[Edge], arrows: Arrows | None) -> Info:
    """The same with this said, unless it goes without saying; None for as they seem."""
    seen = as_they_seem(info, edges)
    return seen if arrows is None or point_up(seen) == (arrows == "up") else with_arrows(info, arrows)


def seem_to_point_up(edges: Iterable[Edge]) -> bool:
    """Whether every box has at most one line from it, some have several to them, and none leads back to itself.

    Read downwards that would be boxes with many parents and no more than one child each, which is no organisation.
    """
    above: dict[str, str] = {}
    lines_to: dict[str, int] = {}
    for edge in edges:
        if edge.kind is not None or edge.source == edge.target:
            continue
        if edge.source in above:
            return False
        above[edge.source] = edge.target
        lines_to[edge.target] = lines_to.get(edge.target, 0) + 1
    return max(lines_to.values(), default=0) > 1 and not _has_circle(above)


def _has_circle(above: dict[str, str]) -> bool:
    free: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in free:
            if at in way:
                return True
            way[at] = None
            at = above.get(at)
        free.update(way)
    return False
