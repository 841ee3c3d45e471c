"""Words from a text name kinds, as compounds, in definite forms, and in English."""

from pathlib import Path

import pytest

from editor.model.kinds_named import kind_named
from editor.model.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("fritidsnämnden", "committee"),
        ("Kommunstyrelsen", "executive_board"),
        ("kommunfullmäktige", "council"),
        ("ekonomikontor", "administration"),
        ("ett nytt kommunledningskontor", "administration"),
        ("Servicekontor i Vittsjö", "service_point"),
        ("kommunledningsgruppen", "management_team"),
        ("biträdande kommunchef", "post"),
        ("Chefsjuristen", "post"),
        ("kommunstyrelsens ordförande", "elected_office"),
        ("sex avdelningar", "department"),
        ("chef för kansliet", "post"),
        ("Telge bolagen", "company"),
        ("the finance committee", "committee"),
    ],
)
def test_words_name_a_kind(words: str, kind: str) -> None:
    assert kind_named(VOCABULARY, words) == kind


@pytest.mark.parametrize("words", ["", "Bengt-Arne Persson", "hösten 2007", "…"])
def test_other_words_name_none(words: str) -> None:
    assert kind_named(VOCABULARY, words) is None
