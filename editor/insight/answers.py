"""What a structure answers to a question, the relations that each answer rests on, and how sure they are."""

import functools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from editor.insight.aspects import Aspects
from editor.insight.loose.alike import Kinship
from editor.insight.loose.cues import Asks
from editor.insight.loose.familiar import Familiar
from editor.insight.loose.statements import Statements
from editor.insight.mentions import Mentions
from editor.insight.names import words_of
from editor.insight.naming import EXACT, JOINED, PEOPLE, ROUNDABOUT, Namer, closest
from editor.insight.notes import is_timed
from editor.insight.questions import Question, Reading
from editor.insight.replies import Answer, Reply
from editor.insight.sieve import Sieve
from editor.insight.telling import Teller, one_line
from editor.insight.timing import Span
from editor.insight.wording import Wording
from editor.model.counting import COUNTED, named_parts
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Vocabulary

NO_WORDING = Wording()
MOST_NAMED, MOST_KNOWN = 3, 8
"""Of how many elements, and how much, is told where nothing answers."""
OF_PERSONS = ("earlier_posts", "present_posts", "new_posts")
"""Aspects that only somebody has."""
OF_TEXTS = ("document_dates", "publishers", "titles")
"""Aspects that only the text has which the chart is made from."""


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
        self._document, self._vocabulary, self._lang = document, vocabulary, lang
        self._wording = wording
        self._teller = Teller(document, vocabulary, lang, day)

    @functools.cached_property
    def _namer(self) -> Namer:
        return Namer(self._document, self._vocabulary, self._wording)

    @functools.cached_property
    def kin(self) -> Kinship:
        """Which words mean nearly the same here."""
        return Kinship(self._namer.ways)

    @functools.cached_property
    def familiar(self) -> Familiar:
        """Which words are known here."""
        return Familiar(self._document, self._wording, lambda word: bool(self._namer.closeness(word)))

    @functools.cached_property
    def _statements(self) -> Statements:
        return Statements(self._teller, self._namer, self.kin, self._vocabulary)

    def stated(self, words: tuple[str, ...], asks: Asks) -> tuple[Answer, ...]:
        """What is stated with all of some words in small letters."""
        return self._statements.answers(words, asks)

    @functools.cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self._namer)

    def likeliest(self, readings: Sequence[Reading]) -> Reading:
        """The reading whose words name something best; among equals, and among mere guesses, one that has answers."""
        whole = [reading for reading in readings if self.is_whole(reading)]
        if not whole:
            return next((reading for reading in readings if self._closeness(reading)), readings[0])
        best = max(map(self._closeness, whole))
        closest_ones = [reading for reading in whole if self._closeness(reading) == best]
        is_guess = best <= ROUNDABOUT
        equals = [reading for reading in closest_ones if is_guess or reading.weight == closest_ones[0].weight]
        return next((reading for reading in equals if self.answers(reading)), closest_ones[0])

    def is_whole(self, reading: Reading) -> bool:
        """Whether everything that is asked about is something that is there."""
        is_known = bool(self._closeness(reading))
        other = reading.other
        return is_known and (other is None or all(map(self.is_something, JOINED.split(other))))

    def is_clear(self, reading: Reading) -> bool:
        """Whether there is no doubt of what is asked, so that silence is the answer where nothing is stated."""
        is_other = reading.other is None or (
            reading.mode == "pair" and self._namer.closeness(reading.other) > ROUNDABOUT
        )
        return reading.mode in ("plain", "pair") and is_other and self._closeness(reading) > ROUNDABOUT

    def subject_of(self, reading: Reading) -> str:
        """What is asked about, as far as it is something that is there; "" where it isn't."""
        return reading.subject if self._closeness(reading) else ""

    def _closeness(self, reading: Reading) -> int:
        """How well what is asked about is something that is there; of a clause what it names counts."""
        words, question = reading.subject, reading.question
        if question.aspect == "source":
            return EXACT if self._mentions.named(words) else 0
        if question.aspect in OF_TEXTS:
            return EXACT if words.casefold() in self._wording.texts else 0
        if question.aspect in OF_PERSONS and not self._is_somebody(words):
            return 0
        return self._namer.closeness(words) or (
            ROUNDABOUT if question.is_clause and self._mentions.covers(words) else 0
        )

    def _is_somebody(self, words: str) -> bool:
        return any(map(self._namer.persons, (words, *JOINED.split(words))))

    def closeness(self, words: str) -> int:
        """How well words name something; 0 not at all."""
        return self._namer.closeness(words)

    def is_sort(self, words: str) -> bool:
        """Whether words say a sort of things."""
        return self._namer.is_sort(words) or bool(self._namer.elements(words))

    def is_by_name(self, answer: Answer) -> bool:
        """Whether what answers has a name of its own, unlike a counted set."""
        node = self._document.nodes.get(answer.element or "")
        return node is not None and node.kind != "counted_set"

    def is_task_word(self, words: str) -> bool:
        """Whether words say that tasks are asked for: "mål", "fyra grundpelare"."""
        return bool(words) and self._namer.bare(words) in self._wording.idle.tasks

    def says(self, answer: Answer, words: Iterable[str]) -> bool:
        """Whether an answer, or what it rests on, says all of some words in small letters, or means nearly the same."""
        asked = tuple(words)
        if not asked:
            return True
        bag = self.kin.bag(self._said(answer))
        return all(self.kin.is_said(word, bag) for word in asked)

    def is_named_by(self, answer: Answer, words: Iterable[str]) -> bool:
        """Whether words in small letters name who answers, so that it tells nothing new."""
        said = list(words)
        people = [part for holder in answer.holders for part in holder.split()]
        names = people or [answer.name or ""]
        return any(self.kin.is_named(name, said) for name in names)

    def _said(self, answer: Answer) -> Iterator[str]:
        yield from (answer.text, answer.name or "", *answer.holders)
        edge = self._document.edges.get(answer.relation or "")
        node = self._document.nodes.get(answer.element or "")
        records = [record.facts for record in (edge, node) if record is not None]
        for facts in records:
            yield facts.note or ""
            yield from (source.quote or "" for source in facts.sources)
        for task in node.facts.tasks if node is not None and edge is None else ():
            if task.text in answer.text:
                yield from (source.quote or "" for source in task.sources)

    def mentioned(self, sentence: str) -> list[list[Node]]:
        """The elements that a sentence names, for each of its names."""
        return self._mentions.named(sentence)

    def is_the_whole(self, words: str) -> bool:
        """Whether the words name nothing but the municipality or the text."""
        return self._namer.ways.is_the_whole(words)

    def is_the_change(self, words: str) -> bool:
        """Whether the words name nothing but what a change has made."""
        return self._namer.is_the_change(words)

    def is_doing(self, words: str) -> bool:
        """Whether the words say what somebody's task is."""
        return any(self._namer.doing(words))

    def others(self, everything: Iterable[Answer], answers: Iterable[Answer]) -> list[Answer]:
        """What there is beside some answers; that it isn't among them is a reading of the text."""
        taken = {answer.element for answer in answers}
        left = (answer for answer in everything if answer.element not in taken)
        return [msgspec.structs.replace(answer, basis="interpreted") for answer in left]

    def without(self, answers: Iterable[Answer], words: str) -> list[Answer]:
        """Answers but those that are what the words name, or its holder."""
        several = (words, *JOINED.split(words))
        named = {node.id for part in several for node in self._namer.elements(part)}
        people = {name for part in several for name in self._namer.persons(part)}
        kept = [answer for answer in answers if answer.element not in named and not people & set(answer.holders)]
        return [answer for answer in kept if not self._counts(answer, named)]

    def _counts(self, answer: Answer, named: set[str]) -> bool:
        """Whether an answer is a counted set that something named is one of."""
        node = self._document.nodes.get(answer.element or "")
        return node is not None and node.kind == COUNTED and not named.isdisjoint(named_parts(self._document, node.id))

    def is_something(self, words: str) -> bool:
        """Whether words name something, or a sort of things."""
        is_named = bool(self._namer.closeness(words)) or self._namer.is_sort(words)
        return is_named or self._namer.ways.is_the_whole(words)

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

    def answers(self, reading: Reading) -> list[Answer]:
        """The answers to a question as it was read, each once."""
        subjects = self._subjects(reading.subject, reading.question.is_clause)
        return list(dict.fromkeys(self._found(reading, subjects)))

    def read(self, reading: Reading) -> Reply:
        """The answers to a question as it was read, and what is said where there are none."""
        question, words = reading.question, reading.subject
        subjects = self._subjects(words, question.is_clause)
        answers = self.answers(reading)
        named = self._document.nodes.get(words)
        about_what = one_line(named.name) or words if named is not None else words
        asked = question.ask.get(self._lang, question.ask["en"]).format(about_what)
        about = subjects or self._meant(reading)
        nearest = () if answers or about or self._namer.closeness(words) else tuple(closest(self._document, words))
        known = () if answers else self._known(about, reading.sentence)
        return Reply(
            question=question.id,
            asked=asked,
            about=tuple(node.id for node in about),
            answers=tuple(answers),
            known=known,
            nearest=nearest,
            understood=reading.is_understood,
            unknown=() if answers else reading.unknown,
            read_as=reading.read_as,
        )

    def _found(self, reading: Reading, subjects: list[Node]) -> list[Answer]:
        if reading.mode == "found":
            return list(reading.found)
        if reading.mode == "doing":
            tasks, edges = self._namer.doing(reading.subject)
            told = [self._teller.task(node, task) for node, task in tasks]
            return told + [answer for edge in edges for answer in self._teller.noted(edge, edge.source)]
        answers = list(self._answers(reading.question, subjects, reading.subject))
        answers = answers or list(self._made_up_of(reading.question, subjects))
        if reading.other is None:
            return answers
        sieve = Sieve(self._teller, self._namer, self._wording)
        if reading.mode == "count":  # "how many companies are there in the group": the group isn't one of them
            ids = {node.id for node in subjects}
            answers = [answer for answer in answers if not answer.relation or answer.element not in ids]
        kept = sieve.kept(answers, reading)
        if kept or reading.mode != "narrow":
            return kept
        return sieve.kept(list(self._upwards(reading.question, subjects)), reading)

    def _made_up_of(self, question: Question, subjects: list[Node]) -> Iterator[Answer]:
        for node in subjects if question.down else ():
            for edge in self._teller.edges_of(node):
                if edge.kind in question.down and edge.target == node.id:
                    yield from self._teller.through(edge, edge.source)

    def _upwards(self, question: Question, subjects: list[Node]) -> Iterator[Answer]:
        """What the elements belong to, directly and through others."""
        waiting, seen = list(subjects), {node.id for node in subjects}
        while waiting:
            node = waiting.pop(0)
            for edge in self._teller.edges_of(node):
                if edge.kind in question.up and edge.source == node.id and edge.target not in seen:
                    seen.add(edge.target)
                    waiting.append(self._document.nodes[edge.target])
                    yield from self._teller.through(edge, edge.target)

    def _meant(self, reading: Reading) -> list[Node]:
        """What a sentence names that couldn't be read as a whole."""
        words = " ".join(filter(None, (reading.subject, reading.other)))
        named = {node.id: node for nodes in self._mentions.named(words) for node in nodes}
        return list(named.values()) or self._mentions.noted(words)

    def _known(self, nodes: Sequence[Node], sentence: str) -> tuple[Answer, ...]:
        """What is said of what is named, where it isn't what was asked for: first what says most of the words."""
        # A relation between two that are named is told from one end.
        told = {answer.text: answer for node in nodes[:MOST_NAMED] for answer in self._teller.told(node)}.values()
        words = [word for word in words_of(sentence) if not self._wording.says_little(word)]
        ranked = sorted(told, key=lambda answer: -self._likeness(answer, words)) if len(told) > 1 else list(told)
        return tuple(ranked[:MOST_KNOWN])

    def _likeness(self, answer: Answer, words: Sequence[str]) -> int:
        """How many of some words an answer says."""
        bag = self.kin.bag(self._said(answer))
        return sum(self.kin.is_said(word, bag) for word in words)

    def _subjects(self, words: str, is_clause: bool = False) -> list[Node]:
        """The elements meant, or the posts of a holder who is meant; those that are gone that day as a last resort."""
        nodes = self._namer.elements(words)
        if not nodes:
            nodes = self._namer.held_by(self._namer.persons(words))
        nodes = nodes or self._namer.quoted(words)
        if not nodes and is_clause and self._mentions.covers(words):
            nodes = [node for named in self._mentions.named(words) for node in named]
        several = JOINED.split(words)
        if not nodes and len(several) > 1:
            return [node for part in several for node in self._subjects(part)]
        there = [node for node in nodes if self._teller.is_there(node.id)]
        return there or nodes

    def _answers(self, question: Question, subjects: list[Node], words: str) -> Iterator[Answer]:
        if question.of_person and self._namer.persons(words) and not self._namer.elements(words):
            question = msgspec.structs.replace(question, into=question.of_person)
        found = list(self._of_relations(question, subjects))
        aspects = Aspects(self._teller, self._namer, self._mentions)
        found += aspects.of(question.aspect, subjects, words)
        if not found and question.aspect == "owners":
            found += aspects.by_title(words)
        if not found and question.of_task:
            tasks = [node for node in subjects if node.kind == "responsibility"]
            found += self._of_relations(msgspec.structs.replace(question, into=question.of_task, out=()), tasks)
        yield from found

    def _of_relations(self, question: Question, subjects: list[Node]) -> Iterator[Answer]:
        teller = self._teller
        tell = teller.noted if question.aspect == "dated" else teller.through
        for node in subjects:
            edges = teller.edges_of(node)
            has_members = any(edge.kind == "member_of" and edge.target == node.id for edge in edges)
            into = (*question.into, *question.of_body) if has_members else question.into
            for edge in edges:
                if question.aspect == "dated" and not (edge.facts.start or edge.facts.end or is_timed(edge.facts)):
                    continue
                if question.aspect == "own" and node.id not in (edge.source, edge.target):
                    continue
                if question.no_people and self._is_person(edge.source):
                    continue
                if edge.kind in into and teller.stands_for(edge.target, node):
                    yield from tell(edge, edge.source)
                if edge.kind in question.out and teller.stands_for(edge.source, node):
                    yield from tell(edge, edge.target)

    def _is_person(self, id: str) -> bool:
        return self._document.nodes[id].kind in PEOPLE
