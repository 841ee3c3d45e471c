"""Where the lines of a document run, between what is seen of their ends, and what is written on them."""

from collections.abc import Sequence, Set

import msgspec
from msgspec.structs import replace

from editor.drawing.chart_setting import ChartSetting
from editor.drawing.courses import Course, clear, course
from editor.drawing.curves import CURVES
from editor.drawing.edges import is_main, says_something, way, word_on
from editor.drawing.ends import at_outlines
from editor.drawing.hiding import Hiding
from editor.drawing.lens import Sight
from editor.drawing.nodes import sheets_px, stacks_in
from editor.drawing.outlines import fills_rectangle
from editor.drawing.shapes_of_files import own_look
from editor.drawing.spots import Word
from editor.drawing.spreading import rank
from editor.geometry import Point, Rect, bounds_of_points
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.moving import moved_edge
from editor.model.records import NO_LOOK, Edge, Node
from editor.routing.spatial import SpatialIndex


class Ends(msgspec.Struct, gc=False):
    """A line as it is drawn between what is seen of its ends, which may stand for those that they hide."""

    edge: Edge
    source: Node
    source_box: Rect
    target: Node
    target_box: Rect
    between: tuple[Point, ...] = ()
    """Its way from box to box, if that was asked for."""

    def way(self, rank: float = 0.0) -> tuple[Point, ...]:
        """The corners from box to box; `rank` as for `edges.way`."""
        if rank:
            return way(self.edge, self.source_box, self.target_box, rank)
        if not self.between:
            self.between = way(self.edge, self.source_box, self.target_box)
        return self.between


class Lines:
    """Finds the course of a line whenever it is asked for. What runs straight is noted: a box may come in its way."""

    def __init__(self, document: Document, sight: Sight, hiding: Hiding, chart: ChartSetting) -> None:
        self._document, self._sight, self._hiding, self._chart = document, sight, hiding, chart
        self._stacks = stacks_in(chart.now.vocabulary)
        self._direct = SpatialIndex()
        self._revision = document.revision
        self._known: dict[str, Ends] = {}
        """Those of lines that were asked for since the last change: whoever draws asks for the same several times."""

    def forget(self) -> None:
        """Let go of what is known only to be quicker."""
        self._known.clear()

    def ends(self, edge: Edge) -> Ends | None:
        """What is seen of its ends; None where nothing is to be seen of the line."""
        if self._revision != self._document.revision:
            self._revision = self._document.revision
            self._known.clear()
        known = self._known.get(edge.id)
        if known is not None:
            return known
        found = self._ends(edge)
        if found is not None:
            self._known[edge.id] = found
        return found

    def _ends(self, edge: Edge) -> Ends | None:
        source, target = self._hiding.shown_node(edge.source), self._hiding.shown_node(edge.target)
        if source is None or target is None or source.box is None or target.box is None:
            return None
        if source is target and edge.source != edge.target:
            return None
        if source.id != edge.source or target.id != edge.target:
            edge = replace(edge, bends=(), source_offset=None, target_offset=None)
        return Ends(edge, source, source.box, target, target.box)

    def course(self, edge: Edge, ends: Ends) -> Course:
        """The line as it is drawn: by its corners; straight or curved where that was chosen and the way is free."""
        line, style = self._way(ends), self._chart.now.lines
        if style == "orthogonal" and edge.look.curve not in CURVES:
            return Course(line)
        ids = ends.source.id, ends.target.id

        def is_free(points: Sequence[Point]) -> bool:
            area = bounds_of_points(points)
            if area is not None:
                self._direct.put(edge.id, area)
            return clear(self._document, points, ids, self._hides)

        return course(edge, line, style, is_free)

    def carried(self, ends: Ends, moving: Set[str], dx: float, dy: float) -> Ends:
        """The same line when these nodes have moved."""
        edge, source, target = ends.edge, ends.source, ends.target
        edge = moved_edge(self._document, edge, moving, dx, dy) or edge
        source_box = ends.source_box.moved(dx, dy) if source.id in moving else ends.source_box
        target_box = ends.target_box.moved(dx, dy) if target.id in moving else ends.target_box
        return Ends(edge, source, source_box, target, target_box)

    def freely(self, ends: Ends) -> Course:
        """The line as it is drawn where no box is in its way."""
        line, style = self._way(ends), self._chart.now.lines
        return Course(line) if style == "orthogonal" else course(ends.edge, line, style, lambda _: True)

    def corners(self, id: str) -> tuple[Point, ...] | None:
        edge = self._sight.edge(id)
        ends = None if edge is None else self.ends(edge)
        return None if edge is None or ends is None else self.course(edge, ends).corners

    def roughly(self, id: str) -> tuple[Point, ...] | None:
        """Where a line runs: without what tells it from others between the same boxes, and from their rectangles."""
        edge = self._sight.edge(id)
        if self._chart.now.lines != "orthogonal" or (edge is not None and edge.look.curve in CURVES):
            return self.corners(id)
        found = None if edge is None else self.ends(edge)
        if found is None or found.source is found.target:
            return self.corners(id) if edge is not None and edge.source == edge.target else None
        return found.way()

    def is_main(self, edge: Edge) -> bool:
        return not edge.kind or is_main(edge, self._chart.now)

    def says(self, id: str) -> bool:
        """Whether anything is written on a line when it is seen."""
        edge = self._sight.edge(id)
        return edge is not None and says_something(edge, self._chart.now)

    def word(self, id: str) -> Word | None:
        """What is written on it; None where nothing is seen of it."""
        edge = self._sight.edge(id)
        if edge is None or not says_something(edge, self._chart.now):
            return None
        corners = self.corners(id)
        return None if corners is None else word_on(edge, corners, self._chart.now)

    def seen_through(self, change: ChangeSet) -> set[str]:
        """Lines that run straight, or would, where a box stood or stands now."""
        if not len(self._direct):
            return set()
        records = [*change.added.values(), *change.removed.values()]
        records += [record for pair in change.updated.values() for record in pair]
        areas = [node.box for node in records if isinstance(node, Node) and node.box is not None]
        return {id for area in areas for id in self._direct.touching(area) if id in self._document.edges}

    def _way(self, ends: Ends) -> tuple[Point, ...]:
        """The corners of a line from outline to outline."""
        source, target = ends.source, ends.target
        line = ends.way(rank(self._document, ends.edge))
        if self._fills_its_box(source) and self._fills_its_box(target):
            return line
        return at_outlines(line, source, target, self._behind)

    def _fills_its_box(self, node: Node) -> bool:
        """Whether a line may simply end at its rectangle, as at nearly all."""
        if node.kind is not None:
            return node.kind not in self._stacks
        return node.look == NO_LOOK or fills_rectangle(node.look.shape)

    def _behind(self, node: Node) -> float:
        return 0.0 if own_look(node) else sheets_px(node, self._chart.now)

    def _hides(self, id: str) -> bool:
        return self._hiding.shown(id) != id
