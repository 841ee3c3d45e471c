"""What is said of a box beside its own facts: above, below, and the relations that join it to others."""

from editor.drawing.company import MOST_RELATIONS, Company
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Relation, Vocabulary

VOCABULARY = Vocabulary(
    relations={
        "leads": Relation(id="leads", label={"en": "leads", "sv": "leder"}, hangs="target"),
        "informs": Relation(id="informs", label={"en": "informs", "sv": "informerar"}),
    }
)


def test_parent_children_and_relations_are_said() -> None:
    nodes = [Node("a", "Board", order=0), Node("b", "Director", order=1), Node("c", "Office", order=2)]
    edges = [
        Edge("ab", "a", "b", order=3),
        Edge("bc", "b", "c", kind="leads", order=4),
        Edge("ca", "c", "a", kind="informs", order=5),
    ]
    company = Company(Document(nodes, edges), VOCABULARY)
    assert company.of("b", "en") == ["under Board", "1 directly below", "leads Office"]
    assert company.of("c", "sv") == ["under Director", "Director leder Office", "informerar Board"]
    assert company.of("a", "en") == ["1 directly below", "Office informs Board"]


def test_members_of_a_frame_are_in_it_and_a_change_is_followed() -> None:
    document = Document([Node("g", "Frame", is_group=True), Node("m", "Member", group="g")])
    company = Company(document, VOCABULARY)
    assert company.of("m", "en") == ["in Frame"]
    with document.transaction("out") as step:
        step.update("m", group=None)
    assert company.of("m", "en") == [] and company.below("g") == 0


def test_of_many_relations_only_their_number_is_said() -> None:
    others = [Node(f"o{number}", f"Other {number}") for number in range(MOST_RELATIONS + 3)]
    edges = [Edge(f"e{node.id}", "a", node.id, kind="informs") for node in others]
    said = Company(Document([Node("a", "A"), *others], edges), VOCABULARY).of("a", "en")
    assert len(said) == MOST_RELATIONS + 1 and said[-1] == "3 more relations"
