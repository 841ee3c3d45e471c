"""What is new, gone or changed between two days, drawn by more than colour: a word, a border of its own, a legend."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from editor.drawing.annotating import (
    Room,
    box_of,
    described,
    sign,
    sign_width,
    with_shapes,
    with_text_below,
)
from editor.drawing.extent import extent
from editor.drawing.nodes import Setting
from editor.drawing.outlines import polyline
from editor.drawing.shapes import Block, Box, Drawing, Path, Shape, Stroke
from editor.drawing.typography import LEGEND, Paragraph, set_at
from editor.geometry import Point, Rect, bounds_of

Difference = Literal["new", "gone", "changed"]
Differences = Mapping[str, Difference]
KINDS: tuple[Difference, ...] = ("new", "gone", "changed")
WORDS: Mapping[str, Mapping[Difference, str]] = {
    "sv": {"new": "+ ny", "gone": "− upphör", "changed": "≠ ändrad"},
    "en": {"new": "+ new", "gone": "− gone", "changed": "≠ changed"},
}
LIST = {"sv": "Vad som ändras", "en": "What changes"}
LIGHT: Mapping[Difference, str] = {"new": "#17643a", "gone": "#9a2531", "changed": "#7a4b00"}
DARK: Mapping[Difference, str] = {"new": "#63c48a", "gone": "#f08a8f", "changed": "#d9a441"}
DASHES: Mapping[Difference, tuple[float, ...]] = {"new": (), "gone": (7.0, 4.0), "changed": (2.0, 3.0)}
WIDTHS: Mapping[Difference, float] = {"new": 3.0, "gone": 2.0, "changed": 3.0}
EDGE_PX, RULE_COLOR = 24.0, "#c9cfd6"
OUT_PX, ROW_PX, SWATCH_PX = 4.0, 26.0, 30.0


def color_of(difference: Difference, setting: Setting) -> str:
    return (DARK if setting.theme.dark else LIGHT)[difference]


def word_of(difference: Difference, lang: str) -> str:
    return WORDS.get(lang, WORDS["en"])[difference]


def difference_shapes(block: Block, difference: Difference, room: Room, setting: Setting) -> list[Shape]:
    """A border around a box, and the word for it, or a sign on a line; what is gone is struck through."""
    color, word = color_of(difference, setting), word_of(difference, setting.lang)
    stroke = Stroke(color, WIDTHS[difference], DASHES[difference])
    width = sign_width(word, setting)
    if block.role == "edge":
        return sign(word[0], room.spot(block, sign_width(word[0], setting)), color, setting)
    box = box_of(block)
    shapes: list[Shape] = [Box(box.grown(OUT_PX), 7.0, None, stroke)]
    if difference == "gone":
        shapes.append(Path(polyline((Point(box.x, box.bottom), Point(box.right, box.y))), None, Stroke(color, 1.0)))
    return shapes + sign(word, Point(box.x + width / 2 + 10.0, box.y - OUT_PX), color, setting)


def with_differences(
    drawing: Drawing, differences: Differences, setting: Setting, changes: tuple[str, ...] = ()
) -> Drawing:
    """The drawing with every difference marked, a legend, and the changes in words below it."""
    blocks = {block.record: block for block in drawing.blocks if block.record in differences}
    room = Room(drawing)
    marks = {id: difference_shapes(block, differences[id], room, setting) for id, block in blocks.items()}
    said = {id: word_of(differences[id], setting.lang)[2:] for id in blocks}
    marked = described(with_shapes(_with_lines(drawing, differences, setting), marks), said)
    counts = Counter(differences[id] for id in blocks)
    with_legend = _with_legend(marked, counts, setting)
    heading = LIST.get(setting.lang, LIST["en"])
    return with_text_below(with_legend, [(heading, changes)], setting)


def _with_lines(drawing: Drawing, differences: Differences, setting: Setting) -> Drawing:
    """The lines that differ, stronger and in the colour of their difference; those that are gone are dashed."""

    def other(block: Block) -> Block:
        difference = differences.get(block.record) if block.role == "edge" else None
        if difference is None:
            return block
        return msgspec.structs.replace(block, shapes=tuple(_restroked(block.shapes, difference, setting)))

    return msgspec.structs.replace(drawing, blocks=tuple(map(other, drawing.blocks)))


def _restroked(shapes: Sequence[Shape], difference: Difference, setting: Setting) -> Iterator[Shape]:
    color, is_first = color_of(difference, setting), True
    for shape in shapes:
        stroke = shape.stroke if isinstance(shape, Path) else None
        if isinstance(shape, Path) and stroke is not None and is_first:
            dash = DASHES["gone"] if difference == "gone" else stroke.dash
            shape = msgspec.structs.replace(shape, stroke=Stroke(color, max(WIDTHS[difference], stroke.width), dash))
            is_first = False
        elif isinstance(shape, Path) and stroke is not None:
            shape = msgspec.structs.replace(shape, stroke=Stroke(color, stroke.width, stroke.dash))
        elif isinstance(shape, Path):
            shape = msgspec.structs.replace(shape, fill=color)
        yield shape


def _with_legend(drawing: Drawing, counts: Mapping[Difference, int], setting: Setting) -> Drawing:
    """Above everything: a swatch and the word for each, with how many there are."""
    content = bounds_of(block.bounds for block in drawing.blocks) or drawing.bounds
    x, y = content.x, content.y - ROW_PX - 8.0
    shapes: list[Shape] = []
    for kind in (kind for kind in KINDS if counts.get(kind)):
        color = color_of(kind, setting)
        label = f"{word_of(kind, setting.lang)} ({counts[kind]})"
        swatch = Rect(x, y, SWATCH_PX, 16.0)
        shapes.append(Box(swatch, 4.0, None, Stroke(color, WIDTHS[kind], DASHES[kind])))
        if kind == "gone":
            ends = (Point(swatch.x, swatch.bottom), Point(swatch.right, swatch.y))
            shapes.append(Path(polyline(ends), None, Stroke(color, 1.0)))
        paragraph = Paragraph((label,), LEGEND, setting.theme.text)
        shapes.append(set_at(paragraph, swatch.right + 10.0, y + 8 - paragraph.height / 2, setting.measurer))
        x = swatch.right + 10.0 + setting.measurer.width(label, LEGEND) * 1.2 + 28.0
    if not shapes:
        return drawing
    block = Block("paper", "", extent(shapes), tuple(shapes))
    bounds = drawing.bounds.united(block.bounds.grown(32.0))
    return msgspec.structs.replace(drawing, blocks=(block, *drawing.blocks), bounds=bounds)


def beside(first: Drawing, second: Drawing) -> Drawing:
    """Two drawings as one, with a line between them; the second must have been drawn to the right of the first."""
    middle = (first.bounds.right + second.bounds.x) / 2
    bounds = first.bounds.united(second.bounds)
    ends = (Point(middle, bounds.y + EDGE_PX), Point(middle, bounds.bottom - EDGE_PX))
    line = Path(polyline(ends), None, Stroke(RULE_COLOR, 1.0))
    between = Block("paper", "", extent([line]), (line,))
    return msgspec.structs.replace(first, blocks=(*first.blocks, between, *second.blocks), bounds=bounds)
