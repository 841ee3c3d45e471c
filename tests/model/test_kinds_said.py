"""New boxes are what their names say; a line that says nothing is told by what its ends are."""

import pytest

from editor.model import edits
from editor.model.document import Document
from editor.model.kinds_said import name_new, say_kind
from editor.model.outlining import add_after, add_under
from editor.model.records import Look
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()


def named(document: Document, text: str, under: str | None = None, after: str | None = None) -> str:
    with document.transaction("add") as step:
        if after is not None:
            id = add_after(document, step, VOCABULARY, after, "Ny ruta")
        elif under is not None:
            id = add_under(document, step, VOCABULARY, under, None, "Ny ruta")
        else:
            id = edits.add(document, step, VOCABULARY, None, "Ny ruta")
    with document.transaction("name") as step:
        name_new(document, step, VOCABULARY, id, text)
    return id


def line_at(document: Document, child: str) -> tuple[str, str, str | None]:
    line = edits.tree_line(document, VOCABULARY, child)
    assert line is not None
    return line.source, line.target, line.kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Kommunstyrelsen", "executive_board"), ("Kommundirektör", "post"), ("Kajsa", None)],
)
def test_a_new_box_is_what_its_name_says(text: str, kind: str | None) -> None:
    document = Document()
    assert document.nodes[named(document, text)].kind == kind
    document.undo()
    assert [node.name for node in document.nodes.values()] == ["Ny ruta"]


def test_the_line_it_hangs_by_says_what_both_ends_make_of_it() -> None:
    document = Document()
    top = named(document, "Socialnämnden")
    below = named(document, "Socialförvaltningen", under=top)
    assert line_at(document, below)[2] == "responsible_for"
    inner = named(document, "Ekonomiavdelningen", under=below)
    assert document.nodes[inner].kind == "department" and line_at(document, inner)[2] is not None


def test_a_sibling_of_the_same_kind_hangs_by_the_same_kind_of_line() -> None:
    document = Document()
    post = named(document, "Kommundirektör")
    first = named(document, "Utbildningskontoret", under=post)
    line = edits.tree_line(document, VOCABULARY, first)
    assert line is not None
    with document.transaction("kind") as step:
        edits.set_kind(document, step, [line.id], "responsible_for")
    second = named(document, "Personal & ledare", after=first)
    third = named(document, "Kultur- och fritidskontoret", after=second)
    assert document.nodes[second].kind == document.nodes[third].kind == "administration"
    assert {line_at(document, id)[2] for id in (first, second, third)} == {"responsible_for"}


def test_where_siblings_were_made_something_else_than_their_names_say_a_new_one_is_that_too() -> None:
    document = Document()
    top = named(document, "Kommunledningsförvaltningen")
    first = named(document, "Ekonomikontoret", under=top)
    with document.transaction("kind") as step:
        say_kind(document, step, VOCABULARY, [first], "department")
    second = named(document, "Personalkontoret", after=first)
    assert document.nodes[second].kind == "department"


def test_giving_both_ends_a_kind_tells_the_line_between_them() -> None:
    document = Document()
    top = named(document, "Alfa")
    below = named(document, "Beta", under=top)
    assert line_at(document, below) == (top, below, None)
    with document.transaction("kind") as step:
        say_kind(document, step, VOCABULARY, [below], "department")
    assert line_at(document, below) == (top, below, None)
    with document.transaction("kind") as step:
        say_kind(document, step, VOCABULARY, [top], "administration")
    assert line_at(document, below)[2] is not None
    document.undo()
    assert line_at(document, below) == (top, below, None)


def test_a_line_that_its_author_has_drawn_or_named_stays_as_it_is() -> None:
    document = Document()
    top = named(document, "Alfa")
    below = named(document, "Beta", under=top)
    line = edits.tree_line(document, VOCABULARY, below)
    assert line is not None
    with document.transaction("look") as step:
        step.update(line.id, look=Look(border="#ff0000"))
    with document.transaction("kind") as step:
        say_kind(document, step, VOCABULARY, [top, below], "department")
    assert line_at(document, below) == (top, below, None)


@pytest.mark.parametrize(
    ("upper", "lower", "kind"),
    [
        ("administration", "department", "part_of"),
        ("department", "section", "part_of"),
        ("counted_set", "department", "part_of"),
        ("post", "department", "leads"),
        ("executive_board", "staff_unit", "responsible_for"),
        ("executive_board", "subcommittee", "part_of"),
        ("committee", "administration", "responsible_for"),
    ],
)
def test_a_part_is_part_of_the_unit_it_hangs_under_but_led_by_a_post(upper: str, lower: str, kind: str) -> None:
    document = Document()
    with document.transaction("add") as step:
        top = edits.add(document, step, VOCABULARY, upper, "Över")
        below = edits.add(document, step, VOCABULARY, lower, "Under", top)
    assert line_at(document, below)[2] == kind
