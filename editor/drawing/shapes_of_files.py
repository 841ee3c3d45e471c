"""Nodes that bring a look of their own: the file's shape, colours, fonts, labels and pictures."""

from collections.abc import Mapping

from editor.drawing import captions
from editor.drawing.extent import extent
from editor.drawing.nodes import Setting, Suit
from editor.drawing.outlines import outline, polyline
from editor.drawing.pictures import embedded
from editor.drawing.shapes import Box, Image, Path, Shape, Stroke, Text
from editor.drawing.theme import INK, Theme, over
from editor.drawing.typography import SLACK, Anchor, Paragraph, line_height, set_at, set_within, width_of
from editor.geometry import Point, Rect
from editor.model.records import NO_LOOK, Label, Look, Node
from editor.text.breaking import MOST_LETTERS, broken
from editor.text.measure import TextStyle

DASHES = {"dashed": (6.0, 4.0), "dotted": (1.5, 3.0), "dashed_dotted": (6.0, 3.0, 1.5, 3.0)}
DEFAULT_SIZE_PX = 12.0
LEAST_SIZE, MOST_WIDTH = (48.0, 30.0), 280.0
TOP_PX = SIDE_PX = 4.0
GROUND_PX = 1.5
"""Around words that bring their own ground."""
ANCHORS: Mapping[float, Anchor] = {0.0: "start", 0.5: "middle", 1.0: "end"}
LAST_KNOWN_LETTER = "\u052f"
"""Latin, Greek and Cyrillic come before it; other scripts may be set in typefaces with wider letters."""
LAST_LATIN_LETTER = "\u017f"
"""Of the alphabets of Europe in Latin letters; none of them is wider than high in any style (there is a test)."""


def own_look(node: Node) -> bool:
    return node.kind is None and (node.look != NO_LOOK or node.name_spot is not None)


def file_size(node: Node, setting: Setting) -> tuple[float, float]:
    if node.box is not None:
        return node.box.width, node.box.height
    style = style_of(node.look)
    lines = broken(captions.name_of(node), MOST_WIDTH / SLACK, style, setting.measurer)
    width = width_of(lines, style, setting.measurer) * SLACK + 16
    return max(LEAST_SIZE[0], width), max(LEAST_SIZE[1], len(lines) * line_height(style) + 12)


def file_shapes(node: Node, rect: Rect, setting: Setting, with_words: bool = True) -> list[Shape]:
    look, suit = node.look, suit_of(node.look, setting)
    picture = _picture(look.image, rect)
    shapes: list[Shape] = [picture] if picture else [outline(look.shape, rect, suit.fill, suit.stroke)]
    if not with_words:
        return shapes
    if look.compartments:
        shapes += _compartments(node, rect, suit, setting)
    elif node.name and not node.name.isspace() and not look.text_hidden:
        shapes += _name(node, rect, suit, setting)
    for label in node.labels:
        shapes += label_shapes(label, rect, suit.ground, setting)
    return shapes


def _name(node: Node, rect: Rect, suit: Suit, setting: Setting) -> list[Shape]:
    """The name where the file puts it."""
    if node.name_spot is not None:
        return _at_spot(Label(node.name, look=node.look, spot=node.name_spot), suit, rect, setting)
    if node.labels and _is_topped(node, rect):
        return top_label(Label(node.name, look=node.look), rect, suit.ground, setting)
    return _grounded(_in_middle(node.name, node.look, suit, rect, setting), node.look)


def suit_of(look: Look, setting: Setting) -> Suit:
    """Worked out once for all boxes of this look."""
    suit = setting.suits.get(look)
    if suit is None:
        suit = setting.suits[look] = _suit(look, setting.theme)
    return suit


def _suit(look: Look, theme: Theme) -> Suit:
    fill, border = _painted(look.fill, theme.neutral.tint), _painted(look.border, theme.line)
    stroke = Stroke(border, max(0.5, look.border_width or 1.0), dash_of(look)) if border else None
    ground = theme.paper if embedded(look.image) or fill is None else theme.over_paper(fill)
    return Suit(fill, border, stroke, ground, style_of(look), _ink(look, ground, theme))


def _ink(look: Look, ground: str, theme: Theme) -> str:
    """The colour of words on a ground, or on the one that they bring themselves."""
    return theme.readable(look.text_color, over(look.text_fill, ground) if look.text_fill else ground)


def top_label(label: Label, rect: Rect, ground: str, setting: Setting) -> list[Shape]:
    """A label at the upper end, in its middle or where its lines are to begin or end."""
    if label.look.text_hidden:
        return []
    style = style_of(label.look)
    room = max(rect.width - 2 * SIDE_PX, 24.0)
    lines = tuple(broken(label.text.strip(), room, style, setting.measurer, 3))
    paragraph = Paragraph(lines, style, _ink(label.look, ground, setting.theme))
    left = rect.centre.x - room / 2
    return [set_within(paragraph, left, room, rect.y + TOP_PX, setting.measurer, label.look.align)]


def _is_topped(node: Node, rect: Rect) -> bool:
    """Whether a further label stands where the name would, as the attributes of an entity do."""
    return any(_covers_middle(label, rect) for label in node.labels)


def _covers_middle(label: Label, rect: Rect) -> bool:
    if label.offset is None or label.size is None:
        return False
    return label.offset.y - TOP_PX < rect.height / 2 < label.offset.y + label.size.y + TOP_PX


def _compartments(node: Node, rect: Rect, suit: Suit, setting: Setting) -> list[Shape]:
    """A class: its name, and below a line each what it lists, as far as there is room."""
    shapes = top_label(Label(node.name or " ", look=node.look), rect, suit.ground, setting)
    style, top = style_of(NO_LOOK), extent(shapes).bottom + TOP_PX
    for text in node.look.compartments:
        most = int((rect.bottom - top - TOP_PX) // line_height(style))
        if most < 1:
            break
        line = Path(polyline((Point(rect.x, top), Point(rect.right, top))), None, Stroke(suit.border or INK))
        lines = tuple(broken(text, max(rect.width - 8, 24.0), style, setting.measurer, most))
        paragraph = Paragraph(lines, style, setting.theme.readable(None, suit.ground))
        shapes += [line, set_at(paragraph, rect.x + 4, top + TOP_PX / 2, setting.measurer)]
        top += paragraph.height + 2 * TOP_PX
    return shapes


def words_stay_inside(node: Node, rect: Rect) -> bool:
    """Whether its words certainly stand within its box, told without measuring: no letter is wider than high."""
    if node.labels or node.look.compartments or not node.name.strip():
        return not (node.labels or node.look.compartments)
    if node.name_spot is not None:
        return False
    if max(node.name) > LAST_KNOWN_LETTER:
        return False
    size, step = style_of(node.look).size_px, line_height(style_of(node.look))
    room, most = rect.width - 8, (rect.height - 2) // step
    text = node.name.strip()
    if most < 2:
        return most == 1 and "\n" not in text and len(text) * size <= room
    return max(len(word) for word in text.split()) * size <= room


def label_shapes(label: Label, rect: Rect, ground: str, setting: Setting) -> list[Shape]:
    """A label where the file puts it, else in the middle."""
    look = label.look
    if look.text_hidden or not label.text.strip():
        return []
    suit = Suit(None, None, None, ground, style_of(look), _ink(look, ground, setting.theme))
    if label.spot is not None:
        return _at_spot(label, suit, rect, setting)
    if label.offset is None:
        return _grounded(_in_middle(label.text, look, suit, rect, setting), look)
    lines = tuple(broken(label.text, max(rect.width * 3, MOST_WIDTH), suit.style, setting.measurer))
    wide = width_of(lines, suit.style, setting.measurer) if len(lines) > 1 and look.align != "left" else 0.0
    left, top = rect.x + label.offset.x, rect.y + label.offset.y
    paragraph, align = Paragraph(lines, suit.style, suit.text_color), look.align if wide else "left"
    return _grounded(set_within(paragraph, left, wide, top, setting.measurer, align), look)


def _at_spot(label: Label, suit: Suit, rect: Rect, setting: Setting) -> list[Shape]:
    """A label at the box or beside it; lines are centred on each other unless the file says otherwise."""
    spot, look, style, theme = label.spot, label.look, suit.style, setting.theme
    assert spot is not None
    room = max(rect.width - 2 * SIDE_PX, 24.0) if spot.is_wide else max(rect.width * 3, MOST_WIDTH)
    lines = tuple(broken(label.text.strip(), room, style, setting.measurer))
    is_inside = spot.of_box == spot.of_text
    paragraph = Paragraph(lines, style, suit.text_color if is_inside else _ink(look, theme.paper, theme))
    x = rect.x + spot.of_box.x * rect.width + spot.off.x
    top = rect.y + spot.of_box.y * rect.height + spot.off.y - spot.of_text.y * paragraph.height
    anchor = ANCHORS.get(spot.of_text.x)
    if len(lines) == 1 and anchor is not None:
        text = set_at(paragraph, x, top, setting.measurer, anchor)
    else:
        wide = width_of(lines, style, setting.measurer)
        text = set_within(paragraph, x - spot.of_text.x * wide, wide, top, setting.measurer, look.align)
    return _grounded(text, look, rect if spot.is_wide else None)


def _grounded(text: Text, look: Look, across: Rect | None = None) -> list[Shape]:
    """Words with the ground that the file gives them, as wide as their box where that is said, and the line around."""
    if look.text_fill is None and look.text_border is None:
        return [text]
    stroke = Stroke(look.text_border) if look.text_border else None
    area = extent([text]).grown(GROUND_PX)
    if across is not None:
        area = Rect(across.x, area.y, across.width, area.height)
    return [Box(area, 0.0, look.text_fill, stroke), text]


def _in_middle(text: str, look: Look, suit: Suit, rect: Rect, setting: Setting) -> Text:
    x, y, width, height = rect
    style = suit.style
    step = line_height(style)
    room = _room_for(text, max(width - 8, 24.0), style, setting)
    lines = tuple(broken(text.strip(), room, style, setting.measurer, max(int(height // step), 2)))
    paragraph = Paragraph(lines, style, suit.text_color)
    top = y + height / 2 - len(lines) * step / 2
    wide = width_of(lines, style, setting.measurer) if look.align is not None else 0.0
    return set_within(paragraph, x + width / 2 - wide / 2, wide, top, setting.measurer, look.align)


def _room_for(text: str, inside: float, style: TextStyle, setting: Setting) -> float:
    """How wide lines may be: programs that write such files let a word stand out at both sides rather than cut it."""
    words = text[:MOST_LETTERS].split()
    if max(map(len, words), default=0) * style.size_px <= inside and max(text, default="") <= LAST_LATIN_LETTER:
        return inside  # no letter is wider than high
    longest = max((setting.measurer.width(word, style) for word in words), default=0.0)
    return max(inside, min(longest, 2 * MOST_WIDTH))


def style_of(look: Look) -> TextStyle:
    size = min(max(look.font_size or DEFAULT_SIZE_PX, 4.0), 400.0)
    return TextStyle(size, 700 if look.bold else 400, look.italic, underline=look.underline)


def dash_of(look: Look) -> tuple[float, ...]:
    return DASHES.get(look.border_style or "", ())


def _painted(color: str | None, default: str) -> str | None:
    return None if color == "none" else color or default


def _picture(address: str | None, rect: Rect) -> Image | None:
    """The picture of a data URI; anything else is never fetched."""
    found = embedded(address)
    return None if found is None else Image(rect, *found)
