"""What is done about a file that another program has changed while it is open here: read, kept over, or merged."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import UserError
from editor.graphml.baseline import Baseline
from editor.graphml.reading import read_graphml
from editor.model.merging import Merge, Records, records_of, renamed
from editor.model.records import DOCUMENT_ID
from editor.model.suggestions import as_stated
from editor.storage.presence import Holder, holder_of
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Opening
from editor.ui.jobs import beside
from editor.ui.look.parts import Does, Words
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import DocumentSession, read_session
from editor.ui.window.file_watch import FileWatch

if TYPE_CHECKING:
    from editor.ui.window.chart_page import ChartPage
    from editor.ui.window.main_window import MainWindow


class Merged:
    """What is needed to merge: the file as it is now, opened, and the changes of both since they were the same."""

    def __init__(self, path: Path, ours: DocumentSession) -> None:
        self.session = read_session(path)
        theirs = self.session.baseline
        base = _known(ours.baseline)
        self.base = renamed({**base.nodes, **base.edges, DOCUMENT_ID: base.info}, _names(base, theirs))
        self.mine: Records = renamed(records_of(as_stated(ours.document, base.edges)), _names(ours.baseline, theirs))
        self.merge = Merge(self.base, self.mine, records_of(self.session.document))


class DiskChanges:
    """Looks at the files of all charts when something stirs, and says in a calm line above the chart what is new."""

    def __init__(self, window: "MainWindow", surroundings: Surroundings) -> None:
        self._window = window
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

    def reload(self, chart: "ChartPage") -> None:
        """Show the file as it is now; what was changed here goes, after a question."""
        if not (self._may_lose(chart) and self._window.files.reload(chart)):
            self._tell_changed(chart)

    def _may_lose(self, chart: "ChartPage") -> bool:
        name = self._window.name_of(chart)
        return chart.session.is_saved or asking.ask_to_reload(self._window, self._words, name)

    def keep(self, chart: "ChartPage") -> None:
        """The other version is not wanted; saving, which the user does, writes over it."""
        chart.session.keep_over_file()
        name, words = self._window.name_of(chart), self._words
        chart.notices.tell(lambda: words("disk.kept", name=name))
        self._window.show_state()

    def merge(self, chart: "ChartPage") -> bool:
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

    def _tell_gone(self, chart: "ChartPage") -> None:
        chart.document.history.mark_unsaved()
        name, words = self._window.name_of(chart), self._words
        chart.disk.tell(lambda: words("disk.gone", name=name))
        self._window.show_state()

    def _tell_changed(self, chart: "ChartPage") -> None:
        words, name = self._words, self._window.name_of(chart)
        acts: list[tuple[Words, Does]] = [
            (lambda: words("button.reload"), lambda: self.reload(chart)),
            (lambda: words("disk.keep"), lambda: self.keep(chart)),
        ]
        if not chart.session.is_saved and chart.session.baseline.data:
            acts.append((lambda: words("disk.merge"), lambda: self.merge(chart)))
        id = "disk.changed" if chart.session.is_saved else "disk.changed_both"
        chart.disk.tell(lambda: words(id, name=name), *acts)


def _known(baseline: Baseline) -> Baseline:
    """The file as we last knew it: as it was opened, or as it was saved since."""
    return baseline if baseline.data == baseline.original else read_graphml(baseline.data).baseline


def _names(one: Baseline, other: Baseline) -> dict[str, str]:
    """Lines that have no id in the file are numbered anew at each reading: the id in `other` by that in `one`."""
    theirs = {key: id for id, key in _keys(other).items()}
    return {id: theirs.get(key, key) for id, key in _keys(one).items()}


def _keys(baseline: Baseline) -> dict[str, str]:
    """What a line without an id is known by: its ends, its kind, and which of several alike it is."""
    seen: dict[tuple[str, str, str | None], int] = {}
    keys: dict[str, str] = {}
    for id, edge in baseline.edges.items():
        if id in baseline.made_up:
            alike = (edge.source, edge.target, edge.kind)
            seen[alike] = seen.get(alike, 0) + 1
            keys[id] = f"{edge.source}\t{edge.target}\t{edge.kind or ''}\t{seen[alike]}"
    return keys
