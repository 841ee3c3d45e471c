"""Lanes stand behind the boxes of one sector, hold no others, and their names are crossed by no line."""

from example_charts import VOCABULARY
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.lanes import TITLE_X, lane_bands, lane_shapes
from editor.drawing.nodes import Setting
from editor.drawing.shapes import Box, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Rect, bounds_of
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.text.fixed import FixedMeasurer

SETTING = Setting(VOCABULARY, LIGHT, FixedMeasurer(), "sv")
KINDS = ("council", "committee", "administration", "staff_unit", "company", "person", None)
PLACES = st.tuples(st.integers(0, 5), st.integers(0, 5))


def box(column: int, row: int, kind: str | None, **more: str) -> Node:
    return Node(f"{column}-{row}", kind or "", kind, box=Rect(200.0 * column, 120.0 * row, 160.0, 48.0), **more)


def bands(*nodes: Node) -> dict[str, Rect]:
    area = bounds_of(node.box for node in nodes if node.box) or Rect(0.0, 0.0, 0.0, 0.0)
    return {sector.id: band for sector, band in lane_bands(Document(nodes), SETTING, area)}


def test_a_row_of_one_sector_gets_a_band_from_side_to_side() -> None:
    found = bands(box(0, 0, "council"), box(1, 0, "committee"), box(0, 2, "administration"), box(4, 2, "staff_unit"))
    assert list(found) == ["political", "administration"]
    assert found["political"].x < 0 and found["political"].right > 4 * 200 + 160
    assert not found["political"].overlaps(found["administration"])


def test_there_is_none_where_the_sectors_are_mixed_or_alone() -> None:
    assert not bands(box(0, 0, "council"), box(1, 0, "administration"), box(2, 0, "committee"), box(3, 0, "department"))
    assert not bands(box(0, 0, "council"), box(1, 0, "committee"))
    assert not bands(box(0, 0, "council"), box(1, 1, "administration"))


def test_what_is_hidden_in_a_collapsed_branch_has_no_lane() -> None:
    top = Node("top", "Fullmäktige", "council", box=Rect(0.0, 0.0, 160.0, 48.0), collapsed=True)
    below = [box(0, 2, "administration"), box(1, 2, "administration"), box(3, 0, "committee")]
    lines = [Edge(f"e{at}", "top", node.id, kind="responsible_for") for at, node in enumerate(below[:2])]
    document = Document([top, *below], lines)
    assert not lane_bands(document, SETTING, Rect(0.0, 0.0, 800.0, 48.0))


def test_the_name_gives_way_to_a_line() -> None:
    nodes = [box(0, 0, "council"), box(3, 0, "committee"), box(0, 2, "administration"), box(3, 2, "administration")]
    for edges, moved in (([], False), ([Edge("e", "0-0", "0-2")], True)):
        document = Document(nodes, edges)
        area = Rect(0.0, 0.0, 760.0, 288.0)
        shapes = lane_shapes(lane_bands(document, SETTING, area), document, SETTING)
        ground, name = [shape for shape in shapes if isinstance(shape, Box | Text)][2:]
        assert isinstance(ground, Box) and isinstance(name, Text)
        assert (name.lines[0].at.x > ground.rect.x + TITLE_X) == moved


@given(st.dictionaries(PLACES, st.sampled_from(KINDS), max_size=20))
def test_no_box_of_another_sector_is_ever_in_a_lane(places: dict[tuple[int, int], str | None]) -> None:
    nodes = [box(*place, kind) for place, kind in places.items()]
    for id, band in bands(*nodes).items():
        for node in nodes:
            sector = VOCABULARY.sector_of(node.kind, None)
            assert node.box is not None
            assert sector is None or (sector.id == id) == band.overlaps(node.box)
            assert sector is not None or band.encloses(node.box) or not band.overlaps(node.box)
