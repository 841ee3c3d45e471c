"""Footnotes: numbers by document and paragraph, at what is shown only, clear of boxes, with all quotes below."""

from editor.drawing.annotating import box_of
from editor.drawing.footnotes import notes_of, with_footnotes
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Block, Drawing, Text
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer


def chart() -> Document:
    told = Facts(
        sources=(Source("b", 2, "staben"), Source("a", 9, "en stab", 40)),
        tenures=(Tenure("Ada", sources=(Source("b", 2, "Ada\n Ek"),)),),
        tasks=(Task("x", sources=(Source("okänd", None),)),),
    )
    return Document(
        nodes=[
            Node("chef", "Chef", box=Rect(0, 0, 160, 48)),
            Node("stab", "Staben", box=Rect(0, 200, 160, 48), facts=told),
            Node("utan", "Utan plats", facts=Facts(sources=(Source("a", 1, "dold"),))),
        ],
        edges=[Edge("e", "chef", "stab", kind="leads", facts=Facts(sources=(Source("a", 9, "leder"),)))],
        info=Info(documents=(SourceDocument("a", "Beslut", "Åby", "2009-01-22"), SourceDocument("b", "Nyhet"))),
    )


def drawn(document: Document) -> Drawing:
    maker = DrawingMaker(document, Vocabulary(), LIGHT, FixedMeasurer(), "sv")
    return with_footnotes(maker.drawing(), document, maker.setting)


def texts(block: Block) -> list[str]:
    return [line.text for shape in block.shapes if isinstance(shape, Text) for line in shape.lines]


def test_one_note_for_each_paragraph_in_the_order_of_the_documents() -> None:
    notes, numbers = notes_of(chart(), ["chef", "stab", "e"])
    assert [(note.number, note.document, note.paragraph, note.quotes) for note in notes] == [
        (1, "a", 9, ("leder", "en stab")),
        (2, "b", 2, ("staben", "Ada Ek")),
        (3, "okänd", None, ()),
    ]
    assert numbers == {"stab": (1, 2, 3), "e": (1,)}


def test_numbers_stand_at_box_and_line_and_the_notes_below() -> None:
    drawing = drawn(chart())
    blocks = {block.record: block for block in drawing.blocks if block.record}
    assert texts(blocks["stab"])[-1] == "1, 2, 3" and texts(blocks["e"])[-1] == "1"
    assert "1" not in texts(blocks["chef"])
    assert "se not 1, 2, 3" in blocks["stab"].desc
    below = texts(drawing.blocks[-1])
    assert below[0] == "Källor" and "Dokument" in below
    assert any(line.startswith("1. A, stycke 9: ”") for line in below)
    assert "Beslut, Åby, 22 januari 2009" in " ".join(below)
    assert not any("dold" in line for line in below), "what isn't shown has no note"
    assert drawing.bounds.encloses(drawing.blocks[-1].bounds)


def test_no_sign_of_a_line_stands_on_a_box() -> None:
    drawing = drawn(chart())
    blocks = {block.record: block for block in drawing.blocks if block.record}
    sign = blocks["e"].shapes[-2]
    assert not any(sign.rect.touches(box_of(blocks[id])) for id in ("chef", "stab"))  # type: ignore[union-attr]


def test_a_chart_without_sources_is_as_it_was() -> None:
    document = Document(nodes=[Node("a", "A", box=Rect(0, 0, 160, 48))])
    maker = DrawingMaker(document, Vocabulary(), LIGHT, FixedMeasurer(), "sv")
    drawing = maker.drawing()
    assert with_footnotes(drawing, document, maker.setting) is drawing


def test_many_notes_stand_in_columns_that_are_about_equally_high() -> None:
    nodes = [
        Node(f"n{n}", "X", box=Rect(n * 200.0, 0, 160, 48), facts=Facts(sources=(Source("a", n, "ord " * 30),)))
        for n in range(1, 13)
    ]
    drawing = drawn(Document(nodes=nodes))
    lines = [line for shape in drawing.blocks[-1].shapes if isinstance(shape, Text) for line in shape.lines]
    starts = {line.at.x for line in lines}
    assert len(starts) > 2
    counts = [sum(1 for line in lines if line.at.x == x) for x in starts]
    assert max(counts) < sum(counts) / 2
