"""Tab, Enter and expanding make room in their branch, in the step that adds or shows."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver


@pytest.fixture
def hand() -> EditorDriver:
    """Top over a stack of a, b, c; another box far away."""
    nodes = [Node("top", "Top", box=Rect(0, 0, 100, 40), order=0)]
    nodes += [Node(id, id.upper(), box=Rect(30, 60 + 56 * n, 100, 40), order=n + 1) for n, id in enumerate("abc")]
    nodes += [Node("far", "Far", box=Rect(900, 100, 100, 40), order=9)]
    return EditorDriver(Document(nodes, [Edge(f"t{id}", "top", id, order=n) for n, id in enumerate("abc")]))


def places(hand: EditorDriver) -> dict[str, Rect | None]:
    return {id: node.box for id, node in hand.document.nodes.items()}


def test_enter_in_the_middle_of_a_stack(hand: EditorDriver) -> None:
    before = places(hand)
    hand.click(80, 80).key("Return").write("New")
    (new,) = set(hand.document.nodes) - before.keys()
    after = places(hand)
    assert after[new] == Rect(30, 116, 100, 48)
    assert (
        after["b"] == Rect(30, 180, 100, 40) and after["c"] == Rect(30, 236, 100, 40) and after["far"] == before["far"]
    )
    assert [step.name for step in hand.document.history.done] == ["Add box", "Rename"]
    hand.document.undo()
    hand.document.undo()
    assert places(hand) == before


def test_tab_on_a_box_of_the_stack(hand: EditorDriver) -> None:
    hand.click(80, 80).key("Tab").write("Child")
    after = places(hand)
    assert after["n5"] == Rect(62, 116, 100, 48) and after["b"] == Rect(30, 180, 100, 40)


def test_expanding_pushes_away_what_has_come_there(hand: EditorDriver) -> None:
    hand.click(50, 20).key("Minus", text="-")
    hand.click(950, 120).down(950, 120).move(80, 140, "alt").up()
    moved = hand.document.nodes["far"].box
    assert moved is not None and moved.x < 100
    hand.click(50, 20).key("Plus", text="+")
    far = hand.document.nodes["far"].box
    assert far is not None and not any(far.overlaps(hand.document.nodes[id].box or far) for id in ("a", "b", "c"))
    assert hand.document.history.undo_name == "Expand"
    hand.document.undo()
    assert hand.document.nodes["far"].box == moved
