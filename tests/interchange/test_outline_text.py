"""Indented lines and rows of a spreadsheet become boxes, and boxes become indented lines."""

from collections.abc import Callable

import pytest

from editor.errors import UserError
from editor.geometry import Rect
from editor.interchange.outline_text import MOST_ROWS, read_outline, to_outline
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Kind, Vocabulary

VOCABULARY = Vocabulary(kinds={"board": Kind("board", {"sv": "Nämnd", "en": "Committee"})})


def tree(document: Document) -> dict[str, str | None]:
    """Name → the name above it."""
    parent = Structure(document, VOCABULARY).parent
    names = {id: node.name for id, node in document.nodes.items()}
    return {names[id]: names[above] if above is not None else None for id, above in parent.items()}


LISTS = (
    "Nämnd\n\tFörvaltning\n\t\tEnhet A\n\t\tEnhet B\n\tStab\nRevision\n",
    "Nämnd\r\n  Förvaltning\r\n    Enhet A\r\n    Enhet B\r\n  Stab\r\nRevision",
    "- Nämnd\n  - Förvaltning\n      * Enhet A\n      * Enhet B\n\n  - Stab\n- Revision",
    "•\tNämnd\n\t◦\tFörvaltning\n\t\t1.\tEnhet A\n\t\t2.\tEnhet B\n\t◦\tStab\n•\tRevision",
)


@pytest.mark.parametrize("text", LISTS)
def test_indented_lines_are_a_tree_however_they_are_indented(text: str) -> None:
    document = read_outline(text, VOCABULARY)
    expected = {"Nämnd": None, "Förvaltning": "Nämnd", "Enhet A": "Förvaltning"}
    assert tree(document) == {**expected, "Enhet B": "Förvaltning", "Stab": "Nämnd", "Revision": None}
    assert to_outline(document, VOCABULARY) == LISTS[0]


def test_no_two_boxes_lie_upon_each_other_and_no_line_runs_through_one() -> None:
    document = read_outline("".join("\t" * (n % 5) + f"Rad {n}\n" for n in range(60)), VOCABULARY)
    boxes = [node.box for node in document.nodes.values() if node.box is not None]
    assert len(boxes) == 60
    assert not any(a.overlaps(b) for a in boxes for b in boxes if a is not b)
    for edge in document.edges.values():
        upper, lower = document.nodes[edge.source].box, document.nodes[edge.target].box
        assert upper is not None and lower is not None
        (bend,) = edge.bends
        way = (Rect(bend.x, upper.bottom, 0, bend.y - upper.bottom), Rect(bend.x, bend.y, lower.x - bend.x, 0))
        assert not any(box.touches(part) for box in boxes if box not in (upper, lower) for part in way)


def test_rows_without_headings_have_a_name_and_a_note() -> None:
    document = read_outline('Nämnd\t11 ledamöter\tvald 2022\nStab\t\t\n"Två\nrader"\tx\n', VOCABULARY)
    said = [(node.name, node.facts.note) for node in document.nodes.values()]
    assert said == [("Nämnd", "11 ledamöter\nvald 2022"), ("Stab", None), ("Två\nrader", "x")]


def test_headings_say_where_the_cells_belong() -> None:
    text = (
        "Namn\tTyp\tÖverordnad\tChef\tAntal\tUppgifter\tOrt\nA\tnämnd\t\tBo Ek\t3\tplan; bygg\tLund\nB\t\tA\t\tca 4\n"
    )
    a, b = read_outline(text, VOCABULARY).nodes.values()
    assert (a.kind, a.facts.tenures[0].name, a.facts.count, a.attributes) == ("board", "Bo Ek", 3, {"Ort": "Lund"})
    assert [task.text for task in a.facts.tasks] == ["plan", "bygg"]
    assert (b.kind, b.facts.count, b.attributes) == (None, None, {"Antal": "ca 4"})
    assert tree(read_outline(text, VOCABULARY)) == {"A": None, "B": "A"}


def test_a_table_that_goes_in_circles_still_makes_a_tree() -> None:
    circle = tree(read_outline("Namn\tUnder\nA\tC\nB\tA\nC\tB\nD\tD\n", VOCABULARY))
    assert circle == {"A": "C", "B": "A", "C": None, "D": None}


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\x01\x02", "--- \n***\n", "\t\t\t\n"])
def test_nonsense_is_told(text: str) -> None:
    with pytest.raises(UserError) as told:
        read_outline(text, VOCABULARY)
    assert told.value.what.keys() == told.value.advice.keys() == {"sv", "en"}


def test_too_much_is_told_and_much_is_read_row_by_row(calls: Callable[..., int]) -> None:
    with pytest.raises(UserError):
        read_outline("Rad\n" * (MOST_ROWS + 1), VOCABULARY)
    few, many = ("".join("\t" * (n % 7) + f"Rad {n}\n" for n in range(count)) for count in (5_000, 10_000))
    assert len(read_outline(many, VOCABULARY).nodes) == 10_000
    assert calls(lambda: read_outline(many, VOCABULARY)) < 2.5 * calls(lambda: read_outline(few, VOCABULARY))
