"""Several documents in one window: tabs, titles, a sample inserted, panes, layouts, and faults of ours."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.app import TroubleHook, surroundings
from editor.errors import UserError
from editor.storage.packaged import load_samples
from editor.storage.settings import Settings, save_settings
from editor.ui.dialogs import asking
from editor.ui.dialogs.message import Message
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]


def rename(window: MainWindow, name: str) -> None:
    assert window.chart is not None
    with window.chart.document.transaction("rename") as step:
        step.update("n0", name=name)


def tab_texts(window: MainWindow) -> list[str]:
    tabs = window._tabs
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_a_new_document_is_empty_and_says_what_to_do(window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None and not window.chart.document.nodes
    assert window.windowTitle() == "Namnlös[*] – Ledgraf"
    texts = [label.text() for label in window.chart.canvas.findChildren(QLabel) if label.isVisible()]
    assert any("Tryck Enter" in text for text in texts)


def test_each_document_has_its_own_tab_and_mark(window: MainWindow, new_file: Make) -> None:
    for name in ("a & b.graphml", "c.graphml"):
        window.files.open_path(new_file(name))
    rename(window, "Ny")
    assert tab_texts(window) == ["a && b.graphml", "• c.graphml"]
    assert window.isWindowModified() and window.windowTitle() == "c.graphml[*] – Ledgraf"
    window.step_tab(1)
    assert not window.isWindowModified() and window.windowTitle() == "a & b.graphml[*] – Ledgraf"
    window.step_tab(-1)
    window.edits.undo()
    assert tab_texts(window) == ["a && b.graphml", "c.graphml"]


def test_closing_one_leaves_the_others(qtbot: QtBot, window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    for name in ("a.graphml", "b.graphml", "c.graphml"):
        window.files.open_path(new_file(name))
        rename(window, name)
    window._tabs.setCurrentIndex(1)
    dialogs.on_unsaved = asking.Answer.DISCARD
    window.close_current()
    assert dialogs.saves_asked == ["b.graphml"]
    assert tab_texts(window) == ["• a.graphml", "• c.graphml"]
    assert all(chart.document.nodes["n0"].name == chart.session.name for chart in window.charts)
    window.close_current()
    window.close_current()
    assert window.chart is None and window.windowTitle() == "Ledgraf"


def test_a_sample_is_inserted_as_one_step(window: MainWindow, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    document = window.chart.document
    window.files.insert_sample(load_samples()[0])
    assert len(document.nodes) > 2 and len(document.history.done) == 1
    boxes = [node.box for node in document.nodes.values() if node.box is not None]
    assert boxes[2:] and min(box.y for box in boxes[2:]) > max(box.bottom for box in boxes[:2])
    window.files.insert_sample(load_samples()[0])
    assert len(document.history.done) == 2
    window.edits.undo()
    window.edits.undo()
    assert list(document.nodes) == ["n0", "n1"] and list(document.edges) == ["e0"]


def test_what_was_inserted_can_be_saved_and_read_again(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = new_file("a.graphml")
    window.files.open_path(path)
    window.files.insert_sample(load_samples()[0])
    assert window.chart is not None
    before = {id: node.name for id, node in window.chart.document.nodes.items()}
    assert window.files.save() and not dialogs.errors
    window.close_current()
    window.files.open_path(path)
    assert window.chart is not None
    assert {id: node.name for id, node in window.chart.document.nodes.items()} == before


def test_a_pane_that_was_closed_stays_closed(window: MainWindow, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.structure_dock.isVisible() and window.aside_dock.isVisible()
    window.actions_book["inspector"].trigger()
    window.show_start()
    assert not window.structure_dock.isVisible()
    window.files.open_path(new_file("b.graphml"))
    assert window.structure_dock.isVisible() and not window.aside_dock.isVisible()


def test_a_layout_is_one_step_and_can_be_undone(qtbot: QtBot, window: MainWindow, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    document = window.chart.document
    before = dict(document.nodes)
    window.actions_book["layout_right"].trigger()
    assert window.layouts.is_running and window.actions_book["stop_layout"].isEnabled()
    qtbot.waitUntil(lambda: document.history.undo_name is not None, timeout=20_000)
    assert len(document.history.done) == 1 and not window.layouts.is_running
    assert not window.actions_book["stop_layout"].isEnabled()
    right = {id: node.box for id, node in document.nodes.items()}
    assert right["n0"] is not None and right["n1"] is not None and right["n1"].x > right["n0"].right
    window.edits.undo()
    assert dict(document.nodes) == before


def with_engine(shared: Surroundings, tmp_path: Path, program: str) -> None:
    engine = tmp_path / "dot"
    engine.write_text(f"#!{sys.executable}\nimport sys, time\nsys.stdin.read()\n{program}\n")
    engine.chmod(0o755)
    shared.choices.change(engine=str(engine))


@pytest.fixture
def slow_window(qtbot: QtBot, shared: Surroundings, dialogs, tmp_path: Path):  # type: ignore[no-untyped-def]
    with_engine(shared, tmp_path, "time.sleep(60)")
    made = MainWindow(shared)
    made.show()
    yield made
    dialogs.on_unsaved = asking.Answer.DISCARD
    made.close()
    qtbot.waitUntil(lambda: made.layouts.is_idle)
    made.deleteLater()


def test_a_layout_can_be_stopped(qtbot: QtBot, slow_window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    slow_window.files.open_path(new_file("a.graphml"))
    assert slow_window.chart is not None
    before = dict(slow_window.chart.document.nodes)
    slow_window.layouts.lay_out("down")
    assert slow_window.status.stop.isVisible()
    slow_window.status.stop.click()
    assert not slow_window.layouts.is_running and not slow_window.status.stop.isVisible()
    assert "avbröts" in slow_window.statusBar().currentMessage()
    assert dict(slow_window.chart.document.nodes) == before and not dialogs.errors


def test_closing_a_chart_that_is_being_laid_out(qtbot: QtBot, slow_window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    slow_window.files.open_path(new_file("a.graphml"))
    slow_window.layouts.lay_out("down")
    slow_window.close_current()
    assert not slow_window.charts and not slow_window.layouts.is_running and not dialogs.errors


def test_an_engine_that_fails_is_said(
    qtbot: QtBot, shared: Surroundings, dialogs, tmp_path: Path, new_file: Make
) -> None:  # type: ignore[no-untyped-def]
    with_engine(shared, tmp_path, "sys.exit('syntax error')")
    made = MainWindow(shared)
    made.files.open_path(new_file("a.graphml"))
    made.layouts.lay_out("down")
    qtbot.waitUntil(lambda: bool(dialogs.errors), timeout=10_000)
    headline, error = dialogs.errors[0]
    assert headline and "Graphviz" in error.line("sv") and "Graphviz" in error.line("en")
    assert made.chart is not None and not made.chart.document.history.done and not made.layouts.is_running
    made.close()
    qtbot.waitUntil(lambda: made.layouts.is_idle)
    made.deleteLater()


def test_an_engine_that_is_missing_is_said(
    qtbot: QtBot, shared: Surroundings, dialogs, tmp_path: Path, new_file: Make
) -> None:  # type: ignore[no-untyped-def]
    shared.choices.change(engine=str(tmp_path / "nowhere" / "dot"))
    made = MainWindow(shared)
    made.files.open_path(new_file("a.graphml"))
    made.layouts.lay_out("down")
    qtbot.waitUntil(lambda: bool(dialogs.errors), timeout=10_000)
    assert dialogs.errors[0][1].advice["sv"] and not made.layouts.is_running
    made.close()
    qtbot.waitUntil(lambda: made.layouts.is_idle)
    made.deleteLater()


def test_a_file_without_places_is_shown_laid_out_and_stays_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "plain.graphml"
    path.write_bytes(
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
        b'<node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>'
    )
    window.files.open_path(path)
    assert window.chart is not None
    document = window.chart.document
    qtbot.waitUntil(lambda: all(node.box is not None for node in document.nodes.values()), timeout=10_000)
    assert window.chart.session.is_saved and window.chart.notices.isVisible()


def test_a_fault_of_ours_is_shown_once_and_the_document_is_kept(
    window: MainWindow,
    shared: Surroundings,
    new_file: Make,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window.files.open_path(new_file("a.graphml"))
    rename(window, "Min")
    shown: list[Message] = []
    monkeypatch.setattr(Message, "exec", lambda message: shown.append(message))
    hook = TroubleHook(shared.language)
    for _ in range(5):
        try:
            raise RuntimeError("a fault at every frame")
        except RuntimeError as error:
            hook(RuntimeError, error, error.__traceback__)
    assert len(shown) == 1
    details = shown[0].findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit) and "a fault at every frame" in details.toPlainText()
    copy = next(made for made in shown[0].findChildren(QPushButton) if made.text() == shared.language("button.copy"))
    copy.click()
    assert "a fault at every frame" in QApplication.clipboard().text()
    assert capsys.readouterr().err.count("Traceback") == 5
    assert window.chart is not None and window.chart.document.nodes["n0"].name == "Min"


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_error_has_its_reason_its_advice_and_a_copy(
    qtbot: QtBot, shared: Surroundings, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    shared.language.choose(lang)
    shown: list[Message] = []
    monkeypatch.setattr(Message, "exec", lambda message: shown.append(message))
    error = UserError({"sv": "Vad", "en": "What"}, {"sv": "Råd", "en": "Advice"}, "/a/b.graphml: 3")
    asking.show_error(None, shared.language, "Rubrik", error)
    next(made for made in shown[0].findChildren(QPushButton) if made.property("role") == "link").click()
    assert QApplication.clipboard().text() == f"Rubrik\n{error.what[lang]}\n{error.advice[lang]}\n/a/b.graphml: 3"


def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, shared: Surroundings, tmp_path: Path) -> None:
    first = MainWindow(shared)
    first.resize(780, 560)
    first.program.choose_theme("dark")
    first.program.choose_language("en")
    first.close()
    again = surroundings(shared.choices._path)
    assert again.appearance.is_dark and again.language.code == "en"
    second = MainWindow(again)
    second.restore_geometry()
    assert (second.width(), second.height()) == (780, 560)
    for made in (first, second):
        made.deleteLater()


def test_a_first_window_is_no_larger_than_the_screen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for screen, expected in ((QSize(1366, 768), QSize(1350, 720)), (QSize(2560, 1440), QSize(1440, 900))):
        monkeypatch.setattr(QScreen, "availableSize", lambda _self, size=screen: size)
        window.restore_geometry()
        assert window.size() == expected


def test_a_damaged_window_setting_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(window="zz-not-hex", export_format="hologram"))
    made = MainWindow(surroundings(path))
    made.restore_geometry()
    assert made.width() >= 760
    made.deleteLater()


def test_a_title_of_two_lines_is_one_line_in_tab_title_bar_and_status(window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None
    with window.chart.document.transaction("title") as step:
        step.set_info(title="Kommunens\nledning")
    assert window.chart.session.name == "Kommunens ledning"


def test_undoing_a_layout_shows_the_whole_chart_and_undoing_a_move_leaves_the_view(window: MainWindow) -> None:
    window.resize(1200, 800)
    window.show()
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    canvas, document = window.chart.canvas, window.chart.document
    canvas.fit()
    whole = canvas.camera.scale
    for spread in (1.0, 3.0):
        canvas.zoom_in()
        near = canvas.camera.scale
        with document.transaction("move") as step:
            for node in list(document.nodes.values()):
                if node.box is not None:
                    step.update(node.id, box=node.box.moved(node.box.x * (spread - 1) + 8, 0))
        window.edits.undo()
        assert canvas.camera.scale == pytest.approx(near if spread == 1.0 else whole)


def test_the_zoom_of_a_new_chart_and_of_each_tab_is_shown(window: MainWindow, new_file: Make) -> None:
    window.files.new()
    assert window.status._zoom.text() == "100 %"
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    window.chart.canvas.set_zoom(0.5)
    assert window.status._zoom.text() == "50 %"
    window.step_tab(-1)
    assert window.status._zoom.text() == "100 %"
