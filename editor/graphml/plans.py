"""How what stands in the holes of a stencil becomes what a file says of a node or an edge, worked out once for all."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from editor.geometry import ABSURD_PX, Point, Rect
from editor.graphml import yed
from editor.graphml.keys import Key
from editor.graphml.scan import Element
from editor.graphml.stencils import Stencil
from editor.model.records import Label, Look

Values = tuple[bytes, ...]
Holes = Mapping[tuple[Element, str], int]
"""Which of the values stands in an attribute of an element, or is its text."""
_PLACE = ("x", "y", "width", "height")


class Outline(msgspec.Struct):
    """The graphics of a node or an edge without what differs between those of one stencil."""

    of: type[Any]
    graphics: Element
    labels: list[tuple[Element, Look]]
    look: Look


class _LabelPlan(msgspec.Struct, frozen=True):
    """text: which value, else always the same.  place, size: which two values, None where it isn't stated."""

    text: int | str
    place: tuple[int, int] | None
    size: tuple[int, int] | None
    look: Look

    def made(self, values: Values) -> Label:
        text = self.text if self.text.__class__ is str else values[self.text].decode().strip()  # type: ignore[index]
        if self.place is None or self.size is None:
            return Label(text, look=self.look)
        return Label(text, _point(values, self.place), _point(values, self.size), self.look)


class Plan(msgspec.Struct, frozen=True):
    """What a whole node or edge says.

    id, source, target: which value, None where it isn't stated.  box: which four values.  bends, ends: which pairs.
    data: the names of plain attributes, each with which value or with what always stands there.
    """

    id: int | None
    source: int | None
    target: int | None
    outline: Outline | None
    labels: tuple[_LabelPlan, ...]
    box: tuple[int, int, int, int] | None
    bends: tuple[tuple[int, int], ...]
    ends: tuple[tuple[int, int], tuple[int, int]] | None
    data: tuple[tuple[str, int | str], ...]
    picture: str | None = None

    def labels_of(self, values: Values) -> list[Label]:
        return [label.made(values) for label in self.labels]

    def data_of(self, values: Values) -> dict[str, str]:
        return {name: value if isinstance(value, str) else values[value].decode() for name, value in self.data}

    def box_of(self, values: Values) -> Rect | None:
        if self.box is None:
            return None
        a, b, c, d = self.box
        try:
            x, y, width, height = float(values[a]), float(values[b]), float(values[c]), float(values[d])
        except ValueError:
            return _odd_box([values[index] for index in self.box])
        is_placed = -ABSURD_PX <= x <= ABSURD_PX and -ABSURD_PX <= y <= ABSURD_PX
        if is_placed and 0.0 <= width <= ABSURD_PX and 0.0 <= height <= ABSURD_PX:
            return Rect(x, y, width, height)
        return None

    def bends_of(self, values: Values) -> tuple[Point, ...]:
        points = (_point(values, pair) for pair in self.bends)
        return tuple(point for point in points if point is not None)

    def ends_of(self, values: Values) -> tuple[Point | None, Point | None]:
        if self.ends is None:
            return None, None
        return _offset(values, self.ends[0]), _offset(values, self.ends[1])


def plan_of(
    stencil: Stencil, find: Callable[[str, str], Key], outlines: Mapping[Element, Outline], roles: tuple[str, str]
) -> Plan | None:
    """The plan for all that match a stencil of a whole node or edge; None where some of it has to be looked at anew.

    roles: of the data with the graphics, of nodes and of edges.
    """
    head, holes = stencil.head, stencil.holes
    assert head is not None
    outline: Outline | None = None
    data: list[tuple[str, int | str]] = []
    for unit in stencil.units:
        key = find(unit.attributes.get("key", ""), head.tag)
        if key.role in roles:
            if outline is not None or unit not in outlines:
                return None
            outline = outlines[unit]
        elif key.role or unit.children:
            return None
        else:
            data.append((key.name, holes.get((unit, ""), unit.text)))
    ends = [holes.get((head, name)) for name in ("id", "source", "target")]
    stated = [name in head.attributes for name in ("id", "source", "target")]
    if [index is not None for index in ends] != stated or not _is_simple(head):
        return None
    try:
        return _plan(head, holes, ends, outline, tuple(data))
    except LookupError:
        return None


def _is_simple(head: Element) -> bool:
    """Whether a node is no group, and an edge says neither its direction nor its ports."""
    return all(name in ("id", "source", "target") for name in head.attributes)


def _plan(
    head: Element,
    holes: Holes,
    ends: list[int | None],
    outline: Outline | None,
    data: tuple[tuple[str, int | str], ...],
) -> Plan:
    """Raises LookupError where not all places are holes."""
    labels: tuple[_LabelPlan, ...] = ()
    box = path = None
    if outline is not None:
        labels = tuple(_label_plan(element, look, holes) for element, look in outline.labels)
        box, path = outline.graphics.child("Geometry"), outline.graphics.child("Path")
    is_edge = head.tag == "edge"
    id, source, target = ends
    return Plan(
        id,
        source,
        target,
        outline,
        labels,
        _four(box, holes) if box is not None and not is_edge else None,
        tuple(_pair(point, "x", "y", holes) for point in path.children) if path is not None and is_edge else (),
        (_pair(path, "sx", "sy", holes), _pair(path, "tx", "ty", holes)) if path is not None and is_edge else None,
        data,
        yed.picture_ref(outline.graphics) if outline is not None and not is_edge else None,
    )


def _four(box: Element, holes: Holes) -> tuple[int, int, int, int]:
    x, y, width, height = (holes[box, name] for name in _PLACE)
    return x, y, width, height


def _pair(element: Element, first: str, second: str, holes: Holes) -> tuple[int, int]:
    return holes[element, first], holes[element, second]


def _label_plan(element: Element, look: Look, holes: Holes) -> _LabelPlan:
    text = holes.get((element, ""))
    is_placed = yed.is_placed(element, look)
    sides = [name in element.attributes for name in _PLACE]
    if is_placed and any(sides) and not all(sides):
        raise LookupError
    place = _pair(element, "x", "y", holes) if is_placed and sides[0] else None
    size = _pair(element, "width", "height", holes) if is_placed and sides[0] else None
    return _LabelPlan(yed.shown(element.text) if text is None else text, place, size, look)


def _point(values: Values, pair: tuple[int, int]) -> Point | None:
    first, second = values[pair[0]], values[pair[1]]
    try:
        x, y = float(first), float(second)
    except ValueError:
        return yed.point(first.decode(), second.decode())
    if -ABSURD_PX <= x <= ABSURD_PX and -ABSURD_PX <= y <= ABSURD_PX:
        return Point(x, y)
    return None


def _offset(values: Values, pair: tuple[int, int]) -> Point | None:
    if values[pair[0]] == b"0.0" and values[pair[1]] == b"0.0":
        return None
    point = _point(values, pair)
    return point if point is not None and (point.x or point.y) else None


def _odd_box(values: list[bytes]) -> Rect | None:
    """Numbers that only a text can be: digits of other scripts."""
    x, y, width, height = (yed.number(value.decode()) for value in values)
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Rect(x, y, width, height)
