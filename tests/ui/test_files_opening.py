"""Opening by dialog, argument, drop and the recent list; what can't be opened is said, and nothing else changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor import app
from editor.storage.packaged import load_samples
from editor.ui.commands.reading_job import ReadingDialog
from editor.ui.start.page import StartPage
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]
as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def names(window: MainWindow) -> list[str]:
    return [chart.session.name for chart in window.charts]


def drop(window: MainWindow, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(90, 90), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(90, 90), Qt.DropAction.CopyAction, data, left, none))


def test_the_dialog_opens_each_file_chosen(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    dialogs.to_open = [new_file("a.graphml"), new_file("b.graphml")]
    window.files.open()
    assert names(window) == ["a.graphml", "b.graphml"]
    assert len(window.charts[0].document.nodes) == 2


def test_a_cancelled_dialog_opens_nothing(window: MainWindow) -> None:
    window.files.open()
    assert window.chart is None and not window.charts


def test_files_given_as_arguments(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, new_file: Make) -> None:
    application = app.application()
    shown: list[MainWindow] = []

    def run_loop() -> int:
        shown.extend(window for window in application.topLevelWidgets() if isinstance(window, MainWindow))
        return 0

    monkeypatch.setattr(app.sys, "excepthook", app.sys.excepthook)
    monkeypatch.setattr(type(application), "exec", staticmethod(run_loop))
    assert app.run([new_file("a.graphml"), new_file("b.graphml")]) == 0
    assert [names(window) for window in shown if window.isVisible()] == [["a.graphml", "b.graphml"]]
    assert not any(window.findChild(StartPage).cards for window in shown), "the start page is not made first"
    for window in shown:
        window.close()


def test_without_a_file_that_opens_there_is_the_start_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, dialogs, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    application = app.application()
    shown: list[bool] = []

    def run_loop() -> int:
        windows = [window for window in application.topLevelWidgets() if isinstance(window, MainWindow)]
        shown.extend(window.findChild(StartPage).isVisible() for window in windows if window.isVisible())
        for window in windows:
            window.close()
        return 0

    monkeypatch.setattr(app.sys, "excepthook", app.sys.excepthook)
    monkeypatch.setattr(type(application), "exec", staticmethod(run_loop))
    for files in ([], [tmp_path / "gone.graphml"]):
        assert app.run(files) == 0
    assert shown == [True, True] and len(dialogs.errors) == 1


def test_a_file_dropped_on_the_window(qtbot: QtBot, window: MainWindow, new_file: Make) -> None:
    drop(window, [QUrl.fromLocalFile(str(new_file("å.graphml")))])
    qtbot.waitUntil(lambda: names(window) == ["å.graphml"])


def test_an_address_dropped_on_the_window_is_refused_in_words(qtbot: QtBot, window: MainWindow, dialogs) -> None:  # type: ignore[no-untyped-def]
    drop(window, [QUrl("https://example.org/a.graphml")])
    qtbot.waitUntil(lambda: bool(dialogs.errors))
    assert "example.org" in dialogs.errors[0][1].where
    assert not window.charts


def test_the_recent_files_open_from_the_menu(window: MainWindow, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    window.close_current()
    menu = QMenu(window)
    window.files.fill_recent(menu)
    menu.actions()[0].trigger()
    assert names(window) == ["a.graphml"]


def test_a_recent_file_that_is_gone_is_said_and_taken_off_the_list(
    window: MainWindow, shared: Surroundings, dialogs, new_file: Make
) -> None:  # type: ignore[no-untyped-def]
    path = new_file("a.graphml")
    window.files.open_path(path)
    window.close_current()
    menu = QMenu(window)
    window.files.fill_recent(menu)
    path.unlink()
    menu.actions()[0].trigger()
    assert str(path) == dialogs.errors[0][1].where
    assert "listan" in dialogs.errors[0][1].line("sv") and "list" in dialogs.errors[0][1].line("en")
    assert path not in shared.choices.remembered
    assert window.chart is None


def test_a_file_opened_twice_comes_forward(window: MainWindow, new_file: Make, tmp_path: Path) -> None:
    first, other = new_file("a.graphml"), new_file("b.graphml")
    window.files.open_path(first)
    window.files.open_path(other)
    (tmp_path / "link.graphml").symlink_to(first)
    assert window.files.open_path(tmp_path / "link.graphml")
    assert names(window) == ["a.graphml", "b.graphml"]
    assert window.chart is window.charts[0]
    window.show_start()
    assert window.files.open_path(other)
    assert window.chart is window.charts[1]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<graphml",
        b"not xml",
        b"\xff\xfe\x00",
        b"<html/>",
        b"\x1f\x8b\x08nonsense",
        b"<?xml version='1.0'?><a>&b;</a>",
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_bad_file_changes_nothing(window: MainWindow, dialogs, new_file: Make, data: bytes, lang: str) -> None:  # type: ignore[no-untyped-def]
    window.program.choose_language(lang)
    window.files.open_path(new_file("good.graphml"))
    bad = new_file("bad.graphml")
    bad.write_bytes(data)
    title = window.windowTitle()
    assert not window.files.open_path(bad)
    headline, error = dialogs.errors[0]
    assert "bad.graphml" in headline and error.what[lang] and error.advice[lang]
    assert names(window) == ["good.graphml"] and window.windowTitle() == title
    assert bad.read_bytes() == data


def test_a_folder_and_a_missing_file_are_refused(window: MainWindow, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert not window.files.open_path(tmp_path)
    assert not window.files.open_path(tmp_path / "nowhere.graphml")
    assert len(dialogs.errors) == 2


@pytest.mark.skipif(as_root, reason="root may read everything")
def test_a_file_that_may_not_be_read(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = new_file("closed.graphml")
    path.chmod(0)
    assert not window.files.open_path(path)
    assert "läsa" in dialogs.errors[0][1].line("sv")


def large_file(path: Path, boxes: int = 4000) -> Path:
    row = (
        '<node id="n{0}"><data key="d0"><y:ShapeNode><y:Geometry height="30" width="90" x="{0}00" y="{0}"/>'
        "<y:NodeLabel>Ruta {0}</y:NodeLabel></y:ShapeNode></data></node>\n"
    )
    head = (
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
        b'<key for="node" id="d0" yfiles.type="nodegraphics"/><graph id="G" edgedefault="directed">'
    )
    path.write_bytes(head + "".join(map(row.format, range(boxes))).encode() + b"</graph></graphml>")
    return path


def test_a_large_file_is_read_while_the_window_lives(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.commands.reading_job.PATIENCE_MS", 0)
    steps: list[int] = []
    init = ReadingDialog.__init__

    def watched(dialog: ReadingDialog, *given: object) -> None:
        init(dialog, *given)  # type: ignore[arg-type]
        dialog.bar.valueChanged.connect(steps.append)

    monkeypatch.setattr(ReadingDialog, "__init__", watched)
    assert window.files.open_path(large_file(tmp_path / "large.graphml"))
    assert window.chart is not None and len(window.chart.document.nodes) == 4000
    assert len(steps) > 3 and steps == sorted(steps) and steps[-1] > 90
    assert window.chart.canvas.scene.block("n1") is not None


def test_reading_a_large_file_can_be_stopped(
    qtbot: QtBot, window: MainWindow, dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("editor.ui.commands.reading_job.PATIENCE_MS", 0)
    monkeypatch.setattr(ReadingDialog, "showEvent", lambda dialog, _event: dialog.reject())
    assert not window.files.open_path(large_file(tmp_path / "large.graphml", 20_000))
    assert not window.charts and not dialogs.errors


def test_a_large_file_that_is_broken_at_its_end(window: MainWindow, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = large_file(tmp_path / "large.graphml")
    path.write_bytes(path.read_bytes()[:-20])
    assert not window.files.open_path(path)
    assert len(dialogs.errors) == 1


def test_every_sample_opens_as_a_copy(window: MainWindow) -> None:
    for sample in load_samples():
        assert window.files.open_sample(sample)
        assert window.chart is not None and window.chart.session.path is None
        assert window.chart.document.nodes
