"""Counted sets: "six departments", some of which have boxes of their own."""

from editor.model.arrows import point_up
from editor.model.document import Document

COUNTED = "counted_set"
BELONGS = "part_of"


def named_parts(document: Document, id: str) -> list[str]:
    """The elements that stand for some of those that a set counts, in their order.

    Those that are part of it, stand inside it, or hang under it on a line that says nothing more; not another set,
    which names nobody.
    """
    up = point_up(document.info)
    parts = set(document.indexes.members(id))
    for edge_id in document.indexes.edges_at(id):
        edge = document.edges[edge_id]
        if edge.kind == BELONGS and edge.target == id:
            parts.add(edge.source)
        elif edge.kind is None and (edge.target if up else edge.source) == id:
            parts.add(edge.source if up else edge.target)
    parts.discard(id)
    nodes = document.nodes
    return sorted((part for part in parts if nodes[part].kind != COUNTED), key=lambda part: nodes[part].order)
