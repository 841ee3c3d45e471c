"""Selecting with a rectangle drawn on the empty ground."""

from editor.geometry import Point, Rect, rect_between
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State


class RubberBand(State):
    """Selects the boxes that lie wholly inside, beside what was selected before where Shift is held."""

    name = "select.rubber_band"
    cursor = "cross"

    def __init__(self, editor: Editor, back: State, event: PointerEvent) -> None:
        super().__init__(editor)
        self._back = back
        self._start: Point = event.point
        self._before = editor.selection.ids
        self._kept = self._before if {"shift", "ctrl"} & event.modifiers else frozenset()
        editor.selection.set(self._kept)
        editor.handles_at = None
        editor.hover(None)

    def move(self, event: PointerEvent) -> Next:
        area = rect_between(self._start, event.point)
        self._show(area)
        self.editor.selection.set(self._kept | self._inside(area))
        return None

    def release(self, event: PointerEvent) -> Next:
        self._show(None)
        return self._back

    def cancel(self) -> Next:
        self._show(None)
        self.editor.selection.set(self._before)
        return self._back

    def _inside(self, area: Rect) -> set[str]:
        boxes = self.editor.document.indexes.boxes
        return {id for id in boxes.touching(area) if area.encloses(boxes.rect(id)) and self.editor.picture.shows(id)}

    def _show(self, area: Rect | None) -> None:
        self.editor.rubber_band = area
        self.editor.view.show_overlay()
