"""What is put on a finished drawing: signs at boxes and lines, and text in columns below the chart."""

import itertools
from collections.abc import Mapping, Sequence

import msgspec

from editor.drawing.extent import extent
from editor.drawing.nodes import Setting
from editor.drawing.outlines import polyline
from editor.drawing.shapes import Block, Box, Drawing, Line, Move, Path, Shape, Stroke, Text
from editor.drawing.typography import SLACK, SOURCE, TAG, Paragraph, line_height, set_at, stacked
from editor.geometry import Point, Rect, bounds_of
from editor.routing.spatial import SpatialIndex
from editor.text.breaking import broken
from editor.text.measure import TextStyle

HEADING = TextStyle(12.75, 600)
COLUMN_PX, COLUMN_GAP = 420.0, 32.0
ITEM_GAP = 4.0
MARGIN = 40.0
SIGN_HEIGHT, SIGN_PADDING = 16.0, 5.0


def with_shapes(drawing: Drawing, more: Mapping[str, Sequence[Shape]]) -> Drawing:
    """The drawing with more shapes on the blocks of some records; its bounds grow if they must."""
    blocks = []
    for block in drawing.blocks:
        shapes = more.get(block.record) if block.record else None
        if shapes:
            bounds = block.bounds.united(extent(shapes))
            block = msgspec.structs.replace(block, shapes=(*block.shapes, *shapes), bounds=bounds)
        blocks.append(block)
    around = bounds_of(block.bounds for block in blocks) or drawing.bounds
    return msgspec.structs.replace(drawing, blocks=tuple(blocks), bounds=drawing.bounds.united(around.grown(8.0)))


def described(drawing: Drawing, words: Mapping[str, str]) -> Drawing:
    """The drawing with more said of some records to those who can't see it."""
    blocks = tuple(
        msgspec.structs.replace(block, desc="; ".join(filter(None, (block.desc, words[block.record]))))
        if block.record in words
        else block
        for block in drawing.blocks
    )
    return msgspec.structs.replace(drawing, blocks=blocks)


def sign(text: str, middle: Point, color: str, setting: Setting) -> list[Shape]:
    """A few letters on a small pill around a point."""
    width = setting.measurer.width(text, TAG) * SLACK + 2 * SIGN_PADDING
    pill = Rect(middle.x - width / 2, middle.y - SIGN_HEIGHT / 2, width, SIGN_HEIGHT)
    paragraph = Paragraph((text,), TAG, color)
    top = pill.y + (SIGN_HEIGHT - paragraph.height) / 2
    ground = Box(pill, SIGN_HEIGHT / 2, setting.theme.pill, Stroke(color, 1.0))
    return [ground, set_at(paragraph, middle.x, top, setting.measurer, "middle")]


def sign_width(text: str, setting: Setting) -> float:
    return setting.measurer.width(text, TAG) * SLACK + 2 * SIGN_PADDING


class Room:
    """What is taken on a drawing by boxes and by the signs put on lines so far."""

    def __init__(self, drawing: Drawing) -> None:
        self._taken = SpatialIndex()
        for block in drawing.blocks:
            if block.role == "node":
                self._taken.put(block.record, box_of(block))

    def spot(self, block: Block, width: float) -> Point:
        """Where a sign of this width stands at a line, clear of boxes and other signs if there is such a place:
        beside its word, else on the middle of its longest part."""
        spots = [*_beside_word(block, width), *_on_parts(block)] or [block.bounds.centre]
        clear = (spot for spot in spots if not any(True for _ in self._taken.touching(_area(spot, width))))
        chosen = next(clear, spots[0])
        self._taken.put(f"sign {block.record}", _area(chosen, width))
        return chosen


def _area(middle: Point, width: float) -> Rect:
    return Rect(middle.x - width / 2, middle.y - SIGN_HEIGHT / 2, width, SIGN_HEIGHT).grown(1.0)


def _beside_word(block: Block, width: float) -> list[Point]:
    texts = [shape for shape in block.shapes if isinstance(shape, Text)]
    if not texts:
        return []
    area = extent(texts)
    aside, above = width / 2 + 6.0, SIGN_HEIGHT / 2 + 2.0
    return [
        Point(area.right + aside, area.centre.y),
        Point(area.x - aside, area.centre.y),
        Point(area.centre.x, area.bottom + above),
        Point(area.centre.x, area.y - above),
    ]


def _on_parts(block: Block) -> list[Point]:
    """On each straight part of a line, the longest first: its middle, then towards its ends."""
    parts = sorted(itertools.pairwise(line_of(block)), key=lambda part: -part[0].distance_to(part[1]))
    return [
        Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        for start, end in parts
        for share in (0.5, 0.35, 0.65, 0.2, 0.8)
    ]


def line_of(block: Block) -> list[Point]:
    """The corners of the line that a block of a relation draws."""
    paths = (shape for shape in block.shapes if isinstance(shape, Path))
    first = next(paths, None)
    return [step.to for step in first.steps if isinstance(step, Move | Line)] if first is not None else []


def box_of(block: Block) -> Rect:
    """The box that a block of an element draws: its largest, of a stack of sheets the front one."""
    boxes = [shape.rect for shape in block.shapes if isinstance(shape, Box)]
    if not boxes:
        return block.bounds
    largest = max(box.width * box.height for box in boxes)
    return min((box for box in boxes if box.width * box.height >= 0.98 * largest), key=lambda box: (box.y, box.x))


def with_text_below(drawing: Drawing, sections: Sequence[tuple[str, Sequence[str]]], setting: Setting) -> Drawing:
    """The drawing with headings and items below it, in as many columns as it is wide enough for."""
    sections = [(heading, items) for heading, items in sections if items]
    if not sections:
        return drawing
    content = bounds_of(block.bounds for block in drawing.blocks) or drawing.bounds
    y = content.bottom + 20.0
    hairline = Path(polyline((Point(content.x, y), Point(content.right, y))), None, Stroke(setting.theme.hairline, 1.0))
    shapes: list[Shape] = [hairline]
    y += 14.0
    for heading, items in sections:
        shapes.append(set_at(Paragraph((heading,), HEADING, setting.theme.text), content.x, y, setting.measurer))
        columns = _columns(items, Rect(content.x, y + line_height(HEADING) + ITEM_GAP, content.width, 0.0), setting)
        shapes += columns
        y = extent(columns).bottom + 14.0
    block = Block("paper", "", extent(shapes), tuple(shapes))
    bounds = drawing.bounds.united(block.bounds.grown(MARGIN))
    return msgspec.structs.replace(drawing, blocks=(*drawing.blocks, block), bounds=bounds)


def _columns(items: Sequence[str], area: Rect, setting: Setting) -> list[Text]:
    """Items from the top of an area down, then beside that; none is cut, and the columns are about equally high."""
    count = max(1, min(len(items), int((area.width + COLUMN_GAP) // (COLUMN_PX + COLUMN_GAP))))
    width = (area.width - (count - 1) * COLUMN_GAP) / count
    paragraphs = [
        Paragraph(tuple(broken(item, width, SOURCE, setting.measurer, 99)), SOURCE, setting.theme.text)
        for item in items
    ]
    wanted = sum(paragraph.height + ITEM_GAP for paragraph in paragraphs) / count
    texts: list[Text] = []
    column, y = 0, area.y
    for paragraph in paragraphs:
        if y - area.y + paragraph.height / 2 > wanted and column < count - 1:
            column, y = column + 1, area.y
        x = area.x + column * (width + COLUMN_GAP)
        texts += stacked([paragraph], x, y, setting.measurer)
        y += paragraph.height + ITEM_GAP
    return texts
