"""A branch dragged onto a box hangs there from then on; the preview says so before."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver


@pytest.fixture
def hand() -> EditorDriver:
    nodes = [
        Node("chief", "Chief", box=Rect(300, 0, 100, 40), order=0),
        Node("left", "Left", box=Rect(100, 100, 100, 40), order=1),
        Node("right", "Right", box=Rect(600, 100, 100, 40), order=2),
        Node("leaf", "Leaf", box=Rect(100, 200, 100, 40), order=3),
        Node("frame", "Frame", is_group=True, box=Rect(1000, 0, 300, 300), order=4),
        Node("member", "Member", group="frame", box=Rect(1050, 50, 100, 40), order=5),
        Node("below", "Below", group="frame", box=Rect(1050, 150, 100, 40), order=6),
    ]
    lines = [("chief", "left"), ("chief", "right"), ("left", "leaf"), ("member", "below")]
    return EditorDriver(Document(nodes, [Edge(f"e{at}", *ends, order=at) for at, ends in enumerate(lines)]))


def parent(hand: EditorDriver, id: str) -> str | None:
    return Structure(hand.document, Vocabulary()).parent[id]


def test_on_a_box_a_branch_hangs_under_it_and_moves_whole(hand: EditorDriver) -> None:
    before = dict(hand.document.nodes)
    hand.down(150, 120).move(400, 110).move(650, 120)
    drop = hand.editor.drop
    assert drop is not None and (drop.parent, drop.words) == ("right", "Under Right")
    assert drop.target == Rect(600, 100, 100, 40)
    hand.up().expect("select.idle", {"left"})
    assert hand.editor.drop is None and parent(hand, "left") == "right" and parent(hand, "leaf") == "left"
    left, leaf = hand.document.nodes["left"].box, hand.document.nodes["leaf"].box
    assert left == drop.landing and leaf is not None and left is not None
    assert left.y >= 140 and (leaf.x - left.x, leaf.y - left.y) == (0, 100)
    assert [step.name for step in hand.document.history.done] == ["Move branch"]
    hand.document.undo()
    assert dict(hand.document.nodes) == before


def test_escape_over_a_box_leaves_everything(hand: EditorDriver) -> None:
    hand.down(150, 120).move(650, 120).key("Escape").expect("select.idle")
    assert parent(hand, "left") == "chief" and hand.editor.drop is None and hand.document.history.done == ()


@pytest.mark.parametrize("target", [(150, 220), (350, 20)])
def test_below_itself_or_where_it_hangs_already_it_is_only_moved(
    hand: EditorDriver, target: tuple[float, float]
) -> None:
    hand.down(150, 120).move(*target)
    assert hand.editor.drop is None
    hand.up()
    assert parent(hand, "left") == "chief" and hand.document.undo() == "Move box"


def test_into_a_frame_and_what_hangs_below_comes_along(hand: EditorDriver) -> None:
    hand.down(150, 120).move(1250, 250)
    assert hand.editor.drop is not None and hand.editor.drop.words == "Into Frame"
    hand.up()
    nodes = hand.document.nodes
    assert nodes["left"].group == nodes["leaf"].group == "frame"
    assert parent(hand, "left") == "frame" and parent(hand, "leaf") == "left"
    frame = nodes["frame"].box
    assert frame is not None
    for id in ("left", "leaf"):
        box = nodes[id].box
        assert box is not None and frame.encloses(box)


def test_out_of_a_frame_onto_a_box_with_what_hangs_below(hand: EditorDriver) -> None:
    hand.down(1100, 70).move(650, 120).up()
    nodes = hand.document.nodes
    assert parent(hand, "member") == "right" and parent(hand, "below") == "member"
    assert nodes["member"].group is None and nodes["below"].group is None
    assert nodes["frame"].box == Rect(1000, 0, 300, 300)


def test_alt_on_the_ground_takes_it_out_from_under_everybody(hand: EditorDriver) -> None:
    hand.down(150, 120).move(50, 600, "alt")
    assert hand.editor.drop is not None and hand.editor.drop.parent is None
    hand.up("alt")
    assert parent(hand, "left") is None and hand.document.nodes["left"].box == Rect(0, 580, 100, 40)
    assert parent(hand, "leaf") == "left"


def test_a_root_can_be_moved_with_alt_and_stays_what_it_is(hand: EditorDriver) -> None:
    hand.down(350, 20).move(50, 600, "alt").up("alt")
    assert parent(hand, "chief") is None and hand.document.undo() == "Move box"


def test_members_stay_members_when_only_moved(hand: EditorDriver) -> None:
    hand.down(1100, 70).move(1600, 500).up()
    assert hand.document.nodes["member"].group == "frame"


def test_several_hang_under_the_box_together(hand: EditorDriver) -> None:
    hand.editor.selection.set(["left", "leaf", "right"])
    hand.down(150, 120).move(1100, 70).up()
    assert parent(hand, "left") == parent(hand, "right") == "member" and parent(hand, "leaf") == "left"
