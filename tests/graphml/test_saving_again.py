"""Saving more than once: what was deleted or moved and brought back has its old bytes, unknown data among them."""

import re

import pytest

from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import written
from editor.model.records import Edge, Node

TWO_GRAPHS = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph id="one" edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph>
  <graph id="two" edgedefault="directed"><node id="a"/><node id="c"/><edge id="e0" source="a" target="c"/></graph>
</graphml>"""
UNKNOWN = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:z="urn:z">
  <!-- kept -->
  <graph edgedefault="directed">
    <node id="g"  z:m='1'><data key="what"><z:thing/></data><graph>
        <node  id="x"><!-- inside --><port name="p"/></node>
        <edge source='x' target='x'/></graph></node>
    <node id="y"/><?pi kept?>
    <edge id="e" source="x" target="y"><data key="unknown">1e-3</data></edge>
    <hyperedge><endpoint node="x"/><endpoint node="y"/></hyperedge>
  </graph>
</graphml>"""


def save(reading: Reading) -> bytes:
    """Save as the window does: the baseline of one save is that of the next."""
    data, baseline = written(reading.document, reading.baseline)
    assert baseline.data == data
    assert written(reading.document, baseline)[0] == data
    return data


@pytest.mark.parametrize("gone", ["g", "x", "y", "e"])
def test_a_deletion_undone_after_a_save_brings_back_every_byte(gone: str) -> None:
    reading = read_graphml(UNKNOWN)
    document, baseline = reading.document, reading.baseline
    with document.transaction("delete") as step:
        step.remove(gone)
    without, baseline = written(document, baseline)
    assert without != UNKNOWN
    document.undo()
    assert written(document, baseline)[0] == UNKNOWN
    document.redo()
    again, baseline = written(document, baseline)
    assert again == without
    document.undo()
    assert written(document, baseline)[0] == UNKNOWN


def test_what_is_added_after_a_deletion_was_saved_stands_beside_what_comes_back() -> None:
    reading = read_graphml(UNKNOWN)
    document, baseline = reading.document, reading.baseline
    with document.transaction("delete") as step:
        step.remove("g")
    _, baseline = written(document, baseline)
    document.undo()
    with document.transaction("add") as step:
        step.add(Node("new", group="g", order=1.5))
    data, _ = written(document, baseline)
    added = rb'\n *<node id="new">.*?</node>|\n *<key [^>]*attr.name="label"[^>]*/>'
    assert re.sub(added, b"", data, flags=re.DOTALL) == UNKNOWN
    assert read_graphml(data).document.nodes["new"].group == "g"


def test_edges_reach_nodes_whose_id_another_graph_has_too() -> None:
    reading = read_graphml(TWO_GRAPHS)
    with reading.document.transaction("connect") as step:
        step.add(Edge("new", "b", "a:2", order=9.0))
        step.add(Edge("e1", "a", "a:2", order=10.0))
    again = read_graphml(save(reading)).document
    named = {(edge.source, edge.target) for edge in again.edges.values()}
    assert named == {("a", "b"), ("a:2", "c"), ("b", "a:2"), ("a", "a:2")}


def test_new_elements_avoid_every_id_of_the_file() -> None:
    data = TWO_GRAPHS.replace(b'<edge id="e0"', b'<node id="e0"/><edge id="e0"').replace(
        b'"b"/></graph>', b'"b"/><edge id="loose" source="a" target="nowhere"/></graph>'
    )
    reading = read_graphml(data)
    with reading.document.transaction("add") as step:
        step.add(Node("nowhere", name="Ny", order=9.0))
        step.add(Node("two", order=10.0))
        step.add(Edge("loose", "nowhere", "two", order=9.0))
    again = read_graphml(save(reading))
    assert again.report.kept["dangling_edge"] == 1
    assert len(again.document.nodes) == len(reading.document.nodes)
    assert len(again.document.edges) == len(reading.document.edges)


@pytest.mark.parametrize("dialect", ["plain", "yed"])
@pytest.mark.parametrize("written_as", ['<node id="g"/>', '<node id="g">\n      <desc>d</desc>\n    </node>'])
def test_a_group_without_a_graph_gets_one(dialect: str, written_as: str) -> None:
    folder = ' xmlns:y="http://www.yworks.com/xml/graphml"' if dialect == "yed" else ""
    key = '<key id="d" for="node" yfiles.type="nodegraphics"/>' if dialect == "yed" else ""
    text = f'<graphml{folder}>{key}\n  <graph>\n    <node id="a"/>\n    {written_as}\n  </graph>\n</graphml>'
    reading = read_graphml(text.encode())
    with reading.document.transaction("group") as step:
        step.update("g", is_group=True)
        step.update("a", group="g")
        step.add(Node("b", group="g", order=5.0))
        step.add(Node("h", group="g", is_group=True, order=6.0))
    with reading.document.transaction("further in") as step:
        step.update("a", group="h")
        step.add(Edge("e", "a", "b"))
    data = save(reading)
    again = read_graphml(data).document
    assert {id: node.group for id, node in again.nodes.items()} == {"g": None, "b": "g", "h": "g", "a": "h"}
    assert data.count(b'yfiles.foldertype="group"') == (2 if dialect == "yed" else 0)
    assert again.edges["e"].target == "b"


def test_a_new_order_moves_elements_and_nothing_else() -> None:
    text = "<graphml><graph>\n" + "".join(f" <node  id='n{i}'/>\n" for i in range(4)) + "</graph></graphml>"
    reading = read_graphml(text.encode())
    with reading.document.transaction("order") as step:
        step.update("n3", order=0.5)
    assert [*read_graphml(save(reading)).document.nodes] == ["n0", "n3", "n1", "n2"]
    with reading.document.transaction("order") as step:
        step.update("n3", order=-1.0)
    data = save(reading)
    assert [*read_graphml(data).document.nodes] == ["n3", "n0", "n1", "n2"]
    assert sorted(data.splitlines()) == sorted(text.encode().splitlines())
