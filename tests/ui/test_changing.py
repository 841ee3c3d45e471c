"""Changes from a day on in the window: a small dialog, one undo step, old and new linked, errors in the dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.model.document import Document
from editor.model.records import Tenure
from editor.storage.packaged import load_samples
from editor.ui.dialogs.change import ChangeDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

Fills = Callable[[ChangeDialog], None]


@pytest.fixture
def chart(window: MainWindow) -> ChartPage:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    return window.chart


def answering(qtbot: QtBot, *fills: Fills) -> list[str]:
    """Fill in the dialog as soon as it is open, and press Enter after each; what it had to say against it."""
    told: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChangeDialog)
        for fill in fills:
            fill(dialog)
            qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
            told.append(dialog.trouble)
        if dialog.isVisible():
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, act)
    return told


def field(dialog: ChangeDialog, place: int = 0) -> QLineEdit:
    lines = [line for line in dialog.findChildren(QLineEdit) if line is not dialog.day.line]
    return [line for line in lines if not isinstance(line.parent(), QComboBox)][place]


def becoming(document: Document, old: str) -> list[str]:
    return [edge.target for edge in document.edges.values() if edge.kind == "becomes" and edge.source == old]


def by_name(document: Document, name: str) -> str:
    return next(id for id, node in document.nodes.items() if node.name == name)


def test_two_boxes_merge_as_one_step(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    chart.canvas.select(["medborgarservice", "staben"])

    def fill(dialog: ChangeDialog) -> None:
        field(dialog).setText("Kansliet")
        dialog.day.line.setText("1 juni 2010")

    told = answering(qtbot, fill)
    window.actions_book["merge"].trigger()
    assert told == [""]
    document = chart.document
    new = by_name(document, "Kansliet")
    assert becoming(document, "staben") == becoming(document, "medborgarservice") == [new]
    assert document.nodes["staben"].facts.end == "2010-05-31"
    assert document.nodes[new].facts.start == "2010-06-01"
    assert chart.canvas.selection() == {new}
    assert [step.name for step in document.history.done] == ["Slå samman till Kansliet"]
    document.undo()
    assert new not in document.nodes and document.nodes["staben"].facts.end is None


def test_what_stands_in_the_way_is_said_in_the_dialog(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    chart.canvas.select(["staben"])

    def no_day(dialog: ChangeDialog) -> None:
        dialog.day.line.setText("när som helst")

    def one_name(dialog: ChangeDialog) -> None:
        dialog.day.line.setText("2010-06-01")
        dialog.findChildren(QPlainTextEdit)[0].setPlainText("Norr")

    def too_early(dialog: ChangeDialog) -> None:
        dialog.findChildren(QPlainTextEdit)[0].setPlainText("Norr\n\n Söder ")
        dialog.day.line.setText("1999-01-01")

    told = answering(qtbot, no_day, one_name, too_early)
    window.actions_book["split"].trigger()
    assert "Skriv en dag" in told[0] and "minst två namn" in told[1] and "2009-01-01" in told[2]
    assert chart.document.history.undo_name is None
    assert not chart.document.in_transaction


def test_splitting_gives_the_names_their_boxes(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    chart.canvas.select(["staben"])

    def fill(dialog: ChangeDialog) -> None:
        dialog.findChildren(QPlainTextEdit)[0].setPlainText("Norr\n\n Söder ")
        dialog.day.line.setText("hösten 2010")

    answering(qtbot, fill)
    window.actions_book["split"].trigger()
    heirs = becoming(chart.document, "staben")
    assert [chart.document.nodes[id].name for id in heirs] == ["Norr", "Söder"]
    assert chart.document.nodes[heirs[0]].facts.start == "2010-23"


def test_a_person_known_in_another_post_is_the_same_unless_said_otherwise(
    window: MainWindow, chart: ChartPage, qtbot: QtBot
) -> None:
    document = chart.document
    posts = [node for node in document.nodes.values() if node.kind == "post"]
    first = next(node for node in posts if node.facts.tenures)
    other = next(node for node in posts if node.id != first.id)
    person = first.facts.tenures[0]
    for is_same in (True, False):
        chart.canvas.select([other.id])

        def fill(dialog: ChangeDialog, is_same: bool = is_same) -> None:
            field(dialog).setText(person.name)
            same = dialog.findChildren(QCheckBox)[0]
            assert same.isVisible() and person.name not in same.text()
            same.setChecked(is_same)
            dialog.day.line.setText("2012-01-01")

        answering(qtbot, fill)
        window.actions_book["appoint"].trigger()
        new = document.nodes[other.id].facts.tenures[-1]
        assert (new.name, new.start) == (person.name, "2012-01-01")
        shared = document.nodes[first.id].facts.tenures[0].person
        assert (new.person == shared and shared is not None) is is_same
        document.undo()


def test_a_post_is_left_and_says_so(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    post = next(node for node in chart.document.nodes.values() if node.kind == "post" and node.facts.tenures)
    chart.canvas.select([post.id])
    answering(qtbot, lambda dialog: dialog.day.line.setText("2012-01-01"))
    window.actions_book["vacate"].trigger()
    assert chart.document.nodes[post.id].facts.tenures[-1] == Tenure("", start="2012-01-01", status="vacant")
    assert not window.actions_book["vacate"].isEnabled(), "nobody is left to leave it"


def test_renaming_replacing_dissolving_and_moving_a_task(
    window: MainWindow, chart: ChartPage, qtbot: QtBot, shared: Surroundings
) -> None:
    document = chart.document
    owner = next(node for node in document.nodes.values() if any(task.end is None for task in node.facts.tasks))
    chart.canvas.select([owner.id])

    def to_the_staff(dialog: ChangeDialog) -> None:
        target = dialog.findChildren(QComboBox)[1]
        target.setCurrentIndex(target.findData("staben"))
        dialog.day.line.setText("2012-01-01")

    answering(qtbot, to_the_staff)
    window.actions_book["move_task"].trigger()
    assert document.nodes["staben"].facts.tasks[-1].start == "2012-01-01"
    for action, name in (("rename_from", "Kansliet"), ("dissolve", "")):

        def fill(dialog: ChangeDialog, name: str = name) -> None:
            if name:
                field(dialog).setText(name)
            dialog.day.line.setText("2012-02-01")

        chart.canvas.select(["staben"])
        answering(qtbot, fill)
        window.actions_book[action].trigger()
        assert document.nodes["staben"].facts.end == "2012-01-31"
        document.undo()


def test_the_commands_are_on_offer_where_they_make_sense(window: MainWindow, chart: ChartPage) -> None:
    book = window.actions_book
    chart.canvas.select(["staben"])
    assert not book["merge"].isEnabled() and book["split"].isEnabled() and not book["appoint"].isEnabled()
    chart.canvas.select(["staben", "medborgarservice"])
    assert book["merge"].isEnabled() and not book["split"].isEnabled() and book["dissolve"].isEnabled()
    chart.canvas.select([])
    assert not any(book[id].isEnabled() for id in ("merge", "split", "dissolve", "appoint", "vacate", "move_task"))
