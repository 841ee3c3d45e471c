"""Which boxes stand for some of those that a set counts."""

from editor.model.counting import named_parts
from editor.model.document import Document
from editor.model.records import Edge, Node


def test_parts_members_and_plain_lines_below_count_and_nothing_else() -> None:
    document = Document(
        nodes=[
            Node("set", "Sex avdelningar", "counted_set", is_group=True, order=0),
            Node("c", "Del", "department", order=3),
            Node("a", "Inuti", "department", group="set", order=1),
            Node("b", "Under", order=2),
            Node("chef", "Chef", "post", order=4),
        ],
        edges=[
            Edge("1", "c", "set", kind="part_of"),
            Edge("2", "set", "b"),
            Edge("3", "chef", "set", kind="coordinates"),
            Edge("4", "a", "set", kind="part_of"),
            Edge("5", "set", "set", kind="part_of"),
        ],
    )
    assert named_parts(document, "set") == ["a", "b", "c"]


def test_another_set_names_nobody() -> None:
    document = Document(
        [Node("set", "Förvaltningarna", "counted_set"), Node("groups", "Ledningsgrupperna", "counted_set")],
        [Edge("1", "groups", "set", kind="part_of")],
    )
    assert named_parts(document, "set") == []
