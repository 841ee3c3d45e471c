"""A style is taken from one box or relation and given to others."""

from pathlib import Path

import pytest

from editor.model.document import Document
from editor.model.records import Edge, Look, Node
from editor.model.styling import Style, give, style_of
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
RED, LINE = Look(fill="#ff0000", bold=True, image="a.png"), Look(border="#0000ff", target_arrow="none")


@pytest.fixture
def document() -> Document:
    nodes = [Node("red", look=RED), Node("plain", look=Look(image="b.png")), Node("board", kind="committee")]
    nodes.append(Node("unit", kind="department"))
    return Document(nodes, [Edge("blue", "red", "plain", look=LINE), Edge("e", "red", "board")])


def taken(document: Document, id: str) -> Style:
    style = style_of(document, VOCABULARY, id)
    assert style is not None
    return style


def test_colours_go_to_boxes_without_a_kind_and_pictures_stay(document: Document) -> None:
    with document.transaction("Stil") as step:
        assert give(document, step, ["plain", "board", "e"], taken(document, "red")) == 1
    assert document.nodes["plain"].look == Look(fill="#ff0000", bold=True, image="b.png")
    assert document.edges["e"].look == Look()


def test_the_sector_goes_to_boxes_with_a_kind_and_its_colours_to_others(document: Document) -> None:
    style = taken(document, "board")
    assert style.sector is not None and style.sector != taken(document, "unit").sector
    with document.transaction("Stil") as step:
        assert give(document, step, ["unit", "plain"], style) == 2
    assert document.nodes["unit"].facts.sector == style.sector
    assert document.nodes["plain"].look.fill == VOCABULARY.sectors[style.sector].tint
    assert taken(document, "unit").sector == style.sector


def test_lines_give_to_lines(document: Document) -> None:
    with document.transaction("Stil") as step:
        assert give(document, step, ["e", "plain", "blue"], taken(document, "blue")) == 1
    assert document.edges["e"].look == LINE
    document.undo()
    assert document.edges["e"].look == Look()
    assert style_of(document, VOCABULARY, "gone") is None
