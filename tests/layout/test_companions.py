"""Deputies, assistants, staff and heads stand at the side of what they belong to; lanes have rows of their own."""

from layout_charts import PRESETS, overlapping, sizes_of
from municipalities import municipality

from editor.geometry import Point
from editor.layout.placing import place
from editor.layout.run import arrange
from editor.layout.sectors import Sectors
from editor.layout.shapes import accompanied, leaf, spacing_of
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()


def post_with(*beside: tuple[str, str, str]) -> Document:
    """A post, a unit under it, and others: id, kind, and the relation from them to the post."""
    nodes = [Node("post", "Chef", "post"), Node("unit", "Kontor", "administration", order=1.0)]
    nodes += [Node(id, id, kind, order=2.0 + n) for n, (id, kind, _) in enumerate(beside)]
    edges = [Edge("e", "post", "unit", kind="leads")]
    edges += [Edge(f"e-{id}", id, "post", kind=relation, order=1.0 + n) for n, (id, _, relation) in enumerate(beside)]
    return Document(nodes, edges)


def at_sides(document: Document) -> dict[str, list[str]]:
    return companions(document, Structure(document, VOCABULARY), VOCABULARY)


def test_deputies_assistants_and_staff_stand_beside_a_post() -> None:
    document = post_with(
        ("deputy", "post", "deputises_for"), ("aide", "post", "assists"), ("staff", "staff_unit", "part_of")
    )
    assert at_sides(document) == {"post": ["deputy", "aide", "staff"]}
    boxes = arrange(document, VOCABULARY, sizes_of(document), PRESETS["municipal"]).boxes
    assert all(boxes[id].x > boxes["post"].right for id in ("deputy", "aide", "staff"))
    assert boxes["deputy"].centre.y == boxes["post"].centre.y
    assert boxes["unit"].y > boxes["post"].bottom


def test_who_has_something_below_hangs_where_it_hung() -> None:
    document = post_with(("deputy", "post", "deputises_for"))
    with document.transaction("more") as step:
        step.add(Node("under", "Enhet", "section", order=9.0))
        step.add(Edge("u", "under", "deputy", kind="part_of"))
    assert at_sides(document) == {}


def test_a_head_stands_beside_its_unit_where_the_unit_hangs_elsewhere() -> None:
    nodes = [
        Node("n", "Nämnd", "committee"),
        Node("f", "Förvaltning", "administration", order=1.0),
        Node("c", "C", "post"),
    ]
    document = Document(nodes, [Edge("a", "f", "n", kind="part_of"), Edge("b", "c", "f", kind="leads", order=1.0)])
    assert at_sides(document) == {"f": ["c"]}


def test_what_hangs_under_nothing_stands_beside_what_it_has_to_do_with() -> None:
    nodes = [Node("board", "Styrelse", "executive_board"), Node("audit", "Revision", "audit", order=1.0)]
    document = Document(nodes, [Edge("e", "audit", "board", kind="audits")])
    assert at_sides(document) == {"board": ["audit"]}


def test_only_what_hangs_under_nothing_where_that_is_asked_for() -> None:
    document = post_with(("deputy", "post", "deputises_for"), ("staff", "staff_unit", "part_of"))
    loose = companions(document, Structure(document, VOCABULARY), VOCABULARY, loose_only=True)
    assert loose == {"post": ["deputy"]}


def test_lines_to_those_at_the_side_touch_no_box() -> None:
    document = municipality(74)
    arrangement = arrange(document, VOCABULARY, sizes_of(document), PRESETS["municipal"])
    assert overlapping(dict(arrangement.boxes), document) == []
    assert set(arrangement.boxes) == set(document.nodes)


def test_lanes_stand_one_below_the_other() -> None:
    document = municipality(40)
    boxes = arrange(document, VOCABULARY, sizes_of(document), PRESETS["lanes"]).boxes
    lane = Sectors(document, Structure(document, VOCABULARY), VOCABULARY).lane
    assert set(lane.values()) == {0, 1}
    assert max(boxes[id].bottom for id in boxes if lane[id] == 0) < min(boxes[id].y for id in boxes if lane[id] == 1)
    assert overlapping(dict(boxes), document) == []


def test_companions_stay_within_the_room_of_their_box() -> None:
    """Neither a higher one sticks out above it, nor a column of many below it."""
    spacing = spacing_of(PRESETS["municipal"])
    for own, sides in ((40.0, (90.0,)), (90.0, (40.0, 40.0, 40.0)), (60.0, (60.0,)), (40.0, (60.0, 30.0))):
        column = [leaf(f"s{number}", (100.0, height)) for number, height in enumerate(sides)]
        shape = accompanied(leaf("post", (120.0, own)), column, spacing)
        boxes = place(shape, Point(0.0, 0.0), spacing).boxes
        assert boxes["post"].y == 0 and boxes["s0"].centre.y == boxes["post"].centre.y
        assert min(box.y for box in boxes.values()) >= 0
        assert max(box.bottom for box in boxes.values()) == shape.height
