"""Lines to what a collapsed branch or a folded group hides are drawn at what hides it, wherever that is moved."""

import pytest
from example_charts import VOCABULARY
from msgspec.structs import replace

from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.text.fixed import FixedMeasurer


@pytest.fixture
def document() -> Document:
    """A collapsed branch, a folded group, and a box with a line to what each of them hides."""
    nodes = [
        Node("top", box=Rect(0, 0, 100, 40), collapsed=True, order=0),
        Node("leaf", box=Rect(0, 100, 100, 40), order=1),
        Node("group", box=Rect(0, 300, 100, 40), is_group=True, folded=True, order=2),
        Node("member", box=Rect(10, 310, 20, 20), group="group", order=3),
        Node("other", box=Rect(400, 150, 100, 40), order=4),
    ]
    edges = [Edge("tree", "top", "leaf", order=0), Edge("to_leaf", "other", "leaf", kind="cooperates_with", order=1)]
    return Document(nodes, [*edges, Edge("to_member", "other", "member", kind="cooperates_with", order=2)])


@pytest.mark.parametrize(("hides", "line"), [("top", "to_leaf"), ("group", "to_member")])
@pytest.mark.parametrize("box", [Rect(0, 600, 100, 40), Rect(0, 0, 300, 80)])
def test_a_line_follows_what_hides_its_end(document: Document, hides: str, line: str, box: Rect) -> None:
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    kept = {id: maker.block(id) for id in maker.ids_in_order()}
    changes: list[ChangeSet] = []
    document.listen(changes.append)
    with document.transaction("move") as step:
        step.put(replace(document.nodes[hides], box=box))
    concerned = set().union(*(maker.concerned(change) for change in changes))
    assert line in concerned and maker.block(line) != kept[line]
    assert {id for id in kept if maker.block(id) != kept[id]} <= concerned
