"""What a structure answers to a question, the relations that each answer rests on, and how sure they are."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from editor.insight.naming import closest, meant, persons_meant, tasks_meant
from editor.insight.outline import dates_in_words, element_words, sentence
from editor.insight.questions import Question
from editor.insight.timing import NO, YES, Presence, Span, held, presences
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.vocabulary import Vocabulary, text_in

Basis = Literal["stated", "interpreted", "unknown"]
VACANT_WORDS = {"sv": "Vakant", "en": "Vacant"}
FRAME = "shared_leadership"
WAY = ("reports_to", "prepares_for", "decides_on")


class Answer(msgspec.Struct, frozen=True):
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

    def __init__(self, document: Document, vocabulary: Vocabulary, lang: str, day: Span | None = None) -> None:
        self._document, self._vocabulary, self._lang, self._day = document, vocabulary, lang, day
        self._present = presences(document, day) if day is not None else {}

    def knows(self, words: str) -> bool:
        """Whether the words name an element, a holder or a task."""
        return bool(meant(self._document, words) or persons_meant(self._document, words) or self._owned(words))

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
        subjects = self._subjects(words)
        answers = list(self._answers(question, subjects, words))
        named = self._document.nodes.get(words)
        about_what = " ".join(named.name.split()) or words if named is not None else words
        asked = question.ask.get(self._lang, question.ask["en"]).format(about_what)
        about = tuple(node.id for node in subjects)
        nearest = () if answers or self.knows(words) else tuple(closest(self._document, words))
        return Reply(question.id, asked, about, tuple(dict.fromkeys(answers)), nearest)

    def _subjects(self, words: str) -> list[Node]:
        """The elements meant, or the posts of a holder who is meant; those that are gone that day as a last resort."""
        nodes = meant(self._document, words)
        if not nodes:
            names = set(persons_meant(self._document, words))
            everyone = sorted(self._document.nodes.values(), key=lambda node: node.order)
            nodes = [node for node in everyone if names & {tenure.name for tenure in node.facts.tenures}]
        there = [node for node in nodes if self._present.get(node.id) != NO]
        return there or nodes

    def _answers(self, question: Question, subjects: list[Node], words: str) -> Iterator[Answer]:
        for node in subjects:
            for edge in self._edges_of(node):
                if edge.kind in question.into and edge.target == node.id:
                    yield from self._through(edge, edge.source)
                if edge.kind in question.out and self._stands_for(edge.source, node):
                    yield from self._through(edge, edge.target)
        yield from self._of_aspect(question, subjects, words)

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
            name=" ".join(node.name.split()),
            holders=self._names(node),
            basis=_basis(facts.certainty),
            present=presence,
            paragraphs=_paragraphs(facts),
        )

    def _held(self, node: Node) -> list[Tenure]:
        return [tenure for tenure in node.facts.tenures if self._day is None or held(tenure, self._day) != NO]

    def _names(self, node: Node) -> tuple[str, ...]:
        return tuple(tenure.name for tenure in self._held(node) if not is_vacancy(tenure))

    # What is said of the element itself.

    def _of_aspect(self, question: Question, subjects: list[Node], words: str) -> Iterator[Answer]:
        if question.aspect == "owners":
            # Words that name a body are not looked for in the tasks of others, which may well mention it.
            if all(node.kind == "responsibility" for node in subjects):
                yield from self._owned(words)
        elif question.aspect == "posts":
            yield from self._posts(words)
        elif question.aspect is not None:
            for node in subjects:
                yield from self._said_of(question.aspect, node)

    def _said_of(self, aspect: str, node: Node) -> Iterator[Answer]:
        if aspect == "holders":
            yield from (self._tenure(node, tenure) for tenure in self._held(node))
        elif aspect == "tasks":
            yield from (self._task(owner, task) for owner in self._owners(node) for task in owner.facts.tasks)
        elif aspect == "members":
            yield from (self._element(child) for child in self._inside(node))
        elif aspect == "way":
            yield from self._way(node.id)
        elif aspect == "dates":
            yield from self._dates(node)
        elif (node.facts.count if aspect == "count" else node.facts.per_year) is not None:
            yield self._element(node)

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

    def _owned(self, words: str) -> list[Answer]:
        """The tasks in boxes that the words mean."""
        return [
            self._task(node, task)
            for node in sorted(self._document.nodes.values(), key=lambda node: node.order)
            for task in node.facts.tasks
            if tasks_meant([task.text], words)
        ]

    def _posts(self, words: str) -> Iterator[Answer]:
        names = set(persons_meant(self._document, words))
        for node in sorted(self._document.nodes.values(), key=lambda node: node.order):
            yield from (self._tenure(node, tenure) for tenure in self._held(node) if tenure.name in names)

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
        when = dates_in_words(tenure, self._lang)
        name = " ".join(node.name.split())
        who = text_in(VACANT_WORDS, self._lang) if is_vacancy(tenure) else tenure.name
        text = f"{who}: {name}" + (f" ({when})" if when else "")
        holders = () if is_vacancy(tenure) else (tenure.name,)
        return Answer(
            text, node.id, None, name, holders, _basis(tenure.certainty), self._when(tenure), _paragraphs(tenure)
        )

    def _task(self, node: Node, task: Task) -> Answer:
        when = dates_in_words(task, self._lang)
        name = " ".join(node.name.split())
        text = f"{name}: {task.text}" + (f" ({when})" if when else "")
        holders = self._names(node)
        return Answer(text, node.id, None, name, holders, _basis(task.certainty), self._when(task), _paragraphs(task))

    def _when(self, item: Tenure | Task) -> Presence:
        return held(item, self._day) if self._day is not None else YES


def _basis(certainty: str | None) -> Basis:
    return "interpreted" if certainty == "interpreted" else "unknown" if certainty == "unknown" else "stated"


def _paragraphs(item: Facts | Tenure | Task) -> tuple[int, ...]:
    return tuple(source.paragraph for source in item.sources if source.paragraph is not None)
