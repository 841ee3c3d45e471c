"""How good a layout is, in numbers: what overlaps, what runs through what, how long, how wide, how small on paper."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from editor.drawing.curves import SMOOTH, passing
from editor.drawing.extent import extent
from editor.drawing.shapes import Box, Close, Cubic, Drawing, Line, Move, Path, Shape, Text
from editor.geometry import Point, Rect, bounds_of, polyline_length, rect_between, segment_crosses
from editor.model.document import Document
from editor.model.paper import Sheet
from editor.routing.spatial import SpatialIndex

INSIDE_PX = 0.75
"""What only touches does not overlap."""
PILL_PX = 2.0
"""At least so far the pill reaches beyond the word itself."""
PT_PER_PX = 0.75
TOUCHING_PX = 0.01


class Chart(msgspec.Struct, frozen=True):
    """What is measured, in drawing pixels.

    boxes: of what is shown.  groups: for each box the frame it stands in, or None.  frames: the open ones.
    lines: the corners of each line.  pieces: the straight parts of it that are drawn.  ends: the two boxes of each.
    words: the pills of the words on lines, by line.
    page: around everything, title and legend too.  smallest_px: the smallest text.
    """

    boxes: Mapping[str, Rect]
    groups: Mapping[str, str | None]
    frames: frozenset[str]
    lines: Mapping[str, Sequence[Point]]
    pieces: Mapping[str, Sequence[tuple[Point, Point]]]
    ends: Mapping[str, tuple[str, str]]
    words: Mapping[str, Rect]
    page: Rect
    smallest_px: float


class Quality(msgspec.Struct, frozen=True):
    """overlaps: pairs of boxes on each other.  through: lines that run through a box they don't belong to.

    label_overlaps: words on a box or on each other.  words_crossed: words that lines of others run through.
    crossings: of two lines.  line_px: the length of all lines.
    aspect: width through height of the page.  smallest_pt: the smallest text where the page is fitted on the sheet.
    moved_px: how far boxes moved that should have stayed, in all (None where nothing was compared).
    """

    overlaps: int
    through: int
    label_overlaps: int
    words_crossed: int
    crossings: int
    line_px: float
    aspect: float
    smallest_pt: float
    moved_px: float | None = None


def chart_of(document: Document, drawing: Drawing) -> Chart:
    """What there is to measure of a document's drawing; what is hidden in it is left out."""
    nodes = document.nodes
    shown = {block.record for block in drawing.blocks if block.role in ("node", "group")}
    boxes = {id: box for id in shown if (box := nodes[id].box) is not None}
    drawn = {block.record: block.shapes for block in drawing.blocks if block.role == "edge"}
    words = {id: rect for id, shapes in drawn.items() if (rect := _word(shapes)) is not None}
    return Chart(
        boxes,
        {id: nodes[id].group for id in boxes},
        frozenset(id for id in boxes if nodes[id].is_group and not nodes[id].folded),
        {id: _line(shapes) for id, shapes in drawn.items()},
        {id: _pieces(shapes) for id, shapes in drawn.items()},
        {id: (document.edges[id].source, document.edges[id].target) for id in drawn},
        words,
        drawing.bounds,
        smallest_px(drawing),
    )


def smallest_px(drawing: Drawing) -> float:
    """The size of the smallest text; 0 where there is none."""
    sizes = (shape.style.size_px for block in drawing.blocks for shape in block.shapes if isinstance(shape, Text))
    return min(sizes, default=0.0)


def quality(
    chart: Chart, sheet: Sheet, before: Mapping[str, Rect] | None = None, touched: Iterable[str] = ()
) -> Quality:
    """Measure a chart on a sheet. before: where boxes stood.  touched: those that were meant to move."""
    index = _index(chart.boxes)
    return Quality(
        overlaps=sum(1 for _ in overlapping(chart, index)),
        through=sum(1 for _ in running_through(chart, index)),
        label_overlaps=_label_overlaps(chart, index),
        words_crossed=len({word for word, _ in words_crossed(chart)}),
        crossings=crossings(chart.lines),
        line_px=round(sum(polyline_length(line) for line in chart.lines.values()), 1),
        aspect=round(chart.page.width / max(chart.page.height, 1.0), 3),
        smallest_pt=round(chart.smallest_px * PT_PER_PX * fitting_scale(chart.page, sheet), 2),
        moved_px=None if before is None else _moved(before, chart.boxes, frozenset(touched)),
    )


def fitting_scale(page: Rect, sheet: Sheet) -> float:
    """How much the page is shrunk to fit the sheet; never enlarged."""
    width, height = sheet.room
    return min(1.0, width / max(page.width, 1.0), height / max(page.height, 1.0))


def overlapping(chart: Chart, index: SpatialIndex | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of boxes that share an area, neither of them being a frame that the other stands in."""
    index = index or _index(chart.boxes)
    for id, box in chart.boxes.items():
        inner = box.grown(-INSIDE_PX)
        for other in index.touching(inner):
            if id < other and inner.overlaps(chart.boxes[other]) and not _nested(chart, id, other):
                yield id, other


def running_through(chart: Chart, index: SpatialIndex | None = None) -> Iterator[tuple[str, str]]:
    """Lines with the boxes they run through; open frames, and the ends' own frames, may be crossed."""
    index = index or _index(chart.boxes)
    for id, line in chart.lines.items():
        at_ends = (
            {box for point in (line[0], line[-1]) for box in index.touching(Rect(*point, 0.0, 0.0))} if line else set()
        )
        own = at_ends | {frame for end in chart.ends[id] for frame in (end, *_frames(chart, end))}
        hit: set[str] = set()
        for one, other in itertools.pairwise(line):
            near = index.touching(rect_between(one, other)) - own - chart.frames - hit
            hit |= {box for box in near if segment_crosses(chart.boxes[box].grown(-INSIDE_PX), one, other)}
        yield from ((id, box) for box in sorted(hit))


def crossings(lines: Mapping[str, Sequence[Point]]) -> int:
    """How many times two different lines cross; running along each other, as on a shared trunk, is no crossing."""
    level, upright, slanted = _by_direction(lines)
    across = SpatialIndex()
    for number, (_, one, other) in enumerate(level):
        across.put(str(number), rect_between(one, other))
    found = 0
    for id, one, other in upright:
        inside = _shortened(rect_between(one, other))
        for beside in across.touching(inside):
            theirs = level[int(beside)]
            found += theirs[0] != id and _cross(one, other, theirs[1], theirs[2])
    return found + _crossings_of_slanted(slanted, [*level, *upright])


Stretch = tuple[str, Point, Point]


def _by_direction(lines: Mapping[str, Sequence[Point]]) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """The stretches of lines: level, upright, and others. Most are the first two, which are quicker compared."""
    level: list[Stretch] = []
    upright: list[Stretch] = []
    slanted: list[Stretch] = []
    for id, line in lines.items():
        for one, other in itertools.pairwise(line):
            kind = level if one.y == other.y else upright if one.x == other.x else slanted
            kind.append((id, one, other))
    return level, upright, slanted


def _shortened(stretch: Rect) -> Rect:
    """Without its ends, which often lie on a trunk that hundreds share, and cross nothing there."""
    cut = min(stretch.height / 2, TOUCHING_PX)
    return Rect(stretch.x, stretch.y + cut, stretch.width, stretch.height - 2 * cut)


def _crossings_of_slanted(slanted: Sequence[Stretch], straight: Sequence[Stretch]) -> int:
    if not slanted:
        return 0
    index, stretches = SpatialIndex(), [*slanted, *straight]
    for number, (_, one, other) in enumerate(stretches):
        index.put(str(number), rect_between(one, other))
    found = 0
    for number, (id, one, other) in enumerate(slanted):
        for beside in map(int, index.touching(rect_between(one, other))):
            theirs = stretches[beside]
            found += beside > number and theirs[0] != id and _cross(one, other, theirs[1], theirs[2])
    return found


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the insides of two segments cross at one point."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return 0.0 if abs(turn) < 1e-6 else turn


def _label_overlaps(chart: Chart, index: SpatialIndex) -> int:
    """Words that lie on a box that is no open frame, and pairs of words on each other."""
    found = 0
    words = _index(chart.words)
    for id, word in chart.words.items():
        inner = word.grown(-INSIDE_PX)
        found += sum(1 for box in index.touching(inner) - chart.frames if inner.overlaps(chart.boxes[box]))
        found += sum(1 for other in words.touching(inner) if id < other and inner.overlaps(chart.words[other]))
    return found


def words_crossed(chart: Chart) -> Iterator[tuple[str, str]]:
    """Words, by their line, with the other lines that are drawn through them."""
    words = _index(chart.words)
    for id, pieces in chart.pieces.items() if len(words) else ():
        for one, other in pieces:
            for word in sorted(words.touching(rect_between(one, other)) - {id}):
                if segment_crosses(chart.words[word].grown(-PILL_PX), one, other):
                    yield word, id


def _pieces(shapes: Sequence[Shape]) -> list[tuple[Point, Point]]:
    """What is drawn of a line, without its gaps; round corners as corners, other curves by points on them."""
    path = next((shape for shape in shapes if isinstance(shape, Path)), None)
    found, at = [], Point(0.0, 0.0)
    for step in () if path is None else path.steps:
        if isinstance(step, Close):
            continue
        corner = _corner(at, step) if isinstance(step, Cubic) else None
        if corner is not None:
            found += [(at, corner), (corner, step.to)]
        elif isinstance(step, Cubic):
            found += itertools.pairwise((at, *passing((Move(at), step))[1:]))
        elif not isinstance(step, Move):
            found.append((at, step.to))
        at = step.to
    return found


def _line(shapes: Sequence[Shape]) -> tuple[Point, ...]:
    """The points that a line goes through; of round corners between level and upright ones the corner itself."""
    path = next((shape for shape in shapes if isinstance(shape, Path)), None)
    points: list[Point] = []
    before: Move | Line | Cubic | None = None
    for step in () if path is None else path.steps:
        if isinstance(step, Close):
            continue
        if before is None:
            points.append(step.to)
        elif isinstance(step, Cubic):
            _turn(points, before, step)
        elif isinstance(step, Move) and len(points) > 1:
            points += [_hidden_corner(points[-2], points[-1], step.to), step.to]
        else:
            points.append(step.to)
        before = step
    return tuple(points)


def _turn(points: list[Point], before: Move | Line | Cubic, step: Cubic) -> None:
    """Go on by a curve, which begins where the step before it ends: after a round corner that is past the corner."""
    corner = _corner(before.to, step)
    if corner is None:
        curve = passing((Move(before.to), step))
        points += curve[1:] if points[-1] == before.to else curve
    elif isinstance(before, Line):
        points[-1] = corner
    else:
        points.append(corner)


def _hidden_corner(before: Point, last: Point, after: Point) -> Point:
    """Where a line turned in a gap; where it goes straight on, a point of that."""
    if before.x == last.x:
        return Point(last.x, after.y)
    return Point(after.x, last.y) if before.y == last.y else after


def _corner(start: Point, turn: Cubic) -> Point | None:
    """The corner that a curve rounds off, where it comes level and goes upright, or the other way; none if wide."""
    if max(abs(turn.to.x - start.x), abs(turn.to.y - start.y)) > SMOOTH + TOUCHING_PX:
        return None
    if start.x == turn.first.x and turn.second.y == turn.to.y:
        return Point(start.x, turn.to.y)
    if start.y == turn.first.y and turn.second.x == turn.to.x:
        return Point(turn.to.x, start.y)
    return None


def _word(shapes: Sequence[Shape]) -> Rect | None:
    """Where a line's words stand, with the pill behind them."""
    return bounds_of(
        [*(_area(s) for s in shapes if isinstance(s, Text)), *(s.rect for s in shapes if isinstance(s, Box))]
    )


def _area(text: Text) -> Rect:
    return extent([text])


def _moved(before: Mapping[str, Rect], after: Mapping[str, Rect], touched: frozenset[str]) -> float:
    same = before.keys() & after.keys() - touched
    return round(sum(Point(*before[id][:2]).distance_to(Point(*after[id][:2])) for id in same), 1)


def _nested(chart: Chart, one: str, other: str) -> bool:
    return one in _frames(chart, other) or other in _frames(chart, one)


def _frames(chart: Chart, id: str) -> list[str]:
    found: list[str] = []
    group = chart.groups.get(id)
    while group is not None:
        found.append(group)
        group = chart.groups.get(group)
    return found


def _index(rects: Mapping[str, Rect]) -> SpatialIndex:
    index = SpatialIndex()
    for id, rect in rects.items():
        index.put(id, rect)
    return index
