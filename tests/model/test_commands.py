"""What a user can do to a document, and what moves along."""

from collections.abc import Callable

import pytest

from editor.errors import UserError
from editor.geometry import Point, Rect
from editor.model import commands, edits
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure
from editor.model.vocabulary import Kind, Relation, Vocabulary

VOCABULARY = Vocabulary(
    kinds={id: Kind(id=id, label={"sv": id, "en": id}) for id in ("board", "office")},
    relations={
        "advises": Relation(id="advises", label={"en": "advises"}),
        "answers": Relation(id="answers", label={"en": "answers"}, hangs="source", sources=("office",)),
    },
)


def chart() -> Document:
    nodes = [
        Node("a", "A", "board", box=Rect(100, 0, 100, 40), order=0),
        Node("b", "B", "office", box=Rect(0, 100, 100, 40), order=1),
        Node("c", "C", "office", box=Rect(200, 100, 100, 40), order=2),
        Node("g", "G", is_group=True, box=Rect(0, 300, 300, 200), order=3),
        Node("m", "M", group="g", box=Rect(20, 340, 100, 40), order=4),
    ]
    edges = [
        Edge("ab", "b", "a", kind="answers", bends=(Point(50, 70), Point(150, 70)), order=0),
        Edge("ac", "a", "c", bends=(Point(150, 70), Point(250, 70)), order=1),
    ]
    return Document(nodes, edges)


def parent(document: Document, id: str) -> str | None:
    return Structure(document, VOCABULARY).parent[id]


def test_a_line_with_a_kind_follows_and_one_from_elsewhere_keeps_its_bends() -> None:
    document = chart()
    commands.move_to(document, "a", 120, 10, "Move")
    assert document.nodes["a"].box == Rect(120, 10, 100, 40)
    assert document.edges["ab"].bends == (Point(50, 70), Point(170, 70))
    assert document.edges["ac"].bends == (Point(150, 70), Point(250, 70))


def test_a_line_between_two_moved_boxes_moves_along_whole() -> None:
    document = chart()
    commands.move_by(document, ["a", "c"], 5, 7, "Move")
    assert document.edges["ac"].bends == (Point(155, 77), Point(255, 77))


def test_a_group_takes_its_members_along() -> None:
    document = chart()
    commands.move_by(document, ["g"], 10, 10, "Move")
    assert document.nodes["m"].box == Rect(30, 350, 100, 40)


def test_a_box_added_under_another_hangs_beside_its_last_child_by_the_relation_that_fits() -> None:
    document = chart()
    id = commands.add(document, VOCABULARY, "office", "New", "a", "Add")
    box = document.nodes[id].box
    assert parent(document, id) == "a"
    assert box is not None and (box.x, box.y) == (316, 100)
    (line,) = (document.edges[edge] for edge in document.indexes.edges_at(id))
    assert (line.kind, line.source, line.target) == ("answers", id, "a")


def test_a_box_added_to_a_group_stands_inside_it_without_a_line() -> None:
    document = chart()
    ids = [commands.add(document, VOCABULARY, None, "New", "g", "Add") for _ in range(4)]
    group = document.nodes["g"].box
    for id in ids:
        box = document.nodes[id].box
        assert parent(document, id) == "g" and not list(document.indexes.edges_at(id))
        assert group is not None and box is not None and group.encloses(box)


def test_a_new_box_never_stands_on_another() -> None:
    document = Document()
    for under in (None, None, "n0", "n0", "n1", "n1", None):
        commands.add(document, VOCABULARY, None, "New", under, "Add")
    boxes = [node.box for node in document.nodes.values() if node.box is not None]
    assert len(boxes) == 7
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_reparenting_turns_the_tree_line_to_the_new_parent_and_keeps_what_it_says() -> None:
    document = chart()
    commands.reparent(document, VOCABULARY, "b", "c", "Move")
    line = document.edges["ab"]
    assert (line.source, line.target, line.kind) == ("b", "c", "answers")
    assert parent(document, "b") == "c"


def test_reparenting_into_a_group_and_out_again() -> None:
    document = chart()
    commands.reparent(document, VOCABULARY, "b", "g", "Move")
    assert parent(document, "b") == "g" and "ab" not in document.edges
    commands.reparent(document, VOCABULARY, "b", None, "Move")
    assert parent(document, "b") is None


@pytest.mark.parametrize("below", ["a", "b"])
def test_a_branch_cant_hang_under_itself(below: str) -> None:
    document = chart()
    with pytest.raises(UserError):
        commands.reparent(document, VOCABULARY, "a", below, "Move")
    assert document.history.done == () and not document.in_transaction


def test_many_edits_make_one_step_and_undo_takes_all_back() -> None:
    document = chart()
    start = dict(document.nodes), dict(document.edges)
    with document.transaction("All") as step:
        id = edits.add(document, step, VOCABULARY, "office", "New", "b")
        edits.rename(document, step, id, "Newer")
        edits.connect(document, step, "advises", "c", id)
        edits.set_kind(document, step, ["a"], None)
        edits.delete(document, step, ["m"])
        edits.reparent(document, step, VOCABULARY, "c", id)
    assert document.undo() == "All"
    assert (dict(document.nodes), dict(document.edges)) == start


@pytest.mark.parametrize("act", ["rename", "move", "delete", "connect", "under"])
def test_an_id_that_is_not_there_is_said_and_changes_nothing(act: str) -> None:
    document = chart()
    acts: dict[str, Callable[[], object]] = {
        "rename": lambda: commands.rename(document, "nowhere", "x", "S"),
        "move": lambda: commands.move_to(document, "nowhere", 0, 0, "S"),
        "delete": lambda: commands.delete(document, ["a", "nowhere"], "S"),
        "connect": lambda: commands.connect(document, None, "a", "nowhere", "S"),
        "under": lambda: commands.add(document, VOCABULARY, None, "x", "nowhere", "S"),
    }
    with pytest.raises(UserError, match="nowhere"):
        acts[act]()
    assert "a" in document.nodes and document.history.done == ()


@pytest.mark.parametrize("blank", [" ", "\n\t", "\u00a0"])
def test_blanks_alone_are_no_name(blank: str) -> None:
    """Found by a random hand: no file gives them back."""
    document = chart()
    commands.rename(document, "a", blank, "rename")
    assert document.nodes["a"].name == ""
    document.undo()
    assert document.nodes["a"].name == "A"
