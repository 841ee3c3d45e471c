"""One tab: a document's canvas with its overview map, the quiet line above it and the date bar below."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from editor.canvas.view import Canvas
from editor.model.document import Document
from editor.ui.look.parts import NoticeBar
from editor.ui.structure.model import Seen
from editor.ui.surroundings import Surroundings
from editor.ui.window.comparing import Comparing
from editor.ui.window.date_bar import DateBar
from editor.ui.window.days import Days
from editor.ui.window.document_session import DocumentSession
from editor.ui.window.empty_state import EmptyState
from editor.ui.window.find_bar import FindBar

MARGIN_PX = 16
CALM_MS = 120
"""How long a document rests before two days of it are compared anew."""


class ChartPage(QWidget):
    """What is shown of one session."""

    days_shown = Signal()

    def __init__(self, session: DocumentSession, surroundings: Surroundings) -> None:
        super().__init__()
        self.session = session
        self._surroundings = surroundings
        self._told_trouble = False
        words = surroundings.language
        self.canvas = Canvas(
            session.document,
            surroundings.vocabulary,
            surroundings.measurer,
            surroundings.appearance.theme,
            words.code,
            self,
            session.scene,
        )
        session.scene = None
        self.notices = NoticeBar(surroundings.appearance, lambda: words("button.dismiss"))
        self.disk = NoticeBar(surroundings.appearance, lambda: words("button.dismiss"))
        self._empty = EmptyState(surroundings, self.canvas)
        self.finder = FindBar(session.document, self.canvas, surroundings)
        self.dates = DateBar(surroundings)
        self.dates.show_document(session.document)
        self.dates.day_chosen.connect(self._show_days)
        self.dates.compared.connect(self._show_days)
        self.dates.hide()
        self._splitter = QSplitter()
        self.comparing = Comparing(session.document, self.canvas, self._splitter, surroundings)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._compare_anew)
        self._lay_out()
        self.canvas.installEventFilter(self)
        session.document.listen(self._changed)
        self.show_empty()

    @property
    def seen(self) -> Seen | None:
        """A node as it is on the day shown; None where all days are."""
        lens = self.comparing.lens
        return lens.node if lens is not None else None

    @property
    def document(self) -> Document:
        return self.session.document

    def is_of(self, path: Path) -> bool:
        """Whether this is the chart of a file, by whatever name."""
        own = self.session.path
        return own is not None and own.resolve() == path.resolve()

    def tell_notices(self) -> None:
        """Say in one line what the reader of the file had to say."""
        words, notices = self._surroundings.language, self.session.notices
        if notices:
            self.notices.tell(lambda: " ".join(notice.text[words.code] for notice in notices))

    def tell_trouble(self) -> None:
        """Say once that the journal can't be kept any more: a crash would take what is done from now on."""
        journal = self.session.journal
        if journal is None or journal.trouble is None or self._told_trouble:
            return
        self._told_trouble = True
        words = self._surroundings.language
        self.notices.tell(lambda: words("recovery.trouble"))

    def leave(self) -> None:
        """Let go of the document before the page is destroyed."""
        self.document.unlisten(self._changed)
        self._calm.stop()
        self.dates.show_document(None)
        self.finder.forget()
        self.comparing.close()
        self.canvas.shutdown()

    def retell(self) -> None:
        """After a change of language or colours."""
        self.canvas.set_language(self._surroundings.language.code)
        self.canvas.set_theme(self._surroundings.appearance.theme)
        self.comparing.retell()
        self.notices.retell()
        self.disk.retell()
        self.dates.retell()
        self.finder.retell()
        self.show_empty()

    def show_dates(self, is_wanted: bool) -> None:
        """Show or put away the date bar; without it everything is shown, whatever its date."""
        self.dates.setVisible(is_wanted)
        if not is_wanted and self.dates.day is not None:
            self.dates.compare("")
            self.dates.choose(None)

    def show_empty(self) -> None:
        self._empty.retell()
        self._empty.setVisible(not self.document.nodes)
        self._place_overlays()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place_overlays()
        return False

    def shown_days(self) -> Days:
        """Which days are seen, for an export of the same."""
        bar = self.dates
        is_compared = bool(bar.mode and bar.day is not None and bar.before is not None)
        return Days(bar.mode, bar.day, bar.before) if is_compared else Days("day" if bar.day else "", bar.day)

    def _changed(self, change: object) -> None:
        if self.dates.mode:
            self._calm.start()
        if self._empty.isHidden() == (not self.document.nodes):
            self.show_empty()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.disk)
        layout.addWidget(self.notices)
        layout.addWidget(self.finder)
        self._splitter.addWidget(self.canvas)
        self._splitter.setChildrenCollapsible(False)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.dates)

    def _compare_anew(self) -> None:
        """After a change: what differs now. In the middle of a gesture it waits."""
        bar = self.dates
        if self.document.in_transaction:
            self._calm.start()
        elif bar.mode and bar.day is not None and bar.before is not None:
            bar.tell_counts(self.comparing.refresh(bar.before, bar.day, bar.mode))

    def _show_days(self) -> None:
        """The day that the date bar shows, or what differs between two."""
        bar = self.dates
        if bar.mode and bar.day is not None and bar.before is not None:
            bar.tell_counts(self.comparing.show(bar.before, bar.day, bar.mode))
        else:
            bar.tell_counts("")
            self.comparing.show_day(bar.day)
        self.days_shown.emit()

    def _place_overlays(self) -> None:
        self._empty.place(self.canvas.size(), MARGIN_PX)
