"""Tidying one branch: it is laid out anew where it stands, and only what is in its way moves aside."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from editor.geometry import Point, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.following import Following
from editor.layout.presets import Preset
from editor.layout.settling import Settling
from editor.layout.shapes import ASPECT
from editor.layout.turning import Turn
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.structure import Structure, structure_of
from editor.model.vocabulary import Vocabulary

LayOut = Callable[[Document, float], Arrangement]
NO_PORTS = Point(0.0, 0.0), Point(0.0, 0.0)


def branch_document(
    document: Document, vocabulary: Vocabulary, id: str, beside: Mapping[str, Iterable[str]] | None = None
) -> Document:
    """The branch by itself: the box, all below and inside it, and the lines among them. It stands in no group.

    beside: who stands at whose side, as `companions` says; they come along.
    """
    ids = set(structure_of(document, vocabulary).branch(id))
    ids.update([other for anchor, others in (beside or {}).items() if anchor in ids for other in others])
    nodes = [document.nodes[member] for member in document.nodes if member in ids]
    nodes = [node if node.group in ids else msgspec.structs.replace(node, group=None) for node in nodes]
    edges = [edge for edge in document.edges.values() if edge.source in ids and edge.target in ids]
    return Document(nodes, edges, document.info)


def tidied(document: Document, vocabulary: Vocabulary, id: str, preset: Preset, lay_out: LayOut) -> Arrangement:
    """The boxes and bends that change when the branch of `id` is laid out anew.

    Its top stays where it is, unless a pinned box leaves it no room there. What stands where the branch has to be is
    pushed aside, no farther than it must; pinned boxes never move, and order never changes.
    lay_out: arranges a document for a room of this shape, width to height: that which the branch has had.
    """
    structure = structure_of(document, vocabulary)
    top = widened(document, structure, id)
    loose_only = preset.companions == "loose"
    beside = companions(document, structure, vocabulary, loose_only) if preset.companions else {}
    branch = branch_document(document, vocabulary, top, beside)
    was = bounds_of(box for one in branch.nodes if (box := document.nodes[one].box) is not None)
    part = lay_out(_unpinned(branch), was.width / was.height if was and was.height else ASPECT)
    turn = Turn(preset.direction)
    laid = {one: turn.back(box) for one, box in part.boxes.items()}
    boxes = Settling(_turned(document, turn), vocabulary, preset).settled(top, laid)
    lines = {edge: tuple(turn.point_back(bend) for bend in line) for edge, line in part.bends.items()}
    bends, around = Following(_turned(document, turn), boxes.shown).bends(laid, lines)
    ports = {edge: part.ports.get(edge, NO_PORTS) if edge in lines else _ports(document.edges[edge]) for edge in bends}
    ports.update(dict.fromkeys(around, NO_PORTS))
    return Arrangement(turn.boxes(boxes.changed), turn.bends(bends), ports)


def widened(document: Document, structure: Structure, id: str) -> str:
    """The box, or the frame below which its children stand together with those of the frame's other members."""
    nodes, group = document.nodes, document.nodes[id].group
    outside = [child for child in structure.children.get(id, ()) if nodes[child].group not in (id, group)]
    if group is not None and outside:
        return widened(document, structure, group)
    return id


def _unpinned(document: Document) -> Document:
    """Laid out as if nothing were pinned: what is goes to its place afterwards, and the branch needs no other place."""
    nodes = (msgspec.structs.replace(node, pinned=False) for node in document.nodes.values())
    return Document(nodes, document.edges.values(), document.info)


def _turned(document: Document, turn: Turn) -> Document:
    """As if the chart ran downwards."""
    return Document(
        (_turned_node(node, turn) for node in document.nodes.values()),
        (_turned_edge(edge, turn) for edge in document.edges.values()),
        document.info,
    )


def _turned_node(node: Node, turn: Turn) -> Node:
    return node if node.box is None else msgspec.structs.replace(node, box=turn.back(node.box))


def _turned_edge(edge: Edge, turn: Turn) -> Edge:
    if not edge.bends and edge.source_offset is None and edge.target_offset is None:
        return edge
    return msgspec.structs.replace(
        edge,
        bends=tuple(turn.point_back(bend) for bend in edge.bends),
        source_offset=None if edge.source_offset is None else turn.point_back(edge.source_offset),
        target_offset=None if edge.target_offset is None else turn.point_back(edge.target_offset),
    )


def _ports(edge: Edge) -> tuple[Point, Point]:
    return edge.source_offset or NO_PORTS[0], edge.target_offset or NO_PORTS[1]
