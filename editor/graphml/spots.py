"""Where a label of yEd stands at its node, told from its place and size, whichever of yEd's models has put it there."""

from editor.geometry import Point, Rect
from editor.model.records import MIDDLE, Label, Spot

TOLERANCE_PX = 1.0
SIDE_PX = 4.0
"""Between the side of such a label and its text."""
LETTER, LINE = 0.55, 1.2
"""About how wide a letter is and how high a line, in parts of the size of the type."""
Axis = tuple[float, float, float]
"""Which part of the box, which part of the text stands there, and how far off."""
CENTRE: Axis = (0.5, 0.5, 0.0)


def spot_of(label: Label, box: Rect | None) -> Spot | None:
    """Where it stays when the box gets another size or the text other words; None for the middle, or not told."""
    if label.spot is not None:
        return label.spot
    if label.offset is None or label.size is None or box is None:
        return None
    is_wide = label.offset.x >= -TOLERANCE_PX and box.width - TOLERANCE_PX <= label.size.x <= box.width + TOLERANCE_PX
    if label.look.align is not None and is_wide:
        across = _at_side(label.look.align, label.offset.x, label.size.x, box.width)
    else:
        across = _along(label.offset.x, label.size.x, box.width)
    down = _along(label.offset.y, label.size.y, box.height)
    if across is CENTRE and down is CENTRE:
        return None
    of_box, of_text, off = (Point(*pair) for pair in zip(across, down, strict=True))
    return Spot(of_box, of_text, off, is_wide)


def middle_of(label: Label) -> Point | None:
    """The middle of an edge's label, counted from where the line leaves the box of its source, as yEd counts it."""
    if label.offset is None or label.size is None:
        return None
    return label.offset.moved(label.size.x / 2, label.size.y / 2)


def _at_side(align: str, start: float, length: float, room: float) -> Axis:
    """Of a label that is as wide as its box, where its text stands."""
    if align == "left":
        return 0.0, 0.0, max(start, SIDE_PX)
    return 1.0, 1.0, -max(room - start - length, SIDE_PX)


def _along(start: float, length: float, room: float) -> Axis:
    left, right = start, room - start - length
    if abs(left - right) <= 2 * TOLERANCE_PX:
        return CENTRE
    if right >= room:
        return 0.0, 1.0, start + length
    if left >= room:
        return 1.0, 0.0, start - room
    return (0.0, 0.0, left) if left < right else (1.0, 1.0, -right)


def place_of(spot: Spot, box: Rect, text: str, size_px: float) -> dict[str, str]:
    """The attributes for place and size of a new label at this spot, as far as they can be told without its font."""
    lines = text.split("\n")
    width, height = max(map(len, lines)) * size_px * LETTER, len(lines) * size_px * LINE
    x = spot.of_box.x * box.width + spot.off.x - spot.of_text.x * width
    y = spot.of_box.y * box.height + spot.off.y - spot.of_text.y * height
    return {name: repr(value) for name, value in (("x", x), ("y", y), ("width", width), ("height", height))}


def parameter_of(spot: Spot) -> dict[str, str]:
    """The attributes of the parameter of yEd's smart model that puts a label there."""
    ratios = {
        "labelRatioX": spot.of_text.x - MIDDLE,
        "labelRatioY": spot.of_text.y - MIDDLE,
        "nodeRatioX": spot.of_box.x - MIDDLE,
        "nodeRatioY": spot.of_box.y - MIDDLE,
        "offsetX": spot.off.x,
        "offsetY": spot.off.y,
    }
    stated = {name: f"{value:g}" for name, value in ratios.items()}
    return {**stated, "upX": "0.0", "upY": "-1.0"}
