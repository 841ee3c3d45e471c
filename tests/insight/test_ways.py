"""A matter's way: who prepares for a body and where it goes; what answers rest on."""

from editor.insight.replies import Answer, Reply
from editor.insight.timing import span_of
from editor.insight.ways import matter_way, rests_on
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node


def chart() -> Document:
    kinds = ("handläggare", "utskott", "styrelse", "fullmäktige", "mål", "annan", "före detta")
    edges = [
        Edge("1", "handläggare", "utskott", kind="reports_to"),
        Edge("2", "utskott", "styrelse", kind="prepares_for"),
        Edge("3", "styrelse", "fullmäktige", kind="prepares_for"),
        Edge("4", "fullmäktige", "mål", kind="decides_on"),
        Edge("5", "annan", "fullmäktige", kind="prepares_for"),
        Edge("6", "styrelse", "annan", kind="leads"),
        Edge("7", "före detta", "styrelse", kind="prepares_for", facts=Facts(end="2001")),
        Edge("8", "styrelse", "handläggare", kind="informs"),
    ]
    return Document(nodes=[Node(id, id) for id in kinds], edges=edges)


def test_the_way_has_who_prepares_and_where_it_is_decided() -> None:
    day = span_of("2020-01-01")
    assert matter_way(chart(), "styrelse", day) == {
        "handläggare", "1", "utskott", "2", "styrelse", "3", "fullmäktige", "4", "mål",
    }  # fmt: skip
    assert "7" in matter_way(chart(), "styrelse")


def test_who_prepares_for_others_on_the_way_is_left_out() -> None:
    assert "5" not in matter_way(chart(), "styrelse")
    assert matter_way(chart(), "mål") == {"mål"}


def test_a_circle_ends() -> None:
    document = Document(
        nodes=[Node("a"), Node("b")],
        edges=[Edge("1", "a", "b", kind="prepares_for"), Edge("2", "b", "a", kind="prepares_for")],
    )
    assert matter_way(document, "a") == {"a", "b", "1", "2"}


def test_an_answer_rests_on_its_relation_with_both_ends() -> None:
    reply = Reply("leads", "Vem leder?", ("styrelse",), (Answer("…", element="utskott", relation="2"),))
    assert rests_on(chart(), [reply]) == {"styrelse", "utskott", "2"}
    assert rests_on(chart(), [Reply("leads", "", ("styrelse",))]) == set(), "silence lights nothing"
    gone = Reply("x", "", ("borta",), (Answer("…", element="borta", relation="99"),))
    assert rests_on(chart(), [gone]) == set()
