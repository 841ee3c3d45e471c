"""Lines between boxes: their way, their marks at the ends, and their word beside them on a pill."""

import math
from collections.abc import Sequence

import msgspec

from editor.drawing import captions
from editor.drawing.courses import Course
from editor.drawing.crossings import Gap, cut
from editor.drawing.marks import mark, mark_area
from editor.drawing.nodes import Setting
from editor.drawing.shapes import Box, Path, Shape, Stroke
from editor.drawing.shapes_of_files import dash_of, style_of
from editor.drawing.spots import Spot, Word, middle_along
from editor.drawing.theme import LEAST_BORDER_CONTRAST, contrast, over
from editor.drawing.typography import EDGE_LABEL, JOINT_LABEL, SLACK, Paragraph, set_within, width_of
from editor.geometry import Point, Rect, distance_to_polyline, new
from editor.model.records import NO_LOOK, TEXT_FIELDS, Along, Edge, Label, Look
from editor.model.vocabulary import Relation
from editor.text.breaking import broken
from editor.text.measure import TextStyle

STROKES: dict[str, tuple[float, tuple[float, ...]]] = {
    "solid": (1.5, ()),
    "dashed": (1.5, (6.0, 4.0)),
    "dotted": (1.5, (1.5, 3.5)),
    "bold": (3.0, ()),
    "thin": (1.0, ()),
}
SPREAD = 14.0
LOOP, LOOP_SPREAD = 16.0, 10.0
"""How far a line from a box to itself goes out, and how much farther the next one."""
Place = tuple[float, float]
"""As of a Point. Two are worked out for every line of every picture and only thereafter become points."""
LABEL_ROOM, PILL_X, PILL_Y = 180.0, 6.0, 2.0
MOST_BESIDE_PX = 80.0
"""How far the middle of its words may be from a line, as the file puts them there."""


def way(edge: Edge, source: Rect, target: Rect, rank: float = 0.0) -> tuple[Point, ...]:
    """The corners of a line from border to border. `rank` spreads lines between the same two boxes apart."""
    if edge.source == edge.target and not edge.bends:
        return _loop(source, rank)
    start, end = _attached(source, edge.source_offset), _attached(target, edge.target_offset)
    bends = edge.bends
    if not bends:
        if rank:
            start, end = _aside(start, end, rank)
        return _leaving(source, start, end), _leaving(target, end, start)
    return (_leaving(source, start, bends[0]), *bends, _leaving(target, end, bends[-1]))


def edge_shapes(
    edge: Edge, course: Course, setting: Setting, word: tuple[Word, Spot] | None = None, gaps: Sequence[Gap] = ()
) -> list[Shape]:
    """The line without its gaps, its marks, and its word where that has its spot."""
    relation = setting.vocabulary.relation(edge.kind) if edge.kind else None
    stroke = _pen(edge, relation, setting)
    line = course.corners
    pieces = cut(line, gaps) if gaps else []
    steps = tuple(step for piece in pieces for step in course.part(edge, piece)) if pieces else course.steps(edge)
    shapes: list[Shape] = [Path(steps, None, stroke)]
    paper, begins, ends = setting.theme.paper, edge.look.source_arrow, _end_mark(edge, relation)
    if begins is not None:
        shapes += mark(begins, line[0], line[1], stroke, paper)
    if ends is not None:
        shapes += mark(ends, line[-1], line[-2], stroke, paper)
    if word is not None:
        shapes += _word_shapes(word[0].paragraph, word[1], edge.look, setting)
    for label, place in _placed(edge, line) if edge.labels else ():
        shapes += _label_shapes(label, place, line, setting)
    return shapes


def _pen(edge: Edge, relation: Relation | None, setting: Setting) -> Stroke:
    """The stroke of a line, worked out once for all lines that are alike."""
    alike = edge.kind, edge.facts.status, edge.look
    pen = setting.pens.get(alike)
    if pen is None:
        pen = setting.pens[alike] = stroke_of(edge, relation, setting)
    return pen


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


def is_main(edge: Edge, setting: Setting) -> bool:
    """Whether a line is drawn through where it crosses one that is not, as dashed ones aren't."""
    return not edge.kind or not STROKES[setting.vocabulary.relation(edge.kind).line][1]


def _end_mark(edge: Edge, relation: Relation | None) -> str | None:
    if edge.look.target_arrow is not None:
        return edge.look.target_arrow
    if relation is not None:
        return relation.end_mark
    return "standard" if edge.directed and _says_nothing_of_lines(edge.look) else None


def _says_nothing_of_lines(look: Look) -> bool:
    return look == NO_LOOK or look == msgspec.structs.replace(
        NO_LOOK, **{name: getattr(look, name) for name in TEXT_FIELDS}
    )


def _loop(rect: Rect, rank: float) -> tuple[Point, ...]:
    """Around a corner at the top: the right one, or of several also the left one; so near that the first at either
    stays in the room above a box.
    """
    sign, corner = (-1, rect.x) if rank < 0 else (1, rect.right)
    before = math.ceil(-rank) - 1 if rank < 0 else math.floor(rank)
    reach = LOOP + before * LOOP_SPREAD
    top, side = rect.y - reach, corner + sign * reach
    out = Point(corner - sign * min(20.0, rect.width / 4), rect.y)
    back = Point(corner, rect.y + min(16.0, rect.height / 3))
    return (out, Point(out.x, top), Point(side, top), Point(side, back.y), back)


def _attached(rect: Rect, offset: Point | None) -> Place:
    x, y, width, height = rect
    if offset is None:
        return x + width / 2, y + height / 2
    return x + width / 2 + offset.x, y + height / 2 + offset.y


def _aside(start: Place, end: Place, rank: float) -> tuple[Place, Place]:
    (x, y), (to_x, to_y) = start, end
    length = math.hypot(x - to_x, y - to_y) or 1.0
    dx, dy = -(to_y - y) / length * rank * SPREAD, (to_x - x) / length * rank * SPREAD
    return (x + dx / 2, y + dy / 2), (to_x + dx / 2, to_y + dy / 2)


def _leaving(rect: Rect, inside: Place, outside: Place) -> Point:
    """Where the segment leaves the rectangle; its inner end where it starts outside already."""
    left, top, width, height = rect
    x, y = inside
    right, bottom = left + width, top + height
    if not (left <= x <= right and top <= y <= bottom):
        return new(Point, (x, y))
    dx, dy = outside[0] - x, outside[1] - y
    reach = 1.0
    if dx and (across := ((right if dx > 0 else left) - x) / dx) < reach:
        reach = across
    if dy and (down := ((bottom if dy > 0 else top) - y) / dy) < reach:
        reach = down
    return new(Point, (x + dx * reach, y + dy * reach))


def says_something(edge: Edge, setting: Setting) -> bool:
    """Whether anything is written on its line; told quickly of the plain ones, of which there may be thousands."""
    if edge.kind is None and not edge.name and not edge.labels and edge.facts.certainty != "interpreted":
        return False
    if _kind_or_name(edge, setting).strip():
        return True
    return any(label.text.strip() for label in edge.labels)


def _kind_or_name(edge: Edge, setting: Setting) -> str:
    """Its name, else what kind of relation it is; that is left to the legend where boxes don't say their kind either,
    unless it is our reading.
    """
    if setting.captions or edge.name or edge.facts.certainty == "interpreted":
        return captions.edge_word(edge, setting.vocabulary, setting.lang)
    return ""


def word_on(edge: Edge, line: Sequence[Point], setting: Setting) -> Word | None:
    """What is written on a line, but what the file puts beside it, broken and measured; None where nothing is."""
    placed = [label for label, _ in _placed(edge, line)]
    others = (label.text for label in edge.labels if label not in placed and not label.look.text_hidden)
    texts = ["" if edge.look.text_hidden and edge.kind is None else _kind_or_name(edge, setting), *others]
    shown = "\n".join(part for part in texts if part.strip())
    if not shown or len(line) < 2:
        return None
    relation = setting.vocabulary.relation(edge.kind) if edge.kind else None
    joint = relation is not None and relation.line == "bold"
    style = JOINT_LABEL if joint else EDGE_LABEL if edge.look.font_size is None else style_of(edge.look)
    asked = stroke_of(edge, relation, setting).color if joint else edge.look.text_color or setting.theme.secondary
    paragraph, width, height = _written(shown, style, asked, edge.look, setting)
    marks = []
    if (edge.look.source_arrow or "none") != "none":
        marks.append(mark_area(line[0], line[1]))
    if (_end_mark(edge, relation) or "none") != "none":
        marks.append(mark_area(line[-1], line[-2]))
    return Word(paragraph, width, height, line, joint, tuple(marks), _wanted(edge, line, width, height))


def _wanted(edge: Edge, line: Sequence[Point], width: float, height: float) -> Point | None:
    """Where the file puts the words of a line, as long as that is beside it."""
    if edge.kind is not None or len(edge.labels) > len(_placed(edge, line)):
        return None
    if edge.name_along is not None:
        return middle_along(line, edge.name_along, width, height)
    return _beside(line, edge.name_at) if edge.name_at is not None else None


def _placed(edge: Edge, line: Sequence[Point]) -> list[tuple[Label, Point | Along]]:
    """The further labels that the file puts beside the line, as at its ends, and where their middle is."""
    if edge.kind is not None or not edge.labels:
        return []
    return [(label, place) for label in edge.labels if (place := _place_of(label, line)) is not None]


def _place_of(label: Label, line: Sequence[Point]) -> Point | Along | None:
    if label.along is not None or label.offset is None or label.size is None:
        return label.along
    return _beside(line, label.offset.moved(label.size.x / 2, label.size.y / 2))


def _beside(line: Sequence[Point], middle: Point) -> Point | None:
    """A place counted from where the line leaves its source, if that is near it."""
    at = line[0].moved(*middle)
    return at if distance_to_polyline(at, line) <= MOST_BESIDE_PX else None


def _label_shapes(label: Label, place: Point | Along, line: Sequence[Point], setting: Setting) -> list[Shape]:
    look = label.look
    if look.text_hidden or not label.text.strip():
        return []
    style = EDGE_LABEL if look.font_size is None else style_of(look)
    paragraph, width, height = _written(label.text, style, look.text_color or setting.theme.secondary, look, setting)
    at = middle_along(line, place, width, height) if isinstance(place, Along) else place
    return _word_shapes(paragraph, Spot(Rect(at.x - width / 2, at.y - height / 2, width, height)), look, setting)


def _written(text: str, style: TextStyle, color: str, look: Look, setting: Setting) -> tuple[Paragraph, float, float]:
    """Words of a line, broken and measured: the width and height are those of the pill behind them."""
    lines = tuple(broken(text, LABEL_ROOM, style, setting.measurer, 6))
    pill = setting.theme.pill
    ground = over(look.text_fill, pill) if look.text_fill else pill
    paragraph = Paragraph(lines, style, setting.theme.readable(color, ground))
    return paragraph, width_of(lines, style, setting.measurer) * SLACK + 2 * PILL_X, paragraph.height + 2 * PILL_Y


def _word_shapes(paragraph: Paragraph, spot: Spot, look: Look, setting: Setting) -> list[Shape]:
    """Words on their pill, or on the ground that their file gives them."""
    pill, top = spot.area, spot.area.y + PILL_Y
    wide = width_of(paragraph.lines, paragraph.style, setting.measurer) if look.align else 0.0
    text = set_within(paragraph, pill.centre.x - wide / 2, wide, top, setting.measurer, look.align)
    if look.text_fill or look.text_border:
        stroke = Stroke(look.text_border) if look.text_border else None
        return [Box(pill, 0.0, look.text_fill or setting.theme.pill, stroke), text]
    return [text] if spot.above else [Box(pill, min(pill.height, 20.0) / 2, setting.theme.pill), text]
