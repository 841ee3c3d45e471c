"""Everything that a document states, as plain data for other programs; described by `resources/facts.schema.json`."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from editor.geometry import Rect
from editor.insight.timing import Span, held, presences
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

SCHEMA_VERSION = 1
Json = dict[str, Any]
Item = TypeVar("Item")


def facts(document: Document, structure: Structure, vocabulary: Vocabulary, day: Span | None = None) -> Json:
    """The elements and relations in their order, every field always there, null where nothing is stated.

    With a day, `present` says for each of them, and for tenures and tasks, whether it was there then.
    """
    present = presences(document, day) if day is not None else {}
    nodes = sorted(document.nodes.values(), key=lambda node: node.order)
    edges = sorted(document.edges.values(), key=lambda edge: edge.order)
    return {
        "schema_version": SCHEMA_VERSION,
        "info": _info(document.info),
        "elements": [{**_element(node, structure, vocabulary, day), "present": present.get(node.id)} for node in nodes],
        "relations": [{**_relation(edge, day), "present": present.get(edge.id)} for edge in edges],
    }


def _info(info: Info) -> Json:
    return {
        "title": info.title or None,
        "subtitle": info.subtitle or None,
        "lang": info.lang or None,
        "introduction": info.introduction or None,
        "source_line": info.source_line or None,
        "documents": _list(info.documents, _source_document),
    }


def _element(node: Node, structure: Structure, vocabulary: Vocabulary, day: Span | None) -> Json:
    sector = vocabulary.sector_of(node.kind, node.facts.sector)
    return {
        "id": node.id,
        "kind": node.kind,
        "name": node.name or None,
        "parent": structure.parent.get(node.id),
        "group": node.group,
        "box": _box(node.box) if node.placed else None,
        **_facts(node.facts, day),
        "sector": sector.id if sector is not None else node.facts.sector,
    }


def _relation(edge: Edge, day: Span | None) -> Json:
    return {
        "id": edge.id,
        "kind": edge.kind,
        "source": edge.source,
        "target": edge.target,
        "name": edge.name or None,
        "directed": edge.directed,
        **_facts(edge.facts, day),
    }


def _facts(facts: Facts, day: Span | None) -> Json:
    return {
        "sector": facts.sector,
        "count": facts.count,
        "per_year": facts.per_year,
        "from": facts.start,
        "to": facts.end,
        "status": facts.status,
        "certainty": facts.certainty,
        "tenures": _list(facts.tenures, lambda tenure: _tenure(tenure, day)),
        "tasks": _list(facts.tasks, lambda task: _task(task, day)),
        "sources": _list(facts.sources, _source),
        "contact": facts.contact,
        "link": facts.link,
        "note": facts.note,
    }


def _tenure(tenure: Tenure, day: Span | None) -> Json:
    return {"name": tenure.name, "person": tenure.person, "party": tenure.party, **_when_and_how_sure(tenure, day)}


def _task(task: Task, day: Span | None) -> Json:
    return {"text": task.text, **_when_and_how_sure(task, day)}


def _when_and_how_sure(item: Tenure | Task, day: Span | None) -> Json:
    return {
        "from": item.start,
        "to": item.end,
        "status": item.status,
        "certainty": item.certainty,
        "sources": _list(item.sources, _source),
        "present": held(item, day) if day is not None else None,
    }


def _source(source: Source) -> Json:
    return {
        "document": source.document,
        "paragraph": source.paragraph,
        "quote": source.quote,
        "offset": source.offset,
    }


def _source_document(document: SourceDocument) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "date": document.date,
        "address": document.address,
    }


def _box(box: Rect | None) -> list[float] | None:
    return None if box is None else list(box)


def _list(items: Sequence[Item], as_json: Callable[[Item], Json]) -> list[Json] | None:
    return [as_json(item) for item in items] or None
