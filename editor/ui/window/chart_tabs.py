"""The open charts as tabs: which there are, which is shown, and what their tabs say."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage

UNSAVED = "• "


class ChartTabs(QTabWidget):
    """Every widget in it is a ChartPage."""

    close_wanted = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._words = surroundings.language
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.tabBar().setDrawBase(False)
        self.tabCloseRequested.connect(self._ask_to_close)

    @property
    def chart(self) -> ChartPage | None:
        page = self.currentWidget()
        return page if isinstance(page, ChartPage) else None

    @property
    def charts(self) -> list[ChartPage]:
        pages = (self.widget(index) for index in range(self.count()))
        return [page for page in pages if isinstance(page, ChartPage)]

    def add(self, chart: ChartPage, instead_of: ChartPage | None = None) -> None:
        """Put a chart last, or where another one stands, and show it."""
        place = self.count() if instead_of is None else self.indexOf(instead_of)
        self.insertTab(place, chart, "")
        self.setCurrentWidget(chart)

    def take(self, chart: ChartPage) -> None:
        """Let go of a chart, which is destroyed when events are handled next."""
        self.removeTab(self.indexOf(chart))
        chart.deleteLater()

    def of(self, path: Path) -> ChartPage | None:
        """The chart of a file; None where it isn't open."""
        return next((chart for chart in self.charts if chart.is_of(path)), None)

    def step(self, step: int) -> None:
        """Show the next tab (1) or the one before (-1), round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def tell(self) -> None:
        """Write names and unsaved marks anew; a tab's tooltip is its file's whole path."""
        for index, chart in enumerate(self.charts):
            mark = "" if chart.session.is_saved else UNSAVED
            self.setTabText(index, mark + self.name_of(chart).replace("&", "&&"))
            self.setTabToolTip(index, str(chart.session.path or ""))

    def name_of(self, chart: ChartPage) -> str:
        return chart.session.name or self._words("file.unnamed")

    def _ask_to_close(self, index: int) -> None:
        self.close_wanted.emit(self.widget(index))
