"""What is laid out in layers: the boxes of one part of a chart, the frames around them, and the lines between them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from editor.layout.clumps import clumps
from editor.model.arrows import point_up
from editor.model.document import Document
from editor.model.structure import Structure, tree_ends
from editor.model.vocabulary import Vocabulary

FEWEST_EXTRA, LEAST_SHARE = 2, 0.15
"""Lines that hang a box under one more: from so many, and so many for each box, a chart is no tree any more."""
MOST_BOXES, MOST_LINES, MOST_FOR_EACH = 400, 1000, 5.0
"""Beyond them Graphviz takes long, and what comes of it is a web in any case."""
TIMES_WHERE_ASKED_FOR = 4
"""How many times as many there may be where somebody chose layers."""


class Link(NamedTuple):
    """A line, with the upper of its ends first: the one that its kind hangs the other under, else its source.

    is_down: whether the upper end is its source.
    """

    edge: str
    upper: str
    lower: str
    is_down: bool = True

    def turned(self) -> "Link":
        """The same with its other end above."""
        return Link(self.edge, self.lower, self.upper, not self.is_down)


class Web(NamedTuple):
    """A part of the chart that no line joins to any other. `ids`: all of it that is shown.

    tangle: how many lines for each box hang it under one more.
    boxes: what stands by itself, folded groups too.  links: in the order of the boxes that they lead to.
    frames: open groups, each before those in it.  frame: by box or frame, the frame that it stands in.
    is_asked_for: whether layers were chosen for it, and are not only offered.
    """

    ids: frozenset[str]
    tangle: float
    boxes: tuple[str, ...]
    links: tuple[Link, ...]
    frames: tuple[str, ...]
    frame: Mapping[str, str | None]
    is_asked_for: bool = False

    def around(self, id: str) -> Iterator[str]:
        """The frames that it stands in, from the inside out."""
        frame = self.frame[id]
        while frame is not None:
            yield frame
            frame = self.frame[frame]


def webs(document: Document, structure: Structure, vocabulary: Vocabulary, always: bool = False) -> list[Web]:
    """The parts that are no trees, or all in which there are lines where `always`; in the order of the document."""
    if not always and len(document.edges) <= FEWEST_EXTRA:
        return []
    shown = _Shown(document)
    links = list(_links(document, vocabulary, shown))
    found = []
    for ids, own in _parts(document, shown, links):
        if _is_fit(document, ids, own, TIMES_WHERE_ASKED_FOR if always else 1):
            extra = _extra(document, structure, own)
            tangle = extra / len(ids)
            if always or (extra >= FEWEST_EXTRA and tangle >= LEAST_SHARE):
                found.append(_web(document, ids, own, tangle)._replace(is_asked_for=always))
    return found


class _Shown:
    """What is seen of a node: itself, or the outermost folded group that it is in."""

    def __init__(self, document: Document) -> None:
        self._nodes = document.nodes

    def __call__(self, id: str) -> str:
        group = self._nodes[id].group
        while group is not None:
            if self._nodes[group].folded:
                id = group
            group = self._nodes[group].group
        return id


def _links(document: Document, vocabulary: Vocabulary, shown: _Shown) -> Iterator[Link]:
    up = point_up(document.info)
    for edge in document.edges.values():
        ends = tree_ends(edge, vocabulary, up) or (edge.source, edge.target)
        upper, lower = map(shown, ends)
        if upper != lower:
            yield Link(edge.id, upper, lower, ends[0] == edge.source)


def _parts(document: Document, shown: _Shown, links: Iterable[Link]) -> Iterator[tuple[list[str], list[Link]]]:
    """What lines and frames hold together, in the order of the document, with the lines in it."""
    order = sorted((id for id in document.nodes if shown(id) == id), key=lambda id: document.nodes[id].order)
    links = list(links)
    held = [(group, id) for id in order if (group := document.nodes[id].group) is not None]
    parts = clumps(order, [*((link.upper, link.lower) for link in links), *held])
    part_of = {id: number for number, part in enumerate(parts) for id in part}
    within: list[list[Link]] = [[] for _ in parts]
    for link in links:
        within[part_of[link.upper]].append(link)
    yield from zip(parts, within, strict=True)


def _is_fit(document: Document, ids: list[str], links: list[Link], times: int) -> bool:
    """Whether layers can show it: not too much, nothing that has rules of its own."""
    nodes = [document.nodes[id] for id in ids]
    most_lines = min(times * MOST_LINES, MOST_FOR_EACH * len(ids))
    if not links or len(ids) > times * MOST_BOXES or len(links) > most_lines:
        return False
    return not any(node.collapsed or node.kind == "shared_leadership" for node in nodes)


def _extra(document: Document, structure: Structure, links: list[Link]) -> int:
    """How many lines without a kind hang a box under one more, those between the same two boxes counted once."""
    edges = document.edges
    tree = {frozenset((link.upper, link.lower)) for link in links if structure.tree_edge(link.lower) == link.edge}
    return len({frozenset((link.upper, link.lower)) for link in links if edges[link.edge].kind is None} - tree)


def _web(document: Document, ids: list[str], links: list[Link], tangle: float) -> Web:
    nodes = document.nodes
    holding = {group for id in ids if (group := nodes[id].group) is not None}
    frames = [id for id in ids if id in holding]
    frames.sort(key=lambda id: _depth(document, id))
    boxes = tuple(id for id in ids if id not in holding)
    order = {id: number for number, id in enumerate(ids)}
    links = sorted(links, key=lambda link: (order[link.lower], document.edges[link.edge].order))
    frame = {id: nodes[id].group for id in ids}
    return Web(frozenset(ids), tangle, boxes, tuple(links), tuple(frames), frame)


def _depth(document: Document, id: str) -> int:
    group, depth = document.nodes[id].group, 0
    while group is not None:
        group, depth = document.nodes[group].group, depth + 1
    return depth
