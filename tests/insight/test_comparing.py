"""What differs, said in words: between files, and between days of one file."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.graphml.reading import read_graphml
from editor.insight.comparing import Change, compare
from editor.insight.timing import span_of
from editor.insight.views import view
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
OFFICE = Node("a", "Kontoret", "administration", order=1)
OTHER = Node("b", "Nämnden", "committee", order=2)
LINE = Edge("ab", "a", "b", kind="reports_to")


def told(old: Document, new: Document, lang: str = "sv") -> list[Change]:
    return compare(view(old, VOCABULARY), view(new, VOCABULARY), VOCABULARY, lang)


def days(document: Document, before: str, after: str) -> list[Change]:
    first, second = span_of(before), span_of(after)
    return compare(view(document, VOCABULARY, first), view(document, VOCABULARY, second), VOCABULARY, "sv")


def changed(**fields: object) -> Document:
    return Document(nodes=[msgspec.structs.replace(OFFICE, **fields), OTHER])


def texts(changes: Sequence[Change]) -> list[str]:
    return [change.text for change in changes]


BEFORE = Document(nodes=[OFFICE, OTHER])


@pytest.mark.parametrize(
    ("new", "text"),
    [
        (changed(name="Förvaltningen"), "Kontoret byter namn till Förvaltningen."),
        (changed(kind="department"), "Kontoret: förvaltning blir avdelning."),
        (changed(facts=Facts(count=6)), "Kontoret: antalet – blir 6."),
        (changed(facts=Facts(tenures=(Tenure("Ada"), Tenure("Bo")))), "Kontoret: Ada och Bo tillträder."),
        (changed(facts=Facts(tasks=(Task("vatten"),))), "Kontoret: inget → vatten."),
        (Document(nodes=[OFFICE]), "Nämnd: Nämnden finns inte längre."),
        (Document(nodes=[OFFICE, OTHER, Node("c", "Stab", "staff_unit")]), "Stab: Stab tillkommer."),
        (
            Document(nodes=[OFFICE, OTHER], edges=[Edge("x", "a", "b", kind="prepares_for")]),
            "Nytt: Kontoret bereder ärenden till Nämnden.",
        ),
    ],
)
def test_one_difference_is_one_sentence(new: Document, text: str) -> None:
    assert texts(told(BEFORE, new)) == [text]


def test_hanging_elsewhere_is_a_move() -> None:
    assert "Kontoret flyttas från översta nivån till Nämnden." in texts(
        told(BEFORE, Document(nodes=[OFFICE, OTHER], edges=[LINE]))
    )


def test_a_parent_with_a_new_name_moves_nobody() -> None:
    renamed = Document(nodes=[OFFICE, msgspec.structs.replace(OTHER, name="Utskottet")], edges=[LINE])
    assert texts(told(Document(nodes=[OFFICE, OTHER], edges=[LINE]), renamed)) == ["Nämnden byter namn till Utskottet."]


def test_another_program_numbers_anew() -> None:
    renumbered = Document(nodes=[Node("n0", "Nämnden", "committee"), Node("n1", "Kontoret", "administration")])
    assert told(BEFORE, renumbered) == []


def test_the_merger_of_hassleholm_between_two_days() -> None:
    document = read_graphml((ROOT / "samples" / "hassleholm.graphml").read_bytes()).document
    first, *others = days(document, "2008-12-31", "2009-01-01")
    assert first.what == "merged" and len(first.before) == 3 and first.after == ("kommunledningskontoret",)
    assert {change.what for change in others} == {"added"}
    assert next(change.what for change in days(document, "2009-01-01", "2008-12-31")) == "removed"


def test_a_split_and_a_succession() -> None:
    ended, begun = Facts(end="2008"), Facts(start="2009")
    nodes = [Node("a", "A", facts=ended), Node("b", "B", facts=begun, order=1), Node("c", "C", facts=begun, order=2)]
    becomes = [Edge("1", "a", "b", kind="becomes"), Edge("2", "a", "c", kind="becomes")]
    assert texts(days(Document(nodes=nodes, edges=becomes), "2008", "2009")) == ["A delas i B och C."]
    alone = Document(nodes=nodes[:2], edges=becomes[:1])
    assert texts(days(alone, "2008", "2009")) == ["A övergår i B."]


def test_somebody_follows_somebody() -> None:
    facts = Facts(tenures=(Tenure("Ada", end="2008-12-31"), Tenure("Bo", start="2009-01-01")))
    document = Document(nodes=[Node("p", "Chef", "post", facts=facts)])
    assert texts(days(document, "2008-06-01", "2009-06-01")) == ["Chef: Ada ersätts av Bo."]


NAMES = st.sampled_from(["Kontor", "Stab", "Nämnd", ""])
DOCUMENTS = st.lists(st.tuples(NAMES, st.sampled_from(["post", "section", None])), max_size=6).map(
    lambda rows: Document(nodes=[Node(f"n{i}", name, kind, order=i) for i, (name, kind) in enumerate(rows)])
)


@given(DOCUMENTS)
def test_nothing_differs_from_itself(document: Document) -> None:
    assert told(document, document) == []


@given(DOCUMENTS, DOCUMENTS)
def test_every_element_is_the_same_comes_or_goes(old: Document, new: Document) -> None:
    changes = told(old, new)
    gone = sum(len(change.before) for change in changes if change.what == "removed")
    come = sum(len(change.after) for change in changes if change.what == "added")
    assert len(old.nodes) - gone == len(new.nodes) - come


def test_whoever_leaves_a_post_is_not_replaced_by_nobody() -> None:
    held = (Tenure("Ada", end="2011-12-31"), Tenure("", start="2012-01-01", status="vacant"))
    document = Document(nodes=[Node("p", "Chef", "post", facts=Facts(tenures=held))])
    days = [span_of("2011-12-31"), span_of("2012-01-01")]
    for lang, said in (("sv", "Chef: Ada lämnar, vakant därefter."), ("en", "Chef: Ada leaves, vacant after that.")):
        first, last = (view(document, VOCABULARY, day) for day in days)
        assert [change.text for change in compare(first, last, VOCABULARY, lang)] == [said]
