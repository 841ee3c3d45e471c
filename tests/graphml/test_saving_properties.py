"""Any series of changes comes back from the file, leaves other bytes alone, and is undone to the last byte."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from editor.errors import UserError
from editor.geometry import Point, Rect
from editor.graphml.baseline import Baseline
from editor.graphml.locating import located
from editor.graphml.reading import read_graphml
from editor.graphml.scan import element_end
from editor.graphml.writing import written
from editor.model.document import Document
from editor.model.integrity import IntegrityError
from editor.model.records import Edge, Facts, Label, Look, Node
from editor.model.transaction import Transaction

SHARED = Path(__file__).parents[2].parent / "shared" / "graphml"
SMALL_BYTES = 60_000
OWN = {
    "two graphs": b"<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph>"
    b"<graph edgedefault='undirected'><node id='a'/><node id='a'/><edge id='a' source='a' target='a'/></graph>"
    b"</graphml>",
    "nested": b"""<graphml xmlns:y="http://www.yworks.com/xml/graphml">
  <key id="d" for="node" yfiles.type="nodegraphics"/><key id="k" for="node" attr.name="lg.kind"/>
  <graph id="G" edgedefault="directed">
    <node id="g" yfiles.foldertype="group"><data key="d"><y:GroupNode><y:Geometry x="1" y="2" width="3" height="4"/>\
<y:NodeLabel>G</y:NodeLabel></y:GroupNode></data>
      <graph id="g:"><node id="g::a"/><node id="g::b"><data key="k">post</data></node>
        <edge source="g::a" target="g::b"/></graph></node>
    <node id="h" yfiles.foldertype="folder"/><node  id='c'><data key="?"><z xmlns="urn:z"/></data></node>
    <edge id="e" source="g::a" target="c"/>
  </graph>
</graphml>""",
    "keys after": b"<graphml><graph><node id='a'><data key='n'>A</data></node></graph>"
    b"<key id='n' for='node' attr.name='name'><default>?</default></key></graphml>",
    "no graph": b"<graphml/>",
}


def _files() -> dict[str, bytes]:
    paths = (path for path in sorted(SHARED.glob("*/*")) if path.suffix in (".graphml", ".xml", ".graphmlz"))
    return OWN | {path.name: path.read_bytes() for path in paths if path.stat().st_size < SMALL_BYTES}


def _openable() -> dict[str, bytes]:
    found = {}
    for name, data in _files().items():
        try:
            read_graphml(data)
        except UserError:
            continue
        found[name] = data
    return found


FILES = _openable()
WORDS = st.sampled_from(["", "Namn", "å < & >", "två\nrader", " x ", "]]>"])
COORDINATES = st.floats(-1e5, 1e5).map(lambda value: value + 0.0)
PLACES = st.builds(Rect, COORDINATES, COORDINATES, st.floats(0, 1e3), st.floats(0, 1e3))
LOOKS = st.builds(Look, fill=st.none() | st.just("#123456"), shape=st.none() | st.just("ellipse"), bold=st.booleans())


def change(step: Transaction, document: Document, draw: st.DataObject) -> None:
    """One change of any kind."""
    nodes = sorted(document.nodes)
    what = draw.draw(
        st.sampled_from(
            ["add", "rename", "move", "delete", "connect", "reparent", "facts", "look", "order", "fold", "collapse"]
        )
    )
    if what == "add" or not nodes:
        id = f"new{len(nodes)}-{draw.draw(st.integers(0, 10**9))}"
        step.put(Node(id, name=draw.draw(WORDS), box=draw.draw(PLACES), order=1e6, is_group=draw.draw(st.booleans())))
        return
    id = draw.draw(st.sampled_from(nodes))
    if what == "rename":
        step.update(id, name=draw.draw(WORDS), labels=tuple(draw.draw(st.lists(st.builds(Label, WORDS), max_size=2))))
    elif what == "move":
        step.update(id, box=draw.draw(PLACES), placed=True)
    elif what == "delete":
        step.remove(draw.draw(st.sampled_from([id, *sorted(document.edges)])))
    elif what == "connect":
        bends = tuple(Point(x, 1.0) for x in draw.draw(st.lists(st.floats(-9, 9), max_size=2)))
        end = draw.draw(st.sampled_from(nodes))
        step.put(Edge(f"line{draw.draw(st.integers(0, 10**9))}", id, end, bends=bends, order=1e6))
    elif what == "reparent":
        groups = [None, *(group for group in nodes if document.nodes[group].is_group)]
        step.update(id, group=draw.draw(st.sampled_from(groups)))
    elif what == "facts":
        step.update(id, facts=Facts(count=draw.draw(st.none() | st.integers(0, 9)), note=draw.draw(WORDS)), kind="post")
    elif what == "fold":
        step.update(id, folded=document.nodes[id].is_group and not document.nodes[id].folded)
    elif what == "collapse":
        step.update(id, collapsed=not document.nodes[id].collapsed, pinned=draw.draw(st.booleans()))
    elif what == "look":
        step.update(id, look=draw.draw(LOOKS))
    else:
        step.update(id, order=draw.draw(st.floats(-5, 50)))


def changed(document: Document, draw: st.DataObject) -> None:
    for _ in range(draw.draw(st.integers(1, 5))):
        try:
            with document.transaction("change") as step:
                change(step, document, draw)
        except IntegrityError:
            continue


def named(node: Node) -> str:
    """Its name; of a group, which in yEd has another name and place when it is folded, only that it is one.

    A name that is but the id is none: an element without one gets an id when something must refer to it.
    """
    if node.is_group:
        return "group"
    return "" if node.name == node.id else node.name.strip()


def said(document: Document) -> tuple[object, ...]:
    """What is left of a document when its ids and orders, which a file may give anew, are not counted."""
    nodes = sorted(
        repr((named(n), n.kind, n.box if n.placed and not n.is_group else None, n.folded, n.collapsed, n.facts))
        for n in document.nodes.values()
    )
    ends = [(named(document.nodes[e.source]), named(document.nodes[e.target])) for e in document.edges.values()]
    return nodes, sorted(ends), sorted(len([*document.indexes.members(id)]) for id in document.nodes)


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_changes_come_back_and_are_undone_to_the_last_byte(data: bytes, draw: st.DataObject) -> None:
    reading = read_graphml(data)
    document, baseline = reading.document, reading.baseline
    for _ in range(2):
        changed(document, draw)
        new, baseline = written(document, baseline)
        assert said(read_graphml(new).document) == said(document)
    while document.undo() is not None:
        pass
    assert written(document, baseline)[0] == data


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_elements_that_nobody_touched_keep_their_bytes(data: bytes, draw: st.DataObject) -> None:
    reading = read_graphml(data)
    changed(reading.document, draw)
    text = read_graphml(written(reading.document, reading.baseline)[0]).baseline.text
    for id, piece in pieces(reading.baseline).items():
        if reading.document.record(id) is (reading.baseline.nodes.get(id) or reading.baseline.edges.get(id)):
            assert piece in text


def pieces(baseline: Baseline) -> dict[str, bytes]:
    """The bytes of every edge and every node that holds no others, but for those whose ids are not the file's own."""
    found, text = located(baseline.text, (), (), baseline.spans), baseline.text
    nodes = {id: found.nodes[at] for id, at in baseline.node_ordinals.items() if not baseline.nodes[id].is_group}
    edges = {id: found.edges[at] for id, at in baseline.edge_ordinals.items()}
    shared = {*baseline.made_up, *(id for id in edges if {*ends(baseline.edges[id])} & baseline.made_up)}
    elements = {id: element for id, element in {**nodes, **edges}.items() if id not in shared}
    return {id: text[element.start : element_end(text, element)] for id, element in elements.items()}


def ends(edge: Edge) -> tuple[str, str]:
    return edge.source, edge.target
