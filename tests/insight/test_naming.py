"""What somebody means: by name, in other forms and orders, inside compounds, by kind, in English, in quoted words."""

from pathlib import Path

import pytest

from editor.insight.naming import EXACT, PART, ROUNDABOUT, Namer
from editor.insight.wording import load_wording
from editor.model.document import Document
from editor.model.records import Facts, Info, Node, Source, Task, Tenure
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
WORDING = load_wording(ROOT / "resources" / "wording.toml")
QUOTED = Facts(sources=(Source("text", 1, "Den nya organisationen är klar", 0),))
CHART = Document(
    nodes=[
        Node("ks", "Kommunstyrelsen", "executive_board"),
        Node("kso", "Kommunstyrelsens ordförande", "elected_office", order=1, facts=Facts(tenures=(Tenure("Ada Ek"),))),
        Node("miljo", "Miljökontoret", "administration", order=2, facts=QUOTED),
        Node("skola", "Utbildningskontoret", "administration", order=3, facts=Facts(start="2009")),
        Node("skola-fore", "Utbildningskontoret", "administration", order=4, facts=Facts(end="2008")),
        Node("hr", "HR-chef", "post", order=5, facts=Facts(tasks=(Task("lön och pension"),))),
        Node("telge", "Bolagen i Telge", "counted_set", order=6),
        Node("service", "Medborgarservice", "department", order=7),
    ],
    info=Info(title="Storby kommun: en bild"),
)
NAMER = Namer(CHART, VOCABULARY, WORDING)


@pytest.mark.parametrize(
    ("words", "ids", "closeness"),
    [
        ("kommunstyrelse", ["ks"], EXACT),
        ("ordföranden i kommunstyrelsen", ["kso"], EXACT),
        ("the chair of the executive board", ["kso"], EXACT),
        ("KSO", ["kso"], EXACT),
        ("chef för HR", ["hr"], EXACT),
        ("the HR director", ["hr"], EXACT),
        ("kommunstyrelsen i Storby", ["ks"], EXACT),
        ("Telge", ["telge"], PART),
        ("avdelningen för medborgarservice", ["service"], PART),
        ("the environment office", ["miljo"], ROUNDABOUT),
        ("kontoren", ["miljo", "skola", "skola-fore"], ROUNDABOUT),
        ("Telgebolagen", ["telge"], ROUNDABOUT),
        ("förvaltningarna", ["miljo", "skola", "skola-fore"], ROUNDABOUT),
        ("det nya utbildningskontoret", ["skola"], EXACT),
        ("det gamla utbildningskontoret", ["skola-fore"], EXACT),
        ("socialnämnden", [], 0),
    ],
)
def test_elements(words: str, ids: list[str], closeness: int) -> None:
    assert [node.id for node in NAMER.elements(words)] == ids
    assert NAMER.closeness(words) == closeness


def test_persons_tasks_and_quoted_words() -> None:
    assert NAMER.persons("Ek") == ["Ada Ek"]
    assert [(node.id, task.text) for node, task in NAMER.tasks("pensionen")] == [("hr", "lön och pension")]
    assert [node.id for node in NAMER.quoted("den nya organisationen")] == ["miljo"]
    assert NAMER.quoted("organisationen") == []


@pytest.mark.parametrize(
    ("words", "ids"),
    [("kontor", ["miljo", "skola", "skola-fore"]), ("politiker", ["ks", "kso"]), ("officials", ["hr"])],
)
def test_sorts(words: str, ids: list[str]) -> None:
    fitting = [node.id for node in CHART.nodes.values() if NAMER.fits(node, words)]
    assert set(ids) <= set(fitting) and NAMER.closeness(words) >= 0
    assert "telge" not in fitting
