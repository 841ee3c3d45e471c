"""Pictures inside files: shown where they are harmless, cleaned where they can be, never fetched."""

import base64

import pytest
from example_charts import drawn

from editor.drawing.pictures import embedded
from editor.drawing.shapes import Image, Text
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Look, Node

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def uri(data: bytes, media_type: str = "image/svg+xml") -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def cleaned(inside: str) -> str:
    found = embedded(
        uri(f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{inside}</svg>'.encode())
    )
    assert found is not None
    return found[0].decode()


def test_a_raster_picture_is_shown_as_it_is() -> None:
    assert embedded(uri(PNG, "image/png")) == (PNG, "image/png")


def test_the_type_is_read_off_the_bytes() -> None:
    assert embedded(uri(PNG, "text/html")) == (PNG, "image/png")
    assert embedded(uri(b"<html/>", "image/png")) is None


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "a.png",
        "data:image/png",
        "data:image/png;base64,@@@",
    ],
)
def test_nothing_is_fetched(address: str | None) -> None:
    assert embedded(address) is None


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<rect onclick='alert(1)'/>",
        "<image href='https://example.org/a.png'/>",
        "<use x:href='https://example.org/a.svg#b'/>",
        "<foreignObject/>",
        "<style>@import url(https://example.org/a.css);</style>",
        "<rect style='fill: url( https://example.org/a )'/>",
        "<a href='javascript:alert(1)'/>",
        "<animate attributeName='href' to='https://example.org'/>",
    ],
)
def test_an_svg_loses_what_acts_or_leads_out(inside: str) -> None:
    left = cleaned(inside)
    assert not any(word in left for word in ("alert", "example.org", "foreignObject", "import"))


def test_an_svg_keeps_its_drawing_and_its_inner_references() -> None:
    left = cleaned("<defs><path id='a' d='M0 0L1 1'/></defs><use href='#a'/><rect fill='url(#g)' style='stroke:red'/>")
    assert all(part in left for part in ('href="#a"', 'fill="url(#g)"', "M0 0L1 1", "stroke:red"))


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'
    found = embedded(uri(bomb))
    assert found is None or b"aaaaaaaa" not in found[0]


@pytest.mark.parametrize("data", [b"", b"<svg", b"<html/>"])
def test_what_is_no_svg_is_not_shown(data: bytes) -> None:
    assert embedded(uri(data)) is None


def test_a_node_shows_its_picture_with_its_name() -> None:
    node = Node("a", "Logotyp", box=Rect(0, 0, 60, 60), look=Look(image=uri(PNG, "image/png")))
    (block,) = drawn(Document([node]), paper=False).blocks
    assert [type(shape) for shape in block.shapes] == [Image, Text]


def test_a_node_without_its_picture_is_a_box_with_its_name() -> None:
    node = Node("a", "Logotyp", box=Rect(0, 0, 60, 60), look=Look(image="logo.png"))
    (block,) = drawn(Document([node]), paper=False).blocks
    assert not any(isinstance(shape, Image) for shape in block.shapes)
    assert [shape.lines[0].text for shape in block.shapes if isinstance(shape, Text)] == ["Logotyp"]
