"""Which element of a file just written is which record, where the file's own ids can't tell.

Ids that the reader makes up (for edges without one, for duplicates) depend on what else is in the file, so they may
come out differently after a save. The order can tell: what stood in the old file and was not carried elsewhere still
stands in the same order.
"""

from collections.abc import Collection, Mapping, Set
from typing import TypeVar

import msgspec

from editor.graphml.baseline import Baseline
from editor.model.document import Document
from editor.model.records import Edge, Node

Value = TypeVar("Value")


def matched(read: Baseline, old: Baseline, document: Document, carried: Collection[str]) -> Baseline:
    """The baseline of the new file with the records under the document's ids."""
    made_up = read.made_up | old.made_up
    nodes = _matches(read.node_ordinals, old.node_ordinals, document.nodes, carried, made_up)
    edges = _matches(read.edge_ordinals, old.edge_ordinals, document.edges, carried, made_up)
    if all(id == new for names in (nodes, edges) for id, new in names.items()):
        return read
    file_ids = {new: read.file_ids.get(id, id) for names in (nodes, edges) for id, new in names.items()}
    return msgspec.structs.replace(
        read,
        nodes={nodes[id]: _node(node, nodes) for id, node in read.nodes.items()},
        edges={edges[id]: _edge(edge, nodes, edges) for id, edge in read.edges.items()},
        node_ordinals={nodes[id]: ordinal for id, ordinal in read.node_ordinals.items()},
        edge_ordinals={edges[id]: ordinal for id, ordinal in read.edge_ordinals.items()},
        file_ids={id: file_id for id, file_id in file_ids.items() if id != file_id},
        made_up={nodes.get(id) or edges.get(id) or id for id in read.made_up},
    )


def _matches(
    read: Mapping[str, int],
    old: Mapping[str, int],
    present: Mapping[str, Value],
    carried: Collection[str],
    made_up: Set[str],
) -> dict[str, str]:
    """Id as read → id in the document. Both mappings are in document order."""
    settled = {id for id in present if id not in old or id in carried or (id in read and id not in made_up)}
    staying = [id for id in old if id in present and id not in settled]
    found = [id for id in read if id not in settled]
    names = {id: id for id in read if id in settled}
    names.update(zip(found, staying, strict=False))
    return {id: names.get(id, id) for id in read}


def _node(node: Node, nodes: Mapping[str, str]) -> Node:
    group = nodes[node.group] if node.group is not None else None
    return msgspec.structs.replace(node, id=nodes[node.id], group=group)


def _edge(edge: Edge, nodes: Mapping[str, str], edges: Mapping[str, str]) -> Edge:
    return msgspec.structs.replace(edge, id=edges[edge.id], source=nodes[edge.source], target=nodes[edge.target])
