"""What can be done to a document, inside a step that is already open: any number of these make one undo step."""

from collections.abc import Iterable

import msgspec

from editor.errors import UserError
from editor.geometry import Point, Rect, is_sane
from editor.model.arrows import point_up
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.lines import apart, way_of_new
from editor.model.moving import moved, with_members
from editor.model.places import NEW_SIZE, grow_groups, place_for
from editor.model.records import Edge, Node
from editor.model.structure import structure_of, tree_ends
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.routing import ways

POSTS = ("post", "elected_office", "shared_leadership", "person")
POLITICAL = "political"


def rename(document: Document, step: Transaction, id: str, text: str) -> None:
    """Give a node or an edge another name, blanks alone being none; UserError where there is neither with this id."""
    if id not in document.edges:
        node_of(document, id)
    step.update(id, name=text if text.strip() else "")


def move_to(document: Document, step: Transaction, id: str, x: float, y: float) -> None:
    """Put a node's top left corner at (x, y); its insides and lines follow. One without a place gets the usual size."""
    node = node_of(document, id)
    if not is_sane(x, y):
        raise UserError(
            {"sv": f"Platsen {x}, {y} finns inte på någon ritning.", "en": f"The place {x}, {y} is in no drawing."},
            {"sv": "Ange två vanliga tal.", "en": "Give two ordinary numbers."},
        )
    if node.box is None:
        step.update(id, box=Rect(x, y, *NEW_SIZE), placed=True)
    else:
        move_by(document, step, [id], x - node.box.x, y - node.box.y)


def move_by(document: Document, step: Transaction, ids: Iterable[str], dx: float, dy: float) -> None:
    step.put(*moved(document, ids, dx, dy))


def add(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    kind: str | None,
    name: str,
    under: str | None = None,
    at: Point | None = None,
    size: Point = NEW_SIZE,
) -> str:
    """Add a box and return its id: inside `under` where that is a group, else below it on a tree line.

    at: the box's top left corner; below the parent's last child where not given.
    """
    parent = node_of(document, under) if under is not None else None
    id = _fresh_id(document, "n")
    group = None if parent is None else parent.id if parent.is_group else parent.group
    box = Rect(*at, *size) if at is not None else place_for(document, vocabulary, parent, size)
    order = 1 + max((node.order for node in document.nodes.values()), default=-1.0)
    step.add(Node(id, name, kind or None, group=group, box=box, order=order, graph=parent.graph if parent else 0))
    if parent is not None and not parent.is_group:
        _hang(document, step, vocabulary, parent.id, id)
    if at is None:
        grow_groups(document, step, id)
    return id


def connect(document: Document, step: Transaction, kind: str | None, source: str, target: str) -> str:
    """Draw a relation between two nodes and return its id."""
    node_of(document, source), node_of(document, target)
    id = _fresh_id(document, "e")
    order = 1 + max((edge.order for edge in document.edges.values()), default=-1.0)
    bends = way_of_new(document, kind or None, source, target)
    beside = apart(document, source, target) if kind else None
    if beside is not None:
        bends = tuple(bend.moved(*beside) for bend in bends)
    directed = lines_have_directions(document)
    step.add(
        Edge(id, source, target, "", kind or None, directed, bends, beside, beside, order=order, loose=bool(bends))
    )
    return id


def lines_have_directions(document: Document) -> bool:
    """Whether new lines have one: not among lines none of which has one, where some programs can't read a mixture."""
    return not document.edges or any(edge.directed for edge in document.edges.values())


def set_kind(document: Document, step: Transaction, ids: Iterable[str], kind: str | None) -> None:
    """Say what these nodes (or relations) are; None = nothing in particular."""
    for id in ids:
        if id not in document.edges:
            node_of(document, id)
        step.update(id, kind=kind or None)


def delete(document: Document, step: Transaction, ids: Iterable[str]) -> None:
    """Remove nodes and edges; the insides of groups and the lines at a removed node go with them."""
    ids = list(ids)
    for id in ids:
        if id not in document.edges:
            node_of(document, id)
    nodes = with_members(document, ids)
    lines = {edge for id in nodes for edge in document.indexes.edges_at(id)}
    step.remove(*dict.fromkeys((*ids, *nodes, *lines)))


def reparent(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, parent: str | None) -> None:
    """Hang a node, with all that is below it, under another, into a group, or at the top (None).

    Raises UserError where the new parent is the node itself or below it.
    """
    node = node_of(document, id)
    holder = node_of(document, parent) if parent is not None else None
    branch = structure_of(document, vocabulary).branch(id)
    if parent is not None and parent in branch:
        raise _circle(node, document.nodes[parent])
    beside = [below for below in branch if document.nodes[below].group == node.group]
    line = tree_line(document, vocabulary, id)
    if holder is None or holder.is_group:
        if line is not None:
            step.remove(line.id)
        _into_group(document, step, vocabulary, node, holder)
        _stand_in(step, beside, document.nodes[id].group)
        return
    _stand_in(step, beside, holder.group)
    if line is None:
        _hang(document, step, vocabulary, holder.id, id)
    else:
        _rehang(document, step, vocabulary, line, holder.id, id)


def node_of(document: Document, id: str) -> Node:
    """The node with this id; UserError where there is none."""
    node = document.nodes.get(id)
    if node is None:
        raise UserError(
            {"sv": f"Det finns inget element med id {id}.", "en": f"There is no element with the id {id}."},
            {"sv": "Se efter vilka id:n dokumentet har.", "en": "See which ids the document has."},
        )
    return node


def hanging_kind(
    document: Document, vocabulary: Vocabulary, parent: str, child: str
) -> tuple[str | None, tuple[str, str]]:
    """The kind by which a child may hang under a parent, and its ends; None where their kinds don't say."""
    upper, lower = document.nodes[parent].kind, document.nodes[child].kind
    if upper is not None and lower is not None:
        if _is_part(vocabulary, upper, lower):
            for relation in vocabulary.relations_between(lower, upper):
                if relation.hangs == "source":
                    return relation.id, (child, parent)
        for relation in vocabulary.relations_between(upper, lower):
            if relation.hangs == "target":
                return relation.id, (parent, child)
        for relation in vocabulary.relations_between(lower, upper):
            if relation.hangs == "source":
                return relation.id, (child, parent)
    return None, (child, parent) if point_up(document.info) else (parent, child)


def _is_part(vocabulary: Vocabulary, upper: str, lower: str) -> bool:
    """A department of an office, a subcommittee of a board; but a post leads it, and a board answers for a staff."""
    one, other = vocabulary.kind(upper), vocabulary.kind(lower)
    if one is None or other is None or not other.part or upper in POSTS:
        return False
    return POLITICAL not in (one.sector, other.sector) or one.sector == other.sector


def hang(document: Document, step: Transaction, vocabulary: Vocabulary, parent: str, children: Iterable[str]) -> None:
    """Hang many nodes that hang nowhere under another at once."""
    order = max((edge.order for edge in document.edges.values()), default=-1.0)
    number = len(document.edges)
    new: list[Edge] = []
    directed = lines_have_directions(document)
    for child in children:
        kind, ends = hanging_kind(document, vocabulary, parent, child)
        id = new_id("e", lambda id: document.record(id) is not None, number)
        number, order = int(id[1:]) + 1, order + 1
        bends = _way_between(document.nodes[ends[0]], document.nodes[ends[1]])
        new.append(Edge(id, *ends, kind=kind, directed=directed, bends=bends, order=order, loose=bool(bends)))
    step.put(*new)


def _hang(document: Document, step: Transaction, vocabulary: Vocabulary, parent: str, child: str) -> None:
    kind, ends = hanging_kind(document, vocabulary, parent, child)
    connect(document, step, kind, *ends)


def _rehang(document: Document, step: Transaction, vocabulary: Vocabulary, line: Edge, parent: str, child: str) -> None:
    """Attach a tree line to another parent; it stays what it is where that makes sense, and is told anew where not."""
    kind, ends = hanging_kind(document, vocabulary, parent, child)
    if _still_fits(document, vocabulary, line, parent, child):
        kind = line.kind
        ends = (parent, child) if line.target == child else (child, parent)
    source, target = ends
    bends = _way_between(document.nodes[source], document.nodes[target]) if kind else ()
    step.put(
        msgspec.structs.replace(
            line,
            source=source,
            target=target,
            kind=kind,
            bends=bends,
            source_offset=None,
            target_offset=None,
            loose=bool(bends),
        )
    )


def _still_fits(document: Document, vocabulary: Vocabulary, line: Edge, parent: str, child: str) -> bool:
    if line.kind is None:
        return True
    ends = (parent, child) if line.target == child else (child, parent)
    source, target = ends
    return vocabulary.relation(line.kind).fits(document.nodes[source].kind, document.nodes[target].kind)


def _stand_in(step: Transaction, ids: Iterable[str], group: str | None) -> None:
    """What hangs below a node stands in the same group, or it would no longer hang there."""
    for id in ids:
        step.update(id, group=group)


def _into_group(document: Document, step: Transaction, vocabulary: Vocabulary, node: Node, group: Node | None) -> None:
    place = place_for(document, vocabulary, group, NEW_SIZE) if group is not None else None
    step.update(node.id, group=group.id if group is not None else None)
    if group is None:
        return
    if place is not None and node.box is not None and (group.box is None or not group.box.encloses(node.box)):
        move_by(document, step, [node.id], place.x - node.box.x, place.y - node.box.y)
    grow_groups(document, step, node.id)


def tree_line(document: Document, vocabulary: Vocabulary, child: str) -> Edge | None:
    """The first line by which a node hangs under another, whichever way it is drawn."""
    lines = [document.edges[id] for id in document.indexes.edges_at(child)]
    for line in sorted(lines, key=lambda line: line.order):
        ends = tree_ends(line, vocabulary, point_up(document.info))
        if ends is not None and ends[1] == child:
            return line
    return None


def _way_between(source: Node, target: Node) -> tuple[Point, ...]:
    if source.box is None or target.box is None:
        return ()
    return ways.between(source.box, target.box)


def _fresh_id(document: Document, prefix: str) -> str:
    count = len(document.nodes) if prefix == "n" else len(document.edges)
    return new_id(prefix, lambda id: document.record(id) is not None, count)


def _circle(node: Node, below: Node) -> UserError:
    upper, lower = node.name or node.id, below.name or below.id
    return UserError(
        {
            "sv": f"”{upper}” kan inte flyttas under ”{lower}”, som ligger i samma gren.",
            "en": f"“{upper}” can't be moved under “{lower}”, which is in the same branch.",
        },
        {"sv": f"Flytta först ut ”{lower}” därifrån.", "en": f"Move “{lower}” out of it first."},
    )
