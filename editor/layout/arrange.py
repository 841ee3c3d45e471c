"""The question put to Graphviz for a document, and the arrangement made of its answer."""

from collections.abc import Mapping

import graphviz

from editor.geometry import Point, Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.engine import GraphvizError
from editor.layout.presets import Preset
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary
from editor.routing import between

UNIT_PX = 72.0
PADDING_PX = 16.0
TITLE_PX = 28.0
USUAL_SIZE = (160.0, 48.0)


class Plan:
    """What is asked and how the answer is read: the same for those who wait and those who are called back."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, sizes: Mapping[str, tuple[float, float]], preset: Preset
    ) -> None:
        self._document, self._sizes, self.preset = document, sizes, preset
        self._parent = Structure(document, vocabulary).parent
        self._inside: dict[str | None, list[str]] = {}
        for node in sorted(document.nodes.values(), key=lambda node: node.order):
            self._inside.setdefault(node.group, []).append(node.id)
        self._names: dict[str, str] = {}

    def question(self) -> str:
        """The graph in DOT, under names of our own: no text of the user's is ever quoted."""
        graph = graphviz.Digraph(engine="dot")
        graph.attr(rankdir=self.preset.direction, overlap="false", ordering="out")
        graph.attr(nodesep=_inches(self.preset.beside_px), ranksep=_inches(self.preset.between_px))
        graph.attr("node", shape="box", fixedsize="true", label="")
        self._fill(graph, None)
        for id, parent in self._parent.items():
            if parent in self._names and id in self._names:
                graph.edge(self._names[parent], self._names[id])
        return str(graph.source)

    def answer(self, text: str) -> Arrangement:
        places = _places(text)
        boxes: dict[str, Rect] = {}
        for id, name in self._names.items():
            if name not in places:
                raise GraphvizError("Graphviz svarade ofullständigt.", "Graphviz gave an incomplete answer.")
            width, height = self._sizes.get(id, USUAL_SIZE)
            x, y = places[name]
            boxes[id] = Rect(x - width / 2, y - height / 2, width, height)
        self._frame(None, boxes)
        self._keep_pinned(boxes)
        return Arrangement(boxes, self._bends(boxes))

    def _is_open(self, id: str) -> bool:
        node = self._document.nodes[id]
        return node.is_group and not node.folded and bool(self._inside.get(id))

    def _fill(self, graph: graphviz.Digraph, group: str | None) -> None:
        for id in self._inside.get(group, ()):
            if self._is_open(id):
                with graph.subgraph(name=f"cluster{len(self._names)}") as cluster:
                    cluster.attr(margin=str(PADDING_PX + TITLE_PX))
                    self._fill(cluster, id)
                continue
            width, height = self._sizes.get(id, USUAL_SIZE)
            self._names[id] = f"n{len(self._names)}"
            graph.node(self._names[id], width=_inches(width), height=_inches(height))

    def _frame(self, group: str | None, boxes: dict[str, Rect]) -> None:
        for id in self._inside.get(group, ()):
            if self._is_open(id):
                self._frame(id, boxes)
                inner = bounds_of(boxes[member] for member in self._inside[id])
                if inner is not None:
                    framed = inner.grown(PADDING_PX)
                    boxes[id] = Rect(framed.x, framed.y - TITLE_PX, framed.width, framed.height + TITLE_PX)

    def _keep_pinned(self, boxes: dict[str, Rect]) -> None:
        for id in boxes:
            node = self._document.nodes[id]
            if node.pinned and node.box is not None:
                boxes[id] = node.box

    def _bends(self, boxes: Mapping[str, Rect]) -> dict[str, tuple[Point, ...]]:
        edges = self._document.edges.values()
        return {e.id: between(boxes[e.source], boxes[e.target]) for e in edges if {e.source, e.target} <= boxes.keys()}


def _inches(pixels: float) -> str:
    return f"{pixels / UNIT_PX:.4f}"


def _places(text: str) -> dict[str, tuple[float, float]]:
    """Centres by name, y downwards, from Graphviz's plain format."""
    lines = [line.split() for line in text.splitlines()]
    try:
        height = next(float(words[3]) for words in lines if words[:1] == ["graph"])
        nodes = (words for words in lines if words[:1] == ["node"])
        return {words[1]: (float(words[2]) * UNIT_PX, (height - float(words[3])) * UNIT_PX) for words in nodes}
    except (StopIteration, ValueError, IndexError) as error:
        raise GraphvizError("Graphviz svar gick inte att läsa.", "Graphviz's answer could not be read.") from error
