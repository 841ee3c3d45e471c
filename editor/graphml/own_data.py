"""What of a record is kept in plain attributes: its facts and kind, and what the file's graphics can't express."""

import msgspec

from editor.geometry import Point
from editor.graphml.colors import color_of, paint_of
from editor.graphml.facts import PREFIX, points_of, text_of_points, written_facts
from editor.model.records import NO_LOOK, TEXT_FIELDS, Edge, Info, Label, Look, Node

LOOK = f"{PREFIX}look"
LABELS = f"{PREFIX}labels"
OFFSETS = f"{PREFIX}offsets"
_YED_FIELDS = {
    "node": ("shape", "fill", "border", "border_width", "border_style"),
    "edge": ("border", "border_width", "border_style", "source_arrow", "target_arrow"),
}
_CENTRE = Point(0.0, 0.0)


def record_data(record: Node | Edge) -> dict[str, str]:
    """The plain attributes that a record's facts, kind and other attributes are kept in, in every dialect."""
    data = dict(record.attributes)
    data.update({PREFIX + name: value for name, value in written_facts(record.facts).items()})
    if record.kind is not None:
        data[f"{PREFIX}kind"] = record.kind
    if isinstance(record, Node) and record.pinned:
        data[f"{PREFIX}pinned"] = "true"
    if isinstance(record, Node) and record.collapsed:
        data[f"{PREFIX}collapsed"] = "true"
    return data


def info_data(info: Info) -> dict[str, str]:
    """The plain attributes of the graph that say what the document as a whole is."""
    data = dict(info.attributes)
    for name in ("title", "subtitle", "lang", "introduction", "source_line", "preset"):
        value = getattr(info, name)
        if value:
            data[PREFIX + name] = value
    if info.documents:
        data[f"{PREFIX}documents"] = msgspec.json.encode(info.documents).decode()
    return data


def graphics_data(dialect: str, before: Node | Edge | None, after: Node | Edge) -> dict[str, str]:
    """The attributes for what differs from `before` (None: a new record) and has no place in the dialect's graphics."""
    data = {}
    old_look = before.look if before is not None else NO_LOOK
    if after.look != old_look and not is_native(dialect, before, after):
        data[LOOK] = msgspec.json.encode(after.look).decode()
    labels = before.labels if before is not None else ()
    if after.labels != labels and not _has_native_labels(dialect, labels, after.labels):
        data[LABELS] = msgspec.json.encode(after.labels).decode()
    if isinstance(after, Edge) and dialect != "yed":
        ends = after.source_offset, after.target_offset
        known = (before.source_offset, before.target_offset) if isinstance(before, Edge) else (None, None)
        if ends != known:
            data[OFFSETS] = text_of_points((ends[0] or _CENTRE, ends[1] or _CENTRE))
    return data


def is_native(dialect: str, before: Node | Edge | None, after: Node | Edge) -> bool:
    """Whether the dialect's graphics can say how a record's look differs from before."""
    if dialect != "yed":
        return False
    tag = "node" if isinstance(after, Node) else "edge"
    fields = _YED_FIELDS[tag] + (TEXT_FIELDS if tag == "node" and after.name else ())
    old = before.look if before is not None else NO_LOOK
    changed = [name for name in Look.__struct_fields__ if getattr(old, name) != getattr(after.look, name)]
    return all(name in fields and getattr(after.look, name) is not None for name in changed)


def _has_native_labels(dialect: str, before: tuple[Label, ...], labels: tuple[Label, ...]) -> bool:
    """Whether the dialect's graphics can say what differs: yFiles' labels take other words, new ones have no place."""
    if dialect == "yed":
        return all(label.look == _text_part(label.look) for label in labels)
    known = [*before, *(Label("") for _ in labels[len(before) :])]
    return dialect == "yfiles" and all(
        msgspec.structs.replace(old, text=label.text) == label for old, label in zip(known, labels, strict=False)
    )


def _text_part(look: Look) -> Look:
    return Look(**{name: getattr(look, name) for name in TEXT_FIELDS})


def read_look(own: dict[str, str], lost: list[str], native: Look) -> Look:
    """The look stated in attributes (taken out of `own`), else the one of the graphics."""
    if "look" not in own:
        return native
    try:
        look = msgspec.json.decode(own["look"], type=Look)
    except (msgspec.MsgspecError, UnicodeError):
        look = None
    if look is None or not _has_colors(look):
        lost.append("look")
        return native
    del own["look"]
    return look


def _has_colors(look: Look) -> bool:
    """Whether what are said to be colours are some."""
    painted, worded = (look.fill, look.border), (look.text_color, look.text_fill, look.text_border)
    return all(color == color_of(color) for color in painted) and all(color == paint_of(color) for color in worded)


def read_labels(own: dict[str, str], lost: list[str]) -> tuple[Label, ...] | None:
    """The further labels stated in attributes (taken out of `own`); None for those of the graphics."""
    if "labels" not in own:
        return None
    try:
        labels = msgspec.json.decode(own["labels"], type=tuple[Label, ...])
    except (msgspec.MsgspecError, UnicodeError):
        labels = None
    if labels is None or not all(_has_colors(label.look) for label in labels):
        lost.append("labels")
        return None
    del own["labels"]
    return labels


def read_offsets(own: dict[str, str]) -> tuple[Point | None, Point | None] | None:
    """Where an edge is attached, stated in attributes (taken out of `own`); None where it is not."""
    points = points_of(own.get("offsets", ""))
    if len(points) != 2:
        return None
    del own["offsets"]
    source, target = points
    return source if source != _CENTRE else None, target if target != _CENTRE else None
