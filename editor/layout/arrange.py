"""The question put to Graphviz for a document, and the arrangement made of its answer."""

from collections.abc import Mapping

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.branches import Branches
from editor.layout.levels import Levels
from editor.layout.lines import around_boxes, plain_bends, ports, side_bends, tree_bends
from editor.layout.packing import packed
from editor.layout.pinning import cleared, shift_to
from editor.layout.placing import Placed, place
from editor.layout.presets import Preset
from editor.layout.question import Question
from editor.layout.sectors import Sectors, in_lanes
from editor.layout.shapes import ASPECT, Shape, spacing_of
from editor.layout.shaping import shape_document
from editor.layout.turning import Turn
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

USUAL_SIZE = (160.0, 48.0)
NAME_PX, NAME_PAD_PX = 7.0, 40.0
"""How wide a letter of a frame's name is at most, and what is around the name."""
Bends = dict[str, tuple[Point, ...]]


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
        self._structure = Structure(document, vocabulary)
        self._turn = Turn(preset.direction)
        loose_only = preset.companions == "loose"
        beside = companions(document, self._structure, vocabulary, loose_only) if preset.companions else {}
        sectors = Sectors(document, self._structure, vocabulary) if preset.lanes else None
        levels = Levels(sectors.lane) if sectors is not None and preset.lanes == "levels" else None
        self._sectors = sectors if levels is None else None
        cut = sorted(self._sectors.cut, key=lambda id: document.nodes[id].order) if self._sectors else ()
        self._branches = Branches(document, self._structure, preset.engine == "dot", beside, cut)
        turned = dict(self._turn.sizes({id: sizes.get(id, USUAL_SIZE) for id in self._branches.order}))
        self._shapes, self._spacing = shape_document(self._branches, turned, spacing_of(preset, aspect), levels)
        self._links = self._find_links()
        linked = {id for link in self._links for id in link}
        asked = {id: shape for id, shape in self._shapes.items() if id in linked or preset.engine != "dot"}
        block_sizes = {id: (shape.width, shape.height) for id, shape in asked.items()}
        self._question = Question(preset, block_sizes, self._links)

    def question(self) -> str:
        """The graph of blocks in DOT."""
        return self._question.text

    def answer(self, text: str) -> Arrangement:
        """Boxes and bends from Graphviz's answer; GraphvizError where it is none."""
        centres = self._question.centres(text)
        placed = Placed({}, {}, {})
        for id, corner in self._corners(centres).items():
            part = place(self._shapes[id], corner, self._spacing)
            placed.boxes.update(part.boxes)
            placed.ways.update(part.ways)
            placed.sides.update(part.sides)
        bends = tree_bends(self._document, self._structure, placed.boxes, placed.ways)
        bends.update(side_bends(self._document, placed.boxes, placed.sides))
        boxes, bends = self._around_pinned(placed.boxes, bends)
        if not self._is_rough:
            if self._branches.spilled or boxes is not placed.boxes:
                bends.update(around_boxes(self._document, boxes, bends))
            bends.update(plain_bends(self._document, boxes, bends, self._frame_names(boxes)))
        apart = ports(self._document, boxes, bends)
        bends.update(dict.fromkeys(apart, ()))
        boxes = self._turn.boxes(boxes)
        turned = {id: (self._turn.point(start), self._turn.point(end)) for id, (start, end) in apart.items()}
        return Arrangement(boxes, self._turn.bends(bends), turned)

    def _frame_names(self, boxes: Mapping[str, Rect]) -> dict[str, Rect]:
        """About where the names of frames stand: at the top left of their border, as the chart is turned at last."""
        found = {}
        for id, box in boxes.items():
            node = self._document.nodes[id]
            if node.is_group and not node.folded and node.name.strip():
                frame = self._turn.rect(box)
                width = min(len(node.name) * NAME_PX + NAME_PAD_PX, frame.width)
                found[id] = self._turn.back(Rect(frame.x + NAME_PAD_PX / 2, frame.y - 10.0, width, 20.0))
        return found

    def _find_links(self) -> list[tuple[str, str]]:
        """Which blocks lines join, each pair once, in the order of the lines."""
        tops = self._branches.tops()
        edges = sorted(self._document.edges.values(), key=lambda edge: edge.order)
        pairs = ((tops.get(edge.source), tops.get(edge.target)) for edge in edges)
        return list(dict.fromkeys((a, b) for a, b in pairs if a is not None and b is not None and a != b))

    def _corners(self, centres: Mapping[str, Point]) -> dict[str, Point]:
        """The top left corner of every block: joined ones as Graphviz placed them, all others packed beside them."""
        if self._sectors is not None:
            return self._lane_corners(centres)
        clumps = [
            {id: _around(centres[id], self._shapes[id]) if id in centres else _alone(self._shapes[id]) for id in clump}
            for clump in self._clumps()
        ]
        bounds = [bounds_of(clump.values()) or Rect(0, 0, 0, 0) for clump in clumps]
        corners = packed([(b.width, b.height) for b in bounds], self._spacing.aspect, self._spacing.beside)
        return {
            id: Point(box.x - bound.x + corner.x, box.y - bound.y + corner.y)
            for clump, bound, corner in zip(clumps, bounds, corners, strict=True)
            for id, box in clump.items()
        }

    def _lane_corners(self, centres: Mapping[str, Point]) -> dict[str, Point]:
        """Lane by lane; in each from left to right in the order in which Graphviz has them, so that few lines cross."""
        assert self._sectors is not None
        order = sorted(self._shapes, key=lambda id: (id not in centres, centres[id].x if id in centres else 0.0))
        sizes = {id: (self._shapes[id].width, self._shapes[id].height) for id in order}
        spacing = self._spacing
        return in_lanes(sizes, self._sectors.lane, spacing.aspect, spacing.beside, spacing.between)

    def _clumps(self) -> list[list[str]]:
        """Blocks that lines join, together; in the order of their first."""
        home = {id: id for id in self._shapes}

        def find(id: str) -> str:
            while home[id] != id:
                home[id] = home[home[id]]
                id = home[id]
            return id

        for a, b in self._links:
            home[find(b)] = find(a)
        clumps: dict[str, list[str]] = {}
        for id in self._shapes:
            clumps.setdefault(find(id), []).append(id)
        return list(clumps.values())

    def _around_pinned(self, boxes: dict[str, Rect], bends: Bends) -> tuple[dict[str, Rect], Bends]:
        """Pinned boxes at their places, the rest around them, and the bends of lines that need no other way."""
        nodes = self._document.nodes
        pinned = {id: self._turn.back(box) for id in boxes if nodes[id].pinned and (box := nodes[id].box) is not None}
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


def _around(centre: Point, shape: Shape) -> Rect:
    return Rect(centre.x - shape.width / 2, centre.y - shape.height / 2, shape.width, shape.height)


def _alone(shape: Shape) -> Rect:
    return Rect(0.0, 0.0, shape.width, shape.height)
