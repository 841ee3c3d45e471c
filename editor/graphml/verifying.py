"""The last look before a file is handed out: what was written is read back and must say what the document says."""

from collections.abc import Callable, Mapping, Set
from typing import Any

import msgspec

from editor.graphml.assembly import KnownIds, Records, assembled
from editor.graphml.baseline import Baseline
from editor.graphml.element_writing import info_data, record_data
from editor.graphml.errors import GraphmlError
from editor.graphml.markup import legal
from editor.graphml.reading import collected
from editor.model.document import Document
from editor.model.records import Edge, Look, Node, Record


class Expected(msgspec.Struct, frozen=True):
    """What a new text must say.

    nodes / edges: where each record's old element stands in it, by the byte at which it begins.  others: the places
    of the edges that are no records, as they lead nowhere.  new: file ids of new elements → their records.
    appearance: what was asked for the look of new elements that have none of their own.
    """

    document: Document
    baseline: Baseline
    nodes: Mapping[int | None, str]
    edges: Mapping[int | None, str]
    others: Set[int | None]
    new: Mapping[str, str]
    appearance: Callable[[Record], Look] | None = None


def verify(text: bytes, expected: Expected) -> None:
    """Raise GraphmlError naming the first element that did not come back as it is in the document."""
    document = expected.document
    records = _read_back(text, expected)
    for present, back in ((document.nodes, records.nodes), (document.edges, records.edges)):
        if present.keys() != back.keys():
            raise _differs(min(present.keys() ^ back.keys()))
    for id, node in document.nodes.items():
        if not _same_node(node, records.nodes[id], expected):
            raise _differs(id)
    for id, edge in document.edges.items():
        if not _same_edge(edge, records.edges[id], expected):
            raise _differs(id)
    if info_data(document.info) != info_data(records.info):
        raise _differs(document.info.title or "graph")
    _check_order(document.nodes, records.nodes, lambda node: (node.group, node.graph))
    _check_order(document.edges, records.edges, lambda edge: (edge.source, edge.target))


def _read_back(text: bytes, expected: Expected) -> Records:
    reader = collected(text)
    nodes, edges = [], []
    for raw in reader.nodes:
        node_id = expected.nodes.get(raw.start) or expected.new.get(raw.id or "")
        if node_id is None:
            raise _differs(raw.id or "node")
        nodes.append(node_id)
    for line in reader.edges:
        edges.append(expected.edges.get(line.start) or expected.new.get(line.id or ""))
        if edges[-1] is None and line.start not in expected.others:
            raise _differs(line.id or "edge")
    records = assembled(reader.nodes, reader.edges, reader.keys, reader.graph_data, KnownIds(nodes, edges))
    if len(records.nodes) != len(nodes) or records.kept["dangling_edge"] != len(edges) - len(records.edges):
        raise _differs(_doubled([*nodes, *(id for id in edges if id is not None)]))
    return records


def _doubled(ids: list[str]) -> str:
    seen: set[str] = set()
    return next((id for id in ids if id in seen or seen.add(id)), "")  # type: ignore[func-returns-value]


def _same_node(node: Node, back: Node, expected: Expected) -> bool:
    before = expected.baseline.nodes.get(node.id)
    refolded = before is not None and before.folded != node.folded
    said: list[tuple[object, object]] = [
        (node.kind, back.kind),
        (node.group, back.group),
        (node.is_group, back.is_group),
        (node.folded, back.folded),
        (node.pinned, back.pinned),
    ]
    if not refolded:
        said.append((_texts(node), _texts(back)))
        if node.placed:
            said.append((node.box, back.box))
    return all(a == b for a, b in said) and _has_data(node, back)


def _same_edge(edge: Edge, back: Edge, expected: Expected) -> bool:
    said = (
        (edge.source, back.source),
        (edge.target, back.target),
        (_texts(edge), _texts(back)),
        (edge.kind, back.kind),
        (edge.directed, back.directed),
        (edge.bends, back.bends),
    )
    return all(a == b for a, b in said) and _has_data(edge, back)


def _texts(record: Node | Edge) -> list[str]:
    return [_text(record.name)]


def _has_data(record: Node | Edge, read: Node | Edge) -> bool:
    """Whether every attribute came back; defaults of the file may have been added."""
    back = record_data(read)
    return all(_text(back.get(name, "")) == _text(value) for name, value in record_data(record).items())


def _check_order(present: Mapping[str, Any], back: Mapping[str, Any], place: Callable[[Any], object]) -> None:
    """Siblings must come in the order that the document gives them."""
    highest: dict[object, float] = {}
    for id, read in sorted(back.items(), key=lambda item: float(item[1].order)):
        where, order = place(read), present[id].order
        if order < highest.get(where, order):
            raise _differs(id)
        highest[where] = order


def _text(text: str) -> str:
    return legal(text).strip()


def _differs(id: str) -> GraphmlError:
    return GraphmlError(
        {
            "sv": f"”{id}” kan inte skrivas till filen så att det går att läsa tillbaka.",
            "en": f"“{id}” can't be written to the file so that it can be read back.",
        },
        {
            "sv": "Filen är orörd. Spara under ett nytt namn som Ledgraf-fil.",
            "en": "The file is untouched. Save under a new name as a Ledgraf file.",
        },
        id,
    )
