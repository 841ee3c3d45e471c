"""What Kommunallagen asks of a municipality."""

from collections.abc import Iterator

from editor.insight.hints.rule import Chart, Found, Rules

DIRECTOR_WORDS = ("direktör", "kommunchef", "stadschef", "director", "chief executive")
DELEGATED = ("post", "elected_office", "counted_set", "shared_leadership", None)
"""May decide on behalf of a body (6 kap. 37 §), or may be made of those who decide."""


def no_director(chart: Chart) -> Iterator[Found]:
    posts = chart.of_kind("post")
    is_there = any(word in post.name.casefold() for post in posts for word in DIRECTOR_WORDS)
    if chart.is_whole and not is_there:
        yield Found(tuple(board.id for board in chart.of_kind("executive_board")))


def no_audit(chart: Chart) -> Iterator[Found]:
    if chart.is_whole and not chart.of_kind("audit"):
        yield Found(tuple(council.id for council in chart.of_kind("council")))


def decides_without_right(chart: Chart) -> Iterator[Found]:
    relation = chart.vocabulary.relation("decides_on")
    for edge in chart.edges:
        source, target = chart.document.nodes[edge.source], chart.document.nodes[edge.target]
        kind = chart.vocabulary.kind(source.kind)
        if edge.kind != "decides_on" or source.kind in DELEGATED or kind is None:
            continue
        if not relation.fits(source.kind, None):
            label = kind.label.get(chart.lang, source.kind or "").lower()
            yield Found((source.id, edge.id), chart.name(source), chart.name(target), label)


LAW: Rules = {"no_director": no_director, "no_audit": no_audit, "decides_without_right": decides_without_right}
