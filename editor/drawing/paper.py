"""What stands around the chart on paper: lanes behind it, title, subtitle, legend and source line."""

from collections.abc import Sequence

from editor.drawing import captions
from editor.drawing.edges import STROKES
from editor.drawing.extent import extent
from editor.drawing.lanes import lane_bands, lane_shapes
from editor.drawing.marks import mark
from editor.drawing.nodes import DASHES, Setting
from editor.drawing.outlines import bar, polyline
from editor.drawing.shapes import Block, Box, Path, Shape, Stroke
from editor.drawing.typography import LEGEND, SOURCE, SUBTITLE, TITLE, Paragraph, set_at, stacked
from editor.geometry import Point, Rect, bounds_of
from editor.model.document import Document
from editor.model.vocabulary import text_in
from editor.text.breaking import broken

LEAST_WIDTH = 480.0
GAP, ROW = 16.0, 24.0
SWATCH = (26.0, 16.0)
STATES = ("planned", "proposed", "unknown", "ended")


def furniture(document: Document, setting: Setting, area: Rect, words: Sequence[Rect] = ()) -> tuple[Block, ...]:
    """Blocks behind, above and below the area of the chart, from back to front. words: those on lines."""
    bands = lane_bands(document, setting, area)
    whole = bounds_of((area, *(band for _, band in bands))) or area
    wide = Rect(whole.x, whole.y, max(whole.width, LEAST_WIDTH), whole.height)
    parts = (
        lane_shapes(bands, document, setting, words),
        _heading(document, setting, wide),
        _footing(document, setting, wide),
    )
    return tuple(Block("paper", "", extent(shapes), tuple(shapes)) for shapes in parts if shapes)


def _heading(document: Document, setting: Setting, area: Rect) -> list[Shape]:
    info, measurer, theme = document.info, setting.measurer, setting.theme
    parts = [
        Paragraph(tuple(broken(text, area.width, style, measurer, 3)), style, color)
        for text, style, color in ((info.title, TITLE, theme.text), (info.subtitle, SUBTITLE, theme.secondary))
        if text.strip()
    ]
    height = sum(part.height for part in parts)
    return list(stacked(parts, area.x, area.y - GAP - height, measurer))


def _footing(document: Document, setting: Setting, area: Rect) -> list[Shape]:
    legend = _legend(document, setting, area)
    line = document.info.source_line.strip()
    if not legend and not line:
        return []
    y = area.bottom + 24.0
    hairline = Path(polyline((Point(area.x, y), Point(area.right, y))), None, Stroke(setting.theme.hairline, 1.0))
    shapes: list[Shape] = [hairline, *legend]
    if line:
        top = (extent(legend).bottom if legend else y) + 12
        lines = tuple(broken(line, area.width, SOURCE, setting.measurer, 4))
        shapes.append(set_at(Paragraph(lines, SOURCE, setting.theme.secondary), area.x, top, setting.measurer))
    return shapes


def _legend(document: Document, setting: Setting, area: Rect) -> list[Shape]:
    """A swatch and a word for each sector and each relation beside the tree that occurs, row by row."""
    x, y = area.x, area.bottom + 40.0
    shapes: list[Shape] = []
    for swatch, label in _entries(document, setting):
        width = SWATCH[0] + 10 + setting.measurer.width(label, LEGEND) * 1.1 + 24
        if x + width > area.right and x > area.x:
            x, y = area.x, y + ROW
        shapes += _swatch(swatch, Rect(x, y, *SWATCH), setting)
        paragraph = Paragraph((label,), LEGEND, setting.theme.text)
        shapes.append(set_at(paragraph, x + SWATCH[0] + 10, y + 8 - paragraph.height / 2, setting.measurer))
        x += width
    return shapes


def _entries(document: Document, setting: Setting) -> list[tuple[str, str]]:
    vocabulary, lang = setting.vocabulary, setting.lang
    sectors = (vocabulary.sector_of(node.kind, node.facts.sector) for node in document.nodes.values())
    used = {sector.id for sector in sectors if sector is not None}
    if setting.coloring is not None:
        used = set()
    found = [(f"sector {id}", text_in(sector.label, lang)) for id, sector in vocabulary.sectors.items() if id in used]
    if setting.coloring is not None:
        found += [(f"value {value}", words) for value, words in setting.coloring.legend(lang)]
    found += _relations(document, setting)
    if any(node.kind == "counted_set" for node in document.nodes.values()):
        found.append(("stack ", captions.word("several", lang)))
    states = {node.facts.status for node in document.nodes.values() if node.kind is not None}
    found += [(f"state {state}", captions.word(state, lang)) for state in STATES if state in states]
    return found


def _relations(document: Document, setting: Setting) -> list[tuple[str, str]]:
    """Relations that differ from a plain line; those that look the same share a swatch."""
    kinds = {edge.kind for edge in document.edges.values()}
    alike: dict[tuple[str, str], list[str]] = {}
    for id, relation in setting.vocabulary.relations.items():
        if id in kinds and relation.line != "solid":
            alike.setdefault((relation.line, relation.end_mark), []).append(id)
    labels = {id: text_in(relation.label, setting.lang) for id, relation in setting.vocabulary.relations.items()}
    return [(f"relation {ids[0]}", ", ".join(labels[id] for id in ids)) for ids in alike.values()]


def _swatch(what: str, rect: Rect, setting: Setting) -> list[Shape]:
    sort, _, id = what.partition(" ")
    if sort == "relation":
        return _line_swatch(id, rect, setting)
    if sort == "value" and setting.coloring is not None:
        colors = setting.coloring.colors[id]
        return [Box(rect, 4.0, colors.tint, Stroke(colors.strong, 1.25)), bar(rect, 6.0, 4.0, colors.strong)]
    colors = setting.theme.ended if id == "ended" else setting.theme.colors(setting.vocabulary.sectors.get(id))
    stroke = Stroke(colors.strong, 1.25, DASHES.get(id, ()))
    if sort == "state":
        return [Box(rect, 4.0, colors.tint, stroke)]
    if sort == "stack":
        return [Box(rect.moved(by, by - 2), 4.0, colors.tint, stroke) for by in (3.0, 0.0)]
    return [Box(rect, 4.0, colors.tint, stroke), bar(rect, 6.0, 4.0, colors.strong)]


def _line_swatch(id: str, rect: Rect, setting: Setting) -> list[Shape]:
    """A relation's line with the mark at its end, which tells it from others with the same dashes."""
    relation = setting.vocabulary.relations[id]
    width, dash = STROKES[relation.line]
    start, end = Point(rect.x, rect.centre.y), Point(rect.right, rect.centre.y)
    stroke = Stroke(setting.theme.line, width, dash)
    return [
        Path(polyline((start, end)), None, stroke),
        *mark(relation.end_mark, end, start, stroke, setting.theme.paper),
    ]
