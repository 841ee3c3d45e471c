"""yFiles for HTML, Java and .NET (yEd Live among them): geometry and labels, told apart by the keys' addresses."""

from editor.geometry import Point, Rect
from editor.graphml.scan import Element
from editor.graphml.yed import number
from editor.model.records import Label, Look

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


def style_look(data: Element) -> Look:
    """The fill colour, where the style states one itself; shared styles are kept and drawn in the theme's colours."""
    for element in data.children:
        for name in ("fill", "Fill", "backgroundFill", "BackgroundFill"):
            color = css(element.attributes.get(name, ""))
            if color:
                return Look(fill=color)
    return Look()


def css(color: str) -> str | None:
    """`#aarrggbb` (alpha first) as `#rrggbbaa`; None for what is no such colour."""
    if len(color) == 9 and color.startswith("#"):
        return f"#{color[3:]}{color[1:3]}"
    return color if len(color) == 7 and color.startswith("#") else None


def _text_element(element: Element) -> str:
    text = element.child("Label.Text")
    return text.text if text is not None else ""
