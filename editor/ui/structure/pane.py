"""The structure pane: the chart as an outline, in step with the canvas in both directions."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Node
from editor.ui.look.parts import label, row
from editor.ui.structure.edits import OutlineEdits
from editor.ui.structure.model import StructureModel
from editor.ui.structure.search import RowSearch
from editor.ui.structure.tree import StructureTree
from editor.ui.surroundings import Surroundings

OPEN_AT_ONCE = 150
"""Charts up to this size are shown unfolded; of larger ones the first two levels."""
MOST_HIGH = 1500
"""In charts up to this size a row has a second line where it needs one."""
MOST_UNFOLDED = 300
"""No more rows than that are unfolded at once."""
LATER_MS = 30


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
        self._edits = OutlineEdits(self, surroundings, lambda: self._document)
        self.search = RowSearch()
        self._wanted: set[str] = set()
        """What is selected, whether its row is shown or not."""
        self._title, self._count = label("", "heading"), label("", "secondary", wraps=False)
        self._empty = label("", "secondary")
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._read_later)
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
        self._wanted = set()
        self.search.clear()
        self._selecting = True
        self.model.narrow("")
        self._read()
        self._selecting = False
        self._unfold()
        self._show_count()

    def _read(self) -> None:
        """How the rows scroll is changed while there are few, before or after."""
        is_large, count = self._is_large(), len(self._document.nodes) if self._document is not None else 0
        if is_large:
            self.tree.scroll_by_rows(True)
        self.tree.keep_to_one_line(count > MOST_HIGH)
        self.model.read(self._document)
        self.tree.scroll_by_rows(is_large)

    def show_selection(self, ids: list[str]) -> None:
        """Choose the rows among these without telling anyone."""
        self._wanted = set(ids)
        wanted = self.model.known(ids)
        if wanted == set(self.tree.chosen_ids()):
            return
        self._selecting = True
        self.tree.choose(wanted)
        self._selecting = False

    def retell(self) -> None:
        self._title.setText(self._words("pane.structure"))
        self.search.setPlaceholderText(self._words("pane.structure_search"))
        self.search.setAccessibleName(self._words("pane.structure_search"))
        self.tree.setAccessibleName(self._words("pane.structure"))
        self.tree.scheduleDelayedItemsLayout()
        self._show_count()

    def read_again(self) -> None:
        """Read the structure anew, and leave folded what was folded."""
        self._later.stop()
        if self._document is None:
            return
        folded = self._folded_ids()
        self._selecting = True
        self._read()
        self._unfold()
        for id in folded:
            self.tree.collapse(self.model.index_of(id))
        self.tree.choose(self._wanted)
        self._selecting = False
        self._show_count()

    def _read_later(self) -> None:
        """Not before what somebody is in the middle of has ended: there may be hundreds of changes yet."""
        if self._document is not None and self._document.in_transaction:
            self._later.start()
        else:
            self.read_again()

    def narrow(self, text: str) -> None:
        """Show only the rows that fit, with those above them; what is selected stays selected."""
        if text.strip() == self.model.sought:
            return
        self._selecting = True
        self.model.narrow(text)
        self._unfold()
        self.tree.choose(self._wanted)
        self._selecting = False
        self._show_count()

    def go_to_rows(self) -> None:
        """The keys go to the outline, to the first row found where none of those shown is selected."""
        self.tree.setFocus()
        if self.model.found and not self.tree.chosen_ids():
            self.tree.setCurrentIndex(self.model.index_of(self.model.found[0]))

    def _show_all(self) -> None:
        """Before rows are made that the search would hide."""
        if self.model.sought:
            self.search.clear()
            self.search.tell()

    def add_sibling(self) -> None:
        """A new row after the current one, with its name ready to type."""
        index = self.tree.currentIndex()
        new = self._edits.add_after(self.model.id_of(index)) if index.isValid() else None
        if new is not None:
            self._show_all()
            self.read_again()
            self.tree.choose({new})
            self.tree.edit(self.model.index_of(new))

    def change_depth(self, by: int) -> None:
        """The chosen rows go under the sibling above them (1), or after their parents (-1)."""
        self._show_all()
        moved = self._edits.change_depth(self.tree.chosen_ids(), by)
        if moved:
            self.read_again()
            self.tree.scrollTo(self.model.index_of(moved[0]))

    # following

    def _changed(self, change: ChangeSet) -> None:
        if change.moves_in_tree:
            self._later.start()
        elif not self._later.isActive():
            self.model.touch({id for id, (old, new) in change.updated.items() if _reads_otherwise(old, new)})

    def _folded_ids(self) -> list[str]:
        if self._document is None or len(self._document.nodes) > OPEN_AT_ONCE or self.model.sought:
            return []
        indexes = [(id, self.model.index_of(id)) for id in self._document.nodes]
        return [id for id, index in indexes if index.isValid() and self.model.rowCount(index)
                and not self.tree.isExpanded(index)]  # fmt: skip

    def _is_large(self) -> bool:
        return self._document is not None and len(self._document.nodes) > OPEN_AT_ONCE

    def _unfold(self) -> None:
        if not self._is_large() or self.model.sought:
            self.tree.expandAll()
        else:
            self.tree.unfold(self.model.first_to_unfold(MOST_UNFOLDED))

    def _show_count(self) -> None:
        count = len(self._document.nodes) if self._document is not None else 0
        found = len(self.model.found) if self.model.sought else count
        said = self._words("pane.boxes_found", found=found, count=count) if self.model.sought else ""
        self._count.setText(said or (self._words("pane.boxes", count=count) if count else ""))
        self._empty.setText(self._words("pane.structure_none" if count else "pane.structure_empty"))
        self._empty.setVisible(not found)
        self.search.setVisible(bool(count))
        self.tree.setVisible(bool(found))

    def _tell_chosen(self) -> None:
        if not self._selecting:
            self._wanted = set(self.tree.chosen_ids())
            self.chosen.emit(list(self._wanted))

    def _connect(self) -> None:
        self.tree.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.tree.choice_wanted.connect(self.chosen)
        self.tree.sibling_wanted.connect(self.add_sibling)
        self.tree.depth_wanted.connect(self.change_depth)
        self.tree.delete_wanted.connect(lambda: self._edits.delete(self.tree.chosen_ids()))
        self.tree.search_wanted.connect(self.search.setFocus)
        self.search.sought.connect(self.narrow)
        self.search.left.connect(self.go_to_rows)
        self.model.renamed.connect(self._edits.rename)
        self.model.dropped.connect(self._edits.put)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        head = row(self._title, None, self._count)
        head.setContentsMargins(16, 0, 16, 0)
        layout.addLayout(head)
        field = row(self.search)
        field.setContentsMargins(16, 0, 12, 0)
        layout.addLayout(field)
        self._empty.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.tree, 1)
        layout.addStretch(0)
        self.setMinimumWidth(200)


def _reads_otherwise(old: object, new: object) -> bool:
    if isinstance(old, Node) and isinstance(new, Node):
        return (old.name, old.kind, old.facts) != (new.name, new.kind, new.facts)
    return False
