"""The SVG is valid, stable, readable to people and programs, and holds nothing that common readers don't know."""

import re
from pathlib import Path

import pytest
from example_charts import CHARTS, drawn
from lxml import etree

from editor.drawing.shapes import Block, Box, Drawing, Image, Stroke, Text, TextLine
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.render.svg import to_svg
from editor.text.measure import TextStyle

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.graphml"))
SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "g", "rect", "ellipse", "path", "text", "tspan", "image"}
PRESENTATION = {"style", "class", "transform", "filter", "clip-path", "marker-end"}
every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def written(path: Path, lang: str = "sv") -> etree._Element:
    return etree.fromstring(to_svg(drawn(read_graphml(path.read_bytes()).document, lang)).encode())


def one(block: Block, **more: str) -> etree._Element:
    return etree.fromstring(to_svg(Drawing((block,), Rect(0, 0, 100, 50), **more)).encode())  # type: ignore[arg-type]


@every_sample
def test_the_same_chart_gives_the_same_bytes(path: Path) -> None:
    first, second = (to_svg(drawn(read_graphml(path.read_bytes()).document)) for _ in range(2))
    assert first == second


@every_sample
def test_the_whole_has_a_title_a_description_a_language_and_a_size(path: Path) -> None:
    root = written(path)
    assert root[0].tag == f"{SVG}title" and root[0].text and root[1].tag == f"{SVG}desc" and root[1].text
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    assert root.get("aria-labelledby") == "title desc"
    width, height = (float(str(root.get(side)).removesuffix("mm")) for side in ("width", "height"))
    _, _, wide, high = (float(part) for part in str(root.get("viewBox")).split())
    assert width / height == pytest.approx(wide / high, rel=0.001)
    assert width == pytest.approx(wide * 25.4 / 96, abs=0.01)


@every_sample
def test_it_is_a_document_whose_parts_are_read_out(path: Path) -> None:
    """The role img would hide everything inside from a screen reader."""
    root = written(path)
    assert root.get("role") == "graphics-document document"
    named = [group for group in root.iter(f"{SVG}g") if group.get("id")]
    assert named and all(group.get("role") in ("img", "group") for group in named)
    assert all(group[0].tag == f"{SVG}title" and str(group[0].text).strip() for group in named)


@every_sample
def test_ids_occur_once_and_for_every_record(path: Path) -> None:
    document = read_graphml(path.read_bytes()).document
    ids = [str(element.get("id")) for element in written(path).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == len(document.nodes) + len(document.edges) + 2


def test_ids_are_unique_whatever_the_file_calls_its_records() -> None:
    names = ("a b", "a_20b", "a\tb", "title", "desc", "é", "1", "n0::n1")
    nodes = [Node(id, id, box=Rect(100.0 * at, 0, 80, 40)) for at, id in enumerate(names)]
    root = etree.fromstring(to_svg(drawn(Document(nodes))).encode())
    ids = [str(group.get("id")) for group in root.iter(f"{SVG}g") if group.get("id")]
    assert len(set(ids)) == len(names) and not {"title", "desc"}.intersection(ids)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", id) for id in ids)


@every_sample
def test_only_what_every_reader_knows(path: Path) -> None:
    for element in written(path).iter():
        assert etree.QName(element).localname in KNOWN
        assert not PRESENTATION.intersection(element.attrib)


@every_sample
def test_at_most_two_decimals(path: Path) -> None:
    root = written(path)
    values = (str(value) for element in root.iter() for name, value in element.attrib.items() if _is_geometry(name))
    assert not [value for value in values if re.search(r"\.\d{3}|e-|nan|inf", value)]


def _is_geometry(name: str) -> bool:
    return name in {
        "x",
        "y",
        "width",
        "height",
        "rx",
        "ry",
        "cx",
        "cy",
        "d",
        "viewBox",
        "stroke-width",
        "stroke-dasharray",
    }


def test_a_family_with_a_digit_is_quoted() -> None:
    """Unquoted it is no CSS identifier, and readers fall back to a serif face."""
    root = one(Block("node", "a", Rect(0, 0, 9, 9), (_text("Stab"),)))
    family = str(root.get("font-family"))
    assert family.startswith("'Source Sans 3', ") and family.endswith("sans-serif")


def test_another_family_stands_on_its_own_text() -> None:
    text = Text((TextLine("a", Point(0, 10), 9.0),), TextStyle(12.0, family="Noto Sans 2"), "#000000")
    (written,) = one(Block("node", "a", Rect(0, 0, 9, 9), (text,))).iter(f"{SVG}text")
    assert str(written.get("font-family")).startswith("'Noto Sans 2', ")


def test_letters_that_xml_cannot_hold_are_left_out_and_the_others_kept() -> None:
    root = one(Block("node", "a", Rect(0, 0, 9, 9), (_text('<&">\x00\x0b]]> 👩‍💼 \ud800'),), '<"&\x01'))
    (text,) = root.iter(f"{SVG}text")
    assert text.text == '<&">]]> 👩‍💼 ' and root[-1].findtext(f"{SVG}title") == '<"&'


def test_several_lines_are_tspans_with_their_own_places() -> None:
    lines = (TextLine("ett", Point(1, 10), 9.0), TextLine("två", Point(1, 24.126), 9.0))
    root = one(Block("node", "a", Rect(0, 0, 9, 9), (Text(lines, TextStyle(12.0, 600), "#000000", "middle"),)))
    (text,) = root.iter(f"{SVG}text")
    assert [(span.text, span.get("x"), span.get("y")) for span in text] == [("ett", "1", "10"), ("två", "1", "24.13")]
    assert text.get("text-anchor") == "middle" and text.get("font-weight") == "600"


def test_alpha_is_an_opacity_of_its_own() -> None:
    root = one(Block("node", "a", Rect(0, 0, 9, 9), (Box(Rect(0, 0, 9, 9), 2.0, "#11223380", Stroke("#44556600")),)))
    (box,) = root[-1].iter(f"{SVG}rect")
    assert (box.get("fill"), box.get("fill-opacity")) == ("#112233", "0.5")
    assert (box.get("stroke"), box.get("stroke-opacity")) == ("#445566", "0")


def test_a_picture_travels_inside() -> None:
    root = one(Block("node", "a", Rect(0, 0, 9, 9), (Image(Rect(0, 0, 9, 9), b"abc", "image/png"),)))
    (image,) = root.iter(f"{SVG}image")
    assert image.get("{http://www.w3.org/1999/xlink}href") == "data:image/png;base64,YWJj"


def test_a_chart_without_a_title_is_not_nameless() -> None:
    root = etree.fromstring(to_svg(drawn(Document([Node("a", "A", box=Rect(0, 0, 80, 40))]), "en")).encode())
    assert (root[0].text, root[1].text) == ("Chart", "Boxes: 1; lines: 0")


def test_an_empty_chart_is_a_picture_too() -> None:
    root = etree.fromstring(to_svg(drawn(Document())).encode())
    assert float(str(root.get("viewBox")).split()[2]) > 100


def test_a_width_on_paper_can_be_asked_for() -> None:
    svg = to_svg(drawn(CHARTS["states"]()), width_mm=170.0)
    assert ' width="170mm"' in svg


def test_ten_thousand_boxes_stay_below_eight_megabytes() -> None:
    nodes = [
        Node(f"n{at}", f"Enheten nummer {at}", "section", box=Rect(at % 100 * 200.0, at // 100 * 90.0, 176.0, 60.0))
        for at in range(10_000)
    ]
    edges = [Edge(f"e{at}", f"n{at}", f"n{at // 10}", kind="part_of") for at in range(1, 10_000)]
    assert len(to_svg(drawn(Document(nodes, edges))).encode()) < 8_000_000


def _text(words: str) -> Text:
    return Text((TextLine(words, Point(0, 10), 20.0),), TextStyle(12.0), "#000000")
