"""Lining up, spreading and sizing the selected boxes; selecting what belongs with them; finding words."""

from collections.abc import Callable, Iterable
from typing import cast

from editor.model import aligning, choosing, style_rules
from editor.model.document import Document
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk

Belonging = Callable[[Document, Iterable[str]], set[str]]


class Arranging:
    """Each acts on the chart shown and does nothing where there is none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings

    def align(self, line: str) -> None:
        self._arrange(f"align_{line}", lambda boxes: aligning.aligned(boxes, cast(aligning.Line, line)))

    def distribute(self, way: str) -> None:
        self._arrange(f"distribute_{way}", lambda boxes: aligning.distributed(boxes, cast(aligning.Way, way)))

    def same_size(self, side: str) -> None:
        self._arrange(f"same_{side}", lambda boxes: aligning.sized_alike(boxes, cast(aligning.Side, side)), sized=True)

    def select_same_kind(self) -> None:
        self._select(choosing.same_kind)

    def select_branch(self) -> None:
        vocabulary = self._surroundings.vocabulary
        self._select(lambda document, ids: choosing.branches(document, vocabulary, ids))

    def select_connected(self) -> None:
        self._select(choosing.connected)

    def select_relations(self) -> None:
        self._select(choosing.relations_of)

    def invert_selection(self) -> None:
        self._select(choosing.inverted)

    def find(self, replaces: bool = False) -> None:
        """Open the bar that finds words in the chart, with the line that replaces them where that is wanted."""
        if self._window.chart is not None:
            self._window.chart.finder.open(replaces)

    def next_hit(self, by: int) -> None:
        """Go to another hit; the bar is opened where it isn't."""
        chart = self._window.chart
        if chart is not None:
            if chart.finder.isHidden():
                chart.finder.open()
            chart.finder.step(by)

    def style_by_rule(self) -> None:
        """Ask what the boxes are to be coloured by, and colour them as one step."""
        chart = self._window.chart
        if chart is None:
            return
        from editor.ui.dialogs.style_rule import StyleRuleDialog  # only where it is asked for

        chart.canvas.settle()
        dialog = StyleRuleDialog(self._window, self._surroundings, chart.document)
        if dialog.ask():
            with chart.document.transaction(self._surroundings.language("step.rule")) as step:
                style_rules.set_rule(chart.document, step, dialog.rule)

    def _arrange(self, action: str, how: aligning.Arrange, sized: bool = False) -> None:
        """One step, called as the action that does it."""
        chart = self._window.chart
        if chart is None:
            return
        chart.canvas.settle()
        with chart.document.transaction(self._surroundings.language(f"action.{action}")) as step:
            aligning.arrange(chart.document, step, chart.canvas.selection(), how, sized)

    def _select(self, belonging: Belonging) -> None:
        chart = self._window.chart
        if chart is not None:
            chart.canvas.settle()
            chart.canvas.select(belonging(chart.document, chart.canvas.selection()))
