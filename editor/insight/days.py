"""When: what begins or ends on a day, the dates of an element, and what it was before and becomes."""

import itertools
import re
from collections.abc import Iterator

from editor.insight.naming import PEOPLE
from editor.insight.notes import TIMED, Notes
from editor.insight.replies import Answer
from editor.insight.telling import Teller
from editor.insight.timing import span_of
from editor.model.records import Facts, Node, Task, Tenure
from editor.model.written_dates import date_of

ANY_YEAR = "XXXX"
YEAR = re.compile(r"\d{4}")


class Days:
    """Answers by dates, and by changes from a day on."""

    def __init__(self, teller: Teller, notes: Notes) -> None:
        self._teller, self._notes = teller, notes

    def events(self, words: str, subjects: list[Node]) -> Iterator[Answer]:
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

    def moved(self, node: Node, is_new: bool) -> Iterator[Answer]:
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

    def dates(self, node: Node) -> Iterator[Answer]:
        """The dates of the element, and of those who hold it; where there are none, of what leads to it and from it."""
        held = [tenure for tenure in self._teller.held(node) if tenure.start or tenure.end]
        # A post that begins with its holder isn't told of twice.
        is_told = any((tenure.start, tenure.end) == (node.facts.start, node.facts.end) for tenure in held)
        own = [self._teller.element(node)] if not is_told and (node.facts.start or node.facts.end) else []
        own += [self._teller.tenure(node, tenure) for tenure in held]
        own = own or list(self._notes.saying(node, TIMED))
        yield from own
        for edge in self._teller.edges_of(node) if not own else ():
            # What somebody does from a day on doesn't say since when they are there.
            is_own = node.id in (edge.source, edge.target) and (node.kind not in PEOPLE or edge.kind == "becomes")
            if is_own and (edge.facts.start or edge.facts.end):
                yield from self._teller.through(edge, edge.target if edge.source == node.id else edge.source)

    def years(self, node: Node) -> Iterator[Answer]:
        dated = ((answer, f"{answer.start} {answer.end}") for answer in self.dates(node))
        yield from (answer for answer, dates in dated if YEAR.search(dates))


def _turns_on(item: Facts | Tenure | Task, asked: str) -> bool:
    """Whether it begins or ends on a day, or within a month or a year; without a year, on that day of any."""
    dates = [date.rstrip("~?%") for date in (item.start, item.end) if date is not None]
    if asked.startswith(ANY_YEAR):
        return any(date[4:] == asked[4:] for date in dates)
    day = span_of(asked)
    found = [span for date in dates if ANY_YEAR not in date and (span := span_of(date)) is not None]
    return day is not None and any(day.first <= span.first and span.last <= day.last for span in found)
