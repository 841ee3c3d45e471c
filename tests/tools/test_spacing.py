"""Equal gaps in rows and columns while a box is moved, and the grid."""

import sys
from pathlib import Path

import pytest

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Node
from editor.tools.snapping import snapped
from editor.tools.spacing import even_gaps, evened

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver

ROW = [Rect(0, 0, 100, 40), Rect(150, 5, 100, 40)]


@pytest.mark.parametrize(
    ("at", "others", "by"),
    [
        (303, ROW, -3),  # 50 after 50
        (-247, ROW, None),  # nothing is near
        (-153, ROW, 3),  # 50 before 50
        (197, [Rect(0, 0, 100, 40), Rect(400, 0, 100, 40)], 3),  # in the middle between two
        (303, [Rect(0, 100, 100, 40), Rect(150, 100, 100, 40)], None),  # another row
    ],
)
def test_a_box_catches_on_the_gap_beside_it(at: float, others: list[Rect], by: float | None) -> None:
    assert evened(Rect(at, 10, 100, 40), others, 6.0) == by


def test_gaps_that_are_alike_are_shown_once_each() -> None:
    gaps = even_gaps(Rect(300, 10, 100, 40), ROW)
    assert [(gap.start.x, gap.end.x) for gap in gaps] == [(100, 150), (250, 300)]
    assert even_gaps(Rect(310, 10, 100, 40), ROW) == []


def test_a_column_is_a_row_turned() -> None:
    others = [Rect(0, 0, 100, 40), Rect(3, 90, 100, 40)]
    snap = snapped(Rect(7, 178, 90, 40), others, 1.0)
    assert snap.dy == 2 and [guide.is_gap for guide in snap.guides].count(True) == 2
    gap = next(guide for guide in snap.guides if guide.is_gap)
    assert gap.start.x == gap.end.x and (gap.start.y, gap.end.y) == (40, 90)


def test_the_grid_comes_last(doc: Document) -> None:
    hand = EditorDriver(doc)
    hand.editor.grid = 8.0
    hand.click(50, 20).down(50, 20).move(50 + 517, 20 + 611).up()
    assert doc.nodes["a"].box == Rect(520, 608, 100, 40)
    hand.down(570, 628).move(573, 631, "alt").move(575, 631, "alt").up("alt")
    assert doc.nodes["a"].box == Rect(525, 611, 100, 40)


@pytest.fixture
def doc() -> Document:
    nodes = [Node("a", "A", box=Rect(0, 0, 100, 40)), Node("b", "B", box=Rect(2000, 2000, 100, 40), order=1)]
    return Document(nodes)


def test_without_guides_nothing_catches(doc: Document) -> None:
    hand = EditorDriver(doc)
    hand.editor.snaps = False
    hand.click(50, 20).down(50, 20).move(2053, 1903).up()
    assert doc.nodes["a"].box == Rect(2003, 1883, 100, 40)
