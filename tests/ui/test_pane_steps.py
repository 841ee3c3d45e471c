"""F6 goes from pane to pane and round again; the chart says that it has the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.window.main_window import MainWindow


def in_pane(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    panes = {
        "structure": window.structure_dock,
        "palette": window.palette_dock,
        "aside": window.aside_dock,
        "tools": window.actions_book.toolbar,
    }
    return next((name for name, pane in panes.items() if pane.isAncestorOf(focus)), "chart")


def test_every_pane_is_reached_and_the_chart_again(qtbot: QtBot, window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None
    window.edits.add_box()
    window.chart.canvas.settle()
    window.toggle_palette()
    qtbot.waitUntil(window._panes.structure.tree.isVisible)
    window.chart.canvas.setFocus()
    found = [in_pane(window)]
    for _ in range(5):
        window.actions_book["next_pane"].trigger()
        found.append(in_pane(window))
    assert found == ["chart", "structure", "palette", "aside", "tools", "chart"]
    assert window.chart.canvas.hasFocus() and window.chart.canvas._overlay.has_keys
    window.actions_book["previous_pane"].trigger()
    assert in_pane(window) == "tools"


def test_a_closed_pane_is_passed_by_and_focus_comes_back_to_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None
    window.edits.add_box()
    window.chart.canvas.settle()
    window.toggle_structure()
    window.chart.canvas.setFocus()
    window.step_pane(1)
    assert in_pane(window) == "aside"
    second = QApplication.focusWidget()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    kept = QApplication.focusWidget()
    assert kept is not second and in_pane(window) == "aside"
    window.step_pane(-1)
    assert in_pane(window) == "chart"
    window.step_pane(1)
    assert QApplication.focusWidget() is kept


def test_the_start_page_has_its_steps_too(window: MainWindow) -> None:
    window.step_pane(1)
    seen = {in_pane(window)}
    window.step_pane(1)
    assert seen | {in_pane(window)} == {"chart", "tools"}
