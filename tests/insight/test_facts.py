"""The facts of a document as JSON: as the schema says, null where nothing is stated."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]

from editor.geometry import Rect
from editor.insight.facts import Json, facts
from editor.insight.timing import span_of
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import load_vocabulary

RESOURCES = Path(__file__).parents[2] / "resources"
VOCABULARY = load_vocabulary(RESOURCES / "vocabulary.toml")
SCHEMA = json.loads((RESOURCES / "facts.schema.json").read_text("utf-8"))


def chart() -> Document:
    said = (Source("d", 2),)
    return Document(
        nodes=[
            Node(
                "kd",
                "Kommundirektör",
                "post",
                box=Rect(0, 0, 200, 60),
                order=1,
                facts=Facts(
                    start="XXXX-04-03",
                    certainty="stated",
                    sources=said,
                    tenures=(Tenure("Ada", person="ada", party="x", start="2009", sources=said),),
                    tasks=(Task("leda", certainty="stated"),),
                ),
            ),
            Node("kontor", "Kontoret", "administration", box=Rect(0, 100, 200, 60), order=2, placed=False),
            Node("sex", "Avdelningar", "counted_set", order=3, facts=Facts(sector="company", count=6, per_year=2)),
            Node("fri", order=4),
        ],
        edges=[
            Edge("leder", "kd", "kontor", kind="leads", order=1, facts=Facts(end="2010", sources=said)),
            Edge("fri2", "kontor", "fri", order=2),
        ],
        info=Info(title="T", lang="sv", documents=(SourceDocument("d", "Text", date="2009"),)),
    )


def told(document: Document) -> Json:
    return facts(document, Structure(document, VOCABULARY), VOCABULARY)


def by_id(rows: list[Json]) -> dict[str, Json]:
    return {row["id"]: row for row in rows}


def test_the_schema_is_one_and_holds_for_a_chart_and_for_nothing() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for document in (chart(), Document()):
        jsonschema.validate(json.loads(json.dumps(told(document))), SCHEMA)


def test_an_element_tells_everything_it_has() -> None:
    element = by_id(told(chart())["elements"])["kd"]
    assert element["kind"] == "post" and element["sector"] == "administration"
    assert element["from"] == "XXXX-04-03" and element["to"] is None
    assert element["box"] == [0, 0, 200, 60]
    assert element["tenures"][0]["party"] == "x" and element["tenures"][0]["from"] == "2009"
    assert element["tasks"][0]["text"] == "leda" and element["tasks"][0]["sources"] is None
    assert element["sources"] == [{"document": "d", "paragraph": 2, "quote": None, "offset": None}]


def test_what_is_absent_is_null_lists_too() -> None:
    element = by_id(told(chart())["elements"])["fri"]
    assert {key for key, value in element.items() if value is not None} == {"id", "parent"}
    assert told(Document())["info"]["documents"] is None


def test_a_suggested_place_is_no_fact() -> None:
    assert by_id(told(chart())["elements"])["kontor"]["box"] is None


def test_the_parent_is_the_one_that_the_structure_sees_and_a_stated_sector_wins() -> None:
    elements = by_id(told(chart())["elements"])
    assert elements["kontor"]["parent"] == "kd" and elements["fri"]["parent"] == "kontor"
    assert elements["sex"]["sector"] == "company" and elements["sex"]["count"] == 6


def test_relations_carry_the_same_facts() -> None:
    relation = by_id(told(chart())["relations"])["leder"]
    assert (relation["source"], relation["target"], relation["kind"]) == ("kd", "kontor", "leads")
    assert relation["to"] == "2010" and relation["name"] is None


def test_the_day_asked_for_says_who_is_there() -> None:
    day = span_of("2011-01-01")
    document = chart()
    found = facts(document, Structure(document, VOCABULARY), VOCABULARY, day)
    jsonschema.validate(json.loads(json.dumps(found)), SCHEMA)
    assert by_id(found["relations"])["leder"]["present"] == "no"
    assert by_id(found["elements"])["kd"]["present"] == "possibly"
    assert by_id(found["elements"])["kd"]["tenures"][0]["present"] == "yes"
