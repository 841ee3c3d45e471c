"""yEd's graphics as they are changed in a file, and as they are written for new elements."""

from editor.geometry import Point, Rect
from editor.graphml import yed
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.scan import Element
from editor.model.records import Edge, Label, Look, Node


def text_of(value: float) -> str:
    """A number as yEd writes it, and exactly."""
    return repr(float(value))


def set_labels(patch: Patch, graphics: Element, tag: str, name: str, labels: tuple[Label, ...], prefix: str) -> None:
    """Make the labels say these texts: those that are there change, new ones follow, surplus ones go."""
    texts = [name, *(label.text for label in labels)]
    present = yed.labels(graphics, tag)
    for element, text in zip(present, texts, strict=False):
        if yed.shown(element.text) != text:
            patch.set_text(element, text)
    for element in present[len(texts) :]:
        patch.remove(element)
    for text in texts[len(present) :]:
        if not text:
            continue
        markup = Markup(f"{prefix}{tag}", {}, text)
        before = graphics.child("Shape") or graphics.child("BendStyle") or graphics.child("State")
        if before is not None and not present:
            patch.insert_before(before, markup)
        elif present:
            patch.insert_after(present[-1], markup)
        else:
            patch.append(graphics, markup)


def set_box(patch: Patch, graphics: Element, before: Rect | None, after: Rect, prefix: str) -> None:
    """Change only the numbers that differ."""
    geometry = graphics.child("Geometry")
    if geometry is None:
        patch.append(graphics, _geometry(after, prefix))
        return
    for name in ("x", "y", "width", "height"):
        if before is None or getattr(before, name) != getattr(after, name):
            patch.set_attribute(geometry, name, text_of(getattr(after, name)))


def set_node_look(patch: Patch, graphics: Element, before: Look, after: Look, prefix: str) -> None:
    if before.fill != after.fill:
        _set_color(patch, graphics, "Fill", after.fill, prefix)
    if before.border != after.border:
        _set_color(patch, graphics, "BorderStyle", after.border, prefix)
    for name, attribute in (("border_width", "width"), ("border_style", "type")):
        _set_detail(patch, graphics, "BorderStyle", attribute, getattr(before, name), getattr(after, name), prefix)
    shape = graphics.child("Shape")
    if before.shape != after.shape and after.shape is not None:
        if shape is not None:
            patch.set_attribute(shape, "type", after.shape)
        else:
            patch.append(graphics, Markup(f"{prefix}Shape", {"type": after.shape}))
    labels = yed.labels(graphics, "NodeLabel")
    if before.text_color != after.text_color and labels and after.text_color is not None:
        patch.set_attribute(labels[0], "textColor", after.text_color)


def set_edge_look(patch: Patch, graphics: Element, before: Look, after: Look, prefix: str) -> None:
    if before.border != after.border:
        _set_color(patch, graphics, "LineStyle", after.border, prefix)
    for name, attribute in (("border_width", "width"), ("border_style", "type")):
        _set_detail(patch, graphics, "LineStyle", attribute, getattr(before, name), getattr(after, name), prefix)
    for name, attribute in (("source_arrow", "source"), ("target_arrow", "target")):
        _set_detail(patch, graphics, "Arrows", attribute, getattr(before, name), getattr(after, name), prefix)


def set_path(patch: Patch, graphics: Element, before: Edge, after: Edge, prefix: str) -> None:
    """Change bends and offsets; the path is written anew only where its bends differ."""
    path = graphics.child("Path")
    if path is None:
        patch.append(graphics, _path(after, prefix))
        return
    for x, y, old, new in (
        ("sx", "sy", before.source_offset, after.source_offset),
        ("tx", "ty", before.target_offset, after.target_offset),
    ):
        if old != new:
            point = new or Point(0.0, 0.0)
            patch.set_attribute(path, x, text_of(point.x))
            patch.set_attribute(path, y, text_of(point.y))
    if before.bends != after.bends:
        for child in path.children:
            patch.remove(child)
        for point in after.bends:
            patch.append(path, _point(point, prefix))


def set_folded(patch: Patch, node: Element, data: Element, folded: bool) -> None:
    """Fold or unfold as yEd does: the folder type, and which of the two realizers is active."""
    written = patch.attributes_of(node)
    name = next((name for name in written if name.endswith("foldertype")), "yfiles.foldertype")
    patch.set_attribute(node, name, "folder" if folded else "group")
    realizers = data.first("Realizers")
    if realizers is not None and len(realizers.children) > 1:
        patch.set_attribute(realizers, "active", "1" if folded else "0")


def new_node(node: Node, look: Look, prefix: str, namespace: dict[str, str]) -> Markup:
    """The graphics of a new node: a shape, or for a group an open and a closed realizer."""
    if not node.is_group:
        shape = Markup(f"{prefix}Shape", {"type": look.shape or "roundrectangle"})
        return Markup(f"{prefix}ShapeNode", namespace, children=(*_inside(node, look, prefix), shape))
    realizers = tuple(
        Markup(
            f"{prefix}GroupNode",
            children=(
                *_inside(node, look, prefix),
                Markup(f"{prefix}Shape", {"type": look.shape or "roundrectangle"}),
                Markup(f"{prefix}State", {"closed": closed, "innerGraphDisplayEnabled": "false"}),
            ),
        )
        for closed in ("false", "true")
    )
    active = {"active": "1" if node.folded else "0"}
    return Markup(
        f"{prefix}ProxyAutoBoundsNode", namespace, children=(Markup(f"{prefix}Realizers", active, "", realizers),)
    )


def new_edge(edge: Edge, look: Look, prefix: str, namespace: dict[str, str]) -> Markup:
    """The graphics of a new edge."""
    line = {
        "color": look.border or "#55606c",
        "type": look.border_style or "line",
        "width": text_of(look.border_width or 1.5),
    }
    target = "standard" if edge.directed and edge.kind is None else "none"
    arrows = {"source": look.source_arrow or "none", "target": look.target_arrow or target}
    texts = [text for text in (edge.name, *(label.text for label in edge.labels)) if text]
    return Markup(
        f"{prefix}PolyLineEdge",
        namespace,
        children=(
            _path(edge, prefix),
            Markup(f"{prefix}LineStyle", line),
            Markup(f"{prefix}Arrows", arrows),
            *(Markup(f"{prefix}EdgeLabel", {}, text) for text in texts),
            Markup(f"{prefix}BendStyle", {"smoothed": "false"}),
        ),
    )


def _inside(node: Node, look: Look, prefix: str) -> tuple[Markup, ...]:
    geometry = (_geometry(node.box, prefix),) if node.box is not None and node.placed else ()
    border = {
        "type": look.border_style or "line",
        "width": text_of(look.border_width or 1.0),
        **_color(look.border or "#55606c"),
    }
    text = {"textColor": look.text_color} if look.text_color else {}
    place = {"modelName": "internal", "modelPosition": "t"} if node.is_group else {}
    texts = [node.name, *(label.text for label in node.labels)]
    return (
        *geometry,
        Markup(f"{prefix}Fill", {**_color(look.fill or "#ffffff"), "transparent": "false"}),
        Markup(f"{prefix}BorderStyle", border),
        *(Markup(f"{prefix}NodeLabel", {**place, **text}, words) for words in texts if words),
    )


def _geometry(box: Rect, prefix: str) -> Markup:
    return Markup(f"{prefix}Geometry", {name: text_of(getattr(box, name)) for name in ("x", "y", "width", "height")})


def _path(edge: Edge, prefix: str) -> Markup:
    source, target = edge.source_offset or Point(0.0, 0.0), edge.target_offset or Point(0.0, 0.0)
    ends = {"sx": source.x, "sy": source.y, "tx": target.x, "ty": target.y}
    points = tuple(_point(point, prefix) for point in edge.bends)
    return Markup(f"{prefix}Path", {name: text_of(value) for name, value in ends.items()}, children=points)


def _point(point: Point, prefix: str) -> Markup:
    return Markup(f"{prefix}Point", {"x": text_of(point.x), "y": text_of(point.y)})


def _color(color: str) -> dict[str, str]:
    return {"hasColor": "false"} if color == "none" else {"color": color}


def _set_color(patch: Patch, graphics: Element, tag: str, color: str | None, prefix: str) -> None:
    element = graphics.child(tag)
    if element is None:
        patch.append(graphics, Markup(f"{prefix}{tag}", _color(color or "none")))
        return
    patch.set_attribute(element, "hasColor", "false" if color == "none" else None)
    if color != "none":
        patch.set_attribute(element, "color", color)


def _set_detail(
    patch: Patch, graphics: Element, tag: str, name: str, before: object, after: object, prefix: str
) -> None:
    if before == after:
        return
    value = None if after is None else text_of(after) if isinstance(after, float) else str(after)
    element = graphics.child(tag)
    if element is not None:
        patch.set_attribute(element, name, value)
    elif value is not None:
        patch.append(graphics, Markup(f"{prefix}{tag}", {name: value}))
