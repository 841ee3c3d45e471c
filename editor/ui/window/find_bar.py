"""The bar over the canvas that finds words in everything that is written in the chart, and replaces them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.canvas.view import Canvas
from editor.errors import UserError
from editor.model import finding
from editor.model.document import Document
from editor.model.finding import Hit, Query
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

LATER_MS = 120
FIELD_PX = 320
LEAST_FIELD_PX = 160
GREEDY = 100
"""The fields take the room before the gap at the end of a line does."""
ICON_PX = 18


class FindBar(QFrame):
    """Hidden until it is opened. While it is open every hit is marked on the canvas, and the current one selected."""

    def __init__(self, document: Document, canvas: Canvas, surroundings: Surroundings) -> None:
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._surroundings = surroundings
        self._words = surroundings.language
        self._hits: list[Hit] = []
        self._at = -1
        self.setProperty("role", "findbar")
        self.field, self.replacement = QLineEdit(), QLineEdit()
        self.match_case, self.whole_word, self.is_pattern = (_toggle() for _ in range(3))
        self.told, self.trouble = label("", "secondary", wraps=False), label("", "warning")
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.search)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.retell()
        self.hide()

    def open(self, replaces: bool = False) -> None:
        """Show it with what is selected in the field kept, ready to type over."""
        self._second.setVisible(replaces)
        self.show()
        self._document.unlisten(self._changed)
        self._document.listen(self._changed)
        self.field.setFocus()
        self.field.selectAll()
        self.search()

    def shut(self) -> None:
        """Put it away, with its marks; the canvas has the keys again."""
        self.forget()
        self.hide()
        self._canvas.mark(())
        self._canvas.setFocus()

    def forget(self) -> None:
        """Stop following the document."""
        self._later.stop()
        self._document.unlisten(self._changed)

    @property
    def query(self) -> Query:
        return Query(
            self.field.text(), self.match_case.isChecked(), self.whole_word.isChecked(), self.is_pattern.isChecked()
        )

    def search(self) -> None:
        """Find anew; the current hit stays the current one where it is still a hit."""
        self._later.stop()
        current = self._hits[self._at].id if 0 <= self._at < len(self._hits) else None
        try:
            self._hits = finding.find(self._document, self.query)
        except UserError as error:
            self._hits, self._at = [], -1
            self._tell_trouble(error)
            self._canvas.mark(())
            return
        ids = [hit.id for hit in self._hits]
        self._at = ids.index(current) if current in ids else -1
        self._canvas.mark(ids)
        self._tell_count()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), around the end."""
        self.search()
        if self._hits:
            at = self._at if self._at >= 0 or by > 0 else 0
            self._at = (at + by) % len(self._hits)
            self._canvas.select([self._hits[self._at].id])
            self._canvas.reveal(self._hits[self._at].id)
            self._tell_count()

    def replace_one(self) -> None:
        """Replace in the current hit and go on; go to the first one where none is current."""
        if self._at >= 0:
            at = self._at
            self._replace([self._hits[at].id])
            self._at = min(at, len(self._hits)) - 1
        self.step(1)

    def replace_all(self) -> None:
        self.search()
        self._replace([hit.id for hit in self._hits])

    def retell(self) -> None:
        """After a change of language or colours."""
        words = self._words
        for field, id in ((self.field, "what"), (self.replacement, "by")):
            field.setPlaceholderText(words(f"find.{id}"))
            field.setAccessibleName(words(f"find.{id}"))
        for made, id in self._named:
            made.setToolTip(words(f"find.{id}"))
            made.setAccessibleName(words(f"find.{id}"))
        self._one.setText(words("find.replace"))
        self._all.setText(words("find.replace_all"))
        self.whole_word.setText(words("find.word"))
        for tool, icon in self._icons:
            tool.setIcon(self._surroundings.appearance.icon(icon))
        self._tell_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _replace(self, ids: list[str]) -> None:
        self._canvas.settle()
        if not ids or self._document.in_transaction:
            return
        name = self._words("step.replace", what=self.field.text(), by=self.replacement.text())
        try:
            with self._document.transaction(name) as step:
                count = finding.replace_in(self._document, step, ids, self.query, self.replacement.text())
        except UserError as error:
            self._tell_trouble(error)
            return
        self.search()
        self._tell(self._words("find.replaced", count=count))

    def _tell_count(self) -> None:
        total = sum(hit.count for hit in self._hits)
        if not self.field.text():
            self._tell("")
        elif not self._hits:
            self._tell(self._words("find.none"))
        elif self._at < 0:
            self._tell(self._words("find.count", count=total, places=len(self._hits)))
        else:
            self._tell(self._words("find.at", at=self._at + 1, places=len(self._hits), count=total))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.trouble.hide()

    def _tell_trouble(self, error: UserError) -> None:
        self._tell("")
        self.trouble.setText(f"{error.what[self._words.code]} {error.advice[self._words.code]}")
        self.trouble.show()

    def _changed(self, change: object) -> None:
        self._later.start()

    def _make_buttons(self) -> None:
        self.match_case.setText("Aa")
        self.is_pattern.setText(".*")
        before, after, shut = (_tool(act) for act in (lambda: self.step(-1), lambda: self.step(1), self.shut))
        self._icons = ((before, "caret-up"), (after, "caret-down"), (shut, "x"))
        self._named: tuple[tuple[QWidget, str], ...] = (
            *((self.match_case, "match_case"), (self.whole_word, "whole_word"), (self.is_pattern, "pattern")),
            *((before, "previous"), (after, "next"), (shut, "close")),
        )
        self._one = button("", self.replace_one)
        self._all = button("", self.replace_all)

    def _lay_out(self) -> None:
        before, after, shut = (tool for tool, _ in self._icons)
        for field in (self.field, self.replacement):
            field.setMinimumWidth(scaled(LEAST_FIELD_PX))
            field.setMaximumWidth(scaled(FIELD_PX))
        self._second = QWidget()
        second = row(self.replacement, self._one, self._all, None)
        self._second.setLayout(second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        toggles = (self.match_case, self.whole_word, self.is_pattern)
        first = row(self.field, before, after, *toggles, self.told, None, shut)
        for line, field in ((first, self.field), (second, self.replacement)):
            line.setStretchFactor(field, GREEDY)
        layout.addLayout(first)
        layout.addWidget(self.trouble)
        layout.addWidget(self._second)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._later.start)
        for toggle in (self.match_case, self.whole_word, self.is_pattern):
            toggle.toggled.connect(self.search)


def _toggle() -> QPushButton:
    made = QPushButton()
    made.setCheckable(True)
    made.setProperty("role", "toggle")
    return made


def _tool(does: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setIconSize(QSize(ICON_PX, ICON_PX))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(does)
    return made
