"""What yEd's files say of how labels look: alignment, lines below words, grounds, hidden ones; and bad colours."""

import pytest
from msgspec.structs import replace

from editor.geometry import Point
from editor.graphml.reading import Reading, read_graphml
from editor.graphml.shown_text import as_markup, without_tags
from editor.graphml.writing import write_graphml
from editor.model.records import NO_LOOK, Look, Spot

FILE = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
<graph edgedefault="directed"><node id="a"><data key="d0"><y:ShapeNode>
<y:Geometry x="0" y="0" width="200" height="60"/>{node}<y:Shape type="rectangle"/></y:ShapeNode></data></node>
<edge id="e" source="a" target="a"><data key="d1"><y:PolyLineEdge>{edge}</y:PolyLineEdge></data></edge>
</graph></graphml>"""


def read(node: str = "", edge: str = "") -> Reading:
    return read_graphml(FILE.format(node=node, edge=edge).encode())


LOOKS = {
    'alignment="center" fontSize="12" fontStyle="plain" textColor="#000000" visible="true"': NO_LOOK,
    'alignment="right"': Look(align="right"),
    'alignment="sideways"': NO_LOOK,
    'underlinedText="true"': Look(underline=True),
    'visible="false"': Look(text_hidden=True),
    'backgroundColor="#FFCC00" hasBackgroundColor="false" lineColor="#112233" hasLineColor="false"': NO_LOOK,
    'backgroundColor="#FFCC00" lineColor="#11223380"': Look(text_fill="#FFCC00", text_border="#11223380"),
    'textColor="nonsense" backgroundColor="#12" lineColor="transparent"': NO_LOOK,
    'textColor="red" fontSize="9" fontStyle="bolditalic"': Look(
        text_color="#ff0000", font_size=9.0, bold=True, italic=True
    ),
}


@pytest.mark.parametrize(("attributes", "look"), LOOKS.items())
def test_labels_say_how_their_words_look(attributes: str, look: Look) -> None:
    document = read(f"<y:NodeLabel {attributes}>A</y:NodeLabel>", f"<y:EdgeLabel {attributes}>E</y:EdgeLabel>").document
    node, edge = document.nodes["a"], document.edges["e"]
    assert node.look == replace(look, shape="rectangle")
    assert edge.look == look
    assert (
        read("<y:NodeLabel/>" + f"<y:NodeLabel {attributes}>A</y:NodeLabel>").document.nodes["a"].labels[0].look == look
    )


@pytest.mark.parametrize("place", ['modelName="internal" modelPosition="c"', 'modelName="internal" modelPosition="l"'])
def test_a_label_as_wide_as_its_box_has_its_text_at_a_side(place: str) -> None:
    size = 'autoSizePolicy="node_width" x="0" y="20" width="200" height="20"'
    wide = f'<y:NodeLabel alignment="left" {place} {size}>A</y:NodeLabel>'
    assert read(wide).document.nodes["a"].name_spot == Spot(Point(0, 0.5), Point(0, 0.5), Point(4, 0), is_wide=True)
    right = wide.replace("left", "right")
    assert read(right).document.nodes["a"].name_spot == Spot(Point(1, 0.5), Point(1, 0.5), Point(-4, 0), is_wide=True)
    assert read(wide.replace("left", "center")).document.nodes["a"].name_spot is None


def test_what_is_no_colour_is_kept_and_not_said() -> None:
    bad = '<y:Fill color="foo"/><y:BorderStyle color="#12"/><y:NodeLabel textColor="#GG0000">A</y:NodeLabel>'
    reading = read(bad)
    look = reading.document.nodes["a"].look
    assert (look.fill, look.border, look.text_color) == (None, None, None)
    with reading.document.transaction("rename") as step:
        step.update("a", name="B")
    assert write_graphml(reading.document, reading.baseline) == reading.baseline.data.replace(b">A<", b">B<")


def test_a_look_of_our_own_with_a_bad_colour_is_kept_and_counted() -> None:
    key = '<key id="l" for="node" attr.name="lg.look" attr.type="string"/>'
    text = FILE.format(node="", edge="").replace("<graph ", key + "<graph ")
    data = text.replace('<node id="a">', '<node id="a"><data key="l">{"fill":"foo"}</data>').encode()
    reading = read_graphml(data)
    assert reading.document.nodes["a"].look.fill is None
    assert reading.report.kept["bad_fact"] == 1
    assert write_graphml(reading.document, reading.baseline) == data


WORDS = Look(
    shape="rectangle", underline=True, align="right", text_fill="#ffffff", text_border="#000000", text_hidden=True
)


def test_words_can_be_given_another_look_and_get_back_their_own() -> None:
    label = '<y:NodeLabel hasBackgroundColor="false" hasLineColor="false">A</y:NodeLabel>'
    reading = read(label)
    before = reading.document.nodes["a"].look
    for look in (WORDS, before):
        with reading.document.transaction("look") as step:
            step.update("a", look=look)
        data = write_graphml(reading.document, reading.baseline)
        assert read_graphml(data).document.nodes["a"].look == look
    assert data == reading.baseline.data


MARKUP = {
    "<html>A<br>B</html>": "A\nB",
    "<p>a <b>b</b></p><p>c</p>": "a b\nc",
    "<html><head><title>t</title><style>p {}</style></head>x\n  y</html>": "x y",
    "<html><ul><li>1</li><li>2</li></ul>": "1\n2",
    "<html>a &lt; b &amp; c<!-- no --> d": "a < b & c d",
    "<html></html>": "",
}


@pytest.mark.parametrize(("markup", "words"), MARKUP.items())
def test_html_is_shown_as_its_words(markup: str, words: str) -> None:
    assert without_tags(markup) == words
    assert without_tags(as_markup(words)) == words
