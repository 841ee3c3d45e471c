"""A part of a document as a document of its own, and putting one document's elements into another with new ids."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from editor.geometry import Point, Rect, bounds_of
from editor.model import edits, outlining
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.moving import with_members
from editor.model.places import GAP_PX, grow_groups, place_for
from editor.model.records import Edge, Facts, Info, Node, Source, SourceDocument
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

BETWEEN_PX = 64.0
"""Between a chart and what is put below it."""
PART = 400
"""So many records are put in before it is told how far it has come."""
Told = Callable[[float], object]
MOST_WITH_ROOM = 500
"""Of more boxes that come at once nobody moves aside: they are put where there is room."""


class Chosen:
    """What is chosen of a document at one moment, whatever happens to it later; taken in an instant."""

    def __init__(self, document: Document, ids: Iterable[str]) -> None:
        self.ids = with_members(document, ids)
        self._nodes = [node for id, node in document.nodes.items() if id in self.ids]
        self._edges = tuple(document.edges.values())
        self._info = document.info
        self._made: Document | None = None

    @property
    def document(self) -> Document:
        """As a document of its own; made when it is first asked for, in any thread."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Document:
        chosen = self.ids
        nodes = [_lifted(node, chosen) for node in self._nodes]
        edges = [edge for edge in self._edges if edge.source in chosen and edge.target in chosen]
        facts = [*(node.facts for node in nodes), *(edge.facts for edge in edges)]
        named = {source for item in facts for source in _documents_of(item)}
        documents = tuple(source for source in self._info.documents if source.id in named)
        return Document(nodes, edges, Info(lang=self._info.lang, documents=documents, types=self._info.types))


def excerpt(document: Document, ids: Iterable[str]) -> Document:
    """The nodes among `ids` with their insides, the relations among them, and the documents their facts rest on."""
    return Chosen(document, ids).document


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


def free_near(document: Document, wanted: Rect) -> Point:
    """A corner for something that is wanted in a place: there, or as near to the right, left, below or above as nothing
    stands in the way."""
    found = [_free_along(document, wanted, *way) for way in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    best = min(found, key=lambda place: abs(place.x - wanted.x) + abs(place.y - wanted.y))
    return Point(best.x, best.y)


def _free_along(document: Document, wanted: Rect, dx: int, dy: int) -> Rect:
    """The first free place in one direction."""
    boxes, place = document.indexes.boxes, wanted
    while touched := boxes.touching(place.grown(GAP_PX / 2)):
        rects = [boxes.rect(id) for id in touched]
        if dx:
            x = (
                max(rect.right for rect in rects) + GAP_PX
                if dx > 0
                else min(rect.x for rect in rects) - GAP_PX - place.width
            )
            place = Rect(x, place.y, place.width, place.height)
        else:
            y = (
                max(rect.bottom for rect in rects) + GAP_PX
                if dy > 0
                else min(rect.y for rect in rects) - GAP_PX - place.height
            )
            place = Rect(place.x, y, place.width, place.height)
    return place


def below_all(target: Document, source: Document) -> tuple[float, float]:
    """How far the source's boxes must move to stand below the target's."""
    here, there = bounds(target), bounds(source)
    if here is None or there is None:
        return 0.0, 0.0
    return here.x - there.x, here.bottom + BETWEEN_PX - there.y


class Arriving:
    """What is to be added to a document from another, moved `by`, inside a group or at the top.

    `make` takes long where it is thousands, and may run in another thread; `put` adds what was made, or makes it anew
    where the document has changed meanwhile.
    """

    def __init__(
        self, target: Document, source: Document, by: tuple[float, float], group: str | None = None, graph: int = 0
    ) -> None:
        self._target, self._source = target, source
        self.by, self._group, self._graph = by, group, graph
        self._first = _next_order(target)
        self._revision = -1
        self._records: list[Node | Edge] = []
        self._documents: list[SourceDocument] = []
        self.ids: dict[str, str] = {}
        """The new id for each old one."""

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return len(self._source.nodes)

    def make(self) -> None:
        revision, source, by = self._target.revision, self._source, self.by
        self.ids = ids = _new_ids(self._target, source)
        self._documents, names = _arriving_documents(self._target, source)
        outer_first = sorted(source.nodes.values(), key=lambda node: _depth(source, node))
        nodes = [_moved_node(node, ids, by, self._first, self._group, self._graph) for node in outer_first]
        edges = [_moved_edge(edge, ids, by, self._first) for edge in source.edges.values()]
        if names:
            nodes = [replace(node, facts=_renamed(node.facts, names)) for node in nodes]
            edges = [replace(edge, facts=_renamed(edge.facts, names)) for edge in edges]
        self._records = [*nodes, *edges]
        self._revision = revision

    def put(self, step: Transaction, told: Told | None = None) -> dict[str, str]:
        """`told`: hears again and again how much of it is there, and may stop it by raising."""
        if self._revision != self._target.revision:
            self._first = _next_order(self._target)
            if self._group not in self._target.nodes:
                self._group = None
            self.make()
        if self._documents:
            step.set_info(documents=(*self._target.info.documents, *self._documents))
        types = {**self._source.info.types, **self._target.info.types}
        if types != self._target.info.types:
            step.set_info(types=types)
        if told is None:
            step.put(*self._records)
            return self.ids
        for first in range(0, len(self._records), PART):
            step.put(*self._records[first : first + PART])
            told(min(1.0, (first + PART) / len(self._records)))
        return self.ids


class ArrivingUnder:
    """Everything in `source` as branches of a node: after its last child, or inside where it is a group.

    What is in the way moves aside; thousands are put where nothing is in the way, as they are made before the step.
    """

    def __init__(self, target: Document, vocabulary: Vocabulary, source: Document, parent: str) -> None:
        self._target, self._vocabulary, self._source, self._parent = target, vocabulary, source, parent
        self._bounds = bounds(source)
        self._makes_room = len(source.nodes) <= MOST_WITH_ROOM
        holder, size = target.nodes[parent], self._size
        self._area = place_for(target, vocabulary, holder, size) if self._bounds is not None else None
        group = outlining.home_under(target, vocabulary, parent)
        self._arriving = Arriving(target, source, self._way, group, holder.graph)

    @property
    def count(self) -> int:
        return self._arriving.count

    def make(self) -> None:
        """As `Arriving.make`."""
        self._arriving.make()

    def put(self, step: Transaction, told: Told | None = None) -> dict[str, str]:
        """As `Arriving.put`; at the top where the node has gone meanwhile."""
        target, parent = self._target, self._parent
        if parent in target.nodes and self._area is not None and self._makes_room:
            self._area = outlining.room_under(target, step, self._vocabulary, parent, self._size) or self._area
            self._arriving.by = self._way
        ids = self._arriving.put(step, told)
        if parent not in target.nodes:
            return ids
        roots = structure_of(self._source, self._vocabulary).roots
        if not target.nodes[parent].is_group:
            most = PART if told is not None else max(1, len(roots))
            for first in range(0, len(roots), most):
                some = [ids[root] for root in roots[first : first + most]]
                edits.hang(target, step, self._vocabulary, parent, some)
                if told is not None:
                    told(1.0)
        elif self._area is not None:
            _grow(target, step, parent, self._area)
        return ids

    @property
    def _size(self) -> Point:
        return Point(self._bounds.width, self._bounds.height) if self._bounds is not None else Point(0.0, 0.0)

    @property
    def _way(self) -> tuple[float, float]:
        """How far it moves."""
        if self._area is None or self._bounds is None:
            return 0.0, 0.0
        return self._area.x - self._bounds.x, self._area.y - self._bounds.y


def insert(
    target: Document, step: Transaction, source: Document, by: tuple[float, float], group: str | None = None
) -> dict[str, str]:
    """Add everything in `source`, moved `by`, inside a group or at the top; returns the new id for each old one."""
    return Arriving(target, source, by, group).put(step)


def insert_under(
    target: Document, step: Transaction, vocabulary: Vocabulary, source: Document, parent: str
) -> dict[str, str]:
    """Add everything in `source` as branches of a node; returns the new id for each old one."""
    return ArrivingUnder(target, vocabulary, source, parent).put(step)


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


def _next_order(target: Document) -> float:
    return 1 + max((node.order for node in target.nodes.values()), default=-1.0)


def _arriving_documents(target: Document, source: Document) -> tuple[list[SourceDocument], dict[str, str]]:
    """The source's documents that the target lacks, and new ids for those whose id is another document's there."""
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
    return new, names


def _depth(source: Document, node: Node) -> int:
    """How many groups a node stands in."""
    depth = 0
    while node.group is not None:
        node, depth = source.nodes[node.group], depth + 1
    return depth


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
