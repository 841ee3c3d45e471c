"""Whether something was there on a day: yes, no, or possibly, from dates in EDTF (ISO 8601-2)."""

import datetime
import functools
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.model.document import Document
from editor.model.records import NO_FACTS, Edge, Facts, Node, Task, Tenure

Presence = Literal["yes", "no", "possibly"]
YES: Presence = "yes"
NO: Presence = "no"
POSSIBLY: Presence = "possibly"

Day = tuple[int, int, int]
"""Year, month, day. A tuple, since EDTF's years may lie outside what `datetime.date` holds."""

ALWAYS: Day = (-99_999, 1, 1)
NEVER: Day = (99_999, 12, 31)
UNDECIDED = frozenset({"proposed", "planned", "ended"})
"""States in which a date alone proves nothing: it may never have come about, or be over since we don't know when."""


class Span(NamedTuple):
    """The first and the last day that a date may mean; both are the same where it names one day."""

    first: Day
    last: Day


@functools.lru_cache(maxsize=4096)
def span_of(edtf: str) -> Span | None:
    """The days that an EDTF text may mean (approximate ones with their margin); None where it is no EDTF.

    `2007-23` is September to November 2007; `XXXX-04-03`, a 3 April of any year, reaches over all years.
    """
    if "X" in edtf:
        # The library reads no mark of approximation beside unspecified digits, which already leave more open.
        edtf = edtf.rstrip("~?%")
    from edtf import parse_edtf  # takes a tenth of a second to import
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        date = parse_edtf(edtf)
        return Span(_day(date.lower_fuzzy(), ALWAYS), _day(date.upper_fuzzy(), NEVER))
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
        return None


def _day(found: object, unknown: Day) -> Day:
    """The library answers with a time structure, or with an infinite number for an open end."""
    if isinstance(found, tuple):
        year, month, day = found[:3]
        return (year, month, day)
    return unknown


def during(start: str | None, end: str | None, day: Span) -> Presence:
    """Whether something with this first and last day was there on `day`, both included.

    What isn't stated doesn't limit; a date that can't be read leaves it open.
    """
    starts = Span(ALWAYS, ALWAYS) if start is None else span_of(start)
    ends = Span(NEVER, NEVER) if end is None else span_of(end)
    if starts is None or ends is None:
        return POSSIBLY
    if day.last < starts.first or day.first > ends.last:
        return NO
    return YES if starts.last <= day.first and day.last <= ends.first else POSSIBLY


def held(item: Facts | Tenure | Task, day: Span) -> Presence:
    """Whether a fact with its own dates and status held on the day."""
    presence = during(item.start, item.end, day)
    is_open = item.status in UNDECIDED and not (item.status == "ended" and item.end is not None)
    return POSSIBLY if presence == YES and is_open else presence


def weakest(*presences: Presence) -> Presence:
    """No before possibly before yes."""
    return NO if NO in presences else POSSIBLY if POSSIBLY in presences else YES


def presences(document: Document, day: Span) -> dict[str, Presence]:
    """The answer for every node and edge by id; a relation is there only where both its ends are."""
    found = {id: held(node.facts, day) for id, node in document.nodes.items()}
    found.update({id: _of_edge(edge, found, day) for id, edge in document.edges.items()})
    return found


def _of_edge(edge: Edge, nodes: dict[str, Presence], day: Span) -> Presence:
    return weakest(held(edge.facts, day), nodes[edge.source], nodes[edge.target])


def dates_that_matter(document: Document) -> list[datetime.date]:
    """The days on which something may begin for the first time, or be gone for the first time, in order.

    Dates without a year are left out: no day of theirs is better than another.
    """
    found: set[datetime.date] = set()
    records: list[Node | Edge] = [*document.nodes.values(), *document.edges.values()]
    for facts in (record.facts for record in records):
        if facts is NO_FACTS:
            continue  # Most records of a plain file have none, and there may be a hundred thousand.
        items: list[Facts | Tenure | Task] = [facts, *facts.tenures, *facts.tasks]
        for item in items:
            found.update(_turns(item))
    return sorted(found)


def _turns(item: Facts | Tenure | Task) -> Iterator[datetime.date]:
    begins = span_of(item.start) if item.start else None
    ends = span_of(item.end) if item.end else None
    if begins is not None and _has_year(begins):
        yield datetime.date(*begins.first)
    if ends is not None and _has_year(ends):
        yield datetime.date(*ends.last) + datetime.timedelta(days=1)


def _has_year(span: Span) -> bool:
    return span.first[0] >= datetime.MINYEAR and span.last[0] < datetime.MAXYEAR


def on(day: datetime.date) -> Span:
    """One day as a span."""
    return Span((day.year, day.month, day.day), (day.year, day.month, day.day))
