"""Labels are drawn where and as their file says: aligned, on their ground, along lines, or not at all."""

import itertools
import re

import pytest
from example_charts import drawn
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.shapes import Block, Box, Text
from editor.drawing.spots import middle_along
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Along, Edge, Label, Look, Node, Spot
from editor.render.svg import to_svg

BOX = Rect(0.0, 0.0, 200.0, 100.0)
LINES = "en kort\nen mycket längre rad\nrad"


def block_of(document: Document, id: str) -> Block:
    return next(block for block in drawn(document, paper=False).blocks if block.record == id)


def texts(block: Block) -> list[Text]:
    return [shape for shape in block.shapes if isinstance(shape, Text)]


def node(**fields: object) -> Document:
    return Document([Node("a", box=BOX, **{"name": LINES, "look": Look(fill="#ffffff"), **fields})], [])  # type: ignore[arg-type]


@pytest.mark.parametrize(("align", "anchor"), [("left", "start"), ("right", "end"), (None, "middle")])
@pytest.mark.parametrize("spot", [None, Spot(Point(0.5, 0.0), Point(0.5, 0.0), Point(0.0, 4.0))])
def test_lines_stand_below_each_other_as_the_file_says(align: str | None, anchor: str, spot: Spot | None) -> None:
    (text,) = texts(block_of(node(look=Look(fill="#ffffff", align=align), name_spot=spot), "a"))
    assert text.anchor == anchor and len(text.lines) == 3
    shift = {"start": 0.5, "middle": 0.0, "end": -0.5}[anchor]
    middle = text.lines[0].at.x + shift * max(line.width for line in text.lines)
    assert middle == pytest.approx(BOX.centre.x), "the lines as a whole stand in the middle"


def test_a_label_as_wide_as_its_box_begins_at_its_side_and_is_broken_there() -> None:
    spot = Spot(Point(0.0, 0.0), Point(0.0, 0.0), Point(4.0, 0.0), is_wide=True)
    look = Look(align="left", text_fill="#ffee00")
    block = block_of(node(name="ord " * 20, look=look, name_spot=spot), "a")
    (text,) = texts(block)
    assert len(text.lines) > 1 and {line.at.x for line in text.lines} == {4.0}
    ground = next(shape for shape in block.shapes if isinstance(shape, Box) and shape.fill == "#ffee00")
    assert (ground.rect.x, ground.rect.width) == (BOX.x, BOX.width)


def test_further_labels_stand_at_their_spots() -> None:
    spot = Spot(Point(1.0, 1.0), Point(0.25, 0.0), Point(3.0, 5.0))
    (text,) = texts(block_of(node(name="", labels=(Label("under", spot=spot),)), "a"))
    (line,) = text.lines
    assert text.anchor == "middle" and line.at.x == pytest.approx(203.0 + 0.25 * line.width)
    assert line.at.y > 105.0


def test_hidden_words_are_not_drawn_and_still_spoken() -> None:
    hidden = Look(fill="#ffffff", text_hidden=True)
    edge = Edge("e", "a", "a", name="dold", look=hidden, labels=(Label("också", look=hidden),))
    box = Node("a", "dold", box=BOX, look=hidden, labels=(Label("också", look=hidden),))
    document = Document([box], [edge])
    assert not texts(block_of(document, "a")) and not texts(block_of(document, "e"))
    assert "dold" in block_of(document, "a").title


@pytest.mark.parametrize("is_group", [False, True])
def test_words_have_the_ground_and_the_line_that_the_file_gives_them(is_group: bool) -> None:
    look = Look(fill="#ffffff", text_fill="#102030", text_border="#ff0000", text_color="#000000")
    block = block_of(node(look=look, is_group=is_group), "a")
    assert any(isinstance(shape, Box) and shape.fill == "#102030" for shape in block.shapes)
    assert texts(block)[0].color == "#ffffff", "black can't be read there"


def test_words_on_a_line_have_their_ground_and_alignment() -> None:
    others = [Node("a", box=BOX, look=Look(fill="#ffffff")), Node("b", box=BOX.moved(0.0, 400.0))]
    look = Look(font_size=10.0, text_fill="#ffff99", text_border="#ffff00", align="left", target_arrow="none")
    edges = [Edge("e", "a", "b", name=LINES, look=look)]
    block = block_of(Document(others, edges), "e")
    (text,) = texts(block)
    assert text.anchor == "start" and text.style.size_px == 10.0
    ground = next(shape for shape in block.shapes if isinstance(shape, Box))
    assert ground.fill == "#ffff99" and ground.stroke is not None and ground.stroke.color == "#ffff00"


def test_an_arrow_stays_where_only_words_have_a_look() -> None:
    others = [Node("a", box=BOX), Node("b", box=BOX.moved(0.0, 400.0))]
    plain, worded = (len(block_of(Document(others, [Edge("e", "a", "b", look=look)]), "e").shapes) for look in LOOKS)
    assert plain == worded == 2


LOOKS = (Look(), Look(font_size=9.0, bold=True))


def test_underlined_words_are_so_in_svg() -> None:
    svg = to_svg(drawn(node(look=Look(underline=True)), paper=False))
    assert len(re.findall('<text [^>]*text-decoration="underline"', svg)) == 1


DOWN = (Point(0.0, 0.0), Point(0.0, 100.0))
UP = (Point(0.0, 100.0), Point(0.0, 0.0))
BENT = (Point(0.0, 0.0), Point(100.0, 0.0), Point(100.0, 300.0))


@pytest.mark.parametrize(
    ("line", "place", "middle"),
    [
        (DOWN, Along(), (0, 50)),
        (DOWN, Along(0.25, 30.0), (30, 25)),
        (UP, Along(0.25, 30.0), (-30, 75)),
        (DOWN, Along(0.5, 5.0, to_border=True), (25, 50)),
        (DOWN, Along(0.5, -5.0, to_border=True), (-25, 50)),
        (BENT, Along(0.25, 5.0, to_border=True, up=True), (100, -15)),
        (BENT, Along(0.5, stretch=0), (50, 0)),
        (BENT, Along(0.5, stretch=-1), (100, 150)),
        (BENT, Along(0.5, stretch=7), (100, 100)),
        (BENT, Along(-0.1), (-40, 0)),
        (BENT, Along(1.1), (100, 340)),
        ((Point(5.0, 5.0), Point(5.0, 5.0)), Along(), (5, 5.5)),
    ],
)
def test_where_words_of_40_by_20_stand_along_a_line(
    line: tuple[Point, ...], place: Along, middle: tuple[float, float]
) -> None:
    assert middle_along(line, place, 40.0, 20.0) == pytest.approx(middle)


def test_above_is_above_whichever_way_a_line_runs() -> None:
    ends = (Point(0.0, 0.0), Point(90.0, 40.0))
    for line in itertools.permutations(ends):
        at = middle_along(line, Along(0.5, 5.0, to_border=True, up=True), 40.0, 20.0)
        assert at.y < 20.0 - 10.0


ODD = [
    "",
    "NaN",
    "-1",
    "1e400",
    "tolv",
    "#12",
    "#GGGGGG",
    "#FFF",
    "transparent",
    "none",
    "red",
    "left",
    "7 8",
    "1e9",
    "å",
]
STATED = (
    "x",
    "y",
    "width",
    "height",
    "fontSize",
    "textColor",
    "backgroundColor",
    "lineColor",
    "alignment",
    "modelName",
)


@given(st.dictionaries(st.sampled_from(STATED), st.sampled_from(ODD)), st.sampled_from(ODD), st.sampled_from(ODD))
def test_whatever_a_file_says_of_its_labels_is_drawn(label: dict[str, str], color: str, width: str) -> None:
    said = " ".join(f'{name}="{value}"' for name, value in label.items())
    text = (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
        '<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>'
        f'<graph edgedefault="directed"><node id="a"><data key="d0"><y:ShapeNode><y:Geometry x="0" y="0" width="90" '
        f'height="30"/><y:Fill color="{color}"/><y:BorderStyle color="{color}" width="{width}"/><y:NodeLabel {said}>A'
        f"</y:NodeLabel><y:NodeLabel {said}>B\nC</y:NodeLabel></y:ShapeNode></data></node>"
        '<edge id="e" source="a" target="a"><data key="d1"><y:PolyLineEdge>'
        f'<y:LineStyle color="{color}" width="{width}"/>'
        f"<y:EdgeLabel {said}>D</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>"
    )
    assert to_svg(drawn(read_graphml(text.encode()).document)).endswith("</svg>\n")
