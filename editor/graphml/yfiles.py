"""yFiles for HTML, Java and .NET (yEd Live among them): geometry and labels, told apart by the keys' addresses."""

from editor.geometry import Point, Rect
from editor.graphml.label_models import along_of, parameter_of, spot_of
from editor.graphml.markup_objects import Shared
from editor.graphml.scan import Element
from editor.graphml.shown_text import TAG, without_tags
from editor.graphml.yed import number
from editor.graphml.yfiles_looks import alignment_of, is_markup, text_look, words_style
from editor.model.records import Label

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


def text_of(element: Element) -> str:
    """A label's text as it is written: an attribute or a property element."""
    inner = element.child("Label.Text")
    return element.attributes.get("Text") or (inner.text if inner is not None else "")


def node_label(element: Element, shared: Shared) -> Label:
    """A label of a node, with the spot where it stands."""
    words = words_style(element, shared)
    align, valign = alignment_of(words, shared) if words is not None else ("", "")
    spot = spot_of(parameter_of(element, shared), align, valign, shared)
    return Label(_shown(element, shared), look=text_look(element, shared), spot=spot)


def edge_label(element: Element, shared: Shared) -> Label:
    """A label of an edge, with the place along the line where it stands."""
    along = along_of(parameter_of(element, shared), shared)
    return Label(_shown(element, shared), look=text_look(element, shared), along=along)


def _shown(element: Element, shared: Shared) -> str:
    text = text_of(element)
    return without_tags(text) if TAG.search(text) is not None and is_markup(element, shared) else text


def bends(data: Element) -> tuple[Point, ...]:
    points = (bend.attributes.get("Location", "").split(",") for bend in data.all("Bend"))
    pairs = ((number(pair[0]), number(pair[-1])) for pair in points if len(pair) == 2)
    return tuple(Point(x, y) for x, y in pairs if x is not None and y is not None)


def port_place(data: Element) -> Point | None:
    """Which part of its node's box a port stands at, from 0 to 1; None where it isn't told that way."""
    place = data.first("FreeNodePortLocationModelParameter")
    pair = [number(value) for value in place.attributes.get("Ratio", "").split(",")] if place is not None else []
    if len(pair) != 2 or pair[0] is None or pair[1] is None:
        return None
    return Point(pair[0], pair[1])
