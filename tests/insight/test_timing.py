"""Present on a day: yes, no or possibly."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.graphml.reading import read_graphml
from editor.insight.timing import Presence, dates_that_matter, during, held, presences, span_of, weakest
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure

SAMPLES = Path(__file__).parents[2] / "samples"
OFFICES = ("kommunledningskontoret-fore-2009", "ekonomikontoret", "personalkontoret")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2009-01-01", (2009, 1, 1), (2009, 1, 1)),
        ("2008-10", (2008, 10, 1), (2008, 10, 31)),
        ("2007-23", (2007, 9, 1), (2007, 11, 30)),
        ("2018-06-XX", (2018, 6, 1), (2018, 6, 30)),
        ("XXXX-04-03", (0, 4, 3), (9999, 4, 3)),
        ("2008/2009-02", (2008, 1, 1), (2009, 2, 28)),
    ],
)
def test_what_a_date_may_mean(edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    span = span_of(edtf)
    assert span is not None
    assert (span.first, span.last) == (first, last)


def test_about_a_date_reaches_further_than_the_date() -> None:
    exact, about = span_of("2008-10"), span_of("2008-10~")
    assert exact is not None and about is not None
    assert about.first < exact.first and exact.last < about.last


@pytest.mark.parametrize("text", ["", "snart", "2009-02-30", "2009-13", "2009-01-01 och framåt"])
def test_what_is_no_date(text: str) -> None:
    assert span_of(text) is None


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        (None, None, "2009-01-01", "yes"),
        ("2009-01-01", None, "2008-12-31", "no"),
        ("2009-01-01", None, "2009-01-01", "yes"),
        (None, "2008-12-31", "2008-12-31", "yes"),
        (None, "2008-12-31", "2009-01-01", "no"),
        ("2007-23", None, "2007-10-01", "possibly"),
        ("2007-23", None, "2007-12-01", "yes"),
        ("XXXX-04-03", None, "2006-05-01", "possibly"),
        ("2008", "2010", "2010-06-01", "possibly"),
        ("nonsense", None, "2010-06-01", "possibly"),
        ("2009-01-15", None, "2009-01", "possibly"),
    ],
)
def test_the_three_answers(start: str | None, end: str | None, day: str, answer: Presence) -> None:
    span = span_of(day)
    assert span is not None
    assert during(start, end, span) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (Facts(status="planned"), "possibly"),
        (Facts(status="proposed", start="2010"), "no"),
        (Facts(status="decided", start="2008"), "yes"),
        (Facts(status="ended"), "possibly"),
        (Facts(status="ended", end="2010"), "yes"),
        (Tenure("Ada", end="2008"), "no"),
    ],
)
def test_a_status_leaves_it_open(facts: Facts | Tenure, answer: Presence) -> None:
    day = span_of("2009-06-01")
    assert day is not None
    assert held(facts, day) == answer


def test_a_relation_is_there_where_its_ends_are() -> None:
    nodes = [Node("a", facts=Facts(end="2008-12-31")), Node("b", facts=Facts(status="planned")), Node("c")]
    document = Document(nodes=nodes, edges=[Edge("ab", "a", "b"), Edge("bc", "b", "c"), Edge("cc", "c", "c")])
    day = span_of("2009-01-01")
    assert day is not None
    assert presences(document, day) == {
        "a": "no",
        "b": "possibly",
        "c": "yes",
        "ab": "no",
        "bc": "possibly",
        "cc": "yes",
    }


@pytest.mark.parametrize(("day", "old", "new"), [("2008-12-31", "yes", "no"), ("2009-01-01", "no", "yes")])
def test_the_merger_of_hassleholm(day: str, old: Presence, new: Presence) -> None:
    document = read_graphml((SAMPLES / "hassleholm.graphml").read_bytes()).document
    span = span_of(day)
    assert span is not None
    found = presences(document, span)
    assert {found[id] for id in OFFICES} == {old}
    assert found["kommunledningskontoret"] == new


def test_dates_that_matter_are_in_order_and_without_yearless_ones() -> None:
    facts = [
        Facts(start="2009-01-01", end="2010"),
        Facts(start="XXXX-04-03", end="2008-12-31"),
        Facts(start="2007-23", end="hej"),
    ]
    document = Document(nodes=[Node(str(number), facts=fact) for number, fact in enumerate(facts)])
    assert [day.isoformat() for day in dates_that_matter(document)] == ["2007-09-01", "2009-01-01", "2011-01-01"]


DAYS = st.dates().map(lambda day: day.isoformat())


@given(DAYS, DAYS, DAYS)
def test_one_day_has_one_answer_where_the_dates_are_exact(start: str, end: str, day: str) -> None:
    span = span_of(day)
    assert span is not None
    assert during(start, end, span) == ("yes" if start <= day <= end else "no")


@given(st.lists(st.sampled_from(["yes", "no", "possibly"]), min_size=1))
def test_the_weakest_answer_doesnt_depend_on_order(answers: list[Presence]) -> None:
    assert weakest(*answers) == weakest(*reversed(answers))
    assert weakest(*answers) in answers
