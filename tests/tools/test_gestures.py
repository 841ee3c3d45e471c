"""Each gesture as a user makes it, and Escape in the middle of it."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Relation, Vocabulary
from editor.tools.editor import CANCELLED

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver

VOCABULARY = Vocabulary(
    relations={
        "leads": Relation(id="leads", label={"en": "leads"}, hangs="target"),
        "hears": Relation(id="hears", label={"en": "hears"}, sources=("board",)),
    }
)


def chart() -> Document:
    nodes = [
        Node("a", "A", box=Rect(0, 0, 100, 40), order=0),
        Node("b", "B", "office", box=Rect(300, 0, 100, 40), order=1),
        Node("c", "C", box=Rect(1000, 1000, 100, 40), order=2),
        Node("g", "G", is_group=True, box=Rect(0, 300, 300, 200), order=3),
        Node("m", "M", group="g", box=Rect(20, 340, 100, 40), order=4),
    ]
    edges = [Edge("ab", "a", "b", order=0), Edge("bc", "b", "c", kind="leads", bends=(Point(350, 1020),), order=1)]
    return Document(nodes, edges)


@pytest.fixture
def hand() -> EditorDriver:
    return EditorDriver(chart(), VOCABULARY)


def box(hand: EditorDriver, id: str) -> Rect | None:
    return hand.document.nodes[id].box


def test_clicks_select_and_shift_toggles(hand: EditorDriver) -> None:
    hand.click(50, 20).expect("select.idle", {"a"})
    hand.click(350, 20, "shift").expect("select.idle", {"a", "b"})
    hand.click(50, 20, "shift").expect("select.idle", {"b"})
    hand.click(200, 20).expect("select.idle", {"ab"})
    hand.click(70, 360).expect("select.idle", {"m"})
    hand.click(250, 450).expect("select.idle", {"g"})
    hand.click(600, 600).expect("select.idle", set())


def test_a_click_on_one_of_many_selected_leaves_only_that_one(hand: EditorDriver) -> None:
    hand.key("A", "ctrl").expect("select.idle", {"a", "b", "c", "g", "m", "ab", "bc"})
    hand.click(50, 20).expect("select.idle", {"a"})
    assert hand.document.history.done == ()


def test_a_drag_moves_and_is_one_step(hand: EditorDriver) -> None:
    hand.down(50, 20).expect("select.pointing_node").move(52, 21).expect("select.pointing_node")
    hand.move(150, 120, "alt").expect("select.dragging").move(170, 150, "alt").up()
    hand.expect("select.idle", {"a"})
    assert box(hand, "a") == Rect(120, 130, 100, 40)
    assert hand.document.history.undo_name == "Move box"
    hand.document.undo()
    assert box(hand, "a") == Rect(0, 0, 100, 40)


def test_escape_in_a_drag_leaves_no_step(hand: EditorDriver) -> None:
    hand.down(50, 20).move(150, 120).expect("select.dragging").key("Escape").expect("select.idle")
    assert box(hand, "a") == Rect(0, 0, 100, 40)
    assert hand.document.history.done == () and not hand.document.in_transaction
    hand.move(300, 300).up().expect("select.idle")


def test_a_line_with_a_kind_follows_and_a_group_takes_its_members(hand: EditorDriver) -> None:
    hand.down(350, 20).move(390, 20, "alt").up()
    assert hand.document.edges["bc"].bends == (Point(390, 1020),)
    hand.down(250, 450).move(260, 480, "alt").up()
    assert box(hand, "m") == Rect(30, 370, 100, 40)


@pytest.mark.parametrize(("scale", "y"), [(1.0, 0.0), (4.0, 4.0)])
def test_a_drag_catches_on_neighbours_within_six_pixels_of_the_screen(scale: float, y: float) -> None:
    hand = EditorDriver(chart(), VOCABULARY, scale)
    hand.down(50, 20).move(90, 60).move(101, 24)
    assert box(hand, "a") == Rect(51, y, 100, 40)
    assert bool(hand.editor.guides) == (y == 0.0)
    hand.up()
    assert hand.editor.guides == ()


def test_alt_does_not_catch_and_shift_keeps_the_axis(hand: EditorDriver) -> None:
    hand.down(50, 20).move(101, 24, "alt")
    assert box(hand, "a") == Rect(51, 4, 100, 40) and hand.editor.guides == ()
    hand.move(101, 60, "alt", "shift").up()
    assert box(hand, "a") == Rect(51, 0, 100, 40)


def test_the_rubber_band_takes_what_lies_wholly_inside(hand: EditorDriver) -> None:
    hand.down(-20, -20).move(350, 100).expect("select.rubber_band", {"a"})
    assert hand.editor.rubber_band == Rect(-20, -20, 370, 120)
    hand.move(450, 100).up().expect("select.idle", {"a", "b"})
    hand.down(10, 280, "shift").move(500, 290).up().expect("select.idle", {"a", "b"})
    hand.down(900, 900).move(2000, 2000).expect("select.rubber_band", {"c"})
    hand.key("Escape").expect("select.idle", {"a", "b"})
    assert hand.editor.rubber_band is None


def test_a_rubber_band_does_not_bring_back_what_an_undo_took_away_meanwhile(hand: EditorDriver) -> None:
    """Found by a random hand."""
    with hand.document.transaction("add") as step:
        step.add(Node("new", box=Rect(900, 10, 100, 40), order=9))
    hand.editor.selection.set(["new", "a"])
    hand.down(1200, 900, "shift").move(1300, 1000).expect("select.rubber_band", {"new", "a"})
    hand.document.undo()
    hand.move(1310, 1000).expect("select.rubber_band", {"a"})
    hand.key("Escape").expect("select.idle", {"a"})


def test_the_picture_is_panned_with_space_and_with_the_middle_button(hand: EditorDriver) -> None:
    hand.down(50, 20, "space").move(80, 50).expect("pan.dragging").up().expect("select.idle", set())
    assert hand.view.scrolled == Point(30, 30)
    hand.down(50, 20, button="middle").move(40, 20).expect("pan.dragging").key("Escape").expect("select.idle")
    assert hand.view.scrolled == Point(20, 30)


def test_a_relation_is_drawn_from_a_handle_and_its_kind_is_asked(hand: EditorDriver) -> None:
    hand.view.choice = "leads"
    hand.move(50, 20).down(100, 20).expect("select.connecting").move(350, 20)
    assert hand.editor.line == (Point(100, 20), Point(300, 20)) and hand.editor.hovered == "b"
    hand.up().expect("select.idle")
    (id,) = hand.selected
    assert hand.view.offered == ["leads", "hears"]
    edge = hand.document.edges[id]
    assert (edge.source, edge.target, edge.kind) == ("a", "b", "leads")
    assert hand.editor.line is None


@pytest.mark.parametrize("end", [(600.0, 600.0), (50.0, 20.0)])
def test_a_relation_to_nothing_or_to_itself_is_none(hand: EditorDriver, end: tuple[float, float]) -> None:
    hand.machine.set_tool("connect")
    hand.down(50, 20).expect("connect.dragging").move(*end).up().expect("connect.idle")
    assert hand.document.history.done == ()


def test_a_relation_whose_menu_is_closed_or_that_is_escaped_is_none(hand: EditorDriver) -> None:
    hand.machine.set_tool("connect")
    hand.view.choice = CANCELLED
    hand.down(50, 20).move(350, 20).up().expect("connect.idle")
    hand.down(50, 20).move(350, 20).key("Escape").expect("connect.idle")
    assert hand.document.history.done == () and hand.editor.line is None
    hand.key("Escape").expect("select.idle")
    assert hand.view.tools == ["connect", "select"]


def test_a_box_is_placed_where_clicked_and_named_at_once(hand: EditorDriver) -> None:
    hand.machine.set_tool("place:office")
    hand.expect("place.idle").click(700, 700).expect("text.editing")
    (id,) = hand.selected
    hand.write("Finance").expect("select.idle", {id})
    node = hand.document.nodes[id]
    assert (node.name, node.kind, node.group) == ("Finance", "office", None)
    assert node.box is not None and node.box.centre == Point(700, 700)
    assert hand.view.tools == ["place:office", "select"]


def test_a_box_placed_on_a_group_goes_inside_and_on_a_box_below_it(hand: EditorDriver) -> None:
    hand.machine.set_tool("place:")
    hand.click(250, 450, "shift").write("In").expect("place.idle")
    (inside,) = hand.selected
    hand.click(50, 20).write("Under")
    (below,) = hand.selected
    assert hand.document.nodes[inside].group == "g"
    (line,) = (hand.document.edges[id] for id in hand.document.indexes.edges_at(below))
    assert (line.source, line.target) == ("a", below)


def test_renaming_by_double_click_f2_and_typing(hand: EditorDriver) -> None:
    hand.double_click(50, 20).expect("text.editing").write("One").expect("select.idle")
    assert hand.document.nodes["a"].name == "One"
    hand.key("F2").expect("text.editing")
    assert hand.view.text == "One"
    hand.write("One")
    assert len(hand.document.history.done) == 1, "an unchanged name is no step"
    hand.key("X", text="x").expect("text.editing")
    assert hand.view.text == "x"
    hand.key("Escape").expect("select.idle")
    assert hand.document.nodes["a"].name == "One"


def test_a_press_elsewhere_keeps_what_was_written(hand: EditorDriver) -> None:
    hand.double_click(50, 20)
    hand.view.text = "Two"
    hand.click(350, 20).expect("select.idle", {"b"})
    assert hand.document.nodes["a"].name == "Two"


def test_arrow_keys_with_ctrl_move_and_become_one_step(hand: EditorDriver) -> None:
    hand.click(50, 20).key("Right", "ctrl").key("Right", "ctrl").key("Down", "ctrl", "shift")
    assert box(hand, "a") == Rect(2, 8, 100, 40)
    assert len(hand.document.history.done) == 1


def test_delete_takes_lines_along_and_empties_the_selection(hand: EditorDriver) -> None:
    hand.click(350, 20).key("Delete").expect("select.idle", set())
    assert "b" not in hand.document.nodes and not hand.document.edges
    assert hand.document.undo() == "Delete" and len(hand.document.edges) == 2


def test_settling_ends_every_gesture(hand: EditorDriver) -> None:
    hand.down(50, 20).move(150, 120).machine.settle()
    hand.expect("select.idle")
    assert not hand.document.in_transaction and box(hand, "a") == Rect(0, 0, 100, 40)


def test_a_second_button_does_not_end_a_drag(hand: EditorDriver) -> None:
    hand.down(50, 20).move(150, 120).down(150, 120, button="right").up().expect("select.dragging")
    hand.key("Escape").expect("select.idle")


def test_a_rubber_band_leaves_no_handles_on_a_box_that_was_pointed_at_before(hand: EditorDriver) -> None:
    hand.move(50, 20)
    assert hand.editor.handles_at == "a" and hand.editor.hovered == "a"
    hand.down(-100, -100).move(-50, -50).up()
    assert hand.editor.handles_at is None and hand.editor.hovered is None
