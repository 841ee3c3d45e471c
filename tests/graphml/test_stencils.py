"""Units read by a stencil say what the parser would have said."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.graphml import stencils
from editor.graphml.encoding import decoded
from editor.graphml.errors import GraphmlError
from editor.graphml.reading import collected, read_graphml
from editor.graphml.stencils import read_ahead

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
    monkeypatch.setattr(stencils, "WORTHWHILE_BYTES", 0)


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
        patch.setattr(stencils, "WORTHWHILE_BYTES", len(text) + 1)
        assert read_ahead(text) == []
        return told(text)


def checked(body: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many units were read ahead, after comparing with what the parser says of them."""
    text = (HEAD + body + TAIL).encode()
    assert told(text) == told_plainly(text, monkeypatch)
    return len(read_ahead(text))


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
