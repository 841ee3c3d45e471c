"""A document seen on a day: what is not there is left out, and what only may be there says so."""

import msgspec

from editor.insight.timing import NO, POSSIBLY, Presence, Span, held, weakest
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node

POSSIBLE = "possible"
"""The status that a lens gives to what may have been there; it is shown and never saved."""
SAYS_ENOUGH = frozenset({"planned", "proposed", "unknown"})
"""States that are drawn as unsettled already."""


AS_IT_WAS = {"sv": "Så som det var", "en": "As it was"}


class DayLens:
    """Gives each record as it was on the day: None where it was not there, without holders and tasks of other days."""

    def __init__(self, document: Document, day: Span) -> None:
        self._document, self._day = document, day

    def presence(self, record: Node | Edge) -> Presence:
        own = held(record.facts, self._day)
        if isinstance(record, Node):
            return own
        ends = (self._document.nodes[id] for id in (record.source, record.target))
        return weakest(own, *(held(end.facts, self._day) for end in ends))

    def node(self, node: Node) -> Node | None:
        facts = self._facts(node)
        return None if facts is None else msgspec.structs.replace(node, facts=facts)

    def edge(self, edge: Edge) -> Edge | None:
        facts = self._facts(edge)
        return None if facts is None else msgspec.structs.replace(edge, facts=facts)

    def _facts(self, record: Node | Edge) -> Facts | None:
        presence = self.presence(record)
        if presence == NO:
            return None
        facts = _kept(record.facts, self._day)
        if presence == POSSIBLY and facts.status not in SAYS_ENOUGH:
            return msgspec.structs.replace(facts, status=POSSIBLE)
        # What is over by now was in full force while it lasted.
        is_over = facts.status == "ended" and facts.end is not None
        return msgspec.structs.replace(facts, status=None) if is_over else facts


def _kept(facts: Facts, day: Span) -> Facts:
    tenures = tuple(tenure for tenure in facts.tenures if held(tenure, day) != NO)
    tasks = tuple(task for task in facts.tasks if held(task, day) != NO)
    return msgspec.structs.replace(facts, tenures=tenures, tasks=tasks)


def reduce_to_day(document: Document, day: Span, name: str) -> None:
    """Take out of a document what was not there on the day, as one step; what stays is as the file has it."""
    lens = DayLens(document, day)
    records: list[Node | Edge] = [*document.nodes.values(), *document.edges.values()]
    gone = [record.id for record in records if lens.presence(record) == NO]
    kept = [record for record in records if lens.presence(record) != NO]
    with document.transaction(name) as step:
        step.put(*(msgspec.structs.replace(record, facts=_kept(record.facts, day)) for record in kept))
        step.remove(*gone)


def mark_possible(document: Document, day: Span, lang: str, name: str) -> None:
    """For a picture of this document: let what may have been there say so, and the subtitle which day it shows."""
    lens = DayLens(document, day)
    with document.transaction(name) as step:
        parts = (document.info.subtitle, f"{AS_IT_WAS.get(lang, AS_IT_WAS['en'])} {day_in_words(day, lang)}")
        step.set_info(subtitle=" · ".join(part for part in parts if part))
        step.put(*filter(None, map(lens.node, document.nodes.values())))
        step.put(*filter(None, map(lens.edge, document.edges.values())))


def day_in_words(day: Span, lang: str) -> str:
    """ "31 december 2008"; a longer time by its first and last day."""
    first, last = (humanised("{:04d}-{:02d}-{:02d}".format(*end), lang) for end in day)
    return first if day.first == day.last else f"{first} – {last}"
