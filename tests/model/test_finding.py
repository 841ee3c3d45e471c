"""Words are found and replaced wherever they are written, as one step."""

from collections.abc import Callable

import pytest

from editor.errors import UserError
from editor.model.document import Document
from editor.model.finding import Hit, Query, changed, find, replace_in, texts
from editor.model.records import Edge, Facts, Label, Node, Source, Task, Tenure


@pytest.fixture
def document() -> Document:
    facts = Facts(
        note="Se skolan",
        contact="skola@lund.se",
        link="https://skola.se",
        tasks=(Task("Driver skolor", sources=(Source("d", quote="skolor"),)),),
        tenures=(Tenure("Bo Skolman", party="Skolpartiet"),),
        sources=(Source("d", quote="En Skola"),),
    )
    nodes = [
        Node("b", "Skola", labels=(Label("skola"),), facts=facts, attributes={"ort": "skolan"}, order=2),
        Node("a", "Förskola och skola", order=1),
        Node("c", "Vård", order=0),
    ]
    return Document(nodes, [Edge("e", "a", "b", name="leder skolan")])


def test_every_text_is_searched_and_every_text_can_be_changed(document: Document) -> None:
    assert find(document, Query("skol")) == [Hit("a", 2), Hit("b", 11), Hit("e", 1)]
    records: list[Node | Edge] = [*document.nodes.values(), *document.edges.values()]
    for record in records:
        assert [*texts(changed(record, str.upper))] == [text.upper() for text in texts(record)]
        assert changed(record, lambda text: text) == record


def test_case_words_and_patterns(document: Document) -> None:
    def ids(**how: bool) -> list[str]:
        return [hit.id for hit in find(document, Query("skola", **how))]

    assert ids() == ["a", "b", "e"]
    assert ids(whole_word=True) == ["a", "b"]
    assert [hit.count for hit in find(document, Query("Skola", match_case=True))] == [2]
    assert [hit.id for hit in find(document, Query("^v.r", is_pattern=True))] == ["c"]
    assert find(document, Query(".")) == [Hit("b", 2)]
    assert find(document, Query("")) == find(document, Query("x*", is_pattern=True)) == []


@pytest.mark.parametrize("text", ["(", "[a", "*", "a{2,1}", "(?P<n>"])
def test_a_bad_expression_is_told_plainly(document: Document, text: str) -> None:
    with pytest.raises(UserError) as told:
        find(document, Query(text, is_pattern=True))
    assert told.value.what.keys() == {"sv", "en"}


def test_replacing_is_one_step_and_counts(document: Document) -> None:
    before = dict(document.nodes)
    query = Query("skola")
    with document.transaction("Ersätt") as step:
        assert replace_in(document, step, [hit.id for hit in find(document, query)], query, r"\1 (bas)") == 10
    assert document.nodes["a"].name == r"För\1 (bas) och \1 (bas)"
    document.undo()
    assert dict(document.nodes) == before


def test_groups_of_a_pattern_can_be_used_and_what_is_not_there_is_told(document: Document) -> None:
    query = Query(r"(\w+) och (\w+)", is_pattern=True)
    with document.transaction("Ersätt") as step:
        assert replace_in(document, step, ["a"], query, r"\2 + \1") == 1
    assert document.nodes["a"].name == "skola + Förskola"
    with pytest.raises(UserError), document.transaction("Ersätt") as step:
        replace_in(document, step, ["a"], Query("skola", is_pattern=True), r"\9")
    assert document.nodes["a"].name == "skola + Förskola"


def test_twice_as_many_boxes_are_searched_in_about_twice_as_many_calls(calls: Callable[..., int]) -> None:
    few, many = (Document([Node(f"n{n}", f"Enhet {n}", order=n) for n in range(count)]) for count in (2_500, 5_000))
    assert len(find(many, Query("9"))) == 1355
    assert calls(lambda: find(many, Query("9"))) < 2.5 * calls(lambda: find(few, Query("9")))
