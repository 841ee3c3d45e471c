"""Whatever a sample writes in a box has room there, in both languages and in the font that it is drawn with."""

from collections.abc import Iterator

import pytest
from sample_files import VOCABULARY, every_sample, opened

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Block, Text, TextLine
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.text.qt import QtMeasurer

BELOW_BASELINE_PX = 3.0


@every_sample
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_all_words_stand_in_their_box(name: str, lang: str, qapp: object) -> None:
    document = opened(name)
    drawing = DrawingMaker(document, VOCABULARY, LIGHT, QtMeasurer(), lang).drawing()
    told = 0
    for block in drawing.blocks:
        box = document.nodes[block.record].box if block.role == "node" and block.record in document.nodes else None
        if box is not None:
            lines = list(_lines(block))
            told += len(lines)
            assert [line.text for line in lines if not _stands_in(line, box)] == [], block.record
    assert told >= len(document.nodes)


def _lines(block: Block) -> Iterator[TextLine]:
    for shape in block.shapes:
        if isinstance(shape, Text) and shape.anchor == "start":
            yield from shape.lines


def _stands_in(line: TextLine, box: Rect) -> bool:
    return line.at.x + line.width <= box.right and box.y <= line.at.y <= box.bottom - BELOW_BASELINE_PX
