"""Tables opened as charts, or put into the one that is open."""

from pathlib import Path

from editor.errors import UserError
from editor.interchange.tables import ENDINGS, read_table
from editor.model.document import Document
from editor.model.excerpts import Arriving, below_all
from editor.storage.files import read_file
from editor.ui.commands.bringing import bring
from editor.ui.commands.layouts import LayoutActions
from editor.ui.dialogs import asking
from editor.ui.jobs import beside
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk
from editor.ui.window.document_session import new_session

LARGE_BYTES = 200_000
"""More than that is read beside the window."""


class Importing:
    """Shows its own errors."""

    def __init__(self, window: Desk, surroundings: Surroundings, layouts: LayoutActions) -> None:
        self._window = window
        self._layouts = layouts
        self._surroundings = surroundings
        self._words = surroundings.language

    @staticmethod
    def takes(path: Path) -> bool:
        return path.suffix.lower() in ENDINGS

    def open(self, path: Path) -> bool:
        """Ask what the columns mean, and show the table as a chart; False where nothing came of it."""
        try:
            data = read_file(path)
            is_large = len(data) > LARGE_BYTES
            table = beside(lambda: read_table(data, path.suffix)) if is_large else read_table(data, path.suffix)
        except UserError as error:
            asking.show_error(self._window, self._words, self._words("error.open", name=path.name), error)
            return False
        from editor.ui.dialogs.import_table import ImportDialog  # only where a table is opened

        dialog = ImportDialog(self._window, self._surroundings, path.name, table, self._window.chart is not None)
        answer = dialog.ask()
        if answer is None or dialog.made is None:
            return False
        self._show(dialog.made.document, path.stem, is_new=answer == "new")
        return True

    def _show(self, document: Document, name: str, is_new: bool) -> None:
        if is_new or self._window.chart is None:
            self._window.add_chart(new_session())
        chart = self._window.chart
        assert chart is not None
        arriving = Arriving(chart.document, document, below_all(chart.document, document))
        new = bring(self._window, chart, arriving, self._words("step.insert", name=name), self._words)
        if new is None:
            return
        chart.canvas.select(new[id] for id in document.nodes)
        chart.canvas.fit()
        if is_new:
            chart.canvas.select([])
            self._layouts.lay_out("down")
