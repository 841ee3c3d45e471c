"""What the window has and does that its commands, actions and pages ask for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDockWidget, QMainWindow

from editor.storage.packaged import Sample
from editor.ui.dialogs.sample import Deed
from editor.ui.inspector.page import Entrance
from editor.ui.look.parts import NoticeBar
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.document_session import DocumentSession
from editor.ui.window.status import Status

if TYPE_CHECKING:
    from editor.ui.asides.source_pane import SourcePane


class Desk(QMainWindow):
    """`MainWindow` says how. tool: what the pointer does on the canvas.  notices: the line above everything."""

    tool: str
    status: Status
    notices: NoticeBar

    @property
    def chart(self) -> ChartPage | None:
        """The chart shown now; None on the start page."""
        raise NotImplementedError

    @property
    def charts(self) -> list[ChartPage]:
        raise NotImplementedError

    @property
    def structure_dock(self) -> QDockWidget:
        raise NotImplementedError

    @property
    def palette_dock(self) -> QDockWidget:
        raise NotImplementedError

    @property
    def source_pane(self) -> "SourcePane":
        raise NotImplementedError

    def name_of(self, chart: ChartPage) -> str:
        """What a chart is called in tabs, titles and questions."""
        raise NotImplementedError

    def chart_of(self, path: Path) -> ChartPage | None:
        """The chart of a file; None where it isn't open."""
        raise NotImplementedError

    def add_chart(self, session: DocumentSession, instead_of: ChartPage | None = None) -> ChartPage:
        """Show a document in a new tab."""
        raise NotImplementedError

    def replace_chart(self, old: ChartPage, session: DocumentSession) -> None:
        """Show another document in a chart's tab; what was changed in the old one goes."""
        raise NotImplementedError

    def close_current(self) -> None:
        raise NotImplementedError

    def show_open(self, path: Path) -> bool:
        """Bring the tab of this file to the front; False where it isn't open."""
        raise NotImplementedError

    def show_start(self) -> None:
        raise NotImplementedError

    def start_changed(self) -> None:
        """What the start page offers is no longer what it was."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Whether a chart is saved has changed without a change of it."""
        raise NotImplementedError

    def show_saved(self, chart: ChartPage) -> None:
        """After a save: tab, title and status bar say so."""
        raise NotImplementedError

    def ask_for_sample(self, deed: Deed) -> Sample | None:
        raise NotImplementedError

    def step_tab(self, step: int) -> None:
        raise NotImplementedError

    def step_pane(self, step: int) -> None:
        raise NotImplementedError

    def search(self) -> None:
        """Find an action, a kind or a box by its words."""
        raise NotImplementedError

    def search_structure(self) -> None:
        """The keys go to the field above the outline, which is shown for that."""
        raise NotImplementedError

    def show_shortcuts(self) -> None:
        raise NotImplementedError

    def show_way(self) -> None:
        """Show the way of a matter from and to the selected box, as sentences and in the chart."""
        raise NotImplementedError

    def toggle_structure(self) -> None:
        raise NotImplementedError

    def toggle_palette(self) -> None:
        raise NotImplementedError

    def toggle_aside(self, name: str) -> None:
        """Show one of the asides, or close the right side where just this one is shown."""
        raise NotImplementedError

    def is_aside_shown(self, name: str) -> bool:
        raise NotImplementedError

    def refresh_actions(self) -> None:
        """Find out anew which actions can be used."""
        raise NotImplementedError

    def entrances(self) -> list[Entrance]:
        """The fields of the properties that the keys can go to at once; none without a chart."""
        raise NotImplementedError
