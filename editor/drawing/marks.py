"""The marks at the ends of lines, drawn as paths because not every reader of SVG knows markers."""

from editor.drawing.outlines import CLOSE, polygon, polyline, towards
from editor.drawing.shapes import Ellipse, Line, Move, Path, Shape, Stroke
from editor.geometry import Point, Rect, new

LENGTH, HALF = 9.0, 4.0
FILLED = {"standard", "delta", "arrow", "triangle", "short", "convex", "concave"}
HOLLOW = {"white_delta", "plain_triangle"}
OPEN = {"plain", "open"}
DIAMONDS = {"diamond", "white_diamond"}
CIRCLES = {"circle", "transparent_circle", "dot"}
BARS = {"bar", "t_shape", "dash", "skewed_dash", "crows_foot_one"}


def mark_area(tip: Point, behind: Point) -> Rect:
    """What a mark takes, whichever it is."""
    middle = towards(tip, behind, LENGTH / 2) if tip != behind else tip
    return Rect(middle.x, middle.y, 0.0, 0.0).grown(LENGTH / 2)


def mark(name: str | None, tip: Point, behind: Point, stroke: Stroke, paper: str) -> list[Shape]:
    """What stands at the end of a line whose last segment comes from `behind`; nothing for "none" or unknown marks."""
    if name is None or name == "none" or tip == behind:
        return []
    base = towards(tip, behind, LENGTH)
    (x, y), (base_x, base_y) = tip, base
    across_x, across_y = -((base_y - y) / LENGTH) * HALF, (base_x - x) / LENGTH * HALF
    left = new(Point, (base_x + across_x, base_y + across_y))
    right = new(Point, (base_x - across_x, base_y - across_y))
    if name in FILLED:
        return [Path((Move(tip), Line(left), Line(right), CLOSE), stroke.color)]
    line = Stroke(stroke.color, min(stroke.width, 1.5))
    if name in HOLLOW:
        return [Path(polygon((tip, left, right)), paper, line)]
    if name in OPEN:
        return [Path(polyline((left, tip, right)), None, line)]
    if name in DIAMONDS:
        middle, far = Point((tip.x + base.x) / 2, (tip.y + base.y) / 2), base
        sides = middle.moved(across_x, across_y), middle.moved(-across_x, -across_y)
        fill = paper if name.startswith("white") else stroke.color
        return [Path(polygon((tip, sides[0], far, sides[1])), fill, line)]
    if name in CIRCLES:
        centre = towards(tip, behind, HALF)
        inside = None if name.startswith("transparent") else stroke.color
        return [Ellipse(Rect(centre.x - HALF, centre.y - HALF, 2 * HALF, 2 * HALF), inside, line)]
    if name in BARS:
        return [Path(polyline((left, right)), None, line)]
    return []
