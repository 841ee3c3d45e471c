"""Quotes in a text: paragraph and offset both ways, what is used already, and which document a text is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.model.source_text import Mark, SourceText, cut_apart, document_of, mark_at, marks

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
TEXT = "Rubrik\r\n\r\n  Ada Ek leder staben.\nStaben bildas 1 maj 2009.\n\n \nAda Ek är klar."


def text() -> SourceText:
    return SourceText(TEXT)


def test_paragraphs_are_the_lines_that_are_not_empty() -> None:
    found = [text().text[slice(*passage)] for passage in text().paragraphs]
    assert found == ["Rubrik", "  Ada Ek leder staben.", "Staben bildas 1 maj 2009.", "Ada Ek är klar."]


def test_a_selection_is_a_quote_with_paragraph_and_offset() -> None:
    start = text().text.index("staben")
    assert text().quoted("d", start - 1, start + 6) == Source("d", 2, "staben", 15)
    assert text().quoted("d", 6, 8) is None


def test_a_quote_over_two_lines_is_found_again() -> None:
    start, end = text().text.index("leder"), text().text.index(" bildas")
    source = text().quoted("d", start, end)
    assert source is not None and source.quote == "leder staben.\nStaben"
    assert text().find(source) == (start, end)


def test_a_quote_whose_place_has_moved_is_found_nearest() -> None:
    whole = text().text
    assert text().find(Source("d", 4, "Ada Ek", 99)) == (whole.rindex("Ada Ek"), whole.rindex("Ada Ek") + 6)
    assert text().find(Source("d", None, "ADA EK")) == (whole.index("Ada Ek"), whole.index("Ada Ek") + 6)
    assert text().find(Source("d", 2, "leder   staben.")) is not None
    assert text().find(Source("d", 2, "Bo")) is None
    assert text().find(Source("d", 3)) == text().paragraphs[2]
    assert text().find(Source("d", 9)) is None and text().find(Source("d")) is None


@given(st.text(alphabet="aå \n\r.é", max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_what_was_quoted_is_found_at_its_place(letters: str, start: int, length: int) -> None:
    whole = SourceText(letters)
    source = whole.quoted("d", start, start + length)
    if source is not None:
        passage = whole.find(source)
        assert passage is not None and whole.text[slice(*passage)] == source.quote
        assert start <= passage.start and passage.end <= start + length


def chart() -> Document:
    stated, read = Source("d", 2, "staben", 15), Source("d", 2, "Ada Ek", 2)
    return Document(
        nodes=[
            Node("stab", "Staben", facts=Facts(sources=(stated,))),
            Node("chef", "Chef", facts=Facts(tenures=(Tenure("Ada", certainty="interpreted", sources=(read,)),))),
            Node("x", "X", facts=Facts(tasks=(Task("y", sources=(Source("d", 3),)),), sources=(Source("annan", 2),))),
        ],
        edges=[Edge("e", "chef", "stab", facts=Facts(certainty="interpreted", sources=(stated,)))],
        info=Info(documents=(SourceDocument("d", "Rubrik"), SourceDocument("annan", "Annat"))),
    )


def test_what_is_used_is_marked_with_all_that_rests_on_it() -> None:
    found = marks(chart(), text(), "d")
    whole = text().text
    assert [(whole[mark.start : mark.end], mark.ids, mark.is_exact, mark.is_reading) for mark in found] == [
        ("Ada Ek", ("chef",), True, True),
        ("staben", ("stab", "e"), True, False),
        ("Staben bildas 1 maj 2009.", ("x",), False, False),
    ]
    inside = mark_at(found, whole.index("staben") + 2)
    assert inside is not None and inside.ids == ("stab", "e")
    assert mark_at(found, 0) is None


def test_a_text_is_known_by_what_was_quoted_from_it_or_by_its_title() -> None:
    assert document_of(chart(), text()) == "d"
    assert document_of(chart(), SourceText("Annat\nhelt annat")) == "annan"
    assert document_of(chart(), SourceText("okänt")) is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts of the samples are not part of the project")
@pytest.mark.parametrize(
    ("sample", "number"), [("sodertalje", "000"), ("hassleholm", "001"), ("norrtalje", "002"), ("haninge", "004")]
)
def test_every_quote_of_a_sample_stands_in_its_text(sample: str, number: str) -> None:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    whole = SourceText(next(SEEDS.glob(f"{number}_*")).read_text("utf-8"))
    assert document_of(document, whole) == document.info.documents[0].id
    assert any(mark.is_exact for mark in marks(document, whole, document.info.documents[0].id))


def test_marks_are_cut_so_that_what_is_selected_shows_and_none_lies_over_another() -> None:
    paragraph = Mark(0, 40, ("p",), is_exact=False, is_reading=False)
    long, short = Mark(5, 30, ("a",), True, False), Mark(10, 15, ("b",), True, True)
    chosen = Mark(25, 35, ("c",), True, False)
    cut = cut_apart([long, paragraph, short, chosen], lambda mark: (mark.is_exact, "c" in mark.ids))
    assert [(mark.start, mark.end, *mark.ids) for mark in cut] == [
        (0, 5, "p"),
        (5, 10, "a"),
        (10, 15, "b"),
        (15, 25, "a"),
        (25, 35, "c"),
        (35, 40, "p"),
    ]
    assert cut_apart([], lambda mark: (True,)) == []
    assert cut_apart([long, long], lambda mark: (True,)) == [long]
