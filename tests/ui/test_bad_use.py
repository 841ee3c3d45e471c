"""What nobody means to do and everybody does: the hand leaves the window, undoes half-way, deletes what is shown."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas.view import Canvas
from editor.geometry import Point
from editor.graphml.reading import read_graphml
from editor.model.merging import records_of
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
BY = QPoint(60, 40)


@pytest.fixture
def chart(window: MainWindow, new_file: Make) -> ChartPage:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    return window.chart


def middle(canvas: Canvas, id: str) -> QPoint:
    box = canvas.editor.document.nodes[id].box
    assert box is not None
    at = canvas.camera.to_view(box.centre)
    return QPoint(round(at.x), round(at.y))


def begin_drag(canvas: Canvas, id: str = "n1") -> QPoint:
    start = middle(canvas, id)
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    QTest.mouseMove(canvas.viewport(), start + BY / 2)
    QTest.mouseMove(canvas.viewport(), start + BY)
    assert canvas.editor.document.in_transaction
    return start


def release(canvas: Canvas, at: QPoint) -> None:
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, at)


def test_a_drag_out_of_the_window_and_back_ends_where_it_is_let_go(chart: ChartPage) -> None:
    canvas, document = chart.canvas, chart.document
    before = document.nodes["n1"].box
    start = begin_drag(canvas)
    for far in (QPoint(-4000, -30), QPoint(9000, 7000), start + BY):
        QTest.mouseMove(canvas.viewport(), far)
    release(canvas, start + BY)
    moved = document.nodes["n1"].box
    assert before is not None and moved is not None and not document.in_transaction
    scale = canvas.camera.scale
    assert (moved.x - before.x, moved.y - before.y) == pytest.approx((BY.x() / scale, BY.y() / scale), abs=8 / scale)
    assert len(document.history.done) == 1


def test_let_go_outside_the_window_the_box_is_there_and_comes_back_with_one_undo(
    window: MainWindow, chart: ChartPage
) -> None:
    began = records_of(chart.document)
    begin_drag(chart.canvas)
    QTest.mouseMove(chart.canvas.viewport(), QPoint(-900, -700))
    release(chart.canvas, QPoint(-900, -700))
    assert not chart.document.in_transaction and records_of(chart.document) != began
    window.edits.undo()
    assert records_of(chart.document) == began


@pytest.mark.parametrize("command", ["undo", "redo", "delete", "close", "next_tab", "select_all", "duplicate", "save"])
def test_a_command_in_the_middle_of_a_drag_leaves_nothing_half_done(
    window: MainWindow, chart: ChartPage, dialogs, command: str
) -> None:  # type: ignore[no-untyped-def]
    with chart.document.transaction("first") as step:
        step.update("n0", name="first")
    start = begin_drag(chart.canvas)
    window.actions_book[command].trigger()
    QApplication.processEvents()
    if window.chart is chart:
        release(chart.canvas, start + BY)
        chart.canvas.settle()
    assert not chart.document.in_transaction
    while chart.document.undo() is not None:
        pass
    assert chart.document.nodes["n0"].name == "Ledning"


STATES: dict[str, Callable[[ChartPage], None]] = {
    "idle": lambda chart: None,
    "selected": lambda chart: chart.canvas.select(["n0"]),
    "dragging": lambda chart: begin_drag(chart.canvas) and None,
    "rubber": lambda chart: (
        QTest.mousePress(chart.canvas.viewport(), LEFT, NONE, QPoint(5, 5)),
        QTest.mouseMove(chart.canvas.viewport(), QPoint(300, 300)),
        None,
    )[-1],
    "connecting": lambda chart: (
        chart.canvas.set_tool("connect"),
        QTest.mousePress(chart.canvas.viewport(), LEFT, NONE, middle(chart.canvas, "n0")),
        QTest.mouseMove(chart.canvas.viewport(), QPoint(40, 40)),
        None,
    )[-1],
    "placing": lambda chart: chart.canvas.set_tool("place:"),
    "naming": lambda chart: chart.canvas.begin_rename("n0"),
    "finding": lambda chart: chart.finder.open(),
}


@pytest.mark.parametrize("state", STATES)
def test_escape_twice_leads_back_to_rest_from_everywhere(window: MainWindow, chart: ChartPage, state: str) -> None:
    began = records_of(chart.document)
    STATES[state](chart)
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or chart.canvas, Qt.Key.Key_Escape)
    release(chart.canvas, QPoint(40, 40))
    assert chart.canvas.machine.state.name == "select.idle" and chart.canvas.tool == "select"
    assert records_of(chart.document) == began and not chart.document.history.done
    assert chart.finder.isHidden()


@pytest.mark.parametrize("pane", ["properties", "history", "hints", "questions"])
def test_what_a_pane_shows_is_deleted_under_it(qtbot: QtBot, window: MainWindow, chart: ChartPage, pane: str) -> None:
    window.toggle_aside(pane)
    chart.canvas.select(["n1"])
    QApplication.processEvents()
    with chart.document.transaction("delete") as step:
        step.remove("n1")
    QTest.qWait(150)
    assert chart.canvas.selection() == set() and set(chart.document.nodes) == {"n0"}
    window.edits.undo()
    QTest.qWait(150)
    assert set(chart.document.nodes) == {"n0", "n1"}


def test_a_box_deleted_while_its_name_is_written(window: MainWindow, chart: ChartPage) -> None:
    chart.canvas.begin_rename("n1")
    QTest.keyClicks(QApplication.focusWidget() or chart.canvas, "nytt")
    with chart.document.transaction("delete") as step:
        step.remove("n1")
    QTest.keyClick(QApplication.focusWidget() or chart.canvas, Qt.Key.Key_Return)
    chart.canvas.settle()
    assert set(chart.document.nodes) == {"n0"} and not chart.document.in_transaction


def test_another_screen_in_the_middle_of_a_drag(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window dragged to a screen of twice the resolution, or left when its monitor is unplugged."""
    canvas = chart.canvas
    start = begin_drag(canvas)
    for ratio in (2.0, 1.0):
        monkeypatch.setattr(type(canvas.viewport()), "devicePixelRatioF", lambda _, ratio=ratio: ratio)
        QApplication.sendEvent(window, QEvent(QEvent.Type.ScreenChangeInternal))
        QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.DevicePixelRatioChange))
        handle = window.windowHandle()
        handle.screenChanged.emit(handle.screen())
        QApplication.processEvents()
        assert canvas.grab().width() > 0
    release(canvas, start + BY)
    assert len(chart.document.history.done) == 1 and canvas.camera.to_view(Point(0, 0)) is not None


def test_the_tab_of_a_gesture_is_closed(window: MainWindow, chart: ChartPage, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    window.files.open_path(new_file("b.graphml"))
    other = window.chart
    assert other is not None
    begin_drag(other.canvas)
    window.close_current()
    QApplication.processEvents()
    assert window.charts == [chart] and window.chart is chart and not other.document.in_transaction
    begin_drag(chart.canvas)
    chart.canvas.settle()


def test_a_layout_that_comes_in_the_middle_of_a_drag_waits(qtbot: QtBot, window: MainWindow, chart: ChartPage) -> None:
    window.layouts.lay_out("right")
    start = begin_drag(chart.canvas)
    qtbot.waitUntil(lambda: not window.layouts.is_running)
    assert chart.document.in_transaction
    release(chart.canvas, start + BY)
    qtbot.waitUntil(lambda: len(chart.document.history.done) == 2)


def test_a_box_renamed_before_the_first_layout_has_come(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "plain.graphml"
    path.write_bytes(b'<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/></graph></graphml>')
    window.files.open_path(path)
    assert window.chart is not None and window.layouts.is_running
    document = window.chart.document
    with document.transaction("rename") as step:
        step.update("a", name="A")
    qtbot.waitUntil(lambda: all(node.box is not None for node in document.nodes.values()))
    while document.undo() is not None:
        pass
    assert window.chart.session.is_saved


def test_a_clipboard_whose_owner_has_gone(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda *_: None)
    window.clipboard.paste()
    assert not chart.document.history.done and chart.notices.text


def test_what_is_being_laid_out_is_deleted_meanwhile(qtbot: QtBot, window: MainWindow, chart: ChartPage) -> None:
    window.layouts.lay_out("right")
    with chart.document.transaction("delete") as step:
        step.remove("e0", "n1")
    qtbot.waitUntil(lambda: not window.layouts.is_running)
    assert set(chart.document.nodes) == {"n0"} and len(chart.document.history.done) == 2


QUITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor import app

def work():
    (window,) = [widget for widget in app.QApplication.topLevelWidgets() if isinstance(widget, app.MainWindow)]
    window.edits.select_all()
    window.clipboard.copy()
    QTimer.singleShot(0, window.close)

QTimer.singleShot(0, work)
sys.exit(app.run([Path(sys.argv[1])]))
"""


def test_quitting_after_a_copy_ends_well(new_file: Make) -> None:
    done = subprocess.run([sys.executable, "-c", QUITTING, str(new_file("a.graphml"))], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_was_copied_stays_when_the_window_closes(window: MainWindow, chart: ChartPage) -> None:
    chart.canvas.select(["n0", "n1"])
    window.clipboard.copy()
    window.close()
    data = QApplication.clipboard().mimeData()
    assert type(data) is QMimeData and data.text() == "Ledning\n\tStab\n" and not data.imageData().isNull()
    assert read_graphml(bytes(data.data("application/graphml+xml").data())).document.nodes["n0"].name == "Ledning"
