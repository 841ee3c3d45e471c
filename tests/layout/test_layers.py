"""Charts that are no trees: in layers, with frames around what belongs together and lines that can be followed."""

import itertools
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from layout_charts import PRESETS, chart, overlapping, sizes_of
from matrix import VOCABULARY, wrong_with
from municipalities import municipality

from editor.geometry import Point, Rect
from editor.layout.arrange import Plan
from editor.layout.engine import GraphvizError
from editor.layout.layered.web import MOST_BOXES, webs
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure

DIAMONDS = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e"), ("d", "f"), ("e", "g"), ("f", "g")]
LADDER = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "c"), ("a", "d"), ("b", "d")]


def laid_out(document: Document, preset: str = "down") -> dict[str, Rect]:
    return dict(arrange(document, VOCABULARY, sizes_of(document), PRESETS[preset]).boxes)


def in_layers(document: Document) -> set[str]:
    structure = Structure(document, VOCABULARY)
    return {id for web in webs(document, structure, VOCABULARY) for id in web.ids}


def test_a_box_stands_below_all_whose_lines_come_to_it() -> None:
    boxes = laid_out(chart(LADDER))
    assert [id for id in sorted(boxes, key=lambda id: boxes[id].y)] == ["a", "b", "c", "d"]
    boxes = laid_out(chart(DIAMONDS))
    assert boxes["b"].y == boxes["c"].y < boxes["d"].y < boxes["e"].y == boxes["f"].y < boxes["g"].y


@pytest.mark.parametrize(("preset", "axis", "sign"), [("down", 1, 1), ("up", 1, -1), ("right", 0, 1), ("left", 0, -1)])
def test_layers_run_as_the_preset_says(preset: str, axis: int, sign: int) -> None:
    boxes = laid_out(chart(DIAMONDS), preset)
    places = [boxes[id].centre[axis] * sign for id in "abdeg"]
    assert places == sorted(places) and len(set(places)) == 5


def test_a_tree_with_a_line_or_two_beside_it_stays_a_tree() -> None:
    pairs = [("top", f"u{number}") for number in range(20)]
    assert not in_layers(chart([*pairs, ("u3", "u9"), ("u4", "u9")]))
    assert not in_layers(chart(pairs))


def test_relations_that_say_what_they_are_make_no_web() -> None:
    """A leadership structure is a tree with second relations, however many of them there are."""
    document = municipality(40)
    ids = list(document.nodes)
    more = [Edge(f"more{n}", ids[n], ids[-n - 1], kind="cooperates_with", order=1e3 + n) for n in range(15)]
    assert not in_layers(Document(document.nodes.values(), [*document.edges.values(), *more], document.info))


def test_only_the_part_that_is_no_tree_is_laid_out_in_layers() -> None:
    tree = [("root", f"leaf{number}") for number in range(6)]
    assert in_layers(chart([*tree, *DIAMONDS])) == set("abcdefg")
    boxes = laid_out(chart([*tree, *DIAMONDS]))
    assert not overlapping(boxes, chart([*tree, *DIAMONDS]))


def test_too_large_a_web_is_left_to_the_tree() -> None:
    ids = [f"n{number}" for number in range(MOST_BOXES + 1)]
    pairs = [*itertools.pairwise(ids), *zip(ids, ids[2:], strict=False)]
    assert not in_layers(chart(pairs))


def test_the_layered_preset_takes_trees_too() -> None:
    boxes = laid_out(chart([("top", "a"), ("top", "b"), ("a", "c"), ("b", "d")]), "layered")
    assert boxes["a"].y == boxes["b"].y < boxes["c"].y == boxes["d"].y


def test_boxes_that_hang_on_one_line_stand_in_columns_at_their_box() -> None:
    below = [("g", f"low{number}") for number in range(14)]
    above = [(f"high{number}", "a") for number in range(5)]
    boxes = laid_out(chart([*DIAMONDS, *below, *above]), "layered")
    assert len({boxes[low].y for _, low in below}) <= 6 and len({boxes[low].x for _, low in below}) == 3
    assert all(boxes[low].y > boxes["g"].bottom for _, low in below)
    assert len({boxes[high].x for high, _ in above}) == 1
    assert all(boxes[high].bottom < boxes["a"].y for high, _ in above)


def framed() -> Document:
    """Two frames, one in a third, and lines across their borders."""
    frame = {"b": "inner", "d": "inner", "inner": "outer", "c": "outer", "e": "other", "g": "other"}
    ids = ["outer", "inner", "other", *"abcdefg"]
    nodes = [
        Node(id, id, group=frame.get(id), is_group=len(id) > 1, order=float(number)) for number, id in enumerate(ids)
    ]
    return Document(nodes, chart(DIAMONDS).edges.values())


def test_frames_hold_their_own_and_nobody_else() -> None:
    document = framed()
    boxes = laid_out(document)
    for id, box in boxes.items():
        around = {"outer": set("bcd") | {"inner"}, "inner": set("bd"), "other": set("eg")}
        for frame, own in around.items():
            if id != frame and id != "outer":
                assert boxes[frame].encloses(box) == (id in own), (frame, id)
                assert id in own or not boxes[frame].overlaps(box), (frame, id)


def test_a_folded_frame_counts_as_a_box_with_the_lines_of_what_is_in_it() -> None:
    document = framed()
    with document.transaction("fold") as step:
        step.update("outer", folded=True)
    shown = {id: size for id, size in sizes_of(document).items() if id not in ("b", "c", "d", "inner")}
    boxes = dict(arrange(document, VOCABULARY, shown, PRESETS["layered"]).boxes)
    assert boxes.keys() == shown.keys()
    assert boxes["a"].bottom < boxes["outer"].y and boxes["outer"].bottom < boxes["f"].y


def test_circles_are_opened_somewhere() -> None:
    document = chart([*DIAMONDS, ("g", "a"), ("d", "a")])
    assert not overlapping(laid_out(document), document)


def test_pinned_boxes_stay() -> None:
    document = chart(DIAMONDS)
    with document.transaction("pin") as step:
        step.update("d", box=Rect(-300.0, 70.0, 190.0, 58.0), pinned=True)
    boxes = laid_out(document)
    assert boxes["d"] == document.nodes["d"].box and not overlapping(boxes, document)


def test_lines_that_look_different_do_not_share_a_trunk() -> None:
    pairs = [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("a", "e"), ("b", "e")]
    document = chart(pairs)
    first = next(iter(document.edges))
    with document.transaction("look") as step:
        step.update(first, look=msgspec.structs.replace(document.edges[first].look, border_style="dashed"))
    found = arrange(document, VOCABULARY, sizes_of(document), PRESETS["layered"])
    heights = {id: {bend.y for bend in found.bends[id]} for id in document.edges if document.edges[id].source == "a"}
    others = set().union(*(those for id, those in heights.items() if id != first))
    assert not heights[first] & others


@pytest.mark.parametrize("answer", ["", "graph 1 1 1\nstop\n", "graph 1 1 1\nstop\ngraph 1 1 1\nnode n0 x y\nstop\n"])
def test_an_answer_that_is_not_whole_is_told(answer: str) -> None:
    document = chart(DIAMONDS)
    plan = Plan(document, VOCABULARY, sizes_of(document), PRESETS["down"])
    assert plan.question().count("digraph") == 2
    with pytest.raises(GraphvizError):
        plan.answer(answer)


pairs_of_boxes = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), min_size=3, max_size=30, unique=True)
frames_of_boxes = st.lists(st.sampled_from([None, None, "f0", "f1", "f2"]), min_size=14, max_size=14)


@settings(max_examples=40, deadline=None)
@given(pairs_of_boxes, frames_of_boxes, st.sampled_from(["layered", "down", "right", "up"]))
@example(  # a way whose last corner comes twice
    [(2, 1), (5, 2), (11, 0)],
    ["f0", None, "f2", None, "f0", "f1", "f1", "f1", "f2", "f2", None, "f0", None, "f2"],
    "right",
)
def test_whatever_the_web(pairs: list[tuple[int, int]], within: list[str | None], preset: str) -> None:
    document = web(pairs, within)
    assert wrong_with(document, preset) == []


def web(pairs: Sequence[tuple[int, int]], within: Sequence[str | None]) -> Document:
    """Fourteen boxes in frames, f2 within f1, and lines between them."""
    used = {frame for frame in within if frame is not None}
    if "f2" in used:
        used.add("f1")
    nodes = [Node(id, id, is_group=True, group="f1" if id == "f2" else None, order=-1.0) for id in sorted(used)]
    nodes += [Node(f"n{place}", f"n{place}", group=frame, order=float(place)) for place, frame in enumerate(within)]
    edges = [Edge(f"e{place}", f"n{a}", f"n{b}", order=float(place)) for place, (a, b) in enumerate(pairs) if a != b]
    return Document(nodes, edges)


@settings(max_examples=40, deadline=None)
@given(pairs_of_boxes)
def test_lines_that_have_no_end_in_common_never_run_on_each_other(pairs: list[tuple[int, int]]) -> None:
    """Across; one on the other they would look like one. Upright it can be needed, where boxes change places."""
    document = web(pairs, [None] * 14)
    found = arrange(document, VOCABULARY, sizes_of(document), PRESETS["layered"])
    across: list[tuple[float, float, float, Edge]] = []
    for id, bends in found.bends.items():
        edge = document.edges[id]
        line = [found.boxes[edge.source].centre, *bends, found.boxes[edge.target].centre]
        across += [(a.y, *sorted((a.x, b.x)), edge) for a, b in itertools.pairwise(line) if _is_level(a, b)]
    for one, other in itertools.combinations(across, 2):
        if abs(one[0] - other[0]) < 1.0 and one[1] < other[2] - 1.0 and other[1] < one[2] - 1.0:
            assert {one[3].source, one[3].target} & {other[3].source, other[3].target}, (one, other)


def _is_level(a: Point, b: Point) -> bool:
    return abs(a.y - b.y) < 0.01 < abs(a.x - b.x)
