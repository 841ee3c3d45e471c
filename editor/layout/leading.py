"""Once the boxes stand: the ways of all lines, around boxes and apart from each other, and the whole turned as the
preset asks."""

from collections.abc import Collection, Mapping

from editor.geometry import Point, Rect
from editor.layout.answer import Arrangement
from editor.layout.lines import around_boxes, plain_bends, ports, told_apart
from editor.layout.outside import Size, grown
from editor.layout.turning import Turn
from editor.model.document import Document
from editor.model.structure import Structure

NAME_PX, NAME_PAD_PX = 7.0, 40.0
"""How wide a letter of a frame's name is at most, and what is around the name."""
Bends = Mapping[str, tuple[Point, ...]]
Ports = Mapping[str, tuple[Point, Point]]


class Leading:
    """beyond: how far what is drawn outside of boxes reaches; the boxes given have that room around them.

    Boxes, bends and ports are those of a layout that runs downwards.
    """

    def __init__(self, document: Document, structure: Structure, turn: Turn, beyond: Mapping[str, Size]) -> None:
        self._document, self._structure, self._turn, self._beyond = document, structure, turn, beyond

    def roughly(self, boxes: Mapping[str, Rect], bends: Bends, ends: Ports) -> Arrangement:
        """Without lines that have no way yet: enough to see how large a chart becomes."""
        bare = self._bare(boxes)
        apart = ports(self._document, bare, bends)
        return self._turned(bare, {**bends, **dict.fromkeys(apart, ())}, {**ends, **apart})

    def whole(
        self, boxes: Mapping[str, Rect], bends: Bends, ends: Ports, hanging: Collection[str], may_hit: bool
    ) -> Arrangement:
        """All lines. ends: where those that have a way leave their boxes, if not in the middle.

        hanging: lines that came with the boxes and share trunks.  may_hit: whether their ways may run through boxes.
        """
        names = self._frame_names(boxes)
        if may_hit:
            around = around_boxes(self._document, boxes, bends)
            bends = {**bends, **around}
            hanging = set(hanging) - around.keys()
        bends = {**bends, **plain_bends(self._document, boxes, bends, names)}
        bare = self._bare(boxes)
        apart = ports(self._document, bare, bends)
        bends, ends = {**bends, **dict.fromkeys(apart, ())}, {**ends, **apart}
        names.update({id: boxes[id] for id in self._beyond if id in boxes})
        ways, found = told_apart(self._document, bare, bends, self._trunks(bare, hanging), ends, names)
        return self._turned(bare, {**bends, **ways}, {**ends, **found})

    def _bare(self, boxes: Mapping[str, Rect]) -> dict[str, Rect]:
        """Boxes without the room for what is drawn outside of them."""
        bare = {}
        for id, (aside, above) in self._beyond.items():
            node = self._document.nodes[id]
            if id in boxes:
                box = grown(self._turn.rect(boxes[id]), (-aside, -above))
                bare[id] = self._turn.back(node.box if node.pinned and node.box is not None else box)
        return {**boxes, **bare}

    def _trunks(self, boxes: Mapping[str, Rect], lines: Collection[str]) -> dict[str, str]:
        """Those of these lines by which boxes hang under others, each with the box from which its trunk comes."""
        structure = self._structure
        pairs = ((structure.tree_edge(id), structure.parent[id]) for id in boxes)
        return {line: parent for line, parent in pairs if line is not None and parent is not None and line in lines}

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

    def _turned(self, boxes: Mapping[str, Rect], bends: Bends, ends: Ports) -> Arrangement:
        turned = {id: (self._turn.point(start), self._turn.point(end)) for id, (start, end) in ends.items()}
        return Arrangement(self._turn.boxes(boxes), self._turn.bends(bends), turned)
