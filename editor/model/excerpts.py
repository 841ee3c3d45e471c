"""A part of a document as a document of its own, and putting one document's elements into another with new ids."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from editor.geometry import Point, Rect, bounds_of
from editor.model import edits
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.moving import with_members
from editor.model.places import GAP_PX, grow_groups, place_for
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument
from editor.model.structure import Structure
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

BETWEEN_PX = 64.0
"""Between a chart and what is put below it."""


def excerpt(document: Document, ids: Iterable[str]) -> Document:
    """The nodes among `ids` with their insides, the relations among them, and the documents their facts rest on."""
    chosen = with_members(document, ids)
    nodes = [_lifted(node, chosen) for id, node in document.nodes.items() if id in chosen]
    edges = [edge for edge in document.edges.values() if edge.source in chosen and edge.target in chosen]
    facts = [*(node.facts for node in nodes), *(edge.facts for edge in edges)]
    named = {source for item in facts for source in _documents_of(item)}
    documents = tuple(source for source in document.info.documents if source.id in named)
    return Document(nodes, edges, Info(lang=document.info.lang, documents=documents, types=document.info.types))


def bounds(document: Document) -> Rect | None:
    """Around all boxes; None where none has a place."""
    return bounds_of(node.box for node in document.nodes.values() if node.box is not None)


def free_beside(document: Document, around: Rect, size: Point) -> Point:
    """A corner for something of this size: to the right of a rectangle, or further right where boxes stand."""
    wanted = Rect(around.right + GAP_PX, around.y, *size)
    while touched := document.indexes.boxes.touching(wanted.grown(GAP_PX / 2)):
        right = max(document.indexes.boxes.rect(id).right for id in touched)
        wanted = Rect(max(right, wanted.x) + GAP_PX, wanted.y, *size)
    return Point(wanted.x, wanted.y)


def below_all(target: Document, source: Document) -> tuple[float, float]:
    """How far the source's boxes must move to stand below the target's."""
    here, there = bounds(target), bounds(source)
    if here is None or there is None:
        return 0.0, 0.0
    return here.x - there.x, here.bottom + BETWEEN_PX - there.y


def insert(
    target: Document,
    step: Transaction,
    source: Document,
    by: tuple[float, float],
    group: str | None = None,
    graph: int = 0,
) -> dict[str, str]:
    """Add everything in `source`, moved `by`, inside a group or at the top; returns the new id for each old one."""
    ids = _new_ids(target, source)
    names = _bring_documents(target, step, source)
    first = 1 + max((node.order for node in target.nodes.values()), default=-1.0)
    nodes = [_moved_node(node, ids, by, first, group, graph) for node in source.nodes.values()]
    edges = [_moved_edge(edge, ids, by, first) for edge in source.edges.values()]
    if names:
        nodes = [replace(node, facts=_renamed(node.facts, names)) for node in nodes]
        edges = [replace(edge, facts=_renamed(edge.facts, names)) for edge in edges]
    step.put(*nodes, *edges)
    return ids


def insert_under(
    target: Document, step: Transaction, vocabulary: Vocabulary, source: Document, parent: str
) -> dict[str, str]:
    """Add everything in `source` as branches of a node: in a free place below it, or inside where it is a group."""
    holder, area = target.nodes[parent], bounds(source)
    size = Point(area.width, area.height) if area is not None else Point(0.0, 0.0)
    place = place_for(target, vocabulary, holder, size)
    by = (place.x - area.x, place.y - area.y) if place is not None and area is not None else (0.0, 0.0)
    roots = Structure(source, vocabulary).roots
    ids = insert(target, step, source, by, parent if holder.is_group else holder.group, holder.graph)
    if not holder.is_group:
        edits.hang(target, step, vocabulary, parent, [ids[root] for root in roots])
    elif area is not None and place is not None:
        _grow(target, step, parent, Rect(place.x, place.y, *size))
    return ids


def insert_document(target: Document, source: Document, step_name: str) -> list[str]:
    """Add everything in `source` below the target's chart as one step; returns the ids the nodes got there."""
    with target.transaction(step_name) as step:
        ids = insert(target, step, source, below_all(target, source))
    return [ids[id] for id in source.nodes]


def _lifted(node: Node, chosen: set[str]) -> Node:
    """A node without the group that stays behind; a suggested place becomes its place, so that it travels along."""
    group = node.group if node.group in chosen else None
    return replace(node, group=group, graph=0, placed=True)


def _documents_of(facts: Facts) -> set[str]:
    stated = [facts.sources, *(held.sources for held in facts.tenures), *(task.sources for task in facts.tasks)]
    return {source.document for sources in stated for source in sources}


def _bring_documents(target: Document, step: Transaction, source: Document) -> dict[str, str]:
    """Add the source's documents to the target's; returns new ids for those whose id is another document's there."""
    known = {document.id: document for document in target.info.documents}
    new: list[SourceDocument] = []
    names: dict[str, str] = {}
    for document in source.info.documents:
        if known.get(document.id) == document:
            continue
        id = document.id if document.id not in known else new_id(f"{document.id}-", known.__contains__, 2)
        if id != document.id:
            names[document.id] = id
        known[id] = replace(document, id=id)
        new.append(known[id])
    if new:
        step.set_info(documents=(*target.info.documents, *new))
    types = {**source.info.types, **target.info.types}
    if types != target.info.types:
        step.set_info(types=types)
    return names


def _renamed(facts: Facts, names: Mapping[str, str]) -> Facts:
    """Facts that rest on documents which are called something else here."""
    if not _documents_of(facts) & names.keys():
        return facts

    def told(sources: tuple[Source, ...]) -> tuple[Source, ...]:
        return tuple(replace(source, document=names.get(source.document, source.document)) for source in sources)

    tenures = tuple(replace(held, sources=told(held.sources)) for held in facts.tenures)
    tasks = tuple(replace(task, sources=told(task.sources)) for task in facts.tasks)
    return replace(facts, sources=told(facts.sources), tenures=tenures, tasks=tasks)


def _new_ids(target: Document, source: Document) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()

    def is_taken(id: str) -> bool:
        return id in taken or target.record(id) is not None

    number = len(target.nodes) + len(target.edges)
    for prefix, records in (("n", source.nodes), ("e", source.edges)):
        for id in records:
            ids[id] = id if not is_taken(id) else new_id(prefix, is_taken, number)
            taken.add(ids[id])
            number += 1
    return ids


def _moved_node(
    node: Node, ids: Mapping[str, str], by: tuple[float, float], first: float, group: str | None, graph: int
) -> Node:
    return replace(
        node,
        id=ids[node.id],
        group=ids[node.group] if node.group is not None else group,
        box=node.box.moved(*by) if node.box is not None else None,
        order=first + node.order,
        graph=graph,
    )


def _moved_edge(edge: Edge, ids: Mapping[str, str], by: tuple[float, float], first: float) -> Edge:
    return replace(
        edge,
        id=ids[edge.id],
        source=ids[edge.source],
        target=ids[edge.target],
        bends=tuple(bend.moved(*by) for bend in edge.bends),
        order=first + edge.order,
    )


def _grow(target: Document, step: Transaction, group: str, area: Rect) -> None:
    """Make a group large enough for an area, and the groups around it."""
    box = target.nodes[group].box
    if box is not None and not box.encloses(area):
        step.update(group, box=box.united(area.grown(GAP_PX)))
    grow_groups(target, step, group)
