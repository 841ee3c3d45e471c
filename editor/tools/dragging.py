"""Boxes on their way: one open transaction, recomputed from where they stood at every move."""

from editor.geometry import Point, bounds_of
from editor.model.moving import moved, with_members
from editor.model.places import grow_groups
from editor.tools import wording
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.snapping import NO_SNAP, Snap, neighbours, snapped
from editor.tools.state import Next, State

MOST_SNAPPING = 50
"""Boxes that catch on their neighbours when moved together; more have no common edge worth catching."""

MOST_GROWING = 300
"""Boxes whose groups grow around them on the way."""


class Dragging(State):
    """The selected boxes follow the pointer, and the groups they stand in grow around them.

    Letting go makes it a step, Escape puts them back.
    """

    name = "select.dragging"
    cursor = "move"

    def __init__(self, editor: Editor, back: State, start: Point) -> None:
        super().__init__(editor)
        self._back = back
        self._start = start
        self._ids = editor.selected_nodes
        self._moving = with_members(editor.document, self._ids)
        boxes = [editor.document.nodes[id].box for id in self._ids]
        self._bounds = bounds_of(box for box in boxes if box is not None)
        name = wording.counted(wording.MOVE, len(self._ids), editor.lang)
        self._step = editor.document.begin(name)

    def move(self, event: PointerEvent) -> Next:
        dx, dy = event.point.x - self._start.x, event.point.y - self._start.y
        if "shift" in event.modifiers:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self._step.reset()
        snap = self._snap(dx, dy, event)
        self._step.put(*moved(self.editor.document, self._ids, dx + snap.dx, dy + snap.dy))
        for id in self._ids[:MOST_GROWING]:
            grow_groups(self.editor.document, self._step, id)
        self._show(snap)
        return None

    def release(self, event: PointerEvent) -> Next:
        self._show(NO_SNAP)
        self._step.commit()
        return self._back

    def cancel(self) -> Next:
        self._show(NO_SNAP)
        self._step.cancel()
        return self._back

    def _snap(self, dx: float, dy: float, event: PointerEvent) -> Snap:
        if self._bounds is None or "alt" in event.modifiers or len(self._ids) > MOST_SNAPPING:
            return NO_SNAP
        target = self._bounds.moved(dx, dy)
        others = neighbours(self.editor.document.indexes.boxes, target, self._moving | self._frames())
        snap = snapped(target, others, event.scale)
        return Snap(snap.dx if dx else 0.0, snap.dy if dy else 0.0, snap.guides) if 0.0 in (dx, dy) else snap

    def _frames(self) -> set[str]:
        """The groups the moving boxes stand in: edges to catch on would be everywhere along them."""
        found: set[str] = set()
        for id in self._ids:
            group = self.editor.document.nodes[id].group
            while group is not None and group not in found:
                found.add(group)
                group = self.editor.document.nodes[group].group
        return found

    def _show(self, snap: Snap) -> None:
        self.editor.guides = snap.guides
        self.editor.view.overlay_changed()
