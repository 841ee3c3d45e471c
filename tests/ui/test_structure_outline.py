"""The outline beside the chart: its keys, its drags, and that it says what the chart says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.structure import Structure
from editor.ui.structure.model import ASIDE_ROLE, RELATIONS_ROLE
from editor.ui.structure.pane import StructurePane
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document() -> Document:
    """A leads B and C, and B leads D; D prepares matters for A."""
    holder = Facts(tenures=(Tenure("Ulla-Marie Hellenberg"),))
    nodes = [Node(id, f"Rutan {id}", order=number) for number, id in enumerate("abcd")]
    nodes[1] = Node("b", "Kommunstyrelsens ordförande", order=1, facts=holder)
    lines = [Edge("ab", "a", "b", order=0), Edge("ac", "a", "c", order=1), Edge("bd", "b", "d", order=2)]
    return Document(nodes, [*lines, Edge("da", "d", "a", kind="prepares_for", order=3)])


@pytest.fixture
def pane(qtbot, shared: Surroundings, document: Document) -> StructurePane:  # type: ignore[no-untyped-def]
    made = StructurePane(shared)
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show_document(document)
    made.show()
    qtbot.waitExposed(made)
    made.tree.setFocus()
    return made


def tree_of(document: Document, pane: StructurePane) -> dict[str, str | None]:
    return Structure(document, pane._vocabulary).parent


def stand_on(pane: StructurePane, id: str) -> None:
    pane.tree.setCurrentIndex(pane.model.index_of(id))


def field(pane: StructurePane) -> QLineEdit:
    (made,) = pane.tree.findChildren(QLineEdit)
    return made


def end_writing(pane: StructurePane) -> None:
    """Enter; Qt takes the text in once the key has been dealt with."""
    QTest.keyClick(field(pane), Qt.Key.Key_Return)
    QTest.qWait(1)


def test_typing_and_f2_rename_a_row_and_letters_are_no_commands(pane: StructurePane, document: Document) -> None:
    stand_on(pane, "c")
    QTest.keyClicks(pane.tree, "V")
    QTest.keyClicks(field(pane), "erksamheten")
    end_writing(pane)
    assert document.nodes["c"].name == "Verksamheten"
    QTest.keyClick(pane.tree, Qt.Key.Key_F2)
    QTest.keyClicks(field(pane), "Staben")
    QTest.keyClick(field(pane), Qt.Key.Key_Escape)
    assert document.nodes["c"].name == "Verksamheten"
    assert len(document.history.done) == 1


def test_enter_makes_a_sibling_that_follows_with_its_name_ready(pane: StructurePane, document: Document) -> None:
    stand_on(pane, "b")
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    QTest.keyClicks(field(pane), "Ny")
    end_writing(pane)
    names = [document.nodes[id].name for id in Structure(document, pane._vocabulary).children["a"]]
    assert names == ["Kommunstyrelsens ordförande", "Ny", "Rutan c"]


def test_tab_goes_deeper_and_shift_tab_comes_back(pane: StructurePane, document: Document) -> None:
    stand_on(pane, "c")
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab)
    assert tree_of(document, pane)["c"] == "b"
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab, SHIFT)
    assert tree_of(document, pane)["c"] == "a"
    assert pane.tree.currentIndex() == pane.model.index_of("c")
    document.undo()
    document.undo()
    assert tree_of(document, pane) == {"a": None, "b": "a", "c": "a", "d": "b"} and not document.history.done


def test_tab_in_a_name_keeps_the_name_and_goes_deeper(pane: StructurePane, document: Document) -> None:
    stand_on(pane, "c")
    QTest.keyClick(pane.tree, Qt.Key.Key_F2)
    QTest.keyClicks(field(pane), "Staben")
    QTest.keyClick(field(pane), Qt.Key.Key_Tab)
    assert document.nodes["c"].name == "Staben" and tree_of(document, pane)["c"] == "b"


def test_the_first_row_goes_no_deeper_and_a_top_row_no_higher(pane: StructurePane, document: Document) -> None:
    stand_on(pane, "b")
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab)
    stand_on(pane, "a")
    QTest.keyClick(pane.tree, Qt.Key.Key_Tab, SHIFT)
    assert document.history.done == ()


def test_delete_removes_the_chosen_rows_in_one_step(pane: StructurePane, document: Document) -> None:
    pane.tree.choose({"c", "d"})
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert set(document.nodes) == {"a", "b"} and len(document.history.done) == 1


def dragged(pane: StructurePane, *ids: str) -> QMimeData:
    return pane.model.mimeData([pane.model.index_of(id) for id in ids])


def test_a_drag_puts_a_branch_elsewhere_in_one_step_and_undo_brings_it_back(
    pane: StructurePane, document: Document
) -> None:
    move, data = Qt.DropAction.MoveAction, dragged(pane, "b", "d")
    assert pane.model.dropMimeData(data, move, -1, -1, pane.model.index_of("c"))
    assert tree_of(document, pane) == {"a": None, "b": "c", "c": "a", "d": "b"}
    document.undo()
    pane.read_again()
    assert pane.model.dropMimeData(dragged(pane, "c"), move, 0, 0, pane.model.index_of("a"))
    assert Structure(document, pane._vocabulary).children["a"] == ["c", "b"]
    assert len(document.history.done) == 1


def test_a_drag_into_its_own_branch_is_not_taken(pane: StructurePane, document: Document) -> None:
    move = Qt.DropAction.MoveAction
    for target in (pane.model.index_of("b"), pane.model.index_of("d")):
        assert not pane.model.dropMimeData(dragged(pane, "b"), move, -1, -1, target)
    assert not pane.model.canDropMimeData(QMimeData(), move, -1, -1, QModelIndex())
    assert document.history.done == ()


def test_a_row_dropped_on_the_ground_becomes_a_root(pane: StructurePane, document: Document) -> None:
    assert pane.model.dropMimeData(dragged(pane, "d"), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert tree_of(document, pane)["d"] is None


def test_relations_that_are_no_branches_are_said_in_words(pane: StructurePane) -> None:
    index = pane.model.index_of("d")
    assert pane.model.data(index, RELATIONS_ROLE) == "bereder ärenden till Rutan a"
    assert pane.model.data(pane.model.index_of("a"), RELATIONS_ROLE) == ""
    assert "bereder ärenden till Rutan a" in str(pane.model.data(index, int(Qt.ItemDataRole.ToolTipRole)))


def test_a_relation_of_a_file_is_said_in_one_line(pane: StructurePane, document: Document) -> None:
    with document.transaction("connect") as step:
        step.add(Edge("named", "d", "b", name="hämtar\nfiler", order=90.0))
        step.add(Edge("bare", "d", "c", order=91.0))
    said = str(pane.model.data(pane.model.index_of("d"), RELATIONS_ROLE))
    assert "hämtar filer → Kommunstyrelsens ordförande" in said and "\n" not in said and "→ Rutan c" in said


def test_a_name_keeps_its_room_and_its_holder_goes_below(pane: StructurePane) -> None:
    index = pane.model.index_of("b")
    assert pane.model.data(index, ASIDE_ROLE) == "Ulla-Marie Hellenberg"
    narrow = pane.tree.visualRect(index).height()
    pane.resize(700, 500)
    QTest.qWait(50)
    assert pane.tree.visualRect(index).height() < narrow


def test_both_ways_the_selection_is_the_same(window: MainWindow, new_file: Callable[[str], Path]) -> None:
    window.files.open_path(new_file("a.graphml"))
    chart, pane = window.chart, window._panes.structure
    assert chart is not None
    chart.canvas.select(["n0", "n1", "e0"])
    assert set(pane.tree.chosen_ids()) == {"n0", "n1"} and chart.canvas.selection() == {"n0", "n1", "e0"}
    pane.tree.setCurrentIndex(pane.model.index_of("n1"))
    assert chart.canvas.selection() == {"n1"}
    chart.canvas.select([])
    assert pane.tree.chosen_ids() == []


@pytest.fixture
def many(pane: StructurePane) -> list[str]:
    """The ids of ten thousand rows, which are shown."""
    nodes = [Node(f"n{number}", str(number), order=number) for number in range(10_000)]
    pane.show_document(Document(nodes, []))
    return [node.id for node in nodes]


def test_ten_thousand_rows_are_chosen_without_asking_qt_for_each(pane: StructurePane, many: list[str]) -> None:
    pane.show_selection(many)
    assert set(pane.tree.chosen_ids()) == set(many)
    assert not pane.tree.selectionModel().hasSelection()
    pane.show_selection(["n7", "n8"])
    assert set(pane.tree.chosen_ids()) == {"n7", "n8"}


def test_many_chosen_rows_look_chosen(pane: StructurePane, many: list[str]) -> None:
    def picture() -> object:
        return pane.tree.viewport().grab().toImage()

    pane.show_selection(many[:5])
    few = picture()
    pane.show_selection([])
    assert picture() != few
    pane.show_selection(many[:5] + many[1000:2000])
    assert picture() == few


def test_all_rows_by_key_and_one_of_them_taken_out_by_ctrl(pane: StructurePane, many: list[str]) -> None:
    told: list[list[str]] = []
    pane.chosen.connect(told.append)
    pane.chosen.connect(pane.show_selection)
    stand_on(pane, "n0")
    QTest.keyClick(pane.tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(told[-1]) == set(many)
    place = pane.tree.visualRect(pane.model.index_of("n2")).center()
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert set(told[-1]) == set(many) - {"n2"} == set(pane.tree.chosen_ids())
    QTest.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told[-1] == ["n2"] == pane.tree.chosen_ids()
