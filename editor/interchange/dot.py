"""The structure as Graphviz's DOT, for those who go on from there: names, kinds, groups and lines, no places."""

from collections.abc import Iterator, Mapping

from graphviz.quoting import attr_list, escape, quote

from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary

_LINES: Mapping[str, str] = {"thin": "solid"}
_MARKS: Mapping[str, str] = {
    "none": "none",
    "arrow": "normal",
    "open": "vee",
    "diamond": "diamond",
    "dot": "dot",
    "bar": "tee",
}


NO_VOCABULARY = Vocabulary()


def to_dot(document: Document, vocabulary: Vocabulary = NO_VOCABULARY) -> str:
    """DOT text: a node for each box, a cluster for each group, an edge for each relation, all in their order.

    The vocabulary gives colours and line styles; without one the graph is plain.
    """
    edges = sorted(document.edges.values(), key=lambda edge: edge.order)
    lines = [
        f"digraph {quote(escape(document.info.title or 'ledgraf'))} {{",
        "node [shape=box]",
        *_members_of(document, vocabulary),
        *(_statement(f"{_name(edge.source)} -> {_name(edge.target)}", _of_edge(edge, vocabulary)) for edge in edges),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _members_of(document: Document, vocabulary: Vocabulary) -> Iterator[str]:
    """A statement for every node, inside braces for every group; no recursion, for files nest as deep as they like."""
    waiting = [iter(_in_order(document, None))]
    while waiting:
        id = next(waiting[-1], None)
        if id is None:
            waiting.pop()
            if waiting:
                yield "}"
            continue
        node = document.nodes[id]
        inside = _in_order(document, id)
        if not inside:
            yield _statement(_name(id), _of_node(node, vocabulary))
            continue
        yield f"subgraph {quote(escape('cluster_' + id))} {{"
        yield f"label={quote(escape(node.name))}"
        # An edge can't end at a cluster: an invisible point inside stands for the group.
        yield _statement(_name(id), {"shape": "point", "style": "invis"})
        waiting.append(iter(inside))


def _in_order(document: Document, group: str | None) -> list[str]:
    return sorted(document.indexes.members(group), key=lambda id: document.nodes[id].order)


def _name(id: str) -> str:
    """The id, quoted as a whole: a colon in it (yEd's nested ids) would else begin a port."""
    return str(quote(escape(id)))


def _statement(subject: str, attributes: Mapping[str, str]) -> str:
    return f"{subject}{attr_list(kwargs=attributes)}"


def _of_node(node: Node, vocabulary: Vocabulary) -> dict[str, str]:
    sector = vocabulary.sector_of(node.kind, node.facts.sector)
    attributes = {"label": escape(node.name)}
    if sector is not None:
        attributes.update(color=sector.color, fillcolor=sector.tint, style="filled")
    if node.kind is not None:
        attributes["class"] = escape(node.kind)
    return attributes


def _of_edge(edge: Edge, vocabulary: Vocabulary) -> dict[str, str]:
    attributes = {"id": escape(edge.id)}
    if edge.name:
        attributes["label"] = escape(edge.name)
    if not edge.directed:
        attributes["dir"] = "none"
    if edge.kind is not None:
        relation = vocabulary.relation(edge.kind)
        attributes.update(style=_LINES.get(relation.line, relation.line), arrowhead=_MARKS[relation.end_mark])
        attributes["class"] = escape(edge.kind)
    return attributes
