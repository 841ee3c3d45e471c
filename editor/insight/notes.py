"""What is noted of elements and relations in a few words: reasons, themes, wishes, places, what somebody did or is."""

import itertools
import re
from collections.abc import Iterator

import msgspec

from editor.insight.naming import PEOPLE
from editor.insight.replies import Answer
from editor.insight.telling import Teller, one_line
from editor.insight.timing import NO
from editor.model.dates import MONTHS
from editor.model.records import Facts, Node

SILENCE = re.compile(r"framgår inte|nämns inte|okän[dt]|not (?:stated|known|named)|unknown", re.IGNORECASE)
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


class Notes:
    """Answers by sentences noted of elements."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def saying(self, node: Node, what: re.Pattern[str]) -> Iterator[Answer]:
        """The element with those sentences noted of it that say something."""
        notes = [said for said in SENTENCES.split(node.facts.note or "") if what.search(said)]
        if notes:
            answer = self._teller.element(node)
            yield msgspec.structs.replace(answer, text=f"{answer.text}. {' '.join(notes)}")

    def reasons(self, node: Node) -> Iterator[Answer]:
        """What is noted of the element, and of its relations, as a reason."""
        for owner in self._teller.owners(node):
            if REASON.search(owner.facts.note or ""):
                yield self._teller.with_note(owner)
        changes = []
        for edge in self._teller.edges_of(node):
            if REASON.search(edge.facts.note or ""):
                yield from itertools.islice(self._teller.noted(edge, edge.target), 1)
            elif edge.kind == "becomes" and edge.source == node.id:
                changes.append(self._teller.document.nodes[edge.target])
        # Why something changes is said of what it becomes.
        made = {owner.id: owner for new in changes for owner in self._teller.owners(new)}
        yield from (self._teller.with_note(owner) for owner in made.values() if REASON.search(owner.facts.note or ""))

    def described(self, node: Node) -> Iterator[Answer]:
        """All that is said of a body; what somebody is, their posts say."""
        return self._teller.told(node) if node.kind not in PEOPLE else iter(())

    def profession(self, node: Node) -> Iterator[Answer]:
        """What somebody is who has no post here, as far as it is noted."""
        note = one_line(node.facts.note or "")
        if node.kind == "person" and note and not SILENCE.search(note):
            yield self._teller.with_note(node)

    def place(self, node: Node) -> Iterator[Answer]:
        """Places are named by themselves; of others a place may be noted."""
        noted = list(self.saying(node, PLACE))
        yield from noted
        if noted or node.kind != "service_point":
            return
        if PLACE.search(node.name):
            yield self._teller.element(node)
        elif len(node.name.split()) == 1:  # "Stadshuset" is not where its reception belongs.
            for edge in self._teller.edges_of(node):
                yield from self._teller.through(edge, edge.target) if edge.kind == "part_of" else ()

    def wishes(self, node: Node) -> Iterator[Answer]:
        """What is noted that somebody wants; what a platform wants is its tasks."""
        yield from self.saying(node, WISH)
        if node.kind == "platform":
            yield from (self._teller.task(node, task) for task in node.facts.tasks if self._teller.when(task) != NO)

    def deeds(self, node: Node) -> Iterator[Answer]:
        """What is noted that somebody does who has no post here."""
        for edge in self._teller.edges_of(node) if node.kind == "person" else ():
            yield from self._teller.noted(edge, edge.target) if edge.facts.note else ()


def is_timed(facts: Facts) -> bool:
    """Whether a time is noted that is no date."""
    return bool(TIMED.search(facts.note or ""))
