"""What can be lined up, spread and sized: as many boxes as move by themselves. Guides and grid are switches."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.geometry import Rect
from editor.model.records import Node
from editor.ui.window.main_window import MainWindow

ALIGN, SPREAD, SIZE = "align_left", "distribute_across", "same_width"


def usable(window: MainWindow) -> set[str]:
    window.actions_book.refresh()
    return {id for id in (ALIGN, SPREAD, SIZE) if window.actions_book[id].isEnabled()}


@pytest.fixture
def chart(window: MainWindow, new_file: Callable[[str], Path]) -> MainWindow:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    with window.chart.document.transaction("add") as step:
        step.add(Node("g", "G", is_group=True, box=Rect(400, 0, 300, 200), order=5))
        step.add(Node("m", "M", group="g", box=Rect(420, 40, 100, 40), order=6))
        step.add(Node("o", "O", group="g", box=Rect(420, 100, 120, 40), order=7))
        step.add(Node("lost", "No place", order=8))
    return window


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"n0"}, set()),
        ({"n0", "n1"}, {ALIGN, SIZE}),
        ({"n0", "n1", "m"}, {ALIGN, SPREAD, SIZE}),
        ({"n0", "g"}, {ALIGN}),
        ({"g", "m", "o"}, set()),
        ({"n0", "lost"}, set()),
        ({"n0", "e0"}, set()),
    ],
)
def test_an_action_can_be_used_where_it_would_do_something(
    chart: MainWindow, chosen: set[str], expected: set[str]
) -> None:
    assert chart.chart is not None
    chart.chart.canvas.select(chosen)
    assert usable(chart) == expected


def test_a_frame_is_no_measure_of_sizes(chart: MainWindow) -> None:
    assert chart.chart is not None
    chart.chart.canvas.select({"n0", "n1", "g"})
    chart.actions_book[SIZE].trigger()
    nodes = chart.chart.document.nodes
    assert {nodes[id].box.width for id in ("n0", "n1")} == {160}  # type: ignore[union-attr]
    assert nodes["g"].box == Rect(400, 0, 300, 200)


def test_guides_and_grid_are_switches_that_are_kept(chart: MainWindow) -> None:
    assert chart.chart is not None
    editor = chart.chart.canvas.editor
    assert chart.actions_book["snap_guides"].isChecked() and not chart.actions_book["snap_grid"].isChecked()
    chart.actions_book["snap_grid"].trigger()
    chart.actions_book["snap_guides"].trigger()
    assert editor.grid == 8.0 and not editor.snaps
    chart.files.new()
    assert chart.chart is not None and chart.chart.canvas.editor.grid == 8.0, "for all charts"
    assert chart._surroundings.choices.settings.grid and not chart._surroundings.choices.settings.snapping
    chart.actions_book["snap_grid"].trigger()
    assert chart.chart.canvas.editor.grid is None
