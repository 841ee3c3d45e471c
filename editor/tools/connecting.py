"""Drawing a relation: from a box, or one of its handles, to another box."""

from editor.geometry import Point, Rect
from editor.model import commands
from editor.tools import wording
from editor.tools.editor import Cancelled, Editor
from editor.tools.events import PointerEvent
from editor.tools.pointing import DRAG_PX
from editor.tools.state import Next, State


class Connecting(State):
    """A line from a box to the pointer; on another box it becomes a relation of the kind that is chosen there."""

    name = "select.connecting"
    cursor = "cross"

    def __init__(self, editor: Editor, back: State, source: str, event: PointerEvent) -> None:
        super().__init__(editor)
        self._back = back
        self._source = source
        self._pressed = event
        self._has_left = False

    def move(self, event: PointerEvent) -> Next:
        box = self.editor.document.nodes[self._source].box or Rect(*self._pressed.point, 0.0, 0.0)
        target = self._target(event.point)
        end = self._end(box, target, event.point)
        self.editor.line = (box.border_towards(end), end)
        self.editor.hovered = target
        self.editor.view.show_overlay()
        return None

    def release(self, event: PointerEvent) -> Next:
        target = self._target(event.point)
        self._clear()
        if target is not None and event.view_point.distance_to(self._pressed.view_point) >= DRAG_PX:
            self._connect(target)
        return self._back

    def cancel(self) -> Next:
        self._clear()
        return self._back

    def _target(self, point: Point) -> str | None:
        """The box there; the one it began at only after the pointer was outside of it."""
        id = self.editor.node_at(point)
        self._has_left = self._has_left or id != self._source
        return id if id != self._source or self._has_left else None

    def _end(self, box: Rect, target: str | None, point: Point) -> Point:
        rect = self.editor.document.nodes[target].box if target is not None else None
        return rect.border_towards(box.centre) if rect is not None else point

    def _connect(self, target: str) -> None:
        kind = self._kind(target)
        document = self.editor.document
        if isinstance(kind, Cancelled) or not {self._source, target} <= document.nodes.keys():
            return
        name = wording.one(wording.CONNECT, self.editor.lang)
        self.editor.selection.set([commands.connect(document, kind, self._source, target, name)])

    def _kind(self, target: str) -> str | Cancelled | None:
        nodes = self.editor.document.nodes
        relations = self.editor.vocabulary.relations_between(nodes[self._source].kind, nodes[target].kind)
        return self.editor.view.choose_relation(relations) if relations else None

    def _clear(self) -> None:
        self.editor.line = None
        self.editor.hovered = None
        self.editor.view.show_overlay()


class ConnectDragging(Connecting):
    """The same with the tool that does nothing else."""

    name = "connect.dragging"


class ConnectIdle(State):
    """The relation tool, waiting for a box to begin at."""

    name = "connect.idle"
    resting = True
    cursor = "cross"

    def press(self, event: PointerEvent) -> Next:
        source = self.editor.node_at(event.point)
        if event.button != "left" or source is None:
            return None
        return ConnectDragging(self.editor, self, source, event)

    def move(self, event: PointerEvent) -> Next:
        self.editor.hover(self.editor.node_at(event.point))
        return None
