"""Hints are dismissed with a reason that travels with the file, and can be had back."""

import pytest

from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, write_graphml
from editor.model.appearance import Appearance
from editor.model.dismissals import ATTRIBUTE, Dismissal, dismiss, dismissals, restore
from editor.model.document import Document
from editor.model.records import Info, Node
from editor.model.vocabulary import Vocabulary


def chart() -> Document:
    document = Document(nodes=[Node("a", "A"), Node("b", "B")])
    with document.transaction("Avfärda") as step:
        dismiss(document, step, "regel", ("a", "b"), "Så är det")
    return document


def test_a_reason_is_kept_once_and_replaced() -> None:
    document = chart()
    with document.transaction("Avfärda") as step:
        dismiss(document, step, "regel", ("b", "a"), "Nytt skäl")
        dismiss(document, step, "annan", ("a",), "Annat")
    assert dismissals(document.info) == (
        Dismissal("regel", ("b", "a"), "Nytt skäl"),
        Dismissal("annan", ("a",), "Annat"),
    )
    document.undo()
    assert dismissals(document.info) == (Dismissal("regel", ("a", "b"), "Så är det"),)


def test_it_can_be_had_back_and_leaves_nothing() -> None:
    document = chart()
    with document.transaction("Visa igen") as step:
        restore(document, step, "regel", ("b", "a"))
    assert ATTRIBUTE not in document.info.attributes


def test_it_travels_with_the_file() -> None:
    data = write_graphml(chart(), new_baseline(), Appearance(Vocabulary()))
    assert dismissals(read_graphml(data).document.info) == (Dismissal("regel", ("a", "b"), "Så är det"),)


def test_without_a_reason_it_stays() -> None:
    document = Document()
    with pytest.raises(UserError), document.transaction("Avfärda") as step:
        dismiss(document, step, "regel", (), " \n")
    assert dismissals(document.info) == ()


@pytest.mark.parametrize("text", ["", "[", '{"a": 1}', '[{"rule": 1}]'])
def test_what_can_not_be_understood_dismisses_nothing_and_is_kept(text: str) -> None:
    document = Document(info=Info(attributes={ATTRIBUTE: text}))
    assert dismissals(document.info) == ()
    assert document.info.attributes[ATTRIBUTE] == text
