"""The last look before a file is handed out: what was written is read back and must say what the document says."""

from collections.abc import Set

import msgspec

from editor.graphml.baseline import Baseline
from editor.graphml.element_writing import record_data
from editor.graphml.errors import GraphmlError
from editor.graphml.markup import legal
from editor.model.document import Document
from editor.model.records import Edge, Node


def verify(document: Document, read: Baseline, refolded: Set[str]) -> None:
    """Raise GraphmlError naming the first element that did not come back as it is in the document.

    Groups that were folded or unfolded show their other look in the file, which has a label and a place of its own.
    """
    if document.nodes.keys() != read.nodes.keys():
        raise _differs(min(document.nodes.keys() ^ read.nodes.keys()))
    if document.edges.keys() != read.edges.keys():
        raise _differs(min(document.edges.keys() ^ read.edges.keys()))
    for id, node in document.nodes.items():
        back = read.nodes[id] if id not in refolded else _with_other_look(node, read.nodes[id])
        if _said_of_node(node, node.placed) != _said_of_node(back, node.placed) or not _has_data(node, back):
            raise _differs(id)
    for id, edge in document.edges.items():
        if _said_of_edge(edge) != _said_of_edge(read.edges[id]) or not _has_data(edge, read.edges[id]):
            raise _differs(id)


def _with_other_look(node: Node, read: Node) -> Node:
    return msgspec.structs.replace(read, name=node.name, box=node.box)


def _said_of_node(node: Node, with_box: bool) -> tuple[object, ...]:
    box = node.box if with_box else None
    return _text(node.name), node.kind, node.group, box, node.is_group, node.folded, node.pinned


def _said_of_edge(edge: Edge) -> tuple[object, ...]:
    return edge.source, edge.target, _text(edge.name), edge.kind, edge.directed, edge.bends


def _has_data(record: Node | Edge, read: Node | Edge) -> bool:
    """Whether every attribute came back; defaults of the file may have been added."""
    back = record_data(read)
    return all(_text(back.get(name, "")) == _text(value) for name, value in record_data(record).items())


def _text(text: str) -> str:
    return legal(text).strip()


def _differs(id: str) -> GraphmlError:
    return GraphmlError(
        {
            "sv": f"”{id}” kan inte skrivas till filen så att det går att läsa tillbaka.",
            "en": f"“{id}” can't be written to the file so that it can be read back.",
        },
        {
            "sv": "Filen är orörd. Spara under ett nytt namn som Ledgraf-fil.",
            "en": "The file is untouched. Save under a new name as a Ledgraf file.",
        },
        id,
    )
