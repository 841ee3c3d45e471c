"""Putting one document's elements into another, as one step, with new ids and beside what is there."""

import msgspec

from editor.geometry import bounds_of
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.records import Edge, Node

GAP_PX = 64.0


def insert_document(target: Document, source: Document, step_name: str) -> list[str]:
    """Add everything in `source` to `target` below what it has; returns the ids the nodes got there."""
    ids = _new_ids(target, source)
    dx, dy = _shift(target, source)
    first = 1 + max((node.order for node in target.nodes.values()), default=-1.0)
    with target.transaction(step_name) as step:
        step.put(*(_moved_node(node, ids, dx, dy, first) for node in source.nodes.values()))
        step.put(*(_moved_edge(edge, ids, dx, dy, first) for edge in source.edges.values()))
    return [ids[id] for id in source.nodes]


def _new_ids(target: Document, source: Document) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()

    def is_taken(id: str) -> bool:
        return id in taken or target.record(id) is not None

    for prefix, records in (("n", source.nodes), ("e", source.edges)):
        number = len(target.nodes) + len(target.edges)
        for id in records:
            ids[id] = id if not is_taken(id) else new_id(prefix, is_taken, number)
            taken.add(ids[id])
            number += 1
    return ids


def _shift(target: Document, source: Document) -> tuple[float, float]:
    here = bounds_of(node.box for node in target.nodes.values() if node.box is not None)
    there = bounds_of(node.box for node in source.nodes.values() if node.box is not None)
    if here is None or there is None:
        return 0.0, 0.0
    return here.x - there.x, here.bottom + GAP_PX - there.y


def _moved_node(node: Node, ids: dict[str, str], dx: float, dy: float, first: float) -> Node:
    return msgspec.structs.replace(
        node,
        id=ids[node.id],
        group=ids[node.group] if node.group is not None else None,
        box=node.box.moved(dx, dy) if node.box is not None else None,
        order=first + node.order,
        graph=0,
    )


def _moved_edge(edge: Edge, ids: dict[str, str], dx: float, dy: float, first: float) -> Edge:
    return msgspec.structs.replace(
        edge,
        id=ids[edge.id],
        source=ids[edge.source],
        target=ids[edge.target],
        bends=tuple(bend.moved(dx, dy) for bend in edge.bends),
        order=first + edge.order,
    )
