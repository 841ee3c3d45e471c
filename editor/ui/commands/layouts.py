"""Laying out the chart shown: asking the runner, showing progress, and applying the answer as one step, animated."""

from contextlib import ExitStack

from PySide6.QtCore import QTimer

from editor.drawing.maker import DrawingMaker
from editor.errors import UserError
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement, suggest_arrangement
from editor.layout.arrange import Plan
from editor.layout.presets import USUAL, Preset
from editor.layout.rows import beside_others, in_rows
from editor.layout.runner import LayoutRunner
from editor.model.arrows import Arrows, as_they_seem, chosen, point_up
from editor.model.document import Document
from editor.model.line_style import LineStyle, lines_of, with_lines
from editor.model.paper import with_paper
from editor.model.vocabulary import text_in
from editor.ui.dialogs import asking
from editor.ui.jobs import fair_turns
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

AGAIN_MS = 50
"""How soon it is tried again to show a layout that came while the hand was in the middle of something."""


class LayoutActions:
    """One question at a time; a newer one replaces an older, and closing its chart takes it back."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self._runner = LayoutRunner(surroundings.choices.settings.engine)
        self._runner.finished.connect(self._finished)
        self._runner.failed.connect(self._failed)
        self._runner.cancelled.connect(self._cancelled)
        self._turns = ExitStack()
        """Closed when the layout is there, or will not come: until then threads take short turns."""
        self._chart: ChartPage | None = None
        self._preset = surroundings.presets[USUAL]
        self._suggests = False
        self._lines: LineStyle | None = None

    @property
    def is_running(self) -> bool:
        return self._chart is not None

    @property
    def is_idle(self) -> bool:
        """No process is running, not even one that was killed and has yet to end."""
        return self._runner.is_idle

    def lay_out(self, preset: str) -> None:
        """Lay the chart shown out by the preset with this id, as one undo step."""
        self.lay_out_by(self._surroundings.presets[preset])

    def lay_out_by(self, preset: Preset, lines: LineStyle | None = None) -> None:
        """The same by a preset that need not be kept. lines: how they are to be drawn; None for as they are."""
        chart = self._window.chart
        if chart is not None:
            self.read_arrows(chart.document)
            self._ask(chart, preset, suggests=False, lines=lines)

    def read_arrows(self, document: Document, arrows: Arrows | None = None) -> None:
        """Read lines that don't say what they are downwards or upwards, as one undo step; None for as they seem."""
        info = document.info
        said = chosen(info, document.edges.values(), arrows)
        if said != info:
            with document.transaction(self._words(f"layouts.step_arrows_{'up' if point_up(said) else 'down'}")) as step:
                step.put(said)

    @property
    def lines(self) -> LineStyle | None:
        """How the lines of the chart shown are drawn."""
        return None if self._window.chart is None else lines_of(self._window.chart.document.info)

    def draw_lines(self, style: LineStyle) -> None:
        """Draw all lines of the chart shown so, as one undo step."""
        chart = self._window.chart
        if chart is not None and style != self.lines:
            with chart.document.transaction(self._words(f"action.lines_{style}")) as step:
                step.put(with_lines(chart.document.info, style))

    def place_if_unplaced(self, chart: ChartPage) -> None:
        """Suggest places for what has none in the file; that is no step, and nothing is saved of it."""
        unplaced = [node.box is None for node in chart.document.nodes.values()]
        if unplaced and all(unplaced):
            self._ask(chart, self._surroundings.presets[USUAL], suggests=True)
        elif any(unplaced):
            self._stand_beside(chart)

    def cancel(self) -> None:
        self._runner.cancel()

    def forget(self, chart: ChartPage) -> None:
        """The chart is being closed; an answer for it would come too late."""
        if chart is self._chart:
            self._chart = None
            self._runner.cancel()
            self._window.status.end_progress()

    def shutdown(self) -> None:
        self._chart = None
        self._runner.shutdown()
        self._turns.close()

    def _lay_out_right(self) -> None:
        self.lay_out("right")

    def _lay_out_down(self) -> None:
        self.lay_out("down")

    def _tell_suggested(self, chart: ChartPage) -> None:
        words = self._words
        act = (lambda: words("action.layout_right"), self._lay_out_right)
        chart.notices.add(lambda: words("layout.unplaced"), act)

    def _stand_in_rows(self, chart: ChartPage | None) -> None:
        """What no layout has come for is seen all the same."""
        if chart is None or chart not in self._window.charts or not self._suggests:
            return
        if chart.document.in_transaction:
            QTimer.singleShot(AGAIN_MS, chart, lambda: self._stand_in_rows(chart))
            return
        self._suggest(chart, in_rows(chart.document, self._sizes(chart)))
        chart.canvas.fit()
        self._tell_in_rows(chart, "layout.in_rows")

    def _stand_beside(self, chart: ChartPage) -> None:
        arrangement = beside_others(chart.document, self._sizes(chart))
        if arrangement.boxes:
            self._suggest(chart, arrangement)
            self._tell_in_rows(chart, "layout.beside_others", len(arrangement.boxes))

    def _suggest(self, chart: ChartPage, arrangement: Arrangement) -> None:
        """A suggestion, or a step where something has been done already: what was changed by hand is no suggestion."""
        document = chart.document
        if not document.history.done and not document.history.undone:
            suggest_arrangement(document, arrangement)
            return
        with document.transaction(self._words("layouts.step_rows")) as step:
            for id, box in arrangement.boxes.items():
                if document.nodes[id].box is None:
                    step.update(id, box=box, placed=True)

    def _tell_in_rows(self, chart: ChartPage, told: str, count: int = 0) -> None:
        words = self._words
        act = (lambda: words("action.layout_down"), self._lay_out_down)
        chart.notices.add(lambda: words(told, count=count), act)

    def _sizes(self, chart: ChartPage) -> dict[str, tuple[float, float]]:
        given, lang = self._surroundings, self._words.code
        theme = given.appearance.theme
        return DrawingMaker(chart.document, given.vocabulary, theme, given.measurer, lang).sizes()

    def _ask(self, chart: ChartPage, preset: Preset, suggests: bool, lines: LineStyle | None = None) -> None:
        given, document, lang = self._surroundings, chart.document, self._words.code
        vocabulary, theme = given.vocabulary, given.appearance.theme
        self._chart, self._preset, self._suggests, self._lines = chart, preset, suggests, lines
        self._window.status.begin_progress(self._words("layout.running", count=len(document.nodes)))
        nodes, edges, info = tuple(document.nodes.values()), tuple(document.edges.values()), document.info

        def plan() -> Plan:
            bare = Document(nodes, edges, with_paper(as_they_seem(info, edges), None))
            sizes = DrawingMaker(bare, vocabulary, theme, given.measurer, lang).sizes()
            return Plan(bare, vocabulary, sizes, preset)

        self._turns.enter_context(fair_turns())
        self._runner.start(plan, preset)

    def _finished(self, revision: int, arrangement: Arrangement) -> None:
        self._turns.close()
        chart, self._chart = self._chart, None
        self._window.status.end_progress("" if self._suggests else self._words("layout.done"))
        if chart is not None:
            self._apply(chart, arrangement, self._preset, self._suggests)

    def _apply(self, chart: ChartPage, arrangement: Arrangement, preset: Preset, suggests: bool) -> None:
        """Show it; while the hand is in the middle of something that waits until it is over."""
        document = chart.document
        if chart not in self._window.charts:
            return
        if document.in_transaction:
            QTimer.singleShot(AGAIN_MS, chart, lambda: self._apply(chart, arrangement, preset, suggests))
            return
        if suggests and not document.history.done and not document.history.undone:
            suggest_arrangement(document, arrangement)
            self._tell_suggested(chart)
        else:
            name = self._words("layouts.step", name=text_in(preset.names, self._words.code))
            lines = self._lines
            chart.canvas.animate_to(lambda: apply_arrangement(document, arrangement, preset.id, name, None, lines))
        chart.canvas.fit()

    def _failed(self, error: UserError) -> None:
        self._turns.close()
        chart, self._chart = self._chart, None
        self._window.status.end_progress()
        self._stand_in_rows(chart)
        asking.show_error(self._window, self._words, self._words("error.layout"), error)

    def _cancelled(self) -> None:
        self._turns.close()
        chart, self._chart = self._chart, None
        self._window.status.end_progress(self._words("layout.cancelled"))
        self._stand_in_rows(chart)
