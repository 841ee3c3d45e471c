"""What is drawn outside of a box though it belongs to it, so that a layout leaves room: words that a file puts below an
icon or beside a box, and lines from a box to itself.
"""

import math
from collections.abc import Iterator, Mapping

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Look, Node, Spot

Size = tuple[float, float]
FONT_PX, LETTER, LINE = 12.0, 0.56, 1.35
"""The size of letters where none is stated; for each px of it, how wide a letter is on average and how high a line."""
LOOP_PX, NEXT_LOOP_PX = 18.0, 10.0
"""How far the first line to itself at a corner goes out, and how much farther the next."""


def outside(document: Document, sizes: Mapping[str, Size]) -> dict[str, Size]:
    """How far, to either side and up and down, what belongs to boxes of these sizes stands out of them; about."""
    found: dict[str, Size] = {}
    loops: dict[str, int] = {}
    for edge in document.edges.values():
        if edge.source == edge.target:
            loops[edge.source] = loops.get(edge.source, 0) + 1
    for id, size in sizes.items():
        node = document.nodes[id]
        beyond = [(0.0, 0.0), *_words(node, size)]
        if id in loops:
            reach = LOOP_PX + (math.ceil(loops[id] / 2) - 1) * NEXT_LOOP_PX
            beyond.append((reach, reach))
        if len(beyond) > 1 and not (node.is_group and not node.folded):
            aside, above = (max(numbers) for numbers in zip(*beyond, strict=True))
            if aside > 0.0 or above > 0.0:
                found[id] = aside, above
    return found


def with_outside(sizes: Mapping[str, Size], beyond: Mapping[str, Size]) -> dict[str, Size]:
    """Sizes with that room on all sides."""
    return {id: _grown(size, beyond[id]) if id in beyond else size for id, size in sizes.items()}


def _grown(size: Size, by: Size) -> Size:
    return size[0] + 2 * by[0], size[1] + 2 * by[1]


def grown(box: Rect, by: Size) -> Rect:
    """A box with that room, or for negative numbers without it."""
    return Rect(box.x - by[0], box.y - by[1], box.width + 2 * by[0], box.height + 2 * by[1])


def _words(node: Node, size: Size) -> Iterator[Size]:
    """How far each text that has a place of its own stands out."""
    if node.name_spot is not None and node.kind is None:
        yield _beyond(node.name, node.look, node.name_spot, size)
    for label in node.labels:
        if label.spot is not None:
            yield _beyond(label.text, label.look, label.spot, size)


def _beyond(text: str, look: Look, spot: Spot, size: Size) -> Size:
    lines = text.strip().splitlines()
    if not lines or look.text_hidden or spot.of_box == spot.of_text:
        return 0.0, 0.0
    font = look.font_size or FONT_PX
    own = max(map(len, lines)) * font * LETTER, len(lines) * font * LINE
    sides = []
    for box, words, part, anchor, off in zip(size, own, spot.of_box, spot.of_text, spot.off, strict=True):
        start = box * part + off - words * anchor
        sides.append(max(0.0, -start, start + words - box))
    return sides[0], sides[1]
