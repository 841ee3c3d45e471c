"""What moves along when boxes are moved: the insides of groups, and the bends of the lines at them."""

from collections.abc import Iterable, Mapping, Set

import msgspec

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.transaction import Transaction
from editor.routing import ways

EVEN_PX = 1e-6
"""Two ends that have moved alike but for what reckoning loses."""


def with_members(document: Document, ids: Iterable[str]) -> set[str]:
    """The nodes among `ids` and everything that stands inside them, at any depth."""
    nodes, members = document.nodes, document.indexes.members
    found = {id for id in ids if id in nodes}
    waiting = [id for id in found if nodes[id].is_group]
    while waiting:
        inside = [id for id in members(waiting.pop()) if id not in found]
        found.update(inside)
        waiting.extend(id for id in inside if nodes[id].is_group)
    return found


def moved(document: Document, ids: Iterable[str], dx: float, dy: float) -> list[Node | Edge]:
    """The records that change when these nodes move by (dx, dy): themselves, their insides, and the lines at them.

    A line between two moved boxes moves along whole. Another keeps its bends where the file put them, unless it has a
    kind or its way was found by this program, which leads it at right angles.
    """
    return moved_exactly(document, with_members(document, ids), dx, dy)


def moved_exactly(document: Document, nodes: set[str], dx: float, dy: float) -> list[Node | Edge]:
    """The same for these nodes and no others."""
    records: list[Node | Edge] = []
    for id in nodes:
        node = document.nodes[id]
        if node.box is not None:
            records.append(msgspec.structs.replace(node, box=node.box.moved(dx, dy), placed=True))
    for edge_id in {edge for id in nodes for edge in document.indexes.edges_at(id)}:
        edge = moved_edge(document, document.edges[edge_id], nodes, dx, dy)
        if edge is not None:
            records.append(edge)
    return records


def put_boxes(document: Document, step: Transaction, boxes: Mapping[str, Rect]) -> None:
    """Give boxes their places and sizes all at once; each line goes from where it was to where it ends up."""
    edges = [document.edges[id] for id in {edge for node in boxes for edge in document.indexes.edges_at(node)}]
    before = {edge.id: anchors_of(document, edge) for edge in edges}
    for id, box in boxes.items():
        step.update(id, box=box, placed=True)
    for edge in edges:
        old, new = before[edge.id], anchors_of(document, edge)
        bends = edge.bends if old is None or new is None else _led(edge, old, new)
        if bends != edge.bends:
            step.update(edge.id, bends=bends)


def moved_edge(document: Document, edge: Edge, moving: Set[str], dx: float, dy: float) -> Edge | None:
    """A line whose bends move, at one of these nodes or between two; None where none do."""
    ends = (edge.source in moving, edge.target in moving)
    if all(ends):
        bends = tuple(bend.moved(dx, dy) for bend in edge.bends)
        return msgspec.structs.replace(edge, bends=bends) if bends else None
    source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
    if not edge.follows or source is None or target is None:
        return None
    before = anchored(source, edge.source_offset), anchored(target, edge.target_offset)
    after = _shifted(before[0], ends[0], dx, dy), _shifted(before[1], ends[1], dx, dy)
    bends = ways.led(edge.bends, before, after)
    return None if bends == edge.bends else msgspec.structs.replace(edge, bends=bends)


def anchors_of(document: Document, edge: Edge) -> tuple[Rect, Rect] | None:
    """The boxes at both ends, as if their middles were where the line is attached; None where one has no place."""
    source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
    if source is None or target is None:
        return None
    return anchored(source, edge.source_offset), anchored(target, edge.target_offset)


def anchored(box: Rect, offset: Point | None) -> Rect:
    """The box as if its middle were where the line is attached."""
    return box if offset is None else box.moved(*offset)


def _led(edge: Edge, before: tuple[Rect, Rect], after: tuple[Rect, Rect]) -> tuple[Point, ...]:
    pairs = [(old.centre, new.centre) for old, new in zip(before, after, strict=True)]
    one, other = (Point(new.x - old.x, new.y - old.y) for old, new in pairs)
    if max(abs(one.x - other.x), abs(one.y - other.y)) < EVEN_PX:
        return tuple(bend.moved(*one) for bend in edge.bends)
    return ways.led(edge.bends, before, after) if edge.follows else edge.bends


def _shifted(box: Rect, moves: bool, dx: float, dy: float) -> Rect:
    return box.moved(dx, dy) if moves else box
