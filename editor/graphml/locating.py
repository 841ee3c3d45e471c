"""Where the elements of a file stand: the second look at its bytes, taken when something has to be changed in them."""

from collections.abc import Collection

from editor.graphml.scan import Element, scan
from editor.graphml.shortening import Gap
from editor.graphml.spans import Spans


class Locator:
    """Every structural element, and the units (`data` and the like) of those whose records change.

    nodes / edges: in document order, as the ordinals count them.  nested: the graph inside a node.  children: what
    stands
    directly in a graph.  units: the units of an element, whole, for the wanted ones and for graphs and the file.
    passed: where an element begins → its inside, which was not looked at.
    """

    needs_places = True

    def __init__(self, nodes: Collection[int], edges: Collection[int]) -> None:
        self._wanted = {"node": frozenset(nodes), "edge": frozenset(edges)}
        self._graph_numbers: dict[Element, int] = {}
        self.root: Element | None = None
        self.graphs: list[Element] = []
        self.nodes: list[Element] = []
        self.edges: list[Element] = []
        self.keys: list[Element] = []
        self.ids: set[str] = set()
        self.nested: dict[Element, Element] = {}
        self.units: dict[Element, list[Element]] = {}
        self.children: dict[Element, list[Element]] = {}
        self.passed: dict[int, Gap] = {}

    def wants(self, holder: Element) -> bool:
        wanted = self._wanted.get(holder.tag)
        return wanted is None or holder.ordinal in wanted

    def begin(self, element: Element) -> None:
        self.ids.update(element.attributes[name] for name in ("id", "source", "target") if name in element.attributes)
        if element.tag == "graphml":
            self.root = element
        elif element.tag == "graph":
            self._graph(element)
        elif element.tag in ("node", "edge"):
            found = self.nodes if element.tag == "node" else self.edges
            element.ordinal = len(found)
            found.append(element)
        if element.parent is not None and element.parent.tag == "graph":
            self.children.setdefault(element.parent, []).append(element)

    def unit(self, element: Element, holder: Element) -> None:
        if element.tag == "key":
            self.keys.append(element)
        self.units.setdefault(holder, []).append(element)

    def end(self, element: Element) -> None:
        """Nothing to do: ends are found when they are needed."""

    def comment(self, text: str) -> None:
        """Comments stay where they are."""

    def graph_number(self, element: Element) -> int:
        """Which top graph an element stands in."""
        above: Element | None = element
        while above is not None and above not in self._graph_numbers:
            above = above.parent
        return self._graph_numbers[above] if above is not None else 0

    def _graph(self, element: Element) -> None:
        if element.parent is not None and element.parent.tag == "node":
            self.nested.setdefault(element.parent, element)
        else:
            self._graph_numbers[element] = len(self.graphs)
            self.graphs.append(element)


def located(text: bytes, nodes: Collection[int], edges: Collection[int], spans: Spans) -> Locator:
    """Look through the text once more, with the units of these nodes and edges (by ordinal), past all others'."""
    locator = Locator(nodes, edges)
    locator.passed.update(spans.gaps(text, nodes, edges))
    scan(text, locator, gaps=list(locator.passed.values()))
    return locator
