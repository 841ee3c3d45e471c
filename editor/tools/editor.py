"""What every tool works on: the document, its picture, the selection, and the few things only a window can do."""

from collections.abc import Iterable, Set
from enum import Enum
from typing import Literal, Protocol

from editor.drawing.courses import clear, course
from editor.drawing.edges import way
from editor.drawing.shapes import Block
from editor.geometry import Point, Rect, distance_to_polyline
from editor.model.changes import ChangeSet
from editor.model.collapsing import Collapsed
from editor.model.document import Document
from editor.model.line_style import lines_of
from editor.model.moving import with_members
from editor.model.records import Edge
from editor.model.vocabulary import Relation, Vocabulary
from editor.tools.drop import Drop
from editor.tools.lifted import Lifted
from editor.tools.selection import Selection
from editor.tools.snapping import Guide

REACH_PX = 6.0
"""How far from a line, on the screen, a pointer still hits it."""


class Cancelled(Enum):
    """The answer of somebody who closed the menu without choosing."""

    CANCELLED = "cancelled"


CANCELLED = Cancelled.CANCELLED
Choice = str | Literal[Cancelled.CANCELLED] | None


class Picture(Protocol):
    """What is drawn now: the block of a record (None where hidden), and the lines whose blocks touch an area."""

    def block(self, id: str) -> Block | None: ...

    def shows(self, id: str) -> bool:
        """Whether there is a block, told without drawing one."""

    def edges_touching(self, area: Rect) -> Iterable[str]: ...


class View(Protocol):
    """What a tool asks of the window."""

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the picture by that many window pixels."""

    def open_text(self, id: str, text: str) -> None:
        """Open a field over a box with this text, all of it selected; it ends in `Machine.end_text`."""

    def close_text(self) -> None:
        """Close the open field as if Enter had been pressed."""

    def choose_relation(self, relations: list[Relation]) -> Choice:
        """Ask which kind of relation to draw; None = none in particular."""

    def show_selection(self) -> None: ...

    def show_overlay(self) -> None:
        """Guides, rubber band, hover or the line being drawn are different now."""

    def show_tool(self, tool: str) -> None: ...

    def reveal(self, id: str) -> None:
        """Pan so that a box or line can be seen."""


class Editor:
    """The context of the tools. Its public fields from `hovered` on are what the overlay shows.

    hovered: the node under the pointer.  handles_at: the node whose handles are shown.  line: the relation being drawn.
    drop: what letting go of dragged boxes would do.  lifted: many boxes on their way.
    lead: the box the arrow keys walked to last.
    snaps: whether dragged boxes catch on to their neighbours.  grid: how wide the grid is that they catch on to.
    """

    def __init__(
        self, document: Document, vocabulary: Vocabulary, picture: Picture, view: View, lang: str = "sv"
    ) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.picture = picture
        self.view = view
        self.lang = lang
        self.selection = Selection(view.show_selection, self._existing)
        self._chosen: tuple[frozenset[str], int, tuple[str, ...]] = (frozenset(), -1, ())
        self.collapsed = Collapsed(document, vocabulary)
        self.hovered: str | None = None
        self.handles_at: str | None = None
        self.guides: tuple[Guide, ...] = ()
        self.rubber_band: Rect | None = None
        self.line: tuple[Point, Point] | None = None
        self.drop: Drop | None = None
        self.lifted: Lifted | None = None
        self.lead: str | None = None
        self.snaps = True
        self.grid: float | None = None
        document.listen(self._follow)

    def close(self) -> None:
        self.document.unlisten(self._follow)

    @property
    def selected_nodes(self) -> list[str]:
        nodes, (ids, revision, found) = self.document.nodes, self._chosen
        if ids is not self.selection.ids or revision != self.document.revision:
            found = tuple(id for id in self.selection.ids if id in nodes)
            self._chosen = self.selection.ids, self.document.revision, found
        return list(found)

    def carried(self, ids: Iterable[str]) -> list[str]:
        """Nodes with what is hidden in the branches collapsed into them, which moves where they move."""
        hidden = self.collapsed.hidden
        if not hidden:
            return list(ids)
        whole = with_members(self.document, ids)
        return [*whole, *(id for id, top in hidden.items() if top in whole and id not in whole)]

    def node_at(self, point: Point, without: Set[str] = frozenset()) -> str | None:
        """The visible node on top at a point: the innermost, and of those the one drawn last; none of `without`."""
        touching = self.document.indexes.boxes.touching(Rect(*point, 0.0, 0.0))
        hits = [id for id in touching if id not in without and self.picture.shows(id)]
        return max(hits, key=self._height, default=None)

    def edge_at(self, point: Point, scale: float) -> str | None:
        """The nearest line within reach of a point."""
        reach = REACH_PX / scale
        near: list[tuple[float, str]] = []
        for id in self.picture.edges_touching(Rect(*point, 0.0, 0.0).grown(reach)):
            edge = self.document.edges.get(id)  # a line that has just gone is in the picture until the next frame
            distance = distance_to_polyline(point, self.line_of(edge)) if edge is not None else reach + 1.0
            if distance <= reach:
                near.append((distance, id))
        return min(near)[1] if near else None

    def hit(self, point: Point, scale: float) -> str | None:
        """The record at a point; a line comes before the group it runs through, a box before every line."""
        node = self.node_at(point)
        if node is not None and not self.document.nodes[node].is_group:
            return node
        return self.edge_at(point, scale) or node

    def line_of(self, edge: Edge) -> tuple[Point, ...]:
        """The way of a line from border to border; empty where an end has no place."""
        source, target = self.document.nodes[edge.source].box, self.document.nodes[edge.target].box
        if source is None or target is None:
            return ()
        line = way(edge, source, target)
        style = lines_of(self.document.info)
        ends = (edge.source, edge.target)
        return course(edge, line, style, lambda points: clear(self.document, points, ends, lambda _: False)).corners

    def hover(self, node: str | None) -> None:
        if node != self.hovered:
            self.hovered = node
            self.view.show_overlay()

    def _height(self, id: str) -> tuple[int, float]:
        node = self.document.nodes[id]
        depth, group = 0, node.group
        while group is not None:
            depth, group = depth + 1, self.document.nodes[group].group
        return depth * 2 + (not node.is_group), node.order

    def _existing(self, ids: frozenset[str]) -> frozenset[str]:
        return ids & (self.document.nodes.keys() & ids | self.document.edges.keys() & ids)

    def _follow(self, change: ChangeSet) -> None:
        if change.removed:
            self.selection.discard(change.removed)
            if self.hovered in change.removed:
                self.hover(None)
            if self.handles_at in change.removed:
                self.handles_at = None
