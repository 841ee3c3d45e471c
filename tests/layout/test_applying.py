"""An arrangement is put into the document in one write and one step."""

from editor.geometry import Point, Rect
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement
from editor.model.changes import ChangeSet
from editor.model.document import Document
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
