"""Boxes made larger and smaller by their corners and sides, by key, and what they catch on."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver


def chart() -> Document:
    nodes = [
        Node("a", "A", box=Rect(0, 0, 100, 40), order=0),
        Node("b", "B", box=Rect(0, 200, 120, 50), order=1),
        Node("g", "G", is_group=True, box=Rect(600, 300, 300, 200), order=3),
        Node("m", "M", group="g", box=Rect(640, 360, 100, 40), order=4),
    ]
    edges = [Edge("ab", "a", "b", kind="leads", bends=(Point(50, 100), Point(60, 100)), order=0)]
    return Document(nodes, edges)


@pytest.fixture
def hand() -> EditorDriver:
    return EditorDriver(chart())


def box(hand: EditorDriver, id: str) -> Rect | None:
    return hand.document.nodes[id].box


def test_a_corner_of_the_selected_box_follows_the_pointer(hand: EditorDriver) -> None:
    hand.click(50, 20)
    hand.down(101, 41).expect("select.resizing").move(160, 71, "alt").up("alt").expect("select.idle", {"a"})
    assert box(hand, "a") == Rect(0, 0, 159, 70)
    assert [step.name for step in hand.document.history.done] == ["Resize box"]
    hand.down(0, 0).move(-20, -10, "alt").up("alt")
    assert box(hand, "a") == Rect(-20, -10, 179, 80)
    hand.document.undo()
    hand.document.undo()
    assert box(hand, "a") == Rect(0, 0, 100, 40)


def test_sides_move_alone_and_handles_for_relations_stay(hand: EditorDriver) -> None:
    hand.click(50, 20)
    hand.down(100, 29).move(140, 300, "alt").up("alt")
    assert box(hand, "a") == Rect(0, 0, 140, 40)
    hand.down(70, 40).expect("select.connecting").key("Escape")
    assert len(hand.document.history.done) == 1


def test_a_box_that_is_not_selected_is_moved(hand: EditorDriver) -> None:
    hand.down(2, 2).move(62, 62).up()
    moved = box(hand, "a")
    assert moved is not None and (moved.width, moved.height) == (100, 40) and moved.x > 0


def test_escape_gives_the_size_back(hand: EditorDriver) -> None:
    hand.click(50, 20).down(100, 40).move(300, 300).key("Escape").up().expect("select.idle")
    assert box(hand, "a") == Rect(0, 0, 100, 40) and not hand.document.history.done


def test_nothing_becomes_too_small_to_be_taken(hand: EditorDriver) -> None:
    hand.click(50, 20).down(100, 40).move(-500, -500, "alt").up("alt")
    assert box(hand, "a") == Rect(0, 0, 24, 16)


def test_shift_keeps_the_proportions(hand: EditorDriver) -> None:
    hand.click(50, 20).down(100, 40).move(200, 45, "shift").up("shift")
    assert box(hand, "a") == Rect(0, 0, 200, 80)


def test_many_grow_alike(hand: EditorDriver) -> None:
    hand.click(50, 20).click(60, 225, "shift")
    hand.down(120, 250).move(150, 260, "alt").up("alt")
    assert box(hand, "a") == Rect(0, 0, 130, 50) and box(hand, "b") == Rect(0, 200, 150, 60)
    assert hand.document.history.undo_name == "Resize 2 boxes"


def test_a_frame_keeps_room_for_what_stands_in_it(hand: EditorDriver) -> None:
    hand.click(850, 450)
    hand.down(900, 500).move(610, 310, "alt").up("alt")
    frame = box(hand, "g")
    assert frame == Rect(600, 300, 164, 124)
    assert box(hand, "m") == Rect(640, 360, 100, 40)


def test_sides_catch_on_neighbours_and_on_their_sizes(hand: EditorDriver) -> None:
    hand.click(50, 20).down(100, 40).move(117, 52)
    assert len(hand.editor.guides) == 1
    hand.up()
    assert box(hand, "a") == Rect(0, 0, 120, 50), "as wide and as high as the other"


def test_the_grid_is_for_what_catches_on_nothing_else(hand: EditorDriver) -> None:
    hand.editor.grid = 8.0
    hand.click(50, 20).down(100, 40).move(172, 40).up()
    assert box(hand, "a") == Rect(0, 0, 176, 40)
    hand.down(176, 40).move(181, 40, "alt").up("alt")
    assert box(hand, "a") == Rect(0, 0, 181, 40)
    hand.editor.grid, hand.editor.snaps = None, False
    hand.down(181, 40).move(118, 40).up()
    assert box(hand, "a") == Rect(0, 0, 118, 40)


def test_keys_make_a_box_larger_in_one_step(hand: EditorDriver) -> None:
    hand.click(50, 20)
    hand.key("Right", "alt").key("Right", "alt").key("Down", "alt", "shift").key("Up", "alt")
    assert box(hand, "a") == Rect(0, 0, 102, 47)
    assert [step.name for step in hand.document.history.done] == ["Resize box"]


def test_lines_follow(hand: EditorDriver) -> None:
    hand.click(50, 20).down(100, 40).move(200, 60, "alt").up("alt")
    line = hand.document.edges["ab"].bends
    assert line != (Point(50, 100), Point(60, 100)) and line[0].x == 100, "it leaves from the middle of the box"
