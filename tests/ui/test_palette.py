"""Kinds are dragged from the palette onto the chart, or added by keys; text dropped on the chart becomes boxes."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from editor.canvas.drops import KIND_MIME
from editor.model.structure import Structure
from editor.ui.palette import KIND_ROLE, Palette
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow


def opened(window: MainWindow) -> ChartPage:
    window.files.new()
    assert window.chart is not None
    return window.chart


def drop(chart: ChartPage, data: QMimeData, at: QPoint) -> bool:
    """Drag over the chart and let go; whether it was taken."""
    view = chart.canvas.viewport()
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at, *held)
    chart.canvas.dragEnterEvent(enter)
    if enter.isAccepted():
        chart.canvas.dropEvent(QDropEvent(QPointF(at), *held, QEvent.Type.Drop))
    assert view.isVisible()
    return enter.isAccepted()


def kind_data(kind: str) -> QMimeData:
    data = QMimeData()
    data.setData(KIND_MIME, QByteArray(kind.encode()))
    return data


def test_a_kind_dropped_on_the_ground_stands_there_ready_to_be_named(window: MainWindow) -> None:
    chart = opened(window)
    assert drop(chart, kind_data("committee"), QPoint(300, 200))
    (node,) = chart.document.nodes.values()
    assert node.kind == "committee" and node.box is not None
    chart.canvas.settle()
    assert len(chart.document.history.done) == 1


def test_dropped_on_a_box_it_hangs_under_it(window: MainWindow, shared: Surroundings) -> None:
    chart = opened(window)
    drop(chart, kind_data("committee"), QPoint(300, 200))
    chart.canvas.settle()
    (upper,) = chart.document.nodes
    drop(chart, kind_data("administration"), QPoint(300, 200))
    chart.canvas.settle()
    (lower,) = set(chart.document.nodes) - {upper}
    assert Structure(chart.document, shared.vocabulary).parent[lower] == upper


def test_indented_text_becomes_a_branch(window: MainWindow, shared: Surroundings) -> None:
    chart = opened(window)
    data = QMimeData()
    data.setText("Kommunstyrelsen\n\tKontoret\n\tStaben")
    assert drop(chart, data, QPoint(200, 100))
    structure = Structure(chart.document, shared.vocabulary)
    (root,) = structure.roots
    assert chart.document.nodes[root].name == "Kommunstyrelsen" and len(structure.children[root]) == 2
    assert len(chart.document.history.done) == 1


def test_what_is_neither_is_not_taken(window: MainWindow) -> None:
    chart = opened(window)
    assert not drop(chart, QMimeData(), QPoint(200, 100))
    assert not chart.document.nodes


def test_searching_and_enter_add_under_the_selection(window: MainWindow, qtbot: QtBot, shared: Surroundings) -> None:
    chart = opened(window)
    window.edits.add_box("executive_board")
    chart.canvas.settle()
    (board,) = chart.document.nodes
    chart.canvas.select([board])
    window.toggle_palette()
    palette = window.palette_dock.widget()
    assert isinstance(palette, Palette)
    palette.field.setText("nämnd")
    assert str(palette.list.currentItem().data(KIND_ROLE)) == "committee"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    chart.canvas.settle()
    assert [node.kind for node in chart.document.nodes.values()] == ["executive_board", "committee"]


def test_every_kind_that_is_offered_is_in_it_in_either_language(window: MainWindow, shared: Surroundings) -> None:
    opened(window)
    window.toggle_palette()
    palette = window.palette_dock.widget()
    assert isinstance(palette, Palette)
    for language in ("sv", "en"):
        shared.language.choose(language)
        rows = (palette.list.item(number) for number in range(palette.list.count()))
        kinds = [row.data(KIND_ROLE) for row in rows if row.data(KIND_ROLE)]
        assert sorted(kinds) == sorted(kind.id for kind in shared.vocabulary.kinds.values() if kind.palette)
