"""Facts made from words of a text: each with its source, one step, supported rather than doubled."""

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.model import sourcing
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


def source(quote: str) -> Source:
    return Source("d", 3, quote, 7)


def chart() -> Document:
    return Document(
        nodes=[Node("chef", "Chef", "post"), Node("stab", "Staben", "staff_unit")],
        edges=[Edge("e", "chef", "stab", kind="leads")],
        info=Info(documents=(SourceDocument("d", "Nytt kontor"),)),
    )


def test_an_element_is_named_by_the_words_and_keeps_them() -> None:
    document = chart()
    with document.transaction("Ny") as step:
        id = sourcing.add_element(
            document, step, VOCABULARY, "department", source(" ”ekonomi-\nenheten”, "), "stated", "stab"
        )
    node = document.nodes[id]
    assert node.name == "Ekonomi- enheten" and node.kind == "department"
    assert node.facts == Facts(certainty="stated", sources=(source(" ”ekonomi-\nenheten”, "),))
    line = next(edge for edge in document.edges.values() if id in (edge.source, edge.target))
    assert line.facts == Facts(), "the words say nothing of where it hangs"
    assert len(document.history.done) == 1


def test_a_relation_that_is_there_is_supported() -> None:
    document = chart()
    with document.transaction("Relation") as step:
        same = sourcing.add_relation(document, step, "leads", ("chef", "stab"), source("leder"), "stated")
        new = sourcing.add_relation(document, step, "supports", ("stab", "chef"), source("stöder"), "interpreted")
    assert same == "e" and document.edges["e"].facts.sources == (source("leder"),)
    assert document.edges[new].facts == Facts(certainty="interpreted", sources=(source("stöder"),))


def test_a_holder_is_added_once_and_supported_after_that() -> None:
    document = chart()
    with document.transaction("Innehavare") as step:
        sourcing.add_holder(document, step, "chef", source("Ada Ek (s),"), "stated")
        sourcing.add_holder(document, step, "chef", source("ada ek"), "stated")
    assert document.nodes["chef"].facts.tenures == (
        Tenure("Ada Ek", party="s", certainty="stated", sources=(source("Ada Ek (s),"), source("ada ek"))),
    )


def test_a_task_keeps_the_words_as_they_stand() -> None:
    document = chart()
    with document.transaction("Uppgift") as step:
        sourcing.add_task(document, step, "stab", source("strategisk planering."), "interpreted")
        sourcing.add_task(document, step, "stab", source("Strategisk planering"), "stated")
    [task] = document.nodes["stab"].facts.tasks
    assert (task.text, task.certainty, len(task.sources)) == ("strategisk planering", "interpreted", 2)
    assert isinstance(task, Task)


def test_a_day_is_read_from_the_words() -> None:
    document = chart()
    with document.transaction("Datum") as step:
        assert sourcing.set_day(document, step, ["stab", "e"], "start", source("hösten 2007")) == "2007-23"
        sourcing.set_day(document, step, ["stab"], "end", source("den 3 april"))
    facts = document.nodes["stab"].facts
    assert (facts.start, facts.end, len(facts.sources)) == ("2007-23", "XXXX-04-03", 2)
    assert document.edges["e"].facts.start == "2007-23"


def test_words_that_are_no_day_change_nothing() -> None:
    document = chart()
    with pytest.raises(UserError) as told, document.transaction("Datum") as step:
        sourcing.set_day(document, step, ["stab"], "start", source("snart"))
    assert "snart" in told.value.what["sv"] and document.nodes["stab"].facts == Facts()


def test_support_is_said_once() -> None:
    document = chart()
    with document.transaction("Stöd") as step:
        sourcing.support(document, step, ["stab", "e", "stab"], source("staben"))
    assert document.nodes["stab"].facts.sources == document.edges["e"].facts.sources == (source("staben"),)


def test_a_document_is_on_the_graph_once() -> None:
    document = chart()
    with document.transaction("Dokument") as step:
        assert sourcing.add_document(document, step, SourceDocument("", "Nytt kontor")) == "d"
        first = sourcing.add_document(document, step, SourceDocument("", "Åre får en ny ledning, nu!"))
        other = sourcing.add_document(document, step, SourceDocument("", "Åre får en ny ledning nu"))
        bare = sourcing.add_document(document, step, SourceDocument("", "…"))
    assert (first, other, bare) == ("are-far-en-ny-ledning", "are-far-en-ny-ledning-2", "text")
