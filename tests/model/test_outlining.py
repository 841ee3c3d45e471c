"""Rows put elsewhere in the outline: never a circle, and undo takes all of it back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model import outlining
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

COUNT = 8
VOCABULARY = Vocabulary()
Moves = st.lists(st.tuples(st.sampled_from("du<"), st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)), max_size=12)


def document(parents: list[int]) -> Document:
    """Each node but the first hangs under an earlier one, or stands at the top."""
    nodes = [Node(f"n{number}", str(number), order=number) for number in range(COUNT)]
    lines = [
        Edge(f"e{child}", f"n{parent}", f"n{child}", order=child)
        for child, parent in enumerate(parents, 1)
        if parent < child
    ]
    return Document(nodes, lines)


def outline(document: Document) -> dict[str | None, list[str]]:
    return {parent: list(children) for parent, children in Structure(document, VOCABULARY).children.items()}


def carry_out(document: Document, move: tuple[str, int, int]) -> None:
    what, first, second = move
    id, target = f"n{first}", f"n{second}"
    with document.transaction("Move") as step:
        if what == "d":
            outlining.deeper(document, step, VOCABULARY, [id])
        elif what == "u":
            outlining.shallower(document, step, VOCABULARY, [id])
        elif outlining.can_stand_under(Structure(document, VOCABULARY), [id], target):
            outlining.put_under(document, step, VOCABULARY, [id], target)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, COUNT), min_size=COUNT - 1, max_size=COUNT - 1), Moves)
def test_any_moves_keep_every_row_once_and_undo_brings_all_back(
    parents: list[int], moves: list[tuple[str, int, int]]
) -> None:
    made = document(parents)
    before = outline(made)
    for move in moves:
        carry_out(made, move)
        structure = Structure(made, VOCABULARY)
        rows = [id for root in structure.roots for id in structure.branch(root)]
        assert sorted(rows) == sorted(made.nodes)
    while made.undo() is not None:
        pass
    assert outline(made) == before


def test_deeper_is_last_among_its_new_siblings_and_shallower_follows_its_parent() -> None:
    made = document([0, 0, 1, 0, COUNT, COUNT, COUNT])
    assert outline(made)["n0"] == ["n1", "n2", "n4"]
    carry_out(made, ("d", 2, 0))
    assert outline(made)["n1"] == ["n3", "n2"]
    carry_out(made, ("u", 3, 0))
    assert outline(made)["n0"] == ["n1", "n3", "n4"]


def test_tops_are_those_under_no_other() -> None:
    structure = Structure(document([0, 0, 1, 0, COUNT, COUNT, COUNT]), VOCABULARY)
    assert outlining.tops(structure, ["n3", "n1", "n4", "n7"]) == ["n1", "n4", "n7"]
