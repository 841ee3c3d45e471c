"""What the window does with the view of the chart shown: zoom, overview map, paper."""

from editor.tools.snapping import GRID_PX
from editor.ui.surroundings import Choices
from editor.ui.window.desk import Desk


class ViewCommands:
    """Each acts on the chart shown; whether map and paper are shown holds for all charts of the window."""

    def __init__(self, window: Desk, choices: Choices) -> None:
        self._window = window
        self._choices = choices
        self.has_minimap = True
        self.has_paper = True
        self._wants_dates: bool | None = None

    def fit(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.fit()

    def fit_selection(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.fit_selection()

    def actual_size(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.set_zoom(1.0)

    def zoom_in(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.zoom_in()

    def zoom_out(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.zoom_out()

    def toggle_minimap(self) -> None:
        self.has_minimap = not self.has_minimap
        self.carry_over()

    def toggle_paper(self) -> None:
        self.has_paper = not self.has_paper
        self.carry_over()

    @property
    def has_dates(self) -> bool:
        """The date bar: until somebody says, it is shown where a chart has dates to choose from."""
        chart = self._window.chart
        return self._wants_dates if self._wants_dates is not None else chart is not None and chart.dates.has_dates

    def toggle_dates(self) -> None:
        self._wants_dates = not self.has_dates
        self.carry_over()

    @property
    def has_guides(self) -> bool:
        """Whether boxes catch on to their neighbours while they are dragged."""
        return self._choices.settings.snapping

    @property
    def has_grid(self) -> bool:
        return self._choices.settings.grid

    def toggle_guides(self) -> None:
        self._choices.change(snapping=not self.has_guides)
        self.carry_over()

    def toggle_grid(self) -> None:
        self._choices.change(grid=not self.has_grid)
        self.carry_over()

    def carry_over(self) -> None:
        """Show the chart of now as the window's other charts are shown."""
        chart = self._window.chart
        if chart is not None:
            chart.canvas.set_minimap_visible(self.has_minimap)
            chart.canvas.set_paper_visible(self.has_paper)
            chart.canvas.editor.snaps = self.has_guides
            chart.canvas.editor.grid = GRID_PX if self.has_grid else None
            chart.show_dates(self.has_dates)
