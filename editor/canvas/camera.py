"""Which part of the drawing the viewport shows, and how large."""

import math

from editor.geometry import Point, Rect

SMALLEST = 0.005
LARGEST = 8.0


class Camera:
    """A scale (viewport pixels per drawing pixel) and the place of the viewport's top left corner in scaled pixels.

    That place is whole pixels, so that what was rendered once can be shown again anywhere without being smeared.
    """

    def __init__(self) -> None:
        self.scale = 1.0
        self.left = 0
        self.top = 0

    def to_drawing(self, view: Point) -> Point:
        return Point((view.x + self.left) / self.scale, (view.y + self.top) / self.scale)

    def to_view(self, point: Point) -> Point:
        return Point(point.x * self.scale - self.left, point.y * self.scale - self.top)

    def rect_to_view(self, rect: Rect) -> Rect:
        return Rect(*self.to_view(Point(rect.x, rect.y)), rect.width * self.scale, rect.height * self.scale)

    def rect_to_drawing(self, rect: Rect) -> Rect:
        return Rect(*self.to_drawing(Point(rect.x, rect.y)), rect.width / self.scale, rect.height / self.scale)

    def scroll(self, dx: float, dy: float) -> None:
        """Move the picture by viewport pixels: to the right and down where positive."""
        self.left -= round(dx)
        self.top -= round(dy)

    def zoom_at(self, view: Point, scale: float) -> None:
        """Change the scale so that what is under `view` stays there."""
        fixed = self.to_drawing(view)
        self.scale = min(LARGEST, max(SMALLEST, scale))
        self.left = round(fixed.x * self.scale - view.x)
        self.top = round(fixed.y * self.scale - view.y)

    def centre_on(self, point: Point, width: float, height: float) -> None:
        self.left = round(point.x * self.scale - width / 2)
        self.top = round(point.y * self.scale - height / 2)

    def show(self, area: Rect, width: float, height: float, largest: float = LARGEST) -> None:
        """Show the whole of an area in the middle of a viewport of that size."""
        wanted = min(width / max(area.width, 1.0), height / max(area.height, 1.0))
        scale = min(largest, LARGEST, max(SMALLEST, wanted))
        self.scale = scale if math.isfinite(scale) else 1.0
        self.centre_on(area.centre, width, height)
