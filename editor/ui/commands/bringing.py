"""Boxes brought into a chart from elsewhere as one step; thousands are made ready beside the window."""

from editor.model.excerpts import Arriving, ArrivingUnder
from editor.ui.jobs import beside, undisturbed
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

LARGE_BOXES = 500
"""Of more boxes the records are made beside the window."""


def bring(window: Desk, chart: ChartPage, arriving: Arriving | ArrivingUnder, name: str) -> dict[str, str] | None:
    """Put it in as one step; returns the new id for each old one. None where the chart was closed meanwhile."""
    if arriving.count > LARGE_BOXES:
        beside(arriving.make)
        if chart not in window.charts:
            return None
    chart.canvas.settle()
    with undisturbed(), chart.document.transaction(name) as step:
        return arriving.put(step)
