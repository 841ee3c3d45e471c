"""Frames are made, nested, folded and dissolved; branches collapse; everything is one step that can be undone."""

from editor.geometry import Rect
from editor.model import grouping
from editor.model.collapsing import hidden_by_branches, revealing, set_collapsed
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary

PLAIN = Vocabulary()


def tree() -> Document:
    """a over b and c; b over d."""
    places = {"a": (100, 0), "b": (0, 100), "c": (200, 100), "d": (0, 200)}
    nodes = [Node(id, id, box=Rect(x, y, 80, 40), order=float(n)) for n, (id, (x, y)) in enumerate(places.items())]
    lines = [("a", "b"), ("a", "c"), ("b", "d")]
    return Document(nodes, [Edge(f"e{n}", *ends, order=float(n)) for n, ends in enumerate(lines)])


def state(document: Document) -> tuple[object, ...]:
    return dict(document.nodes), dict(document.edges)


def test_a_frame_goes_around_its_members_and_is_undone_whole() -> None:
    document = tree()
    before = state(document)
    with document.transaction("group") as step:
        id = grouping.group(document, step, ["b", "d"], "Ram")
    assert id is not None
    frame = document.nodes[id]
    assert frame.is_group and frame.box is not None
    for member in "bd":
        box = document.nodes[member].box
        assert document.nodes[member].group == id and box is not None and frame.box.encloses(box)
    document.undo()
    assert state(document) == before


def test_a_frame_inside_a_frame_stands_in_the_innermost_that_holds_all() -> None:
    document = tree()
    with document.transaction("outer") as step:
        outer = grouping.group(document, step, "abcd", "Ytter")
    with document.transaction("inner") as step:
        inner = grouping.group(document, step, ["b", "d"], "Inner")
    assert inner is not None and document.nodes[inner].group == outer
    with document.transaction("out") as step:
        free = grouping.ungroup(document, step, [inner])
    assert set(free) == {"b", "d"} and all(document.nodes[id].group == outer for id in free)


def test_taking_a_frame_away_leaves_boxes_and_lines() -> None:
    document = tree()
    with document.transaction("group") as step:
        id = grouping.group(document, step, ["b", "d"], "Ram")
    with document.transaction("ungroup") as step:
        grouping.ungroup(document, step, [str(id)])
    assert set(document.nodes) == set("abcd") and set(document.edges) == {"e0", "e1", "e2"}


def test_nothing_selected_makes_no_frame() -> None:
    document = tree()
    with document.transaction("group") as step:
        assert grouping.group(document, step, ["e0"], "Ram") is None
    assert document.history.undo_name is None


def test_a_folded_frame_is_small_and_opens_where_its_members_are() -> None:
    document = tree()
    with document.transaction("group") as step:
        id = str(grouping.group(document, step, ["b", "d"], "Ram"))
    whole = document.nodes[id].box
    with document.transaction("fold") as step:
        grouping.set_folded(document, step, [id, "a"], True)
    small = document.nodes[id].box
    assert whole is not None and small is not None and small.height < whole.height
    assert not document.nodes["a"].folded
    with document.transaction("open") as step:
        grouping.set_folded(document, step, [id], False)
    assert document.nodes[id].box == whole


def test_a_collapsed_branch_hides_all_below_and_the_uppermost_box_counts() -> None:
    document = tree()
    with document.transaction("collapse") as step:
        set_collapsed(document, step, PLAIN, ["b", "a", "d"], True)
    assert not document.nodes["d"].collapsed, "nothing is below it"
    assert hidden_by_branches(document, PLAIN) == {"b": "a", "c": "a", "d": "a"}
    assert revealing(document, PLAIN, "d") == (["b", "a"], [])
    with document.transaction("expand") as step:
        set_collapsed(document, step, PLAIN, ["a"], False)
    assert hidden_by_branches(document, PLAIN) == {"d": "b"}
    document.undo()
    document.undo()
    assert not document.indexes.collapsed
