"""What keys and drops in the outline do to the document, each as one named step."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from editor.errors import UserError
from editor.model import edits, kinds_said, outlining
from editor.model.document import Document
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.ui.dialogs import asking
from editor.ui.surroundings import Surroundings

Change = Callable[[Document, Transaction], object]


class OutlineEdits:
    """Acts on the document that is shown when it is asked, and does nothing while a gesture is half done there."""

    def __init__(self, pane: QWidget, surroundings: Surroundings, document: Callable[[], Document | None]) -> None:
        self._pane = pane
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary
        self._shown = document
        self._new: str | None = None
        """The row that was just added and has no name of its own yet."""

    def add_after(self, id: str) -> str | None:
        """A new row after another; returns its id."""
        name = self._words("file.new_box")
        new: list[str] = []
        self._change(
            self._words("step.add", name=name),
            lambda document, step: new.append(outlining.add_after(document, step, self._vocabulary, id, name)),
        )
        self._new = new[0] if new else None
        return self._new

    def change_depth(self, ids: Iterable[str], by: int) -> list[str]:
        """Rows go under the sibling above them (1), or after their parents (-1); returns the tops of what moves."""
        moving = self._tops(ids)
        move = outlining.deeper if by > 0 else outlining.shallower
        if moving:
            self._change(self._moving(moving), lambda document, step: move(document, step, self._vocabulary, moving))
        return moving

    def delete(self, ids: Iterable[str]) -> None:
        """Rows go with all below them, as when they are cut."""
        document = self._shown()
        if document is None:
            return
        structure = structure_of(document, self._vocabulary)
        whole = [id for top in outlining.tops(structure, ids) for id in structure.branch(top)]
        if whole:
            name = self._words("step.delete", count=len(whole))
            self._change(name, lambda document, step: edits.delete(document, step, whole))

    def put(self, ids: list[str], parent: str | None, before: str | None) -> None:
        """What a drop does: the dragged rows with all below them go under a parent."""
        moving = self._tops(ids)
        if moving:
            self._change(
                self._moving(moving),
                lambda document, step: outlining.put_under(document, step, self._vocabulary, moving, parent, before),
            )

    def rename(self, id: str, text: str) -> None:
        name = self._words("step.rename", name=" ".join(text.split()))
        if id == self._new:
            self._new = None
            self._change(name, lambda document, step: kinds_said.name_new(document, step, self._vocabulary, id, text))
        else:
            self._change(name, lambda document, step: edits.rename(document, step, id, text))

    def _tops(self, ids: Iterable[str]) -> list[str]:
        document = self._shown()
        return outlining.tops(structure_of(document, self._vocabulary), ids) if document is not None else []

    def _change(self, name: str, change: Change) -> None:
        """Carry out a change as one step; one that can't be is told."""
        document = self._shown()
        if document is None:
            return
        document.settle()
        if document.in_transaction:
            return
        try:
            with document.step_beside(name) as step:
                change(document, step)
        except UserError as error:
            asking.show_error(self._pane.window(), self._words, self._words("error.edit"), error)

    def _moving(self, ids: list[str]) -> str:
        document = self._shown()
        if len(ids) == 1 and document is not None:
            return self._words("step.move_under", name=" ".join(document.nodes[ids[0]].name.split()))
        return self._words("step.move_many", count=len(ids))
