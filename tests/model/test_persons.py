"""Persons: when two holders are one, who is only alike, joining and parting, and a box of one's own."""

from pathlib import Path

from editor.geometry import Rect
from editor.model import persons
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Source, Tenure
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


def chart(*tenures: Tenure) -> Document:
    nodes = [
        Node(f"p{n}", f"Post {n}", "post", order=n, box=Rect(n * 200, 0, 160, 48), facts=Facts(tenures=(held,)))
        for n, held in enumerate(tenures)
    ]
    return Document(nodes=nodes)


def test_ids_decide_and_names_only_where_there_are_none() -> None:
    ada, same, other, bare = (
        Tenure("Ada Ek", person="1"),
        Tenure("A. Ek", person="1"),
        Tenure("Ada Ek", person="2"),
        Tenure("ada  ek"),
    )
    document = chart(ada, same, other, bare, Tenure("", status="vacant"))
    assert persons.is_same(ada, same) and not persons.is_same(ada, other) and not persons.is_same(bare, bare)
    assert persons.posts_of(document, ada) == ["p0", "p1", "p3"]
    assert persons.posts_of(document, other) == ["p2", "p3"]
    assert [[holder.post for holder in found] for found in persons.alike(document)] == [["p0", "p2", "p3"]]


def test_two_samples_put_together_keep_their_namesakes_apart() -> None:
    document = chart(Tenure("Ulla Ek", person="a"), Tenure("Ulla Ek", person="b"))
    assert list(persons.alike(document)) == []
    assert persons.posts_of(document, document.nodes["p0"].facts.tenures[0]) == ["p0"]
    with document.transaction("En person") as step:
        persons.join_persons(document, step, [("p0", 0), ("p1", 0)])
    assert persons.posts_of(document, document.nodes["p0"].facts.tenures[0]) == ["p0", "p1"]


def test_namesakes_are_parted_for_good() -> None:
    document = chart(Tenure("Ada Ek"), Tenure("Ada Ek"))
    with document.transaction("Olika") as step:
        persons.part_persons(document, step, [("p0", 0), ("p1", 0)])
    ids = {document.nodes[id].facts.tenures[0].person for id in ("p0", "p1")}
    assert len(ids) == 2 and None not in ids
    assert list(persons.alike(document)) == []


def test_a_box_of_ones_own_has_a_line_to_every_post_and_is_there_once() -> None:
    source = Source("d", 3)
    document = chart(
        Tenure("Ada Ek", person="1", start="2009", sources=(source,)),
        Tenure("Ada Ek", person="1", certainty="interpreted"),
        Tenure("Bo"),
    )
    with document.transaction("Ruta") as step:
        box = persons.add_person_box(document, step, VOCABULARY, "p0", 0)
        assert persons.add_person_box(document, step, VOCABULARY, "p1", 0) == box
    assert document.nodes[box].kind == "person" and document.nodes[box].name == "Ada Ek"
    lines: list[Edge] = list(document.edges.values())
    assert [(line.kind, line.source, line.target) for line in lines] == [("holds", box, "p0"), ("holds", box, "p1")]
    assert lines[0].facts == Facts(start="2009", sources=(source,)) and lines[1].facts.certainty == "interpreted"
    assert VOCABULARY.relation("holds").fits("person", "post")
    document.undo()
    assert box not in document.nodes


def test_the_words_of_an_appointment_name_somebody_known_or_new() -> None:
    document = chart(Tenure("Ada Ek", person="ada", party="s"))
    assert persons.tenure_of(document, "ada", "2010") == Tenure("Ada Ek", person="ada", party="s", start="2010")
    assert persons.tenure_of(document, "Ada Ek", "2010") == Tenure("Ada Ek", start="2010")
    assert persons.tenure_of(document, " Bo  Å (mp) ", "2010") == Tenure("Bo Å", party="mp", start="2010")
