"""Plain files often name nothing, as the ids are the names; so are those of boxes that are not drawn."""

import io
from typing import Any

import networkx

from editor.geometry import Rect
from editor.graphml.flat import write_flat
from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import write_graphml
from editor.insight.facts import facts
from editor.insight.outline import outline
from editor.model.document import Document
from editor.model.records import Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

BOARD = "Kommunstyrelsen"


def plain(inside: str, keys: str = "") -> bytes:
    head = f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="directed">'
    return f"{head}{inside}</graph></graphml>".encode()


def names(reading: Reading) -> dict[str, str]:
    return {id: node.name for id, node in reading.document.nodes.items()}


def changed(data: bytes, id: str, **values: Any) -> bytes:
    reading = read_graphml(data)
    with reading.document.transaction("change") as step:
        step.update(id, **values)
    return write_graphml(reading.document, reading.baseline)


def test_a_graph_of_networkx_is_named_by_its_ids() -> None:
    graph = networkx.DiGraph([(BOARD, "Staben")])
    written = io.BytesIO()
    networkx.write_graphml(graph, written)
    reading = read_graphml(written.getvalue())
    assert names(reading) == {BOARD: BOARD, "Staben": "Staben"}
    assert write_graphml(reading.document, reading.baseline) == written.getvalue()


LABEL = '<key id="l" for="node" attr.name="label" attr.type="string"/>'


def test_names_that_are_there_count_also_when_they_are_empty() -> None:
    data = plain(
        '<node id="a"><data key="l">Staben</data></node><node id="b"><data key="l"/></node><node id="c"/>', LABEL
    )
    assert names(read_graphml(data)) == {"a": "Staben", "b": "", "c": "c"}


def test_others_keep_theirs_when_one_is_renamed_or_loses_its_name() -> None:
    data = plain('<node id="a"/><node id="b"/><node id="c"/>')
    data = changed(changed(data, "a", name="Staben"), "b", name="")
    assert names(read_graphml(data)) == {"a": "Staben", "b": "", "c": "c"}


def test_a_new_box_without_a_name_stays_without() -> None:
    reading = read_graphml(plain('<node id="a"/>'))
    with reading.document.transaction("add") as step:
        step.put(Node("new"))
    written = write_graphml(reading.document, reading.baseline)
    assert names(read_graphml(written)) == {"a": "a", "new": ""}


def test_a_flat_file_of_ours_has_the_names_that_it_says() -> None:
    assert names(read_graphml(write_flat(Document([Node("n1"), Node("n2", "Staben")])))) == {"n1": "", "n2": "Staben"}


def test_a_file_whose_lines_point_up_is_read_so_and_its_bytes_stay() -> None:
    lines = "".join(f'<edge source="{one}" target="{other}"/>' for one, other in ("at", "bt", "ca", "da"))
    data = plain("".join(f'<node id="{id}"/>' for id in "abcdt") + lines)
    reading = read_graphml(data)
    assert Structure(reading.document, Vocabulary()).parent == {"t": None, "a": "t", "b": "t", "c": "a", "d": "a"}
    assert write_graphml(reading.document, reading.baseline) == data
    assert b"lg." not in changed(data, "a", name="Ny")


DRAWN = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
    '<key for="node" id="d0" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="a"><data key="d0">'
    "<y:ShapeNode><y:Geometry x='0' y='0' width='90' height='30'/></y:ShapeNode></data></node>"
    '<node id="b"/></graph></graphml>'
)


def test_what_a_drawing_file_does_not_draw_is_called_by_its_id_everywhere() -> None:
    reading = read_graphml(DRAWN.encode())
    assert names(reading) == {"a": "", "b": "b"}, "a box that is drawn without a name has none"
    structure, words = Structure(reading.document, Vocabulary()), Vocabulary()
    assert [row["name"] for row in facts(reading.document, structure, words)["elements"]] == [None, "b"]
    assert [text for _, text in outline(reading.document, structure, words, "en")][-1] == "b"
    moved = changed(DRAWN.encode(), "b", box=Rect(0.0, 0.0, 90.0, 30.0), placed=True)
    assert names(read_graphml(moved)) == {"a": "", "b": "b"}
    assert names(read_graphml(changed(DRAWN.encode(), "b", name=""))) == {"a": "", "b": ""}
