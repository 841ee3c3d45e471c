"""Changing a line by hand: an end is attached elsewhere, a corner is moved or made."""

from editor.geometry import Point
from editor.model.lines import attach
from editor.model.suggestions import settle
from editor.tools import wording
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.grips import Grip
from editor.tools.state import Next, State

STRAIGHT_PX = 6.0
"""How near, on the screen, a corner comes to its neighbours' lines before it stands in line with them."""


class Reattaching(State):
    """One end of a line follows the pointer; on a box it stays, anywhere else it goes back."""

    name = "select.reattaching"
    cursor = "cross"

    def __init__(self, editor: Editor, back: State, id: str, grip: Grip) -> None:
        super().__init__(editor)
        self._back = back
        self._id = id
        self._end = grip.what
        line = editor.line_of(editor.document.edges[id])
        self._fixed = line[-1] if grip.what == "source" else line[0]

    def move(self, event: PointerEvent) -> Next:
        self.editor.hovered = self.editor.node_at(event.point)
        self.editor.line = (self._fixed, event.point)
        self.editor.view.show_overlay()
        return None

    def release(self, event: PointerEvent) -> Next:
        node = self.editor.node_at(event.point)
        self._clear()
        edge = self.editor.document.edges.get(self._id)
        if edge is None or node is None or node == (edge.source if self._end == "source" else edge.target):
            return self._back
        source, target = (node, None) if self._end == "source" else (None, node)
        with self.editor.document.transaction(wording.one(wording.ATTACH, self.editor.lang)) as step:
            attach(self.editor.document, step, self._id, source, target)
        return self._back

    def cancel(self) -> Next:
        self._clear()
        return self._back

    def _clear(self) -> None:
        self.editor.line = None
        self.editor.hovered = None
        self.editor.view.show_overlay()


class Bending(State):
    """A corner of a line follows the pointer; taken in the middle of a stretch, the line gets a new one."""

    name = "select.bending"
    cursor = "move"

    def __init__(self, editor: Editor, back: State, id: str, grip: Grip) -> None:
        super().__init__(editor)
        self._back = back
        self._id = id
        self._index = grip.index
        bends = editor.document.edges[id].bends
        self._makes = grip.what == "middle"
        self._bends = (*bends[: grip.index], grip.at, *bends[grip.index :]) if self._makes else bends
        self._step = editor.document.begin(wording.one(wording.BEND, editor.lang))

    def move(self, event: PointerEvent) -> Next:
        self._step.reset()
        point = event.point if "alt" in event.modifiers else self._straight(event.point, event.scale)
        bends = (*self._bends[: self._index], point, *self._bends[self._index + 1 :])
        settle(self.editor.document, self._step, [self._id])
        self._step.update(self._id, bends=bends, loose=False)
        self.editor.view.show_overlay()
        return None

    def release(self, event: PointerEvent) -> Next:
        self._step.commit()
        return self._back

    def cancel(self) -> Next:
        self._step.cancel()
        return self._back

    def _straight(self, point: Point, scale: float) -> Point:
        """In line with the corner before or after, where the pointer is near enough to that."""
        edge = self.editor.document.edges[self._id]
        line = self.editor.line_of(edge)
        if len(line) < 3:
            return point
        ends = (self._anchor(edge.source), *self._bends, self._anchor(edge.target))
        x, y = point
        for other in (ends[self._index], ends[self._index + 2]):
            if abs(other.x - point.x) * scale <= STRAIGHT_PX:
                x = other.x
            if abs(other.y - point.y) * scale <= STRAIGHT_PX:
                y = other.y
        return Point(x, y)

    def _anchor(self, node: str) -> Point:
        box = self.editor.document.nodes[node].box
        assert box is not None, "the line is drawn"
        return box.centre


def without_bend(editor: Editor, id: str, index: int) -> None:
    """Take one corner away, as a step."""
    bends = editor.document.edges[id].bends
    with editor.document.transaction(wording.one(wording.BEND, editor.lang)) as step:
        settle(editor.document, step, [id])
        step.update(id, bends=(*bends[:index], *bends[index + 1 :]), loose=False)
