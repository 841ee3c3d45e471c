"""An arrangement is put into the document in one write and one step."""

from editor.geometry import Point, Rect
from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import write_graphml
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement, suggest_arrangement
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.edits import move_by
from editor.model.records import Edge, Node


def test_listeners_are_told_once_and_undo_takes_all_of_it_back() -> None:
    document = Document([Node("a"), Node("b")], [Edge("e", "a", "b")])
    told: list[ChangeSet] = []
    document.listen(told.append)
    boxes = {"a": Rect(0, 0, 10, 10), "b": Rect(0, 40, 10, 10), "gone": Rect(0, 80, 10, 10)}
    apply_arrangement(document, Arrangement(boxes, {"e": (Point(5, 20),), "gone too": ()}), "down", "Lay out")
    assert len(told) == 1 and document.history.undo_name == "Lay out"
    assert document.nodes["b"].box == boxes["b"] and document.edges["e"].bends == (Point(5, 20),)
    assert document.info.preset == "down"
    document.undo()
    assert document.nodes["b"].box is None and document.edges["e"].bends == () and document.info.preset is None


FILE = (
    b"<graphml><graph edgedefault='directed'><node id='a'/><node id='b'/><node id='c'/>"
    b"<edge source='a' target='b'/><edge source='a' target='c'/></graph></graphml>"
)
PLACES = {"a": Rect(50, 0, 80, 20), "b": Rect(0, 60, 80, 20), "c": Rect(100, 60, 80, 20)}


def suggested() -> Reading:
    reading = read_graphml(FILE)
    left, right = reading.document.edges
    ways = {left: (Point(90, 40), Point(40, 40)), right: (Point(90, 40), Point(140, 40))}
    suggest_arrangement(reading.document, Arrangement(PLACES, ways))
    return reading


def test_what_is_only_suggested_is_seen_and_is_not_written() -> None:
    reading = suggested()
    document = reading.document
    assert all(node.box is not None for node in document.nodes.values())
    assert all(edge.bends for edge in document.edges.values())
    assert not document.history.done
    assert write_graphml(document, reading.baseline) == FILE


def test_ways_are_written_where_both_ends_were_moved() -> None:
    reading = suggested()
    document = reading.document
    with document.transaction("move") as step:
        move_by(document, step, ["a", "b"], 10, 0)
    again = read_graphml(write_graphml(document, reading.baseline)).document
    written, left_out = again.edges.values()
    assert written.bends == (Point(100, 40), Point(50, 40)) and left_out.bends == ()
    assert (again.nodes["a"].box, again.nodes["c"].box) == (Rect(60, 0, 80, 20), None)


def test_ways_and_places_that_a_file_has_are_kept() -> None:
    document = Document([Node("a", box=Rect(0, 0, 9, 9)), Node("b")], [Edge("e", "a", "b", bends=(Point(1, 2),))])
    suggest_arrangement(document, Arrangement({**PLACES}, {"e": (Point(5, 5),)}))
    assert document.nodes["a"].box == Rect(0, 0, 9, 9) and document.nodes["b"].box == PLACES["b"]
    assert document.edges["e"].bends == (Point(1, 2),)
