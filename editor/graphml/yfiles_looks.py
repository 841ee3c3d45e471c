"""How yFiles' styles ask boxes, lines and labels to look. Colours have alpha first here, the opposite of yEd."""

import msgspec

from editor.graphml.colors import alpha_first
from editor.graphml.markup_objects import Shared, inside, number_part, part, resolved, text_part
from editor.graphml.scan import Element
from editor.graphml.yed import number
from editor.model.records import NO_LOOK, TEXT_FIELDS, Look

SHAPES = {
    "sheared_rectangle": "parallelogram", "sheared_rectangle2": "parallelogram2", "trapez": "trapezoid2",
    "trapez2": "trapezoid", "round_rectangle": "roundrectangle", "fat_arrow": "fatarrow", "fat_arrow2": "fatarrow2",
    "pill": "capsule",
}  # fmt: skip
"""yFiles' names for yEd's shapes, where they differ by more than large letters."""
ARROWS = {"default": "standard", "simple": "plain", "triangle": "delta", "short": "short"}
DASHES = {"dash": "dashed", "dot": "dotted", "dashdot": "dashed_dotted", "dashdotdot": "dashed_dotted"}
LABEL_STYLES = ("LabelStyle", "LabelDecorator")
_PAINTED = ("fill", "color", "value", "stroke", "background")


def node_look(data: Element, shared: Shared) -> Look:
    """What the style of a node, or the shared one that it refers to, states."""
    style = _style_of(data, shared)
    if style is None:
        return NO_LOOK
    stroke = _first(style, ("stroke", "border"), shared)
    width, dash = _pen_of(stroke, shared)
    return Look(
        shape=_shape_of(style, shared),
        fill=_paint(_first(style, ("fill", "backgroundFill"), shared), shared),
        border=_paint(stroke, shared),
        border_width=width,
        border_style=dash,
    )


def edge_look(data: Element, shared: Shared) -> Look:
    """What the style of an edge states; one without arrows has none."""
    style = _style_of(data, shared)
    if style is None or not style.tag.endswith("EdgeStyle"):
        return NO_LOOK
    stroke = _first(style, ("stroke",), shared)
    width, dash = _pen_of(stroke, shared)
    smooth = number_part(style, "smoothingLength", shared, 0.0) > 0
    return Look(
        border=_paint(stroke, shared),
        border_width=width,
        border_style=dash,
        source_arrow=_arrow(style, "sourceArrow", shared),
        target_arrow=_arrow(style, "targetArrow", shared),
        curve="smoothed" if smooth else None,
    )


def worded(look: Look, words: Look) -> Look:
    """A look with the words of another; a file states the two apart, in whichever order."""
    texts = {name: getattr(words, name) for name in TEXT_FIELDS}
    if look is NO_LOOK and words is NO_LOOK:
        return NO_LOOK
    return msgspec.structs.replace(look, **texts)


def text_look(label: Element, shared: Shared) -> Look:
    """How the words of a label look, and whether they are seen; lines of several begin at the left."""
    style = part(label, "style", shared)
    if isinstance(style, str):
        return Look(text_hidden=True) if style.startswith("VoidLabelStyle") else NO_LOOK
    if style is not None and style.tag == "VoidLabelStyle":
        return Look(text_hidden=True)
    inner = next(inside(style, shared, ("LabelStyle",)), None) if style is not None else None
    words = _words_of(style, shared) if inner is not None and style is not None else None
    if words is None:
        return NO_LOOK
    font = part(words, "font", shared)
    size = number_part(words, "textSize", shared, 0.0)
    weight = slant = decoration = ""
    if isinstance(font, Element):
        size = number_part(font, "fontSize", shared, size)
        weight, slant, decoration = (
            text_part(font, name, shared).upper() for name in ("fontWeight", "fontStyle", "textDecoration")
        )
    align = alignment_of(words, shared)[0]
    return Look(
        text_color=_seen(_paint(part(words, "textFill", shared), shared)),
        font_size=size or None,
        bold="BOLD" in weight or (number(weight) or 0) >= 600,
        italic="ITALIC" in slant or "OBLIQUE" in slant,
        underline="UNDERLINE" in decoration,
        align=align if align in ("left", "right") else None,
        text_fill=_seen(_paint(part(words, "backgroundFill", shared), shared)),
        text_border=_seen(_paint(part(words, "backgroundStroke", shared), shared)),
    )


def alignment_of(words: Element | None, shared: Shared) -> tuple[str, str]:
    """How the text of a label stands in the label's area, across and down: at the left and top unless it says so."""
    if words is None:
        return "left", "top"
    across = text_part(words, "horizontalTextAlignment", shared) or "left"
    return across.lower(), (text_part(words, "verticalTextAlignment", shared) or "top").lower()


def words_style(label: Element, shared: Shared) -> Element | None:
    """The style of a label that says how its words are set, out of those that wrap it."""
    style = part(label, "style", shared)
    return _words_of(style, shared) if isinstance(style, Element) else None


def is_markup(label: Element, shared: Shared) -> bool:
    """Whether a label's text is HTML."""
    style = words_style(label, shared)
    return style is not None and style.tag.startswith("MarkupLabelStyle")


def _words_of(style: Element, shared: Shared) -> Element | None:
    found = list(inside(style, shared, ("LabelStyle",)))
    return next((one for one in found if _sets_words(one)), found[0] if found else None)


def _sets_words(style: Element) -> bool:
    return style.tag.startswith(("DefaultLabelStyle", "LabelStyle", "MarkupLabelStyle", "SimpleLabelStyle"))


def _style_of(data: Element, shared: Shared) -> Element | None:
    found = resolved(data.children[0], shared) if data.children else None
    return found if isinstance(found, Element) else None


def _first(style: Element, names: tuple[str, ...], shared: Shared) -> Element | str | None:
    return next((found for name in names if (found := part(style, name, shared)) is not None), None)


def _paint(stated: Element | str | None, shared: Shared, steps: int = 4) -> str | None:
    """A colour stated as text, or the first one said in a fill or a stroke."""
    if not isinstance(stated, Element):
        return alpha_first(stated.strip()) if stated else None
    for name in _PAINTED:
        inner = part(stated, name, shared)
        color = _paint(inner, shared, steps - 1) if inner is not None and steps else None
        if color:
            return color
    return alpha_first(stated.text.strip())


def _pen_of(stroke: Element | str | None, shared: Shared) -> tuple[float | None, str | None]:
    """The width of a stroke and how it is dashed."""
    if not isinstance(stroke, Element):
        return None, None
    width = number_part(stroke, "thickness", shared, 0.0) or None
    dash = part(stroke, "dashStyle", shared)
    if isinstance(dash, Element):
        return width, "dashed"
    name = (dash or "").rpartition(".")[2].replace("_", "").lower()
    return width, DASHES.get(name, "dashed" if name[:1].isdigit() else None)


def _shape_of(style: Element, shared: Shared) -> str | None:
    named = (text_part(style, "shape", shared) or text_part(style, "type", shared)).rpartition(".")[2].lower()
    if named:
        return SHAPES.get(named, named)
    if style.tag.startswith(("ShinyPlateNode", "BevelNode", "PanelNode", "RectangleNode")):
        return "roundrectangle"
    return "rectangle" if style.tag.startswith("ShapeNodeStyle") else None


def _arrow(style: Element, name: str, shared: Shared) -> str:
    stated = part(style, name, shared)
    kind = text_part(stated, "type", shared) or "default" if isinstance(stated, Element) else stated or "none"
    short = kind.rpartition(".")[2].lower()
    return ARROWS.get(short, short)


def _seen(color: str | None) -> str | None:
    return None if color == "none" else color
