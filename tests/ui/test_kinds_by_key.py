"""Kinds and relations without the mouse: from the command palette, and by the name that a new box gets."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.ui.dialogs.command_palette import CommandPalette
from editor.ui.dialogs.connect import ConnectDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def chart(window: MainWindow, new_file: Callable[[str], Path]) -> ChartPage:
    assert window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    return window.chart


def chosen_by_typing(window: MainWindow, shared: Surroundings, text: str) -> None:
    search = CommandPalette(window, window.actions_book, shared)
    search.edit.setText(text)
    assert search._found, text
    search._found[0].does()
    search.deleteLater()


def test_a_kind_typed_in_the_palette_is_given_to_all_that_is_selected(
    window: MainWindow, shared: Surroundings, chart: ChartPage
) -> None:
    document = chart.document
    chart.canvas.select(["n0", "n1"])
    chosen_by_typing(window, shared, "förvaltning")
    assert {node.kind for node in document.nodes.values()} == {"administration"}
    assert len(document.history.done) == 1
    chart.canvas.select(["n0"])
    chosen_by_typing(window, shared, "post kind")
    assert document.nodes["n0"].kind == "post"
    chart.canvas.select(["n0"])
    window.actions_book["select_relations"].trigger()
    assert chart.canvas.selection() == {"e0"}
    chosen_by_typing(window, shared, "ansvarar för")
    assert document.edges["e0"].kind == "responsible_for"
    assert document.nodes["n0"].kind == "post"


def test_no_kind_is_found_where_nothing_is_selected(window: MainWindow, shared: Surroundings, chart: ChartPage) -> None:
    chart.canvas.select([])
    search = CommandPalette(window, window.actions_book, shared)
    search.edit.setText("förtroendeuppdrag")
    assert search.titles == []
    search.deleteLater()


def test_several_boxes_are_connected_to_one_as_one_step(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = chart.document
    chart.canvas.select(["n0", "n1"])
    asked: list[str] = []

    def answer(dialog: ConnectDialog) -> int:
        asked.append(dialog.windowTitle())
        dialog.choose("n0")
        dialog.kinds.setCurrentIndex(dialog.kinds.findData("cooperates_with"))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(ConnectDialog, "exec", answer)
    window.actions_book["connect_to"].trigger()
    made = [edge for edge in document.edges.values() if edge.kind == "cooperates_with"]
    assert [(edge.source, edge.target) for edge in made] == [("n1", "n0")] and asked
    assert len(document.history.done) == 1 and chart.canvas.selection() == {made[0].id}


def test_headings_among_the_kinds_of_relation_cannot_be_chosen(
    window: MainWindow, shared: Surroundings, chart: ChartPage
) -> None:
    dialog = ConnectDialog(window, chart.document, shared.vocabulary, shared.language, ["n0"])
    dialog.choose("n1")
    model = dialog.kinds.model()
    rows = [model.index(row, 0) for row in range(dialog.kinds.count())]
    usable = [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled and row.data(Qt.ItemDataRole.UserRole)]
    assert len(usable) == len(shared.vocabulary.relations)
    headings = [row for row in rows if row.data() and row.data(Qt.ItemDataRole.UserRole) is None]
    assert len(headings) == len(shared.vocabulary.meanings)
    assert not any(row.flags() & Qt.ItemFlag.ItemIsSelectable for row in headings)
    dialog.deleteLater()


@pytest.mark.parametrize("pane", ["chart", "outline"])
def test_a_new_box_is_what_its_name_says_and_one_renamed_stays_what_it_is(
    qtbot: QtBot, window: MainWindow, chart: ChartPage, pane: str
) -> None:
    window.show()
    document = chart.document
    chart.canvas.select(["n1"])
    if pane == "chart":
        chart.canvas.setFocus()
        chart.canvas.machine.add_sibling()
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText("Socialnämnden")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        outline = window._panes.structure
        outline.tree.setCurrentIndex(outline.model.index_of("n1"))
        outline.add_sibling()
        outline.model.setData(outline.tree.currentIndex(), "Socialnämnden", Qt.ItemDataRole.EditRole)
    (new,) = (node for node in document.nodes.values() if node.name == "Socialnämnden")
    assert new.kind == "committee"
    window._panes.structure._edits.rename(new.id, "Socialkontoret")
    assert document.nodes[new.id].kind == "committee"


def test_properties_are_entered_by_their_names_and_left_with_escape(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, chart: ChartPage
) -> None:
    window.show()
    chart.canvas.setFocus()
    chart.canvas.select(["n0"])
    window.toggle_aside("properties")
    assert not window.aside_dock.isVisible()
    chosen_by_typing(window, shared, "innehavare")
    field = window.focusWidget()
    assert window.is_aside_shown("properties") and field is not None and field.accessibleName() == "Innehavare"
    qtbot.keyClicks(field, "Kajsa")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert chart.canvas.hasFocus() and chart.document.nodes["n0"].facts.tenures[0].name == "Kajsa"
    chosen_by_typing(window, shared, "anteckning")
    field = window.focusWidget()
    assert field is not None and field.accessibleName() == "Anteckning" and field.isVisible()
    chosen_by_typing(window, shared, "lägg till uppgift")
    assert len(chart.document.nodes["n0"].facts.tasks) == 1


def test_ctrl_enter_adds_a_box_to_the_selection(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, chart: ChartPage
) -> None:
    chart.canvas.select(["n0"])
    search = CommandPalette(window, window.actions_book, shared)
    search.open()  # as a dialog that keeps the window's shortcuts away
    search.edit.setText("stab")
    while search.chosen is not None and search.chosen.id != "n1":
        qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert search._chosen is not None
    search._chosen()
    search.deleteLater()
    assert chart.canvas.selection() == {"n0", "n1"}


def test_boxes_of_one_name_are_told_apart_by_their_dates(
    window: MainWindow, shared: Surroundings, chart: ChartPage
) -> None:
    with chart.document.transaction("end") as step:
        node = chart.document.nodes["n0"]
        step.update("n1", name=node.name)
        step.update("n0", facts=msgspec.structs.replace(node.facts, end="2008-12-31"))
    search = CommandPalette(window, window.actions_book, shared)
    search.edit.setText("ledning")
    asides = {hit.id: hit.aside for hit, _ in search._offered if hit.id}
    assert "2008" in asides["n0"] and "2008" not in asides["n1"]
    search.deleteLater()
    dialog = ConnectDialog(window, chart.document, shared.vocabulary, shared.language, ["n1"])
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert any("2008" in text for text in texts) and not all("2008" in text for text in texts)
    dialog.deleteLater()
