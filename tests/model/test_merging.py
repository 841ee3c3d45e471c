"""Two people's changes of one document: both are had where they go together, and the rest is asked for."""

import hypothesis.strategies as st
import msgspec
from hypothesis import given

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.merging import Merge, records_of
from editor.model.records import Edge, Node, Record


def start() -> Document:
    nodes = [
        Node("a", "A", box=Rect(0, 0, 10, 10), order=1),
        Node("b", "B", box=Rect(0, 50, 10, 10), order=2),
        Node("g", "G", is_group=True, order=3),
        Node("h", "H", is_group=True, order=4),
    ]
    return Document(nodes, [Edge("e", "a", "b")])


def changed(*records: Record, without: tuple[str, ...] = ()) -> Document:
    document = start()
    with document.transaction("change") as step:
        step.put(*records)
        step.remove(*without)
    return document


def node(id: str, **fields: object) -> Node:
    return msgspec.structs.replace(start().nodes.get(id) or Node(id, id), **fields)


def merged(mine: Document, theirs: Document, *wins: str) -> tuple[list[str], Document]:
    merge = Merge(records_of(start()), records_of(mine), records_of(theirs))
    merge.apply(theirs, "merge", wins)
    return [conflict.id for conflict in merge.conflicts], theirs


def test_what_only_one_has_touched_is_taken_from_both() -> None:
    mine = changed(node("a", name="A!"), Node("m", "new"), Edge("em", "a", "m"))
    theirs = changed(node("b", name="B!"), without=("e",))
    conflicts, both = merged(mine, theirs)
    assert not conflicts and {n.name for n in both.nodes.values()} == {"A!", "B!", "G", "H", "new"}
    assert set(both.edges) == {"em"}
    assert both.undo() == "merge" and both.nodes["a"].name == "A"


def test_different_fields_of_one_box_go_together() -> None:
    conflicts, both = merged(changed(node("a", name="A!")), changed(node("a", box=Rect(5, 5, 10, 10))))
    assert not conflicts
    assert (both.nodes["a"].name, both.nodes["a"].box) == ("A!", Rect(5, 5, 10, 10))


def test_the_same_change_on_both_sides_is_no_conflict_and_no_step() -> None:
    theirs = changed(node("a", name="A!"))
    before = len(theirs.history.done)
    conflicts, both = merged(changed(node("a", name="A!")), theirs)
    assert not conflicts and len(both.history.done) == before


def test_of_two_names_the_chosen_one_is_taken_and_the_rest_of_both() -> None:
    mine, theirs = changed(node("a", name="mine", pinned=True)), changed(node("a", name="theirs", collapsed=True))
    conflicts, both = merged(mine, theirs, "a")
    assert conflicts == ["a"]
    assert (both.nodes["a"].name, both.nodes["a"].pinned, both.nodes["a"].collapsed) == ("mine", True, True)
    _, both = merged(mine, changed(node("a", name="theirs", collapsed=True)))
    assert (both.nodes["a"].name, both.nodes["a"].pinned, both.nodes["a"].collapsed) == ("theirs", True, True)


def test_removed_by_one_and_changed_by_the_other_is_asked() -> None:
    conflicts, both = merged(changed(node("a", name="A!")), changed(without=("a",)), "a")
    assert conflicts == ["a"] and both.nodes["a"].name == "A!" and set(both.edges) == {"e"}
    conflicts, both = merged(changed(node("a", name="A!")), changed(without=("a",)))
    assert conflicts == ["a"] and "a" not in both.nodes
    conflicts, both = merged(changed(without=("a",)), changed(node("a", name="A!")), "a")
    assert conflicts == ["a"] and "a" not in both.nodes
    conflicts, both = merged(changed(without=("a",)), changed(node("a", name="A!")))
    assert conflicts == ["a"] and both.nodes["a"].name == "A!"


def test_a_line_drawn_to_what_the_other_removed_is_asked() -> None:
    mine = changed(Node("m", "new"), Edge("em", "m", "b"))
    conflicts, both = merged(mine, changed(without=("b",)))
    assert conflicts == ["b"] and "b" not in both.nodes and "m" in both.nodes and not both.edges
    conflicts, both = merged(mine, changed(without=("b",)), "b")
    assert conflicts == ["b"] and set(both.edges) == {"e", "em"}


def test_two_new_ones_with_the_same_id_are_two() -> None:
    mine = changed(Node("n", "mine"), Edge("x", "n", "a"), Node("in", "inside", group="g"))
    conflicts, both = merged(mine, changed(Node("n", "theirs"), Edge("x", "b", "n")))
    assert not conflicts
    assert sorted(n.name for n in both.nodes.values() if n.id.startswith("n")) == ["mine", "theirs"]
    ends = {(both.nodes[e.source].name, both.nodes[e.target].name) for e in both.edges.values()}
    assert ends == {("A", "B"), ("mine", "A"), ("B", "theirs")}


def test_two_moves_that_would_make_a_loop_leave_the_others() -> None:
    conflicts, both = merged(changed(node("g", group="h", name="G!")), changed(node("h", group="g")))
    assert not conflicts
    assert (both.nodes["h"].group, both.nodes["g"].group, both.nodes["g"].name) == ("g", None, "G!")


def test_a_frame_that_has_gone_leaves_its_new_member_outside() -> None:
    conflicts, both = merged(changed(node("a", group="g")), changed(without=("g",)))
    assert conflicts == ["g"] and both.nodes["a"].group is None


def test_suggested_places_and_numbers_of_order_are_no_changes() -> None:
    theirs = changed(node("a", order=7), node("b", box=None))
    mine = changed(node("a", order=9), node("g", box=Rect(0, 0, 9, 9), placed=False))
    merge = Merge(records_of(start()), records_of(mine), records_of(theirs))
    assert not merge.conflicts
    before = len(theirs.history.done)
    merge.apply(theirs, "merge", ())
    assert len(theirs.history.done) == before


RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Node,
        st.sampled_from(["a", "b", "g", "h", "n"]),
        st.sampled_from(["A", "x", "y"]),
        group=st.sampled_from([None, "g", "h"]),
        box=st.sampled_from([None, Rect(0, 0, 5, 5)]),
        is_group=st.just(True),
    ),
    st.builds(
        Edge,
        st.sampled_from(["e", "f"]),
        st.sampled_from(["a", "b", "g"]),
        st.sampled_from(["a", "b", "h"]),
        bends=st.sampled_from([(), (Point(1, 1),)]),
    ),
)
CHANGES = st.tuples(st.lists(RECORDS, max_size=4), st.sets(st.sampled_from(["a", "b", "g", "h", "e"]), max_size=2))


def made(change: tuple[list[Record], set[str]]) -> Document:
    document = start()
    try:
        with document.transaction("change") as step:
            step.put(*change[0])
            step.remove(*change[1])
    except ValueError:
        return start()
    return document


@given(CHANGES, CHANGES, st.booleans())
def test_whatever_both_did_the_result_is_sound_and_can_be_undone(
    mine: tuple[list[Record], set[str]], theirs: tuple[list[Record], set[str]], mine_wins: bool
) -> None:
    here, there = made(mine), made(theirs)
    as_it_was = records_of(there)
    merge = Merge(records_of(start()), records_of(here), as_it_was)
    merge.apply(there, "merge", [conflict.id for conflict in merge.conflicts] if mine_wins else [])
    for edge in there.edges.values():
        assert {edge.source, edge.target} <= set(there.nodes)
    if there.history.undo_name == "merge":
        there.undo()
    assert records_of(there) == as_it_was


@given(CHANGES)
def test_alone_each_sides_changes_are_the_result(change: tuple[list[Record], set[str]]) -> None:
    here = made(change)
    _, both = merged(here, start())
    assert not Merge(records_of(here), records_of(both), records_of(here))._changed_here
    _, both = merged(start(), made(change))
    assert records_of(both) == records_of(made(change))
