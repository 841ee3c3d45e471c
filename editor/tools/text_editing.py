"""A name being written in its place."""

from editor.model import commands, kinds_said
from editor.tools import wording
from editor.tools.editor import Editor
from editor.tools.events import PointerEvent
from editor.tools.state import Next, State


class TextEditing(State):
    """The window holds the text field; this state only waits for how it ends.

    is_new: the box was just added, with no kind that somebody chose; its name says what it is.
    """

    name = "text.editing"

    def __init__(self, editor: Editor, back: State, id: str, typed: str = "", is_new: bool = False) -> None:
        super().__init__(editor)
        self._back = back
        self._id = id
        self._is_new = is_new
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
            self._rename(text)
        return self._back

    def _rename(self, text: str) -> None:
        editor, name = self.editor, wording.one(wording.RENAME, self.editor.lang)
        if self._is_new and self._id in editor.document.nodes:
            with editor.document.transaction(name) as step:
                kinds_said.name_new(editor.document, step, editor.vocabulary, self._id, text)
        else:
            commands.rename(editor.document, self._id, text, name)

    def cancel(self) -> Next:
        return self._back
