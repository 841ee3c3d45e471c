"""What the window does with files: new, open, sample, save, export, and the question before something is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from editor.errors import UserError
from editor.storage.packaged import Sample, load_samples
from editor.ui.asking import Answer, ask_to_save, show_error
from editor.ui.document_session import DocumentSession, new_session
from editor.ui.export_dialog import ExportDialog
from editor.ui.inserting import insert_document
from editor.ui.reading_job import open_session
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.ui.chart_page import ChartPage
    from editor.ui.main_window import MainWindow

SUFFIXES = "*.graphml *.graphmlz *.xml"


class FileCommands:
    """Every one shows its own errors; none raises UserError."""

    def __init__(self, window: "MainWindow", surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language

    def new(self) -> None:
        self._window.add_chart(new_session())

    def open(self) -> None:
        """Ask for files and open them."""
        kinds = f"GraphML ({SUFFIXES});;{self._words('file.all')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, self._words("action.open"), self._folder(), kinds)
        for name in names:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a file in a tab, or show its tab if it is open; False where it can't be."""
        if self._window.show_open(path):
            return True
        session = self._read(path, keeps_path=True)
        if session is None:
            return False
        self._surroundings.choices.remember(path)
        self._window.add_chart(session)
        return True

    def open_sample(self, sample: Sample) -> bool:
        """Open a copy of a sample: saving asks for a name, so the sample itself stays as it is."""
        session = self._read(sample.path, keeps_path=False)
        if session is not None:
            self._window.add_chart(session)
        return session is not None

    def insert_sample(self, sample: Sample | None = None) -> None:
        """Put a sample's content into the open chart as one step; asks which unless told."""
        chosen = sample or self._window.ask_for_sample()
        chart = self._window.chart
        if chosen is None or chart is None:
            return
        session = self._read(chosen.path, keeps_path=False)
        if session is not None:
            ids = insert_document(chart.document, session.document, self._words("step.insert", name=session.name))
            chart.canvas.select(ids)
            chart.canvas.fit()

    def save(self) -> bool:
        """Save the chart shown; asks for a name where it has none. False where it was not saved."""
        chart = self._window.chart
        return chart is not None and self.save_chart(chart)

    def save_chart(self, chart: "ChartPage") -> bool:
        return self._save_as(chart) if chart.session.path is None else self._save_to(chart, None)

    def save_as(self) -> bool:
        chart = self._window.chart
        return chart is not None and self._save_as(chart)

    def export(self) -> None:
        """Show the export dialog for the chart shown."""
        chart = self._window.chart
        if chart is not None:
            ExportDialog(chart.session, self._surroundings, self._window).exec()

    def may_close(self, chart: "ChartPage") -> bool:
        """Whether a chart may go: it is saved, or the user saves it now or says that it needn't be."""
        if chart.session.is_saved:
            return True
        answer = ask_to_save(self._window, self._words, chart.session.name or self._words("file.unnamed"))
        if answer is Answer.SAVE:
            return self.save_chart(chart)
        return answer is Answer.DISCARD

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
            action = menu.addAction(sample_title(sample))
            action.triggered.connect(lambda _=False, sample=sample: self.open_sample(sample))

    def _read(self, path: Path, keeps_path: bool) -> DocumentSession | None:
        try:
            return open_session(path, self._words, self._window, keeps_path)
        except UserError as error:
            show_error(self._window, self._words, self._words("error.open", name=path.name), error)
            return None

    def _save_as(self, chart: "ChartPage") -> bool:
        suggestion = str(
            Path(self._folder()) / f"{Path(chart.session.name or self._words('file.unnamed')).stem}.graphml"
        )
        name, _ = QFileDialog.getSaveFileName(
            self._window, self._words("action.save_as"), suggestion, "GraphML (*.graphml)"
        )
        if not name:
            return False
        path = Path(name)
        return self._save_to(chart, path if path.suffix else path.with_suffix(".graphml"))

    def _save_to(self, chart: "ChartPage", path: Path | None) -> bool:
        try:
            chart.session.save(path)
        except UserError as error:
            show_error(self._window, self._words, self._words("error.save", name=chart.session.name), error)
            return False
        assert chart.session.path is not None
        self._surroundings.choices.remember(chart.session.path)
        self._window.show_saved(chart)
        return True

    def _folder(self) -> str:
        chart = self._window.chart
        if chart is not None and chart.session.path is not None:
            return str(chart.session.path.parent)
        recent = self._surroundings.choices.recent
        return str(recent[0].parent) if recent else str(Path.home())


def sample_title(sample: Sample) -> str:
    """A sample's name as its list states it."""
    return sample.title
