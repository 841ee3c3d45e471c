"""Lines that would run on each other between the same two boxes are spread apart; which of them a line is."""

from editor.geometry import Point
from editor.model.document import Document
from editor.model.records import Edge


def siblings(document: Document, edge: Edge) -> list[str]:
    """The edges without bends that are attached at the same places of the same two nodes, in order."""
    indexes, places = document.indexes, _attached(edge)
    lesser = min(sorted({edge.source, edge.target}), key=indexes.edge_count_at)  # thousands may hang on the other end
    there = indexes.edges_at(edge.target if lesser == edge.source else edge.source)
    edges = [document.edges[id] for id in indexes.edges_at(lesser) if id in there]
    return [other.id for other in edges if not other.bends and _attached(other) == places]


def _attached(edge: Edge) -> set[tuple[str, Point | None]]:
    return {(edge.source, edge.source_offset), (edge.target, edge.target_offset)}


def rank(document: Document, edge: Edge) -> float:
    """How many places beside the straight way a line runs; 0 for one that is alone."""
    if edge.bends or _is_only_one(document, edge):
        return 0.0
    beside = siblings(document, edge)
    if len(beside) < 2 or edge.id not in beside:  # one that is drawn to a folded frame, and has bends itself
        return 0.0
    place = beside.index(edge.id) - (len(beside) - 1) / 2
    return place if edge.source <= edge.target else -place


def what_spreads(edge: Edge) -> tuple[object, ...]:
    """What decides which lines it is spread apart from."""
    return edge.source, edge.target, edge.source_offset, edge.target_offset, bool(edge.bends)


def _is_only_one(document: Document, edge: Edge) -> bool:
    """Whether one of its nodes has no other edge, as the lowest boxes of a tree have none; told at once."""
    at = document.indexes.edge_count_at
    return at(edge.target) == 1 or at(edge.source) == 1
