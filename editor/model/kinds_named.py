"""Which kind of element words name: "fritidsnämnden" is a committee, "ekonomikontor" an administration."""

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from editor.model.vocabulary import Vocabulary

ALSO: Mapping[str, tuple[str, ...]] = {
    "administration": ("kontor", "sektor", "office"),
    "department": ("division",),
    "section": ("enhet", "unit", "grupp"),
    "staff_unit": ("stab", "kansli", "staff"),
    "service_point": ("servicekontor", "reception", "växel", "turistbyrå"),
    "company": ("bolag", "company"),
    "party": ("parti",),
    "district": ("kommundel",),
    "council": ("fullmäktige",),
    "management_team": ("ledningsgrupp",),
    "post": (
        *("chef", "direktör", "vd", "jurist", "strateg", "samordnare", "ekonom", "sekreterare", "rektor", "controller"),
        *("director", "manager", "officer", "head"),
    ),
    "elected_office": ("ordförande", "kommunalråd", "ledamot", "borgmästare", "chair", "commissioner", "mayor"),
}
"""Other words for kinds, in their plain form."""
FORMS = r"(?:s|n|t|r|e|en|et|na|ar|er|or|es|arna|erna|orna|ns|ts|ens|ets|rs|rna|nas|arnas|ernas|ornas)?"
"""What may follow a word, or its stem: Swedish definite forms, plurals and genitives, the English plural."""


def kind_named(vocabulary: Vocabulary, words: str) -> str | None:
    """The id of the kind that the words name; None where they name none.

    The last part of a Swedish compound says what it is; a word in the genitive only says whose it is.
    """
    endings = _endings(tuple(vocabulary.kinds), tuple(_labels(vocabulary)))
    parts = [part.strip(".,;:!?()”“\"'").casefold() for part in unicodedata.normalize("NFC", words).split()]
    plain = [part for part in parts[:-1] if not part.endswith("s")] + parts[-1:]
    for part in (*plain, *parts):
        fitting = [(len(word), -number) for number, (word, _, form) in enumerate(endings) if form.fullmatch(part)]
        if fitting:
            return endings[-max(fitting)[1]][1]
    return None


def _labels(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Every single word that is a kind's label, with the kind."""
    labels = [(text, kind.id) for kind in vocabulary.kinds.values() for text in kind.label.values()]
    return [(text.casefold(), id) for text, id in labels if len(text.split()) == 1]


@functools.lru_cache(maxsize=8)
def _endings(kinds: tuple[str, ...], labels: tuple[tuple[str, str], ...]) -> Sequence[tuple[str, str, re.Pattern[str]]]:
    """Words with the kind they name and the forms they take; a kind's own label before what else it may be called."""
    others = [(word, id) for id, words in ALSO.items() if id in kinds for word in words]
    return [(word, id, _form(word)) for word, id in (*labels, *others)]


def _form(word: str) -> re.Pattern[str]:
    """The word in any form, as a word of its own or as the last part of a compound if it is long enough for that."""
    stem = word[:-1] if word[-1] in "ea" and len(word) > 3 else word
    before = r".*" if len(word) > 3 else ""
    return re.compile(f"{before}(?:{re.escape(word)}|{re.escape(stem)}){FORMS}")
