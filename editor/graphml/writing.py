"""A document and its baseline become bytes: those of the baseline, with the elements that changed spliced in."""

from collections.abc import Iterable

import msgspec

from editor.graphml.baseline import Baseline
from editor.graphml.element_writing import Appearance, ElementWriter, Names
from editor.graphml.encoding import Encoding
from editor.graphml.keys import YED
from editor.graphml.locating import located
from editor.graphml.markup import Markup
from editor.graphml.matching import matched
from editor.graphml.patch import Patch
from editor.graphml.reading import read_graphml
from editor.graphml.scan import Element
from editor.graphml.verifying import verify
from editor.model.document import Document
from editor.model.records import Edge, Info, Node

EMPTY = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
  <key id="d0" for="node" yfiles.type="nodegraphics"/>
  <key id="d1" for="edge" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
  </graph>
</graphml>
"""
EMPTY_PLAIN = b"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph edgedefault="directed" id="G">
  </graph>
</graphml>
"""


def new_baseline(dialect: str = "yed") -> Baseline:
    """The baseline of a document that has no file yet: an empty one in yEd's dialect, or a plain one."""
    return read_graphml(EMPTY if dialect == "yed" else EMPTY_PLAIN).baseline


def write_graphml(document: Document, baseline: Baseline, appearance: Appearance | None = None) -> bytes:
    """The file's bytes for a document; the baseline's own bytes where nothing differs.

    `appearance` supplies the look of new elements that have none of their own, for yEd to draw. The result has been
    read back and compared; raises `GraphmlError` if it does not say what the document says.
    """
    return written(document, baseline, appearance)[0]


def written(document: Document, baseline: Baseline, appearance: Appearance | None = None) -> tuple[bytes, Baseline]:
    """The file's bytes, and the baseline for the next time."""
    changes = _Changes(document, baseline)
    if not changes:
        return baseline.data, baseline
    writing = _Writing(document, baseline, changes, appearance)
    data = baseline.encoding.encoded(writing.text())
    read = matched(read_graphml(data).baseline, baseline, document, writing.carried)
    verify(document, read, changes.refolded)
    return data, _rebased(read, document)


def packed(baseline: Baseline, gzipped: bool) -> Baseline:
    """The same baseline, to be written compressed or not."""
    old = baseline.encoding
    encoding = Encoding(old.codec, old.bom, gzipped, old.lead)
    return msgspec.structs.replace(baseline, encoding=encoding, data=encoding.encoded(baseline.text))


class _Changes:
    """Which records differ from the baseline."""

    def __init__(self, document: Document, baseline: Baseline) -> None:
        nodes, edges = document.nodes, document.edges
        self.nodes = [node for id, node in nodes.items() if id in baseline.nodes and _differs(baseline.nodes[id], node)]
        self.edges = [edge for id, edge in edges.items() if id in baseline.edges and baseline.edges[id] != edge]
        self.new_nodes = sorted((n for id, n in nodes.items() if id not in baseline.nodes), key=lambda n: n.order)
        self.new_edges = sorted((e for id, e in edges.items() if id not in baseline.edges), key=lambda e: e.order)
        self.gone_nodes = [id for id in baseline.nodes if id not in nodes]
        self.gone_edges = [id for id in baseline.edges if id not in edges]
        self.refolded = {node.id for node in self.nodes if node.folded != baseline.nodes[node.id].folded}
        self.info = document.info != baseline.info

    def __bool__(self) -> bool:
        records = (self.nodes, self.edges, self.new_nodes, self.new_edges, self.gone_nodes, self.gone_edges)
        return self.info or any(records)


def _differs(before: Node, after: Node) -> bool:
    if before is after:
        return False
    return before != (after if after.placed else msgspec.structs.replace(after, box=before.box, placed=True))


class _Writing:
    """One save: finds the elements concerned and has them edited. `carried`: the records that move to another place."""

    def __init__(
        self, document: Document, baseline: Baseline, changes: _Changes, appearance: Appearance | None
    ) -> None:
        self._document = document
        self._baseline = baseline
        self._changes = changes
        node_ordinals = {baseline.node_ordinals[node.id] for node in changes.nodes}
        edge_ordinals = {baseline.edge_ordinals[edge.id] for edge in changes.edges}
        self._locator = located(baseline.text, node_ordinals, edge_ordinals)
        self._patch = Patch(baseline.text, self._locator)
        self._ids_by_ordinal = {ordinal: id for id, ordinal in baseline.node_ordinals.items()}
        self.carried: set[str] = set()
        names = _names(self._patch)
        self._graphml = names.graphml
        self._writer = ElementWriter(self._patch, baseline.keys, baseline.dialect, names, appearance)

    def text(self) -> bytes:
        changes, baseline = self._changes, self._baseline
        for node in changes.nodes:
            self._writer.change_node(self._node(node.id), baseline.nodes[node.id], node)
        for edge in changes.edges:
            self._writer.change_edge(self._edge(edge.id), baseline.edges[edge.id], edge, self._file_id)
        self._remove()
        self._move()
        if changes.info or changes.new_nodes or changes.new_edges:
            self._in_top_graph()
        return self._patch.result()

    def _node(self, id: str) -> Element:
        return self._locator.nodes[self._baseline.node_ordinals[id]]

    def _edge(self, id: str) -> Element:
        return self._locator.edges[self._baseline.edge_ordinals[id]]

    def _file_id(self, id: str) -> str:
        """The id by which an edge can refer to a node: a node that has none of its own in its graph is given one."""
        baseline = self._baseline
        if id not in baseline.made_up:
            return id
        own, graph = baseline.file_ids.get(id), baseline.nodes[id].graph
        if own is not None and self._first_of(own, graph) == id:
            return own
        self._patch.set_attribute(self._node(id), "id", id)
        return id

    def _first_of(self, file_id: str, graph: int) -> str | None:
        """The record that a file's id means inside one of its top graphs."""
        ids = self._baseline.file_ids
        nodes = self._baseline.nodes.values()
        return next((node.id for node in nodes if node.graph == graph and ids.get(node.id, node.id) == file_id), None)

    def _remove(self) -> None:
        gone = {self._node(id) for id in self._changes.gone_nodes}
        for element in (*gone, *(self._edge(id) for id in self._changes.gone_edges)):
            self._patch.remove(element)
        if gone:
            for id in self._document.edges.keys() & self._baseline.edges.keys():
                element = self._edge(id)
                if _inside(element, gone):
                    self.carried.add(id)
                    self._patch.move(element, self._locator.graphs[0])

    def _move(self) -> None:
        """Nodes that stand in another group now are carried into its graph, or to the top."""
        for node in self._changes.nodes:
            if node.group != self._baseline.nodes[node.id].group:
                self.carried.add(node.id)
                self._patch.move(self._node(node.id), self._graph_of(node.group, node.graph))

    def _graph_of(self, group: str | None, graph: int) -> Element:
        if group is None:
            return self._top_graph(graph)
        holder = self._node(group) if group in self._baseline.nodes else None
        nested = self._locator.nested.get(holder) if holder is not None else None
        if nested is None:
            raise self._no_graph(group)
        return nested

    def _top_graph(self, number: int) -> Element:
        return self._locator.graphs[min(number, len(self._locator.graphs) - 1)]

    def _no_graph(self, group: str) -> ValueError:
        return ValueError(f"the group {group!r} has no graph of its own in the file")

    def _in_top_graph(self) -> None:
        """What is new: data on the first graph, then nodes (groups with what is in them), then edges."""
        if not self._locator.graphs:
            self._add_graph()
            return
        top = self._locator.graphs[0]
        if self._changes.info:
            self._writer.change_info(top, self._baseline.info, self._document.info)
        new = {node.id for node in self._changes.new_nodes}
        for node in self._changes.new_nodes:
            if node.group not in new:
                self._add_node(node)
        for edge in self._changes.new_edges:
            graph = self._top_graph(self._document.nodes[edge.source].graph)
            directed = graph.attributes.get("edgedefault") != "undirected"
            self._patch.append(graph, self._writer.new_edge(edge, self._file_id, directed))

    def _add_node(self, node: Node) -> None:
        markup = self._whole(node)
        sibling = self._sibling_before(node)
        if sibling is not None:
            self._patch.insert_after(sibling, markup)
        else:
            self._patch.append(self._graph_of(node.group, node.graph), markup)

    def _whole(self, node: Node) -> Markup:
        """A new node's element, for a group with the new nodes inside it."""
        markup = self._writer.new_node(node)
        if not node.is_group:
            return markup
        inside = tuple(self._whole(member) for member in self._changes.new_nodes if member.group == node.id)
        graph = self._writer.nested_graph(node, inside)
        return msgspec.structs.replace(markup, children=(*markup.children, graph))

    def _sibling_before(self, node: Node) -> Element | None:
        """The element of the nearest sibling with a smaller order that stays where it is in the file."""
        nodes, known = self._document.nodes, self._baseline.nodes
        siblings = (
            id
            for id in self._document.indexes.members(node.group)
            if id in known and known[id].group == node.group and nodes[id].graph == node.graph
        )
        before = (id for id in siblings if nodes[id].order < node.order)
        nearest = max(before, key=lambda id: nodes[id].order, default=None)
        return self._node(nearest) if nearest is not None else None

    def _add_graph(self) -> None:
        """The file has no graph at all: one with everything in it."""
        nodes = tuple(self._whole(node) for node in self._changes.new_nodes if node.group is None)
        edges = tuple(self._writer.new_edge(edge, self._file_id, True) for edge in self._changes.new_edges)
        graph = Markup(f"{self._graphml}graph", {"edgedefault": "directed", "id": "G"}, "", (*nodes, *edges))
        root = self._locator.root
        assert root is not None
        self._patch.append(root, graph)


def _inside(element: Element, holders: Iterable[Element]) -> bool:
    above = element.parent
    while above is not None:
        if above in holders:
            return True
        above = above.parent
    return False


def _names(patch: Patch) -> Names:
    """The prefixes that the root declares; yEd's is declared on each new element where the root doesn't."""
    root = patch.locator.root
    assert root is not None
    prefix = patch.name_of(root)[: -len("graphml")]
    for name, value in patch.attributes_of(root).items():
        if value == YED and name.startswith("xmlns:"):
            return Names(prefix, f"{name.removeprefix('xmlns:')}:", {})
    return Names(prefix, "y:", {"xmlns:y": YED})


def _rebased(read: Baseline, document: Document) -> Baseline:
    """The baseline of what was just written, in terms of the document's own records."""
    nodes: dict[str, Node] = {id: _as_written(document.nodes[id], node) for id, node in read.nodes.items()}
    edges: dict[str, Edge] = {id: document.edges[id] for id in read.edges}
    info: Info = document.info
    return msgspec.structs.replace(read, nodes=nodes, edges=edges, info=info)


def _as_written(node: Node, read: Node) -> Node:
    """A node as the document has it; with the file's place where the document's is only suggested."""
    return node if node.placed else msgspec.structs.replace(node, box=read.box, placed=True)
