"""Elements, relations, tenures and tasks put as answers, as far as they are there on the day."""

import itertools
from collections.abc import Iterator
from typing import Literal

import msgspec

from editor.insight.outline import dates_in_words, element_words, sentence
from editor.insight.replies import Answer, Basis
from editor.insight.timing import NO, YES, Presence, Span, held, presences
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Facts, Node, Source, Task, Tenure
from editor.model.vocabulary import Vocabulary, text_in

VACANT_WORDS = {"sv": "Vakant", "en": "Vacant"}
FRAME = "shared_leadership"


class Teller:
    """Puts one document's records as answers, in one language, on a day or on all days."""

    def __init__(self, document: Document, vocabulary: Vocabulary, lang: str, day: Span | None) -> None:
        self.document, self.lang, self.day = document, lang, day
        self._vocabulary = vocabulary
        self._present = presences(document, day) if day is not None else {}

    # What there is.

    def is_there(self, id: str) -> bool:
        """Whether a record may be there on the day."""
        return self._present.get(id) != NO

    def everything(self) -> list[Node]:
        return sorted(self.document.nodes.values(), key=lambda node: node.order)

    def edges_of(self, node: Node) -> list[Edge]:
        """The relations at a node and at the shared leadership it stands in, in their order."""
        found = {id for owner in self.owners(node) for id in self.document.indexes.edges_at(owner.id)}
        return sorted((self.document.edges[id] for id in found), key=lambda edge: edge.order)

    def owners(self, node: Node) -> list[Node]:
        """The node, and the shared leadership it stands in."""
        frame = self.document.nodes.get(node.group or "")
        return [node, frame] if frame is not None and frame.kind == FRAME else [node]

    def stands_for(self, id: str, node: Node) -> bool:
        """Whether what the element does is done by the node: by itself, or by the shared leadership it stands in."""
        return id == node.id or (id == node.group and self.document.nodes[id].kind == FRAME)

    def held(self, node: Node) -> list[Tenure]:
        """Who holds a post on the day, and vacancies; a tenure of nobody says nothing."""
        said = (tenure for tenure in node.facts.tenures if tenure.name.strip() or is_vacancy(tenure))
        return [tenure for tenure in said if self.when(tenure) != NO]

    def when(self, item: Tenure | Task) -> Presence:
        return held(item, self.day) if self.day is not None else YES

    # Put as answers.

    def through(self, edge: Edge, other: str) -> Iterator[Answer]:
        """What stands at one end of a relation; for a shared leadership the posts inside it."""
        presence = self._present.get(edge.id, YES)
        if presence == NO:
            return
        said = sentence(edge, self.document, self._vocabulary, self.lang)
        for node in self._who(self.document.nodes[other]):
            yield self._answer(node, said, edge.facts, edge.id, presence)

    def element(self, node: Node) -> Answer:
        words = element_words(node, self._vocabulary, self.lang)
        return self._answer(node, words, node.facts, None, self._present.get(node.id, YES))

    def tenure(self, node: Node, tenure: Tenure) -> Answer:
        is_vacant = is_vacancy(tenure)
        party = f" ({tenure.party})" if tenure.party else ""
        who = text_in(VACANT_WORDS, self.lang) if is_vacant else f"{tenure.name}{party}"
        return self._part(node, tenure, f"{who}: {one_line(node.name)}", () if is_vacant else (tenure.name,))

    def task(self, node: Node, task: Task) -> Answer:
        return self._part(node, task, f"{one_line(node.name)}: {task.text}", self._names(node))

    def with_note(self, node: Node) -> Answer:
        """The element with what is noted of it."""
        answer = self.element(node)
        note = one_line(node.facts.note or "")
        return msgspec.structs.replace(answer, text=f"{answer.text}. {note}") if note else answer

    def noted(self, edge: Edge, other: str) -> Iterator[Answer]:
        """What stands at one end of a relation, with what is noted of the relation."""
        note = one_line(edge.facts.note or "")
        for answer in self.through(edge, other):
            yield msgspec.structs.replace(answer, text=f"{answer.text.rstrip('.')}. {note}") if note else answer

    def told(self, node: Node) -> Iterator[Answer]:
        """All that is said of an element: itself, its tasks, its relations, each once."""
        yield self.with_note(node)
        yield from (self.task(node, task) for task in node.facts.tasks if self.when(task) != NO)
        for edge in sorted(self.edges_of(node), key=lambda edge: node.id not in (edge.source, edge.target)):
            other = edge.source if self.stands_for(edge.target, node) else edge.target
            yield from itertools.islice(self.noted(edge, other), 1)

    def documents(self, known: Literal["date", "publisher", "title"]) -> Iterator[Answer]:
        """The sources of which something is known, with who published them and the date they bear."""
        for document in self.document.info.documents:
            if getattr(document, known):
                when = humanised(document.date, self.lang) if document.date else ""
                told = ", ".join(filter(None, (document.publisher, when)))
                yield Answer(f"”{one_line(document.title)}”{told and f': {told}'}", start=document.date)

    def sourced(self, answer: Answer) -> Answer | None:
        """Where it is stated: the documents, the paragraphs, the words; None where that isn't kept."""
        edge = self.document.edges.get(answer.relation or "")
        record = edge if edge is not None else self.document.nodes.get(answer.element or "")
        sources = record.facts.sources if record is not None else ()
        if not sources:
            return None
        titles = {each.id: each.title for each in self.document.info.documents}
        told = [_where(source, titles.get(source.document) or source.document, self.lang) for source in sources]
        return msgspec.structs.replace(answer, text=f"{answer.text.rstrip('.')}: {'; '.join(told)}")

    def _who(self, node: Node) -> list[Node]:
        """The node; for a shared leadership the posts inside it, which act together."""
        if node.kind != FRAME:
            return [node]
        inside = [other for other in self.document.nodes.values() if other.group == node.id and other.kind == "post"]
        return sorted(inside, key=lambda other: other.order) or [node]

    def _names(self, node: Node) -> tuple[str, ...]:
        return tuple(tenure.name for tenure in self.held(node) if not is_vacancy(tenure))

    def _answer(self, node: Node, text: str, facts: Facts, relation: str | None, presence: Presence) -> Answer:
        return Answer(
            text=text,
            element=node.id,
            relation=relation,
            name=one_line(node.name),
            holders=self._names(node),
            basis=_basis(facts.certainty),
            present=presence,
            paragraphs=_paragraphs(facts),
            start=facts.start,
            end=facts.end,
        )

    def _part(self, node: Node, item: Tenure | Task, text: str, holders: tuple[str, ...]) -> Answer:
        """An answer that rests on a tenure or a task."""
        when = dates_in_words(item, self.lang)
        return Answer(
            text=f"{text} ({when})" if when else text,
            element=node.id,
            name=one_line(node.name),
            holders=holders,
            basis=_basis(item.certainty),
            present=self.when(item),
            paragraphs=_paragraphs(item),
            start=item.start,
            end=item.end,
        )


WHERE = {"sv": "{title}, stycke {paragraph}", "en": "{title}, paragraph {paragraph}"}


def _where(source: Source, title: str, lang: str) -> str:
    place = title if source.paragraph is None else text_in(WHERE, lang).format(title=title, paragraph=source.paragraph)
    return f"”{one_line(source.quote)}” ({place})" if source.quote else place


def one_line(text: str) -> str:
    """A name without its line breaks."""
    return " ".join(text.split())


def _basis(certainty: str | None) -> Basis:
    return "interpreted" if certainty == "interpreted" else "unknown" if certainty == "unknown" else "stated"


def _paragraphs(item: Facts | Tenure | Task) -> tuple[int, ...]:
    return tuple(dict.fromkeys(source.paragraph for source in item.sources if source.paragraph is not None))
