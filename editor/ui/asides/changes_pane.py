"""Changes: what differs between two days of the chart, or between another file and the chart, in plain words."""

import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QWidget

from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.insight.comparing import Change, compare
from editor.insight.timing import dates_that_matter, span_of
from editor.insight.views import view
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.written_dates import date_of
from editor.storage.files import read_file
from editor.ui.asides.aside import Aside
from editor.ui.asides.finding_list import Entry, FindingList
from editor.ui.dialogs import asking
from editor.ui.look.parts import button, label, row
from editor.ui.surroundings import Surroundings

ONE_DAY = datetime.timedelta(days=1)


class ChangesPane(Aside):
    """Two days, or a file that is older; choosing a change selects what it is about."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "changes.title")
        self.before, self.after = _day_box(), _day_box()
        self._file: tuple[str, Document] | None = None
        self._captions = [label("", "field", wraps=False) for _ in range(2)]
        self._days = QWidget()
        days = QGridLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setColumnStretch(1, 1)
        for place, (caption, combo) in enumerate(zip(self._captions, (self.before, self.after), strict=True)):
            days.addWidget(caption, place, 0)
            days.addWidget(combo, place, 1)
        self._said = label("", "secondary")
        self.list = FindingList()
        self.list.chosen.connect(self.wanted)
        self._other = button("", self._turn, "link")
        self._copy = button("", self._copy_list, "link")
        for combo in (self.before, self.after):
            combo.currentTextChanged.connect(self.later)
        self.column.addWidget(self._days)
        self.column.addWidget(self._said)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(row(self._other, None, self._copy))

    @property
    def said(self) -> str:
        """What stands above the list."""
        return self._said.text()

    def show_document(self, document: Document | None) -> None:
        if document is not self.document:
            self._file = None
            for combo in (self.before, self.after):
                combo.clear()
        super().show_document(document)

    def retell(self) -> None:
        words = self._words
        for caption, id in zip(self._captions, ("between", "and"), strict=True):
            caption.setText(words(f"changes.{id}"))
        self.before.setAccessibleName(words("changes.between"))
        self.after.setAccessibleName(words("changes.and"))
        self._copy.setText(words("changes.copy"))
        super().retell()

    def refresh(self) -> None:
        self._days.setVisible(self._file is None)
        self._other.setText(self._words("changes.file" if self._file is None else "changes.days"))
        changes = self._changes()
        self.list.show_entries(Entry(change.text, ids=(*change.after, *change.before)) for change in changes)
        self._copy.setEnabled(bool(changes))
        self._said.setVisible(bool(self._said.text()))

    def compare_with(self, path: Path) -> None:
        """Show what has changed since a file was written; a UserError is shown as it is."""
        try:
            self._file = (path.name, read_graphml(read_file(path)).document)
        except UserError as error:
            asking.show_error(self, self._words, self._words("error.open", name=path.name), error)
        self.refresh()

    def _changes(self) -> list[Change]:
        """The changes there are now, and above them which they are or why there are none."""
        document, vocabulary, lang = self.document, self._surroundings.vocabulary, self._words.code
        self._said.setText("")
        if document is None:
            return []
        if self._file is not None:
            name, old = self._file
            self._said.setText(self._words("changes.since", name=name))
            found = compare(view(old, vocabulary), view(document, vocabulary), vocabulary, lang)
            if not found:
                self._said.setText(f"{self._said.text()}: {self._words('changes.same')}")
            return found
        has_dates = self._offer_days(document)
        first, last = (span_of(_edtf(combo) or "") for combo in (self.before, self.after))
        if first is None or last is None:
            self._said.setText(self._words("changes.no_day" if has_dates else "changes.no_dates"))
            return []
        found = compare(view(document, vocabulary, first), view(document, vocabulary, last), vocabulary, lang)
        self._said.setText("" if found else self._words("changes.none"))
        return found

    def _offer_days(self, document: Document) -> bool:
        """The days on both sides of each date that matters; what was chosen or typed stays."""
        marks = dates_that_matter(document)
        days = [day.isoformat() for mark in marks for day in ((mark - ONE_DAY), mark) if mark > datetime.date.min]
        days = list(dict.fromkeys(days))
        for combo, usual in ((self.before, -2), (self.after, -1)):
            kept, is_first = combo.currentText(), not combo.count()
            chosen = _edtf(combo)
            combo.blockSignals(True)
            combo.clear()
            for day in days:
                combo.addItem(humanised(day, self._words.code), day)
            place = combo.findData(chosen) if chosen is not None else -1
            if place >= 0:
                combo.setCurrentIndex(place)
            elif kept:
                combo.setEditText(kept)
            elif is_first and days:
                combo.setCurrentIndex(len(days) + usual)
            line = combo.lineEdit()
            if line is not None:
                line.setCursorPosition(0)
            combo.blockSignals(False)
        return bool(days)

    def _turn(self) -> None:
        """To another file, or back to the days."""
        if self._file is not None:
            self._file = None
            self.refresh()
            return
        name, _ = QFileDialog.getOpenFileName(self, self._words("changes.file"), "", "GraphML (*.graphml *.graphmlz)")
        if name:
            self.compare_with(Path(name))

    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(entry.text for entry in self.list.entries))
        self._said.setText(self._words("changes.copied"))
        self._said.show()


def _day_box() -> QComboBox:
    """A field for a day with those that matter on offer."""
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


def _edtf(combo: QComboBox) -> str | None:
    """The day chosen, or the one that is typed."""
    place = combo.findText(combo.currentText())
    return str(combo.itemData(place)) if place >= 0 else date_of(combo.currentText())
