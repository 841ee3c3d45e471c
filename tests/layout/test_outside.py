"""Room for what belongs to a box and is drawn outside of it."""

import itertools

import msgspec
import pytest
from layout_charts import PRESETS, chart, sizes_of
from matrix import VOCABULARY, maker_of, wrong_with

from editor.geometry import Point, Rect
from editor.layout.applying import arranged
from editor.layout.outside import outside
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.records import Edge, Spot

BELOW = Spot(Point(0.5, 1.0), Point(0.5, 0.0), Point(0.0, 4.0))
INSIDE = Spot(Point(0.5, 1.0), Point(0.5, 1.0), Point(0.0, -4.0))
ICON = (40.0, 40.0)


def icons(spot: Spot, name: str = "hoststate of the cell") -> Document:
    """A fan of icons with their names where the spot says."""
    document = chart([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("b", "e"), ("c", "e")])
    nodes = [msgspec.structs.replace(node, name=name, name_spot=spot) for node in document.nodes.values()]
    return Document(nodes, document.edges.values())


@pytest.mark.parametrize("preset", ["down", "right", "up", "layered", "organic", "stacked"])
def test_words_below_icons_stand_on_nothing(preset: str) -> None:
    document = icons(BELOW)
    found = arranged(document, arrange(document, VOCABULARY, dict.fromkeys(document.nodes, ICON), PRESETS[preset]))
    assert {(round(box.width, 6), round(box.height, 6)) for node in found.nodes.values() if (box := node.box)} == {ICON}
    drawn = {block.record: block.bounds for block in maker_of(found).drawing().blocks if block.role == "node"}
    for one, other in itertools.combinations(drawn, 2):
        assert not drawn[one].overlaps(drawn[other]), (one, other)


def test_words_inside_need_no_more_room() -> None:
    document = icons(INSIDE)
    assert outside(document, dict.fromkeys(document.nodes, ICON)) == {}


def test_longer_words_need_more_room_to_the_sides_only() -> None:
    (short,), (long,) = (
        set(outside(icons(BELOW, name), dict.fromkeys("abcde", ICON)).values()) for name in ("x" * 20, "x" * 30)
    )
    assert long[0] > short[0] > 0.0 and long[1] == short[1] > 0.0


@pytest.mark.parametrize("preset", ["compact", "stacked", "right", "layered"])
def test_lines_from_boxes_to_themselves_run_through_no_other(preset: str) -> None:
    document = chart([("top", f"u{number}") for number in range(9)])
    loops = [Edge(f"loop{number}", f"u{number}", f"u{number}", order=50.0 + number) for number in range(9)]
    more = [Edge(f"more{number}", f"u{number}", f"u{number}", order=90.0 + number) for number in range(0, 9, 2)]
    assert wrong_with(Document(document.nodes.values(), [*document.edges.values(), *loops, *more]), preset) == []


def test_a_pinned_icon_stays_to_the_pixel() -> None:
    document = icons(BELOW)
    with document.transaction("pin") as step:
        step.update("d", box=Rect(-300.1, 70.3, *ICON), pinned=True)
    found = arrange(document, VOCABULARY, sizes_of(document), PRESETS["right"])
    assert found.boxes["d"] == document.nodes["d"].box
