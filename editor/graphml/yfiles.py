"""yFiles for HTML, Java and .NET (yEd Live among them): geometry and labels, told apart by the keys' addresses."""

from collections.abc import Mapping

from editor.geometry import Point, Rect
from editor.graphml.scan import Element
from editor.graphml.yed import number
from editor.model.records import NO_LOOK, Label, Look

ROLES = frozenset({"NodeGeometry", "NodeLabels", "NodeStyle", "EdgeGeometry", "EdgeLabels", "EdgeStyle", "Expanded"})


def box(data: Element) -> Rect | None:
    rect = data.first("RectD")
    if rect is None:
        return None
    x, y, width, height = (number(rect.attributes.get(name)) for name in ("X", "Y", "Width", "Height"))
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Rect(x, y, width, height)


def label_elements(data: Element) -> list[Element]:
    return list(data.all("Label"))


def label(element: Element) -> Label:
    """A label; its text is an attribute or a property element."""
    return Label(text=element.attributes.get("Text") or _text_element(element))


def bends(data: Element) -> tuple[Point, ...]:
    points = (bend.attributes.get("Location", "").split(",") for bend in data.all("Bend"))
    pairs = ((number(pair[0]), number(pair[-1])) for pair in points if len(pair) == 2)
    return tuple(Point(x, y) for x, y in pairs if x is not None and y is not None)


def shared_of(data: Element) -> dict[str, Element]:
    """What the file keeps once for many users of it: styles and colours by their keys."""
    found = {}
    for holder in data.all("SharedData"):
        for element in holder.children:
            key = next((value for name, value in element.attributes.items() if name.endswith("}Key")), None)
            if key is not None:
                found[key] = element
    return found


def style_look(data: Element, shared: Mapping[str, Element]) -> Look:
    """Fill and border, where the style or the shared one that it refers to states them."""
    style = data.children[0] if data.children else None
    if style is not None and style.tag == "GraphMLReference":
        style = shared.get(style.attributes.get("ResourceKey", ""))
    if style is None:
        return NO_LOOK
    return Look(
        fill=_paint(style, ("fill", "backgroundFill"), shared), border=_paint(style, ("stroke", "border"), shared)
    )


def _paint(style: Element, names: tuple[str, ...], shared: Mapping[str, Element]) -> str | None:
    """A colour stated as an attribute, as a reference, or as an element of its own."""
    for name in names:
        for written in (name, name[0].upper() + name[1:]):
            stated = style.attributes.get(written, "")
            if "GraphMLReference" in stated:
                target = shared.get(stated.strip("{}").split()[-1])
                return _color_of(target) if target is not None else None
            inner = style.child(f"{style.tag}.{written}")
            color = css(stated) or (_color_of(inner) if inner is not None else None)
            if color:
                return color
    return None


def _color_of(element: Element) -> str | None:
    """The first colour said in an element or in what is inside it."""
    values = (value for inner in [element, *element.children] for value in inner.attributes.values())
    return next((color for value in values if (color := css(value))), None)


def css(color: str) -> str | None:
    """`#aarrggbb` (alpha first) as `#rrggbbaa`; None for what is no such colour."""
    if len(color) == 9 and color.startswith("#"):
        return f"#{color[3:]}{color[1:3]}"
    return color if len(color) == 7 and color.startswith("#") else None


def _text_element(element: Element) -> str:
    text = element.child("Label.Text")
    return text.text if text is not None else ""
