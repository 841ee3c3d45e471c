"""Plus and minus open and close; what is hidden moves along with the box it is hidden in."""

import sys
from pathlib import Path

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver


def chain() -> Document:
    nodes = [Node(id, id, box=Rect(0, 100 * n, 80, 40), order=float(n)) for n, id in enumerate("abc")]
    return Document(nodes, [Edge("ab", "a", "b", order=0.0), Edge("bc", "b", "c", order=1.0)])


def test_minus_collapses_and_plus_expands_as_steps() -> None:
    document = chain()
    driver = EditorDriver(document)
    driver.editor.selection.set(["a"])
    driver.key("Minus", text="-")
    assert document.nodes["a"].collapsed and document.history.undo_name == "Collapse"
    driver.key("Plus", text="+")
    assert not document.nodes["a"].collapsed
    driver.key("Minus", "ctrl", text="-")
    assert not document.nodes["a"].collapsed, "that is for zooming"


def test_hidden_boxes_follow_a_drag() -> None:
    document = chain()
    driver = EditorDriver(document)
    driver.editor.selection.set(["b"])
    driver.key("Minus", text="-")
    driver.editor.selection.set([])
    driver.down(10, 110).move(60, 110, "alt").move(210, 110, "alt").up()
    assert document.nodes["b"].box == Rect(200, 100, 80, 40)
    assert document.nodes["c"].box == Rect(200, 200, 80, 40)
