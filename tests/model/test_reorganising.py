"""Changes of an organisation: dated, linked, one undo step, nothing overwritten."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import UserError
from editor.geometry import Rect
from editor.model import persons, reorganising
from editor.model.dates import eve
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.transaction import Transaction
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
DAY, EVE = "2009-01-01", "2008-12-31"


def chart() -> Document:
    """A director over two offices, the first with a section and a holder of its post."""
    tasks = (Task("vatten"), Task("avfall", end="2001"))
    held = (Tenure("Ada", person="ada"), Tenure("Cia", end="1999"))
    nodes = [
        Node("chef", "Chef", "post", order=1, box=Rect(0, 0, 160, 48), facts=Facts(tenures=held)),
        Node("ett", "Ettan", "administration", order=2, box=Rect(0, 100, 160, 48), facts=Facts(tasks=tasks)),
        Node("två", "Tvåan", "administration", order=3, box=Rect(200, 100, 160, 48)),
        Node("del", "Delen", "section", order=4, box=Rect(0, 200, 160, 48)),
        Node("nämnd", "Nämnden", "committee", order=5, box=Rect(400, 0, 160, 48)),
    ]
    edges = [
        Edge("a", "chef", "ett", kind="leads", order=1),
        Edge("b", "chef", "två", kind="leads", order=2),
        Edge("c", "del", "ett", kind="part_of", order=3),
        Edge("d", "ett", "nämnd", kind="prepares_for", order=4),
    ]
    return Document(nodes=nodes, edges=edges)


def there(document: Document, kind: str, source: str, target: str) -> list[Facts]:
    edges = document.edges.values()
    return [edge.facts for edge in edges if (edge.kind, edge.source, edge.target) == (kind, source, target)]


def test_a_merger_ends_the_old_and_links_them_to_the_new() -> None:
    document = chart()
    with document.transaction("Slå samman") as step:
        new = reorganising.merge(document, step, VOCABULARY, ["ett", "två"], "Kontoret", DAY)
    assert document.nodes[new].facts == Facts(start=DAY, tasks=(Task("vatten", start=DAY),))
    assert document.nodes[new].kind == "administration" and document.nodes[new].name == "Kontoret"
    for old in ("ett", "två"):
        assert document.nodes[old].facts.end == EVE
        assert there(document, "becomes", old, new) == [Facts(start=DAY)]
    assert there(document, "leads", "chef", new) == [Facts(start=DAY)]
    assert there(document, "leads", "chef", "ett") == [Facts(end=EVE, status="ended")]


def test_what_belonged_to_the_old_goes_on_with_the_new() -> None:
    document = chart()
    with document.transaction("Slå samman") as step:
        new = reorganising.merge(document, step, VOCABULARY, ["två", "ett"], "Kontoret", DAY)
    assert there(document, "part_of", "del", "ett") == [Facts(end=EVE, status="ended")]
    assert there(document, "part_of", "del", new) == [Facts(start=DAY)]
    assert there(document, "prepares_for", new, "nämnd") == [Facts(start=DAY)]


def test_a_split_has_several_heirs() -> None:
    document = chart()
    with document.transaction("Dela") as step:
        first, second = reorganising.split(document, step, VOCABULARY, "ett", ["Norr", "Söder"], DAY)
    assert there(document, "becomes", "ett", first) == there(document, "becomes", "ett", second) == [Facts(start=DAY)]
    assert there(document, "part_of", "del", first) and not there(document, "part_of", "del", second)
    assert Structure(document, VOCABULARY).parent[second] == "chef"
    boxes = [node.box for node in document.nodes.values() if node.box is not None]
    assert not any(one.touches(other) for one in boxes for other in boxes if one is not other)


def test_a_successor_keeps_holders_and_tasks_that_go_on() -> None:
    document = chart()
    with document.transaction("Byt namn") as step:
        new = reorganising.succeed(document, step, VOCABULARY, "chef", "Direktör", DAY)
        heir = reorganising.succeed(document, step, VOCABULARY, "ett", "Vattenkontoret", DAY)
    assert document.nodes[new].facts.tenures == (Tenure("Ada", person="ada", start=DAY),)
    assert [tenure.end for tenure in document.nodes["chef"].facts.tenures] == [EVE, "1999"]
    assert document.nodes[heir].facts.tasks == (Task("vatten", start=DAY),)


def test_dissolving_hangs_what_was_below_one_step_higher() -> None:
    document = chart()
    with document.transaction("Avveckla") as step:
        reorganising.dissolve(document, step, VOCABULARY, "ett", DAY)
    assert document.nodes["ett"].facts.end == EVE and document.nodes["ett"].facts.status == "ended"
    assert there(document, "part_of", "del", "chef") == [Facts(start=DAY)]


def test_a_task_moves_and_is_remembered_where_it_was() -> None:
    document = chart()
    with document.transaction("Flytta") as step:
        reorganising.move_task(document, step, "ett", 0, "två", DAY)
    assert document.nodes["ett"].facts.tasks[0] == Task("vatten", end=EVE)
    assert document.nodes["två"].facts.tasks == (Task("vatten", start=DAY),)


def test_who_is_appointed_follows_who_was_there() -> None:
    document = chart()
    with document.transaction("Utse") as step:
        reorganising.appoint(document, step, "chef", Tenure("Bo", start=DAY))
    assert document.nodes["chef"].facts.tenures == (
        Tenure("Ada", person="ada", end=EVE),
        Tenure("Cia", end="1999"),
        Tenure("Bo", start=DAY),
    )
    with document.transaction("Utse") as step:
        reorganising.appoint(document, step, "chef", Tenure("Di", start="2010"), replacing=False)
    assert [tenure.end for tenure in document.nodes["chef"].facts.tenures][2:] == [None, None]


def test_a_post_is_vacated() -> None:
    document = chart()
    with document.transaction("Lämna") as step:
        reorganising.vacate(document, step, "chef", DAY)
    *before, vacancy = document.nodes["chef"].facts.tenures
    assert [tenure.end for tenure in before] == [EVE, "1999"]
    assert vacancy == Tenure("", start=DAY, status="vacant")
    with document.transaction("Utse") as step:
        reorganising.appoint(document, step, "chef", Tenure("Bo", start="2009-03-01"))
    *_, vacancy, new = document.nodes["chef"].facts.tenures
    assert vacancy.end == "2009-02-28" and new == Tenure("Bo", start="2009-03-01")


def test_who_is_appointed_from_the_first_day_of_a_vacancy_leaves_none() -> None:
    document = chart()
    with document.transaction("Lämna och utse") as step:
        reorganising.vacate(document, step, "chef", DAY)
        reorganising.appoint(document, step, "chef", Tenure("Bo", start=DAY), Tenure("Di", start=DAY))
    assert [tenure.name for tenure in document.nodes["chef"].facts.tenures] == ["Ada", "Cia", "Bo", "Di"]


def test_a_post_may_be_replaced_without_its_holder() -> None:
    document = chart()
    with document.transaction("Ersätt") as step:
        new = reorganising.succeed(document, step, VOCABULARY, "chef", "Direktör", DAY, holders_stay=False)
    assert document.nodes[new].facts.tenures == ()
    assert document.nodes["chef"].facts.tenures[0].end == EVE


@pytest.mark.parametrize(("words", "number"), [("1", 0), ("vatten", 0), ("AVF", 1), ("2", 1)])
def test_a_task_is_meant_by_number_or_words(words: str, number: int) -> None:
    assert reorganising.task_meant(chart(), "ett", words) == number


@pytest.mark.parametrize("words", ["", "a", "3", "0", "skola"])
def test_a_task_that_is_not_clear_is_asked_for_again(words: str) -> None:
    with pytest.raises(UserError) as told:
        reorganising.task_meant(chart(), "ett", words)
    assert "vatten" in told.value.advice["sv"]


def test_what_ends_later_than_planned_ends_with_the_change() -> None:
    document = chart()
    with document.transaction("Sätt") as step:
        step.update("ett", facts=Facts(end="2010-06-30"))
    with document.transaction("Avveckla") as step:
        reorganising.dissolve(document, step, VOCABULARY, "ett", DAY)
    assert document.nodes["ett"].facts.end == EVE


def test_two_holders_are_said_to_be_one_person() -> None:
    document = chart()
    with document.transaction("En person") as step:
        reorganising.appoint(document, step, "ett", Tenure("Ada Ek"))
        person = persons.join_persons(document, step, [("ett", 0), ("chef", 0)])
    assert person == "ada"
    assert document.nodes["ett"].facts.tenures[0].person == "ada"


Deed = Callable[[Document, Transaction], object]
REFUSED: list[Deed] = [
    lambda document, step: reorganising.merge(document, step, VOCABULARY, ["ett", "ett"], "X", DAY),
    lambda document, step: reorganising.merge(document, step, VOCABULARY, ["ett", "borta"], "X", DAY),
    lambda document, step: reorganising.split(document, step, VOCABULARY, "ett", ["X"], DAY),
    lambda document, step: reorganising.move_task(document, step, "två", 0, "ett", DAY),
    lambda document, step: reorganising.vacate(document, step, "borta", DAY),
    lambda document, step: reorganising.vacate(document, step, "två", DAY),
    lambda document, step: reorganising.merge(document, step, VOCABULARY, ["ett", "två"], " ", DAY),
    lambda document, step: reorganising.move_task(document, step, "ett", 0, "ett", DAY),
    lambda document, step: reorganising.appoint(document, step, "chef", Tenure(" ", start=DAY)),
    lambda document, step: [reorganising.dissolve(document, step, VOCABULARY, "ett", day) for day in (DAY, DAY)],
    lambda document, step: [
        reorganising.dissolve(
            document, step, VOCABULARY, reorganising.succeed(document, step, VOCABULARY, "ett", "Ny", DAY), EVE
        )
    ],
]


@pytest.mark.parametrize("deed", REFUSED)
def test_what_can_not_be_done_changes_nothing(deed: Deed) -> None:
    document = chart()
    before = dict(document.nodes), dict(document.edges)
    with pytest.raises(UserError), document.transaction("Nej") as step:
        deed(document, step)
    assert (dict(document.nodes), dict(document.edges)) == before
    assert document.undo() is None


DEEDS: list[Deed] = [
    lambda document, step: reorganising.merge(document, step, VOCABULARY, ["ett", "två"], "X", DAY),
    lambda document, step: reorganising.split(document, step, VOCABULARY, "chef", ["X", "Y", "Z"], DAY),
    lambda document, step: reorganising.succeed(document, step, VOCABULARY, "nämnd", "X", DAY),
    lambda document, step: reorganising.dissolve(document, step, VOCABULARY, "ett", DAY),
    lambda document, step: reorganising.vacate(document, step, "chef", DAY),
]


@given(st.lists(st.sampled_from(range(len(DEEDS))), max_size=6))
def test_undoing_all_of_it_is_where_it_began(chosen: list[int]) -> None:
    document = chart()
    before = dict(document.nodes), dict(document.edges)
    for number in chosen:
        # What is over already can't end again.
        with contextlib.suppress(UserError), document.transaction("Ändra") as step:
            DEEDS[number](document, step)
    while document.undo() is not None:
        pass
    assert (dict(document.nodes), dict(document.edges)) == before


@pytest.mark.parametrize(
    ("day", "last"), [("2009-03-01", "2009-02-28"), ("2009-01", "2009-01"), ("2007-23", "2007-23")]
)
def test_the_last_day_before(day: str, last: str) -> None:
    assert eve(day) == last
