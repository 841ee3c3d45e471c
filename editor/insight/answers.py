"""What a structure answers to a question, the relations that each answer rests on, and how sure they are."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from editor.insight.naming import JOINED, ROUNDABOUT, Namer, closest
from editor.insight.outline import dates_in_words, element_words, sentence
from editor.insight.questions import Question, Reading
from editor.insight.timing import NO, YES, Presence, Span, held, presences
from editor.insight.wording import Wording
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.vocabulary import Vocabulary, text_in

Basis = Literal["stated", "interpreted", "unknown"]
VACANT_WORDS = {"sv": "Vakant", "en": "Vacant"}
FRAME = "shared_leadership"
NO_WORDING = Wording()
YEAR = re.compile(r"\d{4}")
PEOPLE = ("post", "elected_office", "person")
WAY = ("reports_to", "prepares_for", "decides_on")


class Answer(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """One thing that answers a question.

    element: the id of the element that answers, None for a plain fact.  relation: the id of the relation it rests on,
    None where it rests on the element itself.  text: the answer as a sentence.  basis: how the source has it.
    """

    text: str
    element: str | None = None
    relation: str | None = None
    name: str | None = None
    holders: tuple[str, ...] = ()
    basis: Basis = "stated"
    present: Presence = YES
    paragraphs: tuple[int, ...] = ()
    start: str | None = None
    end: str | None = None


class Reply(msgspec.Struct, frozen=True):
    """All answers to a question; none where the structure doesn't say it."""

    question: str
    asked: str
    about: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    nearest: tuple[str, ...] = ()

    @property
    def is_stated(self) -> bool:
        return bool(self.answers)


class Answerer:
    """Answers questions about one document, in one language, on a day or on all days."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        lang: str,
        day: Span | None = None,
        wording: Wording = NO_WORDING,
    ) -> None:
        self._document, self._vocabulary, self._lang, self._day = document, vocabulary, lang, day
        self._wording = wording
        self._present = presences(document, day) if day is not None else {}

    @functools.cached_property
    def _namer(self) -> Namer:
        return Namer(self._document, self._vocabulary, self._wording)

    def likeliest(self, readings: Sequence[Reading]) -> Reading:
        """The reading whose words name something best; among equals, and among mere guesses, one that has answers."""
        whole = [reading for reading in readings if self._is_whole(reading)]
        if not whole:
            return next((reading for reading in readings if self._namer.closeness(reading.subject)), readings[0])
        best = max(self._namer.closeness(reading.subject) for reading in whole)
        closest_ones = [reading for reading in whole if self._namer.closeness(reading.subject) == best]
        is_guess = best <= ROUNDABOUT
        equals = [reading for reading in closest_ones if is_guess or reading.weight == closest_ones[0].weight]
        return next((reading for reading in equals if self.read(reading).answers), closest_ones[0])

    def _is_whole(self, reading: Reading) -> bool:
        """Whether everything that is asked about is something that is there."""
        is_known = bool(self._namer.closeness(reading.subject))
        other = reading.other
        return is_known and (other is None or all(map(self._is_something, JOINED.split(other))))

    def _is_something(self, words: str) -> bool:
        return bool(self._namer.closeness(words)) or self._namer.is_sort(words)

    def about(self, id: str, questions: Iterable[Question]) -> list[Reply]:
        """Every question that has an answer about one element; what was told already isn't told again."""
        replies, told = [], set[Answer]()
        for question in questions if id in self._document.nodes else ():
            reply = self.reply(question, id)
            new = tuple(answer for answer in reply.answers if answer not in told)
            told.update(new)
            if new:
                replies.append(msgspec.structs.replace(reply, answers=new))
        return replies

    def reply(self, question: Question, words: str) -> Reply:
        return self.read(Reading(question, words))

    def read(self, reading: Reading) -> Reply:
        """The answers to a question as it was read."""
        question, words = reading.question, reading.subject
        subjects = self._subjects(words)
        answers = self._kept(list(self._answers(question, subjects, words)), reading)
        named = self._document.nodes.get(words)
        about_what = " ".join(named.name.split()) or words if named is not None else words
        asked = question.ask.get(self._lang, question.ask["en"]).format(about_what)
        about = tuple(node.id for node in subjects)
        is_known = bool(answers) or bool(self._namer.closeness(words))
        nearest = () if is_known else tuple(closest(self._document, words))
        return Reply(question.id, asked, about, tuple(dict.fromkeys(answers)), nearest)

    # What of the answers was asked for.

    def _kept(self, answers: list[Answer], reading: Reading) -> list[Answer]:
        if reading.other is None:
            return answers
        if reading.mode == "plain":
            return [answer for answer in answers if self._has_part(answer, reading.other)]
        if reading.mode in ("pair", "when"):
            same = [answer for answer in answers if self._is_one(answer, reading.other)]
            return same if reading.mode == "pair" else [answer for answer in same if answer.start or answer.end]
        fitting = [answer for answer in answers if self._is_sort(answer, reading.other)]
        return fitting if reading.mode == "narrow" else list(self._counted(fitting))

    def _has_part(self, answer: Answer, words: str) -> bool:
        """Whether the answer is what the words name, or has a relation to it."""
        named = {node.id for node in self._namer.elements(words)}
        edges = self._edges_of(self._document.nodes[answer.element]) if answer.element else []
        return answer.element in named or any(named & {edge.source, edge.target} for edge in edges)

    def _is_one(self, answer: Answer, words: str) -> bool:
        """Whether the answer is what the words name: the element, its holder, or a task."""
        names = set(self._namer.persons(words))
        if names & set(answer.holders):
            return True
        if answer.element in {node.id for node in self._namer.elements(words)}:
            return True
        return any(task.text in answer.text for _, task in self._namer.tasks(words))

    def _is_sort(self, answer: Answer, words: str) -> bool:
        """Whether the answer is one of those that the words call: "kontor", "staber", "personer"."""
        several = JOINED.split(words)
        if len(several) > 1:
            return any(self._is_sort(answer, word) for word in several)
        plain, node = self._namer.bare(words), self._document.nodes[answer.element] if answer.element else None
        if plain in self._wording.idle.anything or node is None:
            return True
        is_own = answer.relation is None  # a task or a tenure of the element
        if plain in self._wording.idle.tasks and (is_own or node.kind == "responsibility"):
            return True
        return self._namer.fits(node, words)

    def _counted(self, answers: list[Answer]) -> Iterator[Answer]:
        """Those that can be counted, each as a whole: a set of unknown size says nothing of how many there are."""
        for answer in answers:
            node = self._document.nodes[answer.element] if answer.element else None
            if node is None or node.kind != "counted_set":
                yield answer
            elif node.facts.count is not None:
                yield msgspec.structs.replace(self._element(node), relation=answer.relation)

    def _subjects(self, words: str) -> list[Node]:
        """The elements meant, or the posts of a holder who is meant; those that are gone that day as a last resort."""
        nodes = self._namer.elements(words)
        if not nodes:
            names = set(self._namer.persons(words))
            nodes = [node for node in self._everything() if names & {tenure.name for tenure in node.facts.tenures}]
        nodes = nodes or self._namer.quoted(words)
        several = JOINED.split(words)
        if not nodes and len(several) > 1:
            return [node for part in several for node in self._subjects(part)]
        there = [node for node in nodes if self._present.get(node.id) != NO]
        return there or nodes

    def _answers(self, question: Question, subjects: list[Node], words: str) -> Iterator[Answer]:
        yield from self._of_relations(question, subjects)
        yield from self._of_aspect(question, subjects, words)

    def _of_relations(self, question: Question, subjects: list[Node]) -> Iterator[Answer]:
        for node in subjects:
            for edge in self._edges_of(node):
                if question.aspect == "dated" and not (edge.facts.start or edge.facts.end):
                    continue
                if question.aspect == "own" and node.id not in (edge.source, edge.target):
                    continue
                if edge.kind in question.into and self._stands_for(edge.target, node):
                    yield from self._through(edge, edge.source)
                if edge.kind in question.out and self._stands_for(edge.source, node):
                    yield from self._through(edge, edge.target)

    def _edges_of(self, node: Node) -> list[Edge]:
        """The relations at a node and at the shared leadership it stands in, in their order."""
        found = {id for owner in self._owners(node) for id in self._document.indexes.edges_at(owner.id)}
        return sorted((self._document.edges[id] for id in found), key=lambda edge: edge.order)

    def _stands_for(self, id: str, node: Node) -> bool:
        """Whether what the element does is done by the node: by itself, or by the shared leadership it stands in."""
        return id == node.id or (id == node.group and self._document.nodes[id].kind == FRAME)

    def _through(self, edge: Edge, other: str) -> Iterator[Answer]:
        presence = self._present.get(edge.id, YES)
        if presence == NO:
            return
        said = sentence(edge, self._document, self._vocabulary, self._lang)
        for node in self._who(self._document.nodes[other]):
            yield self._answer(node, said, edge.facts, edge.id, presence)

    def _who(self, node: Node) -> list[Node]:
        """The node; for a shared leadership the posts inside it, which act together."""
        if node.kind != FRAME:
            return [node]
        inside = [other for other in self._document.nodes.values() if other.group == node.id and other.kind == "post"]
        return sorted(inside, key=lambda other: other.order) or [node]

    def _answer(self, node: Node, text: str, facts: Facts, relation: str | None, presence: Presence) -> Answer:
        return Answer(
            text=text,
            element=node.id,
            relation=relation,
            name=_line(node.name),
            holders=self._names(node),
            basis=_basis(facts.certainty),
            present=presence,
            paragraphs=_paragraphs(facts),
            start=facts.start,
            end=facts.end,
        )

    def _held(self, node: Node) -> list[Tenure]:
        return [tenure for tenure in node.facts.tenures if self._day is None or held(tenure, self._day) != NO]

    def _names(self, node: Node) -> tuple[str, ...]:
        return tuple(tenure.name for tenure in self._held(node) if not is_vacancy(tenure))

    def _everything(self) -> list[Node]:
        return sorted(self._document.nodes.values(), key=lambda node: node.order)

    # What is said of the element itself.

    def _of_aspect(self, question: Question, subjects: list[Node], words: str) -> Iterator[Answer]:
        if question.aspect == "owners":
            # Words that name a body are not looked for in the tasks of others, which may well mention it.
            if all(node.kind == "responsibility" for node in subjects):
                yield from (self._task(node, task) for node, task in self._namer.tasks(words))
        elif question.aspect in ("posts", "party"):
            yield from self._posts(words, subjects, question.aspect == "party")
        elif question.aspect in ("listed", "named"):
            is_all = question.aspect == "listed"
            listed = (node for node in self._listed(words, subjects) if is_all or node.kind != "counted_set")
            yield from (self._element(node) for node in listed)
        elif question.aspect == "count":
            yield from self._number(words, subjects)
        elif question.aspect == "merged":
            becoming = {edge.source for edge in self._document.edges.values() if edge.kind == "becomes"}
            yield from (self._element(node) for node in self._listed(words, subjects) if node.id in becoming)
        elif question.aspect not in (None, "dated"):
            for node in subjects:
                yield from self._said_of(question.aspect, node)

    def _said_of(self, aspect: str, node: Node) -> Iterator[Answer]:
        if aspect in TENURES:
            yield from (self._tenure(node, tenure) for tenure in TENURES[aspect](node, self._held(node)))
        elif aspect in OWNERS:
            owners = [owner for owner in self._owners(node) if OWNERS[aspect](owner, node)]
            tasks = ((owner, task) for owner in owners for task in owner.facts.tasks)
            yield from (self._task(owner, task) for owner, task in tasks if self._when(task) != NO)
        elif aspect == "members":
            yield from (self._element(child) for child in self._inside(node))
        elif aspect == "way":
            yield from self._way(node.id)
        elif aspect == "dates":
            yield from self._dates(node)
        elif aspect == "year":
            dated = ((answer, f"{answer.start} {answer.end}") for answer in self._dates(node))
            yield from (answer for answer, dates in dated if YEAR.search(dates))
        elif aspect in ("new_owner", "old_owner"):
            yield from self._moved(node, aspect == "new_owner")
        elif node.facts.per_year is not None:
            yield self._element(node)

    def _number(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The sets that say how many they are; where there is no set of that sort, its units, if there are several."""
        sets = [node for node in subjects if node.facts.count is not None]
        listed = self._listed(words, subjects)
        units = [node for node in listed if node.kind not in (*PEOPLE, "counted_set")]
        has_set = len(listed) > len(units)
        yield from (self._element(node) for node in sets or (units if len(units) > 1 and not has_set else []))

    def _listed(self, words: str, subjects: list[Node]) -> list[Node]:
        """What the words name, and everything of that sort, as far as it is there."""
        ids = {node.id for node in subjects}
        fitting = (node for node in self._everything() if node.id in ids or self._namer.fits(node, words))
        return [node for node in fitting if self._present.get(node.id) != NO]

    def _moved(self, node: Node, is_new: bool) -> Iterator[Answer]:
        """Who gets what moves, or who had it: owners to come and the others; for a unit, what it becomes or was."""
        owning = [edge for edge in self._edges_of(node) if edge.kind == "responsible_for" and edge.target == node.id]
        to_come = [edge for edge in owning if edge.facts.status in ("planned", "proposed") or edge.facts.start]
        if to_come:
            chosen = to_come if is_new else [edge for edge in owning if edge not in to_come]
            for edge in chosen:
                yield from self._through(edge, edge.source)
        for edge in self._edges_of(node):
            if edge.kind == "becomes" and node.id == (edge.source if is_new else edge.target):
                yield from self._through(edge, edge.target if is_new else edge.source)

    def _dates(self, node: Node) -> Iterator[Answer]:
        """The dates of the element, and of those who hold it; where there are none, of what leads to it and from it."""
        own = [self._element(node)] if node.facts.start or node.facts.end else []
        own += [self._tenure(node, tenure) for tenure in self._held(node) if tenure.start or tenure.end]
        yield from own
        if not own:
            for edge in self._edges_of(node):
                if node.id in (edge.source, edge.target) and (edge.facts.start or edge.facts.end):
                    yield from self._through(edge, edge.target if edge.source == node.id else edge.source)

    def _owners(self, node: Node) -> list[Node]:
        frame = self._document.nodes.get(node.group or "")
        return [node, frame] if frame is not None and frame.kind == FRAME else [node]

    def _inside(self, node: Node) -> list[Node]:
        inside = [other for other in self._document.nodes.values() if other.group == node.id]
        return sorted(inside, key=lambda other: other.order)

    def _posts(self, words: str, subjects: list[Node], with_party: bool) -> Iterator[Answer]:
        """The tenures of who is meant; those who hold a post that is meant where their party is asked for."""
        names = set(self._namer.persons(words))
        meant_posts = {node.id for node in subjects} if with_party and not names else set()
        for node in self._everything():
            for tenure in self._held(node):
                if (tenure.name in names or node.id in meant_posts) and (tenure.party or not with_party):
                    yield self._tenure(node, tenure)

    def _way(self, start: str) -> Iterator[Answer]:
        """Along reports, preparation and decision, each relation once."""
        waiting, seen = [start], {start}
        while waiting:
            here = waiting.pop(0)
            for edge in self._edges_of(self._document.nodes[here]):
                if edge.kind in WAY and edge.source == here:
                    yield from self._through(edge, edge.target)
                    if edge.target not in seen:
                        seen.add(edge.target)
                        waiting.append(edge.target)

    def _element(self, node: Node) -> Answer:
        words = element_words(node, self._vocabulary, self._lang)
        return self._answer(node, words, node.facts, None, self._present.get(node.id, YES))

    def _tenure(self, node: Node, tenure: Tenure) -> Answer:
        is_vacant = is_vacancy(tenure)
        party = f" ({tenure.party})" if tenure.party else ""
        who = text_in(VACANT_WORDS, self._lang) if is_vacant else f"{tenure.name}{party}"
        return self._part(node, tenure, f"{who}: {_line(node.name)}", () if is_vacant else (tenure.name,))

    def _task(self, node: Node, task: Task) -> Answer:
        return self._part(node, task, f"{_line(node.name)}: {task.text}", self._names(node))

    def _part(self, node: Node, item: Tenure | Task, text: str, holders: tuple[str, ...]) -> Answer:
        """An answer that rests on a tenure or a task."""
        when = dates_in_words(item, self._lang)
        return Answer(
            text=f"{text} ({when})" if when else text,
            element=node.id,
            name=_line(node.name),
            holders=holders,
            basis=_basis(item.certainty),
            present=self._when(item),
            paragraphs=_paragraphs(item),
            start=item.start,
            end=item.end,
        )

    def _when(self, item: Tenure | Task) -> Presence:
        return held(item, self._day) if self._day is not None else YES


def _coming(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those of whom it is said when they began or shall begin; who already holds a post doesn't become it."""
    return [tenure for tenure in tenures if tenure.start or post.facts.start or tenure.status in ("planned", "decided")]


def _next(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those who come after another in the post."""
    first = [tenure for tenure in tenures if tenure.end or not tenure.start]
    return [tenure for tenure in tenures if first and tenure not in first]


def _last(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those whose time in the post has an end."""
    return [tenure for tenure in tenures if tenure.end or tenure.status == "ended"]


TENURES: Mapping[str, Callable[[Node, list[Tenure]], list[Tenure]]] = {
    "holders": lambda post, tenures: tenures,
    "coming": _coming,
    "next": _next,
    "last": _last,
}
"""Which tenures of a post answer which aspect."""


OWNERS: Mapping[str, Callable[[Node, Node], bool]] = {
    "tasks": lambda owner, post: True,
    "joint": lambda owner, post: owner.kind == FRAME,
    "own": lambda owner, post: owner.id == post.id,
}
"""Whose tasks answer which aspect: of a post and the shared leadership that it stands in."""


def _line(text: str) -> str:
    return " ".join(text.split())


def _basis(certainty: str | None) -> Basis:
    return "interpreted" if certainty == "interpreted" else "unknown" if certainty == "unknown" else "stated"


def _paragraphs(item: Facts | Tenure | Task) -> tuple[int, ...]:
    return tuple(source.paragraph for source in item.sources if source.paragraph is not None)
