"""A table opened or dropped is asked about and becomes a chart, laid out; what can't be read is told."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.model.structure import Structure
from editor.ui.dialogs.import_table import ImportDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

TABLE = "Namn;Under;Slag\nKommunstyrelsen;;\nKontoret;Kommunstyrelsen;förvaltning\nStaben;Kontoret;stab\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "enheter.csv"
    path.write_text(TABLE, "utf-8")
    return path


def answering(act: str) -> None:
    """Press one of the dialog's buttons as soon as it is open."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        assert dialog.preview.topLevelItemCount() == 1
        dialog._finish(act) if act else dialog.reject()

    QTimer.singleShot(0, press)


def test_a_table_becomes_a_chart_that_is_laid_out(
    window: MainWindow, shared: Surroundings, table: Path, qtbot: QtBot
) -> None:
    answering("new")
    window.files.open_dropped([QUrl.fromLocalFile(str(table))])
    chart = window.chart
    assert chart is not None and chart.session.path is None
    qtbot.waitUntil(lambda: window.layouts.is_idle, timeout=20_000)
    structure = Structure(chart.document, shared.vocabulary)
    (root,) = structure.roots
    assert [chart.document.nodes[id].name for id in structure.branch(root)] == ["Kommunstyrelsen", "Kontoret", "Staben"]


def test_put_into_the_chart_it_is_one_step(window: MainWindow, table: Path) -> None:
    window.files.new()
    chart = window.chart
    assert chart is not None
    answering("insert")
    assert window.files.open_path(table)
    assert len(chart.document.nodes) == 3 and len(chart.document.history.done) == 1


def test_closed_without_an_answer_nothing_comes_of_it(window: MainWindow, table: Path) -> None:
    answering("")
    assert not window.files.open_path(table)
    assert window.chart is None


def test_an_empty_table_is_told(window: MainWindow, dialogs: Any, tmp_path: Path) -> None:
    path = tmp_path / "tom.csv"
    path.write_bytes(b"")
    assert not window.files.open_path(path)
    assert len(dialogs.errors) == 1


def test_thousands_of_rows_are_made_ready_beside_the_window_and_one_step(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "stor.csv"
    rows = (f"Enhet {number};Enhet {number // 6};{'x' * 90}" for number in range(1, 2500))
    path.write_text("\n".join(["Namn;Under;Anteckning", "Enhet 0;;", *rows]), "utf-8")
    window.files.new()
    chart = window.chart
    assert chart is not None
    turns: list[bool] = []
    clock = QTimer(window, interval=0)
    clock.timeout.connect(lambda: turns.append(QApplication.activeModalWidget() is None))
    clock.start()
    shown = QTimer(window, interval=5)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog) and dialog.made is not None:
            assert turns.count(True) > 2
            clock.stop()
            shown.stop()
            dialog._finish("insert")

    shown.timeout.connect(press)
    shown.start()
    assert window.files.open_path(path)
    assert len(chart.document.nodes) == 2500 and len(chart.document.edges) == 2499
    assert len(chart.document.history.done) == 1 and len(chart.canvas.selection()) == 2500
    chart.document.undo()
    assert not chart.document.nodes
