"""Which records may look different after a change, beside those that it names."""

from editor.drawing.hiding import inside
from editor.drawing.spreading import siblings, what_spreads
from editor.model.changes import ChangeSet
from editor.model.counting import COUNTED
from editor.model.document import Document
from editor.model.records import Edge, Node


def concerned(change: ChangeSet, document: Document) -> set[str]:
    """Those of the change (removed ones too) and what is drawn by them: lines at boxes, lines beside lines, frames."""
    found = change.ids
    for id, (before, after) in change.updated.items():
        if isinstance(before, Node) and isinstance(after, Node):
            found.update(document.indexes.edges_at(id))
            if after.group is not None:
                found.add(after.group)
            if before.folded != after.folded:
                found.update(_inside_with_lines(document, id))
        elif isinstance(before, Edge) and isinstance(after, Edge) and what_spreads(before) != what_spreads(after):
            found.update(siblings(document, before), siblings(document, after))
    for record in (*change.added.values(), *change.removed.values()):
        if isinstance(record, Edge):
            _add_beside(record, document, found)
        elif isinstance(record, Node) and record.group is not None:
            found.add(record.group)
    return found


def _add_beside(edge: Edge, document: Document, found: set[str]) -> None:
    """Add what looks different because a line has come or gone: those it is spread apart from, and counted sets.

    Of thousands that come at once nearly all are the only one at their lower end, which is told quickly.
    """
    nodes, at = document.nodes, document.indexes.edge_count_at
    source, target = edge.source, edge.target
    own = edge.id in document.edges
    if at(target) > own and at(source) > own:
        found.update(siblings(document, edge))
    for id in (source, target):
        node = nodes.get(id)
        if node is not None and node.kind == COUNTED:
            found.add(id)


def _inside_with_lines(document: Document, id: str) -> set[str]:
    nodes = inside(document, id)
    return {*nodes, *(edge for member in nodes for edge in document.indexes.edges_at(member))}
