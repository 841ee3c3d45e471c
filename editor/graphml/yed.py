"""yEd's realizers: what a node's or edge's graphics say. Colours have alpha last here."""

import base64
from collections.abc import Callable
from typing import Any

from editor.geometry import ABSURD_PX, Point, Rect
from editor.graphml.colors import color_of, paint_of
from editor.graphml.scan import Element
from editor.graphml.shown_text import without_tags
from editor.model.records import NO_LOOK, TEXT_FIELDS, Label, Look

DEFAULT_SIZE = "30.0"
UML_LISTS = ("AttributeLabel", "MethodLabel")


def number(text: str | None) -> float | None:
    """A finite number that a drawing can hold, or None."""
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    return value if value is not None and -ABSURD_PX <= value <= ABSURD_PX else None


def realizer(data: Element, folded: bool | None = None) -> Element | None:
    """The element that says how a node or edge looks: of a proxy's realizers the active one, or the open (the first)
    or closed one where that is asked for.
    """
    top = data.children[0] if data.children else None
    if top is None or top.tag != "ProxyAutoBoundsNode":
        return top
    realizers = top.child("Realizers")
    if realizers is None or not realizers.children:
        return None
    active = realizers.attributes.get("active", "0") if folded is None else str(int(folded))
    index = int(active) if active.isdigit() else 0
    return realizers.children[min(index, len(realizers.children) - 1)]


def box(graphics: Element) -> Rect | None:
    """The node's rectangle; None where it has no place, or an absurd one."""
    geometry = graphics.child("Geometry")
    if geometry is None:
        return None
    get = geometry.attributes.get
    x, y = number(get("x")), number(get("y"))
    width, height = number(get("width", DEFAULT_SIZE)), number(get("height", DEFAULT_SIZE))
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Rect(x, y, width, height)


def labels(graphics: Element, tag: str) -> list[Element]:
    """The label elements that carry text; a UML class has further ones deeper inside, which are no labels of the
    node.
    """
    return [child for child in graphics.children if child.tag == tag and child.attributes.get("hasText") != "false"]


def label(element: Element, look: Look | None = None) -> Label:
    """A label with its place, if that isn't the middle: what other programs write of that is often out of date."""
    get, text = element.attributes.get, shown(element.text)
    if look is None:
        look = text_look(element)
    if not is_placed(element, look):
        return Label(text, look=look)
    return Label(text, point(get("x"), get("y")), point(get("width"), get("height")), look)


def is_placed(element: Element, look: Look) -> bool:
    """Whether what a label says of its place counts: not in the middle, unless it stands at one side of it there."""
    get = element.attributes.get
    is_central = get("modelPosition") == "c" and get("modelName") == "internal"
    return not is_central or (look.align is not None and _is_wide(element))


def _is_wide(element: Element) -> bool:
    """Whether a label is as wide as its node, so that its text can stand at one side."""
    return element.attributes.get("autoSizePolicy", "").startswith("node")


def point(x_text: str | None, y_text: str | None) -> Point | None:
    """A place or a size from two numbers; None where they aren't both stated and sensible."""
    if x_text is None or y_text is None:
        return None
    x, y = number(x_text), number(y_text)
    return Point(x, y) if x is not None and y is not None else None


def shown(text: str) -> str:
    """The words of a label; those of an HTML label without its tags."""
    text = text.strip()
    if text[:6].lower() != "<html>":
        return text
    return without_tags(text)


def text_look(element: Element) -> Look:
    get = element.attributes.get
    color, style, stated_size = paint_of(get("textColor")), get("fontStyle", ""), get("fontSize")
    size = number(stated_size) if stated_size is not None else None
    align, is_hidden = get("alignment"), get("visible") == "false"
    ground, border = _stated(get, "backgroundColor"), _stated(get, "lineColor")
    is_bare = align in (None, "center") and get("underlinedText") != "true" and not (ground or border or is_hidden)
    is_usual = (color is None or color == "#000000") and (size is None or size == 12.0) and style in ("", "plain")
    if is_bare and is_usual:
        return NO_LOOK
    return Look(
        text_color=color,
        font_size=size,
        bold="bold" in style,
        italic="italic" in style,
        underline=get("underlinedText") == "true",
        align=align if align in ("left", "right") else None,
        text_fill=ground,
        text_border=border,
        text_hidden=is_hidden,
    )


def _stated(get: Callable[[str], str | None], name: str) -> str | None:
    """A colour of a label; yEd leaves one that isn't used standing (`hasLineColor="false"`)."""
    color = paint_of(get(name))
    return color if color and get(f"has{name[0].upper()}{name[1:]}") != "false" else None


def node_look(graphics: Element, first_label: Element | None) -> Look:
    fill, border, shape = graphics.child("Fill"), graphics.child("BorderStyle"), graphics.child("Shape")
    text = text_look(first_label) if first_label is not None else NO_LOOK
    return Look(
        shape=shape.attributes.get("type") if shape is not None else graphics.attributes.get("configuration"),
        fill=_color(fill),
        border=_color(border),
        border_width=number(border.attributes.get("width")) if border is not None else None,
        border_style=border.attributes.get("type") if border is not None else None,
        **_words(text),
        compartments=_compartments(graphics),
    )


def _words(text: Look) -> dict[str, Any]:
    return {name: getattr(text, name) for name in TEXT_FIELDS} if text is not NO_LOOK else {}


def _compartments(graphics: Element) -> tuple[str, ...]:
    """What a UML class lists: its attributes, then its methods."""
    uml = graphics.child("UML")
    texts = [part.text.strip("\n") for part in uml.children if part.tag in UML_LISTS] if uml is not None else []
    return tuple(text for text in texts if text.strip())


def edge_look(graphics: Element, first_label: Element | None = None) -> Look:
    text = text_look(first_label) if first_label is not None else NO_LOOK
    line, arrows, bend = graphics.child("LineStyle"), graphics.child("Arrows"), graphics.child("BendStyle")
    smoothed = bend is not None and bend.attributes.get("smoothed") == "true"
    return Look(
        border=_color(line),
        border_width=number(line.attributes.get("width")) if line is not None else None,
        border_style=line.attributes.get("type") if line is not None else None,
        source_arrow=arrows.attributes.get("source") if arrows is not None else None,
        target_arrow=arrows.attributes.get("target") if arrows is not None else None,
        **_words(text),
        curve=graphics.tag if graphics.tag != "PolyLineEdge" else "smoothed" if smoothed else None,
    )


def picture_ref(graphics: Element) -> str | None:
    """The id of the resource that an SVG or image node shows."""
    if graphics.tag not in ("SVGNode", "ImageNode"):
        return None
    model = graphics.child("SVGModel")
    holder = model.child("SVGContent") if model is not None else graphics.child("Image")
    return holder.attributes.get("refid") if holder is not None else None


def picture(resource: Element) -> str | None:
    """A resource as a data address: SVG text, or a PNG that is base64 already; None for icons drawn by yEd itself."""
    text = resource.text.strip()
    if text.startswith("<"):
        return "data:image/svg+xml;base64," + base64.b64encode(text.encode()).decode()
    packed = "".join(text.split())
    return f"data:image/png;base64,{packed}" if packed.startswith("iVBOR") else None


def bends(graphics: Element) -> tuple[Point, ...]:
    path = graphics.child("Path")
    if path is None:
        return ()
    points = ((number(point.attributes.get("x")), number(point.attributes.get("y"))) for point in path.children)
    return tuple(Point(x, y) for x, y in points if x is not None and y is not None)


def offsets(graphics: Element) -> tuple[Point | None, Point | None]:
    """Where the edge is attached at its source and its target, from the centre of the node; None for the centre
    itself.
    """
    path = graphics.child("Path")
    if path is None:
        return None, None
    get = path.attributes.get
    return _offset(get("sx"), get("sy")), _offset(get("tx"), get("ty"))


def _offset(x_text: str | None, y_text: str | None) -> Point | None:
    if x_text == "0.0" and y_text == "0.0":
        return None
    x, y = number(x_text), number(y_text)
    return Point(x, y) if x is not None and y is not None and (x or y) else None


def _color(element: Element | None) -> str | None:
    if element is None:
        return None
    if element.attributes.get("hasColor") == "false":
        return "none"
    return color_of(element.attributes.get("color"))
