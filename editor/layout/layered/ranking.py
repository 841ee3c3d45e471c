"""The question put to Graphviz for a web, in DOT, and its answer: which parts stand in one row, and where lines pass.

Graphviz ranks the parts, orders each row so that few lines cross, and says where across the page they stand. How far
apart the rows are is found afterwards, when it is known how many lines run between them.
"""

import bisect
import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from editor.geometry import Point
from editor.layout.layered.parts import Parts
from editor.layout.plain import PlainGraph, inches, incomplete
from editor.layout.shapes import Spacing

if TYPE_CHECKING:
    import graphviz

NODES = {"shape": "box", "fixedsize": "true", "label": ""}
SAMPLES = 12
"""Straight pieces that each curve of Graphviz's is taken for."""


class Rows(NamedTuple):
    """What stands beside each other: rows from above, the parts of each from the left. x: the middle of each part.

    passing: by the line that passes rows between those of its ends, and by row, about where it passes.
    """

    parts: Sequence[Sequence[str]]
    x: Mapping[str, float]
    passing: Mapping[str, Mapping[int, float]]


class Ranking:
    """A question about the parts of a web and the lines between them."""

    def __init__(self, parts: Parts, spacing: Spacing) -> None:
        import graphviz  # brings processes and archives along; the window starts without them

        self._parts, self._spacing, self._asked = parts, spacing, parts.asked()
        self._names = {part: f"n{number}" for number, part in enumerate(self._asked)}
        self._links = list(dict.fromkeys(parts.joints().values()))
        graph = graphviz.Digraph(graph_attr=self._distances(), node_attr=NODES)
        self._add(graph, None)
        for link in self._links:
            graph.edge(self._names[link.upper], self._names[link.lower])
        self.text = str(graph.source)

    def _distances(self) -> dict[str, str]:
        spacing = self._spacing
        return {"ordering": "out", "nodesep": inches(spacing.beside), "ranksep": inches(spacing.between)}

    def _add(self, graph: "graphviz.Digraph", frame: str | None) -> None:
        for part, (width, height) in self._asked.items():
            if self._parts.frame[part] == frame:
                graph.node(self._names[part], width=inches(width), height=inches(height))
        web = self._parts.web
        for number, inner in enumerate(web.frames):
            if web.frame[inner] == frame:
                margin = {"margin": f"{self._spacing.pad[0]:.0f}"}
                with graph.subgraph(name=f"cluster{number}", graph_attr=margin) as cluster:
                    self._add(cluster, inner)

    def rows(self, answer: PlainGraph) -> Rows:
        """GraphvizError where the answer is not whole."""
        try:
            centres = {id: answer.nodes[name] for id, name in self._names.items()}
        except KeyError:
            raise incomplete() from None
        heights = sorted({round(centre.y) for centre in centres.values()})
        parts: list[list[str]] = [[] for _ in heights]
        for id in sorted(centres, key=lambda id: centres[id].x):
            parts[bisect.bisect_left(heights, round(centres[id].y))].append(id)
        drawn: dict[tuple[str, str], list[Sequence[Point]]] = {}
        for edge in answer.edges:
            drawn.setdefault((edge.tail, edge.head), []).append(edge.points)
        passing = {}
        for link in self._links:
            ways = drawn.get((self._names[link.upper], self._names[link.lower]))
            if not ways:
                raise incomplete()
            passing[link.edge] = _passed(ways.pop(0), heights)
        return Rows(parts, {id: centre.x for id, centre in centres.items()}, passing)


def _passed(points: Sequence[Point], heights: Sequence[float]) -> dict[int, float]:
    """Where a line crosses the middle of each row between its ends."""
    line = list(_straightened(points))
    found = {}
    for one, other in itertools.pairwise(line):
        low, high = sorted((one.y, other.y))
        for row in range(bisect.bisect_left(heights, low), bisect.bisect_right(heights, high)):
            share = (heights[row] - one.y) / (other.y - one.y) if other.y != one.y else 0.0
            found[row] = one.x + (other.x - one.x) * share
    return found


def _straightened(points: Sequence[Point]) -> list[Point]:
    """Points along a chain of Bézier curves."""
    line = [points[0]]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, SAMPLES + 1):
            t = step / SAMPLES
            u = 1.0 - t
            weights = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            line.append(
                Point(
                    sum(weight * point.x for weight, point in zip(weights, (a, b, c, d), strict=True)),
                    sum(weight * point.y for weight, point in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return line
