"""What is no GraphML is refused in words, whatever is wrong with it."""

import codecs
from typing import Any

import pytest

from editor.errors import UserError
from editor.geometry import Rect
from editor.graphml.reading import read_graphml
from editor.graphml.writing import written
from editor.model.integrity import IntegrityError
from editor.model.records import Node

BOMB = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
BAD = {
    "empty": b"",
    "not XML": b"hello",
    "another root": b"<html/>",
    "truncated": b"<graphml><graph><node id='a'>",
    "deep": b"<graphml><graph>" + b"<node><graph>" * 10_000 + b"</graph></node>" * 10_000 + b"</graph></graphml>",
    "broken gzip": b"\x1f\x8b\x08rubbish",
    "no text encoding": b'<?xml version="1.0" encoding="base64"?><graphml/>',
    "unknown encoding": b'<?xml version="1.0" encoding="klingon"?><graphml/>',
    "wrong encoding": b"<graphml>\xe5</graphml>",
    "bomb": f'<!DOCTYPE graphml [<!ENTITY e0 "x">{BOMB}]><graphml>&e9;</graphml>'.encode(),
    "utf-7": b'<?xml version="1.0" encoding="UTF-7"?><graphml><graph/></graphml>',
    "idna": b'<?xml version="1.0" encoding="idna"?><graphml><graph/></graphml>',
    "escapes": b'<?xml version="1.0" encoding="raw-unicode-escape"?><graphml><graph/></graphml>',
    "mark and declaration differ": b'\xef\xbb\xbf<?xml version="1.0" encoding="ISO-8859-1"?><graphml/>',
    "utf-16 that says utf-8": codecs.BOM_UTF16_LE
    + '<?xml version="1.0" encoding="UTF-8"?><graphml/>'.encode("utf-16-le"),
    "external": b'<!DOCTYPE graphml [<!ENTITY e SYSTEM "file:///etc/hostname">]><graphml>&e;</graphml>',
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_graphml(data)
    assert caught.value.line("sv") and caught.value.line("en")


@pytest.mark.parametrize("number", ["--1²", "²", "9" * 6000, "1.5"])
def test_a_count_that_is_no_number_is_kept(number: str) -> None:
    key = '<key id="k" for="node" attr.name="lg.count"/>'
    text = f'<graphml>{key}<graph><node id="a"><data key="k">{number}</data></node></graph></graphml>'
    node = read_graphml(text.encode()).document.nodes["a"]
    assert node.facts.count is None
    assert node.attributes["lg.count"] == number


def test_edges_without_ids_are_told_apart_after_one_is_deleted() -> None:
    edges = [f'<edge source="a" target="{end}"/>' for end in "bcbcb"]
    text = f'<graphml><graph><node id="a"/><node id="b"/><node id="c"/>{"".join(edges)}</graph></graphml>'
    reading = read_graphml(text.encode())
    with reading.document.transaction("delete") as step:
        step.remove("edge:1")
    data, baseline = written(reading.document, reading.baseline)
    assert data == text.replace(edges[1], "", 1).encode()
    with reading.document.transaction("delete") as step:
        step.remove("edge:3")
    again, _ = written(reading.document, baseline)
    assert again == text.replace(edges[1], "").encode()


def test_what_is_wrong_with_an_encoding_is_said() -> None:
    for name, words in (("utf-7", "UTF-7"), ("mark and declaration differ", "ISO-8859-1")):
        with pytest.raises(UserError) as caught:
            read_graphml(BAD[name])
        assert words in caught.value.line("sv") and words in caught.value.line("en")


ABSURD = {
    "not a number": {"x": "NaN"},
    "endless": {"width": "Infinity"},
    "huge": {"y": "1e308"},
    "negative": {"height": "-5"},
    "words": {"x": "here"},
    "empty": {"width": ""},
}


@pytest.mark.parametrize("wrong", ABSURD.values(), ids=ABSURD.keys())
def test_an_absurd_place_is_kept_and_told_but_not_used(wrong: dict[str, str]) -> None:
    said = {"x": "1", "y": "2", "width": "3", "height": "4", **wrong}
    place = " ".join(f'{name}="{value}"' for name, value in said.items())
    data = (
        '<graphml><key id="d" for="node" yfiles.type="nodegraphics"/><graph><node id="a"><data key="d"><ShapeNode>'
        f"<Geometry {place}/><NodeLabel>A</NodeLabel></ShapeNode></data></node></graph></graphml>"
    ).encode()
    reading = read_graphml(data)
    assert reading.document.nodes["a"].box is None
    assert [notice.code for notice in reading.report.notices if notice.code == "bad_place"]
    with reading.document.transaction("rename") as step:
        step.update("a", name="B")
    assert written(reading.document, reading.baseline)[0] == data.replace(b">A<", b">B<")
    with reading.document.transaction("place") as step:
        step.update("a", box=Rect(1, 2, 3, 4))
    assert read_graphml(written(reading.document, reading.baseline)[0]).document.nodes["a"].box == Rect(1, 2, 3, 4)


def test_a_megabyte_of_label_is_kept_whole() -> None:
    label = "å & <" * 200_000
    key = "<key id='n' attr.name='label'/>"
    text = f"<graphml>{key}<graph><node id='a'><data key='n'/></node><node id='b'/></graph></graphml>"
    reading = read_graphml(text.encode())
    with reading.document.transaction("rename") as step:
        step.update("a", name=label)
    data, _ = written(reading.document, reading.baseline)
    assert read_graphml(data).document.nodes["a"].name == label


LYING: dict[str, dict[str, Any]] = {
    "no such type": {"attr.type": "colour"},
    "a number that is none": {"attr.type": "int"},
    "a truth that is none": {"attr.type": "boolean"},
    "no type": {},
    "no domain": {"attr.type": "double", "for": "everything"},
}


@pytest.mark.parametrize("key", LYING.values(), ids=LYING.keys())
def test_a_key_that_lies_about_its_type_keeps_its_value(key: dict[str, str]) -> None:
    said = " ".join(f'{name}="{value}"' for name, value in {"for": "node", **key}.items())
    node = '<node id="a"><data key="k">tolv</data></node>'
    text = f'<graphml><key id="k" attr.name="k" {said}/><graph>{node}</graph></graphml>'
    reading = read_graphml(text.encode())
    assert reading.document.nodes["a"].attributes["k"] == "tolv"
    with reading.document.transaction("change") as step:
        step.update("a", attributes={"k": "tretton"})
    assert written(reading.document, reading.baseline)[0] == text.replace("tolv", "tretton").encode()


def test_duplicate_ids_and_edges_to_nowhere_are_told_and_kept() -> None:
    text = (
        "<graphml><graph><node id='a'/><node id='a'/><edge id='a' source='a' target='a'/>"
        "<edge source='a' target='gone'/></graph></graphml>"
    )
    reading = read_graphml(text.encode())
    assert {"duplicate_id", "dangling_edge"} <= {notice.code for notice in reading.report.notices}
    with reading.document.transaction("add") as step:
        step.add(Node("gone", order=9.0))
    data, _ = written(reading.document, reading.baseline)
    assert b"<edge source='a' target='gone'/>" in data
    assert read_graphml(data).report.kept["dangling_edge"] == 1


def test_a_group_can_not_be_put_inside_itself() -> None:
    text = b"<graphml><graph><node id='g'><graph><node id='h'><graph/></node></graph></node></graph></graphml>"
    reading = read_graphml(text)
    with pytest.raises(IntegrityError), reading.document.transaction("loop") as step:
        step.update("g", group="h")
    assert written(reading.document, reading.baseline)[0] == text
