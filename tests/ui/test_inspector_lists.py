"""Holders, tasks, sources and documents in the inspector: for one and for many, each change one named step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.ui.inspector.column import FieldColumn
from editor.ui.inspector.entry_list import Entry, EntryList
from editor.ui.inspector.fields import ChoiceField, TextField
from editor.ui.inspector.inspector import Inspector
from editor.ui.surroundings import Surroundings

EVA, ADA = Tenure("Eva Ek", start="2020"), Tenure("Ada Al", party="s", start="2024-01-01")
PLAN = Task("planera", sources=(Source("d", 3, "ska planera"),))


@pytest.fixture
def document() -> Document:
    nodes = [
        Node("f", "Ledningen", kind="shared_leadership", is_group=True, facts=Facts(tasks=(Task("leda"),))),
        Node("a", "Chefen", group="f", order=1, facts=Facts(tenures=(EVA, ADA), tasks=(PLAN,))),
        Node("b", "Vice", order=2, facts=Facts(tenures=(ADA,), tasks=(Task("rita"), PLAN))),
    ]
    edge = Edge("ab", "a", "b", facts=Facts(sources=(Source("d"),)))
    return Document(nodes, [edge], Info(documents=(SourceDocument("d", "Beslutet"), SourceDocument("x", "Annat"))))


@pytest.fixture
def inspector(qtbot: QtBot, shared: Surroundings, document: Document) -> Inspector:
    made = Inspector(shared)
    qtbot.addWidget(made)
    made.resize(280, 900)
    made.show_document(document)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def listed(inspector: Inspector, name: str) -> EntryList:
    assert inspector.page is not None
    return inspector.page.lists[name]


def opened(entry: Entry) -> FieldColumn:
    if not entry.is_open:
        QTest.mouseClick(entry.line, Qt.MouseButton.LeftButton)
    assert entry.form is not None
    return entry.form


def write(form: FieldColumn, field: str, text: str) -> None:
    made = form.fields[field]
    assert isinstance(made, TextField)
    made.edit.selectAll()
    QTest.keyClicks(made.edit, text)


def remove(entry: Entry) -> None:
    buttons = [made for made in opened(entry).findChildren(QPushButton) if made.text().startswith("Ta bort")]
    buttons[-1].click()


def names(document: Document, id: str) -> list[str]:
    return [tenure.name for tenure in document.nodes[id].facts.tenures]


def test_a_holder_is_changed_in_his_form_and_typing_is_one_step(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a"])
    first, second = listed(inspector, "tenures").entries
    form = opened(first)
    write(form, "person_name", "Eva Akers")
    write(form, "end", "2023-12-31")
    assert document.nodes["a"].facts.tenures[0] == Tenure("Eva Akers", start="2020", end="2023-12-31")
    assert [step.name for step in document.history.done] == ["Ändra namn", "Ändra gäller till"]
    assert first.line.toolTip().startswith("Eva Akers · ") and second.line.toolTip().startswith("Ada Al (s)")
    document.undo()
    document.undo()
    assert document.nodes["a"].facts.tenures == (EVA, ADA)
    name = form.fields["person_name"]
    assert isinstance(name, TextField) and name.text() == "Eva Ek"


def test_a_new_holder_is_ready_to_be_typed(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a"])
    tenures = listed(inspector, "tenures")
    tenures.buttons[0].click()
    assert tenures.entries[-1].is_open
    field = tenures.entries[-1].form.fields["person_name"]  # type: ignore[union-attr]
    assert isinstance(field, TextField) and field.edit.hasFocus()
    QTest.keyClicks(field.edit, "Bo By")
    assert names(document, "a") == ["Eva Ek", "Ada Al", "Bo By"]
    assert [step.name for step in document.history.done] == ["Lägg till innehavare", "Ändra namn"]


def test_a_vacancy_has_dates_and_no_name(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["b"])
    tenures = listed(inspector, "tenures")
    tenures.buttons[1].click()
    form = opened(tenures.entries[-1])
    assert "person_name" not in form.fields and tenures.entries[-1].line.toolTip() == "vakant"
    write(form, "start", "2026-11-28")
    assert document.nodes["b"].facts.tenures == (ADA, Tenure("", status="vacant", start="2026-11-28"))


def test_removing_one_leaves_the_others_unfolded_and_the_keys_beside_it(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_selection(["a"])
    tenures = listed(inspector, "tenures")
    opened(tenures.entries[1])
    remove(tenures.entries[0])
    assert names(document, "a") == ["Ada Al"] and document.history.undo_name == "Ta bort innehavare"
    (left,) = tenures.entries
    assert left.is_open and left.line.hasFocus()
    form = opened(left)
    write(form, "party", "c")
    assert document.nodes["a"].facts.tenures[0].party == "c"


def test_of_many_the_shared_items_are_shown_and_changed_in_all(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a", "b"])
    tenures, tasks = listed(inspector, "tenures"), listed(inspector, "tasks")
    assert tenures.items.are_mixed and tenures.items.shown() == (ADA,)
    write(opened(tenures.entries[0]), "person_name", "Ada Alm")
    assert names(document, "a") == ["Eva Ek", "Ada Alm"] and names(document, "b") == ["Ada Alm"]
    remove(tasks.entries[0])
    assert document.nodes["a"].facts.tasks == () and document.nodes["b"].facts.tasks == (Task("rita"),)
    tasks.buttons[0].click()
    QTest.keyClicks(focused(inspector), "rapportera")
    assert [task.text for task in document.nodes["b"].facts.tasks] == ["rita", "rapportera"]
    document.undo()
    document.undo()
    document.undo()
    assert document.nodes["b"].facts.tasks == (Task("rita"), PLAN)


def focused(inspector: Inspector) -> QWidget:
    found = [each for each in inspector.findChildren(QLineEdit) + inspector.findChildren(QPlainTextEdit)
             if each.hasFocus()]  # fmt: skip
    return found[0]


def test_joint_tasks_are_those_of_the_frame(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a"])
    form = opened(listed(inspector, "joint_tasks").entries[0])
    write(form, "task_text", "leda tillsammans")
    assert document.nodes["f"].facts.tasks == (Task("leda tillsammans"),)
    inspector.show_selection(["f"])
    assert listed(inspector, "joint_tasks").items.shown() == (Task("leda tillsammans"),)
    inspector.show_selection(["b"])
    assert inspector.page is not None and "joint_tasks" not in inspector.page.lists


def choose(field: ChoiceField, index: int) -> None:
    field.combo.setCurrentIndex(index)
    field.combo.activated.emit(index)


def test_sources_inside_a_task(inspector: Inspector, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    inspector.show_selection(["a"])
    task = opened(listed(inspector, "tasks").entries[0])
    (sources,) = task.findChildren(EntryList)
    form = opened(sources.entries[0])
    write(form, "paragraph_number", "12")
    write(form, "quote", "ska absolut planera")
    document_field = form.fields["source_document"]
    assert isinstance(document_field, ChoiceField)
    choose(document_field, 1)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Protokollet", True))
    choose(document_field, 2)
    new = document.info.documents[-1]
    assert new.title == "Protokollet"
    (source,) = document.nodes["a"].facts.tasks[0].sources
    assert source == Source(new.id, 12, "ska absolut planera")
    sources.buttons[0].click()
    assert document.nodes["a"].facts.tasks[0].sources[-1] == Source(new.id)


def test_a_document_that_is_not_named_is_none(
    inspector: Inspector, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    inspector.show_selection(["ab"])
    field = opened(listed(inspector, "sources").entries[0]).fields["source_document"]
    assert isinstance(field, ChoiceField)
    choose(field, 2)
    assert field.combo.currentData() == "d" and document.history.done == ()


def test_documents_are_edited_on_the_page_of_the_document(inspector: Inspector, document: Document) -> None:
    documents = listed(inspector, "documents")
    form = opened(documents.entries[0])
    write(form, "document_title", "Beslut den 3 april")
    write(form, "document_date", "2007-04-03")
    write(form, "address", "https://exempel.se")
    assert document.info.documents[0] == SourceDocument(
        "d", "Beslut den 3 april", None, "2007-04-03", "https://exempel.se"
    )
    remove(documents.entries[0])
    assert len(document.info.documents) == 2, "facts rest on it"
    remove(documents.entries[1])
    assert [each.id for each in document.info.documents] == ["d"]


def test_a_source_asks_to_be_shown(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.show_selection(["ab"])
    form = opened(listed(inspector, "sources").entries[0])
    (show,) = [made for made in form.findChildren(QPushButton) if made.text() == "Visa i texten"]
    with qtbot.waitSignal(inspector.source_wanted) as told:
        show.click()
    assert told.args == [Source("d")]


def test_keys_alone_reach_and_unfold_everything(inspector: Inspector) -> None:
    inspector.show_selection(["a"])
    entry = listed(inspector, "tenures").entries[0]
    assert all(
        part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in (entry.line, *listed(inspector, "tasks").buttons)
    )
    entry.line.setFocus()
    QTest.keyClick(entry.line, Qt.Key.Key_Space)
    assert entry.is_open
    assert inspector.page is not None
    look = inspector.page.sections["look"]
    assert look.is_folded and not look.body.isVisible()
    QTest.keyClick(look.heading, Qt.Key.Key_Space)
    assert look.body.isVisible()
    inspector.show_selection(["b"])
    assert not inspector.page.sections["look"].is_folded, "it stays as it was left"


def test_what_goes_elsewhere_takes_its_form_along(inspector: Inspector, document: Document) -> None:
    """What another pane does while a form is open: the item goes, and its form with it."""
    inspector.show_selection(["a"])
    opened(listed(inspector, "tenures").entries[1])
    with document.transaction("other") as step:
        step.update("a", facts=Facts())
    assert listed(inspector, "tenures").entries == []
    document.undo()
    assert len(listed(inspector, "tenures").entries) == 2
