"""Every preset lays a small chart out, the same way each time, without boxes on each other."""

import itertools

import pytest
from layout_charts import PRESETS, chart, sizes_of

from editor.layout.applying import apply_arrangement
from editor.layout.run import arrange
from editor.model.arrows import as_they_seem
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary


@pytest.mark.parametrize("preset", PRESETS)
def test_a_tree_is_laid_out_without_overlaps_and_as_one_step(preset: str) -> None:
    document = Document(
        [Node(f"n{i}") for i in range(12)], [Edge(f"e{i}", f"n{(i - 1) // 3}", f"n{i}") for i in range(1, 12)]
    )
    arrangement = arrange(document, Vocabulary(), {}, PRESETS[preset])
    assert arrangement == arrange(document, Vocabulary(), {}, PRESETS[preset])
    assert not any(a.overlaps(b) for a, b in itertools.combinations(arrangement.boxes.values(), 2))
    apply_arrangement(document, arrangement, preset, "Lay out")
    assert document.info.preset == preset
    document.undo()
    assert all(node.box is None for node in document.nodes.values())


def test_where_lines_point_to_the_parent_it_stands_above_all_the_same() -> None:
    pairs = [("a", "top"), ("b", "top"), ("a1", "a"), ("a2", "a"), ("b1", "b")]
    document = chart(pairs)
    with document.transaction("up") as step:
        step.put(as_they_seem(document.info, document.edges.values()))
    for preset, along, sign in (("down", 1, 1), ("up", 1, -1), ("right", 0, 1)):
        found = arrange(document, Vocabulary(), sizes_of(document), PRESETS[preset])
        for child, parent in pairs:
            assert sign * (found.boxes[child][along] - found.boxes[parent][along]) > 0
        assert set(found.bends) == set(document.edges)
