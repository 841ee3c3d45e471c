"""The status bar: file, when it was saved, how much is shown, zoom, and the progress of a layout."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QMainWindow, QProgressBar, QToolButton

from editor.ui.look.typeface import typeface
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage


class Status:
    """What the window's status bar says."""

    def __init__(self, window: QMainWindow, surroundings: Surroundings) -> None:
        self._words = surroundings.language
        self._name, self._saved, self._count, self._zoom = QLabel(), QLabel(), QLabel(), QLabel()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self.stop = QToolButton()
        self._appearance = surroundings.appearance
        self._bar = window.statusBar()
        self._bar.setSizeGripEnabled(False)
        self._bar.setContentsMargins(8, 0, 8, 0)
        for part in (self._name, self._saved, self._count, self._zoom):
            part.setMinimumHeight(QFontMetrics(typeface()).height())  # the bar asks for it while they are empty
        for words in (self._name, self._saved):
            self._bar.addWidget(words)
        for widget in (self._progress, self.stop, self._count, self._zoom):
            self._bar.addPermanentWidget(widget)
        self.end_progress()
        self._words.changed.connect(self._retell)
        self._appearance.changed.connect(self._retell)
        self._retell()

    def show_chart(self, chart: ChartPage | None) -> None:
        """Name and state of the chart shown; nothing on the start page."""
        if chart is None:
            for part in (self._name, self._saved, self._count, self._zoom):
                part.setText("")
            return
        session = chart.session
        self._name.setText(session.name or self._words("file.unnamed"))
        self._saved.setText(self._state(chart))
        self.show_count(chart, len(chart.canvas.selection()))
        self.show_zoom(chart.canvas.zoom)

    def show_count(self, chart: ChartPage | None, chosen: int) -> None:
        if chart is None:
            return
        document = chart.document
        text = self._words("status.count", boxes=len(document.nodes), lines=len(document.edges))
        self._count.setText(self._words("status.chosen", count=chosen) if chosen > 1 else text)

    def show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{round(zoom * 100)} %")

    def begin_progress(self, text: str) -> None:
        self._bar.showMessage(text)
        self._progress.setRange(0, 0)
        self._progress.show()
        self.stop.show()

    def show_progress(self, ratio: float) -> None:
        """0 to 1; a run that can't say how far it is leaves the bar moving."""
        if ratio > 0:
            self._progress.setRange(0, 100)
            self._progress.setValue(int(ratio * 100))

    def end_progress(self, text: str = "") -> None:
        self._progress.hide()
        self.stop.hide()
        self._bar.clearMessage()
        if text:
            self._bar.showMessage(text, 5000)

    def _retell(self) -> None:
        """A message that was put up in the other language goes; the next comes soon enough."""
        self._bar.clearMessage()
        self.stop.setIcon(self._appearance.icon("x"))
        for say in (self.stop.setToolTip, self.stop.setAccessibleName):
            say(self._words("action.stop_layout"))

    def _state(self, chart: ChartPage) -> str:
        session = chart.session
        if not session.is_saved:
            return self._words("status.unsaved")
        if session.saved_at is not None:
            return self._words("status.saved", time=session.saved_at.strftime("%H:%M"))
        return ""
