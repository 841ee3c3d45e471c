"""Moving the picture under the pointer."""

from editor.geometry import Point
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State


class Panning(State):
    """The picture follows the pointer until the button is let go; then on as before."""

    name = "pan.dragging"
    cursor = "grabbing"

    def __init__(self, editor: Editor, back: State, at: Point) -> None:
        super().__init__(editor)
        self._back = back
        self._at = at

    def move(self, event: PointerEvent) -> Next:
        self.editor.view.scroll_by(event.view_point.x - self._at.x, event.view_point.y - self._at.y)
        self._at = event.view_point
        return None

    def release(self, event: PointerEvent) -> Next:
        return self._back

    def cancel(self) -> Next:
        return self._back
