"""What is done about a file that another program has changed while it is open here: read, kept over, or merged."""

from collections.abc import Callable
from pathlib import Path

from editor.errors import UserError
from editor.storage.presence import Holder, holder_of
from editor.ui.commands.merged import Merged
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Opening
from editor.ui.jobs import beside
from editor.ui.look.parts import Does, Words
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk
from editor.ui.window.file_watch import FileWatch


class DiskChanges:
    """Looks at the files of all charts when something stirs, and says in a calm line above the chart what is new."""

    def __init__(self, window: Desk, surroundings: Surroundings, reopen: Callable[[ChartPage], bool]) -> None:
        """reopen: opens a chart's file anew in its tab; False where that failed."""
        self._window = window
        self.reopen = reopen
        self._surroundings = surroundings
        self._words = surroundings.language
        self.watch = FileWatch(window)
        self.watch.stirred.connect(self.look)

    def follow(self) -> None:
        """After a chart came, went or was saved under another name."""
        self.watch.follow(chart.session.path for chart in self._window.charts if chart.session.path is not None)

    def look(self) -> None:
        """See how every open file stands."""
        for chart in self._window.charts:
            state = chart.session.look_at_file()
            if state == "same":
                chart.disk.hide()
            elif state == "gone":
                self._tell_gone(chart)
            elif state == "changed":
                self._tell_changed(chart)

    def reload(self, chart: ChartPage) -> None:
        """Show the file as it is now; what was changed here goes, after a question."""
        if not (self._may_lose(chart) and self.reopen(chart)):
            self._tell_changed(chart)

    def _may_lose(self, chart: ChartPage) -> bool:
        name = self._window.name_of(chart)
        return chart.session.is_saved or asking.ask_to_reload(self._window, self._words, name)

    def keep(self, chart: ChartPage) -> None:
        """The other version is not wanted; saving, which the user does, writes over it."""
        chart.session.keep_over_file()
        name, words = self._window.name_of(chart), self._words
        chart.notices.tell(lambda: words("disk.kept", name=name))
        self._window.show_state()

    def merge(self, chart: ChartPage) -> bool:
        """Compare both, ask about what doesn't go together, and show the two as one."""
        chart.canvas.settle()
        path = chart.session.path
        assert path is not None, "there is a file that has changed"
        try:
            made = beside(lambda: Merged(path, chart.session))
        except UserError as error:
            asking.show_error(self._window, self._words, self._words("error.open", name=path.name), error)
            self._tell_changed(chart)
            return False
        from editor.ui.dialogs.merge import MergeDialog  # rarely needed

        mine = MergeDialog(self._window, self._surroundings, path.name, made).ask()
        if mine is None:
            self._tell_changed(chart)
            return False
        made.merge.apply(made.session.document, self._words("disk.step"), mine)
        self._window.replace_chart(chart, made.session)
        return True

    def may_open(self, path: Path) -> Opening:
        """Whether a file that somebody else has open is to be opened as well, and how."""
        holder = holder_of(path) if path.is_file() else None
        if holder is None:
            return Opening.ANYWAY
        return asking.ask_about_holder(self._window, self._words, path.name, self._who(holder))

    def _who(self, holder: Holder) -> str:
        if holder.is_here:
            return self._words("disk.holder_here", user=holder.user, time=holder.time)
        return self._words("disk.holder", user=holder.user, host=holder.host, time=holder.time)

    def _tell_gone(self, chart: ChartPage) -> None:
        chart.document.history.mark_unsaved()
        name, words = self._window.name_of(chart), self._words
        chart.disk.tell(lambda: words("disk.gone", name=name))
        self._window.show_state()

    def _tell_changed(self, chart: ChartPage) -> None:
        words, name = self._words, self._window.name_of(chart)
        acts: list[tuple[Words, Does]] = [
            (lambda: words("button.reload"), lambda: self.reload(chart)),
            (lambda: words("disk.keep"), lambda: self.keep(chart)),
        ]
        if not chart.session.is_saved and chart.session.baseline.data:
            acts.append((lambda: words("disk.merge"), lambda: self.merge(chart)))
        id = "disk.changed" if chart.session.is_saved else "disk.changed_both"
        chart.disk.tell(lambda: words(id, name=name), *acts)
