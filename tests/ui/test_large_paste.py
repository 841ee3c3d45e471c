"""Thousands of boxes pasted: the window goes on meanwhile, and nothing is made that nobody asked for."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas import viewport
from editor.drawing.maker import DrawingMaker
from editor.geometry import Rect
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.excerpts import PART, Arriving
from editor.model.records import Node
from editor.ui.commands import bringing, clipboard_formats
from editor.ui.commands.bringing import bring
from editor.ui.commands.clipboard_formats import GRAPHML
from editor.ui.dialogs.waiting import WaitingDialog
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

COUNT = 2100


@pytest.fixture
def chart(window: MainWindow, new_file: Callable[[str], Path]) -> ChartPage:
    """With a list of thousands on the clipboard."""
    assert window.files.open_path(new_file("a.graphml"))
    lines = ("\t" * min(at, 1 + at % 5) + f"Enhet {at}" for at in range(COUNT))
    QGuiApplication.clipboard().setText("\n".join(lines))
    assert window.chart is not None
    return window.chart


def test_the_chart_is_drawn_in_many_turns_and_ends_as_if_drawn_at_once(
    window: MainWindow, chart: ChartPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    block = DrawingMaker.block
    turn: list[int] = [0]
    ticks = QTimer(window, interval=0)
    ticks.timeout.connect(lambda: turn.__setitem__(0, turn[0] + 1))
    ticks.start()

    def counted(self: DrawingMaker, *args: object) -> object:
        made.append(turn[0])
        return block(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(DrawingMaker, "block", counted)
    monkeypatch.setattr(viewport, "TURN_S", 0.0)  # on any machine less than two blocks take
    monkeypatch.setattr(viewport, "PATIENCE_S", 0.0)
    chart.canvas.fit()
    window.clipboard.paste()
    chart.canvas.fit()
    chart.canvas.viewport().repaint()
    assert chart.canvas.scene.is_stale
    qtbot.waitUntil(lambda: not chart.canvas.scene.is_stale, timeout=60_000)
    ticks.stop()
    assert len(set(made)) > 5
    monkeypatch.undo()
    maker = chart.canvas.scene._maker
    kept = {shown.record for shown in chart.canvas.scene.blocks()}
    assert kept == {id for id in maker.ids_in_order() if maker.block(id) is not None}
    assert len(chart.document.nodes) == COUNT + 2
    assert len(chart.canvas.selection()) == COUNT
    chart.document.undo()
    qtbot.waitUntil(lambda: not chart.canvas.scene.is_stale, timeout=60_000)
    assert {shown.record for shown in chart.canvas.scene.blocks()} == {"n0", "n1", "e0"}


def test_panes_and_actions_follow_soon(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    window.clipboard.paste()
    panes = window._panes
    qtbot.waitUntil(lambda: len(panes.asides.inspector._ids) == COUNT)
    qtbot.waitUntil(lambda: window.actions_book["align_left"].isEnabled())
    assert len(panes.structure.tree.chosen_ids()) == COUNT
    chart.document.undo()
    qtbot.waitUntil(lambda: not window.actions_book["align_left"].isEnabled())
    assert panes.asides.inspector._ids == [] and panes.structure.tree.chosen_ids() == []


def test_what_comes_and_goes_is_told_in_one_change(window: MainWindow, chart: ChartPage) -> None:
    told: list[ChangeSet] = []
    window.clipboard.paste()
    chart.document.listen(told.append)
    window.clipboard.cut()
    assert [len(change.removed) for change in told] == [2 * COUNT - 1]


def test_a_copy_makes_nothing_before_somebody_asks(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = clipboard_formats.ChartMime._make

    def counted(self: clipboard_formats.ChartMime, format: str) -> bytes:
        made.append(format)
        return make(self, format)

    monkeypatch.setattr(clipboard_formats.ChartMime, "_make", counted)
    window.clipboard.paste()
    window.clipboard.copy()
    window.clipboard.paste()
    assert made == [] and len(chart.document.nodes) == 2 * COUNT + 2
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(GRAPHML) and bytes(data.data(GRAPHML).data()).count(b"<node") == COUNT
    assert made == [GRAPHML]


def test_a_copy_holds_what_was_there_when_it_was_made(window: MainWindow, chart: ChartPage) -> None:
    chart.canvas.select(["n0", "n1"])
    window.clipboard.copy()
    with chart.document.transaction("rename") as step:
        step.update("n0", name="Något annat")
        step.remove("n1")
    assert QGuiApplication.clipboard().text() == "Ledning\n\tStab\n"


def test_a_chart_that_is_changed_while_the_paste_is_made_ready_takes_it_all_the_same(
    window: MainWindow, chart: ChartPage
) -> None:
    def meanwhile() -> None:
        if window.chart is chart and not chart.document.in_transaction:
            with chart.document.transaction("rename") as step:
                step.update("n0", name=chart.document.nodes["n0"].name + "!")

    clock = QTimer(window, interval=0)
    clock.timeout.connect(meanwhile)
    clock.start()
    window.clipboard.paste()
    clock.stop()
    assert chart.document.nodes["n0"].name.endswith("!")
    assert len(chart.document.nodes) == COUNT + 2


def test_a_chart_that_is_closed_while_the_paste_is_made_ready_takes_nothing(
    window: MainWindow, chart: ChartPage, new_file: Callable[[str], Path]
) -> None:
    other = window.files.open_path(new_file("b.graphml")) and window.chart
    assert other
    QTimer.singleShot(0, window, window.close_current)
    window.clipboard.paste()
    QApplication.processEvents()
    assert window.charts == [chart] and len(chart.document.nodes) == 2


def test_it_is_put_in_by_and_by_and_events_are_handled_between(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[int] = []
    monkeypatch.setattr(bringing, "PATIENCE_MS", 0)
    clock = QTimer(window, interval=0)
    clock.timeout.connect(lambda: there.append(len(chart.document.nodes) if chart.document.in_transaction else 0))
    clock.start()
    window.clipboard.paste()
    clock.stop()
    parts = sorted({count for count in there if count})
    assert len(parts) > 4 and max(later - now for now, later in pairwise(parts)) <= PART
    assert [step.name for step in chart.document.history.done] == [f"Klistra in {COUNT} rutor"]
    assert chart.canvas.viewport().updatesEnabled()


@pytest.mark.parametrize("under", [False, True])
def test_stopped_half_way_it_leaves_nothing(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch, under: bool
) -> None:
    before = dict(chart.document.nodes), dict(chart.document.edges)
    seen: list[int] = []

    def stop(dialog: WaitingDialog, _event: object) -> None:
        seen.append(len(chart.document.nodes))
        dialog.reject()

    monkeypatch.setattr(bringing, "PATIENCE_MS", 0)
    monkeypatch.setattr(WaitingDialog, "showEvent", stop)
    chart.canvas.select(["n1"] if under else [])
    window.clipboard.paste()
    assert seen and 2 < seen[0] < COUNT
    assert (dict(chart.document.nodes), dict(chart.document.edges)) == before
    assert not chart.document.in_transaction and chart.document.history.done == ()
    assert chart.canvas.viewport().updatesEnabled() and not chart.canvas.scene.shows("n2")


def test_a_frame_is_there_before_what_stands_in_it(
    window: MainWindow, chart: ChartPage, new_file: Callable[[str], Path]
) -> None:
    """Put in by parts, boxes would for a moment stand in a frame that isn't there."""
    source = Document(
        [*(Node(f"m{at}", box=Rect(at, 0, 9, 9), group="g", order=at) for at in range(PART + 200)),
         Node("g", is_group=True, group="h", box=Rect(0, 0, 900, 90), order=1e4),
         Node("h", is_group=True, box=Rect(0, 0, 900, 90), order=1e4 + 1)], [],
    )  # fmt: skip
    new = bring(window, chart, Arriving(chart.document, source, (0.0, 500.0)), "Paste", window.clipboard._words)
    assert new is not None
    assert chart.document.nodes[new["m0"]].group == new["g"] and chart.document.nodes[new["g"]].group == new["h"]
