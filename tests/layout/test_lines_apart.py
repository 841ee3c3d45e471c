"""Lines that mean different things don't run on each other where there is room; those of one trunk do."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import pytest
from layout_charts import PRESETS
from matrix import VOCABULARY, lay_out
from matrix_graphs import SAMPLES, sample
from municipalities import municipality

from editor.geometry import Point, Rect
from editor.layout.applying import arranged
from editor.model.document import Document
from editor.model.moving import anchors_of
from editor.model.structure import Structure
from editor.routing.nudging import NEAR_PX, Strand, nudged

Stretch = tuple[int, float, float, float, str]
LEAST_PX = 5.0
GRAPHS = {
    **{name: (lambda name=name: sample(name)) for name in SAMPLES},
    "municipality of 20": lambda: municipality(20),
    "municipality of 74": lambda: municipality(74),
    "municipality of 300": lambda: municipality(300),
}


def points_of(document: Document, id: str) -> list[Point]:
    ends = anchors_of(document, document.edges[id])
    assert ends is not None
    return [ends[0].centre, *document.edges[id].bends, ends[1].centre]


def stretches(document: Document) -> Iterator[Stretch]:
    """Every level (0) or upright (1) part of a line outside of its own boxes."""
    for id, edge in document.edges.items():
        own = [box for end in (edge.source, edge.target) if (box := document.nodes[end].box) is not None]
        for one, other in itertools.pairwise(points_of(document, id)):
            axis = 0 if one.y == other.y else 1
            at, low, high = (one.y, *sorted((one.x, other.x))) if axis == 0 else (one.x, *sorted((one.y, other.y)))
            for box in own:
                across = (box.y, box.bottom) if axis == 0 else (box.x, box.right)
                first, last = (box.x, box.right) if axis == 0 else (box.y, box.bottom)
                if across[0] <= at <= across[1]:
                    low, high = (last, high) if first <= low <= last else (low, high)
                    low, high = (low, first) if first <= high <= last else (low, high)
            if high - low > LEAST_PX:
                yield axis, at, low, high, id


def on_each_other(document: Document) -> set[tuple[str, str]]:
    """Pairs of lines that run on each other; not those of one trunk, nor those of one kind that meet at a box."""
    structure, edges = Structure(document, VOCABULARY), document.edges
    parents = {edge: structure.parent[id] for id in document.nodes if (edge := structure.tree_edge(id)) is not None}
    found = set()
    ordered = sorted(stretches(document))
    for number, (axis, at, low, high, id) in enumerate(ordered):
        for other_axis, other_at, begins, ends, other in ordered[number + 1 :]:
            if other_axis != axis or other_at - at > 1.0:
                break
            one, two = edges[id], edges[other]
            is_trunk = id in parents and parents[id] == parents.get(other)
            is_alike = one.kind == two.kind and (one.source == two.source or one.target == two.target)
            if id != other and min(high, ends) - max(low, begins) > LEAST_PX and not is_trunk and not is_alike:
                found.add((id, other))
    return found


@pytest.mark.parametrize("preset", ["municipal", "right"])
@pytest.mark.parametrize("name", GRAPHS)
def test_no_two_lines_can_be_taken_for_one(name: str, preset: str) -> None:
    document = GRAPHS[name]()
    assert on_each_other(arranged(document, lay_out(document, PRESETS[preset]))) == set()


# one by one

ENDS = Rect(0, 0, 100, 40), Rect(300, 200, 100, 40)
FAR = Rect(0, 0, 100, 40), Rect(300, 400, 100, 40)
NEAR = Rect(0, 100, 100, 40), Rect(300, 200, 100, 40)


def strand(ends: tuple[Rect, Rect], *bends: tuple[float, float], trunk: str | None = None) -> Strand:
    return Strand((ends[0].centre, *(Point(*bend) for bend in bends), ends[1].centre), ends, trunk)


def aside(strands: Mapping[str, Strand], movable: Sequence[str], **boxes: Rect) -> dict[str, tuple[Point, ...]]:
    return nudged(strands, movable, lambda one, other: False, boxes)


def test_the_one_that_may_moves_off_the_other_with_its_corners() -> None:
    strands = {"stays": strand(FAR, (200, 20), (200, 420)), "moves": strand(NEAR, (200, 120), (200, 220))}
    moved = aside(strands, ["moves"])["moves"]
    assert [point.y for point in moved] == [120, 120, 220, 220] and moved[1].x == moved[2].x
    assert abs(moved[1].x - 200) > NEAR_PX


def test_those_that_have_something_in_common_stay_together() -> None:
    strands = {id: strand(ENDS, (200, 20), (200, 220)) for id in ("one", "other")}
    assert nudged(strands, ["other"], lambda one, other: True, {}) == {}


def test_a_line_at_the_end_of_another_comes_to_the_box_beside_it() -> None:
    straight = Rect(0, 0, 100, 40), Rect(0, 200, 100, 40)
    strands = {"stays": strand(straight), "moves": strand((Rect(300, 0, 100, 40), straight[1]), (350, 120), (50, 120))}
    end = aside(strands, ["moves"])["moves"][-1]
    assert end.y == 220 and NEAR_PX < abs(end.x - 50) <= 40


def test_a_line_close_along_a_box_moves_away_from_it_but_not_where_another_box_is() -> None:
    strands = {"moves": strand(ENDS, (200, 20), (200, 220))}
    moved = aside(strands, ["moves"], near=Rect(202, 60, 80, 80))["moves"]
    assert moved[1].x <= 197
    shut = {"near": Rect(202, 60, 80, 80), "beyond": Rect(130, 60, 68, 80)}
    assert aside(strands, ["moves"], **shut) == {}


def test_a_line_goes_straight_on_rather_than_aside_a_little() -> None:
    ends = Rect(0, 0, 100, 40), Rect(4, 300, 100, 40)
    moved = aside({"line": strand(ends, (50, 150), (54, 150))}, ["line"])["line"]
    assert len(moved) == 2 and moved[0].x == moved[1].x
