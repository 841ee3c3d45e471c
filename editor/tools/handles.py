"""The four small handles at the edges of a box from which relations are drawn."""

from editor.geometry import Point, Rect

HANDLE_PX = 9.0
"""Diameter on the screen."""
GRIP_PX = 8.0
"""How far from its middle, on the screen, a handle can be taken."""
SMALLEST_BOX_PX = 28.0
"""Boxes smaller than this on the screen show none: the handles would hide them, and nothing else could be taken."""


def handles_of(box: Rect, scale: float) -> tuple[Point, ...]:
    """The middles of the four edges, in drawing coordinates; none where the box is too small on the screen."""
    if min(box.width, box.height) * scale < SMALLEST_BOX_PX:
        return ()
    centre = box.centre
    return (
        Point(centre.x, box.y),
        Point(box.right, centre.y),
        Point(centre.x, box.bottom),
        Point(box.x, centre.y),
    )


def handle_at(point: Point, box: Rect, scale: float) -> Point | None:
    """The handle that a pointer takes; None where there is none within its grip."""
    near = [handle for handle in handles_of(box, scale) if handle.distance_to(point) * scale <= GRIP_PX]
    return min(near, key=point.distance_to, default=None)
