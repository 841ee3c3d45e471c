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


UNDECLARED = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="a" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n"><data key="d0">one</data><data key="d0">two</data><data key="d1">kept</data></node>
  </graph>
</graphml>
"""


def test_a_new_key_gives_no_meaning_to_data_that_nobody_declared() -> None:
    reading = read_graphml(UNDECLARED)
    attributes = reading.document.nodes["n"].attributes
    with reading.document.transaction("add") as step:
        step.update("n", attributes={**attributes, "new": "1"})
    back = read_graphml(written(reading.document, reading.baseline)[0]).document
    assert back.nodes["n"].attributes == {**attributes, "new": "1"}


def test_an_attribute_that_is_said_twice_is_removed_whole() -> None:
    reading = read_graphml(UNDECLARED)
    with reading.document.transaction("remove") as step:
        step.update("n", attributes={"d1": "kept"})
    back = read_graphml(written(reading.document, reading.baseline)[0]).document
    assert back.nodes["n"].attributes == {"d1": "kept"}
