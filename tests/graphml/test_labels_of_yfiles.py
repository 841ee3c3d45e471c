"""Labels of yFiles for HTML and yEd Live: where their models put them, how their styles set them, and nothing lost."""

import pytest

from editor.geometry import Point
from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import write_graphml
from editor.model.records import Along, Label, Look, Spot

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<!--Created by yFiles for HTML 2.6-->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0"
 xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/3.0" xmlns:yjs="http://www.yworks.com/xml/yfiles-for-html/2.0/xaml">
 <key id="n" for="node" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeLabels"/>
 <key id="g" for="node" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeGeometry"/>
 <key id="s" for="node" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeStyle"/>
 <key id="e" for="edge" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/EdgeLabels"/>
 <key id="t" for="edge" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/EdgeStyle"/>
 <key id="p" for="port" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/PortLocationParameter"/>
 <key id="d" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/SharedData"/>
 <data key="d"><y:SharedData>
  <y:ExteriorLabelModel x:Key="1" Insets="5"/>
  <y:InteriorLabelModel x:Key="2"><y:InteriorLabelModel.Insets>
   <y:InsetsD Left="1" Top="2" Right="3" Bottom="4"/></y:InteriorLabelModel.Insets></y:InteriorLabelModel>
  <y:CompositeLabelModelParameter x:Key="3"><y:CompositeLabelModelParameter.Parameter>
   <y:ExteriorLabelModelParameter Position="South" Model="{{y:GraphMLReference 1}}"/>
  </y:CompositeLabelModelParameter.Parameter></y:CompositeLabelModelParameter>
  <yjs:DefaultLabelStyle x:Key="4" horizontalTextAlignment="CENTER" textFill="#80102030">
   <yjs:DefaultLabelStyle.font><yjs:Font fontSize="14" fontWeight="BOLD" textDecoration="UNDERLINE"/>
   </yjs:DefaultLabelStyle.font></yjs:DefaultLabelStyle>
  <y:GraphMLReference x:Key="5" ResourceKey="5"/>
  <y:InteriorNodeLabelModel x:Key="6" Padding="1,2,3,4"/>
 </y:SharedData></data>
 <graph edgedefault="directed">
  <node id="a"><data key="g"><y:RectD X="0" Y="0" Width="80" Height="40"/></data>{node}
   <port name="p0"><data key="p"><y:FreeNodePortLocationModelParameter Ratio="0.25,1"/></data></port>
   <port name="p1"/></node>
  <node id="b"><data key="g"><y:RectD X="0" Y="200" Width="80" Height="40"/></data></node>
  <edge id="ab" source="a" target="b" sourceport="p0" targetport="nowhere">{edge}</edge>
 </graph>
</graphml>
"""
CENTRE, ORIGIN = Point(0.5, 0.5), Point(0.0, 0.0)


def read(node: str = "", edge: str = "") -> Reading:
    return read_graphml(FILE.format(node=node, edge=edge).encode())


def labels(*labels: str, key: str = "n") -> str:
    return f'<data key="{key}"><x:List>{"".join(labels)}</x:List></data>'


def label(text: str, place: str = "", style: str = "") -> str:
    attributes = f' LayoutParameter="{place}"' if place.startswith("{") else ""
    inner = f"<y:Label.LayoutParameter>{place}</y:Label.LayoutParameter>" if place.startswith("<") else ""
    return f"<y:Label{attributes} {style}><y:Label.Text>{text}</y:Label.Text>{inner}</y:Label>"


SPOTS = {
    "{x:Static y:InteriorLabelModel.Center}": None,
    "{x:Static y:InteriorLabelModel.NorthWest}": Spot(ORIGIN, ORIGIN, ORIGIN),
    '<x:Static Member="y:InteriorLabelModel.East"/>': Spot(Point(1.0, 0.5), Point(1.0, 0.5), ORIGIN),
    "{x:Static y:ExteriorNodeLabelModel.BOTTOM_RIGHT}": Spot(Point(1.0, 1.0), ORIGIN, ORIGIN),
    "{y:GraphMLReference 3}": Spot(Point(0.5, 1.0), Point(0.5, 0.0), Point(0.0, 5.0)),
    '<y:InteriorLabelModelParameter Position="SouthEast" Model="{y:GraphMLReference 2}"/>': Spot(
        Point(1.0, 1.0), Point(1.0, 1.0), Point(-3.0, -4.0)
    ),
    '<y:InteriorNodeLabelModelParameter Position="TopLeft" Model="{y:GraphMLReference 6}"/>': Spot(
        ORIGIN, ORIGIN, Point(4.0, 1.0)
    ),
    '<y:RatioAnchoredLabelModelParameter LayoutOffset="-4.5,96"/>': Spot(ORIGIN, ORIGIN, Point(-4.5, 96.0)),
    '<y:RatioAnchoredLabelModelParameter LayoutRatio="0,1" LabelRatio="0.3,0"/>': Spot(
        Point(0.0, 1.0), Point(0.3, 0.0), ORIGIN
    ),
    "{x:Static y:InteriorStretchLabelModel.North}": Spot(Point(0.5, 0.0), Point(0.5, 0.0), ORIGIN, is_wide=True),
    "{y:GraphMLReference 5}": None,
    "{y:GraphMLReference 99}": None,
    '<y:RatioAnchoredLabelModelParameter LayoutOffset="x,NaN"/>': Spot(ORIGIN, ORIGIN, ORIGIN),
    '<y:NobodyKnowsThisParameter Position="North"/>': None,
    "": None,
}


@pytest.mark.parametrize(("place", "spot"), SPOTS.items())
def test_a_name_stands_where_its_model_puts_it(place: str, spot: Spot | None) -> None:
    node = read(labels(label("Namn", place, 'Style="{y:GraphMLReference 4}"'))).document.nodes["a"]
    assert (node.name, node.name_spot) == ("Namn", spot)


PLACES = {
    '<y:FreeEdgeLabelModelParameter Ratio="0.3" Distance="-40"/>': Along(0.3, -40.0),
    '<y:SmartEdgeLabelModelParameter Distance="5"><y:SmartEdgeLabelModelParameter.Model><y:SmartEdgeLabelModel/>'
    "</y:SmartEdgeLabelModelParameter.Model></y:SmartEdgeLabelModelParameter>": Along(0.5, 5.0, True, stretch=0),
    '<y:EdgeSegmentLabelModelParameter SegmentRatio="0.25" SegmentIndex="1" PlaceAlongEdge="AtTarget"/>': Along(
        0.75, stretch=-2
    ),
    '<y:EdgePathLabelModelParameter SideOfEdge="RightOfEdge"><y:EdgePathLabelModelParameter.Model>'
    '<y:EdgePathLabelModel Distance="3"/></y:EdgePathLabelModelParameter.Model></y:EdgePathLabelModelParameter>': Along(
        0.5, -3.0, True
    ),
    '<y:EdgePathLabelModelParameter SegmentRatio="0" SideOfEdge="AboveEdge"/>': Along(0.0, 1.0, True, up=True),
    "{x:Static y:NinePositionsEdgeLabelModel.TargetBelow}": Along(0.9, -10.0, True, up=True),
    "{x:Static y:NinePositionsEdgeLabelModel.CenterCentered}": Along(),
    "": None,
}


@pytest.mark.parametrize(("place", "along"), PLACES.items())
def test_a_word_stands_where_its_model_puts_it(place: str, along: Along | None) -> None:
    edge = read(edge=labels(label("leder", place), label("och", place), key="e")).document.edges["ab"]
    assert (edge.name, edge.name_at, edge.name_along) == ("leder", None, along)
    assert edge.labels == (Label("och", along=along),)


def test_styles_say_how_words_look() -> None:
    shared = label("Namn", style='Style="{y:GraphMLReference 4}"')
    hidden = label("dold", style='Style="{x:Static y:VoidLabelStyle.Instance}"')
    own = (
        "<y:Label><y:Label.Text>egen</y:Label.Text><y:Label.Style>"
        "<other:Decorator xmlns:other='o'><other:Decorator.inner>"
        '<yjs:IconLabelStyle><yjs:IconLabelStyle.wrapped><yjs:DefaultLabelStyle textFill="Colors.RED" textSize="9" '
        'backgroundFill="WHITE" backgroundStroke="TRANSPARENT"/></yjs:IconLabelStyle.wrapped></yjs:IconLabelStyle>'
        "</other:Decorator.inner></other:Decorator></y:Label.Style></y:Label>"
    )
    style = '<data key="s"><yjs:ShapeNodeStyle shape="SHEARED_RECTANGLE" fill="#FF00FF00"/></data>'
    for inside in (style + labels(shared, hidden, own), labels(shared, hidden, own) + style):
        node = read(inside).document.nodes["a"]
        assert node.look == Look(
            shape="parallelogram", fill="#00FF00FF", text_color="#10203080", font_size=14.0, bold=True, underline=True
        )
        assert [label.look for label in node.labels] == [
            Look(text_hidden=True),
            Look(text_color="#ff0000", font_size=9.0, align="left", text_fill="#ffffff"),
        ]


def test_lines_are_attached_at_ports_and_look_as_their_style_says() -> None:
    style = (
        '<data key="t"><yjs:PolylineEdgeStyle stroke="#FF663800" sourceArrow="{x:Static yjs:IArrow.DIAMOND}"/></data>'
    )
    edge = read(edge=style).document.edges["ab"]
    assert (edge.source_offset, edge.target_offset) == (Point(-20.0, 20.0), None)
    assert edge.look == Look(border="#663800FF", source_arrow="diamond", target_arrow="none")


MARKUP = "&lt;p&gt;fet &lt;b&gt;text&lt;/b&gt;&lt;/p&gt;&lt;p&gt;rad två&lt;/p&gt;"


def test_a_new_text_changes_nothing_else() -> None:
    style = 'Style="{y:GraphMLReference 4}"'
    html = "<y:Label.Style><yjs:MarkupLabelStyle/></y:Label.Style>"
    markup = f"<y:Label><y:Label.Text>{MARKUP}</y:Label.Text>{html}</y:Label>"
    node = labels(label("Namn", "{y:GraphMLReference 3}", style), label("Under", "{y:GraphMLReference 3}"), markup)
    edge = labels(label("leder", '<y:FreeEdgeLabelModelParameter Ratio="0.3"/>', style), key="e")
    reading = read(node, edge)
    before = reading.baseline.data
    first, second = reading.document.nodes["a"].labels
    assert second.text == "fet text\nrad två"
    with reading.document.transaction("rename") as step:
        step.update("a", name="Nytt", labels=(Label("Annat", spot=first.spot, look=first.look), second))
        step.update("ab", name="följer")
    written = write_graphml(reading.document, reading.baseline)
    expected = (
        before.replace(b">Namn<", b">Nytt<").replace(b">Under<", b">Annat<").replace(b">leder<", ">följer<".encode())
    )
    assert written == expected
    with reading.document.transaction("rename") as step:
        step.update("a", labels=(first, Label("a < b\nc", spot=second.spot, look=second.look)))
    again = read_graphml(write_graphml(reading.document, reading.baseline)).document.nodes["a"]
    assert again.labels == reading.document.nodes["a"].labels
    with reading.document.transaction("back") as step:
        step.update("a", name="Namn", labels=(first, second))
        step.update("ab", name="leder")
    assert write_graphml(reading.document, reading.baseline) == before


def test_a_further_label_that_is_taken_away_leaves_the_others_where_they_were() -> None:
    reading = read(labels(label("Namn"), label("bort", "{y:GraphMLReference 3}"), label("kvar")))
    gone, left = reading.document.nodes["a"].labels
    assert gone.spot is not None and left.spot is None
    with reading.document.transaction("fewer") as step:
        step.update("a", labels=(left,))
    assert read_graphml(write_graphml(reading.document, reading.baseline)).document.nodes["a"].labels == (left,)
