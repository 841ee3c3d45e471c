"""What the samples answer to the questions that a reader of the texts would ask, and where they are silent."""

from pathlib import Path

import pytest

from editor.cli.asking import as_json, understood
from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer, Reply
from editor.insight.questions import load_questions
from editor.insight.timing import span_of
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")
SILENT: list[str] = []

SODERTALJE = [
    ("Vem leder kommunen?", ["Ulla-Marie Hellenberg", "Kjell Hasslert"]),
    ("Vem är kommundirektör?", ["Ulla-Marie Hellenberg"]),
    ("Vem är koncerndirektör?", ["Kjell Hasslert"]),
    ("Vem delar kommundirektören uppdrag med?", ["Koncerndirektör"]),
    ("Vem ansvarar för Miljökontoret?", ["Koncerndirektör"]),
    ("Vem bereder ärenden till kommunstyrelsen?", ["Kommundirektör", "Koncerndirektör"]),
    ("Vem leder kommunala ledningsgruppen?", ["Kommundirektör", "Koncerndirektör"]),
    ("Vem är ordförande i kommunstyrelsen?", ["Anders Lago"]),
    ("Vilka uppdrag har Hellenberg?", ["Kommundirektör", "Chef för Utbildningskontoret"]),
    ("Vem beslutar om visioner och mål?", ["Kommunfullmäktige", "Kommunstyrelsen"]),
    ("Vad händer med stadsdirektören?", ["Kommundirektör", "Koncerndirektör"]),
    ("När tillträder koncerndirektören?", ["3 april"]),
    ("Vem är stadsdirektör?", SILENT),
    ("Hur många kommundelar finns det?", SILENT),
    ("Vem är chef för Miljökontoret?", SILENT),
]
HASSLEHOLM = [
    ("Vem leder staben?", ["Johan Eriksson"]),
    ("Vem samordnar avdelningarna?", ["Bengt-Arne Persson"]),
    ("Hur många avdelningar finns det?", ["6"]),
    ("Vad ingår i medborgarservice?", ["Växel", "Stadshusets reception", "Servicekontor i Vittsjö", "Turistbyrå"]),
    ("Vad blir ekonomikontoret?", ["Kommunledningskontoret"]),
    ("Vad bildades kommunledningskontoret av?", ["Ekonomikontoret", "Personalkontoret"]),
    ("När började kommunledningskontoret gälla?", ["1 januari 2009"]),
    ("Vem beslutade om kommunledningskontoret?", ["Kommunstyrelsen"]),
    ("Vem ansvarar för folkhälsofrågorna?", ["Fritidsnämnden", "Kommunledningskontoret"]),
    ("Vilka ingår i kommunchefens ledningsgrupp?", ["Informationschef", "Stabschefer"]),
    ("Vilka uppdrag har Bengt-Arne Persson?", ["Biträdande kommunchef", "Ekonomichef"]),
    ("Vem ansvarar för miljöstrategiskt arbete?", ["Kommunledningskontoret"]),
    ("Vem är chef för medborgarservice?", SILENT),
    ("Vem är personalchef?", SILENT),
]
NORRTALJE = [
    ("Vem är ställföreträdare för kommundirektören?", ["Christer Hjert"]),
    ("Vem leder när kommundirektören är borta?", ["Biträdande kommundirektör"]),
    ("Vem är kommundirektör?", ["Ulla-Marie Hellenberg"]),
    ("Vem blir biträdande kommundirektör?", ["Christer Hjert"]),
    ("Vem inrättade tjänsten biträdande kommundirektör?", ["Kommundirektör"]),
    ("När tillträder Christer Hjert?", ["1 februari"]),
    ("Vem samverkar biträdande kommundirektören med?", ["Kommunalförbundet", "Kanslichef"]),
    ("Vem ansvarar för ärendeprocessen?", ["Biträdande kommundirektör", "Kanslichef"]),
    ("Vem ansvarar för den juridiska kompetensen?", ["Biträdande kommundirektör"]),
    ("Vem biträder kommundirektören?", ["Christer Hjert"]),
    ("Vem är chefsjurist?", ["Christer Hjert"]),
    ("Vem är kanslichef?", SILENT),
    ("Vem leder kommunalförbundet?", SILENT),
]
UNNAMED = [
    ("Vem är HR-chef?", ["Marie Halldén"]),
    ("När börjar HR-chefen?", ["juni"]),
    ("Vem rapporterar samverkansgruppen för integration till?", ["Koncernledningsgruppen"]),
    ("Vem bereder ärenden till utvecklingsrådet?", ["Koncernledningsgruppen"]),
    ("Hur ofta hålls utvecklingsrådet?", ["4"]),
    ("Vilka deltar i utvecklingsrådet?", ["Politiska ledningen", "Tjänstemannaledningen"]),
    ("Vem fattar formella beslut?", ["Befintliga nämnder"]),
    ("Vad ersätter ledningsgruppen för invandrarfrågor?", ["Samverkansgrupp för integration"]),
    ("Vilken väg går ett ärende från samverkansgruppen för integration?", ["Koncernledningsgruppen", "Utvecklingsråd"]),
    ("Vilka är företrädda i samverkansgruppen för integration?", ["Berörda förvaltningar", "Berörda bolag"]),
    ("Vilka deltog i nätverksmötet?", ["Tomas Peterson"]),
    ("Vem leder koncernledningsgruppen?", SILENT),
    ("Hur många nämnder finns det?", SILENT),
]
HANINGE = [
    ("Hur ofta hålls chefsforum?", ["2"]),
    ("Vilka är inbjudna till chefsforum?", ["Politiska ledningen", "Kommunalråd", "Nämndordförande"]),
    ("Vem ledde grupparbetet?", ["Siw Lidestål", "Petri Salonen"]),
    ("Vem är chef för socialförvaltningen?", ["Siw Lidestål"]),
    ("Vem är ordförande i stadsbyggnadsnämnden?", ["Petri Salonen"]),
    ("Vilka partier står bakom plattformen?", ["S", "C", "L", "KD"]),
    ("Vem leder KDLG?", ["Kommundirektör"]),
    ("Vad deltar Magnus Gyllestad i?", ["Chefsforum"]),
    ("Vem ansvarar för gemensamma frågor?", ["Förvaltningarnas ledningsgrupper"]),
    ("Vem är kommundirektör?", SILENT),
    ("Vilken post har Magnus Gyllestad?", SILENT),
    ("Vilken post har Meeri Wasberg?", SILENT),
    ("Hur många kommunalråd finns det?", SILENT),
]
ASKED = [
    (sample, question, wanted)
    for sample, rows in (
        ("sodertalje", SODERTALJE),
        ("hassleholm", HASSLEHOLM),
        ("norrtalje", NORRTALJE),
        ("kommun-utan-namn", UNNAMED),
        ("haninge", HANINGE),
    )
    for question, wanted in rows
]


def reply(document: Document, sentence: str, lang: str = "sv", day: str | None = None) -> Reply:
    answerer = Answerer(document, VOCABULARY, lang, span_of(day) if day else None)
    return answerer.reply(*understood([sentence], QUESTIONS, answerer))


@pytest.mark.parametrize(("sample", "question", "wanted"), ASKED)
def test_what_a_reader_of_the_text_would_ask(sample: str, question: str, wanted: list[str]) -> None:
    found = reply(read_graphml((ROOT / "samples" / f"{sample}.graphml").read_bytes()).document, question)
    said = "\n".join(f"{answer.text} {answer.name} {answer.holders}" for answer in found.answers)
    assert [word for word in wanted if word not in said] == []
    assert found.is_stated == bool(wanted)
    assert all(answer.relation or answer.element for answer in found.answers)


OFFICES = Document(
    nodes=[
        Node("old", "Kontoret", "administration", facts=Facts(end="2008-12-31")),
        Node("new", "Kontoret", "administration", order=1, facts=Facts(start="2009-01-01")),
        Node(
            "chef",
            "Chef",
            "post",
            order=2,
            facts=Facts(tenures=(Tenure("Ada", end="2008"), Tenure("Bo", start="2009"))),
        ),
        Node("vice", "Vice chef", "post", order=3),
    ],
    edges=[
        Edge("leads-old", "chef", "old", kind="leads"),
        Edge("leads-new", "chef", "new", kind="leads", facts=Facts(certainty="interpreted")),
        Edge("maybe", "vice", "chef", kind="deputises_for", facts=Facts(status="planned")),
    ],
)


@pytest.mark.parametrize(
    ("day", "relation", "holder"), [("2008-06-01", "leads-old", "Ada"), ("2010-01-01", "leads-new", "Bo")]
)
def test_the_day_decides_which_of_two_with_the_same_name_is_meant(day: str, relation: str, holder: str) -> None:
    (answer,) = reply(OFFICES, "Who leads Kontoret?", "en", day).answers
    assert (answer.relation, answer.holders) == (relation, (holder,))


def test_an_answer_says_how_sure_it_is() -> None:
    answers = reply(OFFICES, "Who leads the kontor?", "en").answers
    assert [answer.basis for answer in answers] == ["stated", "interpreted"]
    (deputy,) = reply(OFFICES, "Who deputises for the chef?", "en", "2010-01-01").answers
    assert deputy.present == "possibly"


def test_silence_names_what_is_like_it() -> None:
    found = reply(OFFICES, "Vem leder kontorn?")
    assert found.is_stated
    found = reply(OFFICES, "Vem leder kantoret?")
    assert not found.is_stated and found.nearest == ("Kontoret",)
    assert as_json(found)["stated"] is False


@pytest.mark.parametrize("id", QUESTIONS.by_id)
def test_every_question_is_understood_as_itself_in_both_languages(id: str) -> None:
    for lang in ("sv", "en"):
        asked = QUESTIONS.by_id[id].ask[lang].format("Kontoret")
        assert (QUESTIONS.by_id[id], "Kontoret") in QUESTIONS.readings(asked)


def test_every_relation_that_a_question_names_is_in_the_vocabulary() -> None:
    named = {kind for question in QUESTIONS.by_id.values() for kind in (*question.into, *question.out)}
    assert named == set(VOCABULARY.relations)
