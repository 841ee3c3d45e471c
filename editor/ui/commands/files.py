"""What the window does with files: new, open, sample, export; saving is in a class of its own."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QMenu

from editor.canvas.ahead import scene_ahead
from editor.canvas.scene import Scene
from editor.errors import UserError
from editor.model.excerpts import insert_document
from editor.storage.packaged import Sample, load_samples
from editor.ui.commands.disk_changes import DiskChanges
from editor.ui.commands.file_errors import gone, not_a_local_file
from editor.ui.commands.importing import Importing
from editor.ui.commands.layouts import LayoutActions
from editor.ui.commands.reading_job import open_session
from editor.ui.commands.saving import Saving
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Opening
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk
from editor.ui.window.document_session import DocumentSession, Progress, new_session

TOLD_MS = 8000
SUFFIXES = "*.graphml *.graphmlz *.xml"
TABLES = "*.csv *.tsv *.xlsx *.ods"


class FileCommands:
    """Every one shows its own errors; none raises UserError."""

    def __init__(self, window: Desk, surroundings: Surroundings, layouts: LayoutActions) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self.disk = DiskChanges(window, surroundings, self.reload)
        self._saving = Saving(window, surroundings, self.disk, self.folder)
        self._importing = Importing(window, surroundings, layouts)
        self.is_reading = False

    def new(self) -> None:
        self._window.add_chart(new_session())

    def open(self) -> None:
        """Ask for files and open them."""
        kinds = f"{self._words('file.charts')} ({SUFFIXES} {TABLES});;{self._words('file.all')} (*)"
        title = self._words("action.open").removesuffix("…").strip()
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self.folder()), kinds)
        for name in names:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a file in a tab, or show its tab if it is open; False where it can't be."""
        if self._importing.takes(path) and path.is_file():
            return self._importing.open(path)
        if self._window.show_open(path):
            return True
        if not path.exists() and path in self._surroundings.choices.remembered:
            self._tell_gone(path)
            return False
        opening = self.disk.may_open(path)
        if opening is Opening.CANCEL:
            return False
        session = self._read(path, keeps_path=opening is Opening.ANYWAY)
        if session is None or self._window.show_open(path):
            return session is not None
        self._surroundings.choices.remember(path)
        chart = self._window.add_chart(session)
        if opening is Opening.COPY:
            chart.notices.tell(lambda: self._words("disk.copy_open", name=path.name))
        return True

    def open_dropped(self, urls: Iterable[QUrl]) -> None:
        """Open what was dropped on the window."""
        for url in urls:
            if url.isLocalFile():
                self.open_path(Path(url.toLocalFile()))
            else:
                self._show_error(url.fileName() or url.toString(), not_a_local_file(url.toString()))

    def reload(self, chart: ChartPage) -> bool:
        """Read the chart's file anew and show that instead; the chart stays where the file can't be read."""
        path = chart.session.path
        session = self._read(path, keeps_path=True) if path is not None else None
        if session is None:
            return False
        self._window.replace_chart(chart, session)
        return True

    def open_sample(self, sample: Sample) -> bool:
        """Open a copy of a sample: saving asks for a name, so the sample itself stays as it is."""
        session = self._read(sample.path, keeps_path=False)
        if session is not None:
            self._window.add_chart(session)
        return session is not None

    def insert_sample(self, sample: Sample | None = None) -> None:
        """Put a sample's content into the open chart as one step; asks which unless told."""
        chosen = sample or self._window.ask_for_sample("insert")
        chart = self._window.chart
        if chosen is None or chart is None or chart.document.in_transaction:
            return
        session = self._read(chosen.path, keeps_path=False)
        if session is not None:
            ids = insert_document(chart.document, session.document, self._words("step.insert", name=chosen.title))
            chart.canvas.select(ids)
            chart.canvas.fit()

    def save(self) -> bool:
        """Save the chart shown; asks for a name where it has none. False where it was not saved."""
        chart = self._window.chart
        return chart is not None and self._saving.save(chart)

    def save_as(self) -> bool:
        chart = self._window.chart
        return chart is not None and self._saving.save_as(chart)

    def may_close(self, chart: ChartPage) -> bool:
        """Whether a chart may go: it is saved, or the user saves it now or says that it needn't be."""
        return self._saving.may_close(chart)

    def export(self) -> None:
        """Show the export dialog for the chart shown."""
        chart = self._window.chart
        if chart is None:
            return
        from editor.ui.dialogs.export import ExportDialog  # with all that writes files a tenth of the start

        dialog = ExportDialog(chart.session, self._surroundings, self._window, chart.shown_days())
        dialog.exec()
        dialog.deleteLater()
        if dialog.exported is not None:
            self._window.statusBar().showMessage(self._words("export.done", name=dialog.exported), TOLD_MS)

    def print(self, with_preview: bool = False) -> bool:
        """Print the chart shown as last time, or after a preview in which paper and size are chosen."""
        from editor.ui.commands.print_chart import print_chart  # brings in all of Qt's printing

        path = print_chart(self._window, self._surroundings, with_preview)
        if path is not None:
            told = self._words("print.to_file", path=path) if path else self._words("print.done")
            self._window.statusBar().showMessage(told, TOLD_MS)
        return path is not None

    def preview(self) -> bool:
        return self.print(with_preview=True)

    def fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._surroundings.choices.recent:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))
        if menu.isEmpty():
            menu.addAction(self._words("start.no_recent_short")).setEnabled(False)

    def fill_samples(self, menu: QMenu) -> None:
        menu.clear()
        for sample in load_samples():
            action = menu.addAction(sample.title)
            action.triggered.connect(lambda _=False, sample=sample: self.open_sample(sample))

    def folder(self) -> Path:
        """Where file dialogs begin: beside the chart shown, else beside the last file, else at home."""
        chart = self._window.chart
        if chart is not None and chart.session.path is not None:
            return chart.session.path.parent
        recent = self._surroundings.choices.recent
        return recent[0].parent if recent else Path.home()

    def _read(self, path: Path, keeps_path: bool) -> DocumentSession | None:
        before, self.is_reading = self.is_reading, True
        try:
            return open_session(path, self._words, self._window, keeps_path, self._drawn)
        except UserError as error:
            self._show_error(path.name, error)
            return None
        finally:
            self.is_reading = before

    def _drawn(self, session: DocumentSession, progress: Progress) -> Scene:
        given = self._surroundings
        theme, lang = given.appearance.theme, self._words.code
        return scene_ahead(session.document, given.vocabulary, given.measurer, theme, lang, progress)

    def _tell_gone(self, path: Path) -> None:
        self._surroundings.choices.forget(path)
        self._window.start_changed()
        self._show_error(path.name, gone(path))

    def _show_error(self, name: str, error: UserError) -> None:
        asking.show_error(self._window, self._words, self._words("error.open", name=name), error)
