"""What changing real files at random brought to light (other quoting, prefixes, encodings, orders, places): one small
file of each kind.
"""

import io

import networkx
import pytest

from editor.graphml.reading import read_graphml
from editor.graphml.writing import write_graphml
from editor.model.edits import connect
from editor.model.records import Edge, Node


def plain(inside: str, keys: str = "", default: str = "directed") -> bytes:
    head = f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="{default}">'
    return f"{head}{inside}</graph></graphml>".encode()


PORTS = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0">
<key id="g" for="node" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeGeometry"/>
<key id="p" for="port" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/PortLocationParameter"/>
<graph edgedefault="directed"><node id="a"><data key="g"><y:RectD X="0" Y="0" Width="80" Height="40"/></data>
<port name="p0"><data key="p"><y:FreeNodePortLocationModelParameter Ratio="0,1"/></data></port></node><node id="b"/>
<edge id="e" source="a" target="b" sourceport="p0"/></graph></graphml>"""


def test_a_line_at_a_port_can_be_renamed_and_taken_elsewhere() -> None:
    reading = read_graphml(PORTS)
    document = reading.document
    assert document.edges["e"].source_offset == (-40.0, 20.0)
    with document.transaction("rename") as step:
        step.update("e", name="leder")
    again = read_graphml(write_graphml(document, reading.baseline)).document.edges["e"]
    assert (again.name, again.source_offset) == ("leder", (-40.0, 20.0))
    with document.transaction("free") as step:
        step.update("e", source_offset=None)
    assert read_graphml(write_graphml(document, reading.baseline)).document.edges["e"].source_offset is None
    document.undo()
    document.undo()
    assert write_graphml(document, reading.baseline) == PORTS


ORDER = '<key id="o" for="{}" attr.name="lg.order" attr.type="double"/>'


def ordered(orders: list[object]) -> bytes:
    data = ("" if order is None else f'<data key="o">{order}</data>' for order in orders)
    return plain("".join(f'<node id="n{i}">{said}</node>' for i, said in enumerate(data)), ORDER.format("node"))


@pytest.mark.parametrize("orders", [[0, 1, 2, 3, 4, None, None], [0, 1, 2, "x", "", 2.5], [10, None, 2, None]])
@pytest.mark.parametrize("gone", [["n0"], ["n0", "n1"], ["n0", "n1", "n2"]])
def test_boxes_put_in_by_others_say_no_order_and_stay_where_they_were(orders: list[object], gone: list[str]) -> None:
    reading = read_graphml(ordered(orders))
    document = reading.document
    with document.transaction("delete") as step:
        for id in gone:
            step.remove(id)
    back = read_graphml(write_graphml(document, reading.baseline)).document
    assert in_order(back.nodes.values()) == in_order(document.nodes.values())
    document.undo()
    assert write_graphml(document, reading.baseline) == reading.baseline.data


def in_order(nodes: object) -> list[str]:
    return [node.id for node in sorted(nodes, key=lambda node: node.order)]  # type: ignore[call-overload, no-any-return]


def test_lines_put_in_by_others_say_no_order_either() -> None:
    edges = "".join(
        f'<edge id="e{i}" source="a" target="a">{said}</edge>'
        for i, said in enumerate([*(f'<data key="o">{i}</data>' for i in range(4)), "", ""])
    )
    reading = read_graphml(plain('<node id="a"/>' + edges, ORDER.format("edge")))
    with reading.document.transaction("delete") as step:
        step.remove("e0")
        step.remove("e1")
    back = read_graphml(write_graphml(reading.document, reading.baseline)).document
    assert in_order(back.edges.values()) == ["e2", "e3", "e4", "e5"]


@pytest.mark.parametrize("type", ["double", "int", "boolean"])
def test_what_holds_numbers_is_no_name(type: str) -> None:
    key = f'<key id="l" for="node" attr.name="label" attr.type="{type}"/>'
    reading = read_graphml(plain('<node id="a"><data key="l">1</data></node><node id="b"/>', key))
    node = reading.document.nodes["a"]
    assert (node.name, node.attributes["label"]) == ("a", "1")
    with reading.document.transaction("rename") as step:
        step.update("a", name="Nämnd")
        step.add(Node("c", "Stab", order=9.0))
    data = write_graphml(reading.document, reading.baseline)
    assert {node.name for node in read_graphml(data).document.nodes.values()} == {"Nämnd", "b", "Stab"}
    assert (
        networkx.read_graphml(io.BytesIO(data)).nodes["a"]["label"] == {"double": 1.0, "int": 1, "boolean": True}[type]
    )


def test_new_lines_among_undirected_ones_are_so_too() -> None:
    nodes = '<node id="a"/><node id="b"/><node id="c"/>'
    reading = read_graphml(plain(nodes + '<edge source="a" target="b"/>', default="undirected"))
    with reading.document.transaction("connect") as step:
        first = connect(reading.document, step, None, "b", "c")
        second = connect(reading.document, step, "leads", "a", "c")
    edges = reading.document.edges
    assert not edges[first].directed and not edges[second].directed
    data = write_graphml(reading.document, reading.baseline)
    assert networkx.read_graphml(io.BytesIO(data)).number_of_edges() == 3
    with reading.document.transaction("one of them") as step:
        step.add(Edge("e", "a", "b", order=9.0))
        assert reading.document.edges[connect(reading.document, step, None, "c", "a")].directed


def test_many_lines_with_one_id_are_told_apart_at_once() -> None:
    edges = "".join(f'<edge id="0" source="n{i}" target="n{i}"/>' for i in range(2000))
    nodes = "".join(f'<node id="n{i}"/>' for i in range(2000))
    document = read_graphml(plain(nodes + edges)).document
    assert list(document.edges)[:4] == ["0", "edge:0", "edge:0:2", "edge:0:3"]
    assert len(document.edges) == 2000
