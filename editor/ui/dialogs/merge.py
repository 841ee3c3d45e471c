"""What the file on disk and the open document have changed, side by side, and what to take where both can't be."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.insight.comparing import compare
from editor.insight.views import view
from editor.model.document import Document
from editor.model.merging import Conflict, Records
from editor.model.records import Edge, Info, Node
from editor.ui.commands.merged import Merged
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

LIST_PX = (340, 170)
CONFLICTS_PX = 190
GAP_PX = 16
BESIDE_PX, PADDING_PX = 48, 14
"""What the padding of a row and a scroll bar take beside its text, and the padding above and below it."""
BROKEN = Qt.TextFlag.TextWordWrap.value


class MergeDialog(QDialog):
    """`ask` gives the ids of the conflicts in which what is open here wins, or None where it was cancelled."""

    def __init__(self, parent: QWidget, surroundings: Surroundings, name: str, made: Merged) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._words = surroundings.language
        self._made = made
        self.choices: dict[str, QComboBox] = {}
        self.setWindowTitle(self._words("disk.merge_title"))
        theirs = made.session.document
        self.there = self._list("disk.there", made.base, {**theirs.nodes, **theirs.edges})
        self.here = self._list("disk.here", made.base, made.mine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        layout.addWidget(label(self._words("disk.merge_what", name=name), "title"))
        layout.addWidget(self._wide("disk.merge_why"))
        layout.addLayout(self._sides())
        if made.merge.conflicts:
            layout.addWidget(label(self._words("disk.conflicts"), "heading"))
            layout.addWidget(self._wide("disk.conflicts_why"))
            layout.addWidget(self._conflicts(made.merge.conflicts))
        cancel = button(self._words("button.cancel"), self.reject)
        cancel.setAutoDefault(False)
        go = button(self._words("disk.merge_go"), self.accept, "primary")
        go.setDefault(True)
        layout.addLayout(row(None, cancel, go))

    def ask(self) -> set[str] | None:
        is_wanted = self.exec() == QDialog.DialogCode.Accepted
        mine = {id for id, choice in self.choices.items() if choice.currentIndex() == 0}
        self.deleteLater()
        return mine if is_wanted else None

    def _wide(self, id: str) -> QWidget:
        made = label(self._words(id), "secondary")
        made.setFixedWidth(_width())
        return made

    def _sides(self) -> QHBoxLayout:
        sides = QHBoxLayout()
        sides.setSpacing(GAP_PX)
        for id, listing in (("disk.there", self.there), ("disk.here", self.here)):
            side = QVBoxLayout()
            side.setSpacing(6)
            side.addWidget(label(self._words(id), "heading"))
            side.addWidget(listing)
            sides.addLayout(side)
        return sides

    def _list(self, id: str, before: Records, after: Records) -> QListWidget:
        made = QListWidget()
        made.setFixedSize(*map(scaled, LIST_PX))
        made.setWordWrap(True)
        made.setTextElideMode(Qt.TextElideMode.ElideNone)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(self._words(id))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        vocabulary = self._surroundings.vocabulary
        old, new = (view(_document(records), vocabulary) for records in (before, after))
        texts = [change.text for change in compare(old, new, vocabulary, self._words.code)]
        made.addItems(texts or [self._words("disk.places_only")])
        _give_room(made)
        return made

    def _conflicts(self, conflicts: tuple[Conflict, ...]) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(16)
        for number, conflict in enumerate(conflicts):
            name = conflict.name or self._words(self._unnamed(conflict))
            choice = QComboBox()
            choice.setAccessibleName(name)
            for side, record in (("mine", conflict.mine), ("theirs", conflict.theirs)):
                gone = "" if record is not None else "_removed"
                choice.addItem(self._words(f"disk.{side}{gone}"))
            self.choices[conflict.id] = choice
            grid.addLayout(self._what(name, conflict), number, 0)
            grid.addWidget(choice, number, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(conflicts), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFixedWidth(_width())
        area.setFixedHeight(min(scaled(CONFLICTS_PX), _height_of(inside) + 4))
        return area

    def _what(self, name: str, conflict: Conflict) -> QVBoxLayout:
        """What it is called here, and below that on disk where it is called something else there."""
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(label(name))
        theirs = conflict.theirs
        other = " ".join(theirs.name.split()) if isinstance(theirs, Node | Edge) else ""
        if other and other != name:
            both.addWidget(label(self._words("disk.theirs_name", name=other), "secondary"))
        return both

    @staticmethod
    def _unnamed(conflict: Conflict) -> str:
        record = conflict.mine or conflict.theirs
        if isinstance(record, Edge):
            return "disk.a_line"
        return "disk.the_document" if isinstance(record, Info) else "file.unnamed_box"


def _give_room(listing: QListWidget) -> None:
    """Rows as high as their broken lines: Qt reckons without the padding that the style sheet gives them."""
    listing.ensurePolished()
    width = scaled(LIST_PX[0]) - BESIDE_PX
    for number in range(listing.count()):
        item = listing.item(number)
        lines = listing.fontMetrics().boundingRect(QRect(0, 0, width, 0), BROKEN, item.text())
        item.setSizeHint(QSize(width, lines.height() + PADDING_PX))


def _width() -> int:
    """Of both lists together, and of all that stands above and below them."""
    return 2 * scaled(LIST_PX[0]) + GAP_PX


def _height_of(inside: QWidget) -> int:
    """What rows need whose names may take several lines."""
    layout = inside.layout()
    return layout.totalHeightForWidth(_width()) if layout is not None else inside.sizeHint().height()


def _document(records: Records) -> Document:
    nodes = [record for record in records.values() if isinstance(record, Node)]
    edges = [record for record in records.values() if isinstance(record, Edge)]
    return Document(nodes, edges)
