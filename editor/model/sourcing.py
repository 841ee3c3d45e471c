"""Making and supporting facts from words of a text, inside a step that is open: each keeps its source.

certainty: "stated" where the words say it, "interpreted" where it is our reading; None leaves it unsaid.
"""

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from editor.errors import UserError
from editor.geometry import Point
from editor.model import edits
from editor.model.document import Document
from editor.model.edits import node_of
from editor.model.ids import new_id
from editor.model.persons import tenure_of
from editor.model.records import Edge, Facts, Node, Source, SourceDocument, Task, Tenure
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.model.written_dates import date_of

INTERPRETED = "interpreted"
AROUND = " \t\n,.;:!?()[]\"'”“„»«–-"
"""What is not part of a name that was selected a little too far."""


def add_document(document: Document, step: Transaction, said: SourceDocument) -> str:
    """Put a document on the graph if there is none with its title; returns its id there. Its own id may be ""."""
    known = {each.id: each for each in document.info.documents}
    same = next((each.id for each in known.values() if each.title == said.title), None)
    if same is not None:
        return same
    base = said.id or _id_from(said.title)
    id = base if base not in known else new_id(f"{base}-", known.__contains__, 2)
    step.set_info(documents=(*document.info.documents, msgspec.structs.replace(said, id=id)))
    return id


def support(document: Document, step: Transaction, ids: Iterable[str], source: Source) -> None:
    """Say that these elements and relations also rest on a source; what they say stays."""
    for id in ids:
        facts = record_of(document, id).facts
        step.update(id, facts=msgspec.structs.replace(facts, sources=_with(facts.sources, source)))


def add_element(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    kind: str | None,
    source: Source,
    certainty: str | None,
    under: str | None = None,
    at: Point | None = None,
) -> str:
    """A new box named by the words; returns its id."""
    id = edits.add(document, step, vocabulary, kind, name_from(source.quote or ""), under, at)
    step.update(id, facts=Facts(certainty=certainty, sources=(source,)))
    line = edits.tree_line(document, vocabulary, id)
    if line is not None and under is not None:
        # Where it hangs was decided by hand; the words only name it.
        step.update(line.id, facts=Facts(certainty=INTERPRETED if certainty == INTERPRETED else None))
    return id


def add_relation(
    document: Document,
    step: Transaction,
    kind: str | None,
    ends: tuple[str, str],
    source: Source,
    certainty: str | None,
) -> str:
    """The relation from the one to the other: a new one, or the same one that is there, with one more source."""
    known = next(
        (edge for edge in document.edges.values() if (edge.kind, edge.source, edge.target) == (kind, *ends)), None
    )
    if known is not None:
        support(document, step, [known.id], source)
        return known.id
    id = edits.connect(document, step, kind, *ends)
    step.update(id, facts=Facts(certainty=certainty, sources=(source,)))
    return id


def add_holder(document: Document, step: Transaction, post: str, source: Source, certainty: str | None) -> None:
    """Say that the person named by the words, "Ada Ek" or "Ada Ek (s)", holds a post, or support that they do."""
    facts = node_of(document, post).facts
    said = tenure_of(document, name_from(source.quote or "", keeps="()"), "")
    tenure = Tenure(said.name, party=said.party, certainty=certainty, sources=(source,))
    tenures = list(facts.tenures)
    place = next((n for n, held in enumerate(tenures) if held.name.casefold() == tenure.name.casefold()), None)
    if place is None:
        tenures.append(tenure)
    else:
        held = tenures[place]
        tenures[place] = msgspec.structs.replace(held, sources=_with(held.sources, source))
    step.update(post, facts=msgspec.structs.replace(facts, tenures=tuple(tenures)))


def add_task(document: Document, step: Transaction, owner: str, source: Source, certainty: str | None) -> None:
    """Say that an element answers for what the words say, or support it."""
    facts = node_of(document, owner).facts
    text = " ".join((source.quote or "").strip(AROUND).split())
    tasks = list(facts.tasks)
    place = next((n for n, task in enumerate(tasks) if task.text.casefold() == text.casefold()), None)
    if place is None:
        tasks.append(Task(text, certainty=certainty, sources=(source,)))
    else:
        tasks[place] = msgspec.structs.replace(tasks[place], sources=_with(tasks[place].sources, source))
    step.update(owner, facts=msgspec.structs.replace(facts, tasks=tuple(tasks)))


def set_day(document: Document, step: Transaction, ids: Iterable[str], end: str, source: Source) -> str:
    """Let elements and relations begin or end (`end`: "start" or "end") on the day the words mean; returns that day."""
    day = date_of(source.quote or "")
    if day is None:
        raise UserError(
            {
                "sv": f"”{source.quote}” är inget datum som Ledgraf kan läsa.",
                "en": f"“{source.quote}” is no date that Ledgraf can read.",
            },
            {
                "sv": "Markera bara datumet, till exempel ”1 januari 2009” eller ”hösten 2007”.",
                "en": "Select just the date, such as “1 January 2009” or “autumn 2007”.",
            },
        )
    for id in ids:
        facts = record_of(document, id).facts
        step.update(id, facts=msgspec.structs.replace(facts, sources=_with(facts.sources, source), **{end: day}))
    return day


def name_from(words: str, keeps: str = "") -> str:
    """A name from selected words: without the marks around them, its first letter large."""
    plain = " ".join(words.strip("".join(mark for mark in AROUND if mark not in keeps)).split())
    return plain[:1].upper() + plain[1:]


def record_of(document: Document, id: str) -> Node | Edge:
    """An element or a relation. UserError where there is none with this id."""
    edge = document.edges.get(id)
    return edge if edge is not None else node_of(document, id)


def _with(sources: tuple[Source, ...], source: Source) -> tuple[Source, ...]:
    return sources if source in sources else (*sources, source)


def _id_from(title: str) -> str:
    """A short id in plain letters: "Nytt kontor i Åre" is `nytt-kontor-i-are`."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:5]) or "text"
