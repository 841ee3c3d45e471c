"""What the plain attributes of an element say: which are Ledgraf's own, the name, a place, an order."""

import math
from collections.abc import Mapping

from editor.geometry import Rect
from editor.graphml.facts import PREFIX
from editor.graphml.keys import PLACE
from editor.graphml.yed import number
from editor.model.records import NO_ATTRIBUTES, Label


def split(
    data: dict[str, str], defaults: Mapping[str, str], fills_gaps: bool = False
) -> tuple[dict[str, str], Mapping[str, str]]:
    """The attributes of Ledgraf's own (without their prefix), and the others with the defaults that apply.

    fills_gaps: empty ones of our own say nothing.
    """
    if not data:
        return {}, defaults or NO_ATTRIBUTES
    ours = [name for name in data if name.startswith(PREFIX)]
    own = {name[len(PREFIX) :]: value for name in ours if (value := data[name]) or not fills_gaps}
    others = {name: value for name, value in data.items() if not name.startswith(PREFIX)} if ours else data
    return own, {**defaults, **others} if defaults else others or NO_ATTRIBUTES


def with_rest(attributes: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
    """The attributes and those of Ledgraf's own that could not be understood, under their full names."""
    return {**attributes, **{PREFIX + name: value for name, value in own.items()}} if own else attributes


def named(
    labels: list[Label], drawn: bool, key: str | None, attributes: Mapping[str, str]
) -> tuple[str, tuple[Label, ...], Mapping[str, str]]:
    """Name, further labels, and the attributes left: the name is the first label, else the attribute that names
    things.
    """
    if drawn:
        return (labels[0].text if labels else ""), tuple(labels[1:]), attributes
    if key is None or key not in attributes:
        return "", (), attributes
    return attributes[key], (), {name: value for name, value in attributes.items() if name != key}


def plain_place(
    own: dict[str, str], attributes: Mapping[str, str]
) -> tuple[Rect | None, dict[str, str], Mapping[str, str]]:
    """A box from four plain attributes, and the attributes without them.

    They are `lg.x` and so on where `x` means something else in the file, else x, y, width and height; where they are
    not all there or make no sense, they stay attributes (x and y alone are as often degrees as pixels).
    """
    box = _rect(own)
    if box is not None:
        return box, {name: value for name, value in own.items() if name not in PLACE}, attributes
    box = _rect(attributes)
    if box is not None:
        return box, own, {name: value for name, value in attributes.items() if name not in PLACE}
    return None, own, attributes


def _rect(attributes: Mapping[str, str]) -> Rect | None:
    values = [number(attributes.get(name)) for name in PLACE]
    x, y, width, height = values
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Rect(x, y, width, height)


def order_of(stated: str | None, ordinal: int) -> float:
    """What is no number, or an endless one, orders nothing: the place in the file counts."""
    try:
        order = float(stated) if stated is not None else float(ordinal)
    except ValueError:
        return float(ordinal)
    return order if math.isfinite(order) else float(ordinal)
