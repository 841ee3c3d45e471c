"""What can be done to a relation's line: other ends, the other way round, corners, a way around what it would hit."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from editor.errors import UserError
from editor.geometry import Point, Rect, bounds_of_points, rect_between, segment_crosses
from editor.model.document import Document
from editor.model.moving import with_members
from editor.model.records import Edge
from editor.model.suggestions import settle
from editor.model.transaction import Transaction
from editor.routing.detours import Detours
from editor.routing.ways import between, is_orthogonal

NEAR_PX = 320.0
"""How far around a line boxes are looked at when it is led around them."""
APART_PX = 14.0
"""Between lines that join the same two boxes."""
INSIDE_PX = 1.0
"""A line that only touches a border is not in the way."""


def way_between(document: Document, source: str, target: str) -> tuple[Point, ...]:
    """A right-angled way between two nodes, around other boxes where it would run through them and can go past."""
    one, other = document.nodes[source].box, document.nodes[target].box
    if one is None or other is None or source == target:
        return ()
    simple = between(one, other)
    if not _hits(document, (one.centre, *simple, other.centre), {source, target}):
        return simple
    around = _solid(document, (one.centre, *simple, other.centre), NEAR_PX)
    return Detours(around, [one, other]).way(one, other) or simple


def way_of_new(document: Document, kind: str | None, source: str, target: str) -> tuple[Point, ...]:
    """The way of a line that is drawn now: at right angles if it has a kind, or runs among such lines; else straight,
    as other programs draw it, but around a box that stands in its way.
    """
    one, other = document.nodes[source].box, document.nodes[target].box
    if one is None or other is None or source == target:
        return ()
    beside = [document.edges[id] for end in (source, target) for id in document.indexes.edges_at(end)]
    is_led = kind is not None or any(edge.bends and is_orthogonal(_way_of(document, edge)) for edge in beside)
    if is_led or _hits(document, (one.centre, other.centre), {source, target}):
        return way_between(document, source, target)
    return ()


def attach(
    document: Document, step: Transaction, id: str, source: str | None = None, target: str | None = None
) -> None:
    """Give a relation another source or target; its way is found anew. UserError where nothing is there."""
    edge = document.edges[id]
    source, target = source or edge.source, target or edge.target
    for end in (source, target):
        if end not in document.nodes:
            raise UserError(
                {"sv": f"Det finns ingen ruta med id {end}.", "en": f"There is no box with the id {end}."},
                {"sv": "Fäst linjen i en ruta som finns.", "en": "Attach the line to a box that exists."},
            )
    bends = way_between(document, source, target) if edge.kind or edge.bends else ()
    step.update(id, source=source, target=target, bends=bends, source_offset=None, target_offset=None, loose=True)


def reverse(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """Turn relations round: source becomes target, along the same way."""
    for id in ids:
        edge = document.edges[id]
        step.put(
            replace(
                edge,
                source=edge.target,
                target=edge.source,
                bends=edge.bends[::-1],
                source_offset=edge.target_offset,
                target_offset=edge.source_offset,
            )
        )


def straighten(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """Take away all corners."""
    settle(document, step, ids := list(ids))
    for id in ids:
        step.update(id, bends=(), source_offset=None, target_offset=None, loose=False)


def find_ways(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """Find the ways of relations anew, as if they were drawn now."""
    for id in ids:
        edge = document.edges[id]
        bends = way_between(document, edge.source, edge.target)
        step.update(id, bends=bends, source_offset=None, target_offset=None, loose=True)


def clear_ways(document: Document, step: Transaction, moved: Iterable[str]) -> None:
    """After boxes moved: lines at them that run through a box now are led around it where that can be done.

    Only lines that this program leads; others keep the corners that their author gave them.
    """
    nodes = with_members(document, moved)
    lines = sorted({id for node in nodes for id in document.indexes.edges_at(node)})
    for id in lines:
        edge = document.edges[id]
        if edge.follows and _runs_through(document, edge):
            bends = way_between(document, edge.source, edge.target)
            if bends != edge.bends:
                step.update(id, bends=bends, source_offset=None, target_offset=None)


def apart(document: Document, source: str, target: str) -> Point | None:
    """How far beside the middles a further line between the same two boxes is attached; None for the first."""
    pair = {source, target}
    there = sum(1 for id in document.indexes.edges_at(source) if _ends(document.edges[id]) == pair)
    if not there or source == target:
        return None
    side = APART_PX * ((there + 1) // 2) * (1 if there % 2 else -1)
    one, other = document.nodes[source].box, document.nodes[target].box
    if one is None or other is None:
        return None
    beside = other.y < one.bottom and other.bottom > one.y
    return Point(0.0, side) if beside else Point(side, 0.0)


def _runs_through(document: Document, edge: Edge) -> bool:
    way = _way_of(document, edge)
    return bool(way) and _hits(document, way, {edge.source, edge.target})


def _ends(edge: Edge) -> set[str]:
    return {edge.source, edge.target}


def _way_of(document: Document, edge: Edge) -> tuple[Point, ...]:
    source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
    if source is None or target is None or edge.source == edge.target:
        return ()
    return (source.centre, *edge.bends, target.centre)


def _hits(document: Document, line: Sequence[Point], ends: set[str]) -> bool:
    boxes = _solid(document, line, 0.0)
    rects = [rect.grown(-INSIDE_PX) for id, rect in boxes.items() if id not in ends]
    return any(segment_crosses(rect, one, other) for rect in rects for one, other in itertools.pairwise(line))


def _solid(document: Document, line: Sequence[Point], around: float) -> dict[str, Rect]:
    """The boxes that a line may not run through: all that stand near it but frames, and what is hidden in them."""
    area = bounds_of_points(line) or rect_between(line[0], line[-1])
    found: Mapping[str, Rect] = {
        id: document.indexes.boxes.rect(id) for id in sorted(document.indexes.boxes.touching(area.grown(around)))
    }
    return {id: rect for id, rect in found.items() if not _is_open_or_hidden(document, id)}


def _is_open_or_hidden(document: Document, id: str) -> bool:
    node = document.nodes[id]
    if node.is_group and not node.folded:
        return True
    group = node.group
    while group is not None:
        if document.nodes[group].folded:
            return True
        group = document.nodes[group].group
    return False
