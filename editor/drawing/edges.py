"""Lines between boxes: their way, their marks at the ends, and their word beside them on a pill."""

import itertools
from collections.abc import Sequence

from editor.drawing import captions
from editor.drawing.curves import line_steps
from editor.drawing.marks import mark
from editor.drawing.nodes import Setting
from editor.drawing.shapes import Box, Path, Shape, Stroke
from editor.drawing.shapes_of_files import dash_of, style_of
from editor.drawing.theme import LEAST_BORDER_CONTRAST, contrast
from editor.drawing.typography import EDGE_LABEL, JOINT_LABEL, SLACK, Paragraph, set_at, width_of
from editor.geometry import Point, Rect
from editor.model.records import NO_LOOK, Edge
from editor.model.vocabulary import Relation
from editor.text.breaking import broken

STROKES: dict[str, tuple[float, tuple[float, ...]]] = {
    "solid": (1.5, ()),
    "dashed": (1.5, (6.0, 4.0)),
    "dotted": (1.5, (1.5, 3.5)),
    "bold": (3.0, ()),
    "thin": (1.0, ()),
}
SPREAD = 14.0
LABEL_ROOM, PILL_X, PILL_Y = 180.0, 6.0, 2.0
SHOWING = 14.0
"""How much of a line should be seen at either side of its word, marks included."""


def way(edge: Edge, source: Rect, target: Rect, rank: float = 0.0) -> tuple[Point, ...]:
    """The corners of a line from border to border. `rank` spreads lines between the same two boxes apart."""
    if edge.source == edge.target and not edge.bends:
        return _loop(source, rank)
    start = source.centre if edge.source_offset is None else source.centre.moved(*edge.source_offset)
    end = target.centre if edge.target_offset is None else target.centre.moved(*edge.target_offset)
    bends = edge.bends
    if rank and not bends:
        start, end, bends = _aside(start, end, rank)
    line = (start, *bends, end)
    return (_leaving(source, line[0], line[1]), *line[1:-1], _leaving(target, line[-1], line[-2]))


def edge_shapes(edge: Edge, line: Sequence[Point], setting: Setting) -> list[Shape]:
    relation = setting.vocabulary.relation(edge.kind) if edge.kind else None
    stroke = stroke_of(edge, relation, setting)
    shapes: list[Shape] = [Path(line_steps(edge.look.curve, line), None, stroke)]
    paper = setting.theme.paper
    shapes += mark(edge.look.source_arrow, line[0], line[1], stroke, paper)
    shapes += mark(_end_mark(edge, relation), line[-1], line[-2], stroke, paper)
    return shapes + _word(edge, relation, line, stroke, setting)


def stroke_of(edge: Edge, relation: Relation | None, setting: Setting) -> Stroke:
    look = edge.look
    width, dash = STROKES[relation.line if relation else "solid"]
    color = look.border if look.border and look.border != "none" else setting.theme.line
    if (relation or setting.theme.dark) and contrast(color, setting.theme.paper) < LEAST_BORDER_CONTRAST:
        color = setting.theme.line
    if not dash and edge.facts.status in ("planned", "proposed"):
        dash = STROKES["dashed"][1]
    if edge.facts.status == "possible":
        dash = STROKES["dotted"][1]
    return Stroke(color, look.border_width or width, dash_of(look) or dash)


def _end_mark(edge: Edge, relation: Relation | None) -> str | None:
    if edge.look.target_arrow is not None:
        return edge.look.target_arrow
    if relation is not None:
        return relation.end_mark
    return "standard" if edge.directed and edge.look == NO_LOOK else None


def _loop(rect: Rect, rank: float) -> tuple[Point, ...]:
    reach = 22.0 + abs(rank) * SPREAD
    top, side = rect.y - reach, rect.right + reach
    out = Point(rect.right - min(20.0, rect.width / 4), rect.y)
    back = Point(rect.right, rect.y + min(16.0, rect.height / 3))
    return (out, Point(out.x, top), Point(side, top), Point(side, back.y), back)


def _aside(start: Point, end: Point, rank: float) -> tuple[Point, Point, tuple[Point, ...]]:
    length = start.distance_to(end) or 1.0
    dx, dy = -(end.y - start.y) / length * rank * SPREAD, (end.x - start.x) / length * rank * SPREAD
    return start.moved(dx / 2, dy / 2), end.moved(dx / 2, dy / 2), ()


def _leaving(rect: Rect, inside: Point, outside: Point) -> Point:
    """Where the segment leaves the rectangle; its inner end where it starts outside already."""
    if not rect.contains(inside):
        return inside
    dx, dy = outside.x - inside.x, outside.y - inside.y
    reach = 1.0
    if dx:
        reach = min(reach, ((rect.right if dx > 0 else rect.x) - inside.x) / dx)
    if dy:
        reach = min(reach, ((rect.bottom if dy > 0 else rect.y) - inside.y) / dy)
    return Point(inside.x + dx * reach, inside.y + dy * reach)


def _word(
    edge: Edge, relation: Relation | None, line: Sequence[Point], stroke: Stroke, setting: Setting
) -> list[Shape]:
    texts = [captions.edge_word(edge, setting.vocabulary, setting.lang), *(label.text for label in edge.labels)]
    shown = "\n".join(part for part in texts if part.strip())
    if not shown:
        return []
    bold = relation is not None and relation.line == "bold"
    style = JOINT_LABEL if bold else EDGE_LABEL if edge.look.font_size is None else style_of(edge.look)
    lines = tuple(broken(shown, LABEL_ROOM, style, setting.measurer, 6))
    asked = stroke.color if bold else edge.look.text_color or setting.theme.secondary
    paragraph = Paragraph(lines, style, setting.theme.readable(asked, setting.theme.pill))
    width = width_of(lines, style, setting.measurer) * SLACK + 2 * PILL_X
    middle, level = _place(line, width, paragraph.height + 2 * PILL_Y)
    above = bold and level
    top = middle.y - paragraph.height - 6 if above else middle.y - paragraph.height / 2
    pill = Rect(middle.x - width / 2, top - PILL_Y, width, paragraph.height + 2 * PILL_Y)
    ground: list[Shape] = [] if above else [Box(pill, min(pill.height, 20.0) / 2, setting.theme.pill)]
    return [*ground, set_at(paragraph, middle.x, top, setting.measurer, "middle")]


def _place(line: Sequence[Point], width: float, height: float) -> tuple[Point, bool]:
    """Where the word stands, and whether on a level stretch: the first stretch that shows at both sides of the word.

    Lines that meet share their last stretch, so an earlier one is better; else the middle of the longest.
    """
    stretches = list(itertools.pairwise(line))
    for start, end in stretches:
        level = abs(end.y - start.y) < 0.5
        if start.distance_to(end) >= (width if level else height) + 2 * SHOWING:
            return _between(start, end), level
    longest = max(stretches, key=lambda stretch: stretch[0].distance_to(stretch[1]))
    return _between(*longest), abs(longest[1].y - longest[0].y) < 0.5


def _between(start: Point, end: Point) -> Point:
    return Point((start.x + end.x) / 2, (start.y + end.y) / 2)
