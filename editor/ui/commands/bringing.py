"""Boxes brought into a chart from elsewhere as one step; thousands are made beside the window and put in by and by."""

import time

from PySide6.QtCore import QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from editor.model.excerpts import Arriving, ArrivingUnder
from editor.ui.dialogs.waiting import PATIENCE_MS, Stopped, WaitingDialog
from editor.ui.jobs import beside, undisturbed
from editor.ui.language import Language
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

LARGE_BOXES = 500
"""Of more boxes the records are made beside the window."""


def bring(
    window: Desk, chart: ChartPage, arriving: Arriving | ArrivingUnder, name: str, words: Language
) -> dict[str, str] | None:
    """Put it in as one step; returns the new id for each old one.

    None where it was stopped, which leaves nothing of it, or the chart was closed meanwhile.
    """
    if arriving.count <= LARGE_BOXES:
        chart.canvas.settle()
        with undisturbed(), chart.document.transaction(name) as step:
            return arriving.put(step)
    turns = _Turns(window, chart, words, arriving.count)
    try:
        beside(arriving.make)
        if chart not in window.charts:
            return None
        chart.canvas.settle()
        with undisturbed(), chart.document.transaction(name) as step:
            return arriving.put(step, turns.take)
    except Stopped:
        return None
    finally:
        turns.end()


class _Turns:
    """Events are handled between the parts of a step. Nobody can do anything else meanwhile, as the step is open: at
    first what is typed and clicked waits, then a dialog says what is going on and can stop it. Nothing is painted: that
    would take longer than the step."""

    def __init__(self, window: QWidget, chart: ChartPage, words: Language, count: int) -> None:
        title = words("bringing.title")
        what = words("bringing.what", count=QLocale(words.code).toString(count))
        self._dialog = WaitingDialog(title, what, words("bringing.why"), words, window)
        self._began = time.perf_counter()
        self._chart = chart
        chart.canvas.viewport().setUpdatesEnabled(False)

    def take(self, ratio: float) -> None:
        """Raises `Stopped` where that is wanted."""
        self._dialog.bar.setValue(round(ratio * 100))
        if self._dialog.isVisible():
            QApplication.processEvents()
        else:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if time.perf_counter() - self._began > PATIENCE_MS / 1000 and not self._dialog.is_stopped:
                self._dialog.show()
        if self._dialog.is_stopped:
            raise Stopped

    def end(self) -> None:
        self._chart.canvas.viewport().setUpdatesEnabled(True)
        self._dialog.hide()
        self._dialog.deleteLater()
