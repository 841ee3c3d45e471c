"""The state machine of the tools: passes events to the state it is in and goes where that says."""

from collections.abc import Callable

from editor.tools.connecting import ConnectIdle
from editor.tools.editor import Editor
from editor.tools.events import Button, KeyEvent, PointerEvent
from editor.tools.pan import Panning
from editor.tools.place import PlaceIdle
from editor.tools.select_idle import SelectIdle
from editor.tools.state import Next, State
from editor.tools.text_editing import TextEditing


class Machine:
    """Starts in `select.idle`. The tools' names are "select", "connect", and "place:KIND" ("place:" for no kind).

    The states are select.idle, select.pointing_node, select.dragging, select.rubber_band, select.connecting,
    select.reattaching, select.bending, select.resizing,
    connect.idle, connect.dragging, place.idle, pan.dragging and text.editing. Escape is `cancel` in each of them.
    """

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self._select = SelectIdle(editor)
        self._tool = "select"
        self._button: Button = "none"
        self.state: State = self._select

    @property
    def tool(self) -> str:
        return self._tool

    def set_tool(self, tool: str) -> None:
        """Change to another tool; an unfinished gesture is cancelled, a name being written is kept."""
        self.settle()
        if tool == "connect":
            self._go(ConnectIdle(self.editor))
        elif tool.startswith("place:"):
            self._go(PlaceIdle(self.editor, tool.removeprefix("place:") or None, self._select))
        elif tool == "select":
            self._go(self._select)
        else:
            raise ValueError(f"there is no tool {tool!r}")

    def press(self, event: PointerEvent) -> None:
        if self.state.resting or isinstance(self.state, TextEditing):
            self._button = event.button
        if isinstance(self.state, TextEditing):
            self._do(self.state.press, event)
        if self.state.resting and (event.button == "middle" or "space" in event.modifiers):
            self._go(Panning(self.editor, self.state, event.view_point))
        else:
            self._do(self.state.press, event)

    def move(self, event: PointerEvent) -> None:
        self._do(self.state.move, event)

    def release(self, event: PointerEvent) -> None:
        if event.button == self._button:
            self._do(self.state.release, event)

    def double_click(self, event: PointerEvent) -> None:
        self._button = event.button
        self._do(self.state.double_click, event)

    def key(self, event: KeyEvent) -> None:
        if event.key == "Escape":
            self.cancel()
        else:
            self._go(self.state.key(event))

    def cancel(self) -> None:
        """Escape: take back what has been begun; at rest, leave the tool or the selection."""
        following = self.state.cancel()
        if following is None and self.state.resting and self.state is not self._select:
            following = self._select
        self._go(following)

    def settle(self) -> None:
        """Come to rest so that a command can have the document: the half done is cancelled, the written kept."""
        if isinstance(self.state, TextEditing):
            self.editor.view.close_text()
        while not self.state.resting:
            self._go(self.state.cancel())

    def select_all(self) -> None:
        self._select.select_all()

    def add_child(self) -> None:
        """A new box under the selected one, its name ready to type."""
        self.settle()
        self._go(self._select.add_child())

    def add_sibling(self) -> None:
        self.settle()
        self._go(self._select.add_sibling())

    def begin_text(self, id: str, typed: str = "", is_new: bool = False) -> None:
        """`is_new`: the box was just added and nobody chose its kind."""
        self.settle()
        self._go(TextEditing(self.editor, self.state, id, typed, is_new))

    def end_text(self, text: str | None) -> None:
        """The text field was closed with this text; None = given up. Not an error where none is open."""
        if isinstance(self.state, TextEditing):
            self._go(self.state.end(text))

    def _do(self, act: Callable[[PointerEvent], Next], event: PointerEvent) -> None:
        self._go(act(event))

    def _go(self, following: Next) -> None:
        if following is None or following is self.state:
            return
        self.state = following
        if isinstance(following, TextEditing):
            following.open()
        self._tell_tool()

    def _tell_tool(self) -> None:
        tool = self._tool
        if isinstance(self.state, PlaceIdle):
            tool = f"place:{self.state.kind or ''}"
        elif isinstance(self.state, ConnectIdle):
            tool = "connect"
        elif self.state is self._select:
            tool = "select"
        if tool != self._tool:
            self._tool = tool
            self.editor.view.show_tool(tool)
