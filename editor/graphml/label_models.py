"""Where labels of yFiles stand, whichever of its models has put them there.

A label has a parameter of a model: one of a few named positions inside or outside of a box, any place at a box, or a
place along a line. Version 2 names positions by the compass (North), version 3 by sides (Top).
"""

from editor.geometry import Point
from editor.graphml.markup_objects import Shared, number_part, part, point_part, text_part
from editor.graphml.scan import Element
from editor.graphml.yed import number
from editor.model.records import MIDDLE, Along, Spot

_ACROSS = {"west": 0.0, "left": 0.0, "east": 1.0, "right": 1.0}
_DOWN = {"north": 0.0, "top": 0.0, "south": 1.0, "bottom": 1.0}
_PARTS_OF_LINE = {"source": 0.1, "center": MIDDLE, "target": 0.9}
_NINE_POSITIONS_ASIDE = 10.0
_TOUCHING_PX = 1.0
"""Least room between a line and a label at its side."""
_ALIGNED = {"left": 0.0, "center": MIDDLE, "right": 1.0, "top": 0.0, "bottom": 1.0}
Insets = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_NO_INSETS: Insets = (0.0, 0.0, 0.0, 0.0)
_CENTRE = Point(MIDDLE, MIDDLE)
Parameter = Element | str | None


def parameter_of(label: Element, shared: Shared) -> Parameter:
    """What a label says of its place, out of the wrappings of models that combine others."""
    found = part(label, "layoutParameter", shared)
    while isinstance(found, Element) and (inner := part(found, "parameter", shared)) is not None:
        found = inner
    return found


def spot_of(parameter: Parameter, align: str, valign: str, shared: Shared) -> Spot | None:
    """Where a label stands at its box; None for the middle, and for what isn't known.

    align, valign: how its text stands in the label's own area, which some models make as wide as the box.
    """
    model, position = _model(parameter)
    if model.startswith("RatioAnchored") or model.startswith("FreeNodeLabelModel"):
        return _free(parameter, shared)
    if "Stretch" in model or "Stripe" in model:
        return _stretched(position, _insets(parameter, shared), align, valign)
    place = Point(_axis(position, _ACROSS), _axis(position, _DOWN))
    left, top, right, bottom = _insets(parameter, shared)
    inward = Point(_chosen(place.x, left, -right), _chosen(place.y, top, -bottom))
    if model.startswith("Exterior"):
        return Spot(place, Point(1.0 - place.x, 1.0 - place.y), Point(-inward.x, -inward.y))
    return Spot(place, place, inward) if model.startswith("Interior") and place != _CENTRE else None


def along_of(parameter: Parameter, shared: Shared) -> Along | None:
    """Where a label stands along its line; None where that isn't stated or known."""
    model, position = _model(parameter)
    if model.startswith("NinePositions"):
        return _one_of_nine(position, parameter, shared)
    if not isinstance(parameter, Element):
        return None
    if model.startswith("FreeEdge"):
        return Along(number_part(parameter, "ratio", shared, MIDDLE), number_part(parameter, "distance", shared, 0.0))
    if not model.startswith(("SmartEdge", "EdgeSegment", "EdgePath", "BezierEdge")):
        return None
    return _along(model, parameter, shared)


def _model(parameter: Parameter) -> tuple[str, str]:
    """The name of the model and of the position, in small letters."""
    if isinstance(parameter, Element):
        return parameter.tag, parameter.attributes.get("Position", "North").replace("_", "").lower()
    name, _, position = (parameter or "").rpartition(".")
    return name, position.replace("_", "").lower()


def _axis(position: str, sides: dict[str, float]) -> float:
    return next((side for name, side in sides.items() if name in position), MIDDLE)


def _chosen(place: float, first: float, last: float) -> float:
    return first if place == 0.0 else last if place == 1.0 else 0.0


def _insets(parameter: Parameter, shared: Shared) -> Insets:
    """The room that a model leaves at the sides of a box."""
    model = part(parameter, "model", shared) if isinstance(parameter, Element) else None
    if not isinstance(model, Element):
        return _NO_INSETS
    for name, is_clockwise in (("insets", False), ("padding", True), ("margins", True)):
        stated = part(model, name, shared)
        if isinstance(stated, Element):
            sides = [number(stated.attributes.get(side)) or 0.0 for side in ("Left", "Top", "Right", "Bottom")]
            return sides[0], sides[1], sides[2], sides[3]
        values = [number(value) or 0.0 for value in (stated or "").split(",")] if stated else []
        if len(values) == 1:
            return values[0], values[0], values[0], values[0]
        if len(values) == 4:
            top, right, bottom, left = values if is_clockwise else (values[1], values[2], values[3], values[0])
            return left, top, right, bottom
    return _NO_INSETS


def _free(parameter: Parameter, shared: Shared) -> Spot | None:
    if not isinstance(parameter, Element):
        return None
    box, off = point_part(parameter, "layoutRatio", shared), point_part(parameter, "layoutOffset", shared)
    text, back = point_part(parameter, "labelRatio", shared), point_part(parameter, "labelOffset", shared)
    spot = Spot(box, text, Point(off.x - back.x, off.y - back.y))
    return None if spot == Spot(_CENTRE, _CENTRE, Point(0.0, 0.0)) else spot


def _stretched(position: str, insets: Insets, align: str, valign: str) -> Spot | None:
    """A label as wide as its box, or as high, or both: the text stands in it as it is aligned."""
    across, down = _axis(position, _ACROSS), _axis(position, _DOWN)
    is_wide, is_high = across == MIDDLE, down == MIDDLE
    place = Point(_ALIGNED.get(align, MIDDLE) if is_wide else across, _ALIGNED.get(valign, MIDDLE) if is_high else down)
    left, top, right, bottom = insets
    off = Point(_chosen(place.x, left, -right), _chosen(place.y, top, -bottom))
    return None if place == _CENTRE else Spot(place, place, off, is_wide)


def _one_of_nine(position: str, parameter: Parameter, shared: Shared) -> Along:
    model = part(parameter, "model", shared) if isinstance(parameter, Element) else None
    distance = _NINE_POSITIONS_ASIDE
    if isinstance(model, Element):
        distance = number_part(model, "distance", shared, distance)
    where = next((part for name, part in _PARTS_OF_LINE.items() if position.startswith(name)), MIDDLE)
    if position.endswith(("above", "below")):
        return Along(where, distance if position.endswith("above") else -distance, True, True)
    return Along(where)


def _along(model: str, parameter: Element, shared: Shared) -> Along:
    """Models that count along the line or one of its stretches, and stand the label beside it."""
    ratio = number_part(parameter, "segmentRatio", shared, number_part(parameter, "ratio", shared, MIDDLE))
    stretch = _stretch(model, parameter, shared)
    if stretch is not None and stretch < 0:
        ratio = 1.0 - ratio
    if model.startswith(("SmartEdge", "BezierEdge")):
        aside = number_part(parameter, "distance", shared, 0.0)
        return Along(ratio, aside, aside != 0.0, stretch=stretch)
    holder, side = part(parameter, "model", shared), text_part(parameter, "sideOfEdge", shared)
    aside = 0.0
    if isinstance(holder, Element):
        aside = number_part(holder, "distance", shared, 0.0) + number_part(holder, "offset", shared, 0.0)
        side = side or text_part(holder, "sideOfEdge", shared)
    side = side.replace("_", "").lower()
    if not side or side == "onedge":
        return Along(ratio, stretch=stretch)
    aside = max(aside, _TOUCHING_PX)
    turned = -aside if "right" in side or "below" in side else aside
    return Along(ratio, turned, True, "above" in side or "below" in side, stretch)


def _stretch(model: str, parameter: Element, shared: Shared) -> int | None:
    """Which stretch of the line a parameter counts on, from 0 and from the end with negative numbers."""
    if "Path" in model:
        return None
    where = (text_part(parameter, "placeAlongEdge", shared) or text_part(parameter, "location", shared)).lower()
    index = int(number_part(parameter, "segmentIndex", shared, number_part(parameter, "segment", shared, 0.0)))
    if "center" in where:
        return None
    return -1 - index if "target" in where else index
