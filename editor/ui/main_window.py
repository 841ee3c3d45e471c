"""The window: documents as tabs around the start page, the panes beside them, and what its status bar says."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QSizePolicy, QStackedWidget, QTabWidget, QWidget

from editor.storage.packaged import Sample
from editor.ui.action_book import ActionBook, Filler
from editor.ui.actions import CONTEXT_MENU
from editor.ui.chart_page import ChartPage
from editor.ui.command_palette import CommandPalette
from editor.ui.document_session import DocumentSession
from editor.ui.edit_commands import EditCommands
from editor.ui.file_commands import FileCommands
from editor.ui.help_dialogs import show_about, show_shortcuts
from editor.ui.inspector import Inspector
from editor.ui.layout_actions import LayoutActions
from editor.ui.parts import button
from editor.ui.sample_dialog import SampleDialog
from editor.ui.start_page import StartPage
from editor.ui.status import Status
from editor.ui.structure_pane import StructurePane
from editor.ui.surroundings import Surroundings
from editor.ui.view_commands import ViewCommands


class MainWindow(QMainWindow):
    """One window with any number of documents."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._words = surroundings.language
        self.tool: str = "select"
        self.files: FileCommands = FileCommands(self, surroundings)
        self.edits: EditCommands = EditCommands(self, surroundings)
        self.views: ViewCommands = ViewCommands(self)
        self.layouts: LayoutActions = LayoutActions(self, surroundings)
        self._make_centre()
        self._make_docks()
        self.status = Status(self, surroundings)
        self.status.stop.clicked.connect(self.layouts.cancel)
        fillers: dict[str, Filler] = {
            "recent": self.files.fill_recent,
            "samples": self.files.fill_samples,
            "kinds": self.edits.fill_kinds,
        }
        self.actions_book = ActionBook(self, surroundings, fillers)
        self._make_toolbar()
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(760, 520))
        surroundings.language.changed.connect(self._retell)
        surroundings.appearance.changed.connect(self._retell)
        self._retell()
        self.show_start()

    @property
    def chart(self) -> ChartPage | None:
        """The chart shown now; None on the start page."""
        page = self._tabs.currentWidget()
        return page if isinstance(page, ChartPage) and self._centre.currentWidget() is self._tabs else None

    @property
    def charts(self) -> list[ChartPage]:
        pages = (self._tabs.widget(index) for index in range(self._tabs.count()))
        return [page for page in pages if isinstance(page, ChartPage)]

    @property
    def theme_choice(self) -> str:
        return self._surroundings.appearance.choice

    @property
    def language_choice(self) -> str:
        return self._words.choice

    def add_chart(self, session: DocumentSession) -> ChartPage:
        """Show a document in a new tab."""
        chart = ChartPage(session, self._surroundings)
        session.document.listen(self._document_changed)
        chart.canvas.selection_changed.connect(self._selection_changed)
        chart.canvas.zoom_changed.connect(self.status.show_zoom)
        chart.canvas.tool_changed.connect(self._tool_changed)
        chart.canvas.context_menu_requested.connect(self._show_context_menu)
        self._tabs.addTab(chart, "")
        self._tabs.setCurrentWidget(chart)
        self._centre.setCurrentWidget(self._tabs)
        self._show_chart()
        chart.tell_notices()
        self.layouts.place_if_unplaced(chart)
        chart.canvas.fit()
        chart.canvas.setFocus()
        return chart

    def show_open(self, path: Path) -> bool:
        """Bring the tab of this file to the front; False where it isn't open."""
        for chart in self.charts:
            if chart.session.path is not None and chart.session.path.resolve() == path.resolve():
                self._tabs.setCurrentWidget(chart)
                self._centre.setCurrentWidget(self._tabs)
                self._show_chart()
                return True
        return False

    def show_start(self) -> None:
        self._start.refresh()
        self._centre.setCurrentWidget(self._start)
        self._show_chart()

    def show_saved(self, chart: ChartPage) -> None:
        """After a save: tab, title and status bar say so."""
        self._start.remember(chart.session)
        self._tell_state()

    def close_current(self) -> None:
        if self.chart is not None:
            self._close_tab(self._tabs.currentIndex())

    def step_tab(self, step: int) -> None:
        if self._tabs.count():
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % self._tabs.count())

    def toggle_structure(self) -> None:
        self.structure_dock.setVisible(not self.structure_dock.isVisible())

    def toggle_inspector(self) -> None:
        self.inspector_dock.setVisible(not self.inspector_dock.isVisible())

    def choose_theme(self, choice: str) -> None:
        self._surroundings.choices.change(theme=None if choice == "system" else choice)
        self._surroundings.appearance.choose(choice)

    def choose_language(self, choice: str) -> None:
        self._surroundings.choices.change(lang=None if choice == "system" else choice)
        self._words.choose(choice)

    def ask_for_sample(self) -> Sample | None:
        return SampleDialog(self._surroundings, self).ask()

    def show_palette(self) -> None:
        CommandPalette(self, self.actions_book, self._surroundings).exec()

    def show_shortcuts(self) -> None:
        show_shortcuts(self, self._words, self.actions_book)

    def show_about(self) -> None:
        show_about(self, self._words)

    def closeEvent(self, event: QCloseEvent) -> None:
        for chart in self.charts:
            self._tabs.setCurrentWidget(chart)
            if not self.files.may_close(chart):
                event.ignore()
                return
        self._keep_geometry()
        for chart in self.charts:
            self._leave(chart)
        self.layouts.shutdown()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.open_path(Path(url.toLocalFile()))

    def restore_geometry(self) -> None:
        """Be where the window was last time, or large in the middle of the screen."""
        kept = self._surroundings.choices.settings.window
        if not kept or not self.restoreGeometry(QByteArray.fromHex(kept.encode())):
            self.resize(1440, 900)

    def _keep_geometry(self) -> None:
        self._surroundings.choices.change(window=self.saveGeometry().toHex().toStdString())

    def _make_centre(self) -> None:
        self._tabs = QTabWidget()
        self._tabs.setTabsClosable(True)
        self._tabs.setMovable(True)
        self._tabs.setDocumentMode(True)
        self._tabs.setTabBarAutoHide(True)
        self._tabs.tabCloseRequested.connect(self._close_tab)
        self._tabs.currentChanged.connect(self._show_chart)
        self._start = StartPage(self, self._surroundings)
        self._centre = QStackedWidget()
        self._centre.addWidget(self._start)
        self._centre.addWidget(self._tabs)
        self.setCentralWidget(self._centre)

    def _make_docks(self) -> None:
        self.structure = StructurePane(self._surroundings)
        self.structure.chosen.connect(self._choose)
        self.inspector = Inspector(self._surroundings)
        self.inspector.wanted.connect(self._choose_one)
        self.structure_dock: QDockWidget = self._dock(self.structure, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.inspector_dock: QDockWidget = self._dock(self.inspector, Qt.DockWidgetArea.RightDockWidgetArea)
        self._docks_wanted = True
        self.resizeDocks([self.structure_dock, self.inspector_dock], [264, 280], Qt.Orientation.Horizontal)

    def _dock(self, pane: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(type(pane).__name__)
        dock.setTitleBarWidget(QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setWidget(pane)
        self.addDockWidget(area, dock)
        return dock

    def _make_toolbar(self) -> None:
        toolbar = self.actions_book.toolbar
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        toolbar.addWidget(gap)
        self._search = button("", self.show_palette, "search")
        self._export = button("", self.files.export, "primary")
        toolbar.addWidget(self._search)
        toolbar.addWidget(self._export)
        self.addToolBar(toolbar)

    def _show_chart(self) -> None:
        """Put panes, title and actions in step with the tab shown."""
        chart = self.chart
        has_panes = chart is not None
        if has_panes != self._docks_wanted:
            self._docks_wanted = has_panes
            self.structure_dock.setVisible(has_panes)
            self.inspector_dock.setVisible(has_panes)
        self.structure.show_document(chart.document if chart is not None else None)
        self.inspector.show_document(chart.document if chart is not None else None)
        self.views.carry_over()
        self._selection_changed()
        self._tell_state()

    def _selection_changed(self) -> None:
        chosen = sorted(self.chart.canvas.selection()) if self.chart is not None else []
        self.structure.show_selection(chosen)
        self.inspector.show_selection(chosen)
        self.status.show_count(self.chart, len(chosen))
        self._refresh_actions()

    def _document_changed(self, change: object) -> None:
        self._tell_state()

    def _tool_changed(self, tool: str) -> None:
        self.tool = tool
        self._refresh_actions()

    def _tell_state(self) -> None:
        for index, chart in enumerate(self.charts):
            self._tabs.setTabText(index, ("• " if not chart.session.is_saved else "") + self._name(chart))
        chart_now = self.chart
        self.setWindowModified(chart_now is not None and not chart_now.session.is_saved)
        self.setWindowTitle(f"{self._name(chart_now)}[*] – Ledgraf" if chart_now is not None else "Ledgraf")
        self.status.show_chart(chart_now)
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        book = getattr(self, "actions_book", None)
        if book is not None:
            book.refresh()
            self._export.setEnabled(self.chart is not None)

    def _name(self, chart: ChartPage) -> str:
        return chart.session.name or self._words("file.unnamed")

    def _choose(self, ids: list[str]) -> None:
        if self.chart is not None:
            self.chart.canvas.select(ids)
            if len(ids) == 1:
                self.chart.canvas.reveal(ids[0])

    def _choose_one(self, id: str) -> None:
        self._choose([id])

    def _show_context_menu(self, at: QPoint) -> None:
        if self.chart is None:
            return
        menu = QMenu(self)
        self.actions_book.fill(menu, CONTEXT_MENU)
        menu.exec(self.chart.canvas.viewport().mapToGlobal(at))

    def _close_tab(self, index: int) -> None:
        chart = self._tabs.widget(index)
        if isinstance(chart, ChartPage) and self.files.may_close(chart):
            self._start.remember(chart.session)
            self._leave(chart)
            self._tabs.removeTab(index)
            chart.deleteLater()
            if not self._tabs.count():
                self.show_start()

    def _leave(self, chart: ChartPage) -> None:
        chart.document.unlisten(self._document_changed)
        self.layouts.forget(chart)
        if chart is self.chart:
            self.structure.show_document(None)
            self.inspector.show_document(None)
        chart.leave()

    def _retell(self) -> None:
        self.actions_book.retell()
        self._search.setText(self._words("action.find"))
        self._export.setText(self._words("button.export"))
        for chart in self.charts:
            chart.retell()
        self._start.refresh()
        self.structure.retell()
        self.inspector.retell()
        self._show_chart()
