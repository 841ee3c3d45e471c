"""The municipal preset: what is not political starts below the political bodies that hang under the same box."""

from layout_charts import PRESETS, overlapping, sizes_of
from municipalities import municipality

from editor.layout.levels import Levels
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()


def chart(*children: tuple[str, str, str]) -> Document:
    """Boxes by id, kind and the one they are part of, under a board."""
    nodes = [Node("board", "Kommunstyrelsen", "executive_board")]
    nodes += [Node(id, id, kind, order=1.0 + n) for n, (id, kind, _) in enumerate(children)]
    edges = [Edge(f"e-{id}", id, above, kind="part_of", order=float(n)) for n, (id, _, above) in enumerate(children)]
    return Document(nodes, edges)


def test_siblings_of_later_sectors_have_the_room_of_earlier_ones_above_them() -> None:
    levels = Levels({"a": 0, "b": 0, "below": 0, "c": 1, "d": 2})
    levels.learn("below", 30.0, (), 10.0)
    levels.learn("a", 50.0, ["below"], 10.0)
    for id in "bcd":
        levels.learn(id, 40.0, (), 10.0)
    assert levels.leads(["a", "b"], 10.0) == [0.0, 0.0]
    assert levels.leads(["a", "c", "b", "d"], 10.0) == [0.0, 100.0, 0.0, 100.0]
    assert levels.leads(["c", "d"], 10.0) == [0.0, 50.0]


def test_the_director_stands_level_with_the_administrations() -> None:
    document = chart(
        ("director", "post", "board"),
        ("school", "committee", "board"),
        ("office", "administration", "school"),
        ("staff", "department", "director"),
    )
    boxes = arrange(document, VOCABULARY, sizes_of(document), PRESETS["municipal"]).boxes
    assert boxes["director"].y >= boxes["school"].bottom
    assert boxes["director"].y == boxes["office"].y
    down = arrange(document, VOCABULARY, sizes_of(document), PRESETS["down"]).boxes
    assert down["director"].y == down["school"].y


def test_leaves_of_two_sectors_are_no_stack_in_which_they_mix() -> None:
    document = chart(("one", "committee", "board"), ("other", "committee", "board"), ("office", "department", "board"))
    boxes = arrange(document, VOCABULARY, sizes_of(document), PRESETS["municipal"]).boxes
    assert boxes["one"].y == boxes["other"].y and boxes["office"].y >= boxes["one"].bottom


def test_in_whole_municipalities_nothing_overlaps_and_levels_hold() -> None:
    for units in (20, 40, 74):
        document = municipality(units)
        boxes = arrange(document, VOCABULARY, sizes_of(document), PRESETS["municipal"]).boxes
        assert not overlapping(boxes, document)
        structure = Structure(document, VOCABULARY)
        board = next(id for id, node in document.nodes.items() if node.kind == "executive_board")
        first = min(boxes[id].bottom for id in structure.children[board] if document.nodes[id].kind == "committee")
        director = next(id for id, node in document.nodes.items() if node.name == "Kommundirektör")
        assert boxes[director].y >= first
