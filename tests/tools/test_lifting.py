"""More than a few boxes are lifted: nothing is written before they are let go of, and then all in one step."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.tools.dragging import MOST_WRITTEN
from editor.tools.lifted import Lifted

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver

COUNT = MOST_WRITTEN + 3
MANY = [f"n{at}" for at in range(COUNT)]


@pytest.fixture
def hand() -> EditorDriver:
    """A row of boxes, the first of them in a frame with others below it; a bent line between two; another box."""
    nodes = [
        Node("frame", "Frame", is_group=True, box=Rect(-50, -50, 300, 150), order=0),
        Node("still", "Still", box=Rect(0, 500, 100, 40), order=1),
        *(
            Node(id, id, box=Rect(at * 200, 0, 100, 40), group="frame" if at == 0 else None, order=at + 2)
            for at, id in enumerate(MANY)
        ),
    ]
    edges = [
        Edge("whole", "n1", "n2", bends=(Point(250, 100), Point(450, 100)), order=0),
        Edge("half", "n3", "still", kind="reports_to", bends=(Point(650, 300), Point(50, 300)), order=1),
    ]
    driver = EditorDriver(Document(nodes, edges))
    driver.editor.selection.set(MANY)
    driver.editor.snaps = False
    return driver


def test_nothing_is_written_on_the_way(hand: EditorDriver) -> None:
    before = dict(hand.document.nodes)
    revision = hand.document.revision
    hand.down(450, 20).move(460, 20).move(470, 80)
    assert hand.editor.lifted == Lifted(frozenset(MANY), 20.0, 60.0)
    assert hand.document.revision == revision and dict(hand.document.nodes) == before


def test_letting_go_writes_all_of_it_as_one_step(hand: EditorDriver) -> None:
    before = dict(hand.document.nodes), dict(hand.document.edges)
    hand.down(450, 20).move(460, 20).move(470, 320).up().expect("select.idle")
    nodes, edges = hand.document.nodes, hand.document.edges
    assert hand.editor.lifted is None
    assert [nodes[id].box for id in MANY] == [Rect(at * 200 + 20, 300, 100, 40) for at in range(COUNT)]
    assert edges["whole"].bends == (Point(270, 400), Point(470, 400))
    assert edges["half"].bends[0].x == 670 and edges["half"].bends[-1].x == 50
    frame = nodes["frame"].box
    assert frame is not None and frame.encloses(Rect(20, 300, 100, 40))
    assert [step.name for step in hand.document.history.done] == [f"Move {COUNT} boxes"]
    hand.document.undo()
    assert (dict(nodes), dict(edges)) == before


def test_escape_puts_them_down_where_they_stood(hand: EditorDriver) -> None:
    before = dict(hand.document.nodes)
    hand.down(450, 20).move(460, 20).move(470, 320).key("Escape").expect("select.idle")
    assert hand.editor.lifted is None and dict(hand.document.nodes) == before
    assert hand.document.history.done == () and not hand.document.in_transaction


def test_on_a_box_they_hang_under_it(hand: EditorDriver) -> None:
    hand.editor.selection.set(MANY[1:])
    hand.down(450, 20).move(460, 20).move(50, 520)
    assert hand.editor.drop is not None and hand.editor.drop.parent == "still"
    hand.up()
    parents = {edge.source for edge in hand.document.edges.values() if edge.target in MANY[1:] and edge.kind is None}
    assert "still" in parents and hand.editor.lifted is None
    assert len(hand.document.history.done) == 1


def test_a_frame_takes_in_at_once_all_that_stands_outside_of_it() -> None:
    members = [Node(f"m{at}", box=Rect(at * 200, 0, 100, 40), group="inner", order=at) for at in range(COUNT)]
    outer = Node("outer", is_group=True, box=Rect(-100, -100, 5000, 300), order=100)
    inner = Node("inner", is_group=True, group="outer", box=Rect(-50, -50, 4000, 150), order=101)
    hand = EditorDriver(Document([outer, inner, *members], []))
    hand.editor.selection.set([member.id for member in members])
    hand.editor.snaps = False
    changes: list[set[str]] = []
    hand.document.listen(lambda change: changes.append(change.ids))
    hand.down(50, 20).move(60, 20).move(50, 420).up()
    nodes = hand.document.nodes
    assert changes[1:] == [{"inner"}, {"outer"}]
    assert nodes["inner"].box == Rect(-50, -50, 4000, 514)
    assert nodes["outer"].box == Rect(-100, -100, 5000, 588)
