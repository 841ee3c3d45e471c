"""Relations drawn, attached elsewhere, turned round and led anew, without a pointer."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from editor.model import edits, lines
from editor.model.document import Document
from editor.model.transaction import Transaction
from editor.ui.dialogs.choose_box import ChooseBox, name_of
from editor.ui.dialogs.connect import ConnectDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

Doing = Callable[[Document, Transaction, Iterable[str]], None]


class Relating:
    """Each acts on the chart shown and does nothing where there is none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language

    def connect_to(self) -> None:
        """Draw a relation from each selected box to one that is asked for, as one step."""
        chart = self._window.chart
        boxes = sorted(chart.canvas.editor.selected_nodes) if chart is not None else []
        if chart is None or not boxes:
            return
        chart.canvas.settle()
        dialog = ConnectDialog(self._window, chart.document, self._surroundings.vocabulary, self._words, boxes)
        target = dialog.ask()
        if target is not None:
            name = self._words("action.connect_to").removesuffix("…").strip()
            sources = [box for box in boxes if box != target] or boxes
            with chart.document.transaction(name) as step:
                made = [edits.connect(chart.document, step, dialog.kind, source, target) for source in sources]
            chart.canvas.select(made)

    def attach(self, end: str) -> None:
        """Attach the "source" or the "target" of the selected relation to a box that is asked for."""
        chart, line = self._window.chart, self._one_line()
        if chart is None or line is None:
            return
        chart.canvas.settle()
        edge = chart.document.edges[line]
        title = self._words(f"action.attach_{end}").removesuffix("…").strip()
        what = self._words("connect.attach", name=name_of(chart.document, getattr(edge, end)))
        vocabulary, do = self._surroundings.vocabulary, self._words("button.choose")
        dialog = ChooseBox(self._window, chart.document, vocabulary, self._words, title, what, do)
        dialog.offer(without=[getattr(edge, end)])
        node = dialog.ask()
        if node is not None:
            with chart.document.transaction(title) as step:
                lines.attach(chart.document, step, line, **{end: node})

    def reverse(self) -> None:
        self._do("reverse", lines.reverse)

    def straighten(self) -> None:
        self._do("straighten", lines.straighten)

    def find_ways(self) -> None:
        self._do("find_ways", lines.find_ways)

    @property
    def has_lines(self) -> bool:
        chart = self._window.chart
        return chart is not None and any(True for _ in _among_selected(chart))

    @property
    def has_one_line(self) -> bool:
        return self._one_line() is not None

    def _one_line(self) -> str | None:
        chart = self._window.chart
        found = list(islice(_among_selected(chart), 2)) if chart is not None else []
        return found[0] if len(found) == 1 else None

    def _do(self, action: str, how: Doing) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.settle()
            with chart.document.transaction(self._words(f"action.{action}")) as step:
                how(chart.document, step, _lines_of(chart))


def _lines_of(chart: ChartPage) -> list[str]:
    return sorted(_among_selected(chart))


def _among_selected(chart: ChartPage) -> Iterator[str]:
    """In no order, for those who only ask whether there is one: ten thousand may be selected."""
    edges = chart.document.edges
    return (id for id in chart.canvas.editor.selection.ids if id in edges)
