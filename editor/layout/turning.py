"""A layout is made downwards and then turned to the direction asked for."""

from collections.abc import Mapping

from editor.geometry import Point, Rect

Size = tuple[float, float]


class Turn:
    """From a layout that runs downwards to the direction of a preset (Graphviz's rankdir: TB, BT, LR, RL)."""

    def __init__(self, direction: str) -> None:
        self._sideways = direction in ("LR", "RL")
        self._backwards = direction in ("BT", "RL")

    def sizes(self, sizes: Mapping[str, Size]) -> Mapping[str, Size]:
        """Sizes as they are while the layout runs downwards."""
        return {id: (height, width) for id, (width, height) in sizes.items()} if self._sideways else sizes

    def rect(self, rect: Rect) -> Rect:
        y = -rect.bottom if self._backwards else rect.y
        return Rect(y, rect.x, rect.height, rect.width) if self._sideways else Rect(rect.x, y, rect.width, rect.height)

    def back(self, rect: Rect) -> Rect:
        """Where a rectangle would be while the layout runs downwards."""
        turned = Rect(rect.y, rect.x, rect.height, rect.width) if self._sideways else rect
        return Rect(turned.x, -turned.bottom, turned.width, turned.height) if self._backwards else turned

    def point(self, point: Point) -> Point:
        y = -point.y if self._backwards else point.y
        return Point(y, point.x) if self._sideways else Point(point.x, y)

    def point_back(self, point: Point) -> Point:
        turned = Point(point.y, point.x) if self._sideways else point
        return Point(turned.x, -turned.y) if self._backwards else turned

    def boxes(self, boxes: Mapping[str, Rect]) -> dict[str, Rect]:
        if not self._sideways and not self._backwards:
            return dict(boxes)
        return {id: self.rect(box) for id, box in boxes.items()}

    def bends(self, bends: Mapping[str, tuple[Point, ...]]) -> dict[str, tuple[Point, ...]]:
        if not self._sideways and not self._backwards:
            return dict(bends)
        return {id: tuple(self.point(bend) for bend in line) for id, line in bends.items()}
