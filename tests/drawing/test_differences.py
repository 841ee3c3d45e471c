"""New, gone and changed are told by words and borders, not by colour alone, with a legend and the changes in words."""

from collections.abc import Mapping

from editor.drawing.differences import Difference, beside, with_differences
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Box, Drawing, Path, Text
from editor.drawing.theme import LIGHT, contrast
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer

DIFFERENCES: Mapping[str, Difference] = {"a": "new", "b": "gone", "c": "changed", "e": "gone"}


def chart(x: float = 0.0) -> Document:
    nodes = [Node(id, id.upper(), box=Rect(x, n * 120.0, 160, 48)) for n, id in enumerate("abcd")]
    return Document(nodes=nodes, edges=[Edge("e", "a", "b", kind="leads"), Edge("f", "c", "d", kind="leads")])


def drawing(document: Document) -> tuple[Drawing, Drawing]:
    """Before and after."""
    maker = DrawingMaker(document, Vocabulary(), LIGHT, FixedMeasurer(), "sv")
    plain = maker.drawing()
    return plain, with_differences(plain, DIFFERENCES, maker.setting, ("A tillkommer.",))


def words(drawing: Drawing, record: str) -> list[str]:
    return [
        line.text
        for block in drawing.blocks
        if block.record == record
        for shape in block.shapes
        if isinstance(shape, Text)
        for line in shape.lines
    ]


def test_each_difference_has_its_word_and_its_own_border() -> None:
    plain, marked = drawing(chart())
    assert [words(marked, id)[-1] for id in "abce"] == ["+ ny", "− upphör", "≠ ändrad", "−"]
    borders = {}
    for block in marked.blocks:
        if block.record in ("a", "b", "c"):
            [outer] = [s for s in block.shapes if isinstance(s, Box) and s.fill is None and s.stroke is not None]
            assert outer.stroke is not None and contrast(outer.stroke.color, "#ffffff") > 4.5
            borders[block.record] = outer.stroke.dash
    assert len(set(borders.values())) == 3
    untouched = {block.record: block for block in plain.blocks}
    assert all(block == untouched[block.record] for block in marked.blocks if block.record in ("d", "f"))


def test_a_line_that_is_gone_is_dashed_and_one_that_stays_is_not() -> None:
    _, marked = drawing(chart())
    [gone] = [block for block in marked.blocks if block.record == "e"]
    line = next(shape for shape in gone.shapes if isinstance(shape, Path))
    assert line.stroke is not None and line.stroke.dash
    assert gone.desc == "upphör"


def test_the_legend_counts_and_the_changes_stand_below() -> None:
    _, marked = drawing(chart())
    paper = [text for block in marked.blocks if not block.record for text in words(marked, "")]
    assert {"+ ny (1)", "− upphör (2)", "≠ ändrad (1)", "Vad som ändras", "A tillkommer."} <= set(paper)
    assert all(marked.bounds.encloses(block.bounds) for block in marked.blocks)


def test_two_drawings_stand_beside_each_other() -> None:
    left, right = drawing(chart())[0], drawing(chart(2000))[0]
    both = beside(left, right)
    assert len(both.blocks) == len(left.blocks) + len(right.blocks) + 1
    assert both.bounds.encloses(left.bounds) and both.bounds.encloses(right.bounds)
