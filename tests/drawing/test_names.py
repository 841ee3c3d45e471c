"""Names that a person would say, for readers who can't see the drawing."""

from pathlib import Path

import pytest
from example_charts import CHARTS, VOCABULARY, drawn

from editor.drawing.captions import count_of, edge_title, edge_word, frequency_of, holders_of, node_desc, node_title
from editor.geometry import Rect
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Facts, Label, Look, Node, Task, Tenure

SAMPLES = Path(__file__).parents[2] / "samples"


def node(**facts: object) -> Node:
    return Node("n17", "Kommundirektör", "post", facts=Facts(**facts))  # type: ignore[arg-type]


def test_a_post_is_named_with_its_kind_and_its_holder() -> None:
    post = node(tenures=(Tenure("Ulla Å", party="S"),))
    assert node_title(post, VOCABULARY, "sv") == "Befattning Kommundirektör, Ulla Å (S)"
    assert node_title(post, VOCABULARY, "en").endswith("Kommundirektör, Ulla Å (S)")


@pytest.mark.parametrize(
    ("tenure", "said"),
    [
        (Tenure("Ulla Å", certainty="interpreted"), "Ulla Å, tolkat"),
        (Tenure("Ulla Å", start="XXXX-06-01"), "Ulla Å, från 1 juni"),
        (Tenure("Ulla Å", start="XXXX-02-01"), "Ulla Å"),
        (Tenure("", status="vacant"), "vakant"),
    ],
)
def test_a_holder_is_said_with_what_is_known(tenure: Tenure, said: str) -> None:
    assert holders_of(node(start="XXXX-02-01", tenures=(tenure,)), "sv") == [said]


def test_only_who_holds_it_now_is_named() -> None:
    tenures = (Tenure("Anna", status="ended"), Tenure("Bo"))
    assert holders_of(node(tenures=tenures), "sv") == ["Bo"]


def test_vacant_is_said_only_where_it_is_stated() -> None:
    assert holders_of(node(), "sv") == []
    assert holders_of(node(status="vacant"), "en") == ["vacant"]


@pytest.mark.parametrize(
    ("times", "lang", "said"),
    [(4, "sv", "4 gånger om året"), (1, "sv", "en gång om året"), (2, "en", "2 times a year"), (None, "sv", "")],
)
def test_how_often(times: int | None, lang: str, said: str) -> None:
    assert frequency_of(node(per_year=times), lang) == said


def test_a_set_says_how_many_or_that_this_is_not_stated() -> None:
    assert count_of(Node("a", "Avdelningarna", "counted_set", facts=Facts(count=6)), "sv") == "6 till antalet"
    assert count_of(Node("a", "Avdelningarna", "counted_set"), "sv") == "antal framgår inte"
    assert count_of(Node("a", "6 avdelningar", "counted_set", facts=Facts(count=6)), "sv") == ""


def test_the_description_adds_dates_tasks_and_the_note() -> None:
    post = node(start="XXXX-04-03", tasks=(Task("leda"),), note="Ny.", per_year=2)
    assert node_desc(post, "sv") == "2 gånger om året; från 3 april; leda; Ny."


def test_a_relation_is_a_sentence() -> None:
    board = Node("b", "Kommun-\nstyrelsen", "executive_board")
    edge = Edge("e", "n17", "b", kind="reports_to")
    assert edge_title(edge, node(), board, VOCABULARY, "sv") == "Kommundirektör rapporterar till Kommun- styrelsen"
    assert edge_title(edge, node(), board, VOCABULARY, "en") == "Kommundirektör reports to Kommun- styrelsen"


def test_our_reading_of_a_text_is_marked_on_the_line() -> None:
    reading = Facts(certainty="interpreted")
    assert edge_word(Edge("e", "a", "b", kind="leads", facts=reading), VOCABULARY, "sv") == "tolkat"
    assert edge_word(Edge("e", "a", "b", kind="assists", facts=reading), VOCABULARY, "sv") == "biträder (tolkat)"


def test_a_nameless_box_is_called_by_its_further_label_or_said_to_have_no_name() -> None:
    labelled = Node("n0::n1", "", labels=(Label("Stab"),))
    assert node_title(labelled, VOCABULARY, "sv") == "Stab"
    assert node_title(Node("n0::n1", " ", look=Look(shape="ellipse")), VOCABULARY, "sv") == "utan namn"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.graphml")), ids=lambda path: path.stem)
def test_no_name_in_a_sample_is_an_id(path: Path, lang: str) -> None:
    document = read_graphml(path.read_bytes()).document
    ids = {*document.nodes, *document.edges}
    unspeakable = {id for id in ids if "-" in id}
    titles = [block.title for block in drawn(document, lang).blocks if block.record]
    assert len(titles) == len(ids)
    assert all(title.strip() and not unspeakable.intersection(title.split()) for title in titles)


def test_every_block_of_a_record_has_a_title() -> None:
    for chart in CHARTS.values():
        assert all(block.title for block in drawn(chart()).blocks if block.record)


def test_a_title_is_never_as_long_as_its_label() -> None:
    long = Node("a", "ord " * 100_000, box=Rect(0, 0, 100, 40))
    (block,) = drawn(Document([long]), paper=False).blocks
    assert len(block.title) < 400
