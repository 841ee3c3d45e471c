"""A document and its baseline become bytes: those of the file as it was opened, with what differs spliced in."""

from collections.abc import Iterator, Mapping

import msgspec

from editor.graphml.baseline import Baseline
from editor.graphml.changes import Changes, place_of
from editor.graphml.element_writing import Appearance, ElementWriter, Names
from editor.graphml.encoding import Encoding
from editor.graphml.facts import ORDER
from editor.graphml.keys import YED
from editor.graphml.locating import located
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.placing import Makers, Placing
from editor.graphml.reading import read_graphml
from editor.graphml.referring import FileIds
from editor.graphml.scan import Element
from editor.graphml.shortening import Gap
from editor.graphml.splice import Range
from editor.graphml.verifying import Expected, OutOfOrderError, verify
from editor.model.collector import without_collector
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.suggestions import as_stated

EMPTY = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
  <key id="d0" for="node" yfiles.type="nodegraphics"/>
  <key id="d1" for="edge" yfiles.type="edgegraphics"/>
  <key id="d2" for="node" attr.name="lg.id" attr.type="string"/>
  <key id="d3" for="node" attr.name="lg.name" attr.type="string"/>
  <key id="d4" for="node" attr.name="lg.group" attr.type="string"/>
  <key id="d5" for="edge" attr.name="lg.id" attr.type="string"/>
  <key id="d6" for="edge" attr.name="lg.name" attr.type="string"/>
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
    """The file's bytes for a document; see `written`."""
    return written(document, baseline, appearance)[0]


def written(document: Document, baseline: Baseline, appearance: Appearance | None = None) -> tuple[bytes, Baseline]:
    """The file's bytes for a document, and the baseline for the next time.

    They follow from the document and the file as it was opened, whatever was saved in between: what is as it was then
    has its old bytes, also when it was deleted, saved and brought back. `appearance` supplies the look of new
    elements that have none of their own, for yEd to draw. The result has been read back and compared; raises
    `GraphmlError` if it does not say what the document says.
    """
    document = as_stated(document, baseline.edges)
    changes = Changes(document, baseline)
    if not changes:
        data = baseline.original
    else:
        with without_collector():
            try:
                text = _verified(document, baseline, changes, appearance)
            except OutOfOrderError:
                if baseline.keys.named(ORDER, "node") is None and baseline.keys.named(ORDER, "edge") is None:
                    raise
                text = _verified(document, baseline, changes, appearance, orders_all=True)
        data = baseline.encoding.encoded(text)
    return data, msgspec.structs.replace(baseline, data=data)


def _verified(
    document: Document, baseline: Baseline, changes: Changes, appearance: Appearance | None, orders_all: bool = False
) -> bytes:
    """The new text, read back and compared. orders_all: elements that don't say their order, as another program put
    them in, say it from now on: what counted was their place among all, and that is another one when some are gone.
    """
    writing = _Writing(document, baseline, changes, appearance, orders_all)
    text = writing.text()
    verify(text, writing.expected())
    return text


def packed(baseline: Baseline, gzipped: bool) -> Baseline:
    """The same baseline, to be written compressed or not."""
    old = baseline.encoding
    encoding = Encoding(old.codec, old.bom, gzipped, old.lead)
    return msgspec.structs.replace(baseline, encoding=encoding, original=encoding.encoded(baseline.text))


class _Writing:
    """One save: finds the elements concerned and has them edited."""

    def __init__(
        self,
        document: Document,
        baseline: Baseline,
        changes: Changes,
        appearance: Appearance | None,
        orders_all: bool = False,
    ) -> None:
        self._document = document
        self._baseline = baseline
        self._changes = changes
        self._appearance = appearance
        self._ordered: list[Node | Edge] = []
        if orders_all:
            kept: list[Node | Edge] = [*document.nodes.values(), *document.edges.values()]
            self._ordered = [record for record in kept if record.id in baseline.nodes or record.id in baseline.edges]
        looked_into = {record.id for record in (*changes.nodes, *changes.edges, *self._ordered)}
        node_ordinals = {ordinal for id, ordinal in baseline.node_ordinals.items() if id in looked_into}
        edge_ordinals = {ordinal for id, ordinal in baseline.edge_ordinals.items() if id in looked_into}
        self._locator = located(baseline.text, node_ordinals, edge_ordinals, baseline.spans)
        self._patch = Patch(baseline.text, self._locator)
        self._ids = FileIds(document, baseline, self._locator.ids, self._set_attribute)
        names = _names(self._patch)
        self._graphml = names.graphml
        types = document.info.types
        self._writer = ElementWriter(self._patch, baseline.keys, baseline.dialect, names, appearance, types)
        makers = Makers(self._new_node, self._new_graph, self._new_edge)
        self._placing = Placing(document, baseline, changes, self._locator, self._patch, makers)

    def text(self) -> bytes:
        """The new text, as UTF-8."""
        changes, baseline = self._changes, self._baseline
        if changes.info:
            self._writer.change_info(baseline.info, self._document.info)
        self._ids.settle(self._leading(), self._moved())
        for node in changes.nodes:
            self._writer.change_node(self._node(node.id), baseline.nodes[node.id], node)
        for edge in changes.edges:
            self._change_edge(baseline.edges[edge.id], edge)
        for record in self._ordered:
            if isinstance(record, Node):
                self._writer.state_order(self._node(record.id), "node", record)
            else:
                self._writer.state_order(self._edge(record.id), "edge", record)
        if self._locator.graphs:
            self._placing.remove()
            self._placing.place()
        else:
            self._add_graph()
        self._spliced = self._patch.result()
        return self._spliced.text

    def expected(self) -> Expected:
        """What the new text must say, and which of its elements is which record."""
        place_of, locator, baseline = self._spliced.place_of, self._locator, self._baseline
        nodes = {place_of(self._node(id).start): id for id in baseline.nodes}
        edges = {place_of(self._edge(id).start): id for id in baseline.edges}
        others = {place_of(element.start) for element in locator.edges} - edges.keys()
        new, untouched = self._ids.new(), self._untouched()
        gaps = self._gaps(untouched)
        return Expected(self._document, baseline, nodes, edges, others, new, untouched, gaps, self._appearance)

    def _untouched(self) -> dict[int, memoryview]:
        """New place → old bytes, of the elements that say what they said and have nothing in them that could change."""
        baseline = self._baseline
        if any(key.name == ORDER for key in baseline.keys.all):
            return {}
        text, place_of = memoryview(baseline.text), self._spliced.place_of
        nodes = (self._node(id) for id, node in baseline.nodes.items() if not node.is_group)
        edges = (self._edge(id) for id in baseline.edges)
        changed = {self._node(node.id) for node in self._changes.nodes}
        changed.update(self._edge(edge.id) for edge in self._changes.edges)
        changed.update(self._patch.touched())
        elements = (element for found in (nodes, edges) for element in found if element not in changed)
        places = ((place_of(element.start), text[element.start : element.close]) for element in elements)
        return {place: piece for place, piece in places if place is not None}

    def _gaps(self, untouched: Mapping[int, memoryview]) -> list[Gap]:
        """The insides of untouched elements in the new text: their bytes are compared, they need not be read again."""
        if not untouched:
            return []
        kept = ((self._spliced.place_of(start), start, inside) for start, inside in self._locator.passed.items())
        return [
            (place + inside[0] - start, place + inside[1] - start)
            for place, start, inside in kept
            if place is not None and place in untouched
        ]

    def _node(self, id: str) -> Element:
        return self._locator.nodes[self._baseline.node_ordinals[id]]

    def _edge(self, id: str) -> Element:
        return self._locator.edges[self._baseline.edge_ordinals[id]]

    def _leading(self) -> Iterator[tuple[Edge, int]]:
        """The edges that must say anew where they lead, each with the top graph that it is in."""
        for edge in self._changes.new_edges:
            yield edge, self._document.nodes[edge.source].graph
        for edge in self._changes.edges:
            before = self._baseline.edges[edge.id]
            if (before.source, before.target) != (edge.source, edge.target):
                yield edge, self._locator.graph_number(self._edge(edge.id))

    def _moved(self) -> Iterator[str]:
        """The nodes whose elements may come to stand elsewhere."""
        before = self._baseline.nodes
        for node in self._changes.nodes:
            old = before[node.id]
            if place_of(old) != place_of(node) or old.order != node.order:
                yield node.id

    def _set_attribute(self, id: str, name: str, value: str) -> None:
        element = self._node(id) if id in self._baseline.nodes else self._edge(id)
        self._patch.set_attribute(element, name, value)

    def _change_edge(self, before: Edge, after: Edge) -> None:
        element = self._edge(after.id)
        for name in ("source", "target"):
            node = getattr(after, name)
            if getattr(before, name) != node:
                self._patch.set_attribute(element, name, self._ids.end(node))
        self._writer.change_edge(element, before, after)

    def _new_node(self, node: Node) -> Markup:
        return self._writer.new_node(node, self._ids.of(node.id) or node.id)

    def _new_graph(self, node: Node, inside: tuple[Markup | Range, ...]) -> Markup:
        """The graph inside a group."""
        return self._graph(f"{node.id}:", inside)

    def _new_edge(self, edge: Edge, number: int) -> Markup:
        graphs = self._locator.graphs
        directed = not graphs or graphs[min(number, len(graphs) - 1)].attributes.get("edgedefault") != "undirected"
        ends = self._ids.end(edge.source), self._ids.end(edge.target)
        return self._writer.new_edge(edge, self._ids.of(edge.id) or edge.id, ends, directed)

    def _add_graph(self) -> None:
        """The file has no graph at all: one with everything in it."""
        root = self._locator.root
        assert root is not None
        self._patch.append(root, self._graph("G", self._placing.whole()))

    def _graph(self, id: str, inside: tuple[Markup | Range, ...]) -> Markup:
        return Markup(f"{self._graphml}graph", {"edgedefault": "directed", "id": self._ids.free(id)}, "", inside)


def _names(patch: Patch) -> Names:
    """The prefixes that the root declares; yEd's is declared on each new element where the root doesn't."""
    root = patch.locator.root
    assert root is not None
    prefix = patch.name_of(root)[: -len("graphml")]
    for name, value in patch.attributes_of(root).items():
        if value == YED and name.startswith("xmlns:"):
            return Names(prefix, f"{name.removeprefix('xmlns:')}:", {})
    return Names(prefix, "y:", {"xmlns:y": YED})
