"""Frames around what is selected, and branches and frames opened and closed."""

from editor.model import grouping
from editor.tools import folding
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


class Framing:
    """Each acts on the chart shown and does nothing where there is none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._words = surroundings.language

    def group(self) -> None:
        """Put a frame around the selected boxes, its name ready to type."""
        chart = self._window.chart
        if chart is None:
            return
        chart.canvas.settle()
        with chart.document.transaction(self._words("action.group")) as step:
            chosen = chart.canvas.editor.selected_nodes
            kind = grouping.kind_of_frame(chart.document, chosen)
            id = grouping.group(chart.document, step, chosen, self._words("framing.new"), kind)
        if id is not None:
            chart.canvas.setFocus()
            chart.canvas.begin_rename(id)

    def ungroup(self) -> None:
        chart = self._window.chart
        if chart is None:
            return
        chart.canvas.settle()
        with chart.document.transaction(self._words("action.ungroup")) as step:
            free = grouping.ungroup(chart.document, step, chart.canvas.editor.selected_nodes)
        chart.canvas.select(free)

    @property
    def can_ungroup(self) -> bool:
        chart = self._window.chart
        return chart is not None and any(chart.document.nodes[id].is_group for id in chart.canvas.editor.selected_nodes)

    @property
    def can_collapse(self) -> bool:
        chart = self._window.chart
        return chart is not None and folding.can_close(chart.canvas.editor, chart.canvas.editor.selected_nodes)

    @property
    def can_expand(self) -> bool:
        chart = self._window.chart
        return chart is not None and folding.can_open(chart.canvas.editor, chart.canvas.editor.selected_nodes)

    @property
    def has_hidden(self) -> bool:
        chart = self._window.chart
        return chart is not None and folding.can_open(chart.canvas.editor, chart.document.nodes)

    def collapse(self) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.settle()
            folding.close(chart.canvas.editor, chart.canvas.editor.selected_nodes)

    def expand(self) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.settle()
            folding.open_up(chart.canvas.editor, chart.canvas.editor.selected_nodes)

    def expand_all(self) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.settle()
            folding.open_all(chart.canvas.editor)
