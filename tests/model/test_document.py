"""Transactions, integrity and undo of the document, case by case."""

import pytest

from editor.geometry import Rect
from editor.model.changes import ChangeSet, squashed
from editor.model.document import Document
from editor.model.integrity import IntegrityError
from editor.model.records import Edge, Node


def family() -> Document:
    """A group g holding a and b, a free box c, and the edges a→b and b→c."""
    return Document(
        [Node("g", is_group=True), Node("a", group="g", box=Rect(0, 0, 10, 10)), Node("b", group="g"), Node("c")],
        [Edge("ab", "a", "b"), Edge("bc", "b", "c")],
    )


def test_removing_a_group_takes_its_inside_and_their_edges_along_and_undo_brings_all_back() -> None:
    document = family()
    nodes, edges = dict(document.nodes), dict(document.edges)
    with document.transaction("Delete the group") as transaction:
        transaction.remove("g")
    assert set(document.nodes) == {"c"}
    assert not document.edges
    assert document.undo() == "Delete the group"
    assert dict(document.nodes) == nodes
    assert dict(document.edges) == edges


def test_a_listener_hears_one_change_and_an_exception_restores() -> None:
    document = family()
    heard: list[ChangeSet] = []
    document.listen(heard.append)
    with document.transaction("Rename two") as transaction:
        transaction.put(Node("c", name="C"), Node("b", group="g", name="B"))
    assert [set(change.updated) for change in heard] == [{"b", "c"}]
    with pytest.raises(ZeroDivisionError), document.transaction("Fail") as transaction:
        transaction.remove("c")
        raise ZeroDivisionError
    assert "c" in document.nodes
    assert "bc" in document.edges
    assert document.history.undo_name == "Rename two"


@pytest.mark.parametrize(
    "record",
    [
        Edge("x", "a", "nowhere"),
        Node("x", group="nowhere"),
        Node("x", group="c"),
        Node("g", is_group=True, group="g"),
        Node("x", box=Rect(float("nan"), 0, 1, 1)),
        Node("x", box=Rect(0, 0, -1, 1)),
        Node("x", box=Rect(1e300, 0, 1, 1)),
    ],
)
def test_what_can_not_be_is_refused_and_leaves_no_trace(record: Node | Edge) -> None:
    document = family()
    before = dict(document.nodes), dict(document.edges)
    with pytest.raises(IntegrityError), document.transaction("Break it") as transaction:
        transaction.put(record)
    assert (dict(document.nodes), dict(document.edges)) == before
    assert not document.in_transaction
    assert document.history.undo_name is None


def test_a_gesture_starts_over_at_every_move_and_cancels_without_a_step() -> None:
    document = family()
    gesture = document.begin("Move")
    for x in (5.0, 9.0):
        gesture.reset()
        gesture.update("a", box=Rect(x, 0, 10, 10))
    assert document.nodes["a"].box == Rect(9, 0, 10, 10)
    gesture.cancel()
    assert document.nodes["a"].box == Rect(0, 0, 10, 10)
    assert document.history.undo_name is None
    assert document.indexes.boxes.touching(Rect(0, 0, 1, 1)) == {"a"}


def test_typing_becomes_one_step_unless_a_save_lies_between() -> None:
    document = family()
    for text in ("K", "Ko", "Kom"):
        with document.transaction("Rename", merge_key="name:a") as transaction:
            transaction.update("a", name=text)
    assert len(document.history.done) == 1
    document.history.mark_saved()
    with document.transaction("Rename", merge_key="name:a") as transaction:
        transaction.update("a", name="Komm")
    assert len(document.history.done) == 2
    document.undo()
    assert document.nodes["a"].name == "Kom"
    assert document.history.is_saved


def test_a_saved_state_that_is_forgotten_never_comes_back() -> None:
    document = family()
    with document.transaction("One") as transaction:
        transaction.update("a", name="1")
    document.history.mark_saved()
    document.undo()
    with document.transaction("Other") as transaction:
        transaction.update("a", name="2")
    assert not document.history.is_saved


def test_a_suggested_place_is_seen_but_is_no_step() -> None:
    document = family()
    heard: list[ChangeSet] = []
    document.listen(heard.append)
    document.suggest([Node("c", box=Rect(1, 2, 3, 4), placed=False)])
    assert document.nodes["c"].box == Rect(1, 2, 3, 4)
    assert heard
    assert document.history.is_saved
    assert document.undo() is None


def test_a_taken_id_and_a_second_transaction_are_refused() -> None:
    document = family()
    with pytest.raises(ValueError, match="taken"), document.transaction("Add") as transaction:
        transaction.add(Node("ab"))
    document.begin("Open")
    with pytest.raises(RuntimeError, match="Open"):
        document.begin("Another")
    with pytest.raises(RuntimeError, match="Open"):
        document.undo()


def test_squashing_what_cancels_out_leaves_nothing() -> None:
    document = family()
    heard: list[ChangeSet] = []
    document.listen(heard.append)
    with document.transaction("There") as transaction:
        transaction.update("c", name="x")
    document.undo()
    assert len(heard) == 2
    assert not squashed(heard)


def test_a_group_that_holds_others_stays_a_group() -> None:
    document = Document([Node("g", is_group=True), Node("a", group="g")])
    with pytest.raises(IntegrityError), document.transaction("no group") as step:
        step.update("g", is_group=False)
    assert document.nodes["g"].is_group


def test_whoever_writes_from_beside_a_gesture_ends_it_first() -> None:
    document = family()
    gesture = document.begin("Drag")
    gesture.update("a", name="dragged")
    document.hold(gesture.cancel)
    document.settle()
    with document.transaction("Rename") as step:
        step.update("b", name="renamed")
    assert document.nodes["a"].name != "dragged" and document.history.undo_name == "Rename"
    document.settle()
    document.let_go(gesture.cancel)
