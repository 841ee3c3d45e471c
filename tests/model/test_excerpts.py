"""A part of a chart put into another: everything it had, with ids of its own, in a free place."""

from pathlib import Path

import pytest

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.excerpts import excerpt, free_beside, free_near, insert, insert_document, insert_under
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument
from editor.model.structure import Structure
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


@pytest.fixture
def document() -> Document:
    """A frame g with a and b inside, c under a, d alone; a rests on a document."""
    facts = Facts(sources=(Source("prot", 3),), note="viktigt")
    nodes = [
        Node("g", "Ramen", box=Rect(0, 0, 500, 200), is_group=True, order=0),
        Node("a", "A", group="g", box=Rect(20, 40, 100, 40), facts=facts, attributes={"ort": "Lund"}, order=1),
        Node("b", "B", group="g", box=Rect(200, 40, 100, 40), order=2),
        Node("c", "C", box=Rect(20, 300, 100, 40), order=3, placed=False),
        Node("d", "D", box=Rect(300, 300, 100, 40), order=4),
    ]
    edges = [Edge("ac", "a", "c", bends=(Point(70, 250),)), Edge("cd", "c", "d", order=1)]
    info = Info(title="Allt", documents=(SourceDocument("prot", "Protokoll"), SourceDocument("x", "Annat")))
    return Document(nodes, edges, info)


def test_an_excerpt_has_the_insides_and_the_relations_among_them(document: Document) -> None:
    part = excerpt(document, ["g", "c"])
    assert set(part.nodes) == {"g", "a", "b", "c"} and set(part.edges) == {"ac"}
    assert part.nodes["c"].placed
    assert [source.id for source in part.info.documents] == ["prot"] and part.info.title == ""
    assert excerpt(document, ["a"]).nodes["a"].group is None


def test_what_is_put_back_has_new_ids_and_everything_else(document: Document) -> None:
    part = excerpt(document, ["g", "c"])
    with document.transaction("Klistra in") as step:
        ids = insert(document, step, part, (1000.0, 10.0))
    a, line = document.nodes[ids["a"]], document.edges[ids["ac"]]
    assert ids.keys().isdisjoint(ids.values())
    assert (a.name, a.group, a.box, a.attributes) == ("A", ids["g"], Rect(1020, 50, 100, 40), {"ort": "Lund"})
    assert a.facts == document.nodes["a"].facts
    assert (line.source, line.target, line.bends) == (ids["a"], ids["c"], (Point(1070, 260),))
    assert len(document.info.documents) == 2
    document.undo()
    assert len(document.nodes) == 5 and len(document.edges) == 2


def test_documents_come_along_and_are_not_confused_with_others(document: Document) -> None:
    other = Document(info=Info(documents=(SourceDocument("prot", "Ett helt annat"),)))
    ids = insert_document(other, excerpt(document, ["a"]), "Klistra in")
    assert [(found.id, found.title) for found in other.info.documents] == [
        ("prot", "Ett helt annat"),
        ("prot-2", "Protokoll"),
    ]
    assert other.nodes[ids[0]].facts.sources == (Source("prot-2", 3),)


def test_a_branch_is_hung_under_a_box_below_its_last_child(document: Document) -> None:
    part = excerpt(document, ["c", "d"])
    with document.transaction("Klistra in") as step:
        ids = insert_under(document, step, VOCABULARY, part, "d")
    structure = Structure(document, VOCABULARY)
    assert structure.parent[ids["c"]] == "d" and structure.parent[ids["d"]] == ids["c"]
    boxes = [node.box for node in document.nodes.values() if node.box is not None and not node.is_group]
    assert not any(a.overlaps(b) for a in boxes for b in boxes if a is not b)


def test_what_is_put_into_a_frame_stands_inside_it(document: Document) -> None:
    with document.transaction("Klistra in") as step:
        ids = insert_under(document, step, VOCABULARY, excerpt(document, ["c", "d"]), "g")
    frame = document.nodes["g"].box
    assert frame is not None
    for id in ids.values():
        box = document.nodes[id].box if id in document.nodes else None
        assert id in document.edges or (box is not None and frame.encloses(box))
    assert document.nodes[ids["d"]].group == "g"


def test_a_free_place_is_found_beside_a_box(document: Document) -> None:
    place = free_beside(document, Rect(20, 300, 100, 40), Point(150, 40))
    assert not document.indexes.boxes.touching(Rect(*place, 150, 40))
    assert place.y == 300


@pytest.mark.parametrize("way", [(0, 0), (40, 0), (0, -30), (-60, 10)])
def test_what_is_wanted_on_others_finds_the_nearest_free_place(document: Document, way: tuple[int, int]) -> None:
    box = document.nodes["c"].box
    assert box is not None
    wanted = Rect(box.x, box.y, 150, 40).moved(*way)
    place = Rect(*free_near(document, wanted), 150, 40)
    assert not document.indexes.boxes.touching(place)
    assert free_near(document, place) == (place.x, place.y)


def test_a_pasted_branch_makes_room_as_an_added_box_does() -> None:
    """It stands after the last child, and what stood there moves aside instead of being covered."""
    nodes = [Node("top", box=Rect(0, 0, 150, 40)), Node("one", box=Rect(0, 100, 150, 40), order=1.0)]
    nodes += [Node("wall", box=Rect(182, 100, 150, 40), order=2.0), Node("other", box=Rect(182, 0, 150, 40), order=3.0)]
    document = Document(nodes, [Edge("e", "top", "one"), Edge("f", "other", "wall")])
    part = Document([Node("p", box=Rect(0, 0, 150, 40)), Node("q", box=Rect(40, 60, 150, 40))], [Edge("pq", "p", "q")])
    before = dict(document.nodes)
    with document.transaction("Klistra in") as step:
        ids = insert_under(document, step, VOCABULARY, part, "top")
    boxes = {id: node.box for id, node in document.nodes.items() if node.box is not None}
    assert not any(boxes[a].overlaps(boxes[b]) for a in boxes for b in boxes if a != b)
    assert Structure(document, VOCABULARY).parent[ids["p"]] == "top"
    new = boxes[ids["p"]]
    assert abs(new.y - boxes["one"].y) < 120 and abs(new.x - boxes["one"].x) < 220
    assert document.nodes["top"] == before["top"] and document.nodes["one"] == before["one"]
    document.undo()
    assert dict(document.nodes) == before
