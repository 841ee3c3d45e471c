"""Pictures and styles that stand elsewhere in the file than what they belong to reach the looks of the nodes."""

import base64

import pytest
from msgspec.structs import replace

from editor.graphml.reading import read_graphml
from editor.graphml.writing import written
from editor.model.records import Edge, Look, Node

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
YED = f"""<graphml xmlns:y="http://www.yworks.com/xml/graphml">
  <key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="graphml" yfiles.type="resources"/>
  <graph>
    <node id="s"><data key="d0"><y:SVGNode><y:SVGModel><y:SVGContent refid="1"/></y:SVGModel></y:SVGNode></data></node>
    <node id="p"><data key="d0"><y:ImageNode><y:Image refid="2"/></y:ImageNode></data></node>
    <node id="n"><data key="d0"><y:ImageNode><y:Image refid="none"/></y:ImageNode></data></node>
  </graph>
  <data key="d1"><y:Resources><y:Resource id="1">{SVG.replace("<", "&lt;")}</y:Resource>
    <y:Resource id="2">iVBORw0K&#13;
Ggo=</y:Resource><y:Resource id="3"><y:Icon/></y:Resource></y:Resources></data>
</graphml>"""
YFILES = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0"
 xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/3.0" xmlns:yjs="http://www.yworks.com/xml/yfiles-for-html/2.0/xaml">
  <key id="d0" for="node" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeStyle"/>
  <key id="d1" for="graph" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/SharedData"/>
  <data key="d1"><y:SharedData><yjs:ShapeNodeStyle x:Key="4" fill="{y:GraphMLReference 5}" stroke="#FF010203"/>
    <yjs:SolidColorFill x:Key="5" color="#80FFCC00"/></y:SharedData></data>
  <graph><node id="a"><data key="d0"><y:GraphMLReference ResourceKey="4"/></data></node>
    <node id="b"><data key="d0"><yjs:PanelNodeStyle><yjs:PanelNodeStyle.fill><yjs:Fill value="#FF0000FF"/>\
</yjs:PanelNodeStyle.fill></yjs:PanelNodeStyle></data></node>
    <node id="c"><data key="d0"><y:GraphMLReference ResourceKey="9"/></data></node></graph>
</graphml>"""


def test_svg_and_image_nodes_show_their_resources() -> None:
    nodes = read_graphml(YED.encode()).document.nodes
    assert nodes["s"].look.image == "data:image/svg+xml;base64," + base64.b64encode(SVG.encode()).decode()
    assert nodes["p"].look.image == "data:image/png;base64,iVBORw0KGgo="
    assert nodes["n"].look.image is None


def test_a_new_name_leaves_the_picture_alone() -> None:
    reading = read_graphml(YED.encode())
    with reading.document.transaction("rename") as step:
        step.update("s", name="Bild")
    data, _ = written(reading.document, reading.baseline)
    assert data.replace(b"<y:NodeLabel>Bild</y:NodeLabel>", b"") == YED.encode()


def test_shared_styles_colour_all_that_refer_to_them() -> None:
    nodes = read_graphml(YFILES.encode()).document.nodes
    assert nodes["a"].look == Look(shape="rectangle", fill="#FFCC0080", border="#010203FF")
    assert nodes["b"].look == Look(shape="roundrectangle", fill="#0000FFFF")
    assert nodes["c"].look == Look()


BARE = b"""<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="d0" for="node" yfiles.type="nodegraphics"/>
<key id="d1" for="edge" yfiles.type="edgegraphics"/><graph edgedefault="directed">
<node id="a"><data key="d0"><y:ShapeNode><y:Geometry height="40" width="160" x="0" y="0"/></y:ShapeNode></data></node>
<edge id="e" source="a" target="a"><data key="d1"><y:PolyLineEdge/></data></edge></graph></graphml>"""


@pytest.mark.parametrize(
    "look",
    [
        {"border": "#55606C", "border_width": 1.25, "border_style": "dashed"},
        {"border_width": 2.0, "border_style": "line"},
        {"source_arrow": "diamond", "target_arrow": "standard", "border": "#FF0000"},
    ],
)
def test_several_parts_of_a_line_that_the_file_does_not_mention_are_written_as_one(look: dict[str, object]) -> None:
    """Found by a random hand: colour and width each made an element of their own, and nothing could be saved."""
    reading = read_graphml(BARE)
    document = reading.document
    with document.transaction("look") as step:
        for id in ("a", "e"):
            own = {name: value for name, value in look.items() if id == "e" or "arrow" not in name}
            record = document.record(id)
            assert isinstance(record, Node | Edge)
            step.update(id, look=replace(record.look, **own))
    data, _ = written(document, reading.baseline)
    again = read_graphml(data).document
    assert again.nodes["a"].look == document.nodes["a"].look and again.edges["e"].look == document.edges["e"].look
    assert data.count(b"<y:BorderStyle") <= 1 and data.count(b"<y:LineStyle") <= 1 and data.count(b"<y:Arrows") <= 1
