"""The document's rule colours the boxes, on light and dark, readably, and the legend says what the colours mean."""

import pytest

from editor.drawing.coloring import coloring
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Text
from editor.drawing.theme import DARK, LEAST_TEXT_CONTRAST, LIGHT, Theme, contrast
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Look, Node
from editor.model.style_rules import PREFIX, StyleRule, new_rule, set_rule
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer

PLAIN = Vocabulary()


def chart() -> Document:
    places = {"a": "Norr", "b": "Syd", "c": ""}
    nodes = [
        Node(id, id, "post", box=Rect(0, 100 * n, 200, 60), attributes={"Läge": place} if place else {})
        for n, (id, place) in enumerate(places.items())
    ]
    own = Node("d", "d", box=Rect(0, 400, 200, 60), look=Look(fill="#ffcc00"), attributes={"Läge": "Norr"})
    return Document([*nodes, own])


def words(maker: DrawingMaker) -> list[str]:
    return [
        " ".join(line.text for line in s.lines) for b in maker.drawing().blocks for s in b.shapes if isinstance(s, Text)
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_rule_colours_boxes_at_once_and_explains_itself(theme: Theme) -> None:
    document = chart()
    maker = DrawingMaker(document, PLAIN, theme, FixedMeasurer(), "sv")
    before = {id: maker.block(id) for id in document.nodes}
    changes = []
    document.listen(changes.append)
    with document.transaction("rule") as step:
        set_rule(document, step, new_rule(document, PLAIN, PREFIX + "Läge"))
    assert set(document.nodes) <= maker.concerned(changes[-1])
    after = {id: maker.block(id) for id in document.nodes}
    assert [id for id in after if after[id] != before[id]] == ["a", "b", "d"]
    said = words(maker)
    assert "Norr" in said and "Syd" in said
    assert any("Norr" in line and line != "Norr" for line in said), "the value stands in the box too"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("color", ["#ffff00", "#000000", "#ffffff", "#808080", "#00ff00"])
def test_every_colour_becomes_one_that_can_be_read(theme: Theme, color: str) -> None:
    made = coloring(StyleRule("kind", {"post": color}), theme, PLAIN)
    assert made is not None
    colors = made.colors["post"]
    assert contrast(colors.strong, colors.tint) >= LEAST_TEXT_CONTRAST
    assert contrast(theme.text, colors.tint) >= LEAST_TEXT_CONTRAST


def test_a_colour_that_is_none_is_left_out() -> None:
    made = coloring(StyleRule("kind", {"post": "red", "a": "#12345g"}), LIGHT, PLAIN)
    assert made is not None and not made.colors
