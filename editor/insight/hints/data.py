"""Where what is written contradicts itself or can't be understood. It is kept as it is, only pointed out."""

from collections.abc import Callable, Iterator, Sequence

from editor.insight.hints.rule import Chart, Found, Rules
from editor.insight.timing import span_of
from editor.model.counting import named_parts
from editor.model.dismissals import ATTRIBUTE as DISMISSED
from editor.model.dismissals import dismissals
from editor.model.kept_texts import ATTRIBUTE as TEXTS
from editor.model.kept_texts import kept_texts
from editor.model.persons import alike, is_vacancy
from editor.model.records import Edge, Facts, Info, Node, Source, Task, Tenure
from editor.model.vocabulary import text_in

Dated = Facts | Tenure | Task
VERSION_ATTRIBUTE = "lg.version"
FACTS = tuple(f"lg.{name}" for name in ("tenures", "tasks", "sources", "count", "per_year", "look", "labels"))
"""Where they are attributes of an element they couldn't be understood."""
LISTS_OF_DOCUMENT: Sequence[tuple[str, Callable[[Info], object]]] = (
    ("lg.documents", lambda info: info.documents),
    (DISMISSED, dismissals),
    (TEXTS, kept_texts),
)


def _said(chart: Chart) -> Iterator[tuple[Node | Edge, str, Dated]]:
    """Everything with dates: whose it is, how it is called, and the dates."""
    for node in chart.nodes:
        yield node, chart.name(node), node.facts
        yield from ((node, tenure.name, tenure) for tenure in node.facts.tenures)
        yield from ((node, task.text, task) for task in node.facts.tasks)
    yield from ((edge, _relation_name(chart, edge), edge.facts) for edge in chart.edges)


def _relation_name(chart: Chart, edge: Edge) -> str:
    ends = [chart.name(chart.document.nodes[id]) for id in (edge.source, edge.target)]
    verb = text_in(chart.vocabulary.relation(edge.kind).label, chart.lang) if edge.kind else "–"
    return f"{ends[0]} {verb} {ends[1]}"


def dates_in_wrong_order(chart: Chart) -> Iterator[Found]:
    for record, name, dated in _said(chart):
        start, end = span_of(dated.start or ""), span_of(dated.end or "")
        if start is not None and end is not None and start.first > end.last:
            yield Found((record.id,), name, detail=f"{dated.start} – {dated.end}")


def unreadable_date(chart: Chart) -> Iterator[Found]:
    for record, name, dated in _said(chart):
        for text in (dated.start, dated.end):
            if text and span_of(text) is None:
                yield Found((record.id,), name, detail=text)


def other_version(chart: Chart) -> Iterator[Found]:
    """Reading leaves the version of the format among the attributes only where it is not the one known here."""
    version = chart.document.info.attributes.get(VERSION_ATTRIBUTE)
    if version:
        yield Found(detail=version)


def unreadable_fact(chart: Chart) -> Iterator[Found]:
    """Reading leaves what it can't understand among the attributes, as it was written."""
    for node in chart.nodes:
        yield from (Found((node.id,), chart.name(node), detail=name) for name in FACTS if name in node.attributes)
    for edge in chart.edges:
        name_of = _relation_name(chart, edge)
        yield from (Found((edge.id,), name_of, detail=name) for name in FACTS if name in edge.attributes)
    info = chart.document.info
    broken = [name for name, known in LISTS_OF_DOCUMENT if info.attributes.get(name) and not known(info)]
    yield from (Found((), info.title or "–", detail=name) for name in broken)


def more_than_counted(chart: Chart) -> Iterator[Found]:
    for node in chart.of_kind("counted_set"):
        parts = named_parts(chart.document, node.id)
        if node.facts.count is not None and len(parts) > node.facts.count:
            yield Found((node.id, *sorted(parts)), chart.name(node), detail=str(node.facts.count))


def unknown_kind(chart: Chart) -> Iterator[Found]:
    for node in chart.nodes:
        if node.kind is not None and node.kind not in chart.vocabulary.kinds:
            yield Found((node.id,), chart.name(node), detail=node.kind)
    for edge in chart.edges:
        if edge.kind is not None and edge.kind not in chart.vocabulary.relations:
            yield Found((edge.id,), _relation_name(chart, edge), detail=edge.kind)


def ends_do_not_fit(chart: Chart) -> Iterator[Found]:
    for edge in chart.edges:
        source, target = chart.document.nodes[edge.source], chart.document.nodes[edge.target]
        relation = chart.vocabulary.relations.get(edge.kind or "")
        if any(end.kind is not None and end.kind not in chart.vocabulary.kinds for end in (source, target)):
            continue  # It is pointed out that the kind is unknown; what fits it nobody knows.
        if relation is not None and relation.id != "decides_on" and not relation.fits(source.kind, target.kind):
            verb = text_in(relation.label, chart.lang)
            yield Found((edge.id, source.id, target.id), chart.name(source), chart.name(target), verb)


def tenure_of_nobody(chart: Chart) -> Iterator[Found]:
    for node in chart.nodes:
        if any(not tenure.name.strip() and not is_vacancy(tenure) for tenure in node.facts.tenures):
            yield Found((node.id,), chart.name(node))


def unknown_source(chart: Chart) -> Iterator[Found]:
    known = {document.id for document in chart.document.info.documents}
    for record, name, dated in _said(chart):
        for missing in dict.fromkeys(source.document for source in _sources(dated) if source.document not in known):
            yield Found((record.id,), name, detail=missing)


def _sources(dated: Dated) -> tuple[Source, ...]:
    return dated.sources


def same_name(chart: Chart) -> Iterator[Found]:
    """One name in several posts, of which nobody has said whether it is one person."""
    for holders in alike(chart.document):
        posts = dict.fromkeys(holder.post for holder in holders)
        names = ", ".join(chart.name(chart.document.nodes[post]) for post in posts)
        yield Found(tuple(posts), holders[0].tenure.name, detail=names)


DATA: Rules = {
    "same_name": same_name,
    "dates_in_wrong_order": dates_in_wrong_order,
    "unreadable_date": unreadable_date,
    "unreadable_fact": unreadable_fact,
    "other_version": other_version,
    "more_than_counted": more_than_counted,
    "unknown_kind": unknown_kind,
    "ends_do_not_fit": ends_do_not_fit,
    "tenure_of_nobody": tenure_of_nobody,
    "unknown_source": unknown_source,
}
