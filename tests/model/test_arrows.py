"""Lines that say nothing of what they are may point to the parent; then the tree is read the other way."""

import pytest

from editor.model import commands
from editor.model.arrows import ATTRIBUTE, as_opened, as_they_seem, chosen, point_up, seem_to_point_up, with_arrows
from editor.model.document import Document
from editor.model.records import Edge, Info, Node
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary

VOCABULARY = Vocabulary()
REPORTS = ("a>top", "b>top", "a1>a", "a2>a")


def chart(lines: tuple[str, ...], info: Info | None = None, kind: str | None = None) -> Document:
    pairs = [tuple(line.split(">")) for line in lines]
    ids = dict.fromkeys(id for pair in pairs for id in pair)
    nodes = [Node(id, id, order=float(place)) for place, id in enumerate(ids)]
    return Document(nodes, [Edge(line, *pair, kind=kind) for line, pair in zip(lines, pairs, strict=True)], info)


@pytest.mark.parametrize(
    ("lines", "up"),
    [
        (REPORTS, True),
        (("top>a", "top>b"), False),
        (("a>b", "b>c"), False),
        (("a>top", "b>top", "top>a"), False),
        (("a>top", "b>top", "a>c"), False),
        ((), False),
    ],
)
def test_whether_lines_seem_to_point_up(lines: tuple[str, ...], up: bool) -> None:
    assert seem_to_point_up(chart(lines).edges.values()) is up


def test_lines_that_say_what_they_are_tell_nothing() -> None:
    assert not seem_to_point_up(chart(REPORTS, kind="answers").edges.values())


def test_the_tree_is_read_the_other_way() -> None:
    document = chart(REPORTS)
    assert structure_of(document, VOCABULARY).parent["a"] != "top"
    with document.transaction("up") as step:
        step.put(with_arrows(document.info, "up"))
    structure = structure_of(document, VOCABULARY)
    assert structure.children["top"] == ["a", "b"] and structure.children["a"] == ["a1", "a2"]
    assert structure.tree_edge("a") == "a>top"
    document.undo()
    assert structure_of(document, VOCABULARY).parent["a"] != "top"


def test_a_new_box_is_hung_as_the_others_are() -> None:
    document = chart(REPORTS, with_arrows(Info(), "up"))
    new = commands.add(document, VOCABULARY, None, "New", "b", "add")
    (line,) = (document.edges[id] for id in document.indexes.edges_at(new))
    assert (line.source, line.target) == (new, "b")
    assert Structure(document, VOCABULARY).parent[new] == "b"
    commands.reparent(document, VOCABULARY, new, "a", "move")
    assert structure_of(document, VOCABULARY).parent == Structure(document, VOCABULARY).parent
    assert Structure(document, VOCABULARY).children["a"] == ["a1", "a2", new]


def test_what_is_said_is_kept_and_only_that() -> None:
    edges = chart(REPORTS).edges.values()
    assert point_up(as_they_seem(Info(), edges))
    assert not point_up(as_they_seem(with_arrows(Info(), "down"), edges))
    assert chosen(Info(), chart(("top>a", "top>b")).edges.values(), "down") == Info()
    assert chosen(Info(), edges, "down").attributes == {ATTRIBUTE: "down"}
    assert chosen(Info(), edges, None).attributes == {ATTRIBUTE: "up"}


def test_what_was_seen_at_opening_counts_until_something_is_said() -> None:
    document = chart(REPORTS)
    seen = as_opened(Info(), document.edges.values())
    assert point_up(seen) and ATTRIBUTE not in seen.attributes
    assert not point_up(with_arrows(seen, "down"))
    assert Structure(chart(REPORTS, seen), VOCABULARY).children["top"] == ["a", "b"]
    assert not as_opened(Info(), chart(("top>a", "top>b")).edges.values()).seems_up
