"""Each sector in rows of its own, one sector below the other in the order of the vocabulary."""

import math
from collections.abc import Mapping, Sequence

from editor.geometry import Point
from editor.layout.packing import Size, packed
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary


class Sectors:
    """In which lane every box of the top level stands: its sector's place in the vocabulary, else its parent's lane."""

    def __init__(self, document: Document, structure: Structure, vocabulary: Vocabulary) -> None:
        order = {id: place for place, id in enumerate(vocabulary.sectors)}
        nodes = document.nodes
        self.lane: dict[str, int] = {}
        self.cut: set[str] = set()
        waiting: list[tuple[str, int | None]] = [(id, None) for id in structure.roots]
        while waiting:
            id, above = waiting.pop()
            sector = vocabulary.sector_of(nodes[id].kind, nodes[id].facts.sector)
            lane = order.get(sector.id) if sector is not None else above
            if above is not None and lane != above and nodes[id].group is None:
                self.cut.add(id)
            self.lane[id] = len(order) if lane is None else lane
            waiting.extend((child, lane) for child in structure.children.get(id, ()))


def in_lanes(
    sizes: Mapping[str, Size], lane: Mapping[str, int], aspect: float, beside: float, between: float
) -> dict[str, Point]:
    """The top left corners of branches, packed lane by lane to about the same width."""
    lanes: dict[int, list[str]] = {}
    for id in sizes:
        lanes.setdefault(lane[id], []).append(id)
    width = _common_width([[sizes[id] for id in ids] for ids in lanes.values()], aspect, beside)
    corners: dict[str, Point] = {}
    y = 0.0
    for _, ids in sorted(lanes.items()):
        own = [sizes[id] for id in ids]
        area = sum((w + beside) * (h + beside) for w, h in own)
        places = packed(own, width * width / max(area, 1.0), beside)
        corners |= {id: Point(place.x, place.y + y) for id, place in zip(ids, places, strict=True)}
        y = max(corners[id].y + sizes[id][1] for id in ids) + between
    return corners


def _common_width(lanes: Sequence[Sequence[Size]], aspect: float, beside: float) -> float:
    """How wide a page of this shape is that all lanes fill, and no narrower than the widest branch."""
    area = sum((w + beside) * (h + beside) for lane in lanes for w, h in lane)
    return max([math.sqrt(area * aspect), *(w for lane in lanes for w, _ in lane)])
