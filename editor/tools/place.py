"""Putting new boxes on the chart."""

from editor.tools.adding import place_box
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State
from editor.tools.text_editing import TextEditing


class PlaceIdle(State):
    """A click puts a box there, ready to be named: inside the group or under the box that was clicked."""

    name = "place.idle"
    resting = True
    cursor = "cross"

    def __init__(self, editor: Editor, kind: str | None, back: State) -> None:
        super().__init__(editor)
        self.kind = kind
        self._back = back

    def move(self, event: PointerEvent) -> Next:
        self.editor.hover(self.editor.node_at(event.point))
        return None

    def press(self, event: PointerEvent) -> Next:
        if event.button != "left":
            return None
        id = place_box(self.editor, self.kind, event.point)
        self.editor.selection.set([id])
        back = self if "shift" in event.modifiers else self._back
        return TextEditing(self.editor, back, id, is_new=self.kind is None)

    def cancel(self) -> Next:
        return self._back
