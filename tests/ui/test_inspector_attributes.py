"""The file's own attributes, dates and looks in the inspector: typed values, notes, mixed values, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import written
from editor.model.document import Document
from editor.ui.inspector.attribute_list import AttributeList
from editor.ui.inspector.fields import ChoiceField, TextField
from editor.ui.inspector.inspector import Inspector
from editor.ui.surroundings import Surroundings

FILE = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key id="g" for="node" yfiles.type="nodegraphics"/>
  <key id="a" for="node" attr.name="budget" attr.type="double"/>
  <key id="b" for="node" attr.name="staff" attr.type="int"/>
  <key id="c" for="node" attr.name="open" attr.type="boolean"/>
  <key id="d" for="node" attr.name="code" attr.type="string"/>
  <key id="e" for="edge" attr.name="strength" attr.type="double"/>
  <key id="x" for="node" attr.name="custom" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n"><data key="a">1.5</data><data key="c">true</data><data key="d">A1</data>
      <data key="x"><own:thing xmlns:own="urn:x">kept</own:thing></data></node>
    <node id="m"><data key="a">2.5</data><data key="d">A1</data></node>
    <edge id="e" source="n" target="m"><data key="e">0.5</data></edge>
  </graph>
</graphml>
"""


@pytest.fixture
def reading() -> Reading:
    return read_graphml(FILE)


@pytest.fixture
def document(reading: Reading) -> Document:
    return reading.document


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


def unfolded(inspector: Inspector) -> AttributeList:
    assert inspector.page is not None
    section = inspector.page.sections["attributes"]
    if section.is_folded:
        section.heading.click()
    (found,) = section.findChildren(AttributeList)
    return found


def text(inspector: Inspector, id: str) -> TextField:
    field = inspector.fields[id]
    assert isinstance(field, TextField)
    return field


def typed(field: TextField, words: str) -> None:
    field.edit.selectAll()
    QTest.keyClicks(field.edit, words)


def test_values_are_written_as_their_type_wants_them(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["n"])
    unfolded(inspector)
    budget = text(inspector, "attribute.budget")
    typed(budget, "12,75")
    assert document.nodes["n"].attributes["budget"] == "12.75" and budget.text() == "12,75"
    typed(budget, "mycket")
    assert document.nodes["n"].attributes["budget"] == "12.75" and "Skriv ett tal" in budget.note
    document.undo()
    assert document.nodes["n"].attributes["budget"] == "1.5" and not document.history.done
    is_open = inspector.fields["attribute.open"]
    assert isinstance(is_open, ChoiceField) and is_open.combo.currentText() == "Ja"


def test_of_many_values_differ_or_are_shared(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["n", "m"])
    unfolded(inspector)
    assert text(inspector, "attribute.budget").edit.placeholderText() == "Olika värden"
    assert text(inspector, "attribute.code").text() == "A1"
    typed(text(inspector, "attribute.code"), "B2")
    assert {node.attributes["code"] for node in document.nodes.values()} == {"B2"}
    assert [step.name for step in document.history.done] == ["Ändra code"]


def test_a_new_attribute_has_a_name_a_type_and_a_value_and_is_saved(inspector: Inspector, reading: Reading) -> None:
    document = reading.document
    inspector.show_selection(["n", "m"])
    form = unfolded(inspector).form
    form.opener.click()
    form.name.setEditText("lg.kind")
    form.done.click()
    assert any("Ledgrafs egna" in label.text() for label in form.findChildren(type(form._trouble)))
    form.name.setEditText("employees")
    form.type.setCurrentIndex(form.type.findData("int"))
    form.value.setText("tolv")
    QTest.keyClick(form.value, Qt.Key.Key_Return)
    assert not document.history.done
    form.value.setText("12")
    QTest.keyClick(form.value, Qt.Key.Key_Return)
    assert [step.name for step in document.history.done] == ["Lägg till attributet employees"]
    assert document.nodes["m"].attributes["employees"] == "12" and form.opener.hasFocus()
    data = written(document, reading.baseline)[0]
    assert b'attr.name="employees" attr.type="int"' in data and b"kept</own:thing>" in data
    back = read_graphml(data).document
    assert back.nodes["n"].attributes == document.nodes["n"].attributes
    document.undo()
    assert not document.info.types.get("node.employees") and "attribute.employees" not in inspector.fields


def test_a_name_that_the_file_has_keeps_its_type(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["m"])
    form = unfolded(inspector).form
    form.opener.click()
    assert form.name.findText("staff") >= 0 and form.name.findText("budget") < 0
    form.name.setEditText("staff")
    assert form.type.currentData() == "int" and not form.type.isEnabled()


def test_an_attribute_is_removed_from_all(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["n", "m"])
    rows = unfolded(inspector)
    (remove,) = [made for made in rows.findChildren(QPushButton) if made.accessibleName() == "Ta bort budget"]
    remove.click()
    assert all("budget" not in node.attributes for node in document.nodes.values())
    document.undo()
    assert "attribute.budget" in inspector.fields


def test_relations_and_the_document_have_attributes_too(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["e"])
    unfolded(inspector)
    typed(text(inspector, "attribute.strength"), "0.75")
    assert document.edges["e"].attributes["strength"] == "0.75"
    inspector.show_selection([])
    form = unfolded(inspector).form
    form.opener.click()
    form.name.setEditText("version")
    form.value.setText("3")
    form.done.click()
    assert document.info.attributes == {"version": "3"}


def test_dates_say_how_they_are_understood_and_what_is_wrong(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["n"])
    start, end = text(inspector, "start"), text(inspector, "end")
    typed(start, "2026-13")
    assert "inte att läsa" in start.note and document.nodes["n"].facts.start == "2026-13"
    typed(start, "3 april 2026")
    assert start.note == "3 april 2026 → 2026-04-03"
    QTest.keyClick(start.edit, Qt.Key.Key_Return)
    assert document.nodes["n"].facts.start == "2026-04-03" and start.text() == "2026-04-03"
    typed(end, "2025")
    assert end.note == "Slutet ligger före början."
    assert [step.name for step in document.history.done] == ["Ändra gäller från", "Ändra gäller till"]
    assert isinstance(end.edit, QLineEdit) and end.edit.accessibleDescription() == end.note


def test_looks_of_boxes_and_lines_are_numbers_and_choices(inspector: Inspector, document: Document) -> None:
    inspector.show_selection(["n", "m"])
    typed(text(inspector, "font_size"), "15")
    assert {node.look.font_size for node in document.nodes.values()} == {15.0}
    typed(text(inspector, "font_size"), "")
    QTest.keyClick(text(inspector, "font_size").edit, Qt.Key.Key_Backspace)
    assert {node.look.font_size for node in document.nodes.values()} == {None}
    inspector.show_selection(["e"])
    arrow = inspector.fields["target_arrow"]
    assert isinstance(arrow, ChoiceField)
    arrow.combo.setCurrentIndex(arrow.combo.findData("diamond"))
    arrow.combo.activated.emit(arrow.combo.currentIndex())
    assert document.edges["e"].look.target_arrow == "diamond"


def test_the_ends_of_a_relation_lead_to_their_boxes(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.show_selection(["e"])
    buttons = {made.accessibleName() or made.text(): made for made in inspector.findChildren(QPushButton)}
    with qtbot.waitSignal(inspector.asked) as asked:
        buttons["Byt ruta i linjens slut"].click()
    assert asked.args == ["attach_target"]
    with qtbot.waitSignal(inspector.wanted) as wanted:
        buttons["m"].click()  # a file that names nothing calls its boxes by their ids
    assert wanted.args == ["m"]
