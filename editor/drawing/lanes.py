"""Lanes: faint bands with the name of a sector behind its boxes, wherever no other box stands among them."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from editor.drawing.edges import way
from editor.drawing.nodes import Setting, sector_of
from editor.drawing.shapes import Box, Shape
from editor.drawing.typography import SLACK, Paragraph, set_at, width_of
from editor.geometry import Rect, bounds_of, rect_between
from editor.model.collapsing import Collapsed
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Sector, text_in

LEAST_BOXES = 2
SIDE, ABOVE, BELOW = 12.0, 28.0, 12.0
"""How far a lane reaches beyond its boxes; above them stands its name."""
TITLE_X, TITLE_Y, TITLE_GAP = 12.0, 8.0, 8.0
RADIUS = 8.0
FAINT = "59"


def lane_bands(document: Document, setting: Setting, area: Rect) -> list[tuple[Sector, Rect]]:
    """The sectors that have a lane, with their bands; none overlaps a box or band of another sector."""
    boxes = [(node.box, sector_of(node, document, setting)) for node in _outermost(document, setting) if node.box]
    sectors = {sector.id: sector for _, sector in boxes if sector is not None}
    if len(sectors) < 2:
        return []
    found: list[tuple[Sector, Rect]] = []
    for sector in sectors.values():
        own = [box for box, other in boxes if other is sector]
        foreign = [box for box, other in boxes if other is not sector and other is not None]
        foreign += [band for _, band in found]
        neutral = [box for box, other in boxes if other is None]
        band = next(_free(_candidates(own, area), foreign, neutral), None)
        if band is not None:
            found.append((sector, band))
    return found


def lane_shapes(
    bands: list[tuple[Sector, Rect]], document: Document, setting: Setting, words: Sequence[Rect] = ()
) -> list[Shape]:
    """The bands with their names, which stand clear of lines and of the words on them where there is room."""
    shapes: list[Shape] = []
    taken = [*_stretches(document), *words, *_boxes(document, setting)] if bands else []
    for sector, band in bands:
        colors = setting.theme.colors(sector)
        title = Paragraph((text_in(sector.label, setting.lang).upper(),), setting.caption, colors.strong)
        width = width_of(title.lines, setting.caption, setting.measurer) * SLACK
        x, y = _title_corner(band, width, title.height, taken)
        shapes.append(Box(band, RADIUS, colors.tint + FAINT))
        shapes.append(set_at(title, x, y, setting.measurer))
    return shapes


def _title_corner(band: Rect, width: float, height: float, taken: Sequence[Rect]) -> tuple[float, float]:
    """At the top or else at the bottom of a lane, as far to the left as nothing stands there."""
    left, last = band.x + TITLE_X, band.right - TITLE_X - width
    top = band.y + TITLE_Y
    for y in (top, band.bottom - TITLE_Y - height):
        row = Rect(band.x, y, band.width, height)
        near = [rect for rect in taken if row.touches(rect)]
        x = left
        while x <= last:
            room = Rect(x - TITLE_GAP, y, width + 2 * TITLE_GAP, height)
            through = [rect.right for rect in near if room.touches(rect)]
            if not through:
                return x, y
            x = max(through) + TITLE_GAP + 1.0
    return left, top


def _boxes(document: Document, setting: Setting) -> Iterator[Rect]:
    return (node.box for node in _outermost(document, setting) if node.box is not None)


def _stretches(document: Document) -> Iterator[Rect]:
    """The straight pieces of all lines."""
    for edge in document.edges.values():
        source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
        if source is not None and target is not None:
            yield from (rect_between(*ends) for ends in itertools.pairwise(way(edge, source, target)))


def _outermost(document: Document, setting: Setting) -> Iterator[Node]:
    """All that is shown and stands in no frame."""
    hidden = Collapsed(document, setting.vocabulary).hidden
    return (node for node in document.nodes.values() if node.group is None and node.id not in hidden)


def _candidates(boxes: list[Rect], area: Rect) -> Iterator[Rect]:
    """From side to side, from top to bottom, or only around its own boxes."""
    own = bounds_of(boxes)
    if own is None or len(boxes) < LEAST_BOXES:
        return
    left, top = min(area.x, own.x), min(area.y, own.y)
    right, bottom = max(area.right, own.right), max(area.bottom, own.bottom)
    yield _padded(Rect(left, own.y, right - left, own.height))
    yield _padded(Rect(own.x, top, own.width, bottom - top))
    yield _padded(own)


def _padded(rect: Rect) -> Rect:
    return Rect(rect.x - SIDE, rect.y - ABOVE, rect.width + 2 * SIDE, rect.height + ABOVE + BELOW)


def _free(candidates: Iterable[Rect], foreign: list[Rect], neutral: list[Rect]) -> Iterator[Rect]:
    """Those that no box of another sector touches, and that no box without a sector sticks out of."""
    for band in candidates:
        inside = (box for box in neutral if band.overlaps(box))
        if not any(band.overlaps(box) for box in foreign) and all(band.encloses(box) for box in inside):
            yield band
