"""Importing a table: what each column means, the outline that this makes, and what is wrong with its rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QListWidget,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.errors import UserError
from editor.interchange.columns import ATTRIBUTE, FIELDS
from editor.interchange.tables import Imported, Table, imported
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import text_in
from editor.ui.jobs import beside
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

SIZE_PX = (880, 620)
LARGE_ROWS = 1000
MOST_SHOWN = 400
"""Boxes of the preview; of larger tables the first."""
NOT = ""


class ImportDialog(QDialog):
    """`ask` gives "new", "insert" or None; `made` is then the document and what was wrong with the table."""

    def __init__(self, parent: QWidget, surroundings: Surroundings, name: str, table: Table, can_insert: bool) -> None:
        super().__init__(parent)
        self._surroundings, self._words, self._table = surroundings, surroundings.language, table
        self.setWindowTitle(self._words("import.title", name=name))
        self.resize(*map(scaled, SIZE_PX))
        self.made: Imported | None = None
        self._answer: str | None = None
        self._asked: list[str] = []
        self.choices = [self._choice(field) for field in table.guess]
        self.preview = QTreeWidget()
        self.preview.setHeaderHidden(True)
        self.preview.setAccessibleName(self._words("import.preview"))
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setMaximumHeight(120)
        self._said, self._wrong = label("", "secondary"), label("", "warning")
        self._insert = button(self._words("import.insert"), lambda: self._finish("insert"))
        self._insert.setVisible(can_insert)
        self._new = button(self._words("import.new"), lambda: self._finish("new"), "primary")
        self._new.setDefault(True)
        self._lay_out(name)
        self._refresh()

    def ask(self) -> str | None:
        self.exec()
        self.deleteLater()
        return self._answer

    def _finish(self, answer: str) -> None:
        self._answer = answer
        self.accept()

    def _choice(self, field: str) -> QComboBox:
        """What a column can mean."""
        made = QComboBox()
        for option in (*FIELDS, ATTRIBUTE, NOT):
            made.addItem(self._words(f"column.{option or 'none'}"), option)
        made.setCurrentIndex(made.findData(field))
        made.currentIndexChanged.connect(self._refresh)
        return made

    def _lay_out(self, name: str) -> None:
        columns = QWidget()
        grid = QGridLayout(columns)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setColumnStretch(0, 1)
        for number, (heading, choice) in enumerate(zip(self._table.headings, self.choices, strict=True)):
            example = next((cells[number] for cells in self._table.rows if cells[number]), "")
            choice.setAccessibleName(heading)
            grid.addWidget(label(heading, "field"), 2 * number, 0)
            grid.addWidget(choice, 2 * number, 1)
            grid.addWidget(label(example[:80], "secondary"), 2 * number + 1, 0, 1, 2)
        grid.setRowStretch(2 * len(self.choices), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(columns)
        sides = QGridLayout()
        sides.setSpacing(12)
        sides.addWidget(label(self._words("import.columns"), "heading"), 0, 0)
        sides.addWidget(label(self._words("import.preview"), "heading"), 0, 1)
        sides.addWidget(area, 1, 0)
        sides.addWidget(self.preview, 1, 1)
        sides.setColumnStretch(0, 1)
        sides.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self._words("import.title", name=name), "title"))
        layout.addWidget(self._said)
        layout.addLayout(sides, 1)
        layout.addWidget(self._wrong)
        layout.addWidget(self.problems)
        cancel = button(self._words("button.cancel"), self.reject)
        layout.addLayout(row(None, cancel, self._insert, self._new))

    def _refresh(self) -> None:
        """Make the document anew and show it; what is made of thousands of rows is made beside the window."""
        fields = [str(choice.currentData()) for choice in self.choices]
        self._asked = fields

        def make() -> Imported:
            return imported(self._table, fields, self._surroundings.vocabulary)

        try:
            made = make() if len(self._table.rows) <= LARGE_ROWS else beside(make)
            if self._asked is not fields:
                return  # another column was given another meaning meanwhile, and what that makes is shown
            self.made = made
        except UserError as error:
            self.made = None
            told = [error.what[self._words.code], error.advice[self._words.code]]
        else:
            told = [f"{problem.row + 1}. {problem.text[self._words.code]}" for problem in self.made.problems]
        self._show_problems(told)
        document = self.made.document if self.made is not None else Document()
        self._said.setText(self._words("import.count", boxes=len(document.nodes), lines=len(document.edges)))
        self._show_outline(document)
        for done in (self._new, self._insert):
            done.setEnabled(self.made is not None)

    def _show_problems(self, told: list[str]) -> None:
        self.problems.clear()
        self.problems.addItems(told)
        self.problems.setVisible(bool(told))
        self._wrong.setVisible(bool(told))
        self._wrong.setText(self._words("import.problems", count=len(told)))

    def _show_outline(self, document: Document) -> None:
        self.preview.clear()
        structure = Structure(document, self._surroundings.vocabulary)
        items: dict[str | None, QTreeWidgetItem] = {}
        ids = [id for root in structure.roots for id in structure.branch(root)]
        for id in ids[:MOST_SHOWN]:
            node = document.nodes[id]
            kind = self._surroundings.vocabulary.kind(node.kind)
            what = f"  ·  {text_in(kind.label, self._words.code)}" if kind is not None else ""
            item = QTreeWidgetItem([f"{node.name}{what}"])
            item.setData(0, Qt.ItemDataRole.UserRole, id)
            items[id] = item
            above = items.get(structure.parent[id])
            if above is None:
                self.preview.addTopLevelItem(item)
            else:
                above.addChild(item)
        self.preview.expandAll()
