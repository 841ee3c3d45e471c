"""Leaves are stacked under their parent, so that a municipality stays a chart that fits a page."""

import pytest

from editor.geometry import bounds_of
from editor.layout.presets import PRESETS
from editor.layout.run import arrange
from editor.layout.stacks import stacked
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary

SIZE = (190.0, 58.0)


def municipality(committees: int, departments: int) -> Document:
    """A council, a board, and committees with an administration each, which has its departments."""
    pairs = [("council", "board")]
    for committee in range(committees):
        pairs.append(("board", f"c{committee}"))
        pairs.append((f"c{committee}", f"a{committee}"))
        pairs.extend((f"a{committee}", f"a{committee}d{number}") for number in range(departments))
    ids = ["council", *(child for _, child in pairs)]
    nodes = [Node(id, order=float(place)) for place, id in enumerate(ids)]
    return Document(nodes, [Edge(f"{a}>{b}", a, b, order=float(i)) for i, (a, b) in enumerate(pairs)])


def test_seventy_four_units_are_at_most_twice_as_wide_as_high() -> None:
    document = municipality(9, 6)
    assert len(document.nodes) == 74
    sizes = dict.fromkeys(document.nodes, SIZE)
    arrangement = arrange(document, Vocabulary(), sizes, PRESETS["down"])
    bounds = bounds_of(arrangement.boxes.values())
    assert bounds is not None
    boxes = list(arrangement.boxes.values())
    assert not any(a.overlaps(b) for place, a in enumerate(boxes) for b in boxes[:place])
    assert bounds.width / bounds.height <= 2.2


def test_siblings_keep_their_order_in_a_stack() -> None:
    arrangement = arrange(municipality(2, 5), Vocabulary(), {}, PRESETS["down"])
    tops = [arrangement.boxes[f"a1d{number}"].y for number in range(5)]
    assert tops == sorted(tops)
    assert arrangement.boxes["c0"].x < arrangement.boxes["c1"].x


@pytest.mark.parametrize("count", [1, 8, 9, 60, 500])
def test_a_stack_is_never_a_tower(count: int) -> None:
    leaves = [str(number) for number in range(count)]
    stack = stacked(leaves, dict.fromkeys(leaves, SIZE))
    assert [id for column in stack.columns for id in column] == leaves
    assert stack.height / stack.width < 4
