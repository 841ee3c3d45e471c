"""Saving from the window: written beside it, with a question where someone else has changed the file."""

from collections.abc import Callable
from pathlib import Path

from editor.errors import UserError
from editor.model.appearance import Appearance
from editor.ui.commands.choosing import choose_target
from editor.ui.commands.disk_changes import DiskChanges
from editor.ui.commands.file_errors import open_elsewhere
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Answer, Clash
from editor.ui.jobs import beside
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk
from editor.ui.window.document_session import PACKED_SUFFIX, ChangedOnDisk, Save

KINDS = {".graphml": "GraphML", PACKED_SUFFIX: "GraphML, gzip", ".xml": "XML"}


class Saving:
    """Saves charts; every method says its own errors and tells whether the chart is saved afterwards."""

    def __init__(self, window: Desk, surroundings: Surroundings, disk: DiskChanges, folder: Callable[[], Path]) -> None:
        """folder: where a chart that has no file yet is offered to be saved."""
        self._window = window
        self._disk = disk
        self._folder = folder
        self._surroundings = surroundings
        self._words = surroundings.language
        self._appearance = Appearance(surroundings.vocabulary)

    def save(self, chart: ChartPage) -> bool:
        """Save to the chart's file; asks for a name where it has none."""
        return self.save_as(chart) if chart.session.path is None else self._save_to(chart, None)

    def save_as(self, chart: ChartPage) -> bool:
        path = self._ask_for_path(chart)
        if path is None:
            return False
        if any(other is not chart and other.is_of(path) for other in self._window.charts):
            self._show_error(chart, open_elsewhere(path))
            return False
        return self._save_to(chart, path)

    def may_close(self, chart: ChartPage) -> bool:
        """Whether a chart may go: it is saved, or the user saves it now or says that it needn't be."""
        if chart.session.is_saving:
            return False
        if chart.session.is_saved:
            return True
        answer = asking.ask_to_save(self._window, self._words, self._window.name_of(chart))
        if answer is Answer.SAVE:
            return self.save(chart) and chart.session.is_saved
        return answer is Answer.DISCARD

    def _save_to(self, chart: ChartPage, path: Path | None) -> bool:
        session = chart.session
        if session.is_saving or chart.document.in_transaction:
            return False
        save = session.begin_save(path)
        session.is_saving = True
        self._window.statusBar().showMessage(self._words("saving.running", name=save.target.name))
        try:
            self._write(save, overwrites=False)
        except ChangedOnDisk:
            session.is_saving = False
            return self._resolve(chart, save)
        except UserError as error:
            self._show_error(chart, error)
            return False
        finally:
            session.is_saving = False
            self._window.statusBar().clearMessage()
        return self._saved(chart, save)

    def _write(self, save: Save, overwrites: bool) -> None:
        beside(lambda: save.write(self._appearance, overwrites))

    def _saved(self, chart: ChartPage, save: Save) -> bool:
        chart.session.settle(save)
        self._surroundings.choices.remember(save.target)
        self._window.show_saved(chart)
        return True

    def _resolve(self, chart: ChartPage, save: Save) -> bool:
        """The file was changed by someone else: nothing is written before the user has said what is wanted."""
        answer = asking.ask_about_clash(self._window, self._words, save.target.name)
        if answer is Clash.SAVE_AS:
            return self.save_as(chart)
        if answer is Clash.MERGE:
            return self._save_merged(chart)
        if answer is Clash.RELOAD:
            self._disk.reopen(chart)
            return False
        return answer is Clash.OVERWRITE and self._overwrite(chart, save)

    def _save_merged(self, chart: ChartPage) -> bool:
        """Put both versions together and save that; nothing is written where the merge was called off."""
        if not self._disk.merge(chart):
            return False
        merged = self._window.chart
        return merged is not None and self.save(merged)

    def _overwrite(self, chart: ChartPage, save: Save) -> bool:
        try:
            self._write(save, overwrites=True)
        except UserError as error:
            self._show_error(chart, error)
            return False
        return self._saved(chart, save)

    def _ask_for_path(self, chart: ChartPage) -> Path | None:
        name = Path(self._window.name_of(chart)).stem
        folder = chart.session.path.parent if chart.session.path is not None else self._folder()
        title = self._words("action.save_as")
        return choose_target(self._window, self._words, title, folder / f"{name}.graphml", KINDS)

    def _show_error(self, chart: ChartPage, error: UserError) -> None:
        headline = self._words("error.save", name=self._window.name_of(chart))
        asking.show_error(self._window, self._words, headline, error)
