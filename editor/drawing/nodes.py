"""Boxes of elements that have a kind, and neutral boxes of those that have neither a kind nor a look of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from editor.drawing import captions
from editor.drawing.coloring import Coloring
from editor.drawing.outlines import bar
from editor.drawing.shapes import Box, Shape, Stroke
from editor.drawing.theme import Colors, Theme
from editor.drawing.typography import (
    CAPTION,
    HANG,
    HOLDER,
    LEGIBLE_CAPTION,
    LEGIBLE_TAG,
    NAME,
    SLACK,
    TAG,
    TASK,
    Paragraph,
    heights,
    set_at,
    stacked,
    width_of,
)
from editor.geometry import Rect
from editor.model.counting import COUNTED
from editor.model.document import Document
from editor.model.line_style import LineStyle
from editor.model.records import Look, Node
from editor.model.vocabulary import Kind, Sector, Vocabulary
from editor.text.breaking import broken
from editor.text.measure import TextMeasurer, TextStyle

LEAST_WIDTH, MOST_WIDTH = 152.0, 280.0
NARROW = 104.0
"""The least width where room on paper is short."""
BAR, RADIUS, BORDER = 6.0, 5.0, 1.25
PADDING_X, PADDING_Y = 11.0, 6.5
LOW_PADDING_Y = 4.0
"""Above and below the text of a box of few lines, where room on paper is short."""
GRID, FINE_GRID = 8, 2
"""Sizes are multiples of this, so that boxes of about the same size are of the same; less so where room is short."""
TAG_HEIGHT, TAG_PADDING = 16.0, 8.0
SHEET = 4.0
MOST_NAME_LINES = 8
MOST_TASKS, TASK_LINES = 6, 3
DASHES = {"planned": (5.0, 3.0), "proposed": (5.0, 3.0), "unknown": (1.5, 2.5), "possible": (1.5, 2.5)}
"""What is not yet, or not known to be, has a broken border."""


class Dress(msgspec.Struct, frozen=True):
    """What all boxes of one kind, sector and status have in common. `is_stack`: sheets are drawn behind them."""

    colors: Colors
    border: Stroke
    caption: str
    is_stack: bool


class Suit(msgspec.Struct, frozen=True):
    """What all boxes of one look have in common. fill, border: None where not painted.  ground: what words stand on."""

    fill: str | None
    border: str | None
    stroke: Stroke | None
    ground: str
    style: TextStyle
    text_color: str


@dataclass(frozen=True)
class Setting:
    """What every box is drawn with.

    legible: small text larger than usual, for small paper.  wrap_px: the widest that a box is made by itself.
    captions: whether boxes say their kind; those with a tag do in any case, beside it.
    """

    vocabulary: Vocabulary
    theme: Theme
    measurer: TextMeasurer
    lang: str
    coloring: Coloring | None = None
    named: Callable[[str], int] | None = None
    """How many of those that a set counts have boxes of their own, by the set's id."""
    legible: bool = False
    wrap_px: float | None = None
    captions: bool = True
    lines: LineStyle = "orthogonal"
    dresses: dict[tuple[str | None, ...], Dress] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Those that were needed so far: a chart of thousands of boxes has a few dozen."""
    pens: dict[tuple[object, ...], Stroke] = field(default_factory=dict, init=False, compare=False, repr=False)
    """The same for lines, by kind, status and look."""
    suits: dict[Look, Suit] = field(default_factory=dict, init=False, compare=False, repr=False)
    """And for boxes that bring a look of their own."""

    @property
    def caption(self) -> TextStyle:
        return LEGIBLE_CAPTION if self.legible else CAPTION

    @property
    def padding_y(self) -> float:
        return PADDING_Y if self.captions else LOW_PADDING_Y

    @property
    def tag(self) -> TextStyle:
        return LEGIBLE_TAG if self.legible else TAG


def named_of(node: Node, setting: Setting) -> int:
    return setting.named(node.id) if setting.named is not None and node.kind == COUNTED else 0


def sector_of(node: Node, document: Document, setting: Setting) -> Sector | None:
    """The sector of a box; of a frame that has none, the one that all of its members share."""
    own = setting.vocabulary.sector_of(node.kind, node.facts.sector)
    if own is not None or not node.is_group:
        return own
    members = (document.nodes[id] for id in document.indexes.members(node.id))
    found = [setting.vocabulary.sector_of(member.kind, member.facts.sector) for member in members]
    return found[0] if found and all(sector is found[0] for sector in found) else None


def colors_of(node: Node, setting: Setting) -> Colors:
    return dress_of(node, setting).colors


def dress_of(node: Node, setting: Setting) -> Dress:
    """Worked out once for all that are alike; where a rule colours them, which may look at anything, each time."""
    if setting.coloring is not None:
        return _dress(node, setting)
    alike = node.kind, node.facts.sector, node.facts.status
    dress = setting.dresses.get(alike)
    if dress is None:
        dress = setting.dresses[alike] = _dress(node, setting)
    return dress


def _dress(node: Node, setting: Setting) -> Dress:
    kind = setting.vocabulary.kind(node.kind)
    colors = _colors(node, setting.vocabulary.sector_of(node.kind, node.facts.sector), setting)
    border = Stroke(colors.strong, BORDER, DASHES.get(node.facts.status or "", ()))
    caption = captions.caption_of(node, setting.vocabulary, setting.lang).upper()
    return Dress(colors, border, caption, kind is not None and is_stack(kind))


def is_stack(kind: Kind) -> bool:
    """Whether sheets are drawn behind boxes of this kind."""
    return kind.look == "stack" or kind.id == COUNTED


def stacks_in(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset([COUNTED, *(kind.id for kind in vocabulary.kinds.values() if is_stack(kind))])


def frame_colors(frame: Node, document: Document, setting: Setting) -> Colors:
    return _colors(frame, sector_of(frame, document, setting), setting)


def _colors(node: Node, sector: Sector | None, setting: Setting) -> Colors:
    """By the document's own rule, else by what it is."""
    by_rule = setting.coloring.of(node) if setting.coloring is not None else None
    if by_rule is not None:
        return by_rule
    return setting.theme.ended if node.facts.status == "ended" else setting.theme.colors(sector)


def kind_size(node: Node, setting: Setting) -> tuple[float, float]:
    """The natural size of a box: its text with slack for another font, between the least and the most width."""
    room, dress = _room(node, setting), dress_of(node, setting)
    paragraphs = [*_paragraphs(node, dress, setting, room), *task_paragraphs(node, setting, room)]
    widest = max((width_of(p.lines, p.style, setting.measurer) for p in paragraphs), default=0.0)
    head = _head_width(node, dress, setting)
    most = max(_widest(setting), max(room, head) * SLACK + BAR + 2 * PADDING_X)
    width = min(most, max(_narrowest(setting), max(widest, head) * SLACK + BAR + 2 * PADDING_X))
    height = heights(paragraphs) + 2 * setting.padding_y
    grid = GRID if setting.wrap_px is None else FINE_GRID
    return float(-(-width // grid) * grid), float(-(-height // grid) * grid)


def _widest(setting: Setting) -> float:
    return max(NARROW, min(MOST_WIDTH, setting.wrap_px or MOST_WIDTH))


def _room(node: Node, setting: Setting) -> float:
    """How wide a line may be: as the paper asks, but no narrower than the longest word of the name."""
    most = (MOST_WIDTH - BAR - 2 * PADDING_X) / SLACK
    if setting.wrap_px is None:
        return most
    words = (setting.measurer.width(word, NAME) for word in captions.name_of(node).split())
    return min(most, max((_widest(setting) - BAR - 2 * PADDING_X) / SLACK, *words, 0.0))


def _narrowest(setting: Setting) -> float:
    return LEAST_WIDTH if setting.wrap_px is None else NARROW


def kind_shapes(node: Node, rect: Rect, setting: Setting) -> list[Shape]:
    dress = dress_of(node, setting)
    x, y, width, height = rect
    tint, border = dress.colors.tint, dress.border
    shapes: list[Shape] = []
    if dress.is_stack:
        shapes += [Box(rect.moved(by, by), RADIUS, tint, border) for by in (2 * SHEET, SHEET)]
    shapes.append(Box(rect, RADIUS, tint, border))
    if node.kind is not None:
        shapes.append(bar(rect, BAR, RADIUS, dress.colors.strong))
    paragraphs, high = _fitting(node, dress, height - 2.0, width - BAR - 2 * PADDING_X, setting)
    top = y + max(2.0, (height - high) / 2)
    shapes += stacked(paragraphs, x + BAR + PADDING_X, top, setting.measurer)
    return shapes + _tag(node, rect, dress.colors, setting)


def sheets_px(node: Node, setting: Setting) -> float:
    """How far the sheets behind a counted set reach beyond its box; 0 for every other box."""
    return 2 * SHEET if not node.is_group and dress_of(node, setting).is_stack else 0.0


def _paragraphs(node: Node, dress: Dress, setting: Setting, room: float) -> list[Paragraph]:
    """Caption, name, count, holders and further labels, from top to bottom."""
    theme, measurer, lang = setting.theme, setting.measurer, setting.lang
    found = []
    heading = _heading(node, dress, setting)
    if heading:
        style = setting.caption
        lines = tuple(broken(heading, room, style, measurer, 1))
        found.append(Paragraph(lines, style, dress.colors.strong))
    name = broken(captions.name_of(node), room, NAME, measurer, MOST_NAME_LINES)
    found.append(Paragraph(tuple(name), NAME, theme.text))
    if captions.says_only_its_name(node):
        return found
    below = [
        captions.count_of(node, lang, named_of(node, setting)),
        captions.frequency_of(node, lang),
        *captions.holders_of(node, lang),
    ]
    below += [label.text for label in node.labels]
    for text in below:
        if text.strip():
            found.append(Paragraph(tuple(broken(text, room, HOLDER, measurer, 3)), HOLDER, theme.secondary))
    return found


def _heading(node: Node, dress: Dress, setting: Setting) -> str:
    caption = _caption(node, dress, setting)
    if setting.coloring is None and node.facts.certainty is None:
        return caption
    value = setting.coloring.word(node, setting.lang) if setting.coloring is not None else ""
    reading = captions.reading_of(node, setting.lang).upper()
    return " · ".join([part for part in (caption, reading, value) if part])


def _caption(node: Node, dress: Dress, setting: Setting) -> str:
    return dress.caption if setting.captions or captions.tag_of(node, setting.lang) else ""


def task_paragraphs(node: Node, setting: Setting, room: float) -> list[Paragraph]:
    """Its tasks as a list with bullets, further lines hanging under the first letter."""
    if not node.facts.tasks:
        return []
    found = []
    hang = setting.measurer.width("• ", TASK)
    for task in node.facts.tasks[:MOST_TASKS]:
        first, *rest = broken(captions.task_of(task, setting.lang), room - hang, TASK, setting.measurer, TASK_LINES)
        found.append(Paragraph((f"• {first}", *(HANG + line for line in rest)), TASK, setting.theme.text))
    return found


def _fitting(node: Node, dress: Dress, height: float, width: float, setting: Setting) -> tuple[list[Paragraph], float]:
    """What stands in the box, and how high that is: with slack for another font where that fits; tasks only where all
    of them have room, or the list would seem complete."""
    slack = _paragraphs(node, dress, setting, width / SLACK)
    whole = slack + task_paragraphs(node, setting, width / SLACK)
    high = heights(whole)
    if high <= height - setting.padding_y:
        return whole, high
    tight = _paragraphs(node, dress, setting, width)
    whole = tight + task_paragraphs(node, setting, width)
    high = heights(whole)
    if high <= height:
        return whole, high
    high = heights(slack)
    return (slack, high) if high <= height - setting.padding_y else (tight, heights(tight))


def _head_width(node: Node, dress: Dress, setting: Setting) -> float:
    """How much the caption and the tag in the corner need beside each other."""
    tag = captions.tag_of(node, setting.lang)
    caption = _caption(node, dress, setting)
    width = setting.measurer.width(caption, setting.caption)
    return width + setting.measurer.width(tag, setting.tag) * SLACK + 2 * TAG_PADDING + 4 if tag else width


def _tag(node: Node, rect: Rect, colors: Colors, setting: Setting) -> list[Shape]:
    text = captions.tag_of(node, setting.lang)
    if not text:
        return []
    width = setting.measurer.width(text, setting.tag) * SLACK + 2 * TAG_PADDING
    pill = Rect(rect.right - width - 6, rect.y + 6, width, TAG_HEIGHT)
    paragraph = Paragraph((text,), setting.tag, colors.strong)
    top = pill.y + (TAG_HEIGHT - paragraph.height) / 2
    return [
        Box(pill, TAG_HEIGHT / 2, setting.theme.pill, Stroke(colors.strong, 1.0)),
        set_at(paragraph, pill.centre.x, top, setting.measurer, "middle"),
    ]
