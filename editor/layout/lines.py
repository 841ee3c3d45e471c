"""Bends of the lines of a tree, from the ways by which they come to their boxes."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from editor.geometry import Point, Rect, rect_between
from editor.layout.placing import Side, Way
from editor.model.document import Document
from editor.model.records import Edge
from editor.model.structure import Structure
from editor.routing.detours import MANY_BOXES, Detours
from editor.routing.nudging import Strand, nudged
from editor.routing.spatial import SpatialIndex
from editor.routing.ways import between, rail, trunk

LEAST_APART_PX, MOST_APART_PX = 16.0, 110.0
"""Between lines that join the same two boxes."""
MOST_EFFORT = 40_000_000
"""Lines in whose way something stands times boxes: of more no way is sought, which would take minutes and show nothing
but a web.
"""


def tree_bends(
    document: Document, structure: Structure, boxes: Mapping[str, Rect], ways: Mapping[str, Way]
) -> dict[str, tuple[Point, ...]]:
    """Down to the height that all children of a row share, then to each child or down its rail."""
    bends = {}
    for id, way in ways.items():
        edge = structure.tree_edge(id)
        if edge is not None:
            line = _line(boxes[way.parent], boxes[id], way)
            bends[edge] = line if document.edges[edge].source == way.parent else line[::-1]
    return bends


def side_bends(
    document: Document, boxes: Mapping[str, Rect], sides: Mapping[str, Side]
) -> dict[str, tuple[Point, ...]]:
    """From a box to those at its side: straight to the one that stands level with it, by a rail to the others."""
    bends: dict[str, tuple[Point, ...]] = {}
    for edge in document.edges.values():
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            side = sides.get(one)
            if side is None or side.anchor != other:
                continue
            level, centre = boxes[other].centre.y, boxes[one].centre.y
            line = () if level == centre else (Point(side.rail_x, centre), Point(side.rail_x, level))
            bends[edge.id] = line if one == edge.source else line[::-1]
            break
    return bends


def _line(parent: Rect, child: Rect, way: Way) -> tuple[Point, ...]:
    if way.rail_x is None:
        return trunk(parent, child, way.trunk_y)
    return rail(parent, child, way.rail_x, way.trunk_y)


def plain_bends(
    document: Document,
    boxes: Mapping[str, Rect],
    beside: Mapping[str, tuple[Point, ...]] = MappingProxyType({}),
    names: Mapping[str, Rect] = MappingProxyType({}),
) -> dict[str, tuple[Point, ...]]:
    """A right-angled way for every line that is shown; those in `beside` have theirs already.

    A simple way where no box stands in it, else one around the boxes.
    names: by frame, where its name stands on its border; lines rather don't run through it.
    """
    edges = sorted(document.edges.values(), key=lambda edge: edge.order)
    shown = [edge for edge in edges if edge.source in boxes and edge.target in boxes and edge.id not in beside]
    if not shown:
        return {}
    simple = {edge.id: between(boxes[edge.source], boxes[edge.target]) for edge in shown}
    solid = {id: box for id, box in boxes.items() if not _is_frame(document, id, boxes)}
    frames = {id: box for id, box in boxes.items() if id not in solid}
    named = {f"{id}\nname": area for id, area in names.items() if id in frames}
    standing = _Standing({**solid, **named}, frames)
    crossing = [edge for edge in shown if standing.hit(boxes[edge.source], simple[edge.id], boxes[edge.target])]
    ends = [boxes[id] for edge in crossing for id in (edge.source, edge.target) if id not in solid]
    if not crossing or len(crossing) * len(boxes) > MOST_EFFORT:
        return simple
    in_the_way = {edge.id for edge in crossing}
    there = {**beside, **{id: bends for id, bends in simple.items() if id not in in_the_way}}
    lines = [_whole(document.edges[id], bends, boxes) for id, bends in there.items()]
    detours = Detours({**solid, **named}, ends, frames.values(), lines)
    for edge in crossing:
        bundle = (edge.kind, edge.target) if edge.kind else None
        way = detours.way(boxes[edge.source], boxes[edge.target], bundle)
        if way is not None:
            simple[edge.id] = way
    return simple


def around_boxes(
    document: Document,
    boxes: Mapping[str, Rect],
    bends: Mapping[str, tuple[Point, ...]],
    only: Collection[str] | None = None,
) -> dict[str, tuple[Point, ...]]:
    """Other ways for those of these lines that run through boxes, as lines of a tree may once boxes are moved aside.

    only: the lines that may get another way, if not all may.
    """
    solid = {id: box for id, box in boxes.items() if not _is_frame(document, id, boxes)}
    standing = _Standing(solid, {})
    edges = document.edges
    asked = bends.keys() if only is None else bends.keys() & only
    hit = {id for id in asked if standing.hit(boxes[edges[id].source], bends[id], boxes[edges[id].target])}
    if not hit:
        return {}
    lines = [_whole(edges[id], line, boxes) for id, line in bends.items() if id not in hit]
    ends = [boxes[end] for id in hit for end in (edges[id].source, edges[id].target) if end not in solid]
    detours = Detours(solid, ends, (), lines)
    found = {}
    for edge in sorted((edges[id] for id in hit), key=lambda edge: edge.order):
        way = detours.way(boxes[edge.source], boxes[edge.target], (edge.kind, edge.target))
        if way is not None:
            found[edge.id] = way
    return found


def _whole(edge: Edge, bends: Sequence[Point], boxes: Mapping[str, Rect]) -> tuple[Point, ...]:
    return (boxes[edge.source].centre, *bends, boxes[edge.target].centre)


def _is_frame(document: Document, id: str, boxes: Mapping[str, Rect]) -> bool:
    """Whether it is an open group: lines may run through it to what stands inside."""
    return any(member in boxes for member in document.indexes.members(id))


class _Standing:
    """What a line should not run through: boxes, and frames in which neither of its ends stands."""

    def __init__(self, solid: Mapping[str, Rect], frames: Mapping[str, Rect]) -> None:
        self._solid, self._frames = SpatialIndex(), SpatialIndex()
        self._solid.fill(solid)
        self._frames.fill(frames)

    def hit(self, source: Rect, bends: Sequence[Point], target: Rect) -> bool:
        line = (source.centre, *bends, target.centre)
        return any(self._hit(rect_between(one, other), source, target) for one, other in itertools.pairwise(line))

    def hit_straight(self, x: float, one: Rect, other: Rect) -> bool:
        """Whether something stands in a line straight down from one box to another below or above it."""
        top, bottom = min(one.bottom, other.bottom), max(one.y, other.y)
        return self._hit(rect_between(Point(x, top), Point(x, bottom)), one, other)

    def _hit(self, stretch: Rect, source: Rect, target: Rect) -> bool:
        boxes = (self._solid.rect(id) for id in self._solid.touching(stretch))
        if any(box not in (source, target) for box in boxes):
            return True
        frames = (self._frames.rect(id) for id in self._frames.touching(stretch))
        return any(not frame.encloses(source) and not frame.encloses(target) for frame in frames)


def ports(
    document: Document, boxes: Mapping[str, Rect], bends: Mapping[str, tuple[Point, ...]]
) -> dict[str, tuple[Point, Point]]:
    """For lines between the same two boxes, one above the other: how far from the centres each begins and ends.

    Side by side over the width in which the two face each other, so that every line and its word can be told apart;
    not where another box stands between the two.
    """
    parallel: dict[tuple[str, str], list[Edge]] = {}
    for edge in document.edges.values():
        if edge.source in boxes and edge.target in boxes and edge.source != edge.target:
            pair = (edge.source, edge.target) if edge.source < edge.target else (edge.target, edge.source)
            parallel.setdefault(pair, []).append(edge)
    found: dict[str, tuple[Point, Point]] = {}
    several = [edges for edges in parallel.values() if len(edges) > 1]
    if not several:
        return found
    standing = _Standing({id: box for id, box in boxes.items() if not _is_frame(document, id, boxes)}, {})
    for edges in several:
        edges.sort(key=lambda edge: edge.order)
        one, other = boxes[edges[0].source], boxes[edges[0].target]
        left, right = max(one.x, other.x), min(one.right, other.right)
        apart = min(MOST_APART_PX, (right - left) / (len(edges) + 1))
        if apart < LEAST_APART_PX or not _is_between(edges, bends, one, other):
            continue
        places = [(left + right) / 2 + (place - (len(edges) - 1) / 2) * apart for place in range(len(edges))]
        if any(standing.hit_straight(x, one, other) for x in places):
            continue
        for x, edge in zip(places, edges, strict=True):
            start, end = boxes[edge.source].centre, boxes[edge.target].centre
            found[edge.id] = Point(round(x - start.x, 2), 0.0), Point(round(x - end.x, 2), 0.0)
    return found


def _is_between(edges: Sequence[Edge], bends: Mapping[str, tuple[Point, ...]], one: Rect, other: Rect) -> bool:
    """Whether all of these lines run in the gap between the two boxes."""
    top, bottom = min(one.bottom, other.bottom), max(one.y, other.y)
    return top <= bottom and all(
        edge.id in bends and all(top <= bend.y <= bottom for bend in bends[edge.id]) for edge in edges
    )


Ports = dict[str, tuple[Point, Point]]


def told_apart(
    document: Document,
    boxes: Mapping[str, Rect],
    bends: Mapping[str, tuple[Point, ...]],
    trunks: Mapping[str, str],
    apart: Mapping[str, tuple[Point, Point]],
    names: Mapping[str, Rect] = MappingProxyType({}),
) -> tuple[dict[str, tuple[Point, ...]], Ports]:
    """Bends and ports of lines that would run on others with which they have nothing in common, or close along a box.

    Those of the tree stay where they are, and so do those that have ports already. Lines of one trunk and those of one
    kind that begin or end at the same box may run together. Among more than MANY_BOXES boxes none moves.
    trunks: the lines of the tree, each with the box from which its trunk comes.  apart: ports.  names: words.
    """
    if len(boxes) > MANY_BOXES:
        return {}, {}
    edges = document.edges
    shown = [
        edge
        for edge in map(edges.get, bends)
        if edge is not None and edge.source in boxes and edge.target in boxes and edge.source != edge.target
    ]
    movable = [edge for edge in shown if edge.id not in trunks and edge.id not in apart]
    if not movable:
        return {}, {}
    strands = {
        edge.id: Strand(
            _from_ports(edge, bends[edge.id], boxes, apart.get(edge.id)),
            (boxes[edge.source], boxes[edge.target]),
            trunks.get(edge.id),
        )
        for edge in shown
    }

    def may_share(one: str, other: str) -> bool:
        trunk = trunks.get(one)
        return (trunk is not None and trunk == trunks.get(other)) or _are_alike(edges[one], edges[other])

    frames = {id: box for id, box in boxes.items() if _is_frame(document, id, boxes)}
    solid = {id: box for id, box in boxes.items() if id not in frames}
    solid.update({f"{id}\nname": area for id, area in names.items()})
    order = [edge.id for edge in sorted(movable, key=lambda edge: edge.order)]
    found = nudged(strands, order, may_share, solid, frames.values())
    centres = {id: (boxes[document.edges[id].source].centre, boxes[document.edges[id].target].centre) for id in found}
    return (
        {id: points[1:-1] for id, points in found.items()},
        {
            id: (_between(centres[id][0], points[0]), _between(centres[id][1], points[-1]))
            for id, points in found.items()
            if (points[0], points[-1]) != centres[id]
        },
    )


def _are_alike(one: Edge, other: Edge) -> bool:
    """Whether two lines say the same of a box at which both begin or end."""
    return one.kind == other.kind and (one.source == other.source or one.target == other.target)


def _from_ports(
    edge: Edge, bends: Sequence[Point], boxes: Mapping[str, Rect], apart: tuple[Point, Point] | None
) -> tuple[Point, ...]:
    start, *between, end = _whole(edge, bends, boxes)
    if apart is None:
        return start, *between, end
    return start.moved(*apart[0]), *between, end.moved(*apart[1])


def _between(start: Point, end: Point) -> Point:
    return Point(round(end.x - start.x, 2), round(end.y - start.y, 2))
