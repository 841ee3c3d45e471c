"""Where elements go that are new, moved or in another order: beside the siblings that stay, in graphs made for them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

import msgspec

from editor.graphml.baseline import Baseline
from editor.graphml.changes import Changes, place_of
from editor.graphml.facts import ORDER
from editor.graphml.locating import Locator
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.scan import Element
from editor.graphml.splice import Range
from editor.model.document import Document
from editor.model.records import Edge, Node

Place = tuple[str | None, int]


class Makers(msgspec.Struct, frozen=True):
    """What makes elements: of a new node (without what is in it), of the graph inside a group, of a new edge in a top
    graph.
    """

    node: Callable[[Node], Markup]
    graph: Callable[[Node, tuple[Markup | Range, ...]], Markup]
    edge: Callable[[Edge, int], Markup]


class Placing:
    """Carries out what changes the place of whole elements in one save."""

    def __init__(
        self, document: Document, baseline: Baseline, changes: Changes, locator: Locator, patch: Patch, makers: Makers
    ) -> None:
        self._document = document
        self._baseline = baseline
        self._changes = changes
        self._locator = locator
        self._patch = patch
        self._makers = makers
        self._arrivals: dict[Place, list[Node]] = defaultdict(list)
        self._carried: dict[str, Range] = {}

    def remove(self) -> None:
        """Take out what is gone; edges that stood inside a group that is gone stay, at the top."""
        gone = {self._node(id) for id in self._changes.gone_nodes}
        for element in (*gone, *(self._edge(id) for id in self._changes.gone_edges)):
            self._patch.remove(element)
        if gone:
            for id in self._document.edges.keys() & self._baseline.edges.keys():
                element = self._edge(id)
                if _inside(element, gone):
                    self._carried[id] = self._patch.lifted(element)

    def place(self) -> None:
        """Put nodes and edges where they belong now."""
        moved = [node for node in self._changes.nodes if place_of(self._baseline.nodes[node.id]) != place_of(node)]
        for node in sorted((*moved, *self._reordered(moved), *self._changes.new_nodes), key=lambda node: node.order):
            self._arrivals[place_of(node)].append(node)
        for node in self._changes.nodes:
            if node.is_group and not self._baseline.nodes[node.id].is_group:
                self._arrivals[place_of_members(node)].extend(())
        for place, arrived in self._arrivals.items():
            if place[0] is None or place[0] in self._baseline.nodes:
                self._arrive(place, arrived)
        self._place_edges()

    def whole(self) -> tuple[Markup | Range, ...]:
        """Everything new, for a file that has no graph yet."""
        for node in self._changes.new_nodes:
            self._arrivals[place_of(node)].append(node)
        top = [node for node in self._changes.new_nodes if node.group is None]
        edges = (self._makers.edge(edge, 0) for edge in self._changes.new_edges)
        return (*self._elements(top), *edges)

    def _node(self, id: str) -> Element:
        return self._locator.nodes[self._baseline.node_ordinals[id]]

    def _edge(self, id: str) -> Element:
        return self._locator.edges[self._baseline.edge_ordinals[id]]

    def _top_graph(self, number: int) -> Element:
        return self._locator.graphs[min(number, len(self._locator.graphs) - 1)]

    def _arrive(self, place: Place, arrived: list[Node]) -> None:
        group, number = place
        if group is None:
            graph = self._top_graph(number)
        else:
            holder = self._node(group)
            nested = self._locator.nested.get(holder)
            if nested is None:
                inside = tuple(self._elements(arrived))
                self._patch.append(holder, self._makers.graph(self._document.nodes[group], inside))
                return
            graph = nested
        arriving = {node.id for node in arrived}
        staying = [node for node in self._staying(place) if node.id not in arriving]
        beside = [(node.order, self._node(node.id)) for node in staying]
        self._put(
            graph,
            beside,
            [(node.order, element) for node, element in zip(arrived, self._elements(arrived), strict=True)],
        )

    def _put(
        self, graph: Element, staying: list[tuple[float, Element]], new: Iterable[tuple[float, Markup | Range]]
    ) -> None:
        """Each behind the last sibling of a smaller order that stays; before the first where there is none."""
        staying = sorted(staying, key=lambda pair: (pair[0], pair[1].start))
        orders = [order for order, _ in staying]
        for order, element in new:
            index = bisect_right(orders, order)
            if index:
                self._patch.insert_after(staying[index - 1][1], element)
            elif staying:
                self._patch.insert_before(staying[0][1], element)
            else:
                self._patch.append(graph, element)

    def _elements(self, nodes: Iterable[Node]) -> list[Markup | Range]:
        return [self._element(node) for node in nodes]

    def _element(self, node: Node) -> Markup | Range:
        """A node's old element lifted from its place, or a new one with what goes into it."""
        if node.id in self._baseline.nodes:
            return self._patch.lifted(self._node(node.id))
        markup = self._makers.node(node)
        if not node.is_group:
            return markup
        graph = self._makers.graph(node, tuple(self._elements(self._arrivals.get(place_of_members(node), ()))))
        return msgspec.structs.replace(markup, children=(*markup.children, graph))

    def _staying(self, place: Place) -> list[Node]:
        """The nodes that stand in a place, now and in the file."""
        nodes, known = self._document.nodes, self._baseline.nodes
        members = (nodes[id] for id in self._document.indexes.members(place[0]) if id in known)
        return [node for node in members if place_of(node) == place == place_of(known[node.id])]

    def _reordered(self, moved: list[Node]) -> list[Node]:
        """The nodes that must change places with their siblings so that the file's order is the document's."""
        if self._baseline.keys.named(ORDER, "node") is not None:
            return []
        known, moving = self._baseline.nodes, {node.id for node in moved}
        changed: dict[Place, list[Node]] = defaultdict(list)
        for node in self._changes.nodes:
            if node.order != known[node.id].order and node.id not in moving:
                changed[place_of(node)].append(node)
        return [
            node
            for place, nodes in changed.items()
            if not _in_order(self._staying(place), self._baseline.node_ordinals)
            for node in nodes
        ]

    def _place_edges(self) -> None:
        known = self._baseline.edges
        by_graph: dict[Element, list[tuple[float, Markup | Range]]] = defaultdict(list)
        lifted = set(self._carried)
        for id, piece in self._carried.items():
            edge = self._document.edges[id]
            by_graph[self._top_graph(self._document.nodes[edge.source].graph)].append((edge.order, piece))
        changed = [edge for edge in self._changes.edges if edge.order != known[edge.id].order]
        if (
            changed
            and self._baseline.keys.named(ORDER, "edge") is None
            and not _in_order(self._document.edges.values(), self._baseline.edge_ordinals)
        ):
            for edge in changed:
                element = self._edge(edge.id)
                if element.parent is not None and edge.id not in lifted:
                    lifted.add(edge.id)
                    by_graph[element.parent].append((edge.order, self._patch.lifted(element)))
        for edge in self._changes.new_edges:
            number = self._document.nodes[edge.source].graph
            by_graph[self._top_graph(number)].append((edge.order, self._makers.edge(edge, number)))
        for graph, new in by_graph.items():
            staying = self._staying_edges(graph, lifted)
            self._put(graph, staying, sorted(new, key=lambda pair: pair[0]))

    def _staying_edges(self, graph: Element, lifted: set[str]) -> list[tuple[float, Element]]:
        edges = self._document.edges
        known = ((edges[id], self._edge(id)) for id in self._baseline.edges if id in edges and id not in lifted)
        return [(edge.order, element) for edge, element in known if element.parent is graph]


def place_of_members(group: Node) -> Place:
    return group.id, 0


def _in_order(records: Iterable[Node] | Iterable[Edge], ordinals: Mapping[str, int]) -> bool:
    ordered = sorted((record.order, ordinals[record.id]) for record in records if record.id in ordinals)
    return all(before[1] < after[1] for before, after in pairwise(ordered))


def _inside(element: Element, holders: Iterable[Element]) -> bool:
    above = element.parent
    while above is not None:
        if above in holders:
            return True
        above = above.parent
    return False
