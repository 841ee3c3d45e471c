"""What common sense asks of an organisation."""

from collections.abc import Iterator
from itertools import combinations

from editor.insight.hints.rule import Chart, Found, Rules, mostly
from editor.insight.timing import NO, POSSIBLY, YES, Presence, span_of
from editor.model.records import Edge, Node, Tenure
from editor.model.structure import tree_ends

POLITICAL = ("committee", "executive_board")
UNITS = ("administration", "department", "section", "staff_unit")
HEADS = ("leads", "responsible_for", "coordinates")
JOINT = ("shares_leadership", "cooperates_with", "assists", "deputises_for")
DEPUTY_WORDS = ("ställföreträd", "biträdande", "vice ", "deputy", "assistant")
DEPUTY_RELATIONS = ("deputises_for", "assists", "reports_to")


def committee_without_administration(chart: Chart) -> Iterator[Found]:
    yield from _alone(chart, chart.of_kind("committee"), ("administration",))


def administration_without_committee(chart: Chart) -> Iterator[Found]:
    yield from _alone(chart, chart.of_kind("administration"), POLITICAL)


def _alone(chart: Chart, nodes: list[Node], partners: tuple[str, ...]) -> Iterator[Found]:
    """Those of a whole municipality that have no partner, where most of them have one."""
    alone = [node for node in nodes if not any(other.kind in partners for other in chart.neighbours(node.id))]
    if chart.is_whole and mostly(len(nodes) - len(alone), len(nodes)):
        yield from (Found((node.id,), chart.name(node)) for node in alone)


def unit_without_head(chart: Chart) -> Iterator[Found]:
    """Units whose siblings of the same kind mostly have a post above or beside them."""
    beside: dict[tuple[str | None, str | None], list[Node]] = {}
    for node in chart.of_kind(*UNITS):
        beside.setdefault((chart.structure.parent.get(node.id), node.kind), []).append(node)
    for units in beside.values():
        headless = [unit for unit in units if not _heads(chart, unit)]
        if len(units) > 1 and mostly(len(units) - len(headless), len(units)):
            yield from (Found((unit.id,), chart.name(unit)) for unit in headless)


def _heads(chart: Chart, unit: Node) -> list[Edge]:
    return chart.into(unit.id, *HEADS)


def several_heads(chart: Chart) -> Iterator[Found]:
    for unit in chart.nodes:
        leading = [chart.document.nodes[edge.source] for edge in chart.into(unit.id, "leads")]
        posts = list({post.id: post for post in leading if post.kind in ("post", "elected_office")}.values())
        if len(posts) > 1 and not _share(chart, posts):
            names = ", ".join(chart.name(post) for post in posts)
            yield Found((unit.id, *(post.id for post in posts)), chart.name(unit), detail=names)


def _share(chart: Chart, posts: list[Node]) -> bool:
    """Whether they stand in one frame, or are joined by relations that say that they work together."""
    joined = {frozenset((edge.source, edge.target)) for edge in chart.edges if edge.kind in JOINT}
    frames = {post.group for post in posts}
    in_frame = len(frames) == 1 and None not in frames
    return in_frame or all(frozenset((one.id, other.id)) in joined for one, other in combinations(posts, 2))


def held_twice(chart: Chart) -> Iterator[Found]:
    for node in chart.of_kind("post", "elected_office"):
        at_once = [pair for pair in combinations(chart.holders(node), 2) if _overlap(*pair) == YES]
        names = dict.fromkeys(tenure.name for pair in at_once for tenure in pair)
        if len(names) > 1:
            yield Found((node.id,), chart.name(node), detail=", ".join(names))


def _overlap(one: Tenure, other: Tenure) -> Presence:
    """Whether both certainly held the post on some day: neither is known to end before the other begins."""
    for first, second in ((one, other), (other, one)):
        end, start = span_of(first.end or ""), span_of(second.start or "")
        if end is not None and start is not None and end.first < start.last:
            return NO
        if (first.end and end is None) or (second.start and start is None):
            return POSSIBLY
    return YES


def circle(chart: Chart) -> Iterator[Found]:
    """Circles among the relations of the tree; each is told once."""
    above: dict[str, list[str]] = {}
    for edge in chart.edges:
        ends = tree_ends(edge, chart.vocabulary) if edge.kind is not None else None
        if ends is not None:
            above.setdefault(ends[1], []).append(ends[0])
    told: set[str] = set()
    for start in above:
        way = _way_back(start, above) if start not in told else None
        if way is not None and told.isdisjoint(way):
            told.update(way)
            names = " → ".join(chart.name(chart.document.nodes[id]) for id in (*way, way[0]))
            yield Found(tuple(way), detail=names)


def _way_back(start: str, above: dict[str, list[str]]) -> list[str] | None:
    """The shortest way upwards from a node to itself."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        for higher in above.get(way[-1], ()):
            if higher == start:
                return way
            if higher not in seen:
                seen.add(higher)
                ways.append([*way, higher])
    return None


def deputy_of_nobody(chart: Chart) -> Iterator[Found]:
    posts = list(chart.of_kind("post", "elected_office"))
    deputies = [node for node in posts if any(word in f"{node.name.casefold()} " for word in DEPUTY_WORDS)]
    if len(deputies) == len(posts):
        return  # Nobody is drawn yet whose deputy it could be.
    for node in deputies:
        if not chart.out_of(node.id, *DEPUTY_RELATIONS):
            yield Found((node.id,), chart.name(node))


SENSE: Rules = {
    "committee_without_administration": committee_without_administration,
    "administration_without_committee": administration_without_committee,
    "unit_without_head": unit_without_head,
    "several_heads": several_heads,
    "held_twice": held_twice,
    "circle": circle,
    "deputy_of_nobody": deputy_of_nobody,
}
