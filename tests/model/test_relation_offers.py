"""Relations on offer: each exactly once, whatever is known of the ends."""

import itertools

import msgspec
import pytest

from editor.model.relation_offers import FEW, offers
from editor.model.vocabulary import Relation
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()
KINDS = [None, *VOCABULARY.kinds]


@pytest.mark.parametrize(("source", "target"), list(itertools.product(KINDS[::3], KINDS)))
def test_each_relation_is_offered_once_and_the_likely_ones_are_few(source: str | None, target: str | None) -> None:
    fitting = VOCABULARY.relations_between(source, target)
    made = offers(VOCABULARY, fitting)
    assert sorted(each.id for offer in made for each in offer.relations) == sorted(each.id for each in fitting)
    assert made[0].label is None and 0 < len(made[0].relations) <= 10
    assert len(fitting) > FEW or len(made) == 1


def test_every_relation_that_ships_says_what_it_is_offered_under() -> None:
    assert {each.meaning for each in VOCABULARY.relations.values()} == set(VOCABULARY.meanings)


def test_a_relation_of_a_municipalitys_own_that_says_no_meaning_is_offered_too() -> None:
    own = Relation(id="own", label={"sv": "egen", "en": "own"})
    vocabulary = msgspec.structs.replace(VOCABULARY, relations={**VOCABULARY.relations, "own": own})
    made = offers(vocabulary, list(vocabulary.relations.values()))
    assert [own] in [offer.relations for offer in made]
