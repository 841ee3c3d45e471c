"""yEd's graphics as they are changed in a file, and as they are written for new elements."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from editor.geometry import Point, Rect
from editor.graphml import yed
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.scan import Element
from editor.graphml.spots import parameter_of, place_of
from editor.model.records import Edge, Label, Look, Node, Spot


def text_of(value: float) -> str:
    """A number as yEd writes it, and exactly."""
    return repr(float(value))


def set_labels(patch: Patch, graphics: Element, tag: str, name: str, labels: tuple[Label, ...], prefix: str) -> None:
    """Make the labels say this: those that are there change, new ones follow, surplus ones go."""
    wanted = _labels(name, labels)
    present = yed.labels(graphics, tag)
    for index, (element, label) in enumerate(zip(present, wanted, strict=False)):
        if yed.shown(element.text) != label.text:
            patch.set_text(element, label.text)
        before = yed.label(element)
        if index and msgspec.structs.replace(before, text=label.text) != label:
            for attribute, value in {**dict.fromkeys(_label_attributes(before)), **_label_attributes(label)}.items():
                patch.set_attribute(element, attribute, value)
                if attribute in UNUSED:
                    patch.set_attribute(element, UNUSED[attribute], None)
    for element in present[max(len(wanted), 1) :]:
        patch.remove(element)
    if not present and wanted == [Label("")]:
        return
    for label in wanted[len(present) :]:
        markup = _further_label(f"{prefix}{tag}", label, prefix, yed.box(graphics))
        before_all = graphics.child("Shape") or graphics.child("BendStyle") or graphics.child("State")
        if before_all is not None and not present:
            patch.insert_before(before_all, markup)
        elif present:
            patch.insert_after(present[-1], markup)
        else:
            patch.append(graphics, markup)


def _labels(name: str, labels: tuple[Label, ...]) -> list[Label]:
    return [Label(name), *labels]


def _label_attributes(label: Label) -> dict[str, str]:
    """How a label says where it stands and how its text looks."""
    attributes = _text_attributes(label.look)
    if label.offset is not None:
        free = {"modelName": "free", "modelPosition": "anywhere"}
        attributes.update(free, x=text_of(label.offset.x), y=text_of(label.offset.y))
    if label.size is not None:
        attributes.update(width=text_of(label.size.x), height=text_of(label.size.y))
    return attributes


def _text_attributes(look: Look) -> dict[str, str]:
    attributes = {name: value for name, value in _further(look).items() if value is not None}
    if look.text_color is not None:
        attributes["textColor"] = look.text_color
    if look.font_size is not None:
        attributes["fontSize"] = f"{look.font_size:g}"
    if look.bold or look.italic:
        attributes["fontStyle"] = "bold" * look.bold + "italic" * look.italic
    return attributes


def _further(look: Look) -> dict[str, str | None]:
    """What is said of words beside their colour and type; None: not said."""
    return {
        "alignment": look.align,
        "underlinedText": "true" if look.underline else None,
        "backgroundColor": look.text_fill,
        "lineColor": look.text_border,
        "visible": "false" if look.text_hidden else None,
    }


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
    _set_parts(patch, graphics, "BorderStyle", before, after, prefix, LINE_PARTS)
    shape = graphics.child("Shape")
    if before.shape != after.shape and after.shape is not None:
        if shape is not None:
            patch.set_attribute(shape, "type", after.shape)
        else:
            patch.append(graphics, Markup(f"{prefix}Shape", {"type": after.shape}))
    labels = yed.labels(graphics, "NodeLabel")
    if labels:
        _set_text_look(patch, labels[0], before, after)


def _set_text_look(patch: Patch, label: Element, before: Look, after: Look) -> None:
    if before.text_color != after.text_color and after.text_color is not None:
        patch.set_attribute(label, "textColor", after.text_color)
    if before.font_size != after.font_size and after.font_size is not None:
        patch.set_attribute(label, "fontSize", f"{after.font_size:g}")
    if (before.bold, before.italic) != (after.bold, after.italic):
        patch.set_attribute(label, "fontStyle", "bold" * after.bold + "italic" * after.italic or "plain")
    old = _further(before)
    for name, value in _further(after).items():
        if value != old[name]:
            patch.set_attribute(label, name, value)
            if name in UNUSED:
                patch.set_attribute(label, UNUSED[name], None)


def set_edge_look(patch: Patch, graphics: Element, before: Look, after: Look, prefix: str) -> None:
    _set_parts(patch, graphics, "LineStyle", before, after, prefix, LINE_PARTS)
    _set_parts(patch, graphics, "Arrows", before, after, prefix, ARROW_PARTS)


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


def set_folded(patch: Patch, node: Element, data: Element | None, folded: bool) -> None:
    """Fold or unfold as yEd does: the folder type, and which of the two realizers is active."""
    written = patch.attributes_of(node)
    name = next((name for name in written if name.endswith("foldertype")), "yfiles.foldertype")
    patch.set_attribute(node, name, "folder" if folded else "group")
    realizers = data.first("Realizers") if data is not None else None
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
    return Markup(
        f"{prefix}PolyLineEdge",
        namespace,
        children=(
            _path(edge, prefix),
            Markup(f"{prefix}LineStyle", line),
            Markup(f"{prefix}Arrows", arrows),
            *_new_labels(edge, prefix, "EdgeLabel", {}),
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
    text = _text_attributes(look)
    place = {"modelName": "internal", "modelPosition": "t"} if node.is_group else {}
    return (
        *geometry,
        Markup(f"{prefix}Fill", {**_color(look.fill or "#ffffff"), "transparent": "false"}),
        Markup(f"{prefix}BorderStyle", border),
        *_new_labels(node, prefix, "NodeLabel", {**place, **text}, *_name_at_spot(node, look, prefix)),
    )


def _name_at_spot(node: Node, look: Look, prefix: str) -> tuple[dict[str, str], tuple[Markup, ...]]:
    if node.is_group:
        return {}, ()
    return _at_spot(node.name_spot, node.box, node.name, look.font_size, prefix)


def _further_label(tag: str, label: Label, prefix: str, box: Rect | None) -> Markup:
    place, model = _at_spot(label.spot, box, label.text, label.look.font_size, prefix)
    return Markup(tag, {**_label_attributes(label), **place}, label.text, model)


def _at_spot(
    spot: Spot | None, box: Rect | None, text: str, font_size: float | None, prefix: str
) -> tuple[dict[str, str], tuple[Markup, ...]]:
    """The attributes and the children of a label that doesn't stand in the middle."""
    if spot is None or box is None:
        return {}, ()
    place = place_of(spot, box, text, font_size or 12.0)
    model = Markup(f"{prefix}SmartNodeLabelModel", {"distance": "4.0"})
    parameter = Markup(f"{prefix}SmartNodeLabelModelParameter", parameter_of(spot))
    return {"modelName": "custom", **place}, (
        Markup(f"{prefix}LabelModel", {}, "", (model,)),
        Markup(f"{prefix}ModelParameter", {}, "", (parameter,)),
    )


def _new_labels(
    record: Node | Edge,
    prefix: str,
    tag: str,
    attributes: dict[str, str],
    place: Mapping[str, str] = MappingProxyType({}),
    model: tuple[Markup, ...] = (),
) -> list[Markup]:
    """The name and the further labels; an empty name is written only where others follow."""
    if not record.name and not record.labels:
        return []
    name, box = f"{prefix}{tag}", record.box if isinstance(record, Node) else None
    return [
        Markup(name, {**attributes, **place}, record.name, model),
        *(_further_label(name, label, prefix, box) for label in record.labels),
    ]


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


UNUSED = {"backgroundColor": "hasBackgroundColor", "lineColor": "hasLineColor"}
"""What says that a colour of a label isn't used, by the colour."""
LINE_PARTS = (("border", "color"), ("border_width", "width"), ("border_style", "type"))
ARROW_PARTS = (("source_arrow", "source"), ("target_arrow", "target"))


def _set_parts(
    patch: Patch,
    graphics: Element,
    tag: str,
    before: Look,
    after: Look,
    prefix: str,
    parts: Sequence[tuple[str, str]],
) -> None:
    """Change what differs in one element; where it is not there yet it is written once, with all that is new."""
    changed = {
        attribute: getattr(after, name) for name, attribute in parts if getattr(before, name) != getattr(after, name)
    }
    new: dict[str, str] = {}
    for attribute, value in changed.items():
        said = None if value is None else text_of(value) if isinstance(value, float) else str(value)
        element = graphics.child(tag)
        if attribute == "color" and element is not None:
            _set_color(patch, graphics, tag, said, prefix)
        elif attribute == "color":
            new |= _color(said or "none")
        elif element is not None:
            patch.set_attribute(element, attribute, said)
        elif said is not None:
            new[attribute] = said
    if new:
        patch.append(graphics, Markup(f"{prefix}{tag}", new))
