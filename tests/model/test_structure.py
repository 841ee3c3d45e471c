"""Whose child a node is in long chains and circles, and what asking costs."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary


def chain(length: int, *, closed: bool, backwards: bool) -> Document:
    order = -1.0 if backwards else 1.0
    nodes = [Node(f"n{i}", order=order * i) for i in range(length)]
    edges = [Edge(f"e{i}", f"n{i}", f"n{i + 1}") for i in range(length - 1)]
    if closed:
        edges.append(Edge("back", f"n{length - 1}", "n0"))
    return Document(nodes, edges)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_chain_is_built_without_walking_it_for_every_node(backwards: bool, calls: Callable[..., int]) -> None:
    half = chain(5_000, closed=False, backwards=backwards)
    document = chain(10_000, closed=False, backwards=backwards)
    assert calls(lambda: Structure(document, Vocabulary())) < 2.5 * calls(lambda: Structure(half, Vocabulary()))
    structure = Structure(document, Vocabulary())
    assert structure.roots == ["n0"]
    assert structure.parent["n9999"] == "n9998"


@pytest.mark.parametrize("backwards", [False, True])
def test_a_circle_is_opened_at_exactly_one_place(backwards: bool) -> None:
    structure = Structure(chain(5, closed=True, backwards=backwards), Vocabulary())
    assert len(structure.roots) == 1
    assert len(structure.branch(structure.roots[0])) == 5


def test_the_structure_is_built_anew_only_when_something_has_moved_in_it() -> None:
    document, vocabulary = chain(4, closed=False, backwards=False), Vocabulary()
    first = structure_of(document, vocabulary)
    with document.transaction("rename") as step:
        step.update("n2", name="Nytt namn")
    assert structure_of(document, vocabulary) is first
    assert structure_of(document, Vocabulary()) is not first
    with document.transaction("hang elsewhere") as step:
        step.update("e2", source="n0")
        assert structure_of(document, vocabulary).parent["n3"] == "n0"
    document.undo()
    assert structure_of(document, vocabulary).parent["n3"] == "n2"
    with document.transaction("delete") as step:
        step.remove("n3")
    assert "n3" not in structure_of(document, vocabulary).parent


IDS = st.integers(0, 9)
HANGINGS = st.lists(st.tuples(st.sampled_from(["attach", "add", "cut", "order", "group", "name", "undo"]), IDS, IDS))


@settings(max_examples=150, deadline=None)
@given(HANGINGS)
def test_after_any_change_it_is_as_if_built_anew(changes: list[tuple[str, int, int]]) -> None:
    groups = [Node("g", is_group=True, order=20.0), Node("h", is_group=True, group="g", order=21.0)]
    nodes = [Node(f"n{i}", order=float(9 - i), group="g" if i == 9 else None) for i in range(10)]
    edges = [Edge(f"e{i}", f"n{(i - 1) // 3}", f"n{i}", order=float(i)) for i in range(1, 9)]
    document, vocabulary = Document([*nodes, *groups], edges), Vocabulary()
    structure_of(document, vocabulary)
    for what, one, other in changes:
        with document.transaction(what) as step:
            line, node = f"e{one}", f"n{one}"
            if what == "attach" and line in document.edges:
                step.update(line, source=f"n{other}")
            elif what == "add":
                step.put(Edge(f"new{one}", f"n{other}", node, order=30.0 + one))
            elif what == "cut" and line in document.edges:
                step.remove(line)
            elif what == "order" and line in document.edges:
                step.update(line, order=float(other))
            elif what == "group":
                step.update(node, group=(None, "g", "h")[other % 3])
            elif what == "name":
                step.update(node, name=str(other))
        if what == "undo":
            document.undo()
        if one % 2:
            continue  # several changes may come before anybody asks
        kept, anew = structure_of(document, vocabulary), Structure(document, vocabulary)
        assert (kept.parent, kept.children) == (anew.parent, anew.children)
        assert {id: kept.tree_edge(id) for id in document.nodes} == {id: anew.tree_edge(id) for id in document.nodes}


def test_a_structure_that_somebody_holds_stays_as_it_was() -> None:
    document, vocabulary = chain(4, closed=False, backwards=False), Vocabulary()
    held = structure_of(document, vocabulary)
    with document.transaction("hang elsewhere") as step:
        step.update("e2", source="n0")
    assert structure_of(document, vocabulary).children["n0"] == ["n1", "n3"]
    assert held.children["n0"] == ["n1"] and held.parent["n3"] == "n2"
