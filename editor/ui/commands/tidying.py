"""Layouts with a choice: fitted to paper, one branch only, all as before; and boxes that no layout moves."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from editor.drawing.maker import DrawingMaker
from editor.errors import UserError
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement
from editor.layout.presets import USUAL, Preset
from editor.layout.thought import BrokenOff
from editor.model.document import Document
from editor.model.line_style import LineStyle
from editor.model.paper import Paper, paper_of
from editor.storage.presets import save_preset
from editor.ui.commands.layouts import LayoutActions
from editor.ui.dialogs import asking
from editor.ui.jobs import Job, beside
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

if TYPE_CHECKING:
    from editor.pages.fitting import Fit, Sizes

Made = TypeVar("Made")


class TidyActions:
    """What takes a while is done beside the window, on a copy of the document; one at a time."""

    def __init__(self, window: Desk, surroundings: Surroundings, layouts: LayoutActions) -> None:
        self._window = window
        self._layouts = layouts
        self._surroundings = surroundings
        self._words = surroundings.language
        self._engine = surroundings.choices.settings.engine
        self._is_stopped = False
        self._job: Job | None = None
        self.is_running = False

    @property
    def is_pinned(self) -> bool:
        """Whether all boxes selected are pinned."""
        chart = self._window.chart
        ids = self._selected_boxes()
        return chart is not None and bool(ids) and all(chart.document.nodes[id].pinned for id in ids)

    def choose(self) -> None:
        """Ask for a preset, spacing and paper, and lay out by them."""
        from editor.ui.dialogs.lay_out import LayOutDialog  # most runs never ask

        chart = self._window.chart
        if chart is None:
            return
        choice = LayOutDialog(self._window, self._surroundings, chart.document).ask()
        if choice is None:
            return
        if choice.keeps and not self._keep(choice.preset):
            return
        self._layouts.read_arrows(chart.document, choice.arrows)
        if choice.paper is None:
            self._layouts.lay_out_by(choice.preset, choice.lines)
        else:
            self.fit(choice.preset, choice.paper, choice.lines)

    def fit(self, preset: Preset, paper: Paper, lines: LineStyle | None = None) -> None:
        """Lay the chart shown out to fit a sheet, as one step, and say what its text measures there."""
        from editor.pages.fitting import fitted  # here and below: with all that lays out, which most runs never do

        chart = self._window.chart
        if chart is None or self.is_running:
            return
        self._layouts.read_arrows(chart.document)
        copy = _copy(chart.document)
        fit = self._beside(chart, lambda: fitted(copy, self._maker, preset, paper, self._ask, lambda: self._is_stopped))
        if fit is None:
            self._window.status.end_progress(self._words("layout.cancelled"))
            return
        self._apply(chart, fit.arrangement, preset, self._words("layouts.step_fit"), fit.paper, lines)
        self._tell(chart, fit)

    def tidy_all(self) -> None:
        """Lay out as last time: by the same preset, on the same paper."""
        chart = self._window.chart
        if chart is None:
            return
        preset, paper = self._preset_of(chart.document), paper_of(chart.document.info)
        if paper is None:
            self._layouts.lay_out_by(preset)
        else:
            self.fit(preset, paper)

    def tidy_branch(self) -> None:
        """Lay out the branch of the box selected where it stands."""
        from editor.layout.tidying import tidied

        chart, ids = self._window.chart, self._selected_boxes()
        if chart is None or len(ids) != 1 or self.is_running:
            return
        copy, preset = _copy(chart.document), self._preset_of(chart.document)
        vocabulary = self._surroundings.vocabulary

        def lay_out(branch: Document, aspect: float) -> Arrangement:
            return self._ask(branch, self._maker(branch).sizes(), preset, aspect, rough=False)

        found = self._beside(chart, lambda: tidied(copy, vocabulary, ids[0], preset, lay_out))
        if found is not None:
            self._window.status.end_progress(self._words("layout.done"))
            paper = paper_of(chart.document.info)
            self._apply(chart, found, preset, self._words("action.tidy_branch"), paper)

    def pin(self) -> None:
        """Pin the boxes selected, or let them go if all are pinned."""
        chart, ids = self._window.chart, self._selected_boxes()
        if chart is None or not ids:
            return
        pinned = not self.is_pinned
        with chart.document.transaction(self._words("action.pin" if pinned else "layouts.unpin")) as step:
            for id in ids:
                step.update(id, pinned=pinned)

    def stop(self) -> None:
        """Stop what runs, at once."""
        self._is_stopped = True
        if self._job is not None:
            self._job.break_off()
        self._layouts.cancel()

    def _beside(self, chart: ChartPage, work: Callable[[], Made | None]) -> Made | None:
        """What the work gives; None, after saying why, where it failed, or where its chart was closed meanwhile."""
        self.is_running, self._is_stopped = True, False
        self._window.status.begin_progress(self._words("layout.running", count=len(chart.document.nodes)))
        self._window.refresh_actions()
        try:
            made = beside(work, self._began)
        except BrokenOff:
            return None
        except UserError as error:
            asking.show_error(self._window, self._words, self._words("error.layout"), error)
            return None
        finally:
            self.is_running, self._job = False, None
            self._window.status.end_progress()
            self._window.refresh_actions()
        return made if chart is self._window.chart else None

    def _began(self, job: Job) -> None:
        self._job = job

    def _apply(
        self,
        chart: ChartPage,
        arrangement: Arrangement,
        preset: Preset,
        name: str,
        paper: Paper | None,
        lines: LineStyle | None = None,
    ) -> None:
        chart.canvas.animate_to(lambda: apply_arrangement(chart.document, arrangement, preset.id, name, paper, lines))

    def _tell(self, chart: ChartPage, fit: "Fit") -> None:
        chart.canvas.fit()
        size = f"{fit.smallest_pt:.1f}"
        size = size.replace(".", ",") if self._words.code == "sv" else size
        if fit.fits:
            key = "layouts.fits" if fit.paper.captions else "layouts.fits_bare"
            self._window.status.end_progress(self._words(key, size=size))
            return
        self._window.status.end_progress()
        words = self._words
        key, needs = ("layouts.needs" if fit.needs else "layouts.needs_pages"), fit.needs or ""
        chart.notices.tell(lambda: words(key, size=size, needs=needs))

    def _keep(self, preset: Preset) -> bool:
        try:
            save_preset(preset, self._surroundings.choices.presets_path)
            self._surroundings.presets[preset.id] = preset
        except UserError as error:
            asking.show_error(self._window, self._words, self._words("layouts.not_kept"), error)
            return False
        return True

    def _preset_of(self, document: Document) -> Preset:
        presets = self._surroundings.presets
        return presets.get(document.info.preset or "") or presets[USUAL]

    def _selected_boxes(self) -> list[str]:
        chart = self._window.chart
        return [] if chart is None else [id for id in chart.canvas.selection() if id in chart.document.nodes]

    def _maker(self, document: Document) -> DrawingMaker:
        given = self._surroundings
        lang = document.info.lang or self._words.code
        return DrawingMaker(document, given.vocabulary, given.appearance.theme, given.measurer, lang)

    def _ask(self, document: Document, sizes: "Sizes", preset: Preset, aspect: float, rough: bool) -> Arrangement:
        from editor.layout.run import arrange

        vocabulary = self._surroundings.vocabulary
        return arrange(document, vocabulary, sizes, preset, self._engine, aspect=aspect, rough=rough)


def _copy(document: Document) -> Document:
    return Document(document.nodes.values(), document.edges.values(), document.info)
