"""Exporting: the format, a preview of what comes out, and where it goes."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.errors import UserError
from editor.insight.timing import dates_that_matter
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.paper import paper_of
from editor.pages.fitting import sheet_needed
from editor.ui.commands.choosing import choose_target
from editor.ui.commands.exporting import FORMATS, PAGED, PICTURES, Exporter, Wish
from editor.ui.dialogs import asking
from editor.ui.dialogs.export_preview import SIZE_PX, Preview
from editor.ui.dialogs.paper_fields import NAME_PX, PaperFields
from editor.ui.jobs import beside
from editor.ui.language import LANGUAGES
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings
from editor.ui.window.days import ALL_DAYS, Days
from editor.ui.window.document_session import DocumentSession

ICONS = {"svg": "file-text", "pdf": "file-pdf", "png": "image", "graphml": "share-network", "dot": "code"}
CHOICES_PX = 400
LINES_PX = 40
ROW_PX = 36
ENOUGH_PT = 0.005
ONE_DAY = datetime.timedelta(days=1)


class ExportDialog(QDialog):
    """`exported` is the path that was written; None where nothing was."""

    def __init__(
        self, session: DocumentSession, surroundings: Surroundings, parent: QWidget, shown: Days = ALL_DAYS
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._surroundings = surroundings
        self._words = surroundings.language
        self._exporter = Exporter(session, surroundings)
        self.exported: Path | None = None
        self.setWindowTitle(self._words("export.title"))
        self._make_formats()
        self._make_options()
        self._make_days(shown)
        self.sheet = PaperFields(self._words, paper_of(session.document.info))
        self.preview = Preview(self._exporter, self._words)
        self.preview.setStyleSheet(f"Preview {{ border: 1px solid {surroundings.appearance.colors.border}; }}")
        self._why = label("", "secondary")
        self._why.setFixedWidth(SIZE_PX[0])
        self._why.setMinimumHeight(scaled(LINES_PX))
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._go = button(self._words("button.export"), self._ask_where, "primary")
        self._go.setDefault(True)
        self._lay_out()
        self.formats.currentRowChanged.connect(self._tell)
        self.paper.toggled.connect(self._tell)
        self.footnotes.toggled.connect(self._tell)
        self.languages.currentIndexChanged.connect(self._tell)
        self.days.currentIndexChanged.connect(self._tell)
        self.sheet.changed.connect(self._tell)
        self.preview.made.connect(self._tell_size)
        last = surroundings.choices.settings.export_format
        self.formats.setCurrentRow(FORMATS.index(last) if last in FORMATS else 0)

    @property
    def wish(self) -> Wish:
        format = FORMATS[max(0, self.formats.currentRow())]
        days: Days = self.days.currentData() if format in PICTURES else ALL_DAYS
        sheet = self.sheet.paper if format in PICTURES else None
        return Wish(
            format,
            self.paper.isChecked(),
            self.languages.currentData(),
            self.footnotes.isChecked(),
            days,
            sheet,
            sheet is not None and self.sheet.pages.isChecked(),
        )

    def export_to(self, path: Path) -> bool:
        """Write the export beside the window; says what went wrong and is False where it can't be."""
        wish = self.wish
        self._go.setEnabled(False)
        self._go.setText(self._words("export.writing"))
        try:
            beside(lambda: self._exporter.write(path, wish))
        except UserError as error:
            asking.show_error(self, self._words, self._words("error.export"), error)
            return False
        finally:
            self._go.setEnabled(True)
            self._go.setText(self._words("button.export"))
        self._surroundings.choices.change(export_folder=str(path.parent), export_format=wish.format)
        self.exported = path
        return True

    def done(self, result: int) -> None:
        self.preview.finish()
        super().done(result)

    def _ask_where(self) -> None:
        wish = self.wish
        stem = Path(self._session.name or self._words("file.unnamed")).stem
        suggestion = self._folder() / f"{stem}.{wish.format}"
        kinds = {f".{wish.format}": self._words(f"export.{wish.format}").split(" – ")[0]}
        path = choose_target(self, self._words, self._words("export.title"), suggestion, kinds)
        if path is not None and self.export_to(path):
            self.accept()

    def _folder(self) -> Path:
        """Where the last export went; else beside the chart's file, else at home."""
        last = self._surroundings.choices.settings.export_folder
        if last is not None and Path(last).is_dir():
            return Path(last)
        return self._session.path.parent if self._session.path is not None else Path.home()

    def _tell(self) -> None:
        wish = self.wish
        self._why.setText(self._words(f"export.{wish.format}_why"))
        self.paper.setEnabled(wish.is_picture)
        self.footnotes.setEnabled(wish.is_picture and self._has_sources)
        self.languages.setEnabled(wish.is_picture)
        self.days.setEnabled(wish.is_picture and self.days.count() > 1)
        self.sheet.allow(wish.is_picture, wish.format in PAGED and wish.days == ALL_DAYS)
        self.preview.show_wish(wish)

    def _tell_size(self) -> None:
        """What the smallest text measures on the sheet, and what it would take where that is too small."""
        wish, words = self.wish, self._words
        if wish.sheet is None or self.preview.shown != wish or self.preview.failed:
            return
        reached = self._exporter.smallest_pt(wish)
        size = f"{reached:.1f}".replace(".", "," if words.code == "sv" else ".")
        count = len(self._exporter.pages(wish)) if wish.has_pages else 1
        if reached >= wish.sheet.smallest_pt - ENOUGH_PT:
            self._why.setText(words("export.sheet_fits" if count == 1 else "export.pages_fit", size=size, count=count))
            return
        needs = sheet_needed(reached, wish.sheet)
        told = "export.sheet_needs" if needs else "export.sheet_needs_pages"
        self._why.setText(words("export.pages_small" if wish.has_pages else told, size=size, needs=needs or ""))

    def _make_formats(self) -> None:
        self.formats = QListWidget()
        self.formats.setFixedWidth(scaled(CHOICES_PX))
        self.formats.setIconSize(QSize(22, 22))
        self.formats.setSpacing(2)
        self.formats.setAccessibleName(self._words("export.format"))
        for format in FORMATS:
            icon = self._surroundings.appearance.icon(ICONS[format])
            item = QListWidgetItem(icon, self._words(f"export.{format}"))
            item.setSizeHint(QSize(0, scaled(ROW_PX)))
            self.formats.addItem(item)
        between = 2 * self.formats.spacing()
        self.formats.setFixedHeight(len(FORMATS) * (scaled(ROW_PX) + between) + between)

    def _make_options(self) -> None:
        self.paper = QCheckBox(self._words("export.paper"))
        self.paper.setChecked(True)
        self.footnotes = QCheckBox(self._words("export.footnotes"))
        self._has_sources = _has_sources(self._session.document)
        if not self._has_sources:
            self.footnotes.setToolTip(self._words("export.no_sources"))
        self.languages = QComboBox()
        self.languages.setAccessibleName(self._words("export.language"))
        for code, action in zip(LANGUAGES, ("Svenska", "English"), strict=True):
            self.languages.addItem(action, code)
        own = self._session.document.info.lang
        self.languages.setCurrentIndex(LANGUAGES.index(own if own in LANGUAGES else self._words.code))

    def _make_days(self, shown: Days) -> None:
        """All days, the day that is shown, and two compared: as in the date bar, else at the last change."""
        self.days = QComboBox()
        self.days.setMaximumWidth(scaled(CHOICES_PX - NAME_PX) - 8)
        self.days.setAccessibleName(self._words("export.days"))
        offered = [ALL_DAYS]
        if shown.day is not None:
            offered.append(Days("day", shown.day))
        marks = dates_that_matter(self._session.document)
        last = shown.day or (marks[-1] if marks else None)
        before = shown.before or next((mark - ONE_DAY for mark in reversed(marks) if last and mark <= last), None)
        if last is not None and before is not None and before < last:
            offered += [Days(mode, last, before) for mode in ("one", "beside")]
        for days in offered:
            told = {name: humanised(day.isoformat(), self._words.code) for name, day in _dates(days)}
            self.days.addItem(self._words(f"export.days_{days.mode or 'all'}", **told), days)
        modes = [days.mode for days in offered]
        wanted = shown.mode or ("day" if shown.day is not None else "")
        self.days.setCurrentIndex(modes.index(wanted) if wanted in modes else 0)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addLayout(self._choices())
        middle.addLayout(self._result())
        cancel = button(self._words("button.cancel"), self.reject)
        cancel.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self._words("export.title"), "title"))
        layout.addLayout(middle)
        layout.addLayout(row(None, cancel, self._go))
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _choices(self) -> QVBoxLayout:
        """All that can be chosen, beside the preview: under it, the dialog would be higher than a small screen."""
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.formats)
        column.addLayout(_named(self._words("export.days"), self.days))
        column.addWidget(self.sheet)
        column.addLayout(_named(self._words("export.language"), self.languages))
        column.addWidget(self.paper)
        column.addWidget(self.footnotes)
        column.addStretch(1)
        return column

    def _result(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.preview)
        column.addWidget(self._why)
        column.addStretch(1)
        return column


def _named(name: str, field: QComboBox) -> QHBoxLayout:
    """A field behind its name, in line with the fields of the sheet."""
    said = label(name, wraps=False)
    said.setMinimumWidth(scaled(NAME_PX))
    return row(said, field, None)


def _has_sources(document: Document) -> bool:
    """Whether anything states where it is taken from."""
    every = [node.facts for node in document.nodes.values()] + [edge.facts for edge in document.edges.values()]
    return any(
        facts.sources or any(held.sources for held in facts.tenures) or any(task.sources for task in facts.tasks)
        for facts in every
    )


def _dates(days: Days) -> Iterator[tuple[str, datetime.date]]:
    yield from ((name, day) for name, day in (("day", days.day), ("before", days.before)) if day is not None)
