"""The question put to Graphviz for a document, and the arrangement made of its answer."""

from collections.abc import Mapping

import graphviz

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.engine import GraphvizError
from editor.layout.presets import Preset
from editor.layout.stacks import FEWEST, SHORT_COLUMNS, Stack, stacked
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary
from editor.routing import RAIL_PX, between, rail, trunk

UNIT_PX = 72.0
PADDING_PX = 16.0
TITLE_PX = 28.0
USUAL_SIZE = (160.0, 48.0)
WIDEST = 2.0
"""How many times wider than high a chart should at most be (an A4 page is 1.4)."""


class Plan:
    """What is asked and how the answer is read: the same for those who wait and those who are called back."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, sizes: Mapping[str, tuple[float, float]], preset: Preset
    ) -> None:
        self._document, self._sizes, self.preset = document, sizes, preset
        self._structure = Structure(document, vocabulary)
        self._parent = self._structure.parent
        self._sized = {id: sizes.get(id, USUAL_SIZE) for id in document.nodes}
        self._inside: dict[str | None, list[str]] = {}
        for node in sorted(document.nodes.values(), key=lambda node: node.order):
            self._inside.setdefault(node.group, []).append(node.id)
        self._names: dict[str, str] = {}
        self._stacks: dict[str, Stack] = {}
        self._level_gap = preset.between_px
        if self._is_downward:
            self._shape()
        self._stacked = {id for stack in self._stacks.values() for column in stack.columns for id in column}

    def question(self) -> str:
        """The graph in DOT, under names of our own: no text of the user's is ever quoted."""
        graph = graphviz.Digraph(engine="dot")
        graph.attr(rankdir=self.preset.direction, overlap="false", ordering="out")
        graph.attr(nodesep=_inches(self.preset.beside_px), ranksep=_inches(self._level_gap))
        graph.attr("node", shape="box", fixedsize="true", label="")
        self._fill(graph, None)
        for parent in (None, *self._parent):
            for id in self._structure.children.get(parent, ()):
                if parent in self._names and id in self._names:
                    graph.edge(self._names[parent], self._names[id])
            if parent in self._stacks and parent in self._names:
                graph.edge(self._names[parent], f"s{self._names[parent]}")
        return str(graph.source)

    def answer(self, text: str) -> Arrangement:
        places = _places(text)
        boxes = {id: _around(places, name, self._sized[id]) for id, name in self._names.items()}
        areas = {
            parent: _around(places, f"s{self._names[parent]}", (stack.width, stack.height))
            for parent, stack in self._stacks.items()
        }
        if self._is_downward:
            _level_tops(boxes, areas)
        for parent, stack in self._stacks.items():
            boxes.update(stack.boxes(Point(areas[parent].x, areas[parent].y), self._sized))
        self._frame(None, boxes)
        self._keep_pinned(boxes)
        return Arrangement(boxes, self._bends(boxes))

    def _is_open(self, id: str) -> bool:
        node = self._document.nodes[id]
        return node.is_group and not node.folded and bool(self._inside.get(id))

    def _fill(self, graph: graphviz.Digraph, group: str | None) -> None:
        for id in self._inside.get(group, ()):
            if self._is_open(id):
                with graph.subgraph(name=f"cluster{len(self._names)}") as cluster:
                    cluster.attr(margin=str(PADDING_PX + TITLE_PX))
                    self._fill(cluster, id)
                continue
            if id in self._stacked:
                continue
            width, height = self._sized[id]
            self._names[id] = f"n{len(self._names)}"
            graph.node(self._names[id], width=_inches(width), height=_inches(height))
            if id in self._stacks:
                stack = self._stacks[id]
                graph.node(f"s{self._names[id]}", width=_inches(stack.width), height=_inches(stack.height))

    @property
    def _is_downward(self) -> bool:
        return self.preset.direction == "TB" and self.preset.engine == "dot"

    def _shape(self) -> None:
        """Choose the height of the stacks, then the room between levels, so that the chart is not too wide."""
        for short in SHORT_COLUMNS:
            self._stacks = self._stack_leaves(short)
            width, height, levels = self._estimate()
            if width <= WIDEST * height:
                return
        lacking = (width / WIDEST - height) / max(levels - 1, 1)
        self._level_gap = self.preset.between_px + min(lacking, self.preset.between_px)

    def _estimate(self) -> tuple[float, float, int]:
        """About how wide and high the tree becomes, and over how many levels."""
        extents: dict[str, tuple[float, float, int]] = {}
        roots = self._structure.roots
        for id in reversed([id for root in roots for id in self._structure.branch(root)]):
            children = [extents[child] for child in self._structure.children.get(id, ()) if child in extents]
            if id in self._stacks:
                held = {child for column in self._stacks[id].columns for child in column}
                children = [extents[child] for child in self._structure.children[id] if child not in held]
                children.append((self._stacks[id].width, self._stacks[id].height, 1))
            extents[id] = self._extent(id, children)
        width, height, levels = self._extent(None, [extents[root] for root in roots])
        return width, height, levels

    def _extent(self, id: str | None, children: list[tuple[float, float, int]]) -> tuple[float, float, int]:
        own_width, own_height = self._sized[id] if id is not None else (0.0, 0.0)
        gap = self.preset.between_px if children and id is not None else 0.0
        width = sum(child[0] for child in children) + self.preset.beside_px * max(len(children) - 1, 0)
        height = max((child[1] for child in children), default=0.0)
        return max(own_width, width), own_height + gap + height, 1 + max((child[2] for child in children), default=0)

    def _stack_leaves(self, short: int) -> dict[str, Stack]:
        """The stacks by parent: leaves that stand in the same group as their parent and may be moved."""
        stacks = {}
        for parent, children in self._structure.children.items():
            if parent is None or self._is_open(parent) or self._is_hidden(parent):
                continue
            leaves = [id for id in children if self._is_leaf(id, parent)]
            if len(leaves) >= FEWEST:
                stacks[parent] = stacked(leaves, self._sized, short)
        return stacks

    def _is_leaf(self, id: str, parent: str) -> bool:
        node = self._document.nodes[id]
        same_group = node.group == self._document.nodes[parent].group
        return same_group and not node.pinned and not node.is_group and not self._structure.children.get(id)

    def _is_hidden(self, id: str) -> bool:
        group = self._document.nodes[id].group
        while group is not None:
            if self._document.nodes[group].folded:
                return True
            group = self._document.nodes[group].group
        return False

    def _frame(self, group: str | None, boxes: dict[str, Rect]) -> None:
        for id in self._inside.get(group, ()):
            if self._is_open(id):
                self._frame(id, boxes)
                inner = bounds_of(boxes[member] for member in self._inside[id])
                if inner is not None:
                    framed = inner.grown(PADDING_PX)
                    boxes[id] = Rect(framed.x, framed.y - TITLE_PX, framed.width, framed.height + TITLE_PX)

    def _keep_pinned(self, boxes: dict[str, Rect]) -> None:
        for id in boxes:
            node = self._document.nodes[id]
            if node.pinned and node.box is not None:
                boxes[id] = node.box

    def _bends(self, boxes: Mapping[str, Rect]) -> dict[str, tuple[Point, ...]]:
        edges = self._document.edges.values()
        shown = [edge for edge in edges if edge.source in boxes and edge.target in boxes]
        bends = {edge.id: between(boxes[edge.source], boxes[edge.target]) for edge in shown}
        if self._is_downward:
            bends.update(self._tree_bends(boxes))
        return bends

    def _tree_bends(self, boxes: Mapping[str, Rect]) -> dict[str, tuple[Point, ...]]:
        """Lines of the tree: down to a height that all children of a parent share, then to each child or its rail."""
        bends = {}
        for parent, children in self._structure.children.items():
            tied = {id: edge for id in children if id in boxes and (edge := self._structure.tree_edge(id)) is not None}
            if parent is None or parent not in boxes or not tied:
                continue
            above = boxes[parent]
            trunk_y = (above.bottom + min(boxes[id].y for id in tied)) / 2
            for id, edge in tied.items():
                if boxes[id].y < above.bottom:
                    continue
                way = self._way(above, boxes[id], id in self._stacked, trunk_y)
                bends[edge] = way if self._document.edges[edge].source == parent else way[::-1]
        return bends

    def _way(self, parent: Rect, child: Rect, is_stacked: bool, trunk_y: float) -> tuple[Point, ...]:
        return rail(parent, child, child.x - RAIL_PX / 2, trunk_y) if is_stacked else trunk(parent, child, trunk_y)


def _around(places: Mapping[str, tuple[float, float]], name: str, size: tuple[float, float]) -> Rect:
    if name not in places:
        raise GraphvizError("Graphviz svarade ofullständigt.", "Graphviz gave an incomplete answer.")
    (x, y), (width, height) = places[name], size
    return Rect(x - width / 2, y - height / 2, width, height)


def _level_tops(*levels: dict[str, Rect]) -> None:
    """Boxes of one rank share their top: Graphviz centres them, which puts short ones beside the middle of a stack."""
    tops: dict[int, float] = {}
    for boxes in levels:
        for box in boxes.values():
            rank = round(box.centre.y)
            tops[rank] = min(tops.get(rank, box.y), box.y)
    for boxes in levels:
        for id, box in boxes.items():
            boxes[id] = Rect(box.x, tops[round(box.centre.y)], box.width, box.height)


def _inches(pixels: float) -> str:
    return f"{pixels / UNIT_PX:.4f}"


def _places(text: str) -> dict[str, tuple[float, float]]:
    """Centres by name, y downwards, from Graphviz's plain format."""
    lines = [line.split() for line in text.splitlines()]
    try:
        height = next(float(words[3]) for words in lines if words[:1] == ["graph"])
        nodes = (words for words in lines if words[:1] == ["node"])
        return {words[1]: (float(words[2]) * UNIT_PX, (height - float(words[3])) * UNIT_PX) for words in nodes}
    except (StopIteration, ValueError, IndexError) as error:
        raise GraphvizError("Graphviz svar gick inte att läsa.", "Graphviz's answer could not be read.") from error
