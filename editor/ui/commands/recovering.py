"""Unsaved work from a run that ended before its time: offered on the start page, restored, thrown away or left."""

from editor.errors import UserError
from editor.storage.journal import Left
from editor.ui.commands.restoring import Restored, amounts_to_nothing, restored
from editor.ui.dialogs import asking
from editor.ui.jobs import beside
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


class Recovering:
    """`left` is what is offered now; what is put off is offered again at the next start."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self.left: list[Left] = []

    def look(self) -> None:
        """Look what there is, once, when the program starts; over a chart a quiet line leads to the start page.

        Changes that undo each other are no work that was lost.
        """
        self.left = []
        for left in sorted(self._surroundings.recovery.left(), key=lambda left: left.when, reverse=True):
            if amounts_to_nothing(left):
                left.discard()
            else:
                self.left.append(left)
        if not self.left:
            return
        self._window.start_changed()
        if self._window.chart is not None:
            words = self._words
            act = (lambda: words("recovery.show"), self._window.show_start)
            self._window.notices.tell(lambda: words("recovery.bar"), act)

    def restore(self, left: Left) -> bool:
        """Open it as it was; False, and told why, where that can't be."""
        try:
            made = beside(lambda: restored(left))
        except UserError as error:
            headline = self._words("recovery.error", name=self.name_of(left))
            asking.show_error(self._window, self._words, headline, error)
            return False
        self._forget(left)
        self._show(left, made)
        return True

    def discard(self, left: Left) -> None:
        """Throw it away, after a question: this can't be undone."""
        if asking.ask_to_discard(self._window, self._words, self.name_of(left)):
            left.discard()
            self._forget(left)

    def put_off(self, left: Left) -> None:
        """Leave it for the next start."""
        left.release()
        self._forget(left)

    def name_of(self, left: Left) -> str:
        return left.about.name or self._words("file.unnamed")

    def about(self, left: Left) -> str:
        """When it was, and how much."""
        when = f"{left.when:%Y-%m-%d %H:%M}"
        if not left.whole:
            return self._words("recovery.about_damaged", when=when, count=left.steps)
        return self._words("recovery.about_one" if left.steps == 1 else "recovery.about", when=when, count=left.steps)

    def _show(self, left: Left, made: Restored) -> None:
        session = made.session
        there = self._window.chart_of(session.path) if session.path is not None else None
        if there is not None and not there.session.is_saved:
            session.path = None  # Two tabs of one file would write over each other: this one is saved elsewhere.
            there = None
        session.journal = self._surroundings.recovery.go_on(left, made.kept, session.document, session.about)
        if there is not None:
            self._window.replace_chart(there, session)
        else:
            self._window.add_chart(session)
        chart = self._window.chart
        assert chart is not None
        id = "recovery.restored" if made.is_whole else "recovery.partly"
        words, name = self._words, self.name_of(left)
        chart.notices.tell(lambda: words(id, name=name))

    def _forget(self, left: Left) -> None:
        self.left = [other for other in self.left if other is not left]
        self._window.start_changed()
        if not self.left:
            self._window.notices.hide()
