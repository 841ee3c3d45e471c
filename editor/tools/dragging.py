"""Boxes on their way: one open transaction, recomputed from where they stood at every move; many are only shown so."""

import msgspec

from editor.geometry import Point, bounds_of
from editor.model.lines import clear_ways
from editor.model.moving import moved, with_members
from editor.model.places import grow_groups_around
from editor.tools import wording
from editor.tools.drop import Drop
from editor.tools.dropping import Dropping
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.lifted import Lifted
from editor.tools.snapping import NO_SNAP, Snap, neighbours, snapped
from editor.tools.state import Next, State

MOST_SNAPPING = 50
"""Boxes that catch on their neighbours when moved together; more have no common edge worth catching."""

MOST_ROUTED = 60
"""Boxes after whose move their lines are led around what they would run through; more ask for a layout."""

MOST_WRITTEN = 12
"""Boxes that are written at every move. More are lifted: nothing is written before they are let go of, so that a frame
costs the same however many they are, and the groups they stand in grow then."""


class Dragging(State):
    """The selected boxes follow the pointer, and the groups they stand in grow around them.

    Letting go makes it a step: on another box (or group) they hang under it from then on, with Alt on the ground they
    hang under nobody, and anywhere else they are only moved. Escape puts them back.
    """

    name = "select.dragging"
    cursor = "move"

    def __init__(self, editor: Editor, back: State, start: Point) -> None:
        super().__init__(editor)
        self._back = back
        self._start = start
        self._ids = editor.selected_nodes
        self._carried = editor.carried(self._ids)
        self._moving = with_members(editor.document, self._carried)
        self._lifts = Lifted(frozenset(self._moving)) if len(self._moving) > MOST_WRITTEN else None
        boxes = [editor.document.nodes[id].box for id in self._ids]
        self._bounds = bounds_of(box for box in boxes if box is not None)
        self._name = wording.counted(wording.MOVE, len(self._ids), editor.lang)
        self._step = editor.document.begin(self._name)
        self._dropping = Dropping(editor, self._ids)

    def move(self, event: PointerEvent) -> Next:
        dx, dy = event.point.x - self._start.x, event.point.y - self._start.y
        if "shift" in event.modifiers:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        if self._lifts is None:
            self._step.reset()
        drop = self._drop(event)
        snap = self._snap(dx, dy, event) if drop is None else NO_SNAP
        dx, dy = dx + snap.dx, dy + snap.dy
        if self._lifts is None:
            self._write(dx, dy, drop)
        else:
            self.editor.lifted = msgspec.structs.replace(self._lifts, dx=dx, dy=dy)
        self._show(snap, drop)
        return None

    def _write(self, dx: float, dy: float, drop: Drop | None) -> None:
        self._step.put(*moved(self.editor.document, self._carried, dx, dy))
        if drop is None:
            grow_groups_around(self.editor.document, self._step, self._ids)

    def release(self, event: PointerEvent) -> Next:
        """A branch that is hung elsewhere is one step; so is a mere move."""
        drop, lifted = self.editor.drop, self.editor.lifted
        self._put_down()
        if lifted is not None and (drop is None or drop.parent is None):
            self._write(lifted.dx, lifted.dy, drop)
        if drop is None:
            if len(self._moving) <= MOST_ROUTED:
                clear_ways(self.editor.document, self._step, self._ids)
            self._step.commit()
            return self._back
        if drop.parent is not None:
            self._step.reset()
        self._step.name = wording.one(wording.MOVE_UNDER, self.editor.lang)
        try:
            self._dropping.carry_out(self._step, drop)
        except BaseException:
            self._step.cancel()
            raise
        self._step.commit()
        return self._back

    def cancel(self) -> Next:
        self._put_down()
        self._step.cancel()
        return self._back

    def _put_down(self) -> None:
        self.editor.lifted = None
        self._show(NO_SNAP, None)

    def _drop(self, event: PointerEvent) -> Drop | None:
        drop = self._dropping.under(event.point, self._moving)
        if drop is None and "alt" in event.modifiers:
            return self._dropping.at_top(event.point)
        return drop

    def _snap(self, dx: float, dy: float, event: PointerEvent) -> Snap:
        if self._bounds is None or "alt" in event.modifiers:
            return NO_SNAP
        target = self._bounds.moved(dx, dy)
        catches = self.editor.snaps and len(self._ids) <= MOST_SNAPPING
        boxes = self.editor.document.indexes.boxes
        others = neighbours(boxes, target, self._moving | self._frames()) if catches else []
        snap = snapped(target, others, event.scale, self.editor.grid)
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

    def _show(self, snap: Snap, drop: Drop | None) -> None:
        self.editor.guides = snap.guides
        self.editor.drop = drop
        self.editor.view.show_overlay()
