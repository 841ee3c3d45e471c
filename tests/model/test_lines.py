"""Lines get other ends, turn round, stand apart, and go around boxes, also after a box was moved."""

import itertools

import pytest

from editor.errors import UserError
from editor.geometry import Point, Rect, segment_crosses
from editor.model import commands, lines
from editor.model.document import Document
from editor.model.edits import connect
from editor.model.records import Edge, Node
from editor.routing.ways import is_orthogonal


def wall() -> Document:
    """Two boxes and a wall between them."""
    boxes = {"a": Rect(0, 0, 100, 40), "wall": Rect(-60, 120, 220, 40), "b": Rect(0, 260, 100, 40)}
    return Document(Node(id, id, box=box, order=float(n)) for n, (id, box) in enumerate(boxes.items()))


def runs_through(document: Document, id: str, box: str) -> bool:
    edge = document.edges[id]
    ends = [document.nodes[end].box for end in (edge.source, edge.target)]
    rect = document.nodes[box].box
    assert rect is not None and ends[0] is not None and ends[1] is not None
    return any(
        segment_crosses(rect.grown(-1), one, other)
        for one, other in itertools.pairwise((ends[0].centre, *edge.bends, ends[1].centre))
    )


def test_a_new_relation_goes_around_a_box() -> None:
    document = wall()
    id = commands.connect(document, "prepares_for", "a", "b", "connect")
    assert not runs_through(document, id, "wall")


def test_a_box_put_into_a_line_is_gone_around_and_undone_as_one() -> None:
    document = wall()
    with document.transaction("aside") as step:
        step.update("wall", box=Rect(600, 120, 220, 40))
    id = commands.connect(document, "prepares_for", "a", "b", "connect")
    before = document.edges[id]
    with document.transaction("back") as step:
        step.update("b", box=Rect(0, 300, 100, 40))
        step.update("wall", box=Rect(-60, 120, 220, 40))
        lines.clear_ways(document, step, ["b"])
    assert not runs_through(document, id, "wall")
    document.undo()
    assert document.edges[id] == before


def test_parallel_relations_stand_apart() -> None:
    document = wall()
    first = commands.connect(document, "informs", "a", "wall", "1")
    second = commands.connect(document, "supports", "a", "wall", "2")
    third = commands.connect(document, "informs", "wall", "a", "3")
    offsets = {document.edges[id].source_offset for id in (first, second, third)}
    assert len(offsets) == 3 and None in offsets
    commands.move_by(document, ["wall"], 40, 0, "move")
    moved = document.edges[second]
    assert moved.source_offset == document.edges[second].target_offset != None  # noqa: E711


def test_turned_round_twice_it_is_as_before() -> None:
    edge = Edge("e", "a", "b", bends=(Point(1, 2), Point(3, 4)), source_offset=Point(5, 6))
    document = Document([Node("a"), Node("b")], [edge])
    for _ in range(2):
        with document.transaction("reverse") as step:
            lines.reverse(document, step, ["e"])
    assert document.edges["e"] == edge
    with document.transaction("straighten") as step:
        lines.straighten(document, step, ["e"])
    assert document.edges["e"].bends == ()


def test_an_end_is_attached_only_to_what_is_there() -> None:
    document = wall()
    id = commands.connect(document, "informs", "a", "b", "1")
    with pytest.raises(UserError), document.transaction("attach") as step:
        lines.attach(document, step, id, target="nobody")
    assert document.edges[id].target == "b"


def test_a_new_line_without_a_kind_runs_straight_where_it_can() -> None:
    document = row()
    with document.transaction("connect") as step:
        near = connect(document, step, None, "a", "b")
        far = connect(document, step, None, "a", "c")
    assert document.edges[near].bends == ()
    assert document.edges[far].bends and not runs_through(document, far, "b")


def test_a_new_line_without_a_kind_runs_as_the_lines_at_its_box_do() -> None:
    document = row()
    with document.transaction("connect") as step:
        step.add(Edge("led", "a", "d", bends=(Point(50, 100), Point(250, 100))))
        new = connect(document, step, None, "a", "e")
    assert is_orthogonal((Point(50, 20), *document.edges[new].bends, Point(450, 220)))
    assert document.edges[new].bends


def row() -> Document:
    """Three boxes in a row, two below them."""
    places = {"a": (0, 0), "b": (200, 0), "c": (400, 0), "d": (200, 200), "e": (400, 200)}
    return Document([Node(id, id, box=Rect(*place, 100, 40)) for id, place in places.items()])
