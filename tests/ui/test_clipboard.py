"""Cut, copy and paste between charts, with the outline, with other programs, and of nonsense."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.graphml.reading import read_graphml
from editor.model.structure import Structure
from editor.ui.commands.clipboard_formats import GRAPHML, PNG, SVG
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def chart(window: MainWindow, new_file: Callable[[str], Path]) -> ChartPage:
    assert window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    return window.chart


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.chart.canvas if window.chart else window, key, CTRL)


def on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_a_copy_is_graphml_pictures_and_text_at_once(window: MainWindow, chart: ChartPage) -> None:
    chart.canvas.select(["n0", "n1"])
    press(window, Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert read_graphml(bytes(data.data(GRAPHML).data())).document.nodes["n0"].name == "Ledning"
    assert bytes(data.data(SVG).data()).startswith(b"<") and bytes(data.data(PNG).data()).startswith(b"\x89PNG")
    assert data.text() == "Ledning\n\tStab\n"
    assert not data.imageData().isNull()


def test_paste_into_another_chart_and_take_it_back(window: MainWindow, chart: ChartPage) -> None:
    chart.canvas.select(["n0", "n1"])
    press(window, Qt.Key.Key_C)
    window.files.new()
    other = window.chart
    assert other is not None and other is not chart
    window.clipboard.paste()
    window.clipboard.paste()
    assert [node.name for node in other.document.nodes.values()] == ["Ledning", "Stab"] * 2
    assert len(other.document.edges) == 2 and len(other.canvas.selection()) == 2
    assert other.document.history.undo_name == "Klistra in 2 rutor"
    other.document.undo()
    other.document.undo()
    assert not other.document.nodes


def test_what_was_pasted_is_selected_in_the_outline_as_well(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    chart.canvas.select(["n0", "n1"])
    window.clipboard.copy()
    window.clipboard.paste()
    pasted = chart.canvas.selection() & set(chart.document.nodes)
    assert len(pasted) == 2 and not pasted & {"n0", "n1"}
    qtbot.waitUntil(lambda: set(window._panes.structure.tree.chosen_ids()) == pasted)


def test_cut_is_one_step_and_paste_brings_everything_back(window: MainWindow, chart: ChartPage) -> None:
    before = chart.document.nodes["n1"]
    chart.canvas.select(["n1"])
    press(window, Qt.Key.Key_X)
    assert set(chart.document.nodes) == {"n0"} and not chart.document.edges
    window.clipboard.paste()
    (new,) = chart.canvas.selection()
    after = chart.document.nodes[new]
    assert (after.name, after.look, after.facts) == (before.name, before.look, before.facts)
    chart.document.undo()
    chart.document.undo()
    assert set(chart.document.nodes) == {"n0", "n1"} and len(chart.document.edges) == 1


def test_a_duplicate_stands_free_beside_and_leaves_the_clipboard_alone(window: MainWindow, chart: ChartPage) -> None:
    on_clipboard("kvar")
    chart.canvas.select(["n0", "n1"])
    press(window, Qt.Key.Key_D)
    boxes = [node.box for node in chart.document.nodes.values() if node.box is not None]
    assert len(boxes) == 4 and not any(a.overlaps(b) for a in boxes for b in boxes if a is not b)
    assert QGuiApplication.clipboard().text() == "kvar"


def test_indented_lines_become_a_branch_of_the_selected_box(
    window: MainWindow, chart: ChartPage, shared: Surroundings
) -> None:
    chart.canvas.select(["n1"])
    on_clipboard("Enhet A\n  Grupp\nEnhet B\n")
    window.clipboard.paste()
    structure = Structure(chart.document, shared.vocabulary)
    new = {chart.document.nodes[id].name: id for id in chart.canvas.selection()}
    assert structure.parent[new["Enhet A"]] == structure.parent[new["Enhet B"]] == "n1"
    assert structure.parent[new["Grupp"]] == new["Enhet A"]


def test_rows_of_the_outline_are_cut_with_their_branch_and_hung_elsewhere(
    window: MainWindow, chart: ChartPage, shared: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.clipboard, "_in_outline", lambda: True)
    chart.canvas.select(["n0"])
    window.clipboard.copy()
    assert QGuiApplication.clipboard().text() == "Ledning\n\tStab\n"
    chart.canvas.select(["n1"])
    window.clipboard.paste()
    structure = Structure(chart.document, shared.vocabulary)
    assert len(structure.branch("n1")) == 3


@pytest.mark.parametrize("text", ["", "\x00\x01", "<?xml version='1.0'?><kladd/>", "<graphml", "--- ***"])
def test_nonsense_is_told_and_changes_nothing(window: MainWindow, chart: ChartPage, text: str) -> None:
    data = QMimeData()
    data.setData("application/x-unknown", QByteArray(b"?"))
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    window.clipboard.paste()
    assert chart.notices.isVisible() and len(chart.document.nodes) == 2
    assert chart.document.history.undo_name is None


def test_ten_thousand_rows(window: MainWindow, chart: ChartPage) -> None:
    on_clipboard("".join("\t" * (n % 6) + f"Rad {n}\n" for n in range(10_000)))
    chart.canvas.select([])
    window.clipboard.paste()
    assert len(chart.document.nodes) == 10_002
