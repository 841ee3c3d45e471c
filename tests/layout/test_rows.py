"""Places at once: rows without overlaps, everything inside its frame."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from editor.geometry import Rect
from editor.layout.rows import in_rows
from editor.model.document import Document
from editor.model.records import Node


def test_no_node_no_place() -> None:
    assert in_rows(Document(), {}).boxes == {}


@given(st.data())
def test_nothing_overlaps_and_frames_hold_their_members(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 25))
    frames = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    nodes: list[Node] = []
    for number in range(count):
        outer = [node.id for node in nodes if node.is_group]
        group = data.draw(st.sampled_from([None, *outer]))
        nodes.append(Node(f"n{number}", is_group=frames[number], group=group, order=float(number)))
    sizes = {node.id: (data.draw(st.floats(1, 900)), data.draw(st.floats(1, 300))) for node in nodes}
    boxes = in_rows(Document(nodes), sizes).boxes
    assert boxes.keys() == sizes.keys()
    for node in nodes:
        if node.group is not None:
            assert boxes[node.group].encloses(boxes[node.id])
    for one, other in itertools.combinations(nodes, 2):
        if one.group == other.group:
            assert not _inset(boxes[one.id]).overlaps(_inset(boxes[other.id]))


def test_what_is_hidden_has_no_place() -> None:
    folded = [Node("f", is_group=True, folded=True), Node("inside", group="f")]
    collapsed = [Node("g", is_group=True), Node("in it", group="g"), Node("out")]
    shown = {"f": (80.0, 40.0), "out": (80.0, 40.0)}
    assert in_rows(Document([*folded, *collapsed]), shown).boxes.keys() == shown.keys()


def _inset(box: Rect) -> Rect:
    return box.grown(-0.001)
