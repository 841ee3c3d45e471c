"""Texts of sources kept with the chart: found again in the file, undone, and never a trap."""

import pytest

from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, write_graphml
from editor.model.document import Document
from editor.model.kept_texts import ATTRIBUTE, drop_text, keep_text, kept_text, kept_texts, size_of
from editor.model.records import Info, SourceDocument
from editor.model.source_text import SourceText

TEXT = 'Första stycket 🏛\n\n<Andra> & "sista"\x0b\tslut'


def chart() -> Document:
    return Document(info=Info(documents=(SourceDocument("a", "A"), SourceDocument("b", "B"))))


def keep(document: Document, id: str, text: str) -> None:
    with document.transaction("keep") as step:
        keep_text(document, step, id, SourceText(text))


def test_a_text_is_found_again_in_the_file_to_the_letter() -> None:
    document = chart()
    keep(document, "a", TEXT)
    read = read_graphml(write_graphml(document, new_baseline())).document
    found = kept_text(read.info, "a")
    assert found is not None and found.text == TEXT and kept_text(read.info, "b") is None


def test_nothing_is_kept_unless_asked_for_and_it_goes_without_a_trace() -> None:
    document = chart()
    before = write_graphml(document, new_baseline())
    keep(document, "a", TEXT)
    keep(document, "b", "B")
    with document.transaction("drop") as step:
        drop_text(document, step, "a")
    assert dict(kept_texts(document.info)) == {"b": "B"}
    with document.transaction("drop") as step:
        drop_text(document, step, "b")
    assert ATTRIBUTE not in document.info.attributes
    assert write_graphml(document, new_baseline()) == before


def test_keeping_is_one_step_that_is_undone() -> None:
    document = chart()
    keep(document, "a", TEXT)
    document.undo()
    assert not kept_texts(document.info)


def test_a_text_of_no_source_is_refused() -> None:
    with pytest.raises(UserError):
        keep(chart(), "c", TEXT)


@pytest.mark.parametrize("written", ["{", "[1]", "null", '{"a": 1}', "\ud800"])
def test_what_cannot_be_understood_is_no_text_and_stays(written: str) -> None:
    info = Info(attributes={ATTRIBUTE: written})
    assert dict(kept_texts(info)) == {}


def test_letters_that_no_file_may_hold_are_replaced_in_their_place() -> None:
    document = chart()
    keep(document, "a", "a\uffffb")
    found = kept_text(document.info, "a")
    assert found is not None and found.text == "a\N{REPLACEMENT CHARACTER}b"
    read_graphml(write_graphml(document, new_baseline()))


def test_the_size_is_told_in_bytes() -> None:
    assert size_of(SourceText("åäö")) == 8
