"""The inspector for one and for many: what it shows, what it writes, and how many steps that makes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.ui.inspector.attributes import Attributes
from editor.ui.inspector.fields import ChoiceField, ColorField, TextField
from editor.ui.inspector.inspector import Inspector
from editor.ui.look.parts import FactButton
from editor.ui.surroundings import Surroundings


@pytest.fixture
def document() -> Document:
    nodes = [
        Node("g", "Gruppen", box=Rect(0, 0, 300, 200), is_group=True, order=0),
        Node("a", "Nämnden", kind="committee", box=Rect(400, 0, 184, 48), order=1),
        Node("b", "Kontoret", kind="office", box=Rect(400, 100, 184, 48), order=2),
        Node("c", "Staben", kind="office", order=3, facts=Facts(tenures=(Tenure("Eva Ek"),), status="decided")),
    ]
    return Document(nodes, [Edge("ab", "a", "b", order=0), Edge("bc", "b", "c", name="leder", order=1)])


@pytest.fixture
def inspector(qtbot: QtBot, shared: Surroundings, document: Document) -> Inspector:
    made = Inspector(shared)
    qtbot.addWidget(made)
    made.resize(280, 900)
    made.show_document(document)
    made.show()
    return made


def text(inspector: Inspector, id: str) -> TextField:
    field = inspector.fields[id]
    assert isinstance(field, TextField)
    return field


def choice(inspector: Inspector, id: str) -> ChoiceField:
    field = inspector.fields[id]
    assert isinstance(field, ChoiceField)
    return field


def choose(field: ChoiceField, value: str) -> None:
    field.combo.setCurrentIndex(field.combo.findData(value))
    field.combo.activated.emit(field.combo.currentIndex())


def test_what_differs_is_said_and_what_is_shared_is_shown(inspector: Inspector) -> None:
    inspector.show_selection(["a", "b", "c"])
    assert choice(inspector, "kind").combo.currentIndex() == -1
    assert choice(inspector, "kind").combo.placeholderText() == "Olika värden"
    assert text(inspector, "holder").edit.placeholderText() == "Olika värden"
    inspector.show_selection(["b", "c"])
    assert choice(inspector, "kind").combo.currentData() == "office"
    assert text(inspector, "start").text() == "" and "2026" in text(inspector, "start").edit.placeholderText()


def test_a_choice_for_many_is_one_step(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a", "b", "c"])
    choose(choice(inspector, "status"), "planned")
    assert {document.nodes[id].facts.status for id in "abc"} == {"planned"}
    document.undo()
    assert [document.nodes[id].facts.status for id in "abc"] == [None, None, "decided"]
    assert choice(inspector, "status").combo.currentIndex() == -1


def test_typing_is_one_step_and_undo_shows_the_old_text(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["c"])
    edit = text(inspector, "name").edit
    assert isinstance(edit, QPlainTextEdit)
    edit.selectAll()
    QTest.keyClicks(edit, "Stadsledningen")
    assert document.nodes["c"].name == "Stadsledningen" and len(document.history.done) == 1
    document.undo()
    assert edit.toPlainText() == "Staben"


def test_a_holder_a_number_and_dates_are_kept_as_typed(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["c"])
    for id, typed in (("holder", "Åsa Ö"), ("count", "3"), ("start", "2026-11"), ("end", "2027")):
        edit = text(inspector, id).edit
        edit.selectAll()
        QTest.keyClicks(edit, typed)
    facts = document.nodes["c"].facts
    assert facts.tenures == (Tenure("Åsa Ö"),) and (facts.count, facts.start, facts.end) == (3, "2026-11", "2027")
    assert len(document.history.done) == 4


def test_a_box_goes_into_a_group_that_grows_and_comes_out_again(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["b"])
    choose(choice(inspector, "group"), "g")
    group, box = document.nodes["g"].box, document.nodes["b"].box
    assert document.nodes["b"].group == "g" and group is not None and box is not None and group.encloses(box)
    choose(choice(inspector, "group"), "")
    assert document.nodes["b"].group is None
    inspector.show_selection(["g"])
    assert "group" not in inspector.fields


def test_colours_of_many_are_mixed_until_one_is_chosen(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a"])
    fill = inspector.fields["fill"]
    assert isinstance(fill, ColorField)
    fill.choose("#aabbcc")
    inspector.show_selection(["a", "b"])
    fill = inspector.fields["fill"]
    assert isinstance(fill, ColorField) and fill.button.text() == "Olika värden"
    fill.choose("#112233")
    assert document.nodes["b"].look.fill == "#112233" and fill.button.text() == "#112233"


def test_lines_have_a_page_of_their_own(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["ab", "bc"])
    assert text(inspector, "word").edit.placeholderText() == "Olika värden"
    QTest.keyClicks(text(inspector, "word").edit, "styr")
    assert {edge.name for edge in document.edges.values()} == {"styr"} and len(document.history.done) == 1


def test_what_is_deleted_elsewhere_leaves_the_page(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a", "b"])
    with document.transaction("Delete") as step:
        step.remove("a", "b")
    assert "title" in inspector.fields and "kind" not in inspector.fields


def test_the_wheel_scrolls_and_changes_no_choice(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["a"])
    combo = choice(inspector, "kind").combo
    at = QPointF(5, 5)
    down, none = QPoint(0, -120), Qt.MouseButton.NoButton
    phase, held = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(combo, QWheelEvent(at, combo.mapToGlobal(at), QPoint(), down, none, held, phase, False))
    assert combo.currentData() == "committee" and document.history.done == ()


def test_nothing_is_written_into_a_step_that_no_hand_holds(inspector: Inspector, document: Document) -> None:
    """Thousands are being put in: their step is open, and can't be taken back by a field."""
    inspector.show_selection(["a"])
    before = dict(document.nodes)
    with document.transaction("Flytta ruta"):
        choose(choice(inspector, "kind"), "post")
        text(inspector, "holder")._write("Kajsa")
        assert choice(inspector, "kind").combo.currentData() == "committee"
    assert dict(document.nodes) == before and len(document.history.done) == 0
    choose(choice(inspector, "kind"), "post")
    assert document.nodes["a"].kind == "post"


@pytest.mark.parametrize("part", ["kind", "holder", "task", "attribute"])
def test_what_is_written_in_the_middle_of_a_drag_takes_the_drag_back_first(
    inspector: Inspector, document: Document, part: str
) -> None:
    """A letter typed while a box is dragged is not lost, and not in the step of the drag: as with every command."""
    inspector.show_selection(["a"])
    stood = document.nodes["a"].box
    assert stood is not None and inspector.page is not None
    drag = document.begin("Flytta ruta")
    document.hold(drag.cancel)
    drag.update("a", box=stood.moved(300, 0))
    if part == "kind":
        choose(choice(inspector, "kind"), "post")
    elif part == "holder":
        text(inspector, "holder")._write("Kajsa")
    elif part == "task":
        inspector.page.values.items("tasks").add(Task("Leda"))
    else:
        Attributes(inspector.page.values, "node").add("rum", "string", "12")
    after = document.nodes["a"]
    assert after.box == stood and len(document.history.done) == 1
    said = {"kind": after.kind, "holder": [held.name for held in after.facts.tenures],
            "task": [task.text for task in after.facts.tasks], "attribute": after.attributes.get("rum")}  # fmt: skip
    assert said[part] == {"kind": "post", "holder": ["Kajsa"], "task": ["Leda"], "attribute": "12"}[part]


def test_the_same_fields_show_another_box_and_keep_the_keys(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    inspector.show_selection(["a"])
    page, holder = inspector.page, text(inspector, "holder")
    inspector.activateWindow()
    holder.setFocus()
    qtbot.waitUntil(holder.edit.hasFocus)
    QTest.keyClicks(holder.edit, "Kajsa")
    inspector.show_selection(["c"])
    assert inspector.page is page and text(inspector, "holder") is holder
    assert holder.edit.hasFocus() and holder.text() == "Eva Ek"
    QTest.keyClicks(holder.edit, "Åsa ")
    inspector.show_selection(["b"])
    assert holder.text() == ""
    names = {id: [held.name for held in document.nodes[id].facts.tenures] for id in ("a", "b", "c")}
    assert names == {"a": ["Kajsa"], "b": [], "c": ["Åsa Eva Ek"]}
    assert [step.name for step in document.history.done] == ["Ändra innehavare"] * 2


def test_what_was_unfolded_or_not_understood_is_not_there_for_the_next_box(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_selection(["c"])
    page = inspector.page
    assert page is not None
    page.lists["tenures"].entries[0].toggle()
    count = text(inspector, "count")
    count.edit.setText("många")
    count._typed()
    assert count.note
    page.attributes_form.open()
    inspector.show_selection(["a"])
    assert inspector.page is page and not count.note and count.text() == ""
    assert page.lists["tenures"].entries == [] and not page.attributes_form.opener.isHidden()
    inspector.show_selection(["c"])
    assert not page.lists["tenures"].entries[0].is_open and count.text() == ""


def test_the_relations_follow_the_box(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["b"])
    page = inspector.page
    assert page is not None
    wanted: list[str] = []
    inspector.wanted.connect(wanted.append)
    section = page.sections["relations"]
    assert [each.text() for each in section.findChildren(FactButton)] == ["← Nämnden", "→ Staben"]
    inspector.show_selection(["c"])
    QApplication.processEvents()
    shown = [each for each in section.findChildren(FactButton) if not each.isHidden()]
    assert inspector.page is page and [each.text() for each in shown] == ["← Kontoret"]
    shown[0].click()
    assert wanted == ["b"]
    with document.transaction("Ta bort") as step:
        step.remove("bc")
    assert section.isHidden()


def test_other_fields_are_made_where_others_fit(inspector: Inspector) -> None:
    inspector.show_selection(["a"])
    page = inspector.page
    inspector.show_selection(["a", "b"])
    assert inspector.page is not page and "name" not in inspector.fields
    page = inspector.page
    inspector.show_selection(["b", "c"])
    assert inspector.page is page
    inspector.show_selection(["bc"])
    assert "word" in inspector.fields and text(inspector, "word").text() == "leder"
