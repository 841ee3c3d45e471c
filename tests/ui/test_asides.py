"""The panes on the right: questions, hints and history, in step with document and selection."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from editor.graphml.reading import read_graphml
from editor.model import commands
from editor.model.document import Document
from editor.ui.asides.deck import AsideDeck
from editor.ui.dialogs import asking
from editor.ui.surroundings import Surroundings

SAMPLE = Path(__file__).parents[2] / "samples" / "hassleholm.graphml"


@pytest.fixture
def document() -> Document:
    return read_graphml(SAMPLE.read_bytes()).document


@pytest.fixture
def deck(qtbot: QtBot, shared: Surroundings, document: Document) -> Iterator[AsideDeck]:
    made = AsideDeck(shared)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show_document(document)
    made.show()
    yield made
    made.show_document(None)


def test_a_question_in_words_is_answered(deck: AsideDeck, qtbot: QtBot) -> None:
    deck.show_aside("questions")
    deck.questions.field.setText("Vem leder staben?")
    qtbot.keyClick(deck.questions.field, Qt.Key.Key_Return)
    (entry,) = deck.questions.list.entries
    assert "Kommunchef leder Staben" in entry.text
    assert "Johan Eriksson" in entry.detail and "stycke 11" in entry.detail


def test_a_change_changes_the_answer_to_the_next_question(deck: AsideDeck, document: Document) -> None:
    deck.show_aside("questions")
    deck.questions.field.setText("Vem leder staben?")
    deck.questions.refresh()
    assert "Kommunchef leder Staben" in deck.questions.list.entries[0].text
    with document.transaction("rename") as step:
        step.update("kommunchef", name="Kommundirektör")
    deck.questions.refresh()
    assert "Kommundirektör leder Staben" in deck.questions.list.entries[0].text


def test_choosing_an_answer_asks_for_its_elements(deck: AsideDeck, qtbot: QtBot) -> None:
    deck.show_aside("questions")
    deck.questions.field.setText("Vem leder staben?")
    deck.questions.refresh()
    with qtbot.waitSignal(deck.wanted) as wanted:
        deck.questions.list.chosen.emit(list(deck.questions.list.entries[0].ids))
    assert wanted.args == [["kommunchef", "kommunchef-leads-staben"]]


def test_silence_and_what_is_no_question(deck: AsideDeck) -> None:
    deck.show_aside("questions")
    for asked, said in (("Vem är personalchef?", "Framgår inte."), ("hej på dig", "kan inte tolkas")):
        deck.questions.field.setText(asked)
        deck.questions.refresh()
        assert said in deck.questions.said
        assert deck.questions.list.entries == []


def test_what_is_said_of_the_thing_named_stands_below_not_stated(deck: AsideDeck) -> None:
    deck.show_aside("questions")
    deck.questions.field.setText("Vad tjänar kommunchefen?")
    deck.questions.refresh()
    said = deck.questions.said.casefold()
    assert said.startswith("framgår inte") and "inget svar på frågan, men det här står" in said
    assert any("Kommunchef leder Staben" in entry.text for entry in deck.questions.list.entries)
    assert {entry.heading for entry in deck.questions.list.entries} == {""}


def test_the_selection_is_told_of_without_a_question(deck: AsideDeck, qtbot: QtBot) -> None:
    deck.show_aside("questions")
    deck.show_selection(["staben"])
    qtbot.waitUntil(lambda: deck.questions.said == "Om Staben")
    assert any("leder Staben" in entry.text for entry in deck.questions.list.entries)
    deck.show_selection([])
    qtbot.waitUntil(lambda: deck.questions.list.entries == [])


def test_hints_follow_the_document(deck: AsideDeck, document: Document, qtbot: QtBot, shared: Surroundings) -> None:
    deck.show_aside("hints")
    assert deck.hints.list.entries == []
    commands.add(document, shared.vocabulary, "post", "Vice chef", None, "Lägg till")
    qtbot.waitUntil(lambda: len(deck.hints.list.entries) == 1)
    assert "Vice chef" in deck.hints.list.entries[0].text
    document.undo()
    qtbot.waitUntil(lambda: deck.hints.list.entries == [])


def test_a_step_in_the_history_is_a_way_to_go_there(deck: AsideDeck, document: Document, qtbot: QtBot) -> None:
    for name in ("ett", "två", "tre"):
        commands.rename(document, "staben", name, f"Byt namn till {name}")
    deck.show_aside("history")
    assert deck.history.rows[1:] == ["Byt namn till ett", "Byt namn till två", "Byt namn till tre"]
    shown = deck.history.findChild(QListWidget)
    shown.itemActivated.emit(shown.item(1))
    assert document.nodes["staben"].name == "ett"
    shown.itemActivated.emit(shown.item(3))
    assert document.nodes["staben"].name == "tre"
    shown.itemActivated.emit(shown.item(0))
    assert document.history.is_saved
    assert len(deck.history.rows) == 4


def test_every_pane_has_its_words_in_both_languages(deck: AsideDeck, shared: Surroundings) -> None:
    deck.show_aside("hints")
    shared.language.choose("en")
    deck.retell()
    deck.show_aside("questions")
    assert deck.questions.field.placeholderText().startswith("Ask a question")
    deck.questions.field.setText("Who leads Staben?")
    deck.questions.refresh()
    assert "Kommunchef leads Staben" in deck.questions.list.entries[0].text


def test_a_document_that_was_left_is_not_listened_to(deck: AsideDeck, document: Document, qtbot: QtBot) -> None:
    deck.show_aside("history")
    deck.show_document(Document())
    qtbot.waitUntil(lambda: len(deck.history.rows) == 1)
    commands.rename(document, "staben", "X", "Byt namn")
    qtbot.wait(250)
    assert len(deck.history.rows) == 1


def test_changes_between_the_days_that_matter(deck: AsideDeck, qtbot: QtBot, shared: Surroundings) -> None:
    deck.show_aside("changes")
    assert (deck.changes.before.currentText(), deck.changes.after.currentText()) == (
        "31 december 2008",
        "1 januari 2009",
    )
    assert any("slås samman till" in entry.text for entry in deck.changes.list.entries)
    deck.changes.after.setEditText("31 december 2008")
    qtbot.waitUntil(lambda: deck.changes.list.entries == [])
    assert "Ingen skillnad" in deck.changes.said
    deck.changes.after.setEditText("i morgon")
    qtbot.waitUntil(lambda: "Skriv två dagar" in deck.changes.said)
    deck.changes.after.setEditText("hösten 2009")
    qtbot.waitUntil(lambda: bool(deck.changes.list.entries))
    shared.language.choose("en")
    deck.retell()
    assert any("are merged into" in entry.text for entry in deck.changes.list.entries)


def test_changes_since_another_file(deck: AsideDeck, document: Document, tmp_path: Path) -> None:
    commands.rename(document, "staben", "Kansliet", "Byt namn")
    deck.show_aside("changes")
    deck.changes.compare_with(SAMPLE)
    assert [entry.text for entry in deck.changes.list.entries] == ["Staben byter namn till Kansliet."]
    assert "staben" in deck.changes.list.entries[0].ids
    assert deck.changes.said == "Sedan hassleholm.graphml"


def test_a_file_that_can_not_be_compared_with_is_told_of(
    deck: AsideDeck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(asking, "show_error", lambda _p, _w, headline, _error: told.append(headline))
    (tmp_path / "x.graphml").write_text("ingenting")
    deck.show_aside("changes")
    deck.changes.compare_with(tmp_path / "x.graphml")
    assert len(told) == 1 and "x.graphml" in told[0]
    assert deck.changes.list.entries, "the days are still compared"
