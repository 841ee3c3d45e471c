"""Lining up and selecting from menus and keys."""

from collections.abc import Callable
from pathlib import Path

from editor.ui.window.main_window import MainWindow


def test_actions_need_enough_boxes_and_are_one_named_step(window: MainWindow, new_file: Callable[[str], Path]) -> None:
    assert window.files.open_path(new_file("a.graphml"))
    chart = window.chart
    assert chart is not None
    chart.canvas.select(["n0"])
    assert not window.actions_book["align_top"].isEnabled()
    chart.canvas.select(["n0", "n1"])
    assert window.actions_book["align_top"].isEnabled()
    assert not window.actions_book["distribute_down"].isEnabled()
    before = dict(chart.document.nodes)
    window.actions_book["align_top"].trigger()
    assert {node.box.y for node in chart.document.nodes.values() if node.box is not None} == {0}
    assert chart.document.history.undo_name == "Rada upp upptill"
    chart.document.undo()
    assert dict(chart.document.nodes) == before


def test_selecting_what_belongs_with_it(window: MainWindow, new_file: Callable[[str], Path]) -> None:
    assert window.files.open_path(new_file("a.graphml"))
    chart = window.chart
    assert chart is not None
    for action, chosen in (
        ("select_branch", {"n0", "n1"}),
        ("select_same_kind", {"n0", "n1"}),
        ("select_connected", {"n0", "n1", "e0"}),
        ("invert_selection", {"n1"}),
    ):
        chart.canvas.select(["n0"])
        window.actions_book[action].trigger()
        assert chart.canvas.selection() == chosen, action
