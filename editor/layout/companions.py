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
    wishes = []
    for edge in sorted(document.edges.values(), key=lambda edge: edge.order):
        beside = edge.kind is not None and vocabulary.relation(edge.kind).beside
        if beside is True or (beside == "loose" and structure.parent[edge.source] is None):
            wishes.append((edge.source, edge.target))
    for id, parent in structure.parent.items():
        kind = vocabulary.kind(nodes[id].kind)
        if parent is not None and kind is not None and kind.beside and nodes[parent].kind in POSTS:
            wishes.append((id, parent))
    return [(id, anchor) for id, anchor in wishes if _can_stand(nodes[id], nodes[anchor], structure)]


def _can_stand(node: Node, anchor: Node, structure: Structure) -> bool:
    alone = not structure.children.get(node.id) and not node.is_group and not anchor.is_group
    return alone and node.group == anchor.group and node.id != anchor.id and structure.parent[anchor.id] != node.id
