"""The words of names: without endings, inside compounds, and which elements have them."""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from editor.model.records import Node

ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "en", "et", "ar", "er", "or", "na", "ns"),
    *("n", "t", "s", "a", "e"),
)
"""Swedish endings of definite forms, plurals and genitives, the longest first; English words only lose their s."""
SHORTEST_STEM, SHORTEST_FORM = 4, 3
SMALL_WORDS = {
    *("den", "det", "de", "en", "ett", "the", "a", "an"),
    *("i", "på", "för", "av", "vid", "till", "hos", "inom", "med", "och", "att"),
    *("of", "for", "in", "at", "on", "to", "and", "with"),
}
"""Articles and what joins words: "ordförande i kommunstyrelsen" is "kommunstyrelsens ordförande"."""


WORD = re.compile(r"[\w&]+")


class Way(NamedTuple):
    """One way to take the words of a question: their stems, and their bare forms for a look into compounds."""

    stems: frozenset[str]
    forms: tuple[frozenset[str], ...]


class NameIndex:
    """Which elements have which words in their names, and which are of which kind; each question is answered once."""

    def __init__(self, nodes: Iterable[Node], kinds: Mapping[str, list[frozenset[str]]]) -> None:
        self._kinds = kinds
        self._names: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
        self._called: dict[str, str] = {}
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._by_kind: dict[str, set[str]] = defaultdict(set)
        self._around_once: dict[frozenset[str], set[str]] = {}
        self._known: dict[tuple[Callable[[Way], set[str]], Way], set[str]] = {}
        for node in nodes:
            words = tuple(words_of(node.name))
            self._names[node.id] = frozenset(stems_of(words)), words
            self._called[node.id] = node.name
            self._by_kind[node.kind or ""].add(node.id)
            for word in words:
                self._by_word[word].add(node.id)
            for stem in self._names[node.id][0]:
                self._by_stem[stem].add(node.id)

    def ask(self, how: Callable[[Way], set[str]], way: Way) -> set[str]:
        """The ids that one of the ways below finds."""
        found = self._known.get((how, way))
        if found is None:
            found = self._known[how, way] = how(way)
        return found

    def with_name(self, way: Way) -> set[str]:
        """Named just so."""
        return {id for id in self.with_words(way) if self._names[id][0] == way.stems}

    def with_words(self, way: Way) -> set[str]:
        """With all the words in the name."""
        return set.intersection(*(self._by_stem.get(stem, set()) for stem in way.stems))

    def with_words_and_kind(self, way: Way) -> set[str]:
        """With all the words in the name or the kind, and one of them in the name."""
        found = set[str]()
        for kind, labels in self._kinds.items():
            said = {stem for label in labels for stem in label}
            left = way.stems - said
            if left != way.stems and left:
                found |= set.intersection(self._by_kind[kind], *(self._by_stem.get(stem, set()) for stem in left))
        return found

    def with_compounds(self, way: Way) -> set[str]:
        """Every word begins or ends a word of the name: "kontor" in Miljökontoret; or is made of two of its words."""
        found: set[str] | None = None
        for forms in way.forms:
            if max(map(len, forms)) < SHORTEST_FORM and not forms & self._by_word.keys():
                return set()  # "M" is no part of "Magnus".
            around = self._around_once.get(forms)
            if around is None:
                around = self._around_once[forms] = self._around(forms)
            found = around if found is None else found & around
            if not found:
                return set()
        return found or set()

    def with_head(self, way: Way) -> set[str]:
        """Like `with_compounds`, and the last word is what the name says it is: "kontor" in Miljökontoret.

        "Nämndordförande" is no "nämnd", nor is "Chef för Miljökontoret" a "kontor".
        """
        asked = way.forms[-1]
        near = self.with_compounds(way)
        return {id for id in near if any(_ends_so(head, asked) for head in heads_of(self._called[id]))}

    def of_kind(self, way: Way) -> set[str]:
        """Of the kind that is called so."""
        return {id for kind, labels in self._kinds.items() if way.stems in labels for id in self._by_kind[kind]}

    def _around(self, asked: frozenset[str]) -> set[str]:
        """The elements with a word that begins or ends with one of the forms, or with two words that make it."""
        parts = tuple(asked)
        found, first, last = set[str](), set[str](), set[str]()
        beginnings = {form[:length] for form in asked for length in range(1, len(form) + 1)}
        endings = {form[-length:] for form in asked for length in range(1, len(form) + 1)}
        for word, ids in self._by_word.items():
            if word.isdecimal():
                continue  # No compound is made of a number, and a large chart may have thousands of them.
            own = forms_of(word)
            if any(other.startswith(parts) or other.endswith(parts) for other in own):
                found |= ids
            unit = UNIT.match(word)
            if not own.isdisjoint(beginnings) or (unit and unit[1] in beginnings):
                first |= ids
            if not own.isdisjoint(endings):
                last |= ids
        maybe = (first & last) - found
        return found | {id for id in maybe if _is_made_of(asked, self._forms(id))}

    def _forms(self, id: str) -> list[str]:
        return [form for word in self._names[id][1] for form in forms_of(word)]


def _is_made_of(compound: frozenset[str], words: Sequence[str]) -> bool:
    """ "telgebolagen" of "Telge" and "bolagen", with or without an s between them."""
    return any(
        form.startswith(first) and form.endswith(last) and 0 <= len(form) - len(first) - len(last) <= 1
        for form in compound
        for first in words
        for last in words
        if first != last
    ) or any(_leads_unit(form, words) for form in compound)


def _leads_unit(compound: str, words: Sequence[str]) -> bool:
    """ "socialchef" of "socialförvaltningens" and "chef"."""
    fields = [match[1] for word in words if (match := UNIT.match(word))]
    return any(compound == f"{field}{last}" for field in fields for last in words)


UNIT = re.compile(r"(\w{5,}?)s?(?:förvaltning|kontor|sektor|nämnd)")


def _ends_so(word: str, asked: frozenset[str]) -> bool:
    return any(form.endswith(tuple(asked)) for form in forms_of(word))


@functools.lru_cache(maxsize=65536)
def heads_of(name: str) -> list[str]:
    """The words of a name that say what it is: before "i", "för" and the like, the last of those that "och" joins."""
    before = HEAD_ENDS.split(unicodedata.normalize("NFC", name).casefold())[0]
    heads = [words[-1] for part in JOINS.split(before) if (words := words_of(part))]
    # In "Kommunalförbundet Sjukvård och Omsorg" the first word says it: what it is called stands after it.
    first = before.split()[:1]
    return [*first, *heads] if first and len(before.split()) > 1 and APPOSED.search(first[0]) else heads


APPOSED = re.compile(r"\w{6,}(?:et|en)$")
HEAD_ENDS = re.compile(r"\s(?:i|på|för|av|vid|till|hos|inom|med|om|of|for|in|at|on)\s")
JOINS = re.compile(r"\s(?:och|and|eller|or|&)\s")


def way_of(words: list[str]) -> Way:
    return Way(frozenset(stems_of(words)), tuple(dict.fromkeys(map(forms_of, words))))


@functools.lru_cache(maxsize=65536)
def forms_of(word: str) -> frozenset[str]:
    """A word as it is and without one ending."""
    return frozenset(
        {
            word,
            *(
                word[: -len(end)]
                for end in (*ENDINGS, "an")  # "folkhälsan" in "folkhälsofrågor"
                if word.endswith(end) and len(word) - len(end) >= SHORTEST_FORM
            ),
        }
    )


def stems(text: str) -> list[str]:
    """The words of a text without case, articles and endings: "Kommunstyrelsen" and "kommunstyrelse" are one."""
    return stems_of(words_of(text))


def stems_of(words: Iterable[str]) -> list[str]:
    said = list(words)
    return [stem_of(word) for word in said if not POST_WORD.match(word)] or [stem_of(word) for word in said]


def words_of(text: str) -> list[str]:
    """The words without case, and without small ones."""
    return list(_words_of(text))


@functools.lru_cache(maxsize=65536)
def _words_of(text: str) -> tuple[str, ...]:
    folded = f"{unicodedata.normalize('NFC', text).casefold()} "
    if "s " in folded:
        folded = folded.replace("'s ", " ").replace("’s ", " ")
    return tuple(word for word in WORD.findall(folded) if word not in SMALL_WORDS)


@functools.lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Ending by ending, so that "kompetens" and "kompetensen" meet although the first seems to be a genitive."""
    word = ROLE.sub("", word)
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), None)
    if ending is not None:
        return stem_of(word[: -len(ending)])
    return word[:-1] if word.endswith("mm") else word  # "gemensam", "gemensamma"


ROLE = re.compile(r"(?<=\w{6})s(?:roll|rollen|tjänst|tjänsten|post|posten|uppdrag|uppdraget|befattning|befattningen)$")
"""What a compound says beside the post: "stadsdirektörsrollen"."""
POST_WORD = re.compile(r"(?:tjänst|befattning|roll|uppdrag)(?:en|er|erna|et|ens|s)?$")
POST_WORDS = frozenset(map(stem_of, ("tjänst", "befattning", "roll", "uppdrag")))
"""Words that only say that a post is meant: "tjänsten kanslichef"."""
