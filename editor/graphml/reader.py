"""Listens to the scan of a file and collects what its nodes, edges and graphs say; `assembly` makes records of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Set
from typing import Any

import msgspec

from editor.geometry import Point
from editor.graphml import yed, yfiles, yfiles_looks
from editor.graphml.assembly import Records, assembled
from editor.graphml.keys import YFILES, Key, Keys, key_of
from editor.graphml.markup_objects import shared_of
from editor.graphml.plans import Outline, Plan, plan_of
from editor.graphml.raw import RawEdge, RawNode, RawPort
from editor.graphml.scan import Element
from editor.graphml.stencils import Found, Stencil, Template
from editor.model.records import NO_LOOK, Look

_RAW = (RawNode, RawEdge)
ROLES = ("nodegraphics", "edgegraphics")
GRAPHML = "http://graphml.graphdrawing.org/xmlns"


class Reader:
    """Collects while a file is scanned. `late_keys`: a key came after the first node, so a second pass is needed.

    skipped: the places (bytes) of elements whose insides are of no interest.
    """

    needs_places = False

    def __init__(self, keys: Keys, skipped: Set[int] = frozenset()) -> None:
        self._skipped = skipped
        self.keys = keys
        self.declared: list[Key] = []
        self.nodes: list[RawNode] = []
        self.edges: list[RawEdge] = []
        self.graph_data: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.oddities: Counter[str] = Counter()
        self.producer = ""
        self.dialect = "plain"
        self.late_keys = False
        self._resources: dict[str, str] = {}
        self._styles: dict[str, Element] = {}
        self._known_ahead = bool(keys.all)
        self._stack: list[Any] = []
        self._top_graphs = -1
        self._looks: dict[Look, Look] = {}
        self._outlines: dict[Element, Outline] = {}
        self._plans: dict[Stencil, Plan | None] = {}
        self._directed = [True]
        self._ports: dict[tuple[str | None, str | None], RawPort] = {}
        self._attached: list[tuple[RawEdge, str | None, str | None]] = []

    def wants(self, holder: Element) -> bool:
        return holder.start not in self._skipped

    def begin(self, element: Element) -> None:
        self.counts[element.tag] += 1
        if element.tag == "graphml" and element.space != GRAPHML:
            self.oddities["namespace"] += 1
        above = self._stack[-1] if self._stack else None
        if isinstance(above, _RAW):
            above.holds_others = True
        make = BEGINS.get(element.tag)
        self._stack.append(make(self, element) if make else None)

    def end(self, element: Element) -> None:
        made = self._stack.pop()
        if isinstance(made, _RAW):
            made.close = element.close
        elif isinstance(made, Element):
            self._directed.pop()

    def comment(self, text: str) -> None:
        """yEd and yFiles sign their files with a comment."""
        signed = text.strip()
        if not self.producer and signed.startswith("Created by "):
            self.producer = signed.removeprefix("Created by ")

    def whole(self, found: Found, holder: Element) -> None:
        """A node or an edge that was read ahead; what all of one stencil have in common is looked at once."""
        stencil = found.stencil
        plan = self._plans.get(stencil)
        if plan is None:
            stencil.tell(found, self, holder)
            if stencil not in self._plans:
                self._plans[stencil] = plan_of(stencil, self.keys.find, self._outlines, ROLES)
            return
        tag = stencil.head.tag if stencil.head is not None else ""
        self.counts[tag] += 1
        above = self._stack[-1] if self._stack else None
        if isinstance(above, _RAW):
            above.holds_others = True
        raw: Any = self._node_of(plan, found) if tag == "node" else self._edge_of(plan, found, holder)
        raw.close = found.close
        raw.data = plan.data_of(found.values) if plan.data else {}
        if plan.outline is not None:
            raw.drawn, raw.look = True, plan.outline.look
            raw.labels = plan.labels_of(found.values)

    def _node_of(self, plan: Plan, found: Found) -> RawNode:
        values, graph = found.values, max(self._top_graphs, 0)
        id = values[plan.id].decode() if plan.id is not None else None
        node = RawNode(id, self._node_around(), graph, len(self.nodes), found.start)
        self.nodes.append(node)
        node.picture = plan.picture
        if plan.box is not None:
            node.box = plan.box_of(values)
            node.bad_place = node.box is None
        if plan.outline is not None and plan.outline.graphics.tag == "TableNode":
            self.oddities["table"] += 1
        return node

    def _edge_of(self, plan: Plan, found: Found, holder: Element) -> RawEdge:
        values, graph = found.values, max(self._top_graphs, 0)
        id, source, target = (
            values[index].decode() if index is not None else None for index in (plan.id, plan.source, plan.target)
        )
        edge = RawEdge(id, source, target, graph, len(self.edges), found.start, holder.start, self._directed[-1])
        self.edges.append(edge)
        edge.bends = plan.bends_of(values) if plan.bends else ()
        edge.source_offset, edge.target_offset = plan.ends_of(values)
        return edge

    def unit(self, element: Element, holder: Element) -> None:
        outline = self._outlines.get(element) if element.__class__ is Template else None
        target = self._stack[-1] if outline is not None else None
        if outline is not None and target.__class__ is outline.of:
            self._draw(target, outline)
        elif element.tag == "key":
            self._key(element)
        elif element.tag == "data":
            key = self.keys.find(element.attributes.get("key", ""), holder.tag)
            self._data(key, element, holder)

    def _key(self, element: Element) -> None:
        key = key_of(element)
        self.declared.append(key)
        if key.role and self.dialect == "plain":
            self.dialect = "yfiles" if any(name.startswith(YFILES) for name in element.attributes) else "yed"
        if self._known_ahead:
            return
        if self.nodes or self.edges:
            self.late_keys = True
        self.keys = Keys(self.declared)

    def _data(self, key: Key, element: Element, holder: Element) -> None:
        target = self._stack[-1] if self._stack else None
        if isinstance(target, RawNode):
            self._node_data(target, key, element)
        elif isinstance(target, RawEdge):
            self._edge_data(target, key, element)
        elif isinstance(target, RawPort):
            if key.role == "PortLocationParameter":
                target.place = yfiles.port_place(element)
        elif holder.tag in ("graph", "graphml") and len(self._stack) <= 2:
            if key.role == "resources":
                self._learn_resources(element)
            elif element.child("SharedData") is not None:
                self._styles.update(shared_of(element))
            elif not key.role and not element.children:
                self.graph_data.setdefault(key.name, element.text)

    def _node_data(self, node: RawNode, key: Key, element: Element) -> None:
        if key.role == "nodegraphics":
            self._yed_node(node, element)
        elif key.role in yfiles.ROLES:
            self._yfiles_node(node, key.role, element)
        elif not key.role and not element.children:
            node.data[key.name] = element.text
        elif not key.role:
            self.oddities["structured"] += 1

    def _yed_node(self, node: RawNode, data: Element) -> None:
        self._draw(node, self._outline(RawNode, data, yed.realizer(data), "NodeLabel", yed.node_look))

    def _yed_edge(self, edge: RawEdge, data: Element) -> None:
        top = data.children[0] if data.children else None
        self._draw(edge, self._outline(RawEdge, data, top, "EdgeLabel", yed.edge_look))

    def _outline(
        self,
        of: type[RawNode] | type[RawEdge],
        data: Element,
        graphics: Element | None,
        label_tag: str,
        look_of: Callable[[Element, Element | None], Look],
    ) -> Outline | None:
        """What of a unit's graphics is the same in all that match its stencil."""
        if graphics is None:
            return None
        labels = yed.labels(graphics, label_tag)
        look = self._shared(look_of(graphics, labels[0] if labels else None))
        outline = Outline(of, graphics, [(label, self._shared(yed.text_look(label))) for label in labels], look)
        if isinstance(data, Template):
            self._outlines[data] = outline
        return outline

    def _draw(self, raw: Any, outline: Outline | None) -> None:
        """Give a node or an edge what its graphics say."""
        if outline is None:
            return
        graphics = outline.graphics
        raw.drawn = True
        raw.labels = [yed.label(label, look) for label, look in outline.labels]
        raw.look = outline.look
        if outline.of is RawEdge:
            raw.bends = yed.bends(graphics)
            raw.source_offset, raw.target_offset = yed.offsets(graphics)
            return
        raw.box = yed.box(graphics)
        raw.bad_place = raw.box is None and graphics.child("Geometry") is not None
        raw.picture = yed.picture_ref(graphics)
        if graphics.tag == "TableNode":
            self.oddities["table"] += 1

    def _yfiles_node(self, node: RawNode, role: str, data: Element) -> None:
        if role == "NodeGeometry":
            node.box = yfiles.box(data)
            node.bad_place = node.box is None
        elif role == "NodeLabels":
            node.drawn = True
            node.labels = [yfiles.node_label(label, self._styles) for label in yfiles.label_elements(data)]
            node.look = self._shared(yfiles_looks.worded(node.look, node.labels[0].look if node.labels else NO_LOOK))
        elif role == "NodeStyle":
            style = yfiles_looks.node_look(data, self._styles)
            node.look = self._shared(yfiles_looks.worded(style, node.look))
        elif role == "Expanded":
            node.folded = data.text.strip().lower() == "false"

    def _edge_data(self, edge: RawEdge, key: Key, element: Element) -> None:
        if key.role == "edgegraphics":
            self._yed_edge(edge, element)
        elif key.role == "EdgeGeometry":
            edge.bends = yfiles.bends(element)
        elif key.role == "EdgeLabels":
            edge.drawn = True
            edge.labels = [yfiles.edge_label(label, self._styles) for label in yfiles.label_elements(element)]
            edge.look = self._shared(yfiles_looks.worded(edge.look, edge.labels[0].look if edge.labels else NO_LOOK))
        elif key.role == "EdgeStyle":
            style = yfiles_looks.edge_look(element, self._styles)
            edge.look = self._shared(yfiles_looks.worded(style, edge.look))
        elif not key.role and not element.children:
            edge.data[key.name] = element.text
        elif not key.role:
            self.oddities["structured"] += 1

    def _begin_graph(self, element: Element) -> Element:
        holder = self._stack[-1] if self._stack else None
        if isinstance(holder, RawNode):
            holder.is_group = True
        else:
            self._top_graphs += 1
        self._directed.append(element.attributes.get("edgedefault") != "undirected")
        return element

    def _begin_node(self, element: Element) -> RawNode:
        parent = self._node_around()
        graph, ordinal = max(self._top_graphs, 0), len(self.nodes)
        attributes = element.attributes
        node = RawNode(attributes.get("id"), parent, graph, ordinal, element.start)
        for name in attributes:
            if name.endswith("foldertype"):
                node.is_group = True
                node.folded = attributes[name] == "folder"
        self.nodes.append(node)
        return node

    def _node_around(self) -> RawNode | None:
        for item in reversed(self._stack):
            if item.__class__ is RawNode:
                return item
        return None

    def _begin_edge(self, element: Element) -> RawEdge:
        get = element.attributes.get
        stated = get("directed")
        directed = stated == "true" if stated in ("true", "false") else self._directed[-1]
        within = element.parent.start if element.parent is not None else 0
        graph, ordinal = max(self._top_graphs, 0), len(self.edges)
        edge = RawEdge(get("id"), get("source"), get("target"), graph, ordinal, element.start, within, directed)
        self.edges.append(edge)
        if "sourceport" in element.attributes or "targetport" in element.attributes:
            self._attached.append((edge, get("sourceport"), get("targetport")))
        return edge

    def _begin_port(self, element: Element) -> RawPort | None:
        holder = self._stack[-1] if self._stack else None
        if not isinstance(holder, RawNode):
            return None
        port = RawPort(holder)
        self._ports.setdefault((holder.id, element.attributes.get("name")), port)
        return port

    def _learn_resources(self, element: Element) -> None:
        for resource in element.all("Resource"):
            picture = yed.picture(resource)
            if picture is not None:
                self._resources[resource.attributes.get("id", "")] = picture

    def finish(self) -> None:
        """Give nodes their pictures, which stand behind the graph, and edges the places of their ports."""
        for node in self.nodes:
            if node.picture in self._resources:
                look = msgspec.structs.replace(node.look, image=self._resources[node.picture])
                node.look = self._shared(look)
        for edge, source, target in self._attached:
            edge.source_offset = edge.source_offset or self._port_offset(edge.source, source)
            edge.target_offset = edge.target_offset or self._port_offset(edge.target, target)

    def _port_offset(self, node: str | None, name: str | None) -> Point | None:
        """How far from the centre of its node a port is; None for the centre, and where that isn't told."""
        port = self._ports.get((node, name))
        if port is None or port.place is None or port.node.box is None:
            return None
        across, down = port.place.x - 0.5, port.place.y - 0.5
        return Point(across * port.node.box.width, down * port.node.box.height) if across or down else None

    def records(self) -> Records:
        records = assembled(self.nodes, self.edges, self.keys, self.graph_data)
        records.kept["hyperedge"] = self.counts["hyperedge"]
        self.oddities["no_graph"] = not self.counts["graph"]
        return records

    def _shared(self, look: Look) -> Look:
        """The same object for equal looks, of which a file has few."""
        return self._looks.setdefault(look, look)


BEGINS: Mapping[str, Callable[[Reader, Element], RawNode | RawEdge | RawPort | Element | None]] = {
    "node": Reader._begin_node,
    "port": Reader._begin_port,
    "edge": Reader._begin_edge,
    "graph": Reader._begin_graph,
}
"""Not bound to a reader, which would then refer to itself and stay with all that it has collected."""
