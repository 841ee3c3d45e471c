"""The question put to Graphviz for a document, and the arrangement made of its answer."""

import math
from collections.abc import Mapping, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.branches import Branches
from editor.layout.clumps import beside_each_other, clumps
from editor.layout.layered.layers import Laid, Layers
from editor.layout.layered.web import Web, webs
from editor.layout.leading import Leading
from editor.layout.levels import Levels
from editor.layout.lines import side_bends, tree_bends
from editor.layout.outside import grown, outside, with_outside
from editor.layout.pinning import cleared, shift_to
from editor.layout.placing import Placed, place
from editor.layout.plain import PlainGraph, incomplete, read_plain
from editor.layout.presets import Preset
from editor.layout.question import Question
from editor.layout.sectors import Sectors, in_lanes
from editor.layout.shapes import ASPECT, spacing_of
from editor.layout.shaping import shape_document
from editor.layout.turning import Turn
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

USUAL_SIZE = (160.0, 48.0)
ODD_SHAPE = 0.25
CLARITY, MOST_CLARITY = 2.5, 1.0
"""How much smaller a web may become in layers for each line that hangs a box under one more, and at most (ln)."""
MOST_ROUGHLY = 150
"""Boxes of a web: Graphviz takes a second for more, and a sheet is fitted by asking a dozen times."""
Bends = dict[str, tuple[Point, ...]]
Ports = dict[str, tuple[Point, Point]]
Size = tuple[float, float]


class Plan:
    """What is asked and how the answer is read: the same for those who wait and those who are called back.

    rough: lines beside the tree are left out, as is enough to see how large a chart becomes.
    Branches are shaped here, each to a block that fits the page; Graphviz places the blocks that lines join.
    """

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        sizes: Mapping[str, tuple[float, float]],
        preset: Preset,
        aspect: float = ASPECT,
        rough: bool = False,
    ) -> None:
        self._document, self.preset, self._is_rough = document, preset, rough
        self._outside = outside(document, sizes)
        sizes = with_outside(sizes, self._outside)
        self._structure = Structure(document, vocabulary)
        self._turn = Turn(preset.direction)
        loose_only = preset.companions == "loose"
        beside = companions(document, self._structure, vocabulary, loose_only) if preset.companions else {}
        sectors = Sectors(document, self._structure, vocabulary) if preset.lanes else None
        levels = Levels(sectors.lane) if sectors is not None and preset.lanes == "levels" else None
        self._sectors = sectors if levels is None else None
        cut = sorted(self._sectors.cut, key=lambda id: document.nodes[id].order) if self._sectors else ()
        layered = self._webs(vocabulary)
        self._branches = Branches(document, self._structure, preset.engine == "dot", beside, cut)
        turned = dict(self._turn.sizes({id: sizes.get(id, USUAL_SIZE) for id in self._branches.order}))
        self._shapes, self._spacing = shape_document(self._branches, turned, spacing_of(preset, aspect), levels)
        self._links = self._find_links()
        self._clumps = clumps(self._shapes, self._links)
        linked = {id for link in self._links for id in link}
        asked = {id: shape for id, shape in self._shapes.items() if id in linked or preset.engine != "dot"}
        block_sizes = {id: (shape.width, shape.height) for id, shape in asked.items()}
        self._question = Question(preset, block_sizes, self._links)
        self._layers = [self._layers_of(web, sizes) for web in layered]

    def question(self) -> str:
        """The graph of blocks in DOT, and one for each part that is laid out in layers."""
        return "\n".join([self._question.text, *(layers.question for layers in self._layers)])

    def answer(self, text: str) -> Arrangement:
        """Boxes and bends from Graphviz's answer; GraphvizError where it is none."""
        first, *others = read_plain(text)
        if len(others) != len(self._layers):
            raise incomplete()
        centres = self._question.centres(first)
        placed, bends, ends = self._placed(centres, self._in_layers(others, centres))
        boxes, kept = self._around_pinned(placed, bends)
        has_moved = boxes is not placed
        leading = Leading(self._document, self._structure, self._turn, self._outside)
        if has_moved:
            ends = {}
        if self._is_rough:
            return leading.roughly(boxes, kept, ends)
        return leading.whole(boxes, kept, ends, bends.keys(), has_moved or bool(self._branches.spilled))

    def _placed(self, centres: Mapping[str, Point], laid: Mapping[str, Laid]) -> tuple[dict[str, Rect], Bends, Ports]:
        """Every box, and the lines whose ways come with the boxes: those of trees and of layers."""
        placed, bends, ends = Placed({}, {}, {}), {}, {}
        for id, corner in self._corners(centres, laid).items():
            if id in laid:
                layers = laid[id].at(corner)
                placed.boxes.update(layers.boxes)
                bends.update(layers.bends)
                ends.update(layers.ports)
                continue
            part = place(self._shapes[id], corner, self._spacing)
            placed.boxes.update(part.boxes)
            placed.ways.update(part.ways)
            placed.sides.update(part.sides)
        bends.update(tree_bends(self._document, self._structure, placed.boxes, placed.ways))
        bends.update(side_bends(self._document, placed.boxes, placed.sides))
        return placed.boxes, bends, ends

    def _find_links(self) -> list[tuple[str, str]]:
        """Which blocks lines join, each pair once, in the order of the lines."""
        tops = self._branches.tops()
        edges = sorted(self._document.edges.values(), key=lambda edge: edge.order)
        pairs = ((tops.get(edge.source), tops.get(edge.target)) for edge in edges)
        return list(dict.fromkeys((a, b) for a, b in pairs if a is not None and b is not None and a != b))

    def _webs(self, vocabulary: Vocabulary) -> list[Web]:
        """What is laid out in layers if that comes out well; large webs are not while only the size is asked for."""
        preset = self.preset
        if preset.engine != "dot" or preset.stacks not in ("free", "layers") or preset.lanes is True:
            return []
        found = webs(self._document, self._structure, vocabulary, always=preset.stacks == "layers")
        return [web for web in found if not self._is_rough or len(web.ids) <= MOST_ROUGHLY]

    def _layers_of(self, web: Web, sizes: Mapping[str, Size]) -> Layers:
        edges = [self._document.edges[link.edge] for link in web.links]
        looks = {edge.id: (edge.kind, edge.look) for edge in edges}
        worded = frozenset(edge.id for edge in edges if edge.name or edge.kind)
        turned = self._turn.sizes({id: sizes.get(id, USUAL_SIZE) for id in sorted(web.ids)})
        return Layers(web, turned, self._spacing, looks, worded)

    def _corners(self, centres: Mapping[str, Point], laid: Mapping[str, Laid]) -> dict[str, Point]:
        """The top left corner of every block: joined ones as Graphviz placed them, all others packed beside them.

        laid: by its first block, what is laid out in layers instead of as trees.
        """
        if self._sectors is not None:
            return self._lane_corners(centres)
        found: list[dict[str, Rect]] = []
        for clump in self._clumps:
            boxes = {id: self._block(id, centres.get(id)) for id in clump}
            layers = laid.get(clump[0])
            found.append(boxes if layers is None else {clump[0]: layers.bounds})
        return beside_each_other(found, self._spacing.aspect, self._spacing.beside)

    def _block(self, id: str, centre: Point | None) -> Rect:
        shape = self._shapes[id]
        x, y = (0.0, 0.0) if centre is None else (centre.x - shape.width / 2, centre.y - shape.height / 2)
        return Rect(x, y, shape.width, shape.height)

    def _in_layers(self, graphs: Sequence[PlainGraph], centres: Mapping[str, Point]) -> dict[str, Laid]:
        """By first block, those parts that come out well in layers: not much smaller on the page than as trees."""
        found = {}
        for layers, graph in zip(self._layers, graphs, strict=True):
            clump = next(clump for clump in self._clumps if clump[0] in layers.web.ids)
            laid = layers.laid(graph)
            trees = bounds_of(self._block(id, centres.get(id)) for id in clump)
            if trees is None or self._strain(laid.bounds) <= self._strain(trees) + worth(layers.web):
                found[clump[0]] = laid
        return found

    def _strain(self, area: Rect) -> float:
        """How much smaller a chart is shown on the page, and how far it is from the page's shape: logarithms."""
        wide, high = max(area.width / self._spacing.aspect, 1.0), max(area.height, 1.0)
        return math.log(max(wide, high)) + ODD_SHAPE * abs(math.log(wide / high))

    def _lane_corners(self, centres: Mapping[str, Point]) -> dict[str, Point]:
        """Lane by lane; in each from left to right in the order in which Graphviz has them, so that few lines cross."""
        assert self._sectors is not None
        order = sorted(self._shapes, key=lambda id: (id not in centres, centres[id].x if id in centres else 0.0))
        sizes = {id: (self._shapes[id].width, self._shapes[id].height) for id in order}
        spacing = self._spacing
        return in_lanes(sizes, self._sectors.lane, spacing.aspect, spacing.beside, spacing.between)

    def _around_pinned(self, boxes: dict[str, Rect], bends: Bends) -> tuple[dict[str, Rect], Bends]:
        """Pinned boxes at their places, the rest around them, and the bends of lines that need no other way."""
        nodes = self._document.nodes
        own = {id: box for id in boxes if nodes[id].pinned and (box := nodes[id].box) is not None}
        pinned = {id: self._turn.back(grown(box, self._outside.get(id, (0.0, 0.0)))) for id, box in own.items()}
        if not pinned:
            return boxes, bends
        move = shift_to(pinned, boxes)
        moved = {id: box.moved(*move) for id, box in boxes.items()}
        found = cleared(self._document, moved, pinned, self._spacing.beside)
        edges = self._document.edges
        kept = {
            id: tuple(bend.moved(*move) for bend in line)
            for id, line in bends.items()
            if all(found[end] == moved[end] for end in (edges[id].source, edges[id].target))
        }
        return found, kept


def worth(web: Web) -> float:
    """By how much a web may be smaller in layers than as trees."""
    return math.inf if web.is_asked_for else min(MOST_CLARITY, CLARITY * web.tangle)
