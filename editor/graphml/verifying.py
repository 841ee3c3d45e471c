"""The last look before a file is handed out: what was written is read back and must say what the document says."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any

import msgspec

from editor.graphml.assembly import Known, Records, assembled
from editor.graphml.baseline import Baseline
from editor.graphml.changes import place_of
from editor.graphml.errors import GraphmlError
from editor.graphml.facts import ORDER
from editor.graphml.markup import legal
from editor.graphml.own_data import info_data, record_data
from editor.graphml.reading import collected
from editor.graphml.shortening import Gap
from editor.model.document import Document
from editor.model.records import NO_LOOK, TEXT_FIELDS, Edge, Label, Look, Node, Record


class OutOfOrderError(GraphmlError):
    """Siblings come back in another order."""


class Expected(msgspec.Struct, frozen=True):
    """What a new text must say.

    nodes / edges: where each record's old element stands in it, by the byte at which it begins.  others: the places
    of the edges that are no records, as they lead nowhere.  new: file ids of new elements → their records.
    untouched: place → the bytes that must stand there, for the elements in which nothing was to change.
    gaps: the insides of those of them that hold no other elements.
    appearance: what was asked for the look of new elements that have none of their own.
    """

    document: Document
    baseline: Baseline
    nodes: Mapping[int | None, str]
    edges: Mapping[int | None, str]
    others: Set[int | None]
    new: Mapping[str, str]
    untouched: Mapping[int, bytes | memoryview]
    gaps: Sequence[Gap]
    appearance: Callable[[Record], Look] | None = None


def verify(text: bytes, expected: Expected) -> None:
    """Raise GraphmlError naming the first element that did not come back as it is in the document."""
    document = expected.document
    for start, piece in expected.untouched.items():
        if text[start : start + len(piece)] != piece:
            raise _differs(expected.nodes.get(start) or expected.edges.get(start) or "")
    records = _read_back(text, expected)
    for present, back in ((document.nodes, records.nodes), (document.edges, records.edges)):
        if present.keys() != back.keys():
            raise _differs(min(present.keys() ^ back.keys()))
    for id, node in document.nodes.items():
        if node is not records.nodes[id] and not _same_node(node, records.nodes[id], expected):
            raise _differs(id)
    for id, edge in document.edges.items():
        if edge is not records.edges[id] and not _same_edge(edge, records.edges[id], expected):
            raise _differs(id)
    if info_data(document.info) != info_data(records.info):
        raise _differs(document.info.title or "graph")
    _check_order(document.nodes, _positions(records.nodes, records.node_ordinals, expected), place_of)
    edge_positions = _positions(records.edges, records.edge_ordinals, expected)
    _check_order(document.edges, edge_positions, lambda edge: records.edge_graphs[edge.id])


def _read_back(text: bytes, expected: Expected) -> Records:
    reader = collected(text, skipped=expected.untouched.keys(), gaps=expected.gaps)
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
    present = expected.document
    places = {**expected.nodes, **expected.edges}
    same = {id: present.record(id) for id in (places[start] for start in expected.untouched)}
    known = Known(nodes, edges, same)
    records = assembled(reader.nodes, reader.edges, reader.keys, reader.graph_data, known)
    if len(records.nodes) != len(nodes) or records.kept["dangling_edge"] != len(edges) - len(records.edges):
        raise _differs(_doubled([*nodes, *(id for id in edges if id is not None)]))
    return records


def _doubled(ids: list[str]) -> str:
    seen: set[str] = set()
    return next((id for id in ids if id in seen or seen.add(id)), "")  # type: ignore[func-returns-value]


def _same_node(node: Node, back: Node, expected: Expected) -> bool:
    before = expected.baseline.nodes.get(node.id)
    standing = (node.kind, place_of(node), node.is_group, node.folded, node.pinned, node.collapsed)
    if standing != (back.kind, place_of(back), back.is_group, back.folded, back.pinned, back.collapsed):
        return False
    if before is not None and before.folded != node.folded:
        stays = not node.placed or node.box == before.box
        return (stays or node.box == back.box) and _same_data(node, back, expected)
    box = node.box if node.placed else before.box if before is not None else None
    return box == back.box and _same_graphics(node, back, before, expected)


def _same_edge(edge: Edge, back: Edge, expected: Expected) -> bool:
    before = expected.baseline.edges.get(edge.id)
    said = edge.source, edge.target, edge.kind, edge.directed, edge.bends
    is_attached = (edge.source_offset, edge.target_offset) == (back.source_offset, back.target_offset)
    return (
        said == (back.source, back.target, back.kind, back.directed, back.bends)
        and (is_attached or _stays_at_its_ports(edge, before, expected))
        and _same_graphics(edge, back, before, expected)
    )


def _stays_at_its_ports(edge: Edge, before: Edge | None, expected: Expected) -> bool:
    """Whether a line is where ports put it, of which nothing was written: their nodes may not be read again."""
    ends = (before.source_offset, before.target_offset) if before is not None else None
    return expected.baseline.dialect == "yfiles" and ends == (edge.source_offset, edge.target_offset)


def _same_graphics(record: Node | Edge, back: Node | Edge, before: Node | Edge | None, expected: Expected) -> bool:
    look, is_bare = record.look, before is None or before.look == NO_LOOK
    if before is None and look == NO_LOOK and expected.appearance is not None and expected.baseline.dialect == "yed":
        look = expected.appearance(record)
        look = _wordless(look) if isinstance(record, Edge) else look
    return (
        _same_name(record, back)
        and _same_labels(record.labels, back.labels)
        and _same_look(look, back.look, not is_bare)
        and _same_data(record, back, expected)
    )


def _same_name(record: Node | Edge, back: Node | Edge) -> bool:
    """A node that has no name may be called by its id, which its element may have got only now."""
    names = {_text(record.name), _text(back.name)}
    return len(names) == 1 or (isinstance(record, Node) and names == {"", _text(record.id)})


def _same_labels(labels: tuple[Label, ...], back: tuple[Label, ...]) -> bool:
    """Their words, places and looks; labels that state nothing of their place may have got one."""
    return len(labels) == len(back) and all(
        _text(label.text) == _text(other.text)
        and (label.offset, label.size) == (other.offset, other.size)
        and _same_look(label.look, other.look, True)
        for label, other in zip(labels, back, strict=True)
    )


def _same_look(look: Look, back: Look, is_whole: bool) -> bool:
    """Whether a look came back; where there were no graphics more is there than was asked for, as they are complete."""
    look, back = _plain(look), _plain(back)
    if is_whole:
        return look == back
    fields = ((getattr(look, name), getattr(back, name)) for name in look.__struct_fields__)
    return all(asked == got for asked, got in fields if asked)


def _wordless(look: Look) -> Look:
    """What yEd draws of a line says nothing of how its words look; that is kept beside it where somebody chose it."""
    return msgspec.structs.replace(look, **{name: getattr(NO_LOOK, name) for name in TEXT_FIELDS})


def _plain(look: Look) -> Look:
    """Black text of the usual size is what a label has that says nothing."""
    if look.text_color == "#000000" and look.font_size in (None, 12.0) and not look.bold and not look.italic:
        return msgspec.structs.replace(look, text_color=None, font_size=None)
    if look.font_size == 12.0 and look.text_color is None and not look.bold and not look.italic:
        return msgspec.structs.replace(look, font_size=None)
    return look


def _same_data(record: Node | Edge, back: Node | Edge, expected: Expected) -> bool:
    """Whether every attribute came back, with the defaults of the file, and no other."""
    defaults = expected.baseline.keys.defaults("node" if isinstance(record, Node) else "edge")
    said = {name: legal(value) for name, value in {**defaults, **record_data(record)}.items()}
    return said == {**defaults, **record_data(back)}


def _positions(
    back: Mapping[str, Node] | Mapping[str, Edge], ordinals: Mapping[str, int], expected: Expected
) -> Mapping[str, float]:
    """Where each record stands: the order in the file, or what the file's own attribute for it says."""
    if any(key.name == ORDER for key in expected.baseline.keys.all):
        return {id: record.order for id, record in back.items()}
    return ordinals


def _check_order(present: Mapping[str, Any], positions: Mapping[str, float], place: Callable[[Any], object]) -> None:
    """Siblings must come in the order that the document gives them."""
    highest: dict[object, float] = {}
    for id in sorted(positions, key=positions.__getitem__):
        where, order = place(present[id]), present[id].order
        if order < highest.get(where, order):
            raise _differs(id, OutOfOrderError)
        highest[where] = order


def _text(text: str) -> str:
    return legal(text).strip()


def _differs(id: str, error: type[GraphmlError] = GraphmlError) -> GraphmlError:
    return error(
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
