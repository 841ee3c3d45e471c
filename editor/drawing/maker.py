"""From the document to its drawing: one block for each record, asked for one by one or all at once."""

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec.structs import replace

from editor.drawing import captions
from editor.drawing.badges import badge
from editor.drawing.coloring import coloring
from editor.drawing.courses import Course, clear, course
from editor.drawing.crossings import Crossings
from editor.drawing.edges import edge_shapes, is_main, says_something, way, word_on
from editor.drawing.ends import at_outlines
from editor.drawing.extent import extent
from editor.drawing.frames import folded_shapes, folded_size, frame_shapes, inner_size, tab_area
from editor.drawing.nodes import Setting, colors_of, frame_colors, kind_shapes, kind_size, named_of, sheets_px
from editor.drawing.paper import furniture
from editor.drawing.shapes import Block, Drawing, Role, Shape, Sketch
from editor.drawing.shapes_of_files import file_shapes, file_size, own_look, words_stay_inside
from editor.drawing.theme import Colors, Theme
from editor.drawing.words import Word, Words
from editor.geometry import Point, Rect, bounds_of, rect_between
from editor.model.changes import ChangeSet
from editor.model.collapsing import Collapsed
from editor.model.counting import COUNTED, named_parts
from editor.model.document import Document
from editor.model.line_style import ATTRIBUTE as LINES
from editor.model.line_style import lines_of
from editor.model.paper import ATTRIBUTE as PAPER
from editor.model.paper import paper_of
from editor.model.records import DOCUMENT_ID, Edge, Info, Node
from editor.model.style_rules import ATTRIBUTE, rule_of
from editor.model.vocabulary import Vocabulary
from editor.routing.spatial import SpatialIndex
from editor.text.measure import TextMeasurer

MARGIN, PAPER_MARGIN, SHEET_MARGIN = 24.0, 40.0, 4.0
Detail = Literal["all", "seen", "far"]
"""How much of a block is made: all of it; all but what is only said, not seen; a sketch where that is enough."""


class Lens(Protocol):
    """Shows records otherwise than the document has them; None where one is not to be seen."""

    def node(self, node: Node) -> Node | None: ...

    def edge(self, edge: Edge) -> Edge | None: ...


class DrawingMaker:
    """Draws records; the caller keeps the blocks. Only the spots of words are kept, and follow every change."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        theme: Theme,
        measurer: TextMeasurer,
        lang: str,
        lens: Lens | None = None,
    ) -> None:
        self._document = document
        self._lens = lens
        self._base = Setting(vocabulary, theme, measurer, lang, named=self._named)
        self._dressed: tuple[tuple[str | None, ...], Setting] = ((None, None, None), self._base)
        self._collapsed = Collapsed(document, vocabulary)
        self._hidden_before = self._collapsed.hidden
        self._words = Words(document, self._word, self._solid, self._says)
        self.word_seconds: float | None = None
        """How long after a change spots of words are looked for before the others wait; None = until all are found."""
        self._crossings = Crossings(document, self._corners, self._roughly, lambda edge: is_main(edge, self.setting))
        self._direct = SpatialIndex()

    @property
    def setting(self) -> Setting:
        """What everything is drawn with, the document's own rule for colours and its paper included."""
        info = self._document.info
        said = info.attributes.get(ATTRIBUTE), info.attributes.get(PAPER), info.attributes.get(LINES)
        if said != self._dressed[0]:
            base, paper = self._base, paper_of(info)
            colors = coloring(rule_of(info), base.theme, base.vocabulary)
            if paper is not None:
                base = replace(base, legible=paper.legible, wrap_px=paper.wrap_px, captions=paper.captions)
            self._dressed = (said, replace(base, coloring=colors, lines=lines_of(info)))
        return self._dressed[1]

    def size(self, node_id: str) -> tuple[float, float]:
        """The natural width and height of a node; for a frame the least it needs inside."""
        node = self._document.nodes[node_id]
        if node.is_group:
            return folded_size(node, self.setting) if node.folded else inner_size(node, self.setting)
        return file_size(node, self.setting) if own_look(node) else kind_size(node, self.setting)

    def sizes(self) -> dict[str, tuple[float, float]]:
        """The natural sizes of all nodes that are not hidden in a folded group or a collapsed branch."""
        return {id: self.size(id) for id in self._document.nodes if not self._is_hidden(id)}

    def block(self, id: str, detail: Detail = "all") -> Block | None:
        """The block of a record; None where it is hidden, not placed, or there is none with this id."""
        node = self._document.nodes.get(id)
        if node is not None:
            seen = node if self._lens is None else self._lens.node(node)
            return None if seen is None else self._node_block(self._painted(seen), detail)
        edge = self._document.edges.get(id)
        if edge is not None and self._lens is not None:
            edge = self._lens.edge(edge)
        return None if edge is None else self._edge_block(edge, detail)

    def shows(self, id: str) -> bool:
        """Whether there would be a block of this record."""
        node, edge = self._document.nodes.get(id), self._document.edges.get(id)
        if node is not None:
            there = self._lens is None or self._lens.node(node) is not None
            return there and node.box is not None and not self._is_hidden(id)
        if edge is not None and self._lens is not None:
            edge = self._lens.edge(edge)
        return edge is not None and self._line(edge) is not None

    def near(self, id: str) -> Block | None:
        """All of a block that is seen."""
        return self.block(id, "seen")

    def ids_in_order(self) -> list[str]:
        """All records from back to front: groups from the outside in, edges, nodes; hidden ones too."""
        nodes = self._document.nodes
        groups = sorted((id for id, node in nodes.items() if node.is_group), key=self._depth)
        return [*groups, *self._document.edges, *(id for id, node in nodes.items() if not node.is_group)]

    def concerned(self, change: ChangeSet) -> set[str]:
        """The records whose block may look different after a change; removed ones are among them."""
        if _recolors(change):
            return set(self.ids_in_order())
        found = set(change.ids)
        for id in change.updated:
            if id in self._document.nodes:
                found.update(self._around(id))
        for before, after in change.updated.values():
            if isinstance(before, Node) and isinstance(after, Node) and before.folded != after.folded:
                found.update(self._below(before.id))
            elif isinstance(before, Edge) and isinstance(after, Edge) and _course(before) != _course(after):
                found.update(self._siblings(before), self._siblings(after))
        for record in (*change.added.values(), *change.removed.values()):
            if isinstance(record, Edge):
                self._add_beside(record, found)
            elif isinstance(record, Node) and record.group is not None:
                found.add(record.group)
        found |= self._newly_hidden_or_shown() | self._seen_through(change)
        found |= self._words.follow(found, self.word_seconds)
        return found | self._crossings.follow(found)

    @property
    def words_wait(self) -> bool:
        """Whether some words on lines are not where they belong yet; see `word_seconds`."""
        return self._words.are_waiting

    def find_words(self, seconds: float | None = None) -> set[str]:
        """Go on with them for so long; the lines that look different now."""
        return self._words.go_on(seconds)

    def drawing(self, paper: bool = True) -> Drawing:
        """The whole picture; with `paper` also title, legend, source line and margins."""
        made = (self.block(id) for id in self.ids_in_order())
        blocks = tuple(block for block in made if block is not None)
        area = bounds_of(block.bounds for block in blocks) or Rect(0.0, 0.0, 480.0, 160.0)
        info, setting = self._document.info, self.setting
        extra = self.furniture(area) if paper else ()
        whole = bounds_of(block.bounds for block in (*blocks, *extra)) or area
        background = setting.theme.paper
        bounds = _whole_pixels(whole.grown(self._margin() if paper else MARGIN))
        lang = info.lang or setting.lang
        title, desc = captions.drawing_words(self._document, setting.lang)
        return Drawing((*extra, *blocks), bounds, background, title, desc, lang)

    def _margin(self) -> float:
        """Little where the sheet that the chart is made for has margins of its own."""
        return PAPER_MARGIN if self._document.info.attributes.get(PAPER) is None else SHEET_MARGIN

    def furniture(self, area: Rect) -> tuple[Block, ...]:
        """What stands around a chart of this area: lanes, title, legend and source line."""
        return furniture(self._document, self.setting, area, self._words.areas())

    def furniture_size(self, width: float) -> tuple[float, float]:
        """What title, legend, source line and margins add to the width and the height of a chart that is so wide."""
        area = Rect(0.0, 0.0, width, width / 2)
        extra = self.furniture(area)
        whole = (bounds_of((area, *(block.bounds for block in extra))) or area).grown(self._margin())
        return whole.width - area.width, whole.height - area.height

    def _named(self, id: str) -> int:
        """How many of those that a counted set counts are seen as boxes of their own."""
        parts = (self._document.nodes[part] for part in named_parts(self._document, id))
        return sum(1 for part in parts if self._lens is None or self._lens.node(part) is not None)

    def _add_beside(self, edge: Edge, found: set[str]) -> None:
        """Add what looks different because a line has come or gone: those it is spread apart from, and counted sets.

        Of thousands that come at once nearly all are the only one at their lower end, which is told quickly.
        """
        nodes, at = self._document.nodes, self._document.indexes.edge_count_at
        source, target = edge.source, edge.target
        own = edge.id in self._document.edges
        if at(target) > own and at(source) > own:
            found.update(self._siblings(edge))
        for id in (source, target):
            node = nodes.get(id)
            if node is not None and node.kind == COUNTED:
                found.add(id)

    def _painted(self, node: Node) -> Node:
        """A node with a look of its own, in the colours that the document's rule gives it."""
        rule = self.setting.coloring
        colors = rule.of(node) if rule is not None and own_look(node) else None
        return (
            node if colors is None else replace(node, look=replace(node.look, fill=colors.tint, border=colors.strong))
        )

    def _node_block(self, node: Node, detail: Detail) -> Block | None:
        box = node.box
        if box is None or self._is_hidden(node.id):
            return None
        is_plain = not (node.is_group or node.collapsed)
        if detail == "far" and is_plain and own_look(node) and words_stay_inside(node, box):
            shapes = file_shapes(node, box, self.setting, with_words=False)
            return Sketch("node", node.id, extent(shapes).united(box), tuple(shapes))
        shapes = self._node_shapes(node, box)
        role: Role = "group" if node.is_group else "node"
        bounds = extent(shapes).united(box)
        if detail != "all":
            return Block(role, node.id, bounds, tuple(shapes))
        title = captions.node_title(node, self.setting.vocabulary, self.setting.lang)
        return Block(
            role,
            node.id,
            bounds,
            tuple(shapes),
            title,
            captions.node_desc(node, self.setting.lang, named_of(node, self.setting)),
        )

    def _newly_hidden_or_shown(self) -> set[str]:
        """What collapsed branches hide now and didn't, or no longer do, with the lines at it and the boxes above."""
        before, after = self._hidden_before, self._collapsed.hidden
        if before is after:
            return set()
        self._hidden_before = after
        found = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
        lines = {edge for id in found for edge in self._document.indexes.edges_at(id)}
        tops = {top for id in found for top in (before.get(id), after.get(id)) if top is not None}
        return found | lines | tops

    def _node_shapes(self, node: Node, box: Rect) -> list[Shape]:
        shapes = self._bare_shapes(node, box)
        if node.collapsed and not node.is_group:
            shapes += badge(self._count_below(node.id), box, colors_of(node, self.setting), self.setting)
        return shapes

    def _count_below(self, id: str) -> int:
        return sum(1 for top in self._collapsed.hidden.values() if top == id)

    def _bare_shapes(self, node: Node, box: Rect) -> list[Shape]:
        if node.is_group and node.folded:
            return folded_shapes(node, box, len(self._nodes_below(node.id)), self._frame_colors(node), self.setting)
        if node.is_group:
            return frame_shapes(node, box, self._frame_colors(node), self.setting)
        if own_look(node):
            return file_shapes(node, box, self.setting)
        return kind_shapes(node, box, self.setting)

    def _frame_colors(self, frame: Node) -> Colors:
        return frame_colors(frame, self._document, self.setting)

    def _seen_through(self, change: ChangeSet) -> set[str]:
        """Lines that run straight, or would, where a box stood or stands now."""
        if not len(self._direct):
            return set()
        records = [*change.added.values(), *change.removed.values()]
        records += [record for pair in change.updated.values() for record in pair]
        areas = [node.box for node in records if isinstance(node, Node) and node.box is not None]
        return {id for area in areas for id in self._direct.touching(area) if id in self._document.edges}

    def _edge_block(self, edge: Edge, detail: Detail) -> Block | None:
        course = self._course(edge)
        if course is None:
            return None
        gaps = () if detail == "far" else self._crossings.gaps(edge.id)
        shapes = edge_shapes(edge, course, self.setting, self._words.set_at(edge.id), gaps)
        if detail != "all":
            return Block("edge", edge.id, extent(shapes), tuple(shapes))
        ends = self._document.nodes[self._shown(edge.source)], self._document.nodes[self._shown(edge.target)]
        title = captions.edge_title(edge, *ends, self.setting.vocabulary, self.setting.lang)
        return Block("edge", edge.id, extent(shapes), tuple(shapes), title)

    def _line(self, edge: Edge) -> tuple[Point, ...] | None:
        """The corners of a line between what is shown of its ends; None where nothing is to be seen of it."""
        source, target = self._shown_node(edge.source), self._shown_node(edge.target)
        if source is None or target is None or source.box is None or target.box is None:
            return None
        if source is target and edge.source != edge.target:
            return None
        if (source.id, target.id) != (edge.source, edge.target):
            edge = replace(edge, bends=(), source_offset=None, target_offset=None)
        line = way(edge, source.box, target.box, self._rank(edge))
        return at_outlines(line, source, target, self._behind) if len(line) > 1 else None

    def _course(self, edge: Edge) -> Course | None:
        """The line as it is drawn: by its corners; straight or curved where that was chosen and the way is free."""
        line = self._line(edge)
        if line is None or self.setting.lines == "orthogonal":
            return None if line is None else Course(line)
        ends = self._shown(edge.source), self._shown(edge.target)

        def is_free(points: Sequence[Point]) -> bool:
            self._direct.put(edge.id, rect_between(points[0], points[-1]))
            return clear(self._document, points, ends, self._is_hidden)

        return course(edge, line, self.setting.lines, is_free)

    def _corners(self, id: str) -> tuple[Point, ...] | None:
        edge = self._seen(id)
        course = None if edge is None else self._course(edge)
        return None if course is None else course.corners

    def _roughly(self, id: str) -> tuple[Point, ...] | None:
        """Where a line runs: without what tells it from others between the same boxes, and from their rectangles."""
        if self.setting.lines != "orthogonal":
            return self._corners(id)
        edge = self._seen(id)
        if edge is None:
            return None
        source, target = self._shown_node(edge.source), self._shown_node(edge.target)
        if source is None or target is None or source is target or source.box is None or target.box is None:
            return None
        if (source.id, target.id) != (edge.source, edge.target):
            edge = replace(edge, bends=(), source_offset=None, target_offset=None)
        return way(edge, source.box, target.box)

    def _behind(self, node: Node) -> float:
        return 0.0 if own_look(node) else sheets_px(node, self.setting)

    def _seen(self, id: str) -> Edge | None:
        edge = self._document.edges.get(id)
        return edge if self._lens is None or edge is None else self._lens.edge(edge)

    def _says(self, id: str) -> bool:
        edge = self._seen(id)
        return edge is not None and says_something(edge, self.setting)

    def _word(self, id: str) -> Word | None:
        edge = self._seen(id)
        if edge is None or not says_something(edge, self.setting):
            return None
        course = self._course(edge)
        return None if course is None else word_on(edge, course.corners, self.setting)

    def _solid(self, id: str) -> Rect | None:
        """What no word may stand on: a box, or a frame's tab with its name."""
        node = self._document.nodes[id]
        if node.box is None or self._is_hidden(id):
            return None
        return node.box if not node.is_group or node.folded else tab_area(node, node.box, self.setting)

    def _shown_node(self, id: str) -> Node | None:
        node = self._document.nodes.get(id)
        if node is None or (node.group is None and not self._collapsed.hidden):
            return node
        return self._document.nodes.get(self._shown(id))

    def _shown(self, id: str) -> str:
        """The node itself, or what hides it: the uppermost collapsed box above it, the outermost folded group."""
        shown = self._collapsed.hidden.get(id, id)
        node = self._document.nodes.get(shown)
        while node is not None and node.group is not None:
            node = self._document.nodes.get(node.group)
            if node is not None and node.folded:
                shown = node.id
        return shown

    def _is_hidden(self, id: str) -> bool:
        return self._shown(id) != id

    def _depth(self, id: str) -> int:
        depth, group = 0, self._document.nodes[id].group
        while group is not None and group in self._document.nodes:
            depth, group = depth + 1, self._document.nodes[group].group
        return depth

    def _siblings(self, edge: Edge) -> list[str]:
        """The edges between the same two nodes without bends, in order; they are spread apart."""
        ends, indexes = {edge.source, edge.target}, self._document.indexes
        lesser = min(sorted(ends), key=indexes.edge_count_at)  # thousands may hang on the other end
        edges = (self._document.edges[id] for id in indexes.edges_at(lesser))
        return [other.id for other in edges if {other.source, other.target} == ends and not other.bends]

    def _rank(self, edge: Edge) -> float:
        if edge.bends or self._is_only_one(edge):
            return 0.0
        siblings = self._siblings(edge)
        if len(siblings) < 2:
            return 0.0
        rank = siblings.index(edge.id) - (len(siblings) - 1) / 2
        return rank if edge.source <= edge.target else -rank

    def _is_only_one(self, edge: Edge) -> bool:
        """Whether one of its nodes has no other edge, as the lowest boxes of a tree have none; told at once."""
        at = self._document.indexes.edge_count_at
        return at(edge.target) == 1 or at(edge.source) == 1

    def _around(self, id: str) -> set[str]:
        found = set(self._document.indexes.edges_at(id))
        group = self._document.nodes[id].group
        return found if group is None else found | {group}

    def _nodes_below(self, id: str) -> list[str]:
        found, waiting = [], [*self._document.indexes.members(id)]
        while waiting:
            member = waiting.pop()
            found.append(member)
            waiting.extend(self._document.indexes.members(member))
        return found

    def _below(self, id: str) -> set[str]:
        nodes = self._nodes_below(id)
        found = set(nodes)
        for member in nodes:
            found.update(self._document.indexes.edges_at(member))
        return found


def _recolors(change: ChangeSet) -> bool:
    """Whether the rule for colours, or the paper that text is sized for, is another one now."""
    before, after = change.updated.get(DOCUMENT_ID, (None, None))
    if not isinstance(before, Info) or not isinstance(after, Info):
        return False
    return any(before.attributes.get(name) != after.attributes.get(name) for name in (ATTRIBUTE, PAPER, LINES))


def _course(edge: Edge) -> tuple[str, str, bool]:
    """What decides which lines it is spread apart from."""
    return edge.source, edge.target, bool(edge.bends)


def _whole_pixels(rect: Rect) -> Rect:
    left, top = rect.x // 1, rect.y // 1
    return Rect(left, top, -(-rect.right // 1) - left, -(-rect.bottom // 1) - top)
