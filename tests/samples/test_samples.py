"""Each sample opens, is placed without overlaps, has a source for everything, and says what its text says."""

import re

import msgspec
import pytest
from sample_files import NUMBERS, SEEDS, VOCABULARY, every_sample, opened

from editor.insight.facts import Json, facts
from editor.model import persons
from editor.model.document import Document
from editor.model.records import Edge, Node, Task, Tenure
from editor.model.structure import Structure


def records(document: Document) -> list[Node | Edge]:
    return [*document.nodes.values(), *document.edges.values()]


def told(name: str) -> Json:
    document = opened(name)
    rows = facts(document, Structure(document, VOCABULARY), VOCABULARY)
    return {row["id"]: row for row in (*rows["elements"], *rows["relations"])}


def holders(row: Json) -> set[str]:
    return {tenure["name"] for tenure in row["tenures"] or ()}


@every_sample
def test_it_opens_with_title_language_and_source(name: str) -> None:
    info = opened(name).info
    assert info.title and info.subtitle and info.introduction and info.source_line
    assert info.lang == "sv" and len(info.documents) == 1


@every_sample
def test_everything_has_a_known_kind_a_paragraph_and_a_certainty(name: str) -> None:
    document = opened(name)
    known = {source.id for source in document.info.documents}
    for record in records(document):
        assert record.kind in VOCABULARY.kinds or record.kind in VOCABULARY.relations
        assert record.facts.certainty in ("stated", "interpreted")
        assert record.facts.sources
        stated: list[Tenure | Task] = [*record.facts.tenures, *record.facts.tasks]
        sources = [*record.facts.sources, *(source for part in stated for source in part.sources)]
        assert all(part.sources and part.certainty for part in stated)
        assert all(source.document in known and source.paragraph for source in sources)


@every_sample
def test_relations_make_sense_between_their_ends(name: str) -> None:
    document = opened(name)
    for edge in document.edges.values():
        ends = document.nodes[edge.source].kind, document.nodes[edge.target].kind
        assert VOCABULARY.relation(edge.kind or "").fits(*ends), edge.id


@every_sample
def test_every_box_is_placed_and_none_overlap(name: str) -> None:
    nodes = [node for node in opened(name).nodes.values() if not node.is_group]
    for at, node in enumerate(nodes):
        assert node.box is not None
        for other in nodes[at + 1 :]:
            assert other.box is not None and not node.box.overlaps(other.box), (node.id, other.id)


@every_sample
def test_no_telephone_numbers(name: str) -> None:
    document = opened(name)
    texts = " ".join(_texts(document))
    assert not re.search(r"\b0\d{2,3}[-\u2013 ]\d", texts)


@every_sample
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts that the samples rest on are not here")
def test_no_eight_words_in_a_row_are_copied(name: str) -> None:
    (seed,) = SEEDS.glob(f"{NUMBERS[name]}_*.txt")
    text = " ".join(_words(seed.read_text("utf-8")))
    for own in _texts(opened(name)):
        words = _words(own)
        for at in range(len(words) - 7):
            assert " ".join(words[at : at + 8]) not in text


def test_sodertalje_shares_its_leadership() -> None:
    rows = told("sodertalje")
    assert holders(rows["kommundirektor"]) == {"Ulla-Marie Hellenberg"}
    assert holders(rows["koncerndirektor"]) == {"Kjell Hasslert"}
    assert rows["kommundirektor"]["from"] == rows["koncerndirektor"]["from"] == "XXXX-04-03"
    assert rows["kommundirektor"]["group"] == rows["koncerndirektor"]["group"] == "delat-ledarskap"
    assert len(rows["delat-ledarskap"]["tasks"]) == 3
    answers = [row["source"] for row in rows.values() if row["kind"] == "responsible_for"]
    assert (answers.count("kommundirektor"), answers.count("koncerndirektor")) == (9, 5)
    assert rows["kommundelarna"]["count"] is None and rows["telge-bolagen"]["count"] is None
    assert rows["stadsdirektor"]["tenures"] is None and rows["stadsdirektor"]["to"] is None


def test_hassleholm_has_three_offices_one_day_and_one_the_next() -> None:
    offices = [row for row in told("hassleholm").values() if row["kind"] == "administration"]
    assert sorted(row["to"] or row["from"] for row in offices) == ["2008-12-31"] * 3 + ["2009-01-01"]
    rows = told("hassleholm")
    becomes = [row for row in rows.values() if row["kind"] == "becomes"]
    assert {(row["target"], row["from"]) for row in becomes} == {("kommunledningskontoret", "2009-01-01")}
    assert len(becomes) == 3 and rows["avdelningarna"]["count"] == 6
    assert not [row for row in rows.values() if row["kind"] == "leads" and row["target"] == "avdelningarna"]
    assert rows["bitradande-kommunchef-coordinates-avdelningarna"]["certainty"] == "stated"


def test_norrtalje_has_a_deputy_and_an_interpreted_director() -> None:
    rows = told("norrtalje")
    assert rows["bitradande-kommundirektor"]["from"] == "XXXX-02-01"
    (director,) = rows["kommundirektor"]["tenures"]
    assert director["certainty"] == "interpreted"
    (elsewhere,) = told("sodertalje")["kommundirektor"]["tenures"]
    assert director["name"] == elsewhere["name"] and director["person"] != elsewhere["person"]
    assert rows["kanslichef"]["tenures"] is None


def test_the_unnamed_municipality_prepares_reports_and_decides() -> None:
    rows = told("kommun-utan-namn")
    assert rows["utvecklingsrad"]["per_year"] == 4
    assert rows["samverkansgrupp-integration-inkludering"]["status"] == "planned"
    assert rows["ledningsgrupp-invandrarfragor"]["status"] == "unknown"
    assert rows["koncernledningsgruppen-prepares-for-utvecklingsrad"]["certainty"] == "stated"
    assert rows["hr-chef"]["tenures"][0]["from"] == "XXXX-06~"


def test_haninge_gives_nobody_a_post_that_is_not_stated() -> None:
    rows = told("haninge")
    assert rows["chefsforum"]["per_year"] == 2 and rows["kommunalrad"]["count"] is None
    held = {name for row in rows.values() if "tenures" in row for name in holders(row)}
    assert held == {"Siw Lidestål", "Petri Salonen"}
    for person in ("magnus-gyllestad", "meeri-wasberg"):
        ends = [rows[row["target"]]["kind"] for row in rows.values() if row.get("source") == person]
        assert ends == ["forum"]
    assert len([row for row in rows.values() if row["kind"] == "party"]) == 4


def _texts(document: Document) -> list[str]:
    info = document.info
    texts = [info.title, info.subtitle, info.introduction, info.source_line]
    for record in records(document):
        texts += [record.name, record.facts.note or "", record.facts.contact or ""]
        texts += [task.text for task in record.facts.tasks]
    return texts


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_the_hellenbergs_of_two_texts_are_two_persons_until_somebody_joins_them() -> None:
    first, second = opened("sodertalje"), opened("norrtalje")
    nodes = [*first.nodes.values(), *(msgspec.structs.replace(node, id=f"n-{id}") for id, node in second.nodes.items())]
    both = Document(nodes=[msgspec.structs.replace(node, group=None) for node in nodes])
    found = [holder for holder in persons.holders(both) if holder.tenure.name == "Ulla-Marie Hellenberg"]
    here, there = (next(one for one in found if one.post == id) for id in ("kommundirektor", "n-kommundirektor"))
    assert not persons.is_same(here.tenure, there.tenure) and not persons.is_alike(here.tenure, there.tenure)
    assert len(persons.posts_of(both, here.tenure)) == 2 and persons.posts_of(both, there.tenure) == [there.post]
    with both.transaction("join") as step:
        persons.join_persons(both, step, [(here.post, here.place), (there.post, there.place)])
    assert {here.post, there.post} <= set(persons.posts_of(both, both.nodes[there.post].facts.tenures[0]))
