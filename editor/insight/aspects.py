"""What is said of an element itself: its holders, tasks and dates, how many, who had it before, which way from it."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec

from editor.insight.days import ANY_YEAR, Days
from editor.insight.listing import Listing
from editor.insight.mentions import Mentions
from editor.insight.naming import JOINED, Namer
from editor.insight.notes import THEME, Notes
from editor.insight.replies import Answer
from editor.insight.telling import FRAME, Teller
from editor.insight.timing import NO
from editor.model.records import Node, Tenure

DECISION = re.compile(r"beslut|decision", re.IGNORECASE)
PROPOSAL = re.compile(r"\b(?:förslag|föreslå|propos)", re.IGNORECASE)
LAST = re.compile(r"\b(?:sista|upphör|avveckl|läggs ner|läggs ned|last|ceases?)\b", re.IGNORECASE)
CONTACT = re.compile(r"\b(?:kontaktperson|contact person)", re.IGNORECASE)
WAY = ("reports_to", "prepares_for", "decides_on")


class Aspects:
    """Answers by what is said of elements themselves; which aspect means what is said in `insight/questions.py`."""

    def __init__(self, teller: Teller, namer: Namer, mentions: Mentions) -> None:
        self._teller, self._namer, self._mentions = teller, namer, mentions
        self._notes, self._listing = Notes(teller), Listing(teller, namer)
        self._days = Days(teller, self._notes)

    def of(self, aspect: str | None, subjects: list[Node], words: str) -> Iterator[Answer]:
        """The answers for the elements meant by the words, and for the words themselves."""
        if aspect in self._of_words:
            yield from self._of_words[aspect](words, subjects)
        elif aspect in TENURES:
            chosen = self._namer.ways.age(words) if aspect == "holders" else None
            for post in subjects:
                tenures = TENURES[chosen or aspect](post, self._teller.held(post))
                yield from (self._teller.tenure(post, held) for held in tenures)
                yield from self._notes.profession(post) if aspect == "holders" else ()
        elif aspect in OWNERS:
            yield from (answer for node in subjects for answer in self._tasks(aspect, node))
        elif aspect in self._of_node:
            yield from (answer for node in subjects for answer in self._of_node[aspect](node))

    @property
    def _of_words(self) -> Mapping[str | None, Callable[[str, list[Node]], Iterator[Answer]]]:
        return {
            "owners": self._task_owners,
            "posts": self._posts,
            "present_posts": lambda words, subjects: self._posts_of(words, is_new=False),
            "earlier_posts": self._earlier_posts,
            "new_posts": lambda words, subjects: self._posts_of(words, is_new=True),
            "party": self._parties,
            "listed": self._listing.listed,
            "named": self._listing.named,
            "remaining": self._listing.remaining,
            "count": self._listing.number,
            "merged": self._listing.merged,
            "called": self._listing.called,
            "proposers": self._proposers,
            "source": self._sources,
            "events": self._days.events,
            "contacts": self._contacts,
            "document_dates": lambda words, subjects: self._documents(words, "date"),
            "publishers": lambda words, subjects: self._documents(words, "publisher"),
            "titles": lambda words, subjects: self._documents(words, "title"),
        }

    @property
    def _of_node(self) -> Mapping[str | None, Callable[[Node], Iterator[Answer]]]:
        return {
            "members": self._inside,
            "deeds": self._notes.deeds,
            "way": self._way,
            "dates": self._days.dates,
            "year": self._days.years,
            "new_owner": lambda node: self._days.moved(node, is_new=True),
            "old_owner": lambda node: self._days.moved(node, is_new=False),
            "per_year": self._per_year,
            "place": self._notes.place,
            "told": self._teller.told,
            "described": self._notes.described,
            "dated_tasks": self._dated_tasks,
            "themes": lambda node: self._notes.saying(node, THEME),
            "wishes": self._notes.wishes,
            "itself": self._with_status,
            "noted_itself": self._ended,
            "reasons": self._notes.reasons,
        }

    # Of what the words name.

    def _task_owners(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        # Words that name a body are not looked for in the tasks of others, which may well mention it.
        if all(node.kind == "responsibility" for node in subjects):
            yield from (self._teller.task(node, task) for node, task in self._namer.tasks(words))

    def by_title(self, words: str) -> Iterator[Answer]:
        """Whose title says so, which is a reading of it: "information" is what an informationschef has."""
        for post in self._namer.titled(words):
            yield msgspec.structs.replace(self._teller.element(post), basis="interpreted")

    def _posts(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The tenures of who is meant."""
        names = self._people(words)
        for node in self._teller.everything():
            yield from (self._teller.tenure(node, held) for held in self._teller.held(node) if held.name in names)
        yield from (answer for node in subjects for answer in self._notes.profession(node))

    def _posts_of(self, words: str, is_new: bool) -> Iterator[Answer]:
        """The tenures of who is meant that are new or to come, or the others."""
        names = self._people(words)
        for node in self._teller.everything():
            mine = [held for held in self._teller.held(node) if held.name in names]
            coming = _coming(node, mine)
            yield from (self._teller.tenure(node, held) for held in mine if (held in coming) == is_new)

    def _earlier_posts(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The tenures that end, or that somebody has who begins in another post."""
        names = self._people(words)
        posts = self._teller.everything()
        mine = {node.id: [held for held in self._teller.held(node) if held.name in names] for node in posts}
        beginners = {held.name for node in posts for held in _coming(node, mine[node.id])}
        for node in posts:
            coming = _coming(node, mine[node.id])
            earlier = (held for held in mine[node.id] if held not in coming)
            yield from (self._teller.tenure(node, held) for held in earlier if held.end or held.name in beginners)

    def _people(self, words: str) -> set[str]:
        """The holders who are meant, one or several."""
        return {name for part in (words, *JOINED.split(words)) for name in self._namer.persons(part)}

    def _parties(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The tenures with a party of who is meant, or of those who hold a post that is meant."""
        names = self._people(words)
        meant_posts = {node.id for node in subjects} if not names else set()
        for node in self._teller.everything():
            for tenure in self._teller.held(node):
                if tenure.party and (tenure.name in names or node.id in meant_posts):
                    yield self._teller.tenure(node, tenure)

    def _proposers(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Whose task it was to propose what the words name, or whose proposal was decided on as is noted."""
        for node, task in self._namer.tasks(words):
            if PROPOSAL.search(task.text):
                yield self._teller.task(node, task)
        for edge in (edge for node in subjects for edge in self._teller.edges_of(node)):
            note = edge.facts.note or ""
            for node in itertools.chain(*self._mentions.named(note)) if PROPOSAL.search(note) else ():
                yield from self._teller.noted(edge, node.id)

    def _documents(self, words: str, known: Literal["date", "publisher", "title"]) -> Iterator[Answer]:
        is_asked = words.casefold() in self._namer.ways.wording.texts
        return self._teller.documents(known) if is_asked else iter(())

    def _contacts(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Whom to ask for more, as it is noted or an address is kept."""
        asked = (node for node in subjects if node.facts.contact or CONTACT.search(node.facts.note or ""))
        yield from map(self._teller.element, asked)

    def _sources(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Where it is stated: the relations between what is named, or those that say the same; else what is named."""
        groups = [{node.id for node in found} for found in self._mentions.named(words)]
        named = set[str]().union(*groups)
        edges = sorted(self._teller.document.edges.values(), key=lambda edge: edge.order)
        ends = [(edge, {edge.source, edge.target}) for edge in edges]
        between = [edge for edge, both in ends if both <= named and not any(both <= group for group in groups)]
        at_one = [edge for edge, both in ends if both & named]
        told = [edge for edge in between or at_one if self._namer.says_relation(words, edge.kind)] or between
        answers = [answer for edge in told for answer in itertools.islice(self._teller.through(edge, edge.target), 1)]
        answers = answers or [self._teller.element(self._teller.document.nodes[id]) for id in sorted(named)]
        yield from filter(None, map(self._teller.sourced, answers))

    # Of one element.

    def _tasks(self, aspect: str | None, node: Node) -> Iterator[Answer]:
        owners = [owner for owner in self._teller.owners(node) if OWNERS[aspect](owner, node)]
        tasks = ((owner, task) for owner in owners for task in owner.facts.tasks)
        yield from (self._teller.task(owner, task) for owner, task in tasks if self._teller.when(task) != NO)

    def _inside(self, node: Node) -> Iterator[Answer]:
        inside = (other for other in self._teller.everything() if other.group == node.id)
        return map(self._teller.element, inside)

    def _dated_tasks(self, node: Node) -> Iterator[Answer]:
        return (answer for answer in self._tasks("tasks", node) if answer.start or answer.end)

    def _with_status(self, node: Node) -> Iterator[Answer]:
        if node.facts.status:
            yield self._teller.element(node)

    def _ended(self, node: Node) -> Iterator[Answer]:
        """What is known of its end: that there is one, or what is noted of a last time."""
        if node.facts.end or node.facts.status == "ended" or LAST.search(node.facts.note or ""):
            yield self._teller.with_note(node)

    def _per_year(self, node: Node) -> Iterator[Answer]:
        if node.facts.per_year is not None:
            yield self._teller.element(node)

    def _way(self, start: Node) -> Iterator[Answer]:
        """Along reports, preparation and decision, each relation once; where it ends before a decision, who decides."""
        waiting, seen = [start.id], {start.id}
        has_way = is_decided = False
        while waiting:
            here = waiting.pop(0)
            for edge in self._teller.edges_of(self._teller.document.nodes[here]):
                if edge.kind in WAY and edge.source == here:
                    has_way, is_decided = True, is_decided or edge.kind == "decides_on"
                    yield from self._teller.through(edge, edge.target)
                    if edge.target not in seen:
                        seen.add(edge.target)
                        waiting.append(edge.target)
        if has_way and not is_decided:
            yield from self._deciders()

    def _deciders(self) -> Iterator[Answer]:
        """Who takes decisions as such, whatever they are about."""
        for edge in sorted(self._teller.document.edges.values(), key=lambda edge: edge.order):
            target = self._teller.document.nodes[edge.target]
            if edge.kind == "decides_on" and target.kind == "responsibility" and DECISION.search(target.name):
                yield from self._teller.through(edge, edge.source)


def _coming(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those of whom it is said when they began or shall begin; who already holds a post doesn't become it."""
    return [tenure for tenure in tenures if tenure.start or post.facts.start or tenure.status in ("planned", "decided")]


def _present(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those who aren't only on their way in: planned, or from a day of which the text says no year."""
    return [each for each in tenures if each.status != "planned" and ANY_YEAR not in (each.start or "")]


def _next(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those who come after another in the post."""
    first = [tenure for tenure in tenures if tenure.end or not tenure.start]
    return [tenure for tenure in tenures if first and tenure not in first]


def _last(post: Node, tenures: list[Tenure]) -> list[Tenure]:
    """Those whose time in the post has an end."""
    return [tenure for tenure in tenures if tenure.end or tenure.status == "ended"]


TENURES: Mapping[str | None, Callable[[Node, list[Tenure]], list[Tenure]]] = {
    "holders": lambda post, tenures: tenures,
    "coming": _coming,
    "next": _next,
    "present_holders": _present,
    "last": _last,
}
"""Which tenures of a post answer which aspect."""


OWNERS: Mapping[str | None, Callable[[Node, Node], bool]] = {
    "tasks": lambda owner, post: True,
    "joint": lambda owner, post: owner.kind == FRAME,
    "own": lambda owner, post: owner.id == post.id,
}
"""Whose tasks answer which aspect: of a post and the shared leadership that it stands in."""
