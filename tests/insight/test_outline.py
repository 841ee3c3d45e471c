"""The structure in words, in both languages."""

from pathlib import Path

from editor.insight.outline import outline, sentence
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
DOCUMENT = Document(
    nodes=[
        Node(
            "kd",
            "Kommun-\ndirektör",
            "post",
            order=1,
            facts=Facts(
                tenures=(Tenure("Ada", party="x", start="XXXX-04-03"),), tasks=(Task("leda", status="planned"),)
            ),
        ),
        Node("kontor", "Kontoret", "administration", order=2, facts=Facts(end="2008-12-31")),
        Node("bolag", "Bolagen", "counted_set", order=3),
        Node("fri", order=4),
    ],
    edges=[
        Edge("a", "kd", "kontor", kind="leads", order=1, facts=Facts(certainty="interpreted")),
        Edge("b", "kontor", "bolag", kind="supports", order=2),
        Edge("c", "kontor", "bolag", kind="responsible_for", order=3),
    ],
)


def test_the_outline_goes_down_the_tree_with_tasks_and_holders() -> None:
    lines = outline(DOCUMENT, Structure(DOCUMENT, VOCABULARY), VOCABULARY, "sv")
    assert lines == [
        (0, "Befattning: Kommun- direktör – Ada (x) (från 3 april)"),
        (1, "leda (planerat)"),
        (1, "Förvaltning: Kontoret (till 31 december 2008)"),
        (2, "Flera likadana: Bolagen (antalet framgår inte)"),
        (0, "utan namn"),
    ]


def test_sentences_in_both_languages() -> None:
    edge = DOCUMENT.edges["a"]
    assert sentence(edge, DOCUMENT, VOCABULARY, "sv") == "Kommun- direktör leder Kontoret (tolkning)."
    assert sentence(edge, DOCUMENT, VOCABULARY, "en") == "Kommun- direktör leads Kontoret (interpreted)."


def test_every_element_is_in_the_outline_once() -> None:
    lines = outline(DOCUMENT, Structure(DOCUMENT, VOCABULARY), VOCABULARY, "en")
    assert len(lines) == len(DOCUMENT.nodes) + 1
