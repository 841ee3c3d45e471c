"""Bends of the lines of a tree, from the ways by which they come to their boxes."""

import itertools
from collections.abc import Container, Mapping, Sequence

from editor.geometry import Point, Rect, bounds_of_points, rect_between
from editor.layout.placing import Side, Way
from editor.model.document import Document
from editor.model.records import Edge
from editor.model.structure import Structure
from editor.routing.detours import Detours
from editor.routing.ways import between, rail, trunk


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
    document: Document, boxes: Mapping[str, Rect], beside: Container[str] = ()
) -> dict[str, tuple[Point, ...]]:
    """A right-angled way for every line that is shown; those in `beside` have theirs already.

    A simple way where no box stands in it, else one around the boxes.
    """
    solid = {id: box for id, box in boxes.items() if not _is_frame(document, id, boxes)}
    edges = sorted(document.edges.values(), key=lambda edge: edge.order)
    shown = [edge for edge in edges if edge.source in boxes and edge.target in boxes and edge.id not in beside]
    simple = {edge.id: between(boxes[edge.source], boxes[edge.target]) for edge in shown}
    crossing = [edge for edge in shown if _hits(edge, simple[edge.id], boxes, solid)]
    detours = Detours(solid, [boxes[id] for edge in crossing for id in (edge.source, edge.target) if id not in solid])
    for edge in crossing:
        bundle = (edge.kind, edge.target) if edge.kind else None
        way = detours.way(boxes[edge.source], boxes[edge.target], bundle)
        if way is not None:
            simple[edge.id] = way
    return simple


def _is_frame(document: Document, id: str, boxes: Mapping[str, Rect]) -> bool:
    """Whether it is an open group: lines may run through it to what stands inside."""
    return any(member in boxes for member in document.indexes.members(id))


def _hits(edge: Edge, bends: Sequence[Point], boxes: Mapping[str, Rect], solid: Mapping[str, Rect]) -> bool:
    line = (boxes[edge.source].centre, *bends, boxes[edge.target].centre)
    area = bounds_of_points(line)
    near = [box for id, box in solid.items() if id not in (edge.source, edge.target) and area and box.touches(area)]
    stretches = [rect_between(one, other) for one, other in itertools.pairwise(line)]
    return any(box.touches(stretch) for box in near for stretch in stretches)
