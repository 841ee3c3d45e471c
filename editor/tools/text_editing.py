"""A name being written in its place."""

from editor.model import commands
from editor.tools import wording
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State


class TextEditing(State):
    """The window holds the text field; this state only waits for how it ends."""

    name = "text.editing"

    def __init__(self, editor: Editor, back: State, id: str, typed: str = "") -> None:
        super().__init__(editor)
        self._back = back
        self._id = id
        record = editor.document.nodes.get(id) or editor.document.edges[id]
        self._before = record.name
        self.text = typed or record.name

    def open(self) -> None:
        self.editor.view.open_text(self._id, self.text)

    def press(self, event: PointerEvent) -> Next:
        self.editor.view.close_text()
        return None

    def end(self, text: str | None) -> State:
        """The field was closed with this text; None = given up."""
        if text is not None and text != self._before and self.editor.document.record(self._id) is not None:
            name = wording.one(wording.RENAME, self.editor.lang)
            commands.rename(self.editor.document, self._id, text, name)
        return self._back

    def cancel(self) -> Next:
        return self._back
