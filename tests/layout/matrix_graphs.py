"""Graphs that every preset must lay out: municipalities, samples, and such as nobody would draw on purpose."""

import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from layout_charts import Pair, chart
from municipalities import municipality

from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.storage.packaged import load_samples

REAL_FILES = Path(__file__).parents[3] / "shared" / "graphml" / "files"
SENSIBLE = range(2, 700)
"""How many boxes a real file should have to be laid out in a test."""
BIG_PX = 2000.0


def star(count: int) -> Document:
    return chart([("hub", f"s{place}") for place in range(count - 1)])


def chain(count: int) -> Document:
    return chart([(f"c{place}", f"c{place + 1}") for place in range(count - 1)])


def complete(count: int) -> Document:
    return chart(list(itertools.combinations([f"k{place}" for place in range(count)], 2)))


def single(count: int) -> Document:
    return chart([], *(f"a{place}" for place in range(count)))


def disconnected(parts: int) -> Document:
    """Trees of different sizes that nothing joins, and boxes that stand alone."""
    pairs = [(f"p{part}", f"p{part}u{unit}") for part in range(parts) for unit in range(part % 5)]
    return chart(pairs, *(f"p{part}" for part in range(parts)), "alone", "apart")


def cycles(count: int, length: int) -> Document:
    """Rings that hang together at one box each, one that is its own parent, and a pair that leads each other."""
    pairs: list[Pair] = []
    for ring in range(count):
        ids = [f"r{ring}n{place}" for place in range(length)]
        pairs += [*itertools.pairwise(ids), (ids[-1], ids[0]), ("hub", ids[0])]
    return chart([*pairs, ("hub", "hub"), ("a", "b"), ("b", "a")])


def nested(depth: int, wide: int = 2) -> Document:
    """Groups in groups, boxes in each, and lines between boxes of different depths."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    group: str | None = None
    for level in range(depth):
        id = f"g{level}"
        nodes.append(Node(id, f"Grupp {level}", is_group=True, group=group, order=float(len(nodes))))
        group = id
        for place in range(wide):
            nodes.append(Node(f"{id}b{place}", f"Ruta {level}.{place}", group=group, order=float(len(nodes))))
    ends = [f"g{level}b{place}" for level in range(depth) for place in range(wide)]
    for a, b in (*itertools.pairwise(ends[::wide]), (ends[0], ends[-1])):
        edges.append(Edge(f"e{len(edges)}", a, b, order=float(len(edges))))
    nodes.append(Node("out", "Utanför", order=float(len(nodes))))
    edges.append(Edge("e-out", "out", ends[-1], order=float(len(edges))))
    return Document(nodes, edges)


def framed(offices: int) -> Document:
    """Offices that are frames side by side, one with a frame inside, and boxes between and below them."""
    nodes = [Node("council", "Fullmäktige", order=0.0), Node("board", "Styrelsen", order=1.0)]
    edges = [Edge("e0", "council", "board")]

    def add(id: str, above: str | None, group: str | None = None, is_group: bool = False) -> None:
        nodes.append(Node(id, f"Enhet {id}", is_group=is_group, group=group, order=float(len(nodes))))
        if above is not None:
            edges.append(Edge(f"e{len(edges)}", above, id, order=float(len(edges))))

    for office in range(offices):
        frame = f"f{office}"
        add(frame, "board", is_group=True)
        add(f"{frame}head", None, frame)
        for place in range(2 + office % 3):
            add(f"{frame}m{place}", f"{frame}head" if office % 2 else None, frame)
        if office % 2:
            add(f"{frame}inner", None, frame, is_group=True)
            add(f"{frame}i0", None, f"{frame}inner")
            add(f"{frame}i1", None, f"{frame}inner")
        for place in range(office % 3):
            add(f"{frame}u{place}", f"{frame}head")
        add(f"staff{office}", "board")
    return Document(nodes, edges)


def crossing(count: int, lines: int) -> Document:
    """A tree with as many relations again from anywhere to anywhere, each with its word."""
    chance = random.Random(count)
    nodes = [Node(f"n{place}", f"Enhet {place}", "department", order=float(place)) for place in range(count)]
    edges = [Edge(f"t{place}", f"n{place}", f"n{(place - 1) // 4}", kind="part_of") for place in range(1, count)]
    for place in range(lines):
        source, target = chance.sample(range(count), 2)
        edges.append(Edge(f"r{place}", f"n{source}", f"n{target}", kind="reports_to", order=float(count + place)))
    return Document(nodes, edges)


def parallel(lines: int) -> Document:
    """Many lines between the same two boxes, each with its word."""
    edges = [Edge(f"e{place}", "a", "b", name=f"Uppgift {place}", order=float(place)) for place in range(lines)]
    return Document([Node("a", "Nämnden"), Node("b", "Förvaltningen")], edges)


def sample(name: str) -> Document:
    path = next(sample.path for sample in load_samples() if sample.name == name)
    return read_graphml(path.read_bytes()).document


def real(path: Path) -> Document:
    return read_graphml(path.read_bytes()).document


def real_files() -> Iterator[Path]:
    """Those of real users, where they are there."""
    endings = (".graphml", ".xml", ".graphmlz")
    return (path for path in sorted(REAL_FILES.glob("*")) if path.suffix in endings)


SAMPLES = tuple(sample.name for sample in load_samples())
SMALL: Mapping[str, Callable[[], Document]] = {
    "empty": lambda: chart([]),
    "one": lambda: chart([], "a"),
    "municipality of 20": lambda: municipality(20),
    "municipality of 74": lambda: municipality(74),
    "star of 60": lambda: star(60),
    "chain of 40": lambda: chain(40),
    "complete graph of 9": lambda: complete(9),
    "40 single boxes": lambda: single(40),
    "disconnected": lambda: disconnected(9),
    "cycles": lambda: cycles(3, 4),
    "cycles of 12": lambda: cycles(8, 12),
    "nested six deep": lambda: nested(6),
    "framed": lambda: framed(4),
    "crossing": lambda: crossing(24, 8),
    "parallel lines": lambda: parallel(7),
}
LARGE: Mapping[str, Callable[[], Document]] = {
    "municipality of 300": lambda: municipality(300),
    "municipality of 1,000": lambda: municipality(1000),
    "star of 500": lambda: star(500),
    "chain of 500": lambda: chain(500),
    "complete graph of 40": lambda: complete(40),
    "200 single boxes": lambda: single(200),
    "disconnected, 60 parts": lambda: disconnected(60),
    "nested six deep, wide": lambda: nested(6, 5),
    "crossing, 120": lambda: crossing(120, 60),
}
HUGE: Mapping[str, Callable[[], Document]] = {"municipality of 10,000": lambda: municipality(10_000)}
BIG_BOXES: Mapping[str, Callable[[], Document]] = {
    "municipality of 20, boxes of 2,000 px": lambda: municipality(20),
    "cycles, boxes of 2,000 px": lambda: cycles(3, 4),
}
