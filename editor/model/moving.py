"""What moves along when boxes are moved: the insides of groups, and the bends of the lines at them."""

from collections.abc import Iterable, Set

import msgspec

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.routing import ways


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
    kind or its way was found by this program, which lets it follow at right angles.
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


def moved_edge(document: Document, edge: Edge, moving: Set[str], dx: float, dy: float) -> Edge | None:
    """A line whose bends move, at one of these nodes or between two; None where none do."""
    if not edge.bends:
        return None
    ends = (edge.source in moving, edge.target in moving)
    if all(ends):
        return msgspec.structs.replace(edge, bends=tuple(bend.moved(dx, dy) for bend in edge.bends))
    source, target = document.nodes[edge.source].box, document.nodes[edge.target].box
    if not edge.follows or source is None or target is None:
        return None
    before = anchored(source, edge.source_offset), anchored(target, edge.target_offset)
    after = _shifted(before[0], ends[0], dx, dy), _shifted(before[1], ends[1], dx, dy)
    bends = ways.following(edge.bends, before, after)
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


def _shifted(box: Rect, moves: bool, dx: float, dy: float) -> Rect:
    return box.moved(dx, dy) if moves else box
