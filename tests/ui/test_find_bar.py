"""The find bar: hits counted, marked and walked through, bad expressions told, replacing as one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def chart(window: MainWindow, new_file: Callable[[str], Path]) -> ChartPage:
    assert window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    return window.chart


def names(chart: ChartPage) -> list[str]:
    return [node.name for node in chart.document.nodes.values()]


def test_hits_are_counted_marked_and_walked_through(window: MainWindow, chart: ChartPage) -> None:
    QTest.keyClick(chart.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert chart.finder.isVisible() and chart.finder.field.hasFocus()
    QTest.keyClicks(chart.finder.field, "n")
    QTest.keyClick(chart.finder.field, Qt.Key.Key_Return)
    assert chart.finder.told.text() == "Ställe 1 av 1 · träffar: 2"
    assert chart.canvas.selection() == {"n0"} and chart.canvas._overlay.marked == {"n0"}
    chart.finder.field.setText("a")
    window.actions_book["next_hit"].trigger()
    assert chart.canvas.selection() == {"n1"}
    QTest.keyClick(chart.finder.field, Qt.Key.Key_Escape)
    assert chart.finder.isHidden() and not chart.canvas._overlay.marked and chart.canvas.hasFocus()


def test_walking_goes_around_both_ways(window: MainWindow, chart: ChartPage) -> None:
    window.arranging.find()
    chart.finder.field.setText("[ab]|led")
    chart.finder.is_pattern.setChecked(True)
    seen: list[str] = []
    for action in ("next_hit", "next_hit", "next_hit", "previous_hit", "previous_hit"):
        window.actions_book[action].trigger()
        seen.append(*chart.canvas.selection())
    assert seen == ["n0", "n1", "n0", "n1", "n0"]


def test_a_bad_expression_is_told_and_nothing_is_marked(window: MainWindow, chart: ChartPage) -> None:
    window.arranging.find()
    chart.finder.is_pattern.setChecked(True)
    chart.finder.field.setText("(")
    chart.finder.search()
    assert (
        chart.finder.trouble.isVisible()
        and "går inte att läsa" in chart.finder.trouble.text()
        and not chart.canvas._overlay.marked
    )
    window.program.choose_language("en")
    chart.finder.search()
    assert "can’t be read" in chart.finder.trouble.text()
    chart.finder.is_pattern.setChecked(False)
    assert chart.finder.trouble.isHidden() and chart.finder.told.text() == "No hits"


def test_replace_all_is_one_step(window: MainWindow, chart: ChartPage) -> None:
    window.actions_book["replace_text"].trigger()
    assert chart.finder.replacement.isVisible()
    chart.finder.field.setText("a")
    chart.finder.replacement.setText("o")
    chart.finder.replace_all()
    assert names(chart) == ["Ledning", "Stob"]
    assert chart.document.history.undo_name == "Ersätt ”a” med ”o”"
    chart.document.undo()
    assert names(chart) == ["Ledning", "Stab"]


def test_replace_goes_hit_by_hit(window: MainWindow, chart: ChartPage) -> None:
    window.arranging.find(replaces=True)
    chart.finder.field.setText("b|n")
    chart.finder.is_pattern.setChecked(True)
    chart.finder.replacement.setText("m")
    chart.finder.replace_one()
    assert names(chart) == ["Ledning", "Stab"] and chart.canvas.selection() == {"n0"}
    chart.finder.replace_one()
    assert names(chart) == ["Ledmimg", "Stab"] and chart.canvas.selection() == {"n1"}
    chart.finder.replace_one()
    assert names(chart) == ["Ledmimg", "Stam"]


def test_hits_follow_what_is_changed(window: MainWindow, chart: ChartPage) -> None:
    window.arranging.find()
    chart.finder.field.setText("Stab")
    chart.finder.search()
    chart.canvas.select(["n1"])
    window.edits.delete()
    chart.finder.search()
    assert chart.finder.told.text() == "Inga träffar" and not chart.canvas._overlay.marked


def test_the_field_has_room_for_what_it_says_while_empty(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    window.resize(1366, 768)
    window.show()
    chart.finder.open(replaces=True)
    for field in (chart.finder.field, chart.finder.replacement):
        qtbot.waitUntil(lambda field=field: field.isVisible())
        wanted = field.fontMetrics().horizontalAdvance(field.placeholderText())
        assert wanted and field.width() >= wanted + 20
