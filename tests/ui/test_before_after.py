"""Before and after in the window: one picture with what differs marked, or two canvases that move together."""

import datetime

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from editor.geometry import Rect
from editor.model import commands
from editor.model.records import Facts, Node
from editor.storage.packaged import load_samples
from editor.ui.commands.exporting import ALL_DAYS, Days
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

BEFORE, AFTER = datetime.date(2008, 12, 31), datetime.date(2009, 1, 1)


@pytest.fixture
def chart(window: MainWindow) -> ChartPage:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    window.chart.dates.choose(AFTER)
    return window.chart


def seen(chart: ChartPage, name: str) -> list[bool]:
    """Whether the boxes of this name are drawn, on the main canvas."""
    ids = [id for id, node in chart.document.nodes.items() if node.name == name]
    return [chart.canvas.scene.block(id) is not None for id in ids]


def test_both_days_in_one_picture(chart: ChartPage) -> None:
    assert seen(chart, "Ekonomikontoret") == [False]
    chart.dates.compare("one", BEFORE)
    assert seen(chart, "Ekonomikontoret") == [True] and seen(chart, "Staben") == [True]
    nodes = chart.document.nodes
    named = {nodes[id].name: what for id, what in chart.canvas.differences.items() if id in nodes}
    assert named["Ekonomikontoret"] == "gone" and named["Staben"] == "new" and "Fritidsnämnden" not in named
    assert chart.comparing.before is None
    chart.dates.compare("")
    assert seen(chart, "Ekonomikontoret") == [False] and not chart.canvas.differences


def test_side_by_side_move_together(chart: ChartPage, qtbot: QtBot) -> None:
    chart.dates.compare("beside", BEFORE)
    before = chart.comparing.before
    assert before is not None
    qtbot.waitUntil(before.isVisible)
    gone = {chart.document.nodes[id].name for id in before.differences if id in chart.document.nodes}
    assert "Ekonomikontoret" in gone and set(before.differences.values()) <= {"gone", "changed"}
    assert set(chart.canvas.differences.values()) <= {"new", "changed"}
    chart.canvas.set_zoom(0.8)
    chart.canvas.scroll_by(-40, 25)
    assert (before.camera.scale, before.camera.left) == (chart.canvas.camera.scale, chart.canvas.camera.left)
    before.scroll_by(13, 7)
    assert (chart.canvas.camera.left, chart.canvas.camera.top) == (before.camera.left, before.camera.top)


def test_the_earlier_day_is_looked_at_and_not_changed(chart: ChartPage, qtbot: QtBot) -> None:
    chart.dates.compare("beside", BEFORE)
    before = chart.comparing.before
    assert before is not None
    qtbot.waitUntil(before.isVisible)
    office = next(id for id, node in chart.document.nodes.items() if node.name == "Ekonomikontoret")
    box = chart.document.nodes[office].box
    assert box is not None
    before.centre_on(box.centre)
    at = before.camera.to_view(box.centre)
    qtbot.mouseClick(before.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x), round(at.y)))
    assert chart.canvas.selection() == {office}
    qtbot.keyClick(before, Qt.Key.Key_A)
    qtbot.mousePress(before.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x), round(at.y)))
    qtbot.mouseMove(before.viewport(), QPoint(round(at.x) + 80, round(at.y) + 80))
    qtbot.mouseRelease(before.viewport(), Qt.MouseButton.LeftButton)
    assert office in chart.document.nodes and chart.document.history.undo_name is None


def test_a_comparison_follows_what_is_changed(chart: ChartPage, qtbot: QtBot) -> None:
    chart.dates.compare("one", BEFORE)
    office = next(id for id, node in chart.document.nodes.items() if node.name == "Ekonomikontoret")
    assert chart.canvas.differences[office] == "gone"
    counts = chart.dates._counts.text()
    facts = chart.document.nodes[office].facts
    with chart.document.transaction("Ändra") as step:
        step.update(office, facts=msgspec.structs.replace(facts, end=None, status=None))
        step.remove("ekonomikontoret-becomes-kommunledningskontoret")
    qtbot.waitUntil(lambda: office not in chart.canvas.differences)
    assert seen(chart, "Ekonomikontoret") == [True] and chart.dates._counts.text() != counts
    chart.document.undo()
    qtbot.waitUntil(lambda: chart.canvas.differences.get(office) == "gone")
    assert chart.dates._counts.text() == counts


def test_a_new_box_is_marked_on_the_later_side_only(chart: ChartPage, qtbot: QtBot) -> None:
    chart.dates.compare("beside", BEFORE)
    before = chart.comparing.before
    assert before is not None
    with chart.document.transaction("Ny") as step:
        step.add(Node("ny", "Ny enhet", "section", box=Rect(0, 900, 160, 48), facts=Facts(start="2009-01-01")))
    qtbot.waitUntil(lambda: chart.canvas.differences.get("ny") == "new")
    assert "ny" not in before.differences
    assert chart.canvas.scene.block("ny") is not None and before.scene.block("ny") is None


def test_a_gesture_is_not_compared_before_it_ends(chart: ChartPage, qtbot: QtBot) -> None:
    chart.dates.compare("one", BEFORE)
    chart._calm.setInterval(1)
    with chart.document.transaction("Ny") as step:
        step.add(Node("ny", "Ny enhet", "section", box=Rect(0, 900, 160, 48), facts=Facts(start="2009-01-01")))
        qtbot.wait(20)
        assert "ny" not in chart.canvas.differences
    qtbot.waitUntil(lambda: chart.canvas.differences.get("ny") == "new")


def test_an_export_shows_the_days_that_are_seen(chart: ChartPage) -> None:
    assert chart.shown_days() == Days("day", AFTER)
    chart.dates.compare("beside", BEFORE)
    assert chart.shown_days() == Days("beside", AFTER, BEFORE)
    chart.dates._all.click()
    assert chart.shown_days() == ALL_DAYS


def test_all_days_end_the_comparison_and_let_go_of_the_second_canvas(chart: ChartPage) -> None:
    chart.dates.compare("beside", BEFORE)
    chart.dates._all.click()
    assert chart.comparing.before is None and chart.dates.mode == "" and chart.dates.day is None
    commands.rename(chart.document, "staben", "Kansliet", "Byt namn")
    assert chart.document.nodes["staben"].name == "Kansliet"


def test_a_comparison_finds_its_days_by_itself(window: MainWindow, chart: ChartPage) -> None:
    chart.dates.choose(None)
    chart.dates.compare("one")
    assert chart.dates.day == chart.dates.line.marks[-1]
    assert chart.dates.before is not None and chart.dates.before < chart.dates.day
    window.toggle_aside("changes")
    window.program.choose_language("en")
    assert chart.dates.modes.currentText() == "Before and after in one"
    window.views.toggle_dates()
    assert chart.dates.mode == "" and not chart.canvas.differences


def test_closing_the_chart_while_two_days_are_compared(window: MainWindow, chart: ChartPage) -> None:
    chart.dates.compare("beside", BEFORE)
    window.close_current()
    assert window.chart is None
