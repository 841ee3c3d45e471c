"""The few text styles of a drawing, and setting broken lines at a place.

Sizes are pixels of 1/96 inch: on an A4 that holds 1340 of them from side to side, 12.75 px are 8 points.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from editor.drawing.shapes import Text, TextLine
from editor.geometry import Point, new
from editor.text.measure import TextMeasurer, TextStyle

CAPTION = TextStyle(11.0, 600, tracking=0.5)
LEGIBLE_CAPTION = TextStyle(12.75, 600, tracking=0.3)
LEGIBLE_TAG = TextStyle(12.75, 600)
NAME = TextStyle(13.5, 600)
HOLDER = TextStyle(13.0)
TAG = TextStyle(11.0, 600)
EDGE_LABEL = TextStyle(12.75, italic=True)
JOINT_LABEL = TextStyle(12.75, 600)
TASK = TextStyle(13.0)
TAB = TextStyle(12.75, 600)
TITLE = TextStyle(22.0, 700)
SUBTITLE = TextStyle(13.5)
LEGEND = TextStyle(12.75)
SOURCE = TextStyle(12.75)
PLAIN = TextStyle(12.0)
LEADING = 1.32
HANG = "\u00a0\u00a0"
"""Before the further lines of an item in a list; other blanks at the beginning are dropped by readers of SVG."""
SLACK = 1.18
"""A reader without our font gets another, up to this much wider."""

Anchor = Literal["start", "middle", "end"]


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """Broken lines of one style and colour, not yet at a place."""

    lines: tuple[str, ...]
    style: TextStyle
    color: str

    @property
    def height(self) -> float:
        return len(self.lines) * line_height(self.style)


@lru_cache
def line_height(style: TextStyle) -> float:
    return round(style.size_px * LEADING * 2) / 2


def heights(paragraphs: Iterable[Paragraph]) -> float:
    """How high they are one below the other."""
    return sum([len(paragraph.lines) * line_height(paragraph.style) for paragraph in paragraphs])


def width_of(lines: Sequence[str], style: TextStyle, measurer: TextMeasurer) -> float:
    return max((measurer.width(line, style) for line in lines), default=0.0)


def set_at(paragraph: Paragraph, x: float, top: float, measurer: TextMeasurer, anchor: Anchor = "start") -> Text:
    """The paragraph's lines below `top`, each anchored at `x`."""
    style = paragraph.style
    metrics, step, width = measurer.metrics(style), line_height(style), measurer.width
    baseline = top + (step - metrics.ascent - metrics.descent) / 2 + metrics.ascent
    lines = []
    for index, line in enumerate(paragraph.lines):
        lines.append(TextLine(line, new(Point, (x, baseline + index * step)), width(line, style)))
    return Text(tuple(lines), style, paragraph.color, anchor)


def set_within(
    paragraph: Paragraph, left: float, width: float, top: float, measurer: TextMeasurer, align: str | None = None
) -> Text:
    """The paragraph's lines below `top`, at the left or right end of a stretch or in its middle."""
    if align == "left":
        return set_at(paragraph, left, top, measurer)
    if align == "right":
        return set_at(paragraph, left + width, top, measurer, "end")
    return set_at(paragraph, left + width / 2, top, measurer, "middle")


def stacked(
    paragraphs: Sequence[Paragraph], x: float, top: float, measurer: TextMeasurer, anchor: Anchor = "start"
) -> list[Text]:
    """Paragraphs one below the other."""
    texts = []
    for paragraph in paragraphs:
        texts.append(set_at(paragraph, x, top, measurer, anchor))
        top += paragraph.height
    return texts
