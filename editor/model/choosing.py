"""Which boxes belong with some that are chosen: their kind, their branches, what they are joined to, all the others."""

from collections.abc import Iterable

from editor.model.document import Document
from editor.model.structure import structure_of
from editor.model.vocabulary import Vocabulary


def same_kind(document: Document, ids: Iterable[str]) -> set[str]:
    """All boxes, and all relations, of a kind that is among those of the chosen ones."""
    chosen = set(ids)
    kinds = {node.kind for id in chosen if (node := document.nodes.get(id)) is not None}
    relations = {edge.kind for id in chosen if (edge := document.edges.get(id)) is not None}
    nodes = {node.id for node in document.nodes.values() if node.kind in kinds}
    return nodes | {edge.id for edge in document.edges.values() if edge.kind in relations}


def branches(document: Document, vocabulary: Vocabulary, ids: Iterable[str]) -> set[str]:
    """The chosen boxes and everything that stands below them."""
    structure = structure_of(document, vocabulary)
    found: set[str] = set()
    for id in ids:
        if id in document.nodes and id not in found:
            found.update(structure.branch(id))
    return found


def connected(document: Document, ids: Iterable[str]) -> set[str]:
    """The chosen boxes, the relations at them, and the boxes at the other ends; the ends of chosen relations too."""
    found = {id for id in ids if document.record(id) is not None}
    for id in tuple(found):
        edges = [id] if id in document.edges else list(document.indexes.edges_at(id))
        for edge in edges:
            found.update((edge, document.edges[edge].source, document.edges[edge].target))
    return found


def relations_of(document: Document, ids: Iterable[str]) -> set[str]:
    """The relations between the chosen boxes; where there are none, all that are at them. Chosen relations stay."""
    chosen = set(ids)
    nodes = [id for id in chosen if id in document.nodes]
    at = {edge for id in nodes for edge in document.indexes.edges_at(id)}
    between = {edge for edge in at if {document.edges[edge].source, document.edges[edge].target} <= chosen}
    return {id for id in chosen if id in document.edges} | (between or at)


def inverted(document: Document, ids: Iterable[str]) -> set[str]:
    """All boxes that are not chosen."""
    return document.nodes.keys() - set(ids)
