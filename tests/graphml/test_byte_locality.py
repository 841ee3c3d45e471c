"""One change touches the bytes of its element and no others, whatever the file's encoding, line ends and spacing."""

import gzip
from collections.abc import Callable

import hypothesis.strategies as st
import pytest
from hypothesis import given

from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, write_graphml, written
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.transaction import Transaction

YED = """<?xml version="1.0" encoding="ENCODING" standalone='no'?>
<!-- before the root -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"   xmlns:y="http://www.yworks.com/xml/graphml" xmlns:z="urn:other">
  <key id="d6" for="node" yfiles.type="nodegraphics"/><key id="d9" for="edge" yfiles.type="edgegraphics" />
  <key attr.name="Budget" attr.type="int" for="node" id="d3"><default>12</default></key>
  <graph id="G" edgedefault="directed">
    <data key="unknown"><z:thing  a='1'/></data>
    <node id="n0"   z:mark='x' >
      <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="80.0" x="10.0" y="2e1"/><y:Fill color="#FFCC00" transparent="false"/><y:NodeLabel  hasBackgroundColor="false">Nämnden<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data>
    </node>
    <node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
      <y:GroupNode><y:Geometry x="0" y="0" width="9" height="9"/><y:NodeLabel>Grupp</y:NodeLabel><y:State closed="false"/></y:GroupNode>
      <y:GroupNode><y:Geometry x="5" y="5" width="5" height="5"/><y:NodeLabel>Folder</y:NodeLabel><y:State closed="true"/></y:GroupNode>
    </y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph id="n1:" edgedefault="directed"><node id="n1::n0"><data key="d6"><y:ShapeNode><y:Geometry x="1" y="1" width="3" height="3"/><y:NodeLabel><![CDATA[a < b]]></y:NodeLabel></y:ShapeNode></data></node></graph>
    </node>
    <edge source="n0" target="n1::n0"><data key="d9"><y:PolyLineEdge><y:Path sx="0.0" sy="0.0" tx="0.0" ty="0.0"><y:Point x="5" y="6"/></y:Path><y:Arrows source="none" target="standart"/></y:PolyLineEdge></data></edge>
  </graph>
</graphml>
<!-- after -->
"""  # noqa: E501
PLAIN = """<graphml><graph edgedefault="undirected"><node id="a"/>
<node id='b'><desc>d</desc></node><edge source="a" target="b"/></graph></graphml>"""
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.replace("ENCODING", "UTF-8").encode(),
    "bom and crlf": lambda text: b"\xef\xbb\xbf" + text.replace("ENCODING", "UTF-8").replace("\n", "\r\n").encode(),
    "lone cr": lambda text: text.replace("ENCODING", "UTF-8").replace("\n", "\r").encode(),
    "latin-1": lambda text: text.replace("ENCODING", "ISO-8859-1").encode("latin-1"),
    "windows-1252": lambda text: text.replace("ENCODING", "windows-1252").encode("cp1252"),
    "utf-16": lambda text: text.replace("ENCODING", "UTF-16").encode("utf-16"),
}


@pytest.fixture(params=ENCODINGS.values(), ids=ENCODINGS.keys())
def data(request: pytest.FixtureRequest) -> bytes:
    encode: Callable[[str], bytes] = request.param
    return encode(YED)


def changed(data: bytes, change: Callable[[Transaction], object]) -> tuple[bytes, bytes]:
    """What differs between a file and the same with one change: the old bytes and the new ones."""
    reading = read_graphml(data)
    with reading.document.transaction("Change") as step:
        change(step)
    new = write_graphml(reading.document, reading.baseline)
    head = next((i for i, (a, b) in enumerate(zip(data, new, strict=False)) if a != b), min(len(data), len(new)))
    tail = 0
    while tail < min(len(data), len(new)) - head and data[-1 - tail] == new[-1 - tail]:
        tail += 1
    return data[head : len(data) - tail], new[head : len(new) - tail]


def codec(data: bytes) -> str:
    return "utf-16-le" if data[:2] == b"\xff\xfe" else "cp1252" if b"windows-1252" in data else "utf-8"


def test_no_change_gives_the_same_bytes(data: bytes) -> None:
    reading = read_graphml(data)
    assert write_graphml(reading.document, reading.baseline) == data


def test_a_new_name_is_all_that_changes(data: bytes) -> None:
    old, new = changed(data, lambda step: step.update("n0", name="Xyz"))
    assert (old.replace(b"\x00", b"")[-2:], new.replace(b"\x00", b"")) == (b"en", b"Xyz")
    assert len(old) <= 16


def test_a_moved_box_changes_only_its_numbers(data: bytes) -> None:
    old, new = changed(data, lambda step: step.update("n0", box=Rect(11.0, 20.0, 80.0, 30.0)))
    assert (old.replace(b"\x00", b""), new.replace(b"\x00", b"")) == (b"0", b"1")


def test_the_closed_look_of_an_open_group_is_left_alone(data: bytes) -> None:
    old, new = changed(data, lambda step: step.update("n1", name="Ny grupp"))
    assert b"Folder" not in old.replace(b"\x00", b"") + new.replace(b"\x00", b"")


def test_a_box_taken_away_takes_its_line_and_its_edge_along(data: bytes) -> None:
    reading = read_graphml(data)
    with reading.document.transaction("Delete") as step:
        step.remove("n0")
    text = write_graphml(reading.document, reading.baseline).decode(codec(data), "replace")
    assert '"n0"' not in text
    assert 'id="n1::n0"' in text
    assert "before the root" in text
    assert "<z:thing  a='1'/>" in text


def test_what_was_added_and_undone_leaves_nothing(data: bytes) -> None:
    reading = read_graphml(data)
    document = reading.document
    with document.transaction("Delete") as step:
        step.remove("n1")
    document.undo()
    assert write_graphml(document, reading.baseline) == data


def test_folding_swaps_only_the_type_and_the_active_look(data: bytes) -> None:
    old, new = changed(data, lambda step: step.update("n1", folded=True))
    old, new = old.replace(b"\x00", b""), new.replace(b"\x00", b"")
    assert b"folder" in new
    assert new.endswith(b'active="1')
    assert b"Geometry" not in old


def test_a_box_moves_into_a_group_with_its_bytes(data: bytes) -> None:
    reading = read_graphml(data)
    with reading.document.transaction("Move in") as step:
        step.update("n0", group="n1", name="Inne")
    again = read_graphml(write_graphml(reading.document, reading.baseline)).document
    assert again.nodes["n0"].group == "n1"
    assert again.nodes["n0"].name == "Inne"


def test_characters_that_the_encoding_lacks_become_references() -> None:
    data = ENCODINGS["latin-1"](YED)
    reading = read_graphml(data)
    with reading.document.transaction("Rename") as step:
        step.update("n0", name="Łódź – 漢字")
    new = write_graphml(reading.document, reading.baseline)
    assert b"&#28450;" in new
    assert read_graphml(new).document.nodes["n0"].name == "Łódź – 漢字"


def test_plain_graphml_gets_the_keys_it_needs() -> None:
    reading = read_graphml(PLAIN.encode())
    with reading.document.transaction("Change") as step:
        step.update("b", name="B", box=Rect(1.5, 2, 30, 40))
        step.add(Edge("new", "b", "a", kind="leads", bends=(Point(1, 2),), directed=True, order=9))
    new, baseline = written(reading.document, reading.baseline)
    assert b"<desc>d</desc>" in new
    again = read_graphml(new).document
    assert again.nodes["b"].box == Rect(1.5, 2, 30, 40)
    assert again.edges["new"].directed
    assert write_graphml(reading.document, baseline) == new


def test_gzip_comes_out_packed() -> None:
    data = gzip.compress(ENCODINGS["utf-8"](YED), mtime=1) + b"rubbish"
    reading = read_graphml(data)
    assert write_graphml(reading.document, reading.baseline) == data
    with reading.document.transaction("Rename") as step:
        step.update("n0", name="Ny")
    assert b"Ny" in gzip.decompress(write_graphml(reading.document, reading.baseline))


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip)
NUMBERS = st.floats(-1e6, 1e6)
NODES = st.builds(
    Node,
    id=st.just(""),
    name=NAMES,
    kind=st.none() | st.sampled_from(["committee", "post", "no such kind"]),
    box=st.builds(Rect, NUMBERS, NUMBERS, st.floats(0, 1e4), st.floats(0, 1e4)),
    facts=st.builds(
        Facts,
        start=st.none() | st.just("XXXX-04-03"),
        count=st.none() | st.integers(0, 99),
        tenures=st.lists(st.builds(Tenure, name=NAMES), max_size=2).map(tuple),
    ),
)


@given(st.lists(NODES, max_size=5), st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_a_new_document_comes_back_as_it_was(nodes: list[Node], pairs: list[tuple[int, int]]) -> None:
    import msgspec

    named = [msgspec.structs.replace(node, id=f"n{i}", order=float(i)) for i, node in enumerate(nodes)]
    edges = [
        Edge(f"e{i}", f"n{a}", f"n{b}", order=float(i))
        for i, (a, b) in enumerate(pairs)
        if a < len(named) and b < len(named)
    ]
    document = Document(named, edges)
    back = read_graphml(write_graphml(document, new_baseline())).document
    assert [(n.id, n.name, n.kind, n.box, n.facts) for n in back.nodes.values()] == [
        (n.id, n.name, n.kind, n.box, n.facts) for n in named
    ]
    assert {(e.id, e.source, e.target) for e in back.edges.values()} == {(e.id, e.source, e.target) for e in edges}
