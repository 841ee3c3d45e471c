"""Finding and replacing words in everything that is written in a chart: names, labels, tasks, holders, notes, facts."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from editor.errors import UserError
from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.transaction import Transaction

Change = Callable[[str], str]
Item = TypeVar("Item", Facts, Task, Tenure)


class Query(msgspec.Struct, frozen=True):
    """What is looked for; `is_pattern`: as a regular expression."""

    text: str
    match_case: bool = False
    whole_word: bool = False
    is_pattern: bool = False

    def compiled(self) -> re.Pattern[str]:
        """UserError where it is no regular expression."""
        text = self.text if self.is_pattern else re.escape(self.text)
        flags = re.NOFLAG if self.match_case else re.IGNORECASE
        try:
            plain = re.compile(text, flags)
            if not self.whole_word:
                return plain
            return re.compile(rf"(?<!\w)(?:{text})(?!\w)", flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise _bad_pattern(self.text, getattr(error, "pos", None)) from error


class Hit(msgspec.Struct, frozen=True):
    """A box or a relation in which something was found, and how many times."""

    id: str
    count: int


def find(document: Document, query: Query) -> list[Hit]:
    """Where it stands, boxes in their order and then relations; nothing for an empty query."""
    if not query.text:
        return []
    pattern = query.compiled()
    nodes = sorted(document.nodes.values(), key=lambda node: node.order)
    records: list[Node | Edge] = [*nodes, *document.edges.values()]
    counted = ((record.id, _count(record, pattern)) for record in records)
    return [Hit(id, count) for id, count in counted if count]


def replace_in(document: Document, step: Transaction, ids: list[str], query: Query, by: str) -> int:
    """Replace it wherever it stands in these records; returns how many times.

    In a pattern's replacement `\\1` is what its first group found. UserError where that makes no sense.
    """
    pattern, total = query.compiled(), 0

    def one(match: re.Match[str]) -> str:
        nonlocal total
        total += bool(match.group())
        return _replacement(match, by, query.is_pattern) if match.group() else ""

    found = [record for id in ids if isinstance(record := document.record(id), Node | Edge)]
    step.put(*(changed(record, lambda text: pattern.sub(one, text)) for record in found))
    return total


def texts(record: Node | Edge) -> Iterator[str]:
    """Everything that is written in a record."""
    yield record.name
    for label in record.labels:
        yield label.text
    facts = record.facts
    yield from (text for text in (facts.note, facts.contact, facts.link) if text)
    for task in facts.tasks:
        yield task.text
    for tenure in facts.tenures:
        yield tenure.name
        yield tenure.party or ""
    stated = (facts.sources, *(task.sources for task in facts.tasks), *(held.sources for held in facts.tenures))
    yield from (source.quote for sources in stated for source in sources if source.quote)
    yield from record.attributes.values()


def changed(record: Node | Edge, change: Change) -> Node | Edge:
    """The record with each of its texts changed."""
    labels = tuple(replace(label, text=change(label.text)) for label in record.labels)
    attributes = {name: change(value) for name, value in record.attributes.items()} or record.attributes
    facts = _changed_facts(record.facts, change)
    return replace(record, name=change(record.name), labels=labels, attributes=attributes, facts=facts)


def _changed_facts(facts: Facts, change: Change) -> Facts:
    return _with_quotes(
        replace(
            facts,
            note=_maybe(facts.note, change),
            contact=_maybe(facts.contact, change),
            link=_maybe(facts.link, change),
            tasks=tuple(_with_quotes(replace(task, text=change(task.text)), change) for task in facts.tasks),
            tenures=tuple(_with_quotes(_changed_tenure(held, change), change) for held in facts.tenures),
        ),
        change,
    )


def _changed_tenure(tenure: Tenure, change: Change) -> Tenure:
    return replace(tenure, name=change(tenure.name), party=_maybe(tenure.party, change))


def _with_quotes(item: Item, change: Change) -> Item:
    return replace(item, sources=tuple(replace(s, quote=_maybe(s.quote, change)) for s in item.sources))


def _maybe(text: str | None, change: Change) -> str | None:
    return change(text) if text else text


def _count(record: Node | Edge, pattern: re.Pattern[str]) -> int:
    return sum(1 for text in texts(record) if text for match in pattern.finditer(text) if match.group())


def _replacement(match: re.Match[str], by: str, is_pattern: bool) -> str:
    if not is_pattern:
        return by
    try:
        return match.expand(by)
    except (re.error, IndexError) as error:
        raise _bad_pattern(by, getattr(error, "pos", None)) from error


def _bad_pattern(text: str, at: int | None) -> UserError:
    shown = text if at is None or at >= len(text) else f"{text[:at]}▸{text[at:]}"
    return UserError(
        {"sv": f"”{shown}” går inte att läsa som ett uttryck.", "en": f"“{shown}” can’t be read as an expression."},
        {"sv": "Rätta det, eller sök efter vanlig text.", "en": "Correct it, or search for plain text."},
    )
