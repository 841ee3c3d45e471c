"""A button held on a box, before it is clear whether this is a click or the beginning of a drag."""

from editor.tools.dragging import Dragging
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State

DRAG_PX = 4.0
"""How far the pointer must move on the screen before a click is a drag."""


class PointingNode(State):
    """Selects at once, so that a drag moves what was pressed; what only a click does waits for the release."""

    name = "select.pointing_node"

    def __init__(self, editor: Editor, back: State, id: str, event: PointerEvent) -> None:
        super().__init__(editor)
        self._back = back
        self._id = id
        self._event = event
        self._was_selected = id in editor.selection
        self._toggles = bool({"shift", "ctrl"} & event.modifiers)
        if not self._was_selected:
            if self._toggles:
                editor.selection.add(id)
            else:
                editor.selection.set([id])

    def move(self, event: PointerEvent) -> Next:
        if event.view_point.distance_to(self._event.view_point) < DRAG_PX or not self.editor.selected_nodes:
            return None
        dragging = Dragging(self.editor, self._back, self._event.point)
        dragging.move(event)
        return dragging

    def release(self, event: PointerEvent) -> Next:
        if self._was_selected:
            if self._toggles:
                self.editor.selection.toggle(self._id)
            else:
                self.editor.selection.set([self._id])
        return self._back

    def cancel(self) -> Next:
        return self._back
