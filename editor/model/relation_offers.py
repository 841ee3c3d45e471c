"""In which order and under which words relations are offered: the likely ones first, the rest by what they mean."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.model.vocabulary import Relation, Texts, Vocabulary

FEW = 9
"""So many are offered as one list."""
MOST_LIKELY = 10
FEW_MORE = 6
"""So many beside the likely ones stand under one heading."""
MORE: Texts = {"sv": "Fler slag", "en": "More kinds"}
ANY = ("*",)


class Offer(NamedTuple):
    """Relations that are offered together; `label` is None for those that come first."""

    label: Texts | None
    relations: list[Relation]


def offers(vocabulary: Vocabulary, relations: Sequence[Relation]) -> list[Offer]:
    """Each of the relations once. Likely are those that are made for such ends, or the common ones where little is
    known of the ends."""
    if len(relations) <= FEW:
        return [Offer(None, list(relations))]
    likely = [each for each in relations if each.common or not _fits_anything(each)]
    if len(likely) > MOST_LIKELY:
        likely = [each for each in relations if each.common]
    rest = [each for each in relations if each not in likely]
    return [Offer(None, likely), *_grouped(vocabulary, rest)]


def _grouped(vocabulary: Vocabulary, rest: list[Relation]) -> list[Offer]:
    if len(rest) <= FEW_MORE:
        return [Offer(MORE, rest)] if rest else []
    known = vocabulary.meanings
    groups = [Offer(each.label, [one for one in rest if one.meaning == each.id]) for each in known.values()]
    others = [one for one in rest if one.meaning not in known]
    return [group for group in (*groups, Offer(MORE, others)) if group.relations]


def _fits_anything(relation: Relation) -> bool:
    return relation.sources == ANY and relation.targets == ANY
