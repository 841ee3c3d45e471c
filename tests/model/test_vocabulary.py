"""The vocabulary that ships is complete: both languages, known sectors and ends, colours that can be told apart."""

import re
from itertools import chain
from pathlib import Path

import pytest

from editor.model.vocabulary import Kind, Relation, Sector, Vocabulary, load_vocabulary, text_in

PATH = Path(__file__).parents[2] / "resources" / "vocabulary.toml"
VOCABULARY = load_vocabulary(PATH)
KINDS = """municipality municipal_group council executive_board committee subcommittee drafting_body audit
advisory_council
party platform administration department section staff_unit district service_point management_team coordination_group
forum company federation external_body post elected_office person shared_leadership responsibility counted_set note"""
RELATIONS = """leads chairs part_of reports_to responsible_for coordinates shares_leadership deputises_for assists
prepares_for decides_on appoints establishes supervises audits owns holds member_of takes_part_in invited_to represents
cooperates_with supports informs becomes"""
ENTRIES: list[Kind | Relation | Sector] = [
    *VOCABULARY.kinds.values(),
    *VOCABULARY.relations.values(),
    *VOCABULARY.sectors.values(),
]


def test_every_kind_and_relation_of_the_design_is_there() -> None:
    assert list(VOCABULARY.kinds) == KINDS.split()
    assert list(VOCABULARY.relations) == RELATIONS.split()
    assert list(VOCABULARY.sectors) == ["political", "administration", "company", "external"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_both_languages_are_complete(entry: Kind | Relation | Sector) -> None:
    fields = ["label"] if isinstance(entry, Sector) else ["label", "definition"]
    if isinstance(entry, Kind) or getattr(entry, "caption", None):
        fields.append("caption")
    for field in fields:
        texts = getattr(entry, field)
        assert set(texts) == {"sv", "en"}
        assert all(text.strip() == text and text for text in texts.values())


@pytest.mark.parametrize("entry", [*VOCABULARY.kinds.values(), *VOCABULARY.relations.values()], ids=lambda e: e.id)
def test_every_entry_says_which_term_it_stands_for(entry: Kind | Relation) -> None:
    assert re.fullmatch(r"(org|lg|foaf):[A-Za-z]+", entry.mapping)


def test_every_kind_and_sector_referred_to_exists() -> None:
    ends = chain.from_iterable((*relation.sources, *relation.targets) for relation in VOCABULARY.relations.values())
    assert set(ends) <= {*VOCABULARY.kinds, "*"}
    assert {kind.sector for kind in VOCABULARY.kinds.values()} <= {*VOCABULARY.sectors, None}


@pytest.mark.parametrize("sector", VOCABULARY.sectors.values(), ids=lambda sector: sector.id)
def test_a_sectors_colour_is_legible_on_its_tint(sector: Sector) -> None:
    assert _contrast(sector.color, sector.tint) >= 4.5
    assert _contrast(sector.dark_color, sector.dark_tint) >= 4.5


@pytest.mark.parametrize(("text", "ground"), [("#1B2430", "tint"), ("#FFFFFF", "dark_tint")])
def test_text_is_legible_on_every_tint(text: str, ground: str) -> None:
    assert all(_contrast(text, getattr(sector, ground)) >= 7 for sector in VOCABULARY.sectors.values())


def test_what_hangs_on_what() -> None:
    hangs = {id: relation.hangs for id, relation in VOCABULARY.relations.items()}
    assert {id for id, end in hangs.items() if end == "target"} == {
        "leads",
        "chairs",
        "responsible_for",
        "appoints",
        "owns",
    }
    assert {id for id, end in hangs.items() if end == "source"} == {"part_of", "reports_to", "assists"}


def test_relations_offered_between_two_kinds_make_sense() -> None:
    offered = [relation.id for relation in VOCABULARY.relations_between("post", "administration")]
    assert "leads" in offered and "responsible_for" in offered
    assert "chairs" not in offered and "owns" not in offered


def test_unknown_kinds_are_made_up_and_fall_back_on_any_language() -> None:
    kind = Vocabulary().kind("annat")
    assert kind is not None and text_in(kind.label, "sv") == "annat"
    assert text_in({"en": "Board"}, "sv") == "Board"


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
