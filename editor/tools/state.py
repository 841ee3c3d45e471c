"""What all states of the tools have in common: each event may lead to another state."""

from typing import Optional

from editor.tools.editor import Editor
from editor.tools.events import KeyEvent, PointerEvent

Next = Optional["State"]
"""The state that follows; None = stay in this one."""


class State:
    """One state of a gesture. `name` is for tests and messages; `resting` where nothing has been begun."""

    name = ""
    resting = False
    cursor = "arrow"

    def __init__(self, editor: Editor) -> None:
        self.editor = editor

    def press(self, event: PointerEvent) -> Next:
        return None

    def move(self, event: PointerEvent) -> Next:
        return None

    def release(self, event: PointerEvent) -> Next:
        return None

    def double_click(self, event: PointerEvent) -> Next:
        return self.press(event)

    def key(self, event: KeyEvent) -> Next:
        return None

    def cancel(self) -> Next:
        """Take back whatever has been begun and go where the gesture started."""
        return None
