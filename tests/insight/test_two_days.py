"""Two days of one document: what differs, and both seen as one."""

from pathlib import Path

from editor.graphml.reading import read_graphml
from editor.insight.timing import Span, span_of
from editor.insight.two_days import BothDays, TwoDays, between_days, reduce_to_both
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")


def day(text: str) -> Span:
    span = span_of(text)
    assert span is not None
    return span


BEFORE, AFTER = day("2008-12-31"), day("2009-01-01")


def chart() -> Document:
    held = (Tenure("Ada", end="2008-12-31"), Tenure("Bo", start="2009-01-01"))
    return Document(
        nodes=[
            Node("gammal", "Gamla", facts=Facts(end="2008-12-31", status="ended")),
            Node("ny", "Nya", facts=Facts(start="2009-01-01")),
            Node("chef", "Chef", kind="post", facts=Facts(tenures=held)),
            Node("senare", "Senare", facts=Facts(start="2012")),
            Node("kvar", "Kvar"),
        ],
        edges=[
            Edge("a", "chef", "gammal", kind="leads"),
            Edge("b", "chef", "ny", kind="leads"),
            Edge("c", "chef", "kvar", kind="leads"),
        ],
    )


def test_each_difference_is_told() -> None:
    days = TwoDays(chart(), VOCABULARY, BEFORE, AFTER, "sv")
    assert days.differences == {"gammal": "gone", "ny": "new", "chef": "changed", "a": "gone", "b": "new"}
    assert any("Ada ersätts av Bo" in change.text for change in days.changes)
    assert TwoDays(chart(), VOCABULARY, AFTER, AFTER, "sv").differences == {}


def test_both_days_are_seen_as_one_the_later_first() -> None:
    document = chart()
    lens = BothDays(document, BEFORE, AFTER)
    seen = {id for id, node in document.nodes.items() if lens.node(node) is not None}
    assert seen == {"gammal", "ny", "chef", "kvar"}
    chef = lens.node(document.nodes["chef"])
    assert chef is not None and [tenure.name for tenure in chef.facts.tenures] == ["Bo"]


def test_the_document_of_a_picture_holds_just_that() -> None:
    document = chart()
    reduce_to_both(document, BEFORE, AFTER, between_days(BEFORE, AFTER, "sv"), "x")
    assert set(document.nodes) == {"gammal", "ny", "chef", "kvar"}
    assert document.info.subtitle == "Förändring från 31 december 2008 till 1 januari 2009"


def test_the_merger_of_a_sample() -> None:
    document = read_graphml((ROOT / "samples" / "hassleholm.graphml").read_bytes()).document
    differences = TwoDays(document, VOCABULARY, BEFORE, AFTER, "en").differences
    gone = {document.nodes[id].name for id, what in differences.items() if what == "gone" and id in document.nodes}
    assert gone == {"Kommunledningskontoret", "Ekonomikontoret", "Personalkontoret"}
