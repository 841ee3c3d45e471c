"""What yFiles keeps of a node or edge, as it is changed in a file and as it is written for new elements."""

from editor.geometry import Point, Rect
from editor.graphml import yfiles
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.scan import Element
from editor.graphml.shown_text import TAG, as_markup
from editor.graphml.yed_writing import text_of

COMMON = "http://www.yworks.com/xml/yfiles-common/3.0"
LISTS = "http://www.yworks.com/xml/yfiles-common/markup/3.0"
SPACES = {"xmlns:lgy": COMMON, "xmlns:lgx": LISTS}


def set_texts(patch: Patch, data: Element, before: list[str], texts: list[str]) -> None:
    """Change the texts of the labels that are there and differ from before; add the first one where there is none."""
    present = yfiles.label_elements(data)
    for index, (element, text) in enumerate(zip(present, texts, strict=False)):
        inner = element.child("Label.Text")
        written, was = yfiles.text_of(element), before[index : index + 1]
        if text in (written, *was):
            continue
        if was and was[0] != written and TAG.search(written):
            text = as_markup(text)
        if inner is not None and "Text" not in element.attributes:
            patch.set_content(inner, text)
        else:
            patch.set_attribute(element, "Text", text)
    for element in present[len(texts) :]:
        patch.remove(element)
    for text in texts[len(present) :]:
        holder = data.first("List") or data
        patch.append(holder, Markup("lgy:Label", {**SPACES, "Text": text}))


def set_box(patch: Patch, data: Element, before: Rect | None, after: Rect) -> None:
    rect = data.first("RectD")
    if rect is None:
        patch.append(data, _rect(after))
        return
    for name, attribute in (("x", "X"), ("y", "Y"), ("width", "Width"), ("height", "Height")):
        if before is None or getattr(before, name) != getattr(after, name):
            patch.set_attribute(rect, attribute, text_of(getattr(after, name)))


def set_bends(patch: Patch, data: Element, bends: tuple[Point, ...]) -> None:
    """Write the bends anew inside the list that holds them."""
    for bend in data.all("Bend"):
        patch.remove(bend)
    holder = data.first("List")
    if holder is None:
        patch.append(data, _bends(bends))
        return
    for point in bends:
        patch.append(holder, _bend(point))


def node_geometry(box: Rect) -> Markup:
    return _rect(box)


def labels(texts: list[str]) -> Markup:
    return Markup("lgx:List", SPACES, children=tuple(Markup("lgy:Label", {"Text": text}) for text in texts))


def edge_geometry(bends: tuple[Point, ...]) -> Markup:
    return _bends(bends)


def _rect(box: Rect) -> Markup:
    sizes = {"X": box.x, "Y": box.y, "Width": box.width, "Height": box.height}
    return Markup("lgy:RectD", {**SPACES, **{name: text_of(value) for name, value in sizes.items()}})


def _bends(bends: tuple[Point, ...]) -> Markup:
    return Markup("lgx:List", SPACES, children=tuple(_bend(point) for point in bends))


def _bend(point: Point) -> Markup:
    return Markup("lgy:Bend", {**SPACES, "Location": f"{text_of(point.x)},{text_of(point.y)}"})
