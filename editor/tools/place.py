"""Putting new boxes on the chart."""

from editor.geometry import Point
from editor.model import commands
from editor.model.places import NEW_SIZE
from editor.tools import wording
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
        id = self._add(event.point)
        self.editor.selection.set([id])
        back = self if "shift" in event.modifiers else self._back
        return TextEditing(self.editor, back, id)

    def cancel(self) -> Next:
        return self._back

    def _add(self, point: Point) -> str:
        editor = self.editor
        under = editor.node_at(point)
        free = under is None or editor.document.nodes[under].is_group
        at = Point(point.x - NEW_SIZE.x / 2, point.y - NEW_SIZE.y / 2) if free else None
        text = wording.one(wording.NEW_NAME, editor.lang)
        step_name = wording.one(wording.ADD, editor.lang)
        return commands.add(editor.document, editor.vocabulary, self.kind, text, under, step_name, at)
