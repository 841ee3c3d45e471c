"""A document on a day."""

from pathlib import Path

import pytest

from editor.graphml.reading import read_graphml
from editor.graphml.writing import write_graphml
from editor.insight.lens import POSSIBLE, DayLens, mark_possible, reduce_to_day
from editor.insight.timing import Span, span_of
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure

SAMPLE = Path(__file__).parents[2] / "samples" / "hassleholm.graphml"


def day_of(text: str) -> Span:
    span = span_of(text)
    assert span is not None
    return span


def one(facts: Facts, day: str) -> Facts | None:
    document = Document(nodes=[Node("a", facts=facts)])
    seen = DayLens(document, day_of(day)).node(document.nodes["a"])
    return seen.facts if seen is not None else None


@pytest.mark.parametrize(
    ("facts", "day", "seen"),
    [
        (Facts(end="2008"), "2009-01-01", None),
        (Facts(end="2008-12-31", status="ended"), "2008-06-01", Facts(end="2008-12-31")),
        (Facts(start="2007-23"), "2007-10-01", Facts(start="2007-23", status=POSSIBLE)),
        (Facts(status="planned"), "2009-01-01", Facts(status="planned")),
        (
            Facts(
                tenures=(Tenure("Ada", end="2008"), Tenure("Bo", start="2009")), tasks=(Task("vatten", start="2010"),)
            ),
            "2009-06-01",
            Facts(tenures=(Tenure("Bo", start="2009"),)),
        ),
    ],
)
def test_an_element_on_a_day(facts: Facts, day: str, seen: Facts | None) -> None:
    assert one(facts, day) == seen


def test_a_relation_needs_both_its_ends() -> None:
    nodes = [Node("a", facts=Facts(end="2008")), Node("b"), Node("c", facts=Facts(start="2009~"))]
    document = Document(nodes=nodes, edges=[Edge("ab", "a", "b"), Edge("bc", "b", "c")])
    lens = DayLens(document, day_of("2009-06-01"))
    assert lens.edge(document.edges["ab"]) is None
    maybe = lens.edge(document.edges["bc"])
    assert maybe is not None and maybe.facts.status == POSSIBLE


@pytest.mark.parametrize(("day", "offices"), [("2008-12-31", 3), ("2009-01-01", 1)])
def test_the_merger_of_hassleholm_as_a_document(day: str, offices: int) -> None:
    reading = read_graphml(SAMPLE.read_bytes())
    reduce_to_day(reading.document, day_of(day), "Visa dagen")
    kept = [node for node in reading.document.nodes.values() if node.kind == "administration"]
    assert len(kept) == offices
    again = read_graphml(write_graphml(reading.document, reading.baseline)).document
    assert set(again.nodes) == set(reading.document.nodes) and set(again.edges) == set(reading.document.edges)
    reading.document.undo()
    assert write_graphml(reading.document, reading.baseline) == SAMPLE.read_bytes()


def test_marks_are_for_pictures() -> None:
    document = Document(nodes=[Node("a", facts=Facts(start="XXXX-04-03"))])
    mark_possible(document, day_of("2006-01-01"), "sv", "Visa dagen")
    assert document.nodes["a"].facts.status == POSSIBLE
    assert document.info.subtitle == "Så som det var 1 januari 2006"
