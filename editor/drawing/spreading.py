"""Lines between the same two boxes are spread apart; which of them a line is."""

from editor.model.document import Document
from editor.model.records import Edge


def siblings(document: Document, edge: Edge) -> list[str]:
    """The edges between the same two nodes without bends, in order."""
    ends, indexes = {edge.source, edge.target}, document.indexes
    lesser = min(sorted(ends), key=indexes.edge_count_at)  # thousands may hang on the other end
    edges = (document.edges[id] for id in indexes.edges_at(lesser))
    return [other.id for other in edges if {other.source, other.target} == ends and not other.bends]


def rank(document: Document, edge: Edge) -> float:
    """How many places beside the straight way a line runs; 0 for one that is alone."""
    if edge.bends or _is_only_one(document, edge):
        return 0.0
    beside = siblings(document, edge)
    if len(beside) < 2:
        return 0.0
    place = beside.index(edge.id) - (len(beside) - 1) / 2
    return place if edge.source <= edge.target else -place


def what_spreads(edge: Edge) -> tuple[str, str, bool]:
    """What decides which lines it is spread apart from."""
    return edge.source, edge.target, bool(edge.bends)


def _is_only_one(document: Document, edge: Edge) -> bool:
    """Whether one of its nodes has no other edge, as the lowest boxes of a tree have none; told at once."""
    at = document.indexes.edge_count_at
    return at(edge.target) == 1 or at(edge.source) == 1
