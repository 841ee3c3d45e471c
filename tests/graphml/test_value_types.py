"""Values of plain attributes keep their types: read from the file's keys, declared for new attributes."""

import pytest

from editor.graphml.flat import write_flat
from editor.graphml.reading import read_graphml
from editor.graphml.writing import EMPTY, EMPTY_PLAIN, written
from editor.model.document import Document
from editor.model.excerpts import excerpt, insert
from editor.model.records import Node

TYPED = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="a" for="node" attr.name="budget" attr.type="double"/>
  <key id="b" for="all" attr.name="open" attr.type="boolean"/>
  <key id="c" for="node" attr.name="word" attr.type="string"/>
  <key id="d" for="node" attr.name="lg.count" attr.type="int"/>
  <graph edgedefault="directed"><node id="n"><data key="a">1.5</data></node></graph>
</graphml>
"""


def test_types_that_are_no_text_are_read_from_the_keys() -> None:
    types = read_graphml(TYPED).document.info.types
    assert types == {
        "node.budget": "double",
        "node.open": "boolean",
        "edge.open": "boolean",
        "graph.open": "boolean",
    }


@pytest.mark.parametrize("start", [EMPTY, EMPTY_PLAIN], ids=["yed", "plain"])
def test_a_new_attribute_is_declared_with_its_type(start: bytes) -> None:
    reading = read_graphml(start)
    with reading.document.transaction("add") as step:
        step.add(Node("n", "N", attributes={"staff": "12", "order": "a"}))
        step.set_info(types={"node.staff": "int"})
    data = written(reading.document, reading.baseline)[0]
    assert b'attr.name="staff" attr.type="int"' in data
    assert b'attr.name="order" attr.type="string"' in data
    back = read_graphml(data).document
    assert back.info.types["node.staff"] == "int" and back.nodes["n"].attributes == {"staff": "12", "order": "a"}
    assert b'attr.name="staff" attr.type="int"' in write_flat(back)


def test_copied_boxes_bring_the_types_of_their_attributes() -> None:
    source = read_graphml(TYPED).document
    target = Document()
    with target.transaction("paste") as step:
        insert(target, step, excerpt(source, ["n"]), (0, 0))
    assert target.info.types["node.budget"] == "double"
    target.undo()
    assert not target.info.types
