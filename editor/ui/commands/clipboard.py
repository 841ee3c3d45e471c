"""Cut, copy, paste and duplicate: boxes with everything they had, between charts, windows and other programs."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from editor.errors import UserError
from editor.geometry import Point
from editor.model import edits, excerpts
from editor.model.document import Document
from editor.model.structure import structure_of
from editor.model.styling import Style, give, style_of
from editor.ui.commands.bringing import LARGE_BOXES, bring
from editor.ui.commands.clipboard_formats import GRAPHML, ChartMime, pasted
from editor.ui.jobs import beside
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

LARGE_BYTES = 20_000
"""More than that is read beside the window, which stays alive meanwhile."""
TOLD_MS = 4000


class Clipboard:
    """Acts on what is selected in the chart shown; in the outline, on the whole branches of the rows."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self.style: Style | None = None

    def copy_style(self) -> None:
        """Remember how the one selected box or relation is drawn."""
        chart = self._window.chart
        if chart is not None and len(chart.canvas.selection()) == 1:
            (id,) = chart.canvas.selection()
            self.style = style_of(chart.document, self._surroundings.vocabulary, id)

    def paste_style(self) -> None:
        """Draw what is selected in the same way, as one step."""
        chart = self._window.chart
        if chart is None or self.style is None or not self._is_free(chart):
            return
        with chart.document.transaction(self._words("step.paste_style")) as step:
            count = give(chart.document, step, chart.canvas.selection(), self.style)
        text = self._words("clipboard.styled", count=count) if count else self._words("clipboard.no_style")
        self._window.statusBar().showMessage(text, TOLD_MS)

    def copy(self) -> None:
        self._copy(self._chosen())

    def cut(self) -> None:
        """Copy, and remove as one step."""
        chart, ids = self._window.chart, self._chosen()
        if chart is not None and ids and self._is_free(chart):
            self._copy(ids)
            with chart.document.transaction(self._words("step.cut", count=len(ids))) as step:
                edits.delete(chart.document, step, ids)

    def duplicate(self) -> None:
        """Put a copy beside what is selected, in the same frame; the clipboard stays as it is."""
        chart, ids = self._window.chart, self._chosen()
        if chart is None or not ids or not self._is_free(chart):
            return
        document = chart.document
        part = excerpts.excerpt(document, ids)
        holders = {document.nodes[id].group for id in ids if document.nodes[id].group not in part.nodes}
        group = holders.pop() if len(holders) == 1 else None
        with document.transaction(self._words("step.duplicate", count=len(part.nodes))) as step:
            new = excerpts.insert(document, step, part, self._beside(chart, part), group)
        self._show(chart, part, new)

    def leave_behind(self) -> None:
        """Before the program ends: what was copied stays on the clipboard without it.

        Qt asks the clipboard's data once more when Python is gone, which aborts where that data is made by Python.
        """
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData()
        if isinstance(data, ChartMime):
            clipboard.setMimeData(data.plain())

    def paste(self) -> None:
        """Put in what the clipboard holds; what can't be used is told in the line above the chart."""
        chart = self._window.chart
        if chart is None or not self._is_free(chart):
            return
        try:
            part = self._read(QGuiApplication.clipboard().mimeData())
        except UserError as error:
            told = error
            chart.notices.tell(lambda: f"{told.what[self._words.code]} {told.advice[self._words.code]}")
            return
        if chart is self._window.chart and self._is_free(chart):
            self._put(chart, part, is_branch=self._in_outline() or not self._holds_graphml())

    def take_text(self, text: str, at: Point, under: str) -> None:
        """Text dropped on the chart: rows and indented lines become boxes there, under the box they were dropped on."""
        chart = self._window.chart
        if chart is None or not self._is_free(chart):
            return
        try:
            part = pasted(None, text, self._surroundings.vocabulary)
        except UserError as error:
            told = error
            chart.notices.tell(lambda: f"{told.what[self._words.code]} {told.advice[self._words.code]}")
            return
        area = excerpts.bounds(part)
        by = (round(at.x - area.centre.x), round(at.y - area.y)) if area is not None else (0, 0)
        with chart.document.transaction(self._words("step.paste", count=len(part.nodes))) as step:
            if under:
                new = excerpts.insert_under(chart.document, step, self._surroundings.vocabulary, part, under)
            else:
                new = excerpts.insert(chart.document, step, part, by)
        self._show(chart, part, new)

    def _put(self, chart: ChartPage, part: Document, is_branch: bool) -> None:
        """A branch goes under the one selected box; everything else to the pointer, or beside the selection."""
        document, vocabulary = chart.document, self._surroundings.vocabulary
        chosen = chart.canvas.editor.selected_nodes
        under = chosen[0] if is_branch and len(chosen) == 1 else None
        arriving: excerpts.Arriving | excerpts.ArrivingUnder
        if under is not None:
            arriving = excerpts.ArrivingUnder(document, vocabulary, part, under)
        else:
            arriving = excerpts.Arriving(document, part, self._landing(chart, part))
        new = bring(self._window, chart, arriving, self._words("step.paste", count=len(part.nodes)), self._words)
        if new is not None:
            chart.notices.hide()
            self._show(chart, part, new)

    def _read(self, data: QMimeData | None) -> Document:
        vocabulary = self._surroundings.vocabulary
        if data is None:  # the clipboard's owner has gone
            return pasted(None, "", vocabulary)
        if isinstance(data, ChartMime):  # copied in this program: nothing need be written and read again
            chosen = data.chosen
            return chosen.document if len(chosen.ids) < LARGE_BOXES else beside(lambda: chosen.document)
        bytes_ = bytes(data.data(GRAPHML).data()) if data.hasFormat(GRAPHML) else None
        text = data.text() if data.hasText() and bytes_ is None else ""
        if max(len(bytes_ or b""), len(text)) < LARGE_BYTES:
            return pasted(bytes_, text, vocabulary)
        return beside(lambda: pasted(bytes_, text, vocabulary))

    def _copy(self, ids: list[str]) -> None:
        chart = self._window.chart
        if chart is None or not ids:
            return
        given = self._surroundings
        chosen = excerpts.Chosen(chart.document, ids)
        QGuiApplication.clipboard().setMimeData(ChartMime(chosen, given.vocabulary, given.measurer, self._words.code))
        text = self._words("clipboard.copied", count=len(chosen.ids))
        self._window.statusBar().showMessage(text, TOLD_MS)

    def _chosen(self) -> list[str]:
        """The selected boxes; in the outline with all that stands below them."""
        chart = self._window.chart
        if chart is None:
            return []
        ids = chart.canvas.editor.selected_nodes
        if not self._in_outline():
            return ids
        structure = structure_of(chart.document, self._surroundings.vocabulary)
        return list(dict.fromkeys(below for id in ids for below in structure.branch(id)))

    def _in_outline(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._window.structure_dock.isAncestorOf(focus)

    def _holds_graphml(self) -> bool:
        return QGuiApplication.clipboard().mimeData().hasFormat(GRAPHML)

    def _is_free(self, chart: ChartPage) -> bool:
        """A gesture that is half done is ended first."""
        chart.canvas.settle()
        return not chart.document.in_transaction

    def _landing(self, chart: ChartPage, part: Document) -> tuple[float, float]:
        """How far the part moves: its middle to the pointer where that is over the chart, or near it where there is
        room."""
        area = excerpts.bounds(part)
        view = chart.canvas.viewport()
        at = view.mapFromGlobal(QCursor.pos())
        if area is None or not view.rect().contains(at) or not view.underMouse():
            return self._beside(chart, part)
        point = chart.canvas.camera.to_drawing(Point(at.x(), at.y()))
        wanted = area.moved(round(point.x - area.centre.x), round(point.y - area.centre.y))
        place = excerpts.free_near(chart.document, wanted)
        return place.x - area.x, place.y - area.y

    def _beside(self, chart: ChartPage, part: Document) -> tuple[float, float]:
        """How far the part moves to a free place beside the selection, or below the chart where nothing is selected."""
        document, area = chart.document, excerpts.bounds(part)
        around = excerpts.bounds(excerpts.excerpt(document, chart.canvas.selection()))
        if area is None or around is None:
            return excerpts.below_all(document, part)
        place = excerpts.free_beside(document, around, Point(area.width, area.height))
        return place.x - area.x, place.y - area.y

    def _show(self, chart: ChartPage, part: Document, new: dict[str, str]) -> None:
        ids = [new[id] for id in part.nodes]
        chart.canvas.select(ids)
        if ids:
            chart.canvas.reveal(ids[0])
