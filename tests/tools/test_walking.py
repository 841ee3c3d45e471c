"""Arrow keys walk the structure as it stands on the page; Tab and Enter make it grow."""

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


def tree(*, sideways: bool = False) -> EditorDriver:
    """A chief over left and right; two stacked under left; a frame with a member beside."""

    def box(x: float, y: float) -> Rect:
        return Rect(y * 2, x / 2, 100, 40) if sideways else Rect(x, y, 100, 40)

    nodes = [
        Node("chief", "Chief", box=box(300, 0), order=0),
        Node("left", "Left", box=box(100, 100), order=1),
        Node("right", "Right", box=box(500, 100), order=2),
        Node("first", "First", "unit", box=box(120, 200), order=3),
        Node("second", "Second", "unit", box=box(120, 250) if not sideways else box(280, 200), order=4),
        Node("frame", "Frame", is_group=True, box=Rect(2000, 0, 300, 300), order=5),
        Node("member", "Member", group="frame", box=Rect(2050, 100, 100, 40), order=6),
    ]
    lines = [("chief", "left"), ("chief", "right"), ("left", "first"), ("left", "second")]
    edges = [Edge(f"e{at}", *ends, order=at) for at, ends in enumerate(lines)]
    return EditorDriver(Document(nodes, edges))


@pytest.mark.parametrize(
    "start, keys, end",
    [
        ("chief", ["Down"], "left"),
        ("left", ["Up"], "chief"),
        ("left", ["Right"], "right"),
        ("right", ["Left"], "left"),
        ("left", ["Down", "Down"], "second"),
        ("second", ["Up"], "first"),
        ("first", ["Up"], "left"),
        ("chief", ["Up"], "chief"),
        ("right", ["Right"], "member"),
        ("frame", ["Down"], "member"),
        ("member", ["Up"], "frame"),
    ],
)
def test_arrows_follow_the_chart_as_it_stands(start: str, keys: list[str], end: str) -> None:
    hand = tree()
    hand.editor.selection.set([start])
    for key in keys:
        hand.key(key)
    hand.expect("select.idle", {end})
    assert hand.document.history.done == ()


@pytest.mark.parametrize(
    "start, key, end",
    [("chief", "Right", "left"), ("left", "Left", "chief"), ("left", "Down", "right"), ("right", "Up", "left")],
)
def test_arrows_turn_with_a_chart_that_runs_to_the_right(start: str, key: str, end: str) -> None:
    hand = tree(sideways=True)
    hand.editor.selection.set([start])
    hand.key(key).expect("select.idle", {end})


def test_the_first_arrow_begins_at_the_top_and_shows_where() -> None:
    hand = tree().key("Right").expect("select.idle", {"chief"})
    assert hand.view.revealed == ["chief"]


def test_shift_extends_the_selection_from_the_box_walked_to_last() -> None:
    tree().key("Down").key("Down", "shift").key("Right", "shift").expect("select.idle", {"chief", "left", "right"})


def test_an_empty_chart_has_nowhere_to_go() -> None:
    EditorDriver(Document()).key("Down").expect("select.idle", set())


def test_tab_makes_a_child_like_its_siblings_and_enter_a_sibling() -> None:
    hand = tree()
    hand.editor.selection.set(["left"])
    hand.key("Tab").expect("text.editing").write("Third")
    (third,) = hand.selected
    assert hand.document.nodes[third].name == "Third" and hand.document.nodes[third].kind == "unit"
    assert hand.key("Return").write("Fourth").document.nodes[next(iter(hand.selected))].name == "Fourth"
    structure = Structure(hand.document, Vocabulary())
    names = [hand.document.nodes[id].name for id in structure.children["left"]]
    assert names == ["First", "Second", "Third", "Fourth"]


def test_escape_leaves_the_new_box_with_its_first_name() -> None:
    hand = tree()
    hand.editor.selection.set(["right"])
    hand.key("Tab").key("Escape").expect("select.idle")
    (new,) = hand.selected
    assert hand.document.nodes[new].name == "New box" and hand.document.undo() == "Add box"


def test_with_several_selected_tab_and_enter_make_nothing() -> None:
    hand = tree()
    hand.editor.selection.set(["left", "right"])
    hand.key("Tab").key("Return").expect("select.idle", {"left", "right"})
    assert hand.document.history.done == ()


def test_enter_begins_an_empty_chart() -> None:
    driver = EditorDriver(Document([], []))
    driver.key("Return")
    (node,) = driver.document.nodes.values()
    assert node.box is not None and driver.editor.selected_nodes == [node.id] and driver.view.text is not None
