"""Lines after some boxes have moved: those at them follow, and those in whose way boxes stand now go around."""

import itertools
from collections.abc import Mapping

from editor.geometry import Point, Rect, rect_between
from editor.layout.lines import around_boxes
from editor.model.document import Document
from editor.model.moving import anchored
from editor.model.records import Edge
from editor.routing.spatial import SpatialIndex
from editor.routing.ways import following, led

Bends = dict[str, tuple[Point, ...]]


class Following:
    """What becomes of the lines of a document.

    before: as it was, and stays.  boxes: of all that is shown now.
    """

    def __init__(self, before: Document, boxes: Mapping[str, Rect]) -> None:
        self._before, self._boxes = before, boxes
        self._moved = {id: box for id, box in boxes.items() if box != before.nodes[id].box}

    def bends(self, laid: Mapping[str, Rect], lines: Mapping[str, tuple[Point, ...]]) -> tuple[Bends, set[str]]:
        """The bends that are others now, and which of these lines go around boxes, from middle to middle.

        laid, lines: the boxes and the bends of a branch before its boxes went to their places.
        """
        edges, nodes = self._before.edges, self._before.nodes
        ends = {id: (edges[id].source, edges[id].target) for id in lines}  # one may be in a branch that is collapsed
        found = {id: self._followed(edges[id], lines[id], laid) for id in lines if laid.keys() >= {*ends[id]}}
        there = {id: box for id, node in nodes.items() if (box := node.box) is not None}
        for id in {edge for node in self._moved for edge in self._before.indexes.edges_at(node)} - found.keys():
            edge = edges[id]
            if self._is_shown(edge) and edge.source in there and edge.target in there:
                found[id] = self._followed(edge, edge.bends, there)
        drawn = {id: found.get(id, edge.bends) for id, edge in edges.items() if self._is_shown(edge)}
        around = around_boxes(self._before, self._boxes, drawn, found.keys() | self._crossed(drawn))
        return {**found, **around}, set(around)

    def _followed(self, edge: Edge, bends: tuple[Point, ...], was: Mapping[str, Rect]) -> tuple[Point, ...]:
        before = anchored(was[edge.source], edge.source_offset), anchored(was[edge.target], edge.target_offset)
        now = self._boxes.get(edge.source, was[edge.source]), self._boxes.get(edge.target, was[edge.target])
        after = anchored(now[0], edge.source_offset), anchored(now[1], edge.target_offset)
        moves = [(new.x - old.x, new.y - old.y) for old, new in zip(before, after, strict=True)]
        if moves[0] == moves[1]:
            return tuple(bend.moved(*moves[0]) for bend in bends)
        return led(bends, before, after) if edge.follows else following(bends, before, after)

    def _is_shown(self, edge: Edge) -> bool:
        return edge.source in self._boxes and edge.target in self._boxes and edge.source != edge.target

    def _crossed(self, drawn: Bends) -> set[str]:
        """The lines that run where a box stands now that stood elsewhere."""
        index = SpatialIndex()
        for id, box in self._moved.items():
            index.put(id, box)
        found: set[str] = set()
        for id, bends in drawn.items() if len(index) else ():
            edge = self._before.edges[id]
            line = (self._boxes[edge.source].centre, *bends, self._boxes[edge.target].centre)
            for one, other in itertools.pairwise(line):
                if index.touching(rect_between(one, other)) - {edge.source, edge.target}:
                    found.add(id)
        return found
