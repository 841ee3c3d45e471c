"""Made-up charts for the tests of this room."""

from collections.abc import Sequence

from editor.geometry import Rect, bounds_of
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.storage.presets import packaged_presets

SIZE = (190.0, 58.0)
PRESETS = packaged_presets()
Pair = tuple[str, str]


def chart(pairs: Sequence[Pair], *alone: str) -> Document:
    """Boxes and lines from parent to child, in the order in which they are first named."""
    ids = list(dict.fromkeys([id for pair in pairs for id in pair] + list(alone)))
    nodes = [Node(id, id, order=float(place)) for place, id in enumerate(ids)]
    return Document(nodes, [Edge(f"{a}>{b}>{place}", a, b, order=float(place)) for place, (a, b) in enumerate(pairs)])


def municipality(committees: int, units: Sequence[int], below: int = 0, administered: bool = False) -> Document:
    """A council, a board, committees (each with an administration or not), their units, and what is below these."""
    pairs = [("council", "board")]
    for number in range(committees):
        top = f"c{number}"
        pairs.append(("board", top))
        if administered:
            pairs.append((top, f"a{number}"))
            top = f"a{number}"
        for unit in range(units[number % len(units)]):
            pairs.append((top, f"{top}u{unit}"))
            pairs += [(f"{top}u{unit}", f"{top}u{unit}p{place}") for place in range(below)]
    return chart(pairs)


def sizes_of(document: Document) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(document.nodes, SIZE)


def aspect(boxes: dict[str, Rect]) -> float:
    bounds = bounds_of(boxes.values())
    assert bounds is not None
    return bounds.width / bounds.height


def overlapping(boxes: dict[str, Rect], document: Document) -> list[Pair]:
    """Pairs of boxes on each other, of which neither stands inside the other by nesting."""
    ordered = sorted(boxes.items(), key=lambda item: item[1].x)
    found = []
    for place, (id, box) in enumerate(ordered):
        for other, beside in ordered[place + 1 :]:
            if beside.x >= box.right - 0.01:
                break
            if box.grown(-0.01).overlaps(beside) and not _nested(id, other, document):
                found.append((id, other))
    return found


def _nested(one: str, other: str, document: Document) -> bool:
    return other in _groups(one, document) or one in _groups(other, document)


def _groups(id: str, document: Document) -> list[str]:
    found = []
    group = document.nodes[id].group
    while group is not None:
        found.append(group)
        group = document.nodes[group].group
    return found
