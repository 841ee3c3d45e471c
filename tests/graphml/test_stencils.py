"""Units read by a stencil say what the parser would have said."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.graphml import ahead
from editor.graphml.ahead import read_ahead
from editor.graphml.encoding import decoded
from editor.graphml.errors import GraphmlError
from editor.graphml.reading import collected, read_graphml

SHARED = Path(__file__).parents[2].parent / "shared" / "graphml"
LARGEST_BYTES = 2_000_000
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <key for="node" id="d2" attr.name="description" attr.type="string"/>
  <graph edgedefault="directed" id="G">
"""
TAIL = "</graph></graphml>"


@pytest.fixture(autouse=True)
def _small_files_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTHWHILE_BYTES", 0)


def node(id: str, words: str = "Nämnd", x: str = "10.0", fill: str = "#FFFFFF", more: str = "") -> str:
    return (
        f'<node id="{id}">{more}<data key="d0"><y:ShapeNode><y:Geometry height="48.0" width="184.0" x="{x}" y="0.0"/>'
        f'<y:Fill color="{fill}"/><y:NodeLabel fontSize="12" width="20.0" x="1.0" height="9.0" y="2.0">{words}'
        '<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>\n'
    )


def edge(id: str, source: str, target: str, sx: str = "0.0", words: str = "leder") -> str:
    return (
        f'<edge id="{id}" source="{source}" target="{target}"><data key="d1"><y:PolyLineEdge>'
        f'<y:Path sx="{sx}" sy="1.5" tx="0.0" ty="0.0"><y:Point x="3.0" y="{sx}"/></y:Path>'
        f'<y:LineStyle width="1.0"/><y:EdgeLabel>{words}</y:EdgeLabel></y:PolyLineEdge></data></edge>\n'
    )


def told(text: bytes) -> tuple[Any, ...]:
    reader = collected(text)
    return reader.nodes, reader.edges, reader.graph_data, reader.counts, reader.oddities, reader.producer


def told_plainly(text: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ...]:
    with monkeypatch.context() as patch:
        patch.setattr(ahead, "WORTHWHILE_BYTES", len(text) + 1)
        assert read_ahead(text) is None
        return told(text)


def checked(body: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many units were read ahead, after comparing with what the parser says of them."""
    text = (HEAD + body + TAIL).encode()
    assert told(text) == told_plainly(text, monkeypatch)
    return len(list(read_ahead(text) or ()))


def test_places_sizes_and_words_may_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(node(f"n{i}", f"Nämnd {i}\nför skola", str(i * 1.5)) for i in range(9))
    body += "".join(edge(f"e{i}", "n0", f"n{i}", str(i * 0.5), f"ord {i}") for i in range(9))
    assert checked(body, monkeypatch) == 16


def test_what_looks_otherwise_has_its_own_stencil(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(node(f"n{i}", fill="#FF0000" if i % 2 else "#00FF00") for i in range(8))
    assert checked(body, monkeypatch) == 6
    text = (HEAD + body + TAIL).encode()
    assert [raw.look.fill for raw in collected(text).nodes] == ["#00FF00", "#FF0000"] * 4


@pytest.mark.parametrize(
    "words", ["Stab &amp; stöd", "a\r\nb", "&#229;", "x]y", "\uff21", "<![CDATA[<b>]]>", "", "<!-- --> x"]
)
def test_what_does_not_stand_for_itself_is_parsed(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(node(f"n{i}") for i in range(4)) + node("odd", words) + "".join(node(f"m{i}") for i in range(4))
    assert checked(body, monkeypatch) >= 7


@pytest.mark.parametrize("x", ["", "NaN", "1e400", "tolv", "&#49;", " 5 ", "1\t2"])
def test_odd_numbers(x: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked("".join(node(f"n{i}") for i in range(4)) + node("odd", x=x), monkeypatch)


def test_units_in_comments_and_in_cdata_are_no_units(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = '<data key="d2"><![CDATA[' + node("in") + "]]></data>"
    body = node("a") + node("b") + "<!-- " + node("no") + " -->" + node("c", more=inside) + "<?pi " + node("d") + "?>"
    assert checked(body, monkeypatch) == 2
    text = (HEAD + body + TAIL).encode()
    assert "<node id=" in collected(text).nodes[2].data["description"]


def test_a_unit_inside_another_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = '<data key="d2"><x>' + node("in") + "</x></data>"
    body = node("a") + node("b") + node("c", more=inside) + node("d")
    checked(body, monkeypatch)
    assert [raw.id for raw in collected((HEAD + body + TAIL).encode()).nodes] == ["a", "b", "c", "d"]


def test_a_prefix_that_means_something_else_further_on(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = node("c").replace("<y:ShapeNode>", '<y:ShapeNode xmlns:y="elsewhere">')
    assert checked(node("a") + node("b") + strange, monkeypatch) == 0


@pytest.mark.parametrize("words", ["a ]]> b", "\x01", "a & b", "</y:NodeLabel>", "\ufffe"])
def test_what_is_no_xml_is_refused_where_it_stands(words: str) -> None:
    text = (HEAD + "".join(node(f"n{i}") for i in range(4)) + node("odd", words)).encode() + TAIL.encode()
    with pytest.raises(GraphmlError) as refused:
        read_graphml(text)
    line = text[: text.index(b"odd")].count(b"\n") + 1
    assert str(refused.value).startswith(f"line {line},")


def test_a_file_that_ends_within_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (HEAD + node("a") + node("b") + node("c") + TAIL).encode()
    for length in range(len(HEAD.encode()), len(whole) - 1, 7):
        with pytest.raises(GraphmlError):
            read_graphml(whole[:length])


def test_many_looks_are_not_learned_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(node(f"n{i}", fill=f"#{i:06X}") for i in range(60))
    assert checked(body, monkeypatch) == 0


PLAIN = "".join(f'<node id="n{i}"/>' for i in range(9)) + "".join(
    f'<edge source="n{i}" target="n0"/>' for i in range(9)
)


def test_whole_nodes_and_edges_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(PLAIN, monkeypatch) == 16
    described = "".join(f'<node id="n{i}"><data key="d2">text {i}</data></node>\n' for i in range(9))
    assert checked(described + PLAIN, monkeypatch) == 8 + 16


@pytest.mark.parametrize("id", ["", " a  b ", "å", "a&amp;b", "a'b", "\uff21", "a\tb", "n1", "&#65;"])
def test_odd_ids(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(PLAIN + node(id) + edge(id, id, "n0") + edge("e", "n1", id) + f'<node id="{id}"/>' + PLAIN, monkeypatch)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", " ", "]\n", "]"])
def test_any_line_ends(ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(node(f"n{i}") for i in range(6)) + PLAIN.replace("><", ">\n<")
    checked(body.replace("\n", ends), monkeypatch)


GROUPS = "".join(
    f'<node id="g{i}"{{}}><data key="d2">före</data><graph id="g{i}:" edgedefault="undirected">'
    + "".join(node(f"g{i}::n{j}") for j in range(3))
    + edge(f"e{i}", f"g{i}::n0", f"g{i}::n1")
    + '</graph><data key="d2">efter</data></node>'
    for i in range(3)
)


@pytest.mark.parametrize("said", ["", ' yfiles.foldertype="group"', ' more="x"'])
def test_what_stands_in_groups_belongs_to_them(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(GROUPS.replace("{}", said), monkeypatch) >= 8
    nodes = collected((HEAD + GROUPS.replace("{}", said) + TAIL).encode()).nodes
    assert [raw.parent.id for raw in nodes if raw.parent is not None] == [f"g{i}" for i in range(3) for _ in range(3)]


STRANGE = {
    "nodes inside nodes": f'<node id="a">{PLAIN}<node id="b">{PLAIN}</node></node>',
    "ports": PLAIN + '<node id="a"><port name="p"><data key="d2">x</data></port></node>' + PLAIN,
    "directions": "".join(f'<edge id="e{i}" source="a" target="b" directed="false"/>' for i in range(9)) + PLAIN,
    "without ends": '<edge id="e"/><node/>' * 9,
    "unknown data": "".join(f'<node id="n{i}"><data key="nowhere">{i}</data></node>' for i in range(9)),
    "the same data twice": "".join(
        f'<node id="n{i}"><data key="d2">{i}</data><data key="d2">{i * 2}</data></node>' for i in range(9)
    ),
    "structured data": "".join(f'<node id="n{i}"><data key="d2"><x>{i}</x></data></node>' for i in range(9)),
    "keys between": PLAIN + '<key for="all" id="late" attr.name="late"/>' + node("x") + node("y") + node("z"),
    "graphs side by side": PLAIN + '</graph><graph edgedefault="undirected">' + PLAIN,
    "single quotes": PLAIN.replace('"', "'"),
    "hyperedges": PLAIN + f'<hyperedge id="h"><endpoint node="n1"/>{PLAIN}</hyperedge>' + PLAIN,
    "pictures": "".join(
        f'<node id="i{i}"><data key="d0"><y:ImageNode><y:Geometry x="{i}" y="0" width="1" height="1"/>'
        '<y:Image refid="3"/></y:ImageNode></data></node>'
        for i in range(9)
    ),
}


@pytest.mark.parametrize("body", STRANGE.values(), ids=STRANGE)
def test_strange_files(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(body, monkeypatch)


def test_ends_in_the_wrong_place_are_told_by_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    within = '<edge source="a" {} target="b"/>'
    for bad in (
        *(PLAIN + "</node>" + PLAIN, PLAIN + "<node id='x'>" + PLAIN, PLAIN + '<edge source="a"' + PLAIN),
        *(PLAIN + within.format(inside) + PLAIN for inside in (' <node id="n1"/>', 'x="> <node id="n1"/>"', ">")),
        *(PLAIN + within.format(f"{before}{PLAIN}{behind}") for before, behind in (("", ""), ("x='> ", "'"))),
    ):
        with pytest.raises(GraphmlError) as refused:
            read_graphml((HEAD + bad + TAIL).encode())
        assert "line 7" in str(refused.value)


@given(
    st.lists(
        st.tuples(st.text(max_size=6), st.floats(allow_nan=True), st.sampled_from(["#FFFFFF", "#000000"])), max_size=12
    )
)
def test_any_words(nodes: list[tuple[str, float, str]]) -> None:
    from xml.sax.saxutils import escape

    drawn = [
        node(f"n{i}", escape("".join(c for c in words if c >= " " and c not in "\ufffe\uffff")), str(x), fill)
        for i, (words, x, fill) in enumerate(nodes)
    ]
    text = (HEAD + "".join(drawn) + TAIL).encode("utf-8", "replace")
    with pytest.MonkeyPatch.context() as patch:
        assert told(text) == told_plainly(text, patch)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared files are not here")
@pytest.mark.parametrize("path", sorted(SHARED.rglob("*.graphml")), ids=lambda path: path.name)
def test_real_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    if len(data) > LARGEST_BYTES:
        pytest.skip("large")
    try:
        text, _ = decoded(data)
        plainly = told_plainly(text, monkeypatch)
    except GraphmlError:
        return
    assert told(text) == plainly


def outcome(text: bytes) -> object:
    try:
        return told(text)
    except GraphmlError as refused:
        return str(refused)


SOUND = (HEAD + GROUPS.replace("{}", "") + PLAIN + "".join(edge(f"e{i}", "n0", "n1") for i in range(6)) + TAIL).encode()
SHARDS = [
    b"",
    b"<",
    b">",
    b'"',
    b"]]>",
    b"\xff",
    b"</node>",
    b'<node id="q"/>',
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&",
    b"\r",
]


@given(st.integers(0, len(SOUND)), st.integers(0, 9), st.sampled_from(SHARDS))
def test_broken_files_are_refused_as_the_parser_refuses_them(at: int, gone: int, shard: bytes) -> None:
    text = SOUND[:at] + shard + SOUND[at + gone :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "WORTHWHILE_BYTES", 0)
        found = outcome(text)
        patch.setattr(ahead, "WORTHWHILE_BYTES", len(text) + 1)
        assert found == outcome(text)
