"""Persons in the window: all posts of one, joined and parted, a box of one's own; hints dismissed with a reason."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.model import commands
from editor.model.dismissals import dismissals
from editor.storage.packaged import load_samples
from editor.ui.asides.hints_pane import HintsPane, ReasonDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def chart(window: MainWindow) -> ChartPage:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    return window.chart


def posts(chart: ChartPage, name: str) -> list[str]:
    nodes = chart.document.nodes.values()
    return [node.id for node in nodes if any(tenure.name == name for tenure in node.facts.tenures)]


def test_all_posts_of_a_person_are_selected(window: MainWindow, chart: ChartPage) -> None:
    both = posts(chart, "Bengt-Arne Persson")
    assert len(both) == 2
    chart.canvas.select(both[:1])
    window.actions_book["select_person"].trigger()
    assert chart.canvas.selection() == set(both)
    chart.canvas.select(["staben"])
    assert not window.actions_book["select_person"].isEnabled()


def test_parted_and_joined_as_steps(window: MainWindow, chart: ChartPage) -> None:
    both = posts(chart, "Bengt-Arne Persson")
    chart.canvas.select(both)
    window.actions_book["part_persons"].trigger()
    window.actions_book["select_person"].trigger()
    chart.canvas.select(both[:1])
    window.actions_book["select_person"].trigger()
    assert chart.canvas.selection() == set(both[:1])
    chart.canvas.select(both)
    window.actions_book["join_persons"].trigger()
    chart.canvas.select(both[:1])
    window.actions_book["select_person"].trigger()
    assert chart.canvas.selection() == set(both)
    assert [step.name for step in chart.document.history.done] == [
        "Säg att Bengt-Arne Persson är olika personer",
        "Säg att Bengt-Arne Persson är en person",
    ]


def test_a_person_gets_a_box(window: MainWindow, chart: ChartPage) -> None:
    both = posts(chart, "Bengt-Arne Persson")
    chart.canvas.select(both[:1])
    window.actions_book["person_box"].trigger()
    [box] = chart.canvas.selection()
    ends = {edge.target for edge in chart.document.edges.values() if edge.source == box}
    assert chart.document.nodes[box].name == "Bengt-Arne Persson" and ends == set(both)
    assert len(chart.document.history.done) == 1


def hints(window: MainWindow) -> HintsPane:
    return window.findChildren(HintsPane)[0]


def test_a_hint_is_dismissed_with_a_reason_and_comes_back(
    window: MainWindow, chart: ChartPage, qtbot: QtBot, shared: Surroundings
) -> None:
    commands.add(chart.document, shared.vocabulary, "post", "Vice chef", None, "Lägg till")
    window.toggle_aside("hints")
    pane = hints(window)
    qtbot.waitUntil(lambda: len(pane.list.entries) == 1)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog) and not dialog.done_button.isEnabled()
        dialog.field.setText("Tillträder senare")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    pane.list.acted.emit(0)
    [entry] = pane.list.entries
    assert entry.heading == "Avfärdade" and entry.detail == "Skäl: Tillträder senare"
    assert [known.reason for known in dismissals(chart.document.info)] == ["Tillträder senare"]
    pane.list.acted.emit(0)
    assert pane.list.entries[0].heading == "" and not dismissals(chart.document.info)
    chart.document.undo()
    qtbot.waitUntil(lambda: pane.list.entries[0].heading == "Avfärdade")


def test_never_mind_leaves_the_hint(window: MainWindow, chart: ChartPage, qtbot: QtBot, shared: Surroundings) -> None:
    commands.add(chart.document, shared.vocabulary, "post", "Vice chef", None, "Lägg till")
    window.toggle_aside("hints")
    pane = hints(window)
    qtbot.waitUntil(lambda: len(pane.list.entries) == 1)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())  # type: ignore[attr-defined]
    pane.list.acted.emit(0)
    assert pane.list.entries[0].heading == ""
