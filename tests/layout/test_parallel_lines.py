"""Lines between the same two boxes stand side by side; a line goes around a frame that it has no business in."""

import itertools

from layout_charts import PRESETS, sizes_of

from editor.geometry import Rect, segment_crosses
from editor.layout.applying import apply_arrangement
from editor.layout.lines import ports
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.routing.detours import Detours
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()


def two_with(*kinds: str) -> Document:
    nodes = [Node("board", "Styrelsen", "executive_board"), Node("chief", "Chefen", "post", order=1.0)]
    return Document(nodes, [Edge(f"e{n}", "chief", "board", kind=kind, order=float(n)) for n, kind in enumerate(kinds)])


def test_three_relations_of_the_same_two_have_three_lines() -> None:
    document = two_with("reports_to", "prepares_for", "informs")
    arrangement = arrange(document, VOCABULARY, sizes_of(document), PRESETS["classic"])
    starts = {arrangement.boxes["chief"].centre.moved(*start).x for start, _ in arrangement.ports.values()}
    assert len(arrangement.ports) == 3 and len(starts) == 3
    for start, end in arrangement.ports.values():
        boxes = arrangement.boxes
        assert boxes["chief"].centre.moved(*start).x == boxes["board"].centre.moved(*end).x
        assert boxes["chief"].contains(boxes["chief"].centre.moved(*start))
    apply_arrangement(document, arrangement, "down", "lay out")
    assert all(edge.bends == () for edge in document.edges.values())


def test_one_relation_keeps_to_the_centres() -> None:
    document = two_with("reports_to")
    assert not arrange(document, VOCABULARY, sizes_of(document), PRESETS["down"]).ports


def test_boxes_too_narrow_for_that_keep_to_the_centres() -> None:
    document = two_with("reports_to", "prepares_for")
    boxes = {"board": Rect(0, 0, 30, 20), "chief": Rect(0, 60, 30, 20)}
    assert not ports(document, boxes, {"e0": (), "e1": ()})


def test_lines_keep_to_the_centres_where_a_box_stands_between_the_two() -> None:
    document = two_with("reports_to", "prepares_for")
    boxes = {"board": Rect(0, 0, 190, 58), "chief": Rect(0, 300, 190, 58)}
    assert ports(document, boxes, {"e0": (), "e1": ()})
    with document.transaction("add") as step:
        step.add(Node("unit", "Enheten", order=2.0))
    assert not ports(document, {**boxes, "unit": Rect(110, 120, 190, 58)}, {"e0": (), "e1": ()})


def test_a_detour_goes_around_a_frame_where_it_can() -> None:
    source, target, frame = Rect(0, 0, 100, 40), Rect(0, 400, 100, 40), Rect(-60, 150, 240, 120)
    way = Detours({}, [source, target], [frame]).way(source, target)
    assert way
    line = (source.centre, *way, target.centre)
    assert not any(segment_crosses(frame.grown(-1), one, other) for one, other in itertools.pairwise(line))
