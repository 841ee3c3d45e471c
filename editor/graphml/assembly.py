"""From what the file says to records: unique ids, ends that exist, names, facts and looks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from editor.graphml.facts import DOCUMENTS, ID, INFO_TEXTS, PREFIX, VERSION, points_of, read_facts
from editor.graphml.keys import KEPT_ID, Keys
from editor.graphml.own_data import read_labels, read_look, read_offsets
from editor.graphml.plain_data import named, order_of, plain_place, split, with_rest
from editor.graphml.raw import RawEdge, RawNode
from editor.graphml.spots import middle_of, spot_of
from editor.model.ids import NewIds, new_id
from editor.model.records import NO_LOOK, Edge, Info, Node


class Records(msgspec.Struct):
    """The records of a file, where each stands in it, and what of it is kept but not shown.

    groups: node → the group that it names in a plain attribute.
    """

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    info: Info
    node_ordinals: dict[str, int]
    edge_ordinals: dict[str, int]
    file_ids: dict[str, str]
    made_up: set[str]
    kept: Counter[str]
    edge_graphs: dict[str, int]
    groups: dict[str, str]


class Known(msgspec.Struct, frozen=True):
    """What is known of a file already.

    nodes / edges: record ids in document order; None for an edge that is no record.  same: records whose elements say
    what they said before, if they stand or lead where they did.
    """

    nodes: list[str]
    edges: list[str | None]
    same: Mapping[str, Any] = {}


def assembled(
    nodes: list[RawNode],
    edges: list[RawEdge],
    keys: Keys,
    graph_data: Mapping[str, str],
    known: Known | None = None,
) -> Records:
    """Everything as records; edges that lead nowhere are left out and counted. Without `known` the ids are the file's
    own, or made up where they are missing or not unique.
    """
    records = Records({}, {}, _info(graph_data, keys), {}, {}, {}, set(), Counter(), {}, {})
    ids = known.nodes if known is not None else _node_ids(nodes, records)
    _Nodes(nodes, ids, keys, records, known).make()
    _Edges(edges, nodes, ids, keys, records, known).make()
    # igraph writes empty texts for nodes whose data it didn't read; others leave out what they don't have.
    records.kept["emptied"] += sum(node.data.get(ID) == "" for node in nodes)
    return records


def _kept_ids(elements: Sequence[RawNode | RawEdge]) -> list[str | None]:
    """The id that each element had before a program gave it another: in `lg.id`, else in the attribute `id`.

    None where there is none, or where several have the same, as after copying.
    """
    if not any(name.startswith(PREFIX) for element in elements[:1] for name in element.data):
        return [None] * len(elements)
    kept = [element.data.get(ID) or element.data.get(KEPT_ID) for element in elements]
    times = Counter(kept)
    return [id if times[id] == 1 else None for id in kept]


def _node_ids(nodes: list[RawNode], records: Records) -> list[str]:
    """A unique id for each node: the one it had before, else the file's own where it is the first to use it."""
    stated = {node.id for node in nodes}
    kept = _kept_ids(nodes)
    taken: set[str] = {id for id in kept if id is not None}
    ids, numbers = [], NewIds()
    for node, before in zip(nodes, kept, strict=True):
        if before is not None:
            id = before
        elif node.id and node.id not in taken:
            id = node.id
        else:
            prefix = f"{node.id}:" if node.id else "node:"
            id = numbers.new(prefix, lambda new: new in taken or new in stated, 2)
            records.kept["duplicate_id"] += bool(node.id)
        if id != node.id:
            records.made_up.add(id)
            if node.id:
                records.file_ids[id] = node.id
        taken.add(id)
        ids.append(id)
    return ids


class _Nodes:
    def __init__(self, nodes: list[RawNode], ids: list[str], keys: Keys, records: Records, known: Known | None) -> None:
        self._same = known.same if known is not None else {}
        self._nodes = nodes
        self._ids = ids
        self._records = records
        self._defaults = keys.defaults("node")
        self._fills_gaps = keys.fill_gaps
        self._name_key = keys.name_key("node")
        self._ids_name = keys.named(ID, "node") is None
        self._shared: dict[Any, Any] = {}

    def make(self) -> None:
        records, ids, shared = self._records, self._ids, self._shared
        for raw, id in zip(self._nodes, ids, strict=True):
            records.node_ordinals[id] = raw.ordinal
            group = ids[raw.parent.ordinal] if raw.parent is not None else None
            same = self._same.get(id)
            if same is not None and (same.group, same.graph if group is None else raw.graph) == (group, raw.graph):
                records.nodes[id] = same
                continue
            if not raw.data and not self._defaults:
                records.kept["bad_place"] += raw.bad_place
                records.nodes[id] = _only_drawn(raw, id, group, self._id_as_name(raw, id))
                continue
            own, attributes = split(raw.data, self._defaults, self._fills_gaps)
            lost: list[str] = []
            kind = own.pop("kind", None)
            order = own.pop("order", None)
            own_name = own.pop("name", "")
            own.pop("id", None)
            named_group = own.pop("group", None)
            if named_group is not None:
                records.groups[id] = named_group
            pinned = own.pop("pinned", None)
            collapsed = own.pop("collapsed", None)
            folded = raw.folded or own.pop("folded", "") == "true"
            facts = read_facts(own, lost)
            records.kept["bad_place"] += raw.bad_place
            box = raw.box
            if box is None and not raw.drawn:
                box, own, attributes = plain_place(own, attributes)
            look = read_look(own, lost, raw.look) if own else raw.look
            further = read_labels(own, lost) if own else None
            records.kept["bad_fact"] += len(lost)
            if self._name_key not in attributes:
                own_name = own_name or self._id_as_name(raw, id)
            name, labels, attributes = named(raw.labels, raw.drawn, self._name_key, with_rest(attributes, own))
            records.nodes[id] = Node(
                id=id,
                name=name or (own_name if not raw.labels else ""),
                kind=shared.setdefault(kind, kind) or None,
                group=group,
                box=box,
                order=order_of(order, raw.ordinal),
                is_group=raw.is_group,
                folded=folded,
                pinned=pinned == "true",
                collapsed=collapsed == "true",
                graph=raw.graph,
                look=look,
                facts=facts,
                name_spot=spot_of(raw.labels[0], box) if raw.labels else None,
                labels=labels if further is None else further,
                attributes=attributes,
            )

    def _id_as_name(self, raw: RawNode, id: str) -> str:
        """What a node is called that its file neither names nor draws: many programs write names as ids alone
        (NetworkX), and all show the id then. Text that is there and empty is no name (`_plain_graphics`).
        """
        if not self._ids_name or raw.drawn or raw.box is not None or raw.look != NO_LOOK:
            return ""
        return id if id in (raw.data.get(KEPT_ID), raw.id) else ""


def _only_drawn(raw: RawNode, id: str, group: str | None, name: str) -> Node:
    """The node of whose element nothing is known but how it looks, and this name where it has no label."""
    labels = raw.labels
    return Node(
        id,
        labels[0].text if labels else name,
        None,
        group,
        raw.box,
        float(raw.ordinal),
        is_group=raw.is_group,
        folded=raw.folded,
        graph=raw.graph,
        look=raw.look,
        name_spot=spot_of(labels[0], raw.box) if labels else None,
        labels=tuple(labels[1:]),
    )


class _Edges:
    def __init__(
        self,
        edges: list[RawEdge],
        nodes: list[RawNode],
        ids: list[str],
        keys: Keys,
        records: Records,
        known: Known | None,
    ) -> None:
        self._edges = edges
        self._known = known
        self._records = records
        self._defaults = keys.defaults("edge")
        self._fills_gaps = keys.fill_gaps
        self._name_key = keys.name_key("edge")
        self._ends: dict[str | None, str] = {}
        self._ends_within: dict[tuple[int, str | None], str] = {}
        """By top graph too, where there are several."""
        several = any(raw.graph for raw in nodes)
        for raw, id in zip(nodes, ids, strict=True):
            self._ends.setdefault(raw.id, id)
            if several:
                self._ends_within.setdefault((raw.graph, raw.id), id)
        self._stated = {edge.id for edge in edges}
        kept = _kept_ids(edges) if known is None else []
        self._kept = [id if id not in records.nodes else None for id in kept]
        self._taken = frozenset(id for id in self._kept if id is not None)
        self._numbers = NewIds()

    def make(self) -> None:
        for raw in self._edges:
            source, target = self._end(raw, raw.source), self._end(raw, raw.target)
            if source is None or target is None:
                self._records.kept["dangling_edge"] += 1
            else:
                self._make(raw, source, target)

    def _make(self, raw: RawEdge, source: str, target: str) -> None:
        records = self._records
        known = self._known.edges[raw.ordinal] if self._known is not None else None
        id = known or self._id(raw)
        records.edge_ordinals[id] = raw.ordinal
        records.edge_graphs[id] = raw.within
        same = self._known.same.get(id) if self._known is not None else None
        if same is not None and (same.source, same.target, same.directed) == (source, target, raw.directed):
            records.edges[id] = same
            return
        if id != raw.id:
            records.made_up.add(id)
        if not raw.data and not self._defaults:
            records.edges[id] = _line_only(raw, id, source, target)
            return
        own, attributes = split(raw.data, self._defaults, self._fills_gaps)
        lost: list[str] = []
        kind = own.pop("kind", None) or None
        order = own.pop("order", None)
        own_name = own.pop("name", "")
        own.pop("id", None)
        bends = raw.bends or (points_of(own.pop("bends", "")) if own else ())
        facts = read_facts(own, lost)
        offsets = (read_offsets(own) if own else None) or (raw.source_offset, raw.target_offset)
        look = read_look(own, lost, raw.look) if own else raw.look
        further = read_labels(own, lost) if own else None
        records.kept["bad_fact"] += len(lost)
        name, labels, attributes = named(raw.labels, raw.drawn, self._name_key, with_rest(attributes, own))
        records.edges[id] = Edge(
            id=id,
            source=source,
            target=target,
            name=name or (own_name if not raw.labels else ""),
            kind=kind,
            directed=raw.directed,
            bends=bends,
            source_offset=offsets[0],
            target_offset=offsets[1],
            name_at=middle_of(raw.labels[0]) if raw.labels else None,
            name_along=raw.labels[0].along if raw.labels else None,
            order=order_of(order, raw.ordinal),
            look=look,
            facts=facts,
            labels=labels if further is None else further,
            attributes=attributes,
        )

    def _end(self, raw: RawEdge, id: str | None) -> str | None:
        if id is None:
            return None
        within = self._ends_within.get((raw.graph, id)) if self._ends_within else None
        return within or self._ends.get(id)

    def _id(self, raw: RawEdge) -> str:
        """The file's own id where nothing else has it; else one made up from it, or from the edge's place."""
        records = self._records
        kept = self._kept[raw.ordinal] if raw.ordinal < len(self._kept) else None
        if kept is not None and kept not in records.edges:
            if raw.id and raw.id != kept:
                records.file_ids[kept] = raw.id
            return kept

        def taken(id: str) -> bool:
            return id in records.nodes or id in records.edges or id in self._taken or id in self._stated

        if raw.id and raw.id not in records.nodes and raw.id not in records.edges and raw.id not in self._taken:
            return raw.id

        if not raw.id:
            return new_id("edge:", taken, raw.ordinal)
        plain = f"edge:{raw.id}"
        id = self._numbers.new(f"{plain}:", taken, 2) if taken(plain) else plain
        records.file_ids[id] = raw.id
        return id


def _line_only(raw: RawEdge, id: str, source: str, target: str) -> Edge:
    """The edge of whose element nothing is known but its ends and how it looks."""
    labels = raw.labels
    return Edge(
        id=id,
        source=source,
        target=target,
        name=labels[0].text if labels else "",
        directed=raw.directed,
        bends=raw.bends,
        source_offset=raw.source_offset,
        target_offset=raw.target_offset,
        name_at=middle_of(labels[0]) if labels else None,
        name_along=labels[0].along if labels else None,
        order=float(raw.ordinal),
        look=raw.look,
        labels=tuple(labels[1:]),
    )


def _info(data: Mapping[str, str], keys: Keys) -> Info:
    own, attributes = split(dict(data), {})
    texts: dict[str, Any] = {name: own.pop(name) for name in INFO_TEXTS if name in own}
    documents: Any = ()
    if "documents" in own:
        try:
            documents = msgspec.json.decode(own["documents"], type=DOCUMENTS)
            del own["documents"]
        except msgspec.MsgspecError:
            pass
    if own.get("version") == VERSION:
        del own["version"]  # another stays among the attributes, where it is kept and pointed out
    return Info(documents=documents, attributes=with_rest(attributes, own), types=keys.types(), **texts)
