"""The field above the outline, and what is done to several rows at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.structure import Structure
from editor.ui.structure.model import FOUND_ROLE
from editor.ui.structure.pane import StructurePane
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document() -> Document:
    """Top over Left (over a, b, c, d) and Right; b over e."""
    tree = {"left": "top", "right": "top", "a": "left", "b": "left", "c": "left", "d": "left", "e": "b"}
    nodes = [Node(id, id.title(), order=number) for number, id in enumerate(["top", *tree])]
    nodes[-1] = Node("e", "E", kind="department", order=9, facts=Facts(tenures=(Tenure("Eva Ek"),)))
    return Document(nodes, [Edge(f"{up}-{down}", up, down, order=n) for n, (down, up) in enumerate(tree.items())])


@pytest.fixture
def pane(qtbot: QtBot, shared: Surroundings, document: Document) -> StructurePane:
    made = StructurePane(shared)
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show_document(document)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def rows(pane: StructurePane, parent: QModelIndex | None = None) -> list[str]:
    model, above = pane.model, parent if parent is not None else QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [model.id_of(index), *rows(pane, index)]
    return found


def sought(pane: StructurePane, text: str) -> None:
    pane.search.setFocus()
    pane.search.clear()
    QTest.keyClicks(pane.search, text)
    pane.search.tell()


def children(document: Document, pane: StructurePane, parent: str | None) -> list[str]:
    return Structure(document, pane._vocabulary).children.get(parent, [])


def test_what_is_typed_narrows_the_rows_and_keeps_those_above(pane: StructurePane) -> None:
    sought(pane, "ek ev")
    assert rows(pane) == ["top", "left", "b", "e"] and pane.model.found == ["e"]
    assert pane._count.text() == "1 av 8 rutor"
    assert pane.model.data(pane.model.index_of("b"), FOUND_ROLE) is False
    sought(pane, "avdelning")
    assert pane.model.found == ["e"], "the kind is searched too"
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert len(rows(pane)) == 8 and not pane.search.text()


def test_enter_goes_to_the_first_row_found_and_up_comes_back(pane: StructurePane) -> None:
    sought(pane, "ri")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.tree.hasFocus() and pane.tree.chosen_ids() == ["right"]
    QTest.keyClick(pane.tree, Qt.Key.Key_Up)
    QTest.keyClick(pane.tree, Qt.Key.Key_Up)
    assert pane.search.hasFocus()


def test_nothing_found_is_said(pane: StructurePane) -> None:
    sought(pane, "finns inte")
    assert not pane.tree.isVisible() and pane._empty.isVisible() and "Ingen ruta" in pane._empty.text()
    assert pane.search.isVisible()


def test_what_is_selected_stays_so_while_its_row_is_hidden(pane: StructurePane) -> None:
    told: list[list[str]] = []
    pane.show_selection(["a"])
    pane.chosen.connect(told.append)
    sought(pane, "eva")
    assert told == [] and pane.tree.chosen_ids() == []
    sought(pane, "")
    assert told == [] and pane.tree.chosen_ids() == ["a"]


def test_a_row_made_while_searching_is_seen(pane: StructurePane, document: Document) -> None:
    sought(pane, "right")
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    (field,) = pane.tree.findChildren(QLineEdit)
    QTest.keyClicks(field, "Nytt")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.qWait(1)
    new = children(document, pane, "top")[-1]
    assert document.nodes[new].name == "Nytt" and not pane.model.sought and new in rows(pane)


def test_several_rows_go_deeper_and_come_back_in_their_order(pane: StructurePane, document: Document) -> None:
    pane.tree.setFocus()
    pane.tree.choose({"b", "c", "e"})
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab)
    assert children(document, pane, "a") == ["b", "c"] and children(document, pane, "b") == ["e"]
    assert document.history.undo_name == "Flytta 2 rutor i strukturen"
    assert set(pane.tree.chosen_ids()) == {"b", "c", "e"}
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab, SHIFT)
    assert children(document, pane, "left") == ["a", "b", "c", "d"] and len(document.history.done) == 2


def test_rows_without_a_sibling_above_stay_where_they_are(pane: StructurePane, document: Document) -> None:
    pane.tree.setFocus()
    pane.tree.choose({"a", "b"})
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab)
    assert children(document, pane, "left") == ["a", "b", "c", "d"] and not document.history.done


def test_several_rows_are_dragged_and_deleted_whole(pane: StructurePane, document: Document) -> None:
    model = pane.model
    data = model.mimeData([model.index_of(id) for id in ("d", "b")])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of("right"))
    assert children(document, pane, "right") == ["b", "d"] and children(document, pane, "b") == ["e"]
    pane.read_again()
    pane.tree.setFocus()
    pane.tree.choose({"b", "c"})
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert not {"b", "c", "e"} & document.nodes.keys()
    assert document.history.undo_name == "Ta bort 3 element"


def test_a_copied_branch_is_indented_text_and_pasted_text_becomes_a_branch(
    window: MainWindow, new_file: Callable[[str], Path]
) -> None:
    window.files.open_path(new_file("a.graphml"))
    chart, pane = window.chart, window._panes.structure
    assert chart is not None
    window.actions_book["search_structure"].trigger()
    assert pane.search.hasFocus()
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    pane.tree.choose({"n0"})
    QTest.keyClick(pane.tree, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.strip() for line in lines] == ["Ledning", "Stab"] and lines[1] != lines[1].lstrip()
    pane.tree.choose({"n1"})
    QGuiApplication.clipboard().setText("Enhet\n\tGrupp ett\n\tGrupp två\n")
    QTest.keyClick(pane.tree, Qt.Key.Key_V, CTRL)
    structure = Structure(chart.document, window._surroundings.vocabulary)
    (unit,) = structure.children["n1"]
    assert chart.document.nodes[unit].name == "Enhet"
    assert [chart.document.nodes[id].name for id in structure.children[unit]] == ["Grupp ett", "Grupp två"]
    pane.read_again()
    pane.tree.choose({unit, "n1"})
    QTest.keyClick(pane.tree, Qt.Key.Key_X, CTRL)
    assert set(chart.document.nodes) == {"n0"}
    QTest.keyClick(pane.tree, Qt.Key.Key_V, CTRL)
    assert len(chart.document.nodes) == 5
