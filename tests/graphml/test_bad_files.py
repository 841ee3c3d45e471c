"""What is no GraphML is refused in words, whatever is wrong with it."""

import pytest

from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.graphml.writing import written

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
