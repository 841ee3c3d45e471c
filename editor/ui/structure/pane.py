"""The structure pane: the chart as an outline, in step with the canvas in both directions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.errors import UserError
from editor.model import edits, outlining
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.transaction import Transaction
from editor.ui.dialogs import asking
from editor.ui.look.parts import label, row
from editor.ui.structure.model import StructureModel
from editor.ui.structure.tree import StructureTree
from editor.ui.surroundings import Surroundings

OPEN_AT_ONCE = 150
"""Charts up to this size are shown unfolded; of larger ones the first two levels."""
LATER_MS = 30
Change = Callable[[Document, Transaction], object]


class StructurePane(QWidget):
    """`chosen` carries the ids that were chosen in the outline."""

    chosen = Signal(list)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary
        self._document: Document | None = None
        self.model = StructureModel(surroundings.vocabulary, surroundings.language)
        self.tree = StructureTree(self.model, surroundings)
        self._title, self._count = label("", "heading"), label("", "secondary", wraps=False)
        self._empty = label("", "secondary")
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self.read_again)
        self._selecting = False
        self._connect()
        self.retell()

    def show_document(self, document: Document | None) -> None:
        if document is self._document:
            return
        if self._document is not None:
            self._document.unlisten(self._changed)
        self._document = document
        if document is not None:
            document.listen(self._changed)
        self._later.stop()
        self.model.read(document)
        self._unfold()
        self._show_count()

    def show_selection(self, ids: list[str]) -> None:
        """Choose the rows among these without telling anyone."""
        wanted = {id for id in ids if self.model.index_of(id).isValid()}
        if wanted == set(self.tree.chosen_ids()):
            return
        self._selecting = True
        self.tree.choose(wanted)
        self._selecting = False

    def retell(self) -> None:
        self._title.setText(self._words("pane.structure"))
        self._empty.setText(self._words("pane.structure_empty"))
        self.tree.setAccessibleName(self._words("pane.structure"))
        self.tree.scheduleDelayedItemsLayout()
        self._show_count()

    def read_again(self) -> None:
        """Read the structure anew, and leave folded what was folded."""
        self._later.stop()
        if self._document is None:
            return
        chosen, folded = set(self.tree.chosen_ids()), self._folded_ids()
        self._selecting = True
        self.model.read(self._document)
        self._unfold()
        for id in folded:
            self.tree.collapse(self.model.index_of(id))
        self.tree.choose(chosen)
        self._selecting = False
        self._show_count()

    # what the keys and the hand do

    def add_sibling(self) -> None:
        """A new row after the current one, with its name ready to type."""
        id = self._current()
        if id is None:
            return
        name = self._words("file.new_box")
        new: list[str] = []
        self._change(
            self._words("step.add", name=name),
            lambda document, step: new.append(outlining.add_after(document, step, self._vocabulary, id, name)),
        )
        if new:
            self.read_again()
            self.tree.choose(set(new))
            self.tree.edit(self.model.index_of(new[0]))

    def change_depth(self, by: int) -> None:
        """The current row goes under the sibling above it (1), or after its parent (-1)."""
        id = self._current()
        if id is None:
            return
        move = outlining.deeper if by > 0 else outlining.shallower
        self._change(self._moving([id]), lambda document, step: move(document, step, self._vocabulary, id))
        self.read_again()
        self.tree.scrollTo(self.model.index_of(id))

    def delete_chosen(self) -> None:
        ids = self.tree.chosen_ids()
        if ids:
            self._change(
                self._words("step.delete", count=len(ids)), lambda document, step: edits.delete(document, step, ids)
            )

    def put(self, ids: list[str], parent: str | None, before: str | None) -> None:
        """What a drop does: the dragged rows with all below them, as one step."""
        structure = self.model.structure
        if structure is not None:
            moving = outlining.tops(structure, ids)
            self._change(
                self._moving(moving),
                lambda document, step: outlining.put_under(document, step, self._vocabulary, moving, parent, before),
            )

    def rename(self, id: str, text: str) -> None:
        name = self._words("step.rename", name=" ".join(text.split()))
        self._change(name, lambda document, step: edits.rename(document, step, id, text))

    def _change(self, name: str, change: Change) -> None:
        """Carry out a change as one step; one that can't be is told."""
        if self._document is None or self._document.in_transaction:
            return
        try:
            with self._document.transaction(name) as step:
                change(self._document, step)
        except UserError as error:
            asking.show_error(self.window(), self._words, self._words("error.edit"), error)

    def _moving(self, ids: list[str]) -> str:
        if len(ids) == 1 and self._document is not None:
            return self._words("step.move_under", name=" ".join(self._document.nodes[ids[0]].name.split()))
        return self._words("step.move_many", count=len(ids))

    def _current(self) -> str | None:
        index = self.tree.currentIndex()
        return self.model.id_of(index) if index.isValid() and self._document is not None else None

    # following

    def _changed(self, change: ChangeSet) -> None:
        if change.added or change.removed or any(_moves(old, new) for old, new in change.updated.values()):
            self._later.start()
        elif not self._later.isActive():
            self.model.touch({id for id, (old, new) in change.updated.items() if _reads_otherwise(old, new)})

    def _folded_ids(self) -> list[str]:
        if self._document is None or len(self._document.nodes) > OPEN_AT_ONCE:
            return []
        indexes = [(id, self.model.index_of(id)) for id in self._document.nodes]
        return [id for id, index in indexes if index.isValid() and self.model.rowCount(index)
                and not self.tree.isExpanded(index)]  # fmt: skip

    def _unfold(self) -> None:
        if self._document is not None and len(self._document.nodes) <= OPEN_AT_ONCE:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(1)

    def _show_count(self) -> None:
        count = len(self._document.nodes) if self._document is not None else 0
        self._count.setText(self._words("pane.boxes", count=count) if count else "")
        self._empty.setVisible(not count)
        self.tree.setVisible(bool(count))

    def _tell_chosen(self) -> None:
        if not self._selecting:
            self.chosen.emit(self.tree.chosen_ids())

    def _connect(self) -> None:
        self.tree.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.tree.sibling_wanted.connect(self.add_sibling)
        self.tree.depth_wanted.connect(self.change_depth)
        self.tree.delete_wanted.connect(self.delete_chosen)
        self.model.renamed.connect(self.rename)
        self.model.dropped.connect(self.put)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        head = row(self._title, None, self._count)
        head.setContentsMargins(16, 0, 16, 0)
        layout.addLayout(head)
        self._empty.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.tree, 1)
        layout.addStretch(0)
        self.setMinimumWidth(200)


def _moves(old: object, new: object) -> bool:
    """Whether an update may change who stands under whom."""
    if isinstance(old, Edge) and isinstance(new, Edge):
        return (old.source, old.target, old.kind, old.order) != (new.source, new.target, new.kind, new.order)
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.group, old.order, old.is_group) != (new.group, new.order, new.is_group)
    return False


def _reads_otherwise(old: object, new: object) -> bool:
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.name, old.kind, old.facts) != (new.name, new.kind, new.facts)
    return False
