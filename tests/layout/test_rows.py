"""Places at once: rows without overlaps, everything inside its frame."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from editor.geometry import Rect
from editor.layout.rows import beside_others, in_rows
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


def test_what_has_no_place_stands_below_what_has_one() -> None:
    there = [Node("a", box=Rect(100, 0, 80, 40)), Node("b", box=Rect(300, 100, 80, 40))]
    document = Document([*there, Node("c"), Node("d")])
    boxes = beside_others(document, dict.fromkeys("abcd", (80.0, 40.0))).boxes
    assert boxes.keys() == {"c", "d"}
    assert all(box.y > 140 and box.x >= 100 for box in boxes.values()) and not boxes["c"].overlaps(boxes["d"])


def test_a_frame_without_a_place_stands_around_what_is_in_it() -> None:
    nodes = [
        Node("outer", is_group=True),
        Node("inner", is_group=True, group="outer"),
        Node("a", group="inner", box=Rect(0, 0, 80, 40)),
        Node("b", group="inner"),
        Node("far", box=Rect(900, 900, 80, 40)),
    ]
    boxes = beside_others(Document(nodes), dict.fromkeys(("outer", "inner", "a", "b", "far"), (80.0, 40.0))).boxes
    assert boxes["inner"].encloses(Rect(0, 0, 80, 40)) and boxes["inner"].encloses(boxes["b"])
    assert boxes["outer"].encloses(boxes["inner"]) and not boxes["b"].overlaps(Rect(0, 0, 80, 40))


def test_what_is_new_in_a_frame_of_the_file_leaves_the_frame_as_it_is() -> None:
    nodes = [
        Node("f", is_group=True, box=Rect(0, 0, 100, 60)),
        Node("a", group="f"),
        Node("g", is_group=True),
        Node("b", group="g"),
    ]
    boxes = beside_others(Document(nodes), dict.fromkeys("fagb", (80.0, 40.0))).boxes
    assert boxes.keys() == {"a", "g", "b"} and boxes["g"].encloses(boxes["b"])
    assert not any(boxes[id].overlaps(Rect(0, 0, 100, 60)) for id in "ag") and not boxes["a"].overlaps(boxes["g"])


def test_a_folded_frame_is_placed_as_a_box() -> None:
    nodes = [
        Node("f", is_group=True, folded=True),
        Node("a", group="f", box=Rect(0, 0, 9, 9)),
        Node("b", box=Rect(0, 0, 9, 9)),
    ]
    assert beside_others(Document(nodes), {"f": (80.0, 40.0), "b": (9.0, 9.0)}).boxes.keys() == {"f"}


def _inset(box: Rect) -> Rect:
    return box.grown(-0.001)
