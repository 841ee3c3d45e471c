"""Which elements somebody means who names them as people do: "kommundirektören", "Hellenberg", "the board"."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.insight.wording import Wording
from editor.model.document import Document
from editor.model.records import Node, Source, Task
from editor.model.vocabulary import Texts, Vocabulary

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
KEPT = "\u2060"
"""Between the letters of a name that was put in, so that it is not read again."""
MOST_WAYS = 24
EXACT, PART, ROUNDABOUT = 3, 2, 1


class Way(NamedTuple):
    """One way to take the words of a question: their stems, and their bare forms for a look into compounds."""

    stems: frozenset[str]
    forms: tuple[frozenset[str], ...]


class Namer:
    """Finds in one document what the words of a question name."""

    def __init__(self, document: Document, vocabulary: Vocabulary, wording: Wording) -> None:
        self._document, self._wording = document, wording
        self._nodes = sorted(document.nodes.values(), key=lambda node: node.order)
        self._names = {node.id: _way(_words(node.name)) for node in self._nodes}
        self._kinds = {id: _labels(kind.label, kind.caption) for id, kind in vocabulary.kinds.items()}
        self._sector = {node.id: vocabulary.sector_of(node.kind, node.facts.sector) for node in self._nodes}
        places = f"{document.info.title} {document.info.subtitle}".split(":")[0]
        self._weak = {*map(_stem, wording.idle.little), *stems(places)}
        self._ways: dict[str, list[Way]] = {}

    def elements(self, words: str) -> list[Node]:
        """The elements that the words mean: by id, by name, by a part of it, by kind."""
        return self._found(words)[0]

    def closeness(self, words: str) -> int:
        """How well the words name something: just so, by a part of its name, in a roundabout way, 0 not at all."""
        nodes, closeness = self._found(words)
        if nodes:
            return closeness
        persons = self.persons(words)
        if persons:
            return EXACT if any(stems(name) == stems(words) for name in persons) else PART
        return ROUNDABOUT if self.tasks(words) or self.quoted(words) else 0

    def _found(self, words: str) -> tuple[list[Node], int]:
        if words in self._document.nodes:
            return [self._document.nodes[words]], EXACT
        tests = (
            (self._is_name, EXACT),
            (self._in_name, PART),
            (self._in_name_and_kind, PART),
            (self._in_compounds, ROUNDABOUT),
            (self._is_kind, ROUNDABOUT),
        )
        for fits, closeness in tests:
            for way in self._asked(words):
                found = [node for node in self._nodes if fits(node, way)]
                if found:
                    return self._of_age(found, words), closeness
        return [], 0

    def _of_age(self, found: list[Node], words: str) -> list[Node]:
        """Of several, the new or the old ones where the words say so."""
        said = set(words.casefold().split())
        kept = found
        if said & set(self._wording.idle.new):
            kept = [node for node in found if node.facts.start and not node.facts.end]
        elif said & set(self._wording.idle.old):
            kept = [node for node in found if node.facts.end]
        return kept or found

    def persons(self, words: str) -> list[str]:
        """The names of holders that the words mean: the whole name, or a part of it."""
        asked = stems(words)
        names = dict.fromkeys(tenure.name for node in self._nodes for tenure in node.facts.tenures)
        exact = [name for name in names if stems(name) == asked]
        return exact or [name for name in names if asked and set(asked) <= set(stems(name))]

    def tasks(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks in boxes that the words mean, by their text or by what is quoted, and their owners."""
        every = [(node, task) for node in self._nodes for task in node.facts.tasks]
        for way in self._asked(words):
            found = [(node, task) for node, task in every if way.stems <= set(stems(task.text))]
            if found:
                return found
        asked = stems(words)
        return [(node, task) for node, task in every if _quotes(task.sources, asked)]

    def quoted(self, words: str) -> list[Node]:
        """The elements for which the text is quoted with these words."""
        asked = stems(words)
        return [node for node in self._nodes if len(asked) > 1 and _quotes(node.facts.sources, asked)]

    def fits(self, node: Node, words: str) -> bool:
        """Whether an element is what the words call it: by its kind, its sector, or a part of its name."""
        sector = self._sector[node.id]
        told = (self._wording.sectors.get(sector.id, "") if sector is not None else "").split()
        return words.casefold() in told or any(
            self._is_kind(node, way) or self._in_compounds(node, way) for way in self._asked(words)
        )

    def is_sort(self, words: str) -> bool:
        """Whether the words name a sort of things: a kind, a sector, or anything at all."""
        plain = words.casefold()
        if plain in (*self._wording.idle.anything, *self._wording.idle.tasks):
            return True
        told = {word for listed in self._wording.sectors.values() for word in listed.split()}
        kinds = [label for labels in self._kinds.values() for label in labels]
        return plain in told or any(way.stems == label for way in self._asked(words) for label in kinds)

    # The words in all ways that they may be meant.

    def _asked(self, words: str) -> list[Way]:
        """The words themselves, by other names, and without what need not be in a name."""
        known = self._ways.get(words)
        if known is None:
            texts = [_words(text) for text in (words, *self._called(words.casefold()))]
            strong = [[word for word in text if _stem(word) not in self._weak] for text in texts]
            ways = [_way(text) for text in (*texts, *strong) if text]
            known = self._ways[words] = [way for way in dict.fromkeys(ways) if way.stems]
        return known

    def _called(self, words: str) -> list[str]:
        """The words with names in place of what they may also be called, the longest first."""
        found = [words]
        for phrase, pattern in self._wording.phrases:
            found = [
                changed
                for text in found
                for changed in (
                    [pattern.sub(_kept(name), text) for name in self._wording.called[phrase]]
                    if pattern.search(text)
                    else [text]
                )
            ][:MOST_WAYS]
        return [text.replace(KEPT, "") for text in found]

    # How an element may fit.

    def _is_name(self, node: Node, way: Way) -> bool:
        return self._names[node.id].stems == way.stems

    def _in_name(self, node: Node, way: Way) -> bool:
        return way.stems <= self._names[node.id].stems

    def _in_name_and_kind(self, node: Node, way: Way) -> bool:
        name = self._names[node.id].stems
        kind = {stem for label in self._kinds.get(node.kind or "", ()) for stem in label}
        return bool(name & way.stems) and way.stems <= name | kind

    def _in_compounds(self, node: Node, way: Way) -> bool:
        """Every word begins or ends a word of the name: "kontor" in Miljökontoret; or is made of two of its words."""
        name = [form for forms in self._names[node.id].forms for form in forms]
        return all(
            any(_is_within(form, word) for form in forms for word in name) or _is_made_of(forms, name)
            for forms in way.forms
        )

    def _is_kind(self, node: Node, way: Way) -> bool:
        return way.stems in self._kinds.get(node.kind or "", ())


def _quotes(sources: Iterable[Source], asked: Sequence[str]) -> bool:
    """Whether the words stand together in what a source is quoted with."""
    return any(
        quoted[at : at + len(asked)] == list(asked)
        for source in sources
        if source.quote
        for quoted in [stems(source.quote)]
        for at in range(len(quoted))
    )


def _labels(*texts: Texts) -> list[frozenset[str]]:
    return list(dict.fromkeys(frozenset(stems(text)) for labels in texts for text in labels.values()))


def _is_within(part: str, word: str) -> bool:
    return word.startswith(part) or word.endswith(part)


def _is_made_of(compound: frozenset[str], words: Sequence[str]) -> bool:
    """ "telgebolagen" of "Telge" and "bolagen", with or without an s between them."""
    return any(
        form.startswith(first) and form.endswith(last) and 0 <= len(form) - len(first) - len(last) <= 1
        for form in compound
        for first in words
        for last in words
        if first != last
    )


def _way(words: list[str]) -> Way:
    return Way(frozenset(_stems(words)), tuple(dict.fromkeys(map(_forms, words))))


def _forms(word: str) -> frozenset[str]:
    """A word as it is and without one ending."""
    return frozenset(
        {word, *(word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_FORM)}
    )


def _kept(name: str) -> str:
    """A name that no other phrase is looked for in."""
    return "".join(letter + KEPT for letter in name)


def closest(document: Document, words: str, count: int = 3) -> list[str]:
    """Names of elements and holders that look like the words, the likest first."""
    names = [" ".join(node.name.split()) for node in document.nodes.values() if node.name.strip()]
    names += [tenure.name for node in document.nodes.values() for tenure in node.facts.tenures if tenure.name]
    by_key = {name.casefold(): name for name in names}
    return [by_key[key] for key in difflib.get_close_matches(words.casefold(), by_key, n=count, cutoff=0.5)]


def stems(text: str) -> list[str]:
    """The words of a text without case, articles and endings: "Kommunstyrelsen" and "kommunstyrelse" are one."""
    return _stems(_words(text))


def _stems(words: Iterable[str]) -> list[str]:
    found = [_stem(word) for word in words]
    return [word for word in found if word not in POST_WORDS] or found


def _words(text: str) -> list[str]:
    """The words without case, and without small ones."""
    folded = f"{unicodedata.normalize('NFC', text).casefold()} ".replace("'s ", " ").replace("’s ", " ")
    return [word for word in re.findall(r"[\w&]+", folded) if word not in SMALL_WORDS]


def _stem(word: str) -> str:
    """Ending by ending, so that "kompetens" and "kompetensen" meet although the first seems to be a genitive."""
    word = ROLE.sub("", word)
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), None)
    if ending is not None:
        return _stem(word[: -len(ending)])
    return word[:-1] if word.endswith("mm") else word  # "gemensam", "gemensamma"


ROLE = re.compile(r"(?<=\w{6})s(?:roll|rollen|tjänst|tjänsten|post|posten|uppdrag|uppdraget|befattning|befattningen)$")
"""What a compound says beside the post: "stadsdirektörsrollen"."""
POST_WORDS = frozenset(map(_stem, ("tjänst", "befattning", "roll", "uppdrag")))
"""Words that only say that a post is meant: "tjänsten kanslichef"."""
