"""Which elements somebody means who names them as people do: "kommundirektören", "Hellenberg", "the board"."""

import difflib
import heapq
import re
from collections.abc import Container

from editor.insight.names import NameIndex, stem_of, stems, words_of
from editor.insight.roundabout import Roundabout
from editor.insight.task_names import ABOUT, TaskNamer, quotes
from editor.insight.word_ways import WordWays
from editor.insight.wording import Wording
from editor.model.document import Document
from editor.model.kinds_named import kind_named
from editor.model.records import Edge, Node, Task
from editor.model.vocabulary import Texts, Vocabulary

JOINED = re.compile(r"\s+(?:och|eller|and|or)\s+")
MOST_COMPARED = 500
EXACT, PART, ROUNDABOUT = 3, 2, 1
PEOPLE = ("post", "elected_office", "person")
TITLE = re.compile(r"(\w{2,}?)s?-?(?:chef|direktör|ansvarig|samordnare)$", re.IGNORECASE)
EVERYTHING = "*"
"""What a question is about that names nothing: "vem bereder ärenden?"."""


class Namer:
    """Finds in one document what the words of a question name."""

    def __init__(self, document: Document, vocabulary: Vocabulary, wording: Wording) -> None:
        self._document, self._wording, self._vocabulary = document, wording, vocabulary
        self.nodes = sorted(document.nodes.values(), key=lambda node: node.order)
        self.ways = WordWays(document, wording)
        self._kinds = {id: _labels(kind.label, kind.caption) for id, kind in vocabulary.kinds.items()}
        self._index = NameIndex(self.nodes, self._kinds)
        self._tasks = TaskNamer(document, self.nodes, self.ways)
        self._roundabout = Roundabout(document, self.nodes, self.ways, self.found)
        self._answers: dict[str, tuple[list[Node], int]] = {}
        self._holders = dict.fromkeys(tenure.name for node in self.nodes for tenure in node.facts.tenures)
        self._held = [node for node in self.nodes if node.facts.tenures]
        self._sourced = [node for node in self.nodes if node.facts.sources]

    def elements(self, words: str) -> list[Node]:
        """The elements that the words mean: by id, by name, by a part of it, by kind."""
        return self.found(words)[0]

    def closeness(self, words: str) -> int:
        """How well the words name something: just so, by a part of its name, in a roundabout way, 0 not at all."""
        nodes, closeness = self.found(words)
        if nodes:
            return closeness
        persons = self.persons(words)
        if persons:
            return EXACT if any(stems(name) == stems(words) for name in persons) else PART
        if self.tasks(words) or self.quoted(words) or self.tasks_called(words):
            return ROUNDABOUT
        several = JOINED.split(words)
        return min(map(self.closeness, several)) if len(several) > 1 else 0

    def bare(self, words: str) -> str:
        """The words without what need not be in a name: "två personer" is "personer"."""
        return self.ways.bare(words)

    def found(self, words: str) -> tuple[list[Node], int]:
        """The elements that the words mean, and how well they name them."""
        known = self._answers.get(words)
        if known is None:
            known = self._answers[words] = self._looked_up(words)
        return known

    def _looked_up(self, words: str) -> tuple[list[Node], int]:
        if words == EVERYTHING:
            return self.nodes, ROUNDABOUT
        if words in self._document.nodes:
            return [self._document.nodes[words]], EXACT
        posts = self._roundabout.posts(words)
        if posts:
            return posts, ROUNDABOUT
        index = self._index
        within = self._roundabout.within(words) if not self._is_named(words) else []
        if within:
            return within, ROUNDABOUT
        for how, closeness in (
            (index.with_name, EXACT),
            (index.with_words, PART),
            (index.with_words_and_kind, PART),
            (index.with_compounds, ROUNDABOUT),
            (index.of_kind, ROUNDABOUT),
        ):
            for way in self.ways.asked(words):
                ids = index.ask(how, way)
                if ids:
                    return self._roundabout.of_age([node for node in self.nodes if node.id in ids], words), closeness
        nodes = self._roundabout.meant(words) or self._of_field(words)
        return nodes, ROUNDABOUT if nodes else 0

    def _is_named(self, words: str) -> bool:
        """Whether something bears all the words as its name."""
        index = self._index
        ways = self.ways.asked(words)
        return any(index.ask(how, way) for how in (index.with_name, index.with_words) for way in ways)

    def _of_field(self, words: str) -> list[Node]:
        """What is named by its field, "miljöfrågorna", unless that is somebody's task."""
        field = ABOUT.sub("", words)
        is_other = field != words and bool(words_of(field)) and not self._tasks.by_text(words)
        return self.elements(field) if is_other else []

    def held_by(self, names: Container[str]) -> list[Node]:
        """The elements that some of the holders hold."""
        return [node for node in self._held if any(held.name in names for held in node.facts.tenures)]

    def is_the_change(self, words: str) -> bool:
        """Whether words name nothing but what a change has made: "det nya kontoret"."""
        return self._roundabout.is_changed(self.elements(words))

    def persons(self, words: str) -> list[str]:
        """The names of holders that the words mean: the whole name, or a part of it."""
        asked = stems(words)
        exact = [name for name in self._holders if stems(name) == asked]
        return exact or [name for name in self._holders if asked and set(asked) <= set(stems(name))]

    def tasks(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks in boxes that the words mean, by their text or by what is quoted, and their owners."""
        return self._tasks.meant(words)

    def tasks_called(self, words: str) -> list[tuple[Node, Task]]:
        """The tasks that only a word for their sort means: "grundpelarna"."""
        return self._tasks.called(words)

    def doing(self, words: str) -> tuple[list[tuple[Node, Task]], list[Edge]]:
        """The tasks that say what the words say somebody does, and the relations that it is noted of."""
        return self._tasks.doing(words)

    def quoted(self, words: str) -> list[Node]:
        """The elements for which the text is quoted with these words."""
        asked = stems(words)
        return [node for node in self._sourced if len(asked) > 1 and quotes(node.facts.sources, asked)]

    def fits(self, node: Node, words: str) -> bool:
        """Whether an element is what the words call it: by its kind, its sector, or a part of its name."""
        sector = self._vocabulary.sector_of(node.kind, node.facts.sector)
        is_inside = sector is not None and not (sector.id == "company" and node.kind in PEOPLE)
        told = (self._wording.sectors.get(sector.id, "") if sector is not None and is_inside else "").split()
        index = self._index
        return words.casefold() in told or any(
            node.id in index.ask(how, way) for way in self.ways.asked(words) for how in (index.of_kind, index.with_head)
        )

    def says_relation(self, words: str, kind: str | None) -> bool:
        """Whether the words say what a kind of relation is called: "bereder", "är ställföreträdare för"."""
        said = {self._wording.base(word) for word in words.casefold().split()}
        labels = self._vocabulary.relation(kind).label.values() if kind else ()
        asked = {self._wording.base(word) for label in labels for word in label.casefold().split()}
        return any(not self._wording.is_common(word) for word in said & asked)

    def kind_of(self, words: str) -> str | None:
        """The kind that a word for a sort of things stands for: "kontor", "offices"."""
        said = self.bare(words)
        texts = [said, *self.ways.called(said)]
        return next((kind for text in texts if (kind := kind_named(self._vocabulary, text)) is not None), None)

    def titled(self, words: str) -> list[Node]:
        """The posts whose title is made of a field and a word for a head: "informationschef" of "informationen"."""
        fields = {stem for way in self.ways.asked(words) if len(way.stems) == 1 for stem in way.stems}
        posts = (node for node in self.nodes if node.kind == "post" and len(words_of(node.name)) == 1)
        return [
            post
            for post in posts
            if (match := TITLE.match(post.name.strip())) and stem_of(match[1].casefold()) in fields
        ]

    def is_sector(self, words: str) -> bool:
        """Whether the words say a sector: "politicians"."""
        return self.bare(words) in {word for listed in self._wording.sectors.values() for word in listed.split()}

    def is_sort(self, words: str) -> bool:
        """Whether the words name a sort of things: a kind, a sector, or anything at all."""
        plain = self.bare(words)
        if plain in (*self._wording.idle.anything, *self._wording.idle.tasks):
            return True
        told = {word for listed in self._wording.sectors.values() for word in listed.split()}
        kinds = [label for labels in self._kinds.values() for label in labels]
        return plain in told or any(way.stems == label for way in self.ways.asked(words) for label in kinds)


def _labels(*texts: Texts) -> list[frozenset[str]]:
    return list(dict.fromkeys(frozenset(stems(text)) for labels in texts for text in labels.values()))


def closest(document: Document, words: str, count: int = 3) -> list[str]:
    """Names of elements and holders that look like the words, the likest first."""
    names = [" ".join(node.name.split()) for node in document.nodes.values() if node.name.strip()]
    names += [tenure.name for node in document.nodes.values() for tenure in node.facts.tenures if tenure.name]
    # The comparison is slow, so a large chart is asked only about names of about that length.
    near = heapq.nsmallest(MOST_COMPARED, names, key=lambda name: abs(len(name) - len(words)))
    by_key = {name.casefold(): name for name in near}
    return [by_key[key] for key in difflib.get_close_matches(words.casefold(), by_key, n=count, cutoff=0.5)]
