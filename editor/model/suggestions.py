"""Places and ways that the editor found by itself and nobody chose: they are shown, and are not what a file states."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from editor.model.document import Document
from editor.model.records import Edge, Record
from editor.model.transaction import Transaction


def as_stated(document: Document, before: Mapping[str, Record]) -> Document:
    """The document with the ways of `before` where a way between suggested places is only a suggestion too.

    The document itself where it has none. Places are told by `Node.placed`, and stay.
    """
    nodes, edges = document.nodes, document.edges
    stated = {
        id: _stated(edge, nodes[edge.source].placed and nodes[edge.target].placed, before.get(id))
        for id, edge in edges.items()
        if edge.loose
    }
    return Document(nodes.values(), {**edges, **stated}.values(), document.info) if stated else document


def _stated(edge: Edge, is_placed: bool, before: Record | None) -> Edge:
    if is_placed:
        return replace(edge, loose=False)
    said = before if isinstance(before, Edge) else Edge(edge.id, edge.source, edge.target)
    return replace(
        edge,
        bends=said.bends,
        source_offset=said.source_offset,
        target_offset=said.target_offset,
        loose=False,
    )


def settle(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """Before somebody chooses the ways of these lines: the suggested places of their ends become places."""
    edges = (document.edges[id] for id in ids)
    for end in {end for edge in edges for end in (edge.source, edge.target)}:
        node = document.nodes[end]
        if node.box is not None and not node.placed:
            step.update(end, placed=True)
