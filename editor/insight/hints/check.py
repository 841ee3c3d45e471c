"""All rules over a document: what is pointed out, in words, with the law where there is one."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from editor.insight.hints.data import DATA
from editor.insight.hints.law import LAW
from editor.insight.hints.rule import Chart, Found, Rules
from editor.insight.hints.sense import SENSE
from editor.insight.timing import Span, span_of
from editor.model.dismissals import Dismissal, dismissals
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary, text_in

RULES: Rules = {**LAW, **SENSE, **DATA}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a rule is worded, and from which day it holds (EDTF; None = always)."""

    text: Mapping[str, str]
    advice: Mapping[str, str]
    law: str | None = None
    since: str | None = None


class Hint(msgspec.Struct, frozen=True):
    """One thing pointed out. elements: ids of the nodes and edges it is about.  reason: why it was dismissed."""

    rule: str
    text: str
    advice: str
    law: str | None
    elements: tuple[str, ...]
    reason: str | None = None


Entries = Mapping[str, Entry]


def load_entries(path: Path) -> Entries:
    """Raises OSError, tomllib.TOMLDecodeError, or msgspec.ValidationError that names the entry at fault."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, Entry])


def check(document: Document, vocabulary: Vocabulary, entries: Entries, lang: str, day: Span) -> list[Hint]:
    """What is pointed out on a day, by the order of the rules; nothing that somebody has dismissed."""
    return [hint for hint in check_all(document, vocabulary, entries, lang, day) if hint.reason is None]


def check_all(document: Document, vocabulary: Vocabulary, entries: Entries, lang: str, day: Span) -> list[Hint]:
    """The same with those that were dismissed, which have their reason. Nothing is forbidden; nothing is changed."""
    on_the_day, ever = Chart(document, vocabulary, lang, day), Chart(document, vocabulary, lang, None)
    dismissed = dismissals(document.info)
    return [
        _hint(id, entries[id], found, lang, dismissed)
        for id, rule in RULES.items()
        if _holds(entries[id], day)
        for found in rule(ever if id in DATA else on_the_day)
    ]


def _holds(entry: Entry, day: Span) -> bool:
    since = span_of(entry.since) if entry.since is not None else None
    return since is None or since.first <= day.last


def _hint(id: str, entry: Entry, found: Found, lang: str, dismissed: Iterable[Dismissal]) -> Hint:
    words = {"name": found.name, "other": found.other, "detail": found.detail}
    reason = next((known.reason for known in dismissed if known.is_of(id, found.ids)), None)
    return Hint(id, _filled(entry.text, lang, words), text_in(entry.advice, lang), entry.law, found.ids, reason)


def _filled(text: Mapping[str, str], lang: str, words: Mapping[str, str]) -> str:
    return text_in(text, lang).format(**words)
