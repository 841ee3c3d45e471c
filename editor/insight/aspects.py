"""What is said of an element itself: its holders, tasks and dates, how many, who had it before, which way from it."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from editor.insight.mentions import Mentions
from editor.insight.naming import JOINED, PEOPLE, Namer
from editor.insight.replies import Answer
from editor.insight.telling import FRAME, Teller, one_line
from editor.insight.timing import NO, span_of
from editor.model.dates import MONTHS
from editor.model.records import Facts, Node, Task, Tenure
from editor.model.written_dates import date_of

SILENCE = re.compile(r"framgår inte|nämns inte|okän[dt]|not (?:stated|known|named)|unknown", re.IGNORECASE)
DECISION = re.compile(r"beslut|decision", re.IGNORECASE)
PROPOSAL = re.compile(r"\b(?:förslag|föreslå|propos)", re.IGNORECASE)
REASON = re.compile(
    r"^(?:för att|eftersom|because|in order to)\b|\b(?:skäl|syfte|anledning|reason|purpose)", re.IGNORECASE
)
WISH = re.compile(r"\b(?:vill|wants?|wishe?s?)\b", re.IGNORECASE)
THEME = re.compile(r"\b(?:tema|ämne[nt]?\b|handlar\b|theme|topic)", re.IGNORECASE)
SAID_MONTHS = "|".join(month for months in MONTHS.values() for month in months)
TIMED = re.compile(
    rf"\b(?:dagen (?:före|efter)|samma dag|day before|same day|{SAID_MONTHS})\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\b(?:i|på|vid|in|at)\s+[A-ZÅÄÖ]")
SENTENCES = re.compile(r"(?<=[.!?])\s+")
ANY_YEAR = "XXXX"
YEAR = re.compile(r"\d{4}")
WAY = ("reports_to", "prepares_for", "decides_on")


class Aspects:
    """Answers by what is said of elements themselves; which aspect means what is said in `insight/questions.py`."""

    def __init__(self, teller: Teller, namer: Namer, mentions: Mentions) -> None:
        self._teller, self._namer, self._mentions = teller, namer, mentions

    def of(self, aspect: str | None, subjects: list[Node], words: str) -> Iterator[Answer]:
        """The answers for the elements meant by the words, and for the words themselves."""
        if aspect in self._of_words:
            yield from self._of_words[aspect](words, subjects)
        elif aspect in TENURES:
            chosen = self._namer.ways.age(words) if aspect == "holders" else None
            for post in subjects:
                tenures = TENURES[chosen or aspect](post, self._teller.held(post))
                yield from (self._teller.tenure(post, held) for held in tenures)
                yield from self._profession(post) if aspect == "holders" else ()
        elif aspect in OWNERS:
            yield from (answer for node in subjects for answer in self._tasks(aspect, node))
        elif aspect in self._of_node:
            yield from (answer for node in subjects for answer in self._of_node[aspect](node))

    @property
    def _of_words(self) -> Mapping[str | None, Callable[[str, list[Node]], Iterator[Answer]]]:
        return {
            "owners": self._task_owners,
            "posts": self._posts,
            "earlier_posts": lambda words, subjects: self._posts_of(words, is_new=False),
            "new_posts": lambda words, subjects: self._posts_of(words, is_new=True),
            "party": self._parties,
            "listed": self._all_listed,
            "named": self._all_named,
            "remaining": self._remaining,
            "count": self._number,
            "merged": self._merged,
            "called": self._all_called,
            "proposers": self._proposers,
            "source": self._sources,
            "events": self._events,
        }

    @property
    def _of_node(self) -> Mapping[str | None, Callable[[Node], Iterator[Answer]]]:
        return {
            "members": self._inside,
            "deeds": self._deeds,
            "way": self._way,
            "dates": self._dates,
            "year": self._years,
            "new_owner": lambda node: self._moved(node, is_new=True),
            "old_owner": lambda node: self._moved(node, is_new=False),
            "per_year": self._per_year,
            "place": self._place,
            "told": self._teller.told,
            "described": self._described,
            "dated_tasks": self._dated_tasks,
            "themes": lambda node: self._saying(node, THEME),
            "wishes": self._wishes,
            "itself": self._with_status,
            "reasons": self._reasons,
        }

    # Of what the words name.

    def _task_owners(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        # Words that name a body are not looked for in the tasks of others, which may well mention it.
        if all(node.kind == "responsibility" for node in subjects):
            yield from (self._teller.task(node, task) for node, task in self._namer.tasks(words))

    def _posts(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The tenures of who is meant."""
        names = self._people(words)
        for node in self._teller.everything():
            yield from (self._teller.tenure(node, held) for held in self._teller.held(node) if held.name in names)
        yield from (answer for node in subjects for answer in self._profession(node))

    def _posts_of(self, words: str, is_new: bool) -> Iterator[Answer]:
        """The tenures of who is meant that are new or to come, or the others."""
        names = self._people(words)
        for node in self._teller.everything():
            mine = [held for held in self._teller.held(node) if held.name in names]
            coming = _coming(node, mine)
            yield from (self._teller.tenure(node, held) for held in mine if (held in coming) == is_new)

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

    def _all_listed(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        yield from map(self._teller.element, self._listed(words, subjects))
        yield from self._called_tasks(words)

    def _called_tasks(self, words: str) -> Iterator[Answer]:
        return (self._teller.task(node, task) for node, task in self._namer.tasks_called(words))

    def _remaining(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Everything of that sort that has no end."""
        left = (node for node in self._listed(words, subjects) if not node.facts.end and node.facts.status != "ended")
        return map(self._teller.element, left)

    def _all_named(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        named = (node for node in self._listed(words, subjects) if node.kind != "counted_set")
        return map(self._teller.element, named)

    def _all_called(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Units by name; a post's name is no answer to what somebody is called."""
        meant = subjects if self._namer.ways.age(words) else self._listed(words, subjects)
        units = (node for node in meant if node.kind not in (*PEOPLE, "counted_set"))
        return map(self._teller.element, units)

    def _proposers(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """Whose task it was to propose what the words name, or whose proposal was decided on as is noted."""
        for node, task in self._namer.tasks(words):
            if PROPOSAL.search(task.text):
                yield self._teller.task(node, task)
        for edge in (edge for node in subjects for edge in self._teller.edges_of(node)):
            note = edge.facts.note or ""
            for node in itertools.chain(*self._mentions.named(note)) if PROPOSAL.search(note) else ():
                yield from self._teller.noted(edge, node.id)

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

    def _events(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """What begins or ends within the day, month or year that the words say; not what begins with its element."""
        day = date_of(words)
        if day is None:
            return
        turning = {node.id for node in self._teller.everything() if _turns_on(node.facts, day)}
        for node in self._teller.everything():
            if node.id in turning:
                yield self._teller.element(node)
                continue
            yield from (self._teller.tenure(node, held) for held in node.facts.tenures if _turns_on(held, day))
            yield from (self._teller.task(node, task) for task in node.facts.tasks if _turns_on(task, day))
        for edge in sorted(self._teller.document.edges.values(), key=lambda edge: edge.order):
            is_told = edge.kind != "becomes" and turning & {edge.source, edge.target}
            if _turns_on(edge.facts, day) and not is_told:
                yield from itertools.islice(self._teller.through(edge, edge.target), 1)

    def _number(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        """The sets that say how many they are; where there is no set of that sort, its units, if there are several."""
        sets = [node for node in subjects if node.facts.count is not None]
        listed = self._listed(words, subjects)
        units = [node for node in listed if node.kind not in (*PEOPLE, "counted_set")] or self._sharing(listed)
        has_set = any(node.kind == "counted_set" for node in listed)
        are_all = len(units) > 1 or self._is_merged(units)
        yield from map(self._teller.element, sets or (units if are_all and not has_set else []))
        yield from self._called_tasks(words)

    def _is_merged(self, units: list[Node]) -> bool:
        """Whether they are one that several have become."""
        ids = {node.id for node in units}
        edges = self._teller.document.edges.values()
        return len(units) == 1 and sum(edge.kind == "becomes" and edge.target in ids for edge in edges) > 1

    def _sharing(self, nodes: list[Node]) -> list[Node]:
        """The posts of one shared leadership, which are all that there are of their sort."""
        groups = {node.group for node in nodes if node.kind == "post" and node.group}
        return [node for node in nodes if node.group in groups] if len(groups) == 1 else []

    def _merged(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
        edges = self._teller.document.edges.values()
        becoming = {edge.source for edge in edges if edge.kind == "becomes"}
        yield from (self._teller.element(node) for node in self._listed(words, subjects) if node.id in becoming)

    def _listed(self, words: str, subjects: list[Node]) -> list[Node]:
        """What the words name, and everything of that sort, as far as it is there."""
        ids = {node.id for node in subjects}
        fitting = (node for node in self._teller.everything() if node.id in ids or self._namer.fits(node, words))
        there = [node for node in fitting if self._teller.is_there(node.id)]
        # "Kontor" are administrations, where there are any, rather than the service points that are called so too.
        kind = self._namer.kind_of(words)
        return [node for node in there if node.kind in (kind, "counted_set")] if self._has(there, kind) else there

    def _has(self, nodes: list[Node], kind: str | None) -> bool:
        return any(node.kind == kind for node in nodes if kind is not None)

    # Of one element.

    def _tasks(self, aspect: str | None, node: Node) -> Iterator[Answer]:
        owners = [owner for owner in self._teller.owners(node) if OWNERS[aspect](owner, node)]
        tasks = ((owner, task) for owner in owners for task in owner.facts.tasks)
        yield from (self._teller.task(owner, task) for owner, task in tasks if self._teller.when(task) != NO)

    def _deeds(self, node: Node) -> Iterator[Answer]:
        """What is noted that somebody does who has no post here."""
        for edge in self._teller.edges_of(node) if node.kind == "person" else ():
            yield from self._teller.noted(edge, edge.target) if edge.facts.note else ()

    def _inside(self, node: Node) -> Iterator[Answer]:
        inside = (other for other in self._teller.everything() if other.group == node.id)
        return map(self._teller.element, inside)

    def _dated_tasks(self, node: Node) -> Iterator[Answer]:
        return (answer for answer in self._tasks("tasks", node) if answer.start or answer.end)

    def _wishes(self, node: Node) -> Iterator[Answer]:
        """What is noted that somebody wants; what a platform wants is its tasks."""
        yield from self._saying(node, WISH)
        yield from self._tasks("own", node) if node.kind == "platform" else ()

    def _with_status(self, node: Node) -> Iterator[Answer]:
        if node.facts.status:
            yield self._teller.element(node)

    def _reasons(self, node: Node) -> Iterator[Answer]:
        """What is noted of the element, and of its relations, as a reason."""
        for owner in self._teller.owners(node):
            if REASON.search(owner.facts.note or ""):
                yield self._teller.with_note(owner)
        for edge in self._teller.edges_of(node):
            if REASON.search(edge.facts.note or ""):
                yield from itertools.islice(self._teller.noted(edge, edge.target), 1)

    def _per_year(self, node: Node) -> Iterator[Answer]:
        if node.facts.per_year is not None:
            yield self._teller.element(node)

    def _described(self, node: Node) -> Iterator[Answer]:
        """All that is said of a body; what somebody is, their posts say."""
        return self._teller.told(node) if node.kind not in PEOPLE else iter(())

    def _profession(self, node: Node) -> Iterator[Answer]:
        """What somebody is who has no post here, as far as it is noted."""
        note = one_line(node.facts.note or "")
        if node.kind == "person" and note and not SILENCE.search(note):
            yield self._teller.with_note(node)

    def _place(self, node: Node) -> Iterator[Answer]:
        """Places are named by themselves; of others a place may be noted."""
        noted = list(self._saying(node, PLACE))
        yield from noted
        if not noted and node.kind == "service_point":
            yield self._teller.element(node)

    def _saying(self, node: Node, what: re.Pattern[str]) -> Iterator[Answer]:
        """The element with those sentences noted of it that say something."""
        notes = [said for said in SENTENCES.split(node.facts.note or "") if what.search(said)]
        if notes:
            answer = self._teller.element(node)
            yield msgspec.structs.replace(answer, text=f"{answer.text}. {' '.join(notes)}")

    def _moved(self, node: Node, is_new: bool) -> Iterator[Answer]:
        """Who gets what moves, or who had it: owners to come and the others; for a unit, what it becomes or was."""
        edges = self._teller.edges_of(node)
        owning = [edge for edge in edges if edge.kind == "responsible_for" and edge.target == node.id]
        to_come = [edge for edge in owning if edge.facts.status in ("planned", "proposed") or edge.facts.start]
        if to_come:
            chosen = to_come if is_new else [edge for edge in owning if edge not in to_come]
            for edge in chosen:
                yield from self._teller.through(edge, edge.source)
        for edge in edges:
            if edge.kind == "becomes" and node.id == (edge.source if is_new else edge.target):
                yield from self._teller.through(edge, edge.target if is_new else edge.source)

    def _dates(self, node: Node) -> Iterator[Answer]:
        """The dates of the element, and of those who hold it; where there are none, of what leads to it and from it."""
        held = [tenure for tenure in self._teller.held(node) if tenure.start or tenure.end]
        # A post that begins with its holder isn't told of twice.
        is_told = any((tenure.start, tenure.end) == (node.facts.start, node.facts.end) for tenure in held)
        own = [self._teller.element(node)] if not is_told and (node.facts.start or node.facts.end) else []
        own += [self._teller.tenure(node, tenure) for tenure in held]
        own = own or list(self._saying(node, TIMED))
        yield from own
        for edge in self._teller.edges_of(node) if not own else ():
            # What somebody does from a day on doesn't say since when they are there.
            is_own = node.id in (edge.source, edge.target) and (node.kind not in PEOPLE or edge.kind == "becomes")
            if is_own and (edge.facts.start or edge.facts.end):
                yield from self._teller.through(edge, edge.target if edge.source == node.id else edge.source)

    def _years(self, node: Node) -> Iterator[Answer]:
        dated = ((answer, f"{answer.start} {answer.end}") for answer in self._dates(node))
        yield from (answer for answer, dates in dated if YEAR.search(dates))

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


def is_timed(facts: Facts) -> bool:
    """Whether a time is noted that is no date."""
    return bool(TIMED.search(facts.note or ""))


def _turns_on(item: Facts | Tenure | Task, asked: str) -> bool:
    """Whether it begins or ends on a day, or within a month or a year; without a year, on that day of any."""
    dates = [date.rstrip("~?%") for date in (item.start, item.end) if date is not None]
    if asked.startswith(ANY_YEAR):
        return any(date[4:] == asked[4:] for date in dates)
    day = span_of(asked)
    found = [span for date in dates if ANY_YEAR not in date and (span := span_of(date)) is not None]
    return day is not None and any(day.first <= span.first and span.last <= day.last for span in found)


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


TENURES: Mapping[str | None, Callable[[Node, list[Tenure]], list[Tenure]]] = {
    "holders": lambda post, tenures: tenures,
    "coming": _coming,
    "next": _next,
    "last": _last,
}
"""Which tenures of a post answer which aspect."""


OWNERS: Mapping[str | None, Callable[[Node, Node], bool]] = {
    "tasks": lambda owner, post: True,
    "joint": lambda owner, post: owner.kind == FRAME,
    "own": lambda owner, post: owner.id == post.id,
}
"""Whose tasks answer which aspect: of a post and the shared leadership that it stands in."""
