"""From the document to its drawing: one block for each record, asked for one by one or all at once."""

from collections.abc import Set
from typing import Literal

from msgspec.structs import replace

from editor.drawing import captions
from editor.drawing.badges import badge
from editor.drawing.chart_setting import ChartSetting, concerns_all
from editor.drawing.coloring import Coloring
from editor.drawing.concerned import concerned
from editor.drawing.crossings import Crossings
from editor.drawing.edges import edge_shapes
from editor.drawing.extent import extent, extent_with
from editor.drawing.frames import folded_shapes, folded_size, frame_shapes, inner_size, tab_area
from editor.drawing.hiding import Hiding, depth, inside
from editor.drawing.lens import Lens, Sight
from editor.drawing.lines import Lines
from editor.drawing.nodes import Setting, colors_of, frame_colors, kind_shapes, kind_size, named_of
from editor.drawing.paper import furniture
from editor.drawing.shapes import Block, Drawing, Role, Shape, Sketch
from editor.drawing.shapes_of_files import file_shapes, file_size, own_look, words_stay_inside
from editor.drawing.theme import Theme
from editor.drawing.words import Words
from editor.geometry import Point, Rect, bounds_of
from editor.model.changes import ChangeSet
from editor.model.collector import without_collector
from editor.model.counting import named_parts
from editor.model.document import Document
from editor.model.paper import ATTRIBUTE as PAPER
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.measure import TextMeasurer

MARGIN, PAPER_MARGIN, SHEET_MARGIN = 24.0, 40.0, 4.0
NO_CHART = Rect(0.0, 0.0, 480.0, 160.0)
"""The area of a chart in which nothing is seen."""
Detail = Literal["all", "seen", "far"]
"""How much of a block is made: all of it; all but what is only said, not seen; a sketch where that is enough."""


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
        self._document, self._nodes = document, document.nodes
        self._sight = Sight(document, lens)
        self._chart = ChartSetting(document, Setting(vocabulary, theme, measurer, lang, named=self._named))
        self._hiding = Hiding(document, vocabulary)
        self._lines = lines = Lines(document, self._sight, self._hiding, self._chart)
        self._words = Words(document, lines.word, self._solid, lines.says)
        self.word_seconds: float | None = None
        """How long after a change spots of words are looked for before the others wait; None = until all are found."""
        self._crossings = Crossings(document, lines.corners, lines.roughly, lines.is_main, self._word_area)

    @property
    def setting(self) -> Setting:
        """What everything is drawn with, the document's own rule for colours and its paper included."""
        return self._chart.now

    def size(self, node_id: str) -> tuple[float, float]:
        """The natural width and height of a node; for a frame the least it needs inside."""
        node = self._document.nodes[node_id]
        if node.is_group:
            return folded_size(node, self.setting) if node.folded else inner_size(node, self.setting)
        return file_size(node, self.setting) if own_look(node) else kind_size(node, self.setting)

    def sizes(self) -> dict[str, tuple[float, float]]:
        """The natural sizes of all nodes that are not hidden in a folded group or a collapsed branch."""
        return {id: self.size(id) for id, node in self._document.nodes.items() if not self._hiding.hides(node)}

    def block(self, id: str, detail: Detail = "all") -> Block | None:
        """The block of a record; None where it is hidden, not placed, or there is none with this id."""
        if id in self._nodes:
            node = self._sight.node(id)
            return None if node is None else self._node_block(node, detail)
        edge = self._sight.edge(id)
        return None if edge is None else self._edge_block(edge, detail)

    def shows(self, id: str) -> bool:
        """Whether there would be a block of this record."""
        if id in self._document.nodes:
            node = self._sight.node(id)
            return node is not None and node.box is not None and not self._hiding.hides(node)
        edge = self._sight.edge(id)
        return edge is not None and self._lines.ends(edge) is not None

    def carried(self, id: str, moving: Set[str], dx: float, dy: float) -> list[Shape]:
        """A line without words and gaps as it would be drawn if these nodes had moved; empty where it isn't shown."""
        edge = self._sight.edge(id)
        ends = None if edge is None else self._lines.ends(edge)
        if edge is None or ends is None:
            return []
        ends = self._lines.carried(ends, moving, dx, dy)
        return edge_shapes(ends.edge, self._lines.freely(ends), self._chart.now)

    def carried_roughly(self, id: str, moving: Set[str], dx: float, dy: float) -> tuple[Point, ...]:
        """The corners of the same line, told more quickly; none where it isn't shown."""
        edge = self._sight.edge(id)
        ends = None if edge is None else self._lines.ends(edge)
        if ends is None:
            return ()
        return self._lines.carried(ends, moving, dx, dy).way()

    def near(self, id: str) -> Block | None:
        """All of a block that is seen."""
        return self.block(id, "seen")

    def ids_in_order(self) -> list[str]:
        """All records from back to front: groups from the outside in, edges, nodes; hidden ones too."""
        nodes = self._document.nodes
        groups = [id for id, node in nodes.items() if node.is_group]
        groups.sort(key=lambda id: depth(self._document, id))
        return [*groups, *self._document.edges, *(id for id, node in nodes.items() if not node.is_group)]

    def concerned(self, change: ChangeSet) -> set[str]:
        """The records whose block may look different after a change; removed ones are among them."""
        if concerns_all(change):
            return set(self.ids_in_order())
        found = concerned(change, self._document)
        found |= self._hiding.changed() | self._hiding.lines_of_hidden(change) | self._lines.seen_through(change)
        found |= self._words.follow(found, self.word_seconds)
        return found | self._crossings.follow(found)

    @property
    def words_wait(self) -> bool:
        """Whether some words on lines are not where they belong yet; see `word_seconds`."""
        return self._words.are_waiting

    def find_words(self, seconds: float | None = None) -> set[str]:
        """Go on with them for so long; the lines that look different now."""
        found = self._words.go_on(seconds)
        return found | self._crossings.words_moved(found)

    def _word_area(self, id: str) -> Rect | None:
        there = self._words.set_at(id)
        return None if there is None else there[1].area

    def drawing(self, paper: bool = True) -> Drawing:
        """The whole picture; with `paper` also title, legend, source line and margins."""
        with without_collector():
            made = [self.block(id) for id in self.ids_in_order()]
        self._lines.forget()
        blocks = tuple([block for block in made if block is not None])
        area = bounds_of([block.bounds for block in blocks])
        info, setting = self._document.info, self.setting
        extra = self.furniture(area or NO_CHART) if paper else ()
        whole = bounds_of([block.bounds for block in (*blocks, *extra)]) if extra else area
        bounds = _whole_pixels((whole or NO_CHART).grown(self._margin() if paper else MARGIN))
        lang = info.lang or setting.lang
        title, desc = captions.drawing_words(self._document, setting.lang)
        return Drawing((*extra, *blocks), bounds, setting.theme.paper, title, desc, lang)

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
        return sum(1 for part in named_parts(self._document, id) if self._sight.node(part) is not None)

    def _solid(self, id: str) -> Rect | None:
        """What no word may stand on: a box, or a frame's tab with its name."""
        node = self._document.nodes[id]
        if node.box is None or self._hiding.hides(node):
            return None
        return node.box if not node.is_group or node.folded else tab_area(node, node.box, self.setting)

    def _node_block(self, node: Node, detail: Detail) -> Block | None:
        box, setting = node.box, self._chart.now
        if box is None or self._hiding.hides(node):
            return None
        if setting.coloring is not None:
            node = _painted(node, setting.coloring)
        is_plain = not (node.is_group or node.collapsed)
        if detail == "far" and is_plain and own_look(node) and words_stay_inside(node, box):
            shapes = file_shapes(node, box, setting, with_words=False)
            return Sketch("node", node.id, extent_with(box, shapes), tuple(shapes))
        shapes = self._node_shapes(node, box, setting)
        role: Role = "group" if node.is_group else "node"
        bounds = extent_with(box, shapes)
        if detail != "all":
            return Block(role, node.id, bounds, tuple(shapes))
        title = captions.node_title(node, setting.vocabulary, setting.lang)
        desc = captions.node_desc(node, setting.lang, named_of(node, setting))
        return Block(role, node.id, bounds, tuple(shapes), title, desc)

    def _node_shapes(self, node: Node, box: Rect, setting: Setting) -> list[Shape]:
        if node.is_group:
            return self._frame_shapes(node, box, setting)
        shapes = file_shapes(node, box, setting) if own_look(node) else kind_shapes(node, box, setting)
        if node.collapsed:
            shapes += badge(self._hiding.count_below(node.id), box, colors_of(node, setting), setting)
        return shapes

    def _frame_shapes(self, frame: Node, box: Rect, setting: Setting) -> list[Shape]:
        colors = frame_colors(frame, self._document, setting)
        if frame.folded:
            return folded_shapes(frame, box, len(inside(self._document, frame.id)), colors, setting)
        return frame_shapes(frame, box, colors, setting)

    def _edge_block(self, edge: Edge, detail: Detail) -> Block | None:
        ends, setting = self._lines.ends(edge), self._chart.now
        if ends is None:
            return None
        course = self._lines.course(edge, ends)
        if detail == "far":  # where lines cross is looked for when somebody looks from near
            shapes = edge_shapes(edge, course, setting, self._words.set_at(edge.id))
            return Sketch("edge", edge.id, extent(shapes), tuple(shapes))
        shapes = edge_shapes(
            edge, course, setting, self._words.set_at(edge.id), self._crossings.gaps(edge.id, course.corners)
        )
        if detail != "all":
            return Block("edge", edge.id, extent(shapes), tuple(shapes))
        title = captions.edge_title(edge, ends.source, ends.target, setting.vocabulary, setting.lang)
        return Block("edge", edge.id, extent(shapes), tuple(shapes), title)


def _painted(node: Node, coloring: Coloring) -> Node:
    """A node with a look of its own, in the colours that the document's rule gives it."""
    colors = coloring.of(node) if own_look(node) else None
    return node if colors is None else replace(node, look=replace(node.look, fill=colors.tint, border=colors.strong))


def _whole_pixels(rect: Rect) -> Rect:
    left, top = rect.x // 1, rect.y // 1
    return Rect(left, top, -(-rect.right // 1) - left, -(-rect.bottom // 1) - top)
