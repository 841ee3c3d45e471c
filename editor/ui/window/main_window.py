"""The window: documents as tabs around the start page, the panes beside them, and what its status bar says."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMenu, QStackedWidget, QVBoxLayout, QWidget

from editor.storage.packaged import Sample
from editor.ui.actions.book import ActionBook, Filler
from editor.ui.actions.listing import CONTEXT_MENU
from editor.ui.dialogs.sample import Deed, SampleDialog
from editor.ui.inspector.page import Entrance
from editor.ui.jobs import spare_nothing
from editor.ui.look.parts import NoticeBar
from editor.ui.qt_words import QtWords
from editor.ui.start.page import StartPage
from editor.ui.start.picture_memory import remember_picture
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.chart_tabs import ChartTabs
from editor.ui.window.document_session import DocumentSession
from editor.ui.window.pane_steps import PaneSteps, Region
from editor.ui.window.panes import Panes
from editor.ui.window.status import Status
from editor.ui.window.toolbar_ends import ToolbarEnds
from editor.ui.window.workplace import Workplace

if TYPE_CHECKING:
    from editor.ui.asides.source_pane import SourcePane

LARGE = 2000
"""Boxes. Whether an action can be used takes longer to find out in such a chart."""
ROOMY_PX = QSize(1440, 900)
"""The window at its first start, where the screen is large enough."""
BORDERS_PX = QSize(16, 48)
"""What a window manager puts around a window, at most, as long as none has said so."""
AGAIN_MS = 100
"""How soon a close is tried again that came while the chart was being saved."""


class MainWindow(Workplace):
    """One window with any number of documents.

    awaits_file: one is opened next, so the start page is not made for a moment; whoever opens none calls `show_start`.
    """

    def __init__(self, surroundings: Surroundings, awaits_file: bool = False) -> None:
        super().__init__(surroundings)
        self._surroundings = surroundings
        self._words = surroundings.language
        self._qt_words = QtWords(surroundings.language, self)
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_state)
        self._make_centre()
        self._make_panes()
        self._pane_steps = PaneSteps(self._regions)
        self.status = Status(self, surroundings)
        self.status.stop.clicked.connect(self.tidying.stop)
        fillers: dict[str, Filler] = {
            "recent": self.files.fill_recent,
            "samples": self.files.fill_samples,
            "kinds": self.edits.fill_kinds,
        }
        self.actions_book = ActionBook(self, surroundings, fillers)
        self._ends = ToolbarEnds(self.actions_book.toolbar, self.search, self.files.export, self._words)
        self.addToolBar(self.actions_book.toolbar)
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(720, 420))
        surroundings.language.changed.connect(self._retell)
        surroundings.appearance.changed.connect(self._retell)
        if awaits_file:
            self._centre.setCurrentWidget(self._tabs)
        self._show_chart()

    @property
    def chart(self) -> ChartPage | None:
        """The chart shown now; None on the start page."""
        return self._tabs.chart if self._centre.currentWidget() is self._tabs else None

    @property
    def charts(self) -> list[ChartPage]:
        return self._tabs.charts

    @property
    def structure_dock(self) -> QDockWidget:
        return self._panes.structure_dock

    @property
    def palette_dock(self) -> QDockWidget:
        return self._panes.palette_dock

    @property
    def aside_dock(self) -> QDockWidget:
        return self._panes.aside_dock

    @property
    def source_pane(self) -> "SourcePane":
        return self._panes.asides.source

    def name_of(self, chart: ChartPage) -> str:
        """What a chart is called in tabs, titles and questions."""
        return self._tabs.name_of(chart)

    def add_chart(self, session: DocumentSession, instead_of: ChartPage | None = None) -> ChartPage:
        """Show a document in a new tab."""
        session.keep_journal(self._surroundings.recovery)
        session.announce()
        chart = ChartPage(session, self._surroundings)
        session.document.listen(self._document_changed)
        session.document.history.listen(self._step_done)
        chart.canvas.selection_changed.connect(self._selection_changed)
        chart.canvas.zoom_changed.connect(self.status.show_zoom)
        chart.canvas.tool_changed.connect(self._tool_changed)
        chart.canvas.text_dropped.connect(self.clipboard.take_text)
        chart.canvas.quote_dropped.connect(self.sourcing.take_quote)
        chart.canvas.context_menu_requested.connect(self._show_context_menu)
        chart.days_shown.connect(lambda: self._panes.show_day(chart.seen))
        self._tabs.add(chart, instead_of)
        self.disk.follow()
        self._centre.setCurrentWidget(self._tabs)
        self._show_chart()
        chart.tell_notices()
        self.layouts.place_if_unplaced(chart)
        chart.canvas.fit()
        chart.canvas.setFocus()
        return chart

    def replace_chart(self, old: ChartPage, session: DocumentSession) -> None:
        """Show another document in a chart's tab; what was changed in the old one goes."""
        self.add_chart(session, instead_of=old)
        self._leave(old)
        self._tabs.take(old)
        session.announce()
        self._tell_state()

    def show_open(self, path: Path) -> bool:
        """Bring the tab of this file to the front; False where it isn't open."""
        chart = self._tabs.of(path)
        if chart is not None:
            self._tabs.setCurrentWidget(chart)
            self._centre.setCurrentWidget(self._tabs)
            self._show_chart()
            self.activateWindow()
        return chart is not None

    def show_start(self) -> None:
        self._start.refresh()
        self._centre.setCurrentWidget(self._start)
        self._show_chart()

    def show_saved(self, chart: ChartPage) -> None:
        """After a save: tab, title and status bar say so."""
        chart.disk.hide()
        self.disk.follow()
        self._tell_state()
        remember_picture(chart.session, self._surroundings)

    def start_changed(self) -> None:
        """What the start page offers is no longer what it was."""
        self._start.refresh()

    def show_state(self) -> None:
        """Whether a chart is saved has changed without a change of it."""
        self._tell_state()

    def chart_of(self, path: Path) -> ChartPage | None:
        """The chart of a file; None where it isn't open."""
        return self._tabs.of(path)

    def close_current(self) -> None:
        if self.chart is not None:
            self._close(self.chart)

    def step_tab(self, step: int) -> None:
        self._tabs.step(step)

    def step_pane(self, step: int) -> None:
        self._pane_steps.step(step)

    def search(self) -> None:
        from editor.ui.dialogs.command_palette import CommandPalette  # most runs never show it

        CommandPalette(self, self.actions_book, self._surroundings).ask()

    def show_shortcuts(self) -> None:
        from editor.ui.dialogs.shortcuts import show_shortcuts

        show_shortcuts(self, self._words, self.actions_book)

    def search_structure(self) -> None:
        """The keys go to the field above the outline, which is shown for that."""
        self._panes.search_structure()

    def toggle_structure(self) -> None:
        self._panes.toggle(self.structure_dock)

    def toggle_palette(self) -> None:
        self._panes.toggle_palette()

    def toggle_aside(self, name: str) -> None:
        self._panes.toggle_aside(name)
        self.refresh_actions()

    def is_aside_shown(self, name: str) -> bool:
        return self._panes.is_aside_shown(name)

    def entrances(self) -> list[Entrance]:
        """The fields of the properties that the keys can go to at once; none without a chart."""
        return self._panes.entrances() if self.chart is not None else []

    def ask_for_sample(self, deed: Deed) -> Sample | None:
        return SampleDialog(self._surroundings, self, deed).ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        if any(chart.session.is_saving for chart in self.charts):
            event.ignore()
            QTimer.singleShot(AGAIN_MS, self.close)
            return
        for chart in self.charts:
            if not self._may_close(chart):
                event.ignore()
                return
        self._surroundings.choices.change(window=self.saveGeometry().toHex().toStdString())
        for chart in self.charts:
            self._leave(chart)
        self.tidying.stop()
        self.layouts.shutdown()
        self.clipboard.leave_behind()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back to the window may have been in another program: its files are looked at."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.disk.watch.look_soon()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped once the drop is over: a dialog would hold up the program it comes from."""
        event.acceptProposedAction()
        urls = list(event.mimeData().urls())
        QTimer.singleShot(0, self, lambda: self.files.open_dropped(urls))

    def restore_geometry(self) -> None:
        """Be where the window was last time, or large but never larger than the screen."""
        kept = self._surroundings.choices.settings.window
        if not kept or not self.restoreGeometry(QByteArray.fromHex(kept.encode())):
            self.resize(ROOMY_PX.boundedTo(self.screen().availableSize() - BORDERS_PX))

    def _make_centre(self) -> None:
        self._tabs = ChartTabs(self._surroundings)
        self._tabs.close_wanted.connect(self._close)
        self._tabs.currentChanged.connect(self._show_chart)
        self._start = StartPage(self, self._surroundings)
        self._centre = QStackedWidget()
        self._centre.addWidget(self._start)
        self._centre.addWidget(self._tabs)
        self.notices = NoticeBar(self._surroundings.appearance, lambda: self._words("button.dismiss"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._centre, 1)
        self.setCentralWidget(whole)

    def _make_panes(self) -> None:
        self._panes = Panes(self, self._surroundings)
        self._panes.structure.chosen.connect(self._choose)
        self._panes.asides.wanted.connect(self._choose)
        self._panes.left.connect(self._to_chart)
        self._panes.palette.wanted.connect(self.edits.add_box)
        self._panes.asides.turned.connect(self.refresh_actions)
        self._panes.asides.asked.connect(lambda id: self.actions_book[id].trigger())
        self._panes.asides.lit.connect(self._light)
        self._panes.asides.deed_asked.connect(self.sourcing.do)
        self._panes.asides.words_changed.connect(self.refresh_actions)

    def _regions(self) -> list[Region]:
        chart = self.chart
        return [
            (self._centre, chart.canvas if chart is not None else None),
            *self._panes.regions,
            (self.actions_book.toolbar, None),
        ]

    def _show_chart(self) -> None:
        """Put panes, title and actions in step with the tab shown."""
        chart = self.chart
        self._panes.show_document(chart.document if chart is not None else None)
        self._panes.show_day(chart.seen if chart is not None else None)
        self.views.carry_over()
        self._selection_changed()
        self._tell_state()

    def _selection_changed(self) -> None:
        chosen = sorted(self.chart.canvas.selection()) if self.chart is not None else []
        self._panes.show_selection(chosen)
        self.status.show_count(self.chart, len(chosen))
        if self._is_large():
            self._telling.start()
        else:
            self.refresh_actions()

    def _document_changed(self, change: object) -> None:
        """A gesture changes the document many times; title, tabs and actions follow when there is time."""
        if any(chart.document.in_transaction for chart in self.charts):
            self._telling.start()
        else:
            self._step_done()

    def _step_done(self) -> None:
        """In a large chart that follows at once, but not in the same turn: one step is told in many ways."""
        if self._is_large():
            self._telling.start()
        else:
            self._tell_state()

    def _is_large(self) -> bool:
        return self.chart is not None and len(self.chart.document.nodes) > LARGE

    def _tool_changed(self, tool: str) -> None:
        self.tool = tool
        self.refresh_actions()

    def _tell_state(self) -> None:
        self._tabs.tell()
        chart = self.chart
        if chart is None:
            self.setWindowModified(False)
        self.setWindowTitle(f"{self.name_of(chart)}[*] – Ledgraf" if chart is not None else "Ledgraf")
        self.setWindowModified(chart is not None and not chart.session.is_saved)
        self.status.show_chart(chart)
        if chart is not None:
            chart.tell_trouble()
        self.refresh_actions()

    def refresh_actions(self) -> None:
        book = getattr(self, "actions_book", None)
        if book is not None:
            book.refresh()
            self._ends.can_export(self.chart is not None)

    def show_way(self) -> None:
        """Show the way of a matter from and to the selected box, as sentences and in the chart."""
        chosen = self.chart.canvas.editor.selected_nodes if self.chart is not None else []
        if len(chosen) == 1:
            if not self.is_aside_shown("questions"):
                self.toggle_aside("questions")
            self._panes.asides.questions.ask_way(chosen[0])

    def _light(self, ids: list[str]) -> None:
        """Only in the chart that is asked about; the others have all their light."""
        for chart in self.charts:
            chart.canvas.light(ids if chart is self.chart else ())

    def _choose(self, ids: list[str]) -> None:
        """Select what a pane was asked to show, and bring the first of it into sight."""
        if self.chart is not None and ids:
            self.chart.canvas.select(ids)
            self.chart.canvas.reveal(ids[0])

    def _to_chart(self) -> None:
        if self.chart is not None:
            self.chart.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_context_menu(self, at: QPoint) -> None:
        if self.chart is None:
            return
        menu = QMenu(self)
        self.actions_book.fill(menu, CONTEXT_MENU)
        menu.exec(self.chart.canvas.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _may_close(self, chart: ChartPage) -> bool:
        """Ask about a chart with unsaved changes, which is shown meanwhile."""
        if not chart.session.is_saved:
            self._tabs.setCurrentWidget(chart)
            self._centre.setCurrentWidget(self._tabs)
        return self.files.may_close(chart)

    def _close(self, chart: ChartPage) -> None:
        if chart.session.is_saving:
            QTimer.singleShot(AGAIN_MS, self, lambda: self._close(chart))
        elif self._may_close(chart):
            self._leave(chart)
            self._tabs.take(chart)
            self.disk.follow()
            spare_nothing()
            remember_picture(chart.session, self._surroundings)
            if not self._tabs.count():
                self.show_start()

    def _leave(self, chart: ChartPage) -> None:
        chart.document.unlisten(self._document_changed)
        chart.document.history.unlisten(self._step_done)
        self.layouts.forget(chart)
        chart.session.close()
        if chart is self.chart:
            self._panes.show_document(None)
        chart.leave()

    def _retell(self) -> None:
        self.actions_book.retell()
        self._ends.retell()
        for chart in self.charts:
            chart.retell()
        self._start.retell()
        self.notices.retell()
        self._panes.retell()
        self._show_chart()
