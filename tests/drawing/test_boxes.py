"""Boxes hold their text, whatever it is, and show what is known."""

import pytest
from example_charts import VOCABULARY, drawn
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.maker import DrawingMaker
from editor.drawing.nodes import MOST_WIDTH
from editor.drawing.shapes import Block, Box, Shape, Text
from editor.drawing.theme import LIGHT
from editor.drawing.typography import SLACK, TAG
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.text.fixed import FixedMeasurer

NAMES = ("Kommunstyrelsen", "Samhällsbyggnadsförvaltningens ledningsgrupp", "Å", "Två\nrader", "x" * 300)
TASKS = (Task("leda ledningsgruppen"), Task("bereda ärenden till styrelsen och till nämnderna i kommunen"))


def natural(node: Node) -> Block:
    """The node's block at its natural size."""
    maker = DrawingMaker(Document([node]), VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    return _only(Node(node.id, node.name, node.kind, box=Rect(0.0, 0.0, *maker.size(node.id)), facts=node.facts))


def _only(node: Node) -> Block:
    (block,) = drawn(Document([node]), paper=False).blocks
    return block


def texts(shapes: tuple[Shape, ...]) -> list[str]:
    return [line.text for shape in shapes if isinstance(shape, Text) for line in shape.lines]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["council", "post", "counted_set", None])
def test_text_stays_inside_with_room_for_another_font(name: str, kind: str | None) -> None:
    block = natural(Node("a", name, kind, facts=Facts(tenures=(Tenure("Ulla-Marie Ängström"),), tasks=TASKS)))
    box = next(shape.rect for shape in reversed(block.shapes) if isinstance(shape, Box) and shape.rect.x == 0.0)
    assert box.width <= MOST_WIDTH
    for shape in block.shapes:
        if isinstance(shape, Text) and shape.style != TAG:
            for line in shape.lines:
                assert line.at.x >= box.x and line.at.x + line.width * SLACK <= box.right + 0.5, line.text
                assert box.y < line.at.y - shape.style.size_px * 0.8 and line.at.y < box.bottom


@given(st.text(max_size=400), st.sampled_from([None, *VOCABULARY.kinds]))
def test_any_name_makes_a_box_of_sensible_size(name: str, kind: str | None) -> None:
    block = natural(Node("a", name, kind))
    assert 0 < block.bounds.width <= MOST_WIDTH + 12 and 0 < block.bounds.height < 400


def test_the_tag_and_the_caption_stand_beside_each_other() -> None:
    block = natural(Node("a", "Å", "administration", facts=Facts(status="ended", end="2008-12-31")))
    caption, _, tag = (shape for shape in block.shapes if isinstance(shape, Text))
    assert caption.lines[0].at.x + caption.lines[0].width < tag.lines[0].at.x - tag.lines[0].width / 2


def test_tasks_are_listed_where_all_have_room_and_left_out_where_not() -> None:
    facts = Facts(tasks=(Task("leda"), Task("bereda")))
    roomy = _only(Node("a", "Stab", "staff_unit", box=Rect(0, 0, 200, 100), facts=facts))
    tight = _only(Node("a", "Stab", "staff_unit", box=Rect(0, 0, 200, 60), facts=facts))
    assert texts(roomy.shapes)[-2:] == ["• leda", "• bereda"]
    assert texts(tight.shapes) == ["STAB", "Stab"] and "leda; bereda" in tight.desc


def test_how_often_a_body_meets_stands_in_its_box() -> None:
    assert "4 gånger om året" in texts(
        _only(Node("a", "Råd", "forum", box=Rect(0, 0, 200, 80), facts=Facts(per_year=4))).shapes
    )


@pytest.mark.parametrize(("status", "broken"), [("planned", True), ("unknown", True), ("ended", False), (None, False)])
def test_what_is_not_settled_has_a_broken_border(status: str | None, broken: bool) -> None:
    block = _only(Node("a", "Stab", "staff_unit", box=Rect(0, 0, 200, 60), facts=Facts(status=status)))
    box = next(shape for shape in block.shapes if isinstance(shape, Box))
    assert box.stroke is not None and bool(box.stroke.dash) == broken


def test_a_small_folded_group_says_its_name_only() -> None:
    group = Node("g", "Stab", is_group=True, folded=True, box=Rect(0, 0, 40, 30))
    inside = Node("a", "A", group="g", box=Rect(0, 0, 20, 20))
    (small,) = drawn(Document([group, inside]), paper=False).blocks
    assert texts(small.shapes) == ["Stab"]


def test_a_folded_group_says_how_many_it_hides() -> None:
    group = Node("g", "Stab", is_group=True, folded=True, box=Rect(0, 0, 160, 60))
    inside = Node("a", "A", group="g", box=Rect(0, 0, 20, 20))
    (block,) = drawn(Document([group, inside]), paper=False).blocks
    assert texts(block.shapes) == ["Stab", "+ 1 dolda"]


def test_a_counted_set_says_how_many_have_boxes_and_follows() -> None:
    nodes = [
        Node("set", "Avdelningarna", "counted_set", box=Rect(0, 0, 200, 80), facts=Facts(count=6)),
        Node("a", "Medborgarservice", "department", box=Rect(0, 200, 160, 48)),
        Node("b", "Kultur", "department", box=Rect(200, 200, 160, 48)),
    ]
    document = Document(nodes=nodes, edges=[Edge("e", "a", "set", kind="part_of")])
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")

    def said() -> str:
        block = maker.block("set")
        assert block is not None
        return " ".join(line.text for shape in block.shapes if isinstance(shape, Text) for line in shape.lines)

    assert "6 till antalet (1 namngiven)" in said()
    concerned: set[str] = set()
    document.listen(lambda change: concerned.update(maker.concerned(change)))
    with document.transaction("Namnge") as step:
        step.add(Edge("f", "b", "set", kind="part_of"))
    assert "set" in concerned and "(2 namngivna)" in said()
    with document.transaction("Ta bort") as step:
        step.remove("e", "f")
    assert "namngiv" not in said()
