"""Each rule finds what it should and leaves alone what it should; samples and parts are not scolded."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from editor.graphml.reading import read_graphml
from editor.graphml.writing import write_graphml
from editor.insight.hints.check import RULES, Hint, check, check_all, load_entries
from editor.insight.timing import span_of
from editor.model.dismissals import dismiss
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
ENTRIES = load_entries(ROOT / "resources" / "hints.toml")

COUNCIL = Node("kf", "Kommunfullmäktige", "council")
BOARD = Node("ks", "Kommunstyrelsen", "executive_board")
DIRECTOR = Node("kd", "Kommundirektör", "post")
AUDIT = Node("rev", "Revisorerna", "audit")
BODIES = [Node(f"n{i}", f"Nämnd {i}", "committee") for i in range(3)]
OFFICES = [Node(f"f{i}", f"Förvaltning {i}", "administration") for i in range(3)]
WORKS = [Edge(f"w{i}", f"f{i}", f"n{i}", kind="reports_to") for i in range(3)]
WHOLE = [COUNCIL, BOARD, DIRECTOR, AUDIT, *BODIES, *OFFICES]
HEADS = [Node(f"c{i}", f"Chef {i}", "post") for i in range(3)]


def post(name: str = "Chef", *tenures: Tenure) -> Node:
    return Node("p", name, "post", facts=Facts(tenures=tenures))


def two_heads(*edges: Edge, group: str | None = None) -> Document:
    nodes = [Node("u", "Enheten", "section"), *(Node(id, id, "post", group=group) for id in ("a", "b"))]
    frame = [Node("ram", "", "shared_leadership", is_group=True)] if group else []
    return Document(
        nodes=[*frame, *nodes], edges=[Edge("1", "a", "u", kind="leads"), Edge("2", "b", "u", kind="leads"), *edges]
    )


def led(count: int) -> Document:
    """Three sections of an administration, the first of them led."""
    units = [Node(f"u{i}", f"Enhet {i}", "section") for i in range(3)]
    parts = [Edge(f"p{i}", f"u{i}", "f0", kind="part_of") for i in range(3)]
    leads = [Edge(f"l{i}", f"c{i}", f"u{i}", kind="coordinates") for i in range(count)]
    return Document(nodes=[OFFICES[0], *units, *HEADS], edges=[*parts, *leads])


def circle(*pairs: tuple[str, str]) -> Document:
    nodes = [Node(id, id, "section") for id in "abcd"]
    return Document(nodes=nodes, edges=[Edge(f"{a}{b}", a, b, kind="part_of") for a, b in pairs])


def counted(named: int, count: int | None) -> Document:
    nodes = [Node(f"d{i}", f"Avdelning {i}", "department") for i in range(named)]
    whole = Node("alla", "Avdelningarna", "counted_set", facts=Facts(count=count))
    return Document(nodes=[whole, *nodes], edges=[Edge(f"e{i}", f"d{i}", "alla", kind="part_of") for i in range(named)])


def decided(kind: str | None) -> Document:
    return Document(nodes=[Node("x", "X", kind), OFFICES[0]], edges=[Edge("d", "x", "f0", kind="decides_on")])


def cited(*documents: SourceDocument) -> Document:
    node = Node("a", "A", facts=Facts(sources=(Source("brev", 1),)))
    return Document(nodes=[node], info=Info(documents=documents))


def holding(*tenures: Tenure) -> Document:
    """A post for each of them."""
    return Document(
        nodes=[Node(f"p{n}", f"Post {n}", "post", facts=Facts(tenures=(t,))) for n, t in enumerate(tenures)]
    )


ADA, BO = Tenure("Ada", end="2009-06-30"), Tenure("Bo", start="2009-07-01")
CASES: list[tuple[str, Document, Document]] = [
    # rule, where it speaks, where it is silent
    ("other_version", Document([COUNCIL], info=Info(attributes={"lg.version": "2"})), Document([COUNCIL])),
    ("no_director", Document(nodes=[node for node in WHOLE if node.id != "kd"]), Document(nodes=WHOLE)),
    ("no_director", Document(nodes=[node for node in WHOLE if node.id != "kd"]), Document(nodes=[COUNCIL, BOARD])),
    ("no_audit", Document(nodes=[node for node in WHOLE if node.id != "rev"]), Document(nodes=[BOARD, *BODIES])),
    (
        "committee_without_administration",
        Document(nodes=WHOLE, edges=WORKS[:2]),
        Document(nodes=WHOLE, edges=WORKS),
    ),
    (
        "administration_without_committee",
        Document(nodes=WHOLE, edges=WORKS[:2]),
        Document(nodes=[*BODIES, *OFFICES], edges=WORKS[:2]),
    ),
    ("unit_without_head", led(2), led(3)),
    ("unit_without_head", led(2), led(1)),
    ("several_heads", two_heads(), two_heads(Edge("3", "a", "b", kind="shares_leadership"))),
    ("several_heads", two_heads(), two_heads(group="ram")),
    (
        "held_twice",
        Document(nodes=[post("Chef", Tenure("Ada"), Tenure("Bo"))]),
        Document(nodes=[post("Chef", ADA, BO)]),
    ),
    ("circle", circle(("a", "b"), ("b", "c"), ("c", "a")), circle(("a", "b"), ("b", "c"), ("a", "c"))),
    ("decides_without_right", decided("administration"), decided("committee")),
    ("decides_without_right", decided("management_team"), decided("post")),
    (
        "dates_in_wrong_order",
        Document(nodes=[Node("a", "A", facts=Facts(start="2009", end="2008"))]),
        Document(nodes=[Node("a", "A", facts=Facts(start="2009", end="2009-01"))]),
    ),
    (
        "unreadable_date",
        Document(nodes=[post("Chef", Tenure("Ada", start="i våras"))]),
        Document(nodes=[post("Chef", Tenure("Ada", start="2007-21"))]),
    ),
    (
        "unreadable_fact",
        Document(nodes=[Node("a", "A", attributes={"lg.tenures": "[{"})]),
        Document(nodes=[Node("a", "A", attributes={"lg.newer": "[{", "tenures": "[{"})]),
    ),
    (
        "unreadable_fact",
        Document([COUNCIL], info=Info(attributes={"lg.dismissed": "nej"})),
        Document([COUNCIL], info=Info(attributes={"lg.dismissed": '[{"rule":"a","elements":[],"reason":"b"}]'})),
    ),
    (
        "ends_do_not_fit",
        Document(nodes=[BOARD, COUNCIL], edges=[Edge("e", "ks", "kf", kind="deputises_for")]),
        Document(nodes=[Node("a", "A", "klan"), COUNCIL], edges=[Edge("e", "a", "kf", kind="deputises_for")]),
    ),
    (
        "deputy_of_nobody",
        Document(nodes=[post("Biträdande kommundirektör"), DIRECTOR]),
        Document(nodes=[post("Biträdande kommundirektör"), DIRECTOR], edges=[Edge("e", "p", "kd", kind="assists")]),
    ),
    (
        "deputy_of_nobody",
        Document(nodes=[post("Biträdande kommundirektör"), DIRECTOR]),
        Document(nodes=[post("Biträdande kommundirektör")]),
    ),
    ("more_than_counted", counted(7, 6), counted(6, 6)),
    ("more_than_counted", counted(7, 6), counted(7, None)),
    ("unknown_kind", Document(nodes=[Node("a", "A", "klan")]), Document(nodes=[Node("a", "A")])),
    (
        "ends_do_not_fit",
        Document(nodes=[BOARD, COUNCIL], edges=[Edge("e", "ks", "kf", kind="deputises_for")]),
        Document(nodes=[Node("a", "A"), DIRECTOR], edges=[Edge("e", "a", "kd", kind="deputises_for")]),
    ),
    ("tenure_of_nobody", Document(nodes=[post("Chef", Tenure(" "))]), Document(nodes=[post("Chef")])),
    (
        "tenure_of_nobody",
        Document(nodes=[post("Chef", Tenure("", status="planned"))]),
        Document(nodes=[post("Chef", Tenure("", status="vacant"))]),
    ),
    ("same_name", holding(Tenure("Ada Ek"), Tenure("ada  ek")), holding(Tenure("Ada Ek"), Tenure("Bo Ek"))),
    (
        "same_name",
        holding(Tenure("Ada Ek", person="1"), Tenure("Ada Ek")),
        holding(Tenure("Ada Ek", person="1"), Tenure("Ada Ek", person="2")),
    ),
    (
        "same_name",
        holding(Tenure("Ada Ek"), Tenure("Ada Ek")),
        holding(Tenure("Ada Ek", person="1"), Tenure("Ada Ek", person="1")),
    ),
    ("unknown_source", cited(), cited(SourceDocument("brev", "Brevet"))),
]


def said(document: Document, day: str = "2020-01-01", lang: str = "sv") -> list[Hint]:
    span = span_of(day)
    assert span is not None
    return check(document, VOCABULARY, ENTRIES, lang, span)


def rules(hints: Sequence[Hint]) -> set[str]:
    return {hint.rule for hint in hints}


@pytest.mark.parametrize(("rule", "speaks", "silent"), CASES)
def test_a_rule_speaks_and_is_silent(rule: str, speaks: Document, silent: Document) -> None:
    assert rule in rules(said(speaks))
    assert rule not in rules(said(silent))


def test_every_rule_has_a_case_and_words_in_both_languages() -> None:
    assert {rule for rule, _, _ in CASES} == set(RULES) == set(ENTRIES)
    for entry in ENTRIES.values():
        assert set(entry.text) == set(entry.advice) == {"sv", "en"}


@pytest.mark.parametrize(("day", "speaks"), [("2017-12-31", False), ("2018-01-01", True)])
def test_the_director_is_asked_for_from_the_day_the_law_does(day: str, speaks: bool) -> None:
    hints = said(Document(nodes=[node for node in WHOLE if node.id != "kd"]), day)
    assert ("no_director" in rules(hints)) is speaks


def test_what_is_gone_on_the_day_is_not_spoken_of_but_a_wrong_date_always_is() -> None:
    deputy = Node("p", "Biträdande chef", "post", facts=Facts(start="nyss", end="2008"))
    assert rules(said(Document(nodes=[deputy, DIRECTOR]), "2008-06-01")) == {"deputy_of_nobody", "unreadable_date"}
    gone = Node("p", "Biträdande chef", "post", facts=Facts(start="2009", end="2008"))
    assert rules(said(Document(nodes=[gone]), "2012-06-01")) == {"dates_in_wrong_order"}


def test_a_circle_is_told_once_and_from_its_start() -> None:
    (hint,) = said(circle(("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")))
    assert sorted(hint.elements) == ["a", "b", "c"]
    assert hint.text.count("→") == 3


def test_a_hint_names_what_it_is_about_and_what_to_do() -> None:
    (hint,) = [hint for hint in said(counted(7, 6), lang="en") if hint.rule == "more_than_counted"]
    assert hint.text == "Avdelningarna counts 6, but more are named."
    assert hint.elements[0] == "alla" and len(hint.elements) == 8
    assert hint.advice


@pytest.mark.parametrize("sample", ["sodertalje", "hassleholm", "norrtalje", "kommun-utan-namn", "haninge"])
def test_the_samples_are_not_scolded_for_being_parts(sample: str) -> None:
    document = read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document
    assert [(hint.rule, hint.text) for hint in said(document)] == []


def test_what_was_dismissed_is_not_pointed_out_until_it_is_about_something_else() -> None:
    document = counted(7, 6)
    [hint] = [hint for hint in said(document) if hint.rule == "more_than_counted"]
    with document.transaction("Avfärda") as step:
        dismiss(document, step, hint.rule, hint.elements, " Så  är det ")
    assert "more_than_counted" not in rules(said(document))
    span = span_of("2020-01-01")
    assert span is not None
    assert [one.reason for one in check_all(document, VOCABULARY, ENTRIES, "sv", span) if one.rule == hint.rule] == [
        "Så är det"
    ]
    with document.transaction("Åttonde") as step:
        step.add(Node("d8", "Avdelning 8", "department"))
        step.add(Edge("e8", "d8", "alla", kind="part_of"))
    assert "more_than_counted" in rules(said(document)), "an eighth is another matter"


@pytest.mark.parametrize(("version", "found"), [("1", False), ("2", True), ("klingon", True)])
def test_a_file_of_another_version_is_pointed_out_and_kept(version: str, found: bool) -> None:
    data = (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        '<key id="v" for="graph" attr.name="lg.version" attr.type="string"/>'
        f'<graph edgedefault="directed"><data key="v">{version}</data><node id="a"/></graph></graphml>'
    ).encode()
    reading = read_graphml(data)
    assert ("other_version" in rules(said(reading.document))) == found
    assert write_graphml(reading.document, reading.baseline) == data
