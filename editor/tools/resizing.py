"""Boxes made larger or smaller by hand: one open transaction, recomputed from what they were at every move."""

from collections.abc import Iterable
from typing import Literal

from editor.geometry import Point, Rect
from editor.model.places import grow_groups
from editor.model.resizing import LEAST, Side, inside_of, resize, stretched
from editor.tools import wording
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.handles import handle_at
from editor.tools.snapping import NO_SNAP, SNAP_PX, Guide, neighbours
from editor.tools.state import Next, State

CORNER_PX = 7.0
"""Side of the square at a corner, on the screen."""
CORNER_REACH_PX = 8.0
EDGE_REACH_PX = 4.0
SMALLEST_BOX_PX = 28.0
CURSORS: dict[Side, str] = {
    "nw": "size_falling", "se": "size_falling", "ne": "size_rising", "sw": "size_rising",
    "n": "size_down", "s": "size_down", "e": "size_across", "w": "size_across",
}  # fmt: skip


def corners_of(box: Rect, scale: float) -> dict[Side, Point]:
    """Where a selected box is taken to be resized; nowhere where it is too small on the screen."""
    if min(box.width, box.height) * scale < SMALLEST_BOX_PX:
        return {}
    one, two, three, four = box.corners
    return {"nw": one, "ne": two, "se": three, "sw": four}


def side_at(point: Point, box: Rect, scale: float) -> Side | None:
    """The corner or side of a selected box that a pointer takes; the handles for relations come before sides."""
    corners = corners_of(box, scale)
    near = {side: at.distance_to(point) * scale for side, at in corners.items()}
    side = min(near, key=near.__getitem__, default=None)
    if side is None:
        return None
    handle = handle_at(point, box, scale)
    if near[side] <= CORNER_REACH_PX:
        nearer = handle is None or near[side] <= handle.distance_to(point) * scale
        return side if nearer else None
    return _edge_at(point, box, scale) if handle is None else None


def _edge_at(point: Point, box: Rect, scale: float) -> Side | None:
    reach = EDGE_REACH_PX / scale
    across, down = box.x <= point.x <= box.right, box.y <= point.y <= box.bottom
    if down and abs(point.x - box.x) <= reach:
        return "w"
    if down and abs(point.x - box.right) <= reach:
        return "e"
    if across and abs(point.y - box.y) <= reach:
        return "n"
    return "s" if across and abs(point.y - box.bottom) <= reach else None


def resizable(editor: Editor) -> list[str]:
    """The selected boxes that are resized together; of frames only one by itself."""
    nodes = editor.document.nodes
    ids = [id for id in editor.selected_nodes if nodes[id].box is not None and not nodes[id].folded]
    boxes = [id for id in ids if not nodes[id].is_group]
    return ids if len(ids) == 1 else boxes


def taken_at(editor: Editor, point: Point, scale: float) -> tuple[str, Side] | None:
    """The selected box whose corner or side is at a point."""
    ids = resizable(editor)
    near = editor.document.indexes.boxes.touching(Rect(*point, 0.0, 0.0).grown(CORNER_REACH_PX / scale))
    for id in ids if len(ids) < len(near) else [id for id in near if id in set(ids)]:
        box = editor.document.nodes[id].box
        side = side_at(point, box, scale) if box is not None and editor.picture.block(id) is not None else None
        if side is not None:
            return id, side
    return None


class Resizing(State):
    """The side or corner follows the pointer; all boxes selected grow alike. Shift keeps the proportions, Alt catches
    on nothing. Escape gives them back their sizes."""

    name = "select.resizing"

    def __init__(self, editor: Editor, back: State, id: str, side: Side, event: PointerEvent) -> None:
        super().__init__(editor)
        self.cursor = CURSORS[side]
        self._back, self._side, self._start, self._id = back, side, event.point, id
        nodes = editor.document.nodes
        self._boxes = {each: box for each in resizable(editor) if (box := nodes[each].box) is not None}
        self._ids = list(self._boxes)
        self._inside = {each: inside_of(editor.document, each) for each in self._ids}
        self._step = editor.document.begin(wording.counted(wording.RESIZE, len(self._ids), editor.lang))

    def move(self, event: PointerEvent) -> Next:
        dx, dy = event.point.x - self._start.x, event.point.y - self._start.y
        box = self._boxes[self._id]
        if "shift" in event.modifiers and len(self._side) == 2:
            dx, dy = _in_proportion(box, self._side, dx, dy)
            guides: tuple[Guide, ...] = ()
        else:
            dx, dy, guides = self._caught(box, dx, dy, event)
        self._step.reset()
        for id in self._ids:
            resize(self.editor.document, self._step, id, self._stretched(id, dx, dy))
            grow_groups(self.editor.document, self._step, id)
        self._show(guides)
        return None

    def release(self, event: PointerEvent) -> Next:
        self._show(())
        self._step.commit()
        return self._back

    def cancel(self) -> Next:
        self._show(())
        self._step.cancel()
        return self._back

    def _stretched(self, id: str, dx: float, dy: float) -> Rect:
        return stretched(self._boxes[id], self._side, dx, dy, self._inside[id])

    def _caught(self, box: Rect, dx: float, dy: float, event: PointerEvent) -> tuple[float, float, tuple[Guide, ...]]:
        """The sides that move catch on the neighbours' sides, on their sizes, and on the grid."""
        if "alt" in event.modifiers:
            return dx, dy, NO_SNAP.guides
        target = self._stretched(self._id, dx, dy)
        others = neighbours(self.editor.document.indexes.boxes, target, set(self._ids)) if self.editor.snaps else []
        catch = _Catching(box, target, others, SNAP_PX / event.scale, self.editor.grid)
        more_x, upright = catch.along("x", self._side)
        more_y, level = catch.along("y", self._side)
        return dx + more_x, dy + more_y, (*upright, *level)

    def _show(self, guides: tuple[Guide, ...]) -> None:
        self.editor.guides = guides
        self.editor.view.show_overlay()


class _Catching:
    """What a moving side catches on."""

    def __init__(self, box: Rect, target: Rect, others: list[Rect], reach: float, grid: float | None) -> None:
        self._box, self._target, self._others, self._reach, self._grid = box, target, others, reach, grid

    def along(self, axis: Literal["x", "y"], side: Side) -> tuple[float, list[Guide]]:
        is_across = axis == "x"
        low, high = ("w", "e") if is_across else ("n", "s")
        if low not in side and high not in side:
            return 0.0, []
        here, rects = _on_axis(self._target, is_across), [_on_axis(other, is_across) for other in self._others]
        edge = here[1] if high in side else here[0]
        fixed = here[0] if high in side else here[1]
        lines = [value for rect in rects for value in rect]
        sizes = [fixed + (end - start if high in side else start - end) for start, end in rects]
        found = [value - edge for value in (*lines, *sizes) if abs(value - edge) <= self._reach]
        if found:
            more = min(found, key=abs)
            return more, self._guides(edge + more, is_across)
        if self._grid:
            return round(edge / self._grid) * self._grid - edge, []
        return 0.0, []

    def _guides(self, value: float, is_across: bool) -> list[Guide]:
        """A line along the sides that now stand in line, if that is what was caught on."""
        fitting = [o for o in self._others if any(abs(v - value) < 0.01 for v in _on_axis(o, is_across))]
        if not fitting:
            return []
        ends = [end for rect in (self._target, *fitting) for end in _on_axis(rect, not is_across)]
        if is_across:
            return [Guide(Point(value, min(ends)), Point(value, max(ends)))]
        return [Guide(Point(min(ends), value), Point(max(ends), value))]


def _on_axis(rect: Rect, is_across: bool) -> tuple[float, float]:
    return (rect.x, rect.right) if is_across else (rect.y, rect.bottom)


def _in_proportion(box: Rect, side: Side, dx: float, dy: float) -> tuple[float, float]:
    """The larger of both changes, and the other as the box's proportions have it."""
    wide, high = (dx if "e" in side else -dx), (dy if "s" in side else -dy)
    factor = max((box.width + wide) / max(box.width, 1.0), (box.height + high) / max(box.height, 1.0))
    factor = max(factor, LEAST.x / max(box.width, 1.0), LEAST.y / max(box.height, 1.0))
    wide, high = box.width * (factor - 1), box.height * (factor - 1)
    return (wide if "e" in side else -wide), (high if "s" in side else -high)


def resize_by(editor: Editor, ids: Iterable[str], dx: float, dy: float) -> None:
    """By key: wider, narrower, higher, lower; steps that follow one another are one."""
    ids = list(ids)
    if not ids:
        return
    document = editor.document
    name, key = wording.counted(wording.RESIZE, len(ids), editor.lang), f"resize {sorted(ids)}"
    with document.transaction(name, key) as step:
        for id in ids:
            box = document.nodes[id].box
            if box is not None:
                resize(document, step, id, stretched(box, "se", dx, dy, inside_of(document, id)))
                grow_groups(document, step, id)
