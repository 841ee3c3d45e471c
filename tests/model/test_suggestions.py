"""Ways that the editor found by itself: shown, following, and stated only between boxes that are placed."""

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.lines import straighten
from editor.model.moving import moved
from editor.model.records import Edge, Node
from editor.model.suggestions import as_stated

WAY = (Point(50, 40), Point(150, 40))


def suggested(placed: bool = False) -> Document:
    nodes = [
        Node("a", box=Rect(0, 0, 100, 20), placed=placed),
        Node("b", box=Rect(100, 60, 100, 20), placed=placed),
    ]
    return Document(nodes, [Edge("e", "a", "b", bends=WAY, loose=True)])


def test_between_suggested_places_a_way_is_what_it_was_before() -> None:
    before = {"e": Edge("e", "a", "b", bends=(Point(7, 7),))}
    assert as_stated(suggested(), before).edges["e"] == before["e"]
    assert as_stated(suggested(), {}).edges["e"].bends == ()


def test_between_boxes_that_are_placed_it_is_stated() -> None:
    stated = as_stated(suggested(placed=True), {}).edges["e"]
    assert stated.bends == WAY and not stated.loose


def test_a_document_without_such_ways_is_itself() -> None:
    document = Document([Node("a"), Node("b")], [Edge("e", "a", "b", bends=WAY)])
    assert as_stated(document, {}) is document


def test_such_a_way_follows_a_box_that_moves_and_another_stays() -> None:
    document = suggested()
    (edge,) = (record for record in moved(document, ["b"], 10, 0) if isinstance(record, Edge))
    assert edge.bends == (Point(50, 40), Point(160, 40)) and edge.loose
    drawn = Document(document.nodes.values(), [Edge("e", "a", "b", bends=WAY)])
    assert not [record for record in moved(drawn, ["b"], 10, 0) if isinstance(record, Edge)]


def test_a_way_that_somebody_chose_settles_its_ends() -> None:
    document = suggested()
    with document.transaction("straight") as step:
        straighten(document, step, ["e"])
    assert document.nodes["a"].placed and document.nodes["b"].placed
    assert as_stated(document, {}).edges["e"].bends == ()
    document.undo()
    assert not document.nodes["a"].placed and document.edges["e"].bends == WAY
