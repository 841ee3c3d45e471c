"""Everything a record holds comes back from the file, and a writer that gets something wrong is caught."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from editor.errors import UserError
from editor.geometry import Point, Rect
from editor.graphml import yed_writing
from editor.graphml.element_writing import ElementWriter
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, written
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Label, Look, Node, SourceDocument

YFILES = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0">
  <key id="d0" for="node" attr.name="NodeGeometry" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeGeometry"/>
  <key id="d1" for="node" attr.name="NodeLabels" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeLabels"/>
  <graph id="G" edgedefault="directed"><node id="old"/></graph>
</graphml>"""
STARTS = {
    "yed": new_baseline("yed").data,
    "plain": new_baseline("plain").data,
    "yfiles": YFILES,
}
NODE = Node(
    "n",
    name="Namn",
    kind="post",
    box=Rect(1.5, -2, 30, 40),
    order=1.0,
    pinned=True,
    look=Look(
        shape="ellipse",
        fill="#112233",
        border="#445566",
        border_width=2.0,
        border_style="line",
        text_color="#ff0000",
        bold=True,
    ),
    facts=Facts(count=2, note="radbrytning\nhär"),
    labels=(Label("två", Point(1, 2), Point(3, 4), Look(text_color="#00ff00", italic=True, font_size=9.5)), Label("")),
    attributes={"Budget": " 12 "},
)
EDGE = Edge(
    "e",
    "n",
    "m",
    name="rad",
    directed=False,
    bends=(Point(0.1, 2), Point(3, 4)),
    source_offset=Point(5, 0),
    target_offset=Point(0, -6),
    order=2.0,
    look=Look(border="#aabbcc", border_width=3.0, border_style="dashed", target_arrow="delta", curve="ArcEdge"),
    labels=(Label("vid sidan", Point(7, 8)),),
    attributes={"a": "b"},
)
INFO = Info(title="T", lang="sv", documents=(SourceDocument("d", "D"),), attributes={"egen": "x"})


def saved(document: Document, baseline: Any) -> Document:
    return read_graphml(written(document, baseline)[0]).document


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS.keys())
def test_a_new_record_comes_back_whole(start: bytes) -> None:
    reading = read_graphml(start)
    with reading.document.transaction("add") as step:
        step.add(NODE)
        step.add(Node("m", name="m", order=3.0, is_group=True, folded=True))
        step.add(EDGE)
        step.put(INFO)
    back = saved(reading.document, reading.baseline)
    assert (back.nodes["n"].labels, back.nodes["n"].attributes) == (NODE.labels, NODE.attributes)
    assert (back.nodes["n"].box, back.nodes["n"].facts, back.nodes["n"].pinned) == (NODE.box, NODE.facts, True)
    assert back.nodes["n"].look.fill == "#112233"
    assert back.nodes["m"].folded
    edge = back.edges["e"]
    assert (edge.bends, edge.source_offset, edge.target_offset) == (EDGE.bends, EDGE.source_offset, EDGE.target_offset)
    assert (edge.look, edge.labels, edge.attributes) == (EDGE.look, EDGE.labels, EDGE.attributes)
    assert not edge.directed
    assert back.info == INFO


CHANGES: dict[str, dict[str, Any]] = {
    "fill": {"look": Look(fill="#abcdef")},
    "no look": {"look": Look()},
    "image": {"look": Look(image="data:,x")},
    "curve": {"look": Look(curve="smoothed")},
    "bold": {"look": Look(bold=True, font_size=17.0)},
    "labels": {"labels": (Label("a", Point(1, 1)), Label("b", look=Look(bold=True)))},
    "no labels": {"labels": ()},
    "attributes": {"attributes": {"ny": "1"}},
    "no facts": {"facts": Facts()},
    "kind": {"kind": "committee"},
    "no kind": {"kind": None},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS.keys())
@pytest.mark.parametrize("id", ["n", "e"])
def test_a_change_of_an_old_record_comes_back(start: bytes, id: str, change: dict[str, Any]) -> None:
    reading = read_graphml(start)
    with reading.document.transaction("add") as step:
        step.add(NODE)
        step.add(Node("m", order=3.0))
        step.add(EDGE)
    opened = read_graphml(written(reading.document, reading.baseline)[0])
    with opened.document.transaction("change") as step:
        step.update(id, **change)
    back = saved(opened.document, opened.baseline).record(id)
    wanted = opened.document.record(id)
    for field in change:
        assert getattr(back, field) == getattr(wanted, field)


STRAIGHT = replace(EDGE.look, curve=None, source_arrow="none")


def nothing(*_: object) -> None:
    """Writes nothing where something was to be written."""


WRONG: dict[str, tuple[object, str, Callable[[Any], object]]] = {
    "box": (yed_writing, "set_box", lambda step: step.update("n", box=Rect(9, 9, 9, 9))),
    "label": (yed_writing, "set_labels", lambda step: step.update("n", labels=())),
    "look": (yed_writing, "set_node_look", lambda step: step.update("n", look=replace(NODE.look, fill="#000001"))),
    "line": (yed_writing, "set_edge_look", lambda step: step.update("e", look=replace(STRAIGHT, border="#000001"))),
    "offset": (yed_writing, "set_path", lambda step: step.update("e", source_offset=Point(1, 1))),
    "facts": (ElementWriter, "_set_data", lambda step: step.update("n", facts=Facts(count=7))),
    "info": (ElementWriter, "change_info", lambda step: step.set_info(title="Annan")),
}


@pytest.mark.parametrize(("where", "name", "change"), WRONG.values(), ids=WRONG.keys())
def test_a_writer_that_loses_something_is_caught(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, change: Callable[[Any], object]
) -> None:
    reading = read_graphml(STARTS["yed"])
    with reading.document.transaction("add") as step:
        step.add(NODE)
        step.add(Node("m", order=3.0))
        step.add(replace(EDGE, look=STRAIGHT))
    opened = read_graphml(written(reading.document, reading.baseline)[0])
    with opened.document.transaction("change") as step:
        change(step)
    written(opened.document, opened.baseline)
    monkeypatch.setattr(where, name, nothing)
    with pytest.raises(UserError) as caught:
        written(opened.document, opened.baseline)
    assert caught.value.line("sv")


def test_a_writer_that_puts_siblings_in_another_order_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_graphml(b"<graphml><graph><node id='a'/><node id='b'/></graph></graphml>")
    with reading.document.transaction("order") as step:
        step.update("b", order=-1.0)
    monkeypatch.setattr("editor.graphml.placing.Placing.place", nothing)
    with pytest.raises(UserError):
        written(reading.document, reading.baseline)


def test_elements_without_graphics_get_some_where_they_need_them() -> None:
    reading = read_graphml(
        STARTS["yed"].replace(b"</graph>", b'<node id="n"/><edge id="e" source="n" target="n"/></graph>')
    )
    with reading.document.transaction("change") as step:
        step.update("n", box=Rect(1, 2, 3, 4))
        step.update("e", bends=(Point(1, 2),))
    back = saved(reading.document, reading.baseline)
    assert (back.nodes["n"].box, back.edges["e"].bends) == (Rect(1, 2, 3, 4), (Point(1, 2),))
