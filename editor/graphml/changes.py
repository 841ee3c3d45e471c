"""Which records differ from what the file says."""

from collections.abc import Iterator

import msgspec

from editor.graphml.baseline import Baseline
from editor.model.document import Document
from editor.model.records import Edge, Node


class Changes:
    """The differences between a document and its baseline; false where there are none."""

    def __init__(self, document: Document, baseline: Baseline) -> None:
        nodes, edges = document.nodes, document.edges
        self.nodes = [node for id, node in nodes.items() if id in baseline.nodes and _differs(baseline.nodes[id], node)]
        self.edges = [
            edge
            for id, edge in edges.items()
            if id in baseline.edges and baseline.edges[id] is not edge and baseline.edges[id] != edge
        ]
        self.new_nodes = sorted((n for id, n in nodes.items() if id not in baseline.nodes), key=lambda n: n.order)
        self.new_edges = sorted((e for id, e in edges.items() if id not in baseline.edges), key=lambda e: e.order)
        self.gone_nodes = [id for id in baseline.nodes if id not in nodes]
        self.gone_edges = [id for id in baseline.edges if id not in edges]
        self.info = document.info != baseline.info

    def __bool__(self) -> bool:
        records = (self.nodes, self.edges, self.new_nodes, self.new_edges, self.gone_nodes, self.gone_edges)
        return self.info or any(records)

    def records(self) -> Iterator[Node | Edge]:
        """Every record that is new or says something else now."""
        yield from self.nodes
        yield from self.new_nodes
        yield from self.edges
        yield from self.new_edges


def place_of(node: Node) -> tuple[str | None, int]:
    """Where a node stands: its group, or for those in none the number of the top graph."""
    return node.group, 0 if node.group is not None else node.graph


def _differs(before: Node, after: Node) -> bool:
    if before is after:
        return False
    return before != (after if after.placed else msgspec.structs.replace(after, box=before.box, placed=True))
