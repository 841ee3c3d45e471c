"""Graphviz's plain format: where it puts the middles of nodes and how it draws edges, in pixels, downwards."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.geometry import Point
from editor.layout.engine import GraphvizError

UNIT_PX = 72.0


class PlainEdge(NamedTuple):
    """points: of a chain of cubic Bézier curves, where neighbours share their end, from tail to head."""

    tail: str
    head: str
    points: tuple[Point, ...]


class PlainGraph(NamedTuple):
    """One graph of an answer. nodes: their centres by name."""

    nodes: Mapping[str, Point]
    edges: Sequence[PlainEdge]


def inches(pixels: float) -> str:
    """A length as a question states it."""
    return f"{pixels / UNIT_PX:.4f}"


def read_plain(text: str) -> list[PlainGraph]:
    """The graphs of an answer, one for each that was asked about; GraphvizError where it is none."""
    try:
        found = list(map(_graph, _graphs(text)))
    except (ValueError, IndexError) as error:
        raise _unreadable() from error
    if not found:
        raise _unreadable()
    return found


def _unreadable() -> GraphvizError:
    return GraphvizError("Graphviz svar gick inte att läsa.", "Graphviz's answer could not be read.")


def incomplete() -> GraphvizError:
    """What is raised where an answer leaves something out."""
    return GraphvizError("Graphviz svarade ofullständigt.", "Graphviz gave an incomplete answer.")


def _graphs(text: str) -> Iterator[list[list[str]]]:
    """The lines of each graph, as words."""
    lines: list[list[str]] = []
    for words in map(str.split, text.splitlines()):
        if words[:1] == ["graph"]:
            lines = [words]
        elif words == ["stop"]:
            yield lines
        elif words:
            lines.append(words)


def _graph(lines: Sequence[Sequence[str]]) -> PlainGraph:
    height = float(lines[0][3])

    def point(x: str, y: str) -> Point:
        return Point(float(x) * UNIT_PX, (height - float(y)) * UNIT_PX)

    nodes, edges = {}, []
    for words in lines:
        if words[0] == "node":
            nodes[words[1]] = point(*words[2:4])
        elif words[0] == "edge":
            numbers = words[4 : 4 + 2 * int(words[3])]
            points = tuple(point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
            edges.append(PlainEdge(words[1], words[2], points))
    return PlainGraph(nodes, edges)
