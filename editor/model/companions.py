"""Which boxes stand at the side of another: deputies and assistants of a post, the head of a unit, staff of a post, and
auditors that hang under nothing.
"""

from editor.model.document import Document
from editor.model.records import Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

POSTS = frozenset({"post", "elected_office"})
MOST_BESIDE = 5
"""More than so many at one side would be a list; they hang below instead."""


def companions(
    document: Document, structure: Structure, vocabulary: Vocabulary, loose_only: bool = False
) -> dict[str, list[str]]:
    """Box → those that stand at its side, in their order. Only boxes with nothing below or inside them do.

    loose_only: only those that hang under nothing, which would take a row of their own.
    """
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for id, anchor in _wishes(document, structure, vocabulary):
        if loose_only and structure.parent[id] is not None:
            continue
        beside = found.get(anchor, [])
        if id in taken or id in found or anchor in taken or len(beside) >= MOST_BESIDE:
            continue
        found.setdefault(anchor, []).append(id)
        taken.add(id)
    return found


def _wishes(document: Document, structure: Structure, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Who could stand beside whom: by a relation first, then staff beside the post that they hang under."""
    nodes = document.nodes
    kinds = {edge.kind for edge in document.edges.values() if edge.kind is not None}
    beside = {kind: found for kind in kinds if (found := vocabulary.relation(kind).beside)}
    edges = [edge for edge in document.edges.values() if edge.kind in beside]
    wishes = [
        (edge.source, edge.target)
        for edge in sorted(edges, key=lambda edge: edge.order)
        if edge.kind is not None and (beside[edge.kind] is True or structure.parent[edge.source] is None)
    ]
    staff = {kind for kind in {node.kind for node in nodes.values()} if _is_staff(kind, vocabulary)}
    for id, parent in structure.parent.items():
        if parent is not None and nodes[id].kind in staff and nodes[parent].kind in POSTS:
            wishes.append((id, parent))
    return [(id, anchor) for id, anchor in wishes if _can_stand(nodes[id], nodes[anchor], structure)]


def _is_staff(kind_id: str | None, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.kind(kind_id)
    return kind is not None and bool(kind.beside)


def _can_stand(node: Node, anchor: Node, structure: Structure) -> bool:
    alone = not structure.children.get(node.id) and not node.is_group and not anchor.is_group
    return alone and node.group == anchor.group and node.id != anchor.id and structure.parent[anchor.id] != node.id
