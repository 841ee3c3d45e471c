"""What an outline does to a structure: a row put among others, deeper, shallower; all for use inside an open step."""

from collections.abc import Iterable, Sequence

from editor.geometry import Point, Rect
from editor.model import edits
from editor.model.document import Document
from editor.model.lines import way_between
from editor.model.places import GAP_PX, LEVEL_PX, NEW_SIZE, grow_groups, place_inside
from editor.model.records import Edge, Node
from editor.model.room import COLUMN, Room
from editor.model.structure import Structure, structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.routing import ways

SHARED = "shared_leadership"
UPRIGHT_PX = 1.0
INDENT_PX = 32.0
"""How far a child is set in that stands below its parent in a column."""


def tops(structure: Structure, ids: Iterable[str]) -> list[str]:
    """Those of the nodes that stand under no other of them, in the order of the outline."""
    wanted = set(ids)
    found: list[str] = []
    waiting = list(reversed(structure.roots))
    while waiting:
        id = waiting.pop()
        if id in wanted:
            found.append(id)
        else:
            waiting.extend(reversed(structure.children.get(id, [])))
    return found


def can_stand_under(structure: Structure, ids: Iterable[str], parent: str | None) -> bool:
    """Whether none of the nodes is the parent or above it."""
    above, wanted = parent, set(ids)
    while above is not None:
        if above in wanted:
            return False
        above = structure.parent.get(above)
    return True


def put_under(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    ids: Sequence[str],
    parent: str | None,
    before: str | None = None,
) -> None:
    """Put nodes with all that is below them under a parent (None = at the top), before a sibling or last.

    UserError where the parent is one of the nodes or below one.
    """
    for id in ids:
        if structure_of(document, vocabulary).parent[id] != parent:
            edits.reparent(document, step, vocabulary, id, parent)
    siblings = [id for id in structure_of(document, vocabulary).children.get(parent, []) if id not in set(ids)]
    at = siblings.index(before) if before in siblings else len(siblings)
    _order(document, step, ids, siblings, at)


def add_after(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, name: str) -> str:
    """Add a box of the same kind as a node, as the sibling that follows it; returns its id. Room is made for it."""
    structure = structure_of(document, vocabulary)
    parent = structure.parent[id]
    siblings = structure.children[parent]
    size = _size_like(document, id)
    place = Room(document, step, vocabulary).place_after(id, siblings, size)
    group = document.nodes[id].group
    new = _add(document, step, vocabulary, document.nodes[id].kind, name, parent, group, place, size)
    if place is not None and parent is not None:
        hang_like(document, step, vocabulary, new, id)
    _order(document, step, [new], siblings, siblings.index(id) + 1)
    return new


def add_under(
    document: Document, step: Transaction, vocabulary: Vocabulary, parent: str, kind: str | None, name: str
) -> str:
    """Add a box as the last child of a node, or last inside a group; returns its id. Room is made for it."""
    node, children = edits.node_of(document, parent), structure_of(document, vocabulary).children.get(parent, [])
    is_beside = bool(children) and not node.is_group
    size = NEW_SIZE if node.is_group else _size_like(document, children[-1] if is_beside else parent)
    place = room_under(document, step, vocabulary, parent, size)
    group = home_under(document, vocabulary, parent)
    new = _add(document, step, vocabulary, kind, name, parent, group, place, size)
    if place is not None and is_beside:
        hang_like(document, step, vocabulary, new, children[-1])
    return new


def room_under(document: Document, step: Transaction, vocabulary: Vocabulary, parent: str, size: Point) -> Rect | None:
    """Where something new of this size stands that hangs under a node, or last in a group; what is in its way moves."""
    structure = structure_of(document, vocabulary)
    node, children = document.nodes[parent], structure.children.get(parent, [])
    room = Room(document, step, vocabulary)
    if node.is_group:
        place = place_inside(document, node, size)
        return room.free_below(parent, place, "down") if place is not None else None
    if children:
        return room.place_after(children[-1], children, size)
    return _below(document, structure, room, node, size)


def home_under(document: Document, vocabulary: Vocabulary, parent: str) -> str | None:
    """The group in which a new child of a node stands: where its last child stands."""
    node, children = document.nodes[parent], structure_of(document, vocabulary).children.get(parent, [])
    return document.nodes[children[-1]].group if children and not node.is_group else _home(document, node)


def deeper(document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str]) -> bool:
    """Put nodes, each with its branch, under the sibling above them; False where none of them has one."""
    wanted = set(ids)
    has_moved = False
    for id in tops(structure_of(document, vocabulary), wanted):
        structure = structure_of(document, vocabulary)
        siblings = structure.children[structure.parent[id]]
        row = siblings.index(id)
        if row > 0 and siblings[row - 1] not in wanted:
            put_under(document, step, vocabulary, [id], siblings[row - 1])
            has_moved = True
    return has_moved


def shallower(document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str]) -> bool:
    """Put nodes, each with its branch, after their parents; False where all of them stand at the top."""
    has_moved = False
    for id in reversed(tops(structure_of(document, vocabulary), ids)):  # so that they keep their order
        structure = structure_of(document, vocabulary)
        parent = structure.parent[id]
        if parent is None:
            continue
        siblings = structure.children[structure.parent[parent]]
        following = siblings[siblings.index(parent) + 1 :]
        put_under(document, step, vocabulary, [id], structure.parent[parent], following[0] if following else None)
        has_moved = True
    return has_moved


def hang_like(document: Document, step: Transaction, vocabulary: Vocabulary, new: str, like: str) -> None:
    """Hang a new node by the same kind of line as a sibling of its kind, along the same rail or trunk."""
    line, other = edits.tree_line(document, vocabulary, new), edits.tree_line(document, vocabulary, like)
    if line is None or other is None or document.nodes[new].kind != document.nodes[like].kind:
        return
    if other.kind is None and line.kind is not None:
        return  # the vocabulary knows better than a line that says nothing
    source, target = (other.source, new) if other.target == like else (new, other.target)
    if {source, target} != {line.source, line.target}:
        return
    ends = [document.nodes[id].box for id in (other.source, other.target, source, target)]
    is_bent = other.kind is not None or _is_upright(document, other)
    bends = way_between(document, source, target) if is_bent else line.bends
    if other.bends and None not in ends:
        one, two, three, four = (box for box in ends if box is not None)
        bends = ways.following(other.bends, (one, two), (three, four))
    kind = {"kind": other.kind, "directed": other.directed, "look": other.look}
    ported = {"bends": bends, "source_offset": None, "target_offset": None}
    step.update(line.id, source=source, target=target, **kind, **ported)


def _is_upright(document: Document, line: Edge) -> bool:
    """Whether a line without bends runs straight down or across: beside it, one with corners looks like its like."""
    one, other = document.nodes[line.source].box, document.nodes[line.target].box
    if line.bends or one is None or other is None:
        return False
    return min(abs(one.centre.x - other.centre.x), abs(one.centre.y - other.centre.y)) < UPRIGHT_PX


def _add(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    kind: str | None,
    name: str,
    parent: str | None,
    group: str | None,
    place: Rect | None,
    size: Point,
) -> str:
    at = Point(place.x, place.y) if place is not None else None
    new = edits.add(document, step, vocabulary, kind, name, parent, at, size)
    step.update(new, group=group)
    grow_groups(document, step, new)
    return new


def _size_like(document: Document, id: str) -> Point:
    """As wide as another box, and as high as a new one."""
    node = document.nodes[id]
    return Point(node.box.width, NEW_SIZE.y) if node.box is not None and not node.is_group else NEW_SIZE


def _below(document: Document, structure: Structure, room: Room, node: Node, size: Point) -> Rect | None:
    """Where the first child goes: in the middle below its parent, or set in where that stands in a column.

    Above it, or beside it, where the chart runs upwards or to the side.
    """
    if node.box is None:
        return None
    siblings = structure.children[structure.parent[node.id]]
    onward = room.growth
    if onward in ("left", "right"):
        x = node.box.right + LEVEL_PX if onward == "right" else node.box.x - LEVEL_PX - size.x
        return room.free_below(node.id, Rect(x, node.box.centre.y - size.y / 2, *size), "down")
    is_column = len(siblings) > 1 and room.course_of(siblings, node.id) in COLUMN
    if is_column or (len(siblings) == 1 and _is_set_in(document, structure, node)):
        y = node.box.bottom + GAP_PX if onward == "down" else node.box.y - GAP_PX - size.y
        return room.free_below(node.id, Rect(node.box.x + INDENT_PX, y, *size), onward)
    home = _home(document, node)
    frame = document.nodes[node.group].box if node.group is not None and home != node.group else None
    around = node.box.united(frame) if frame is not None else node.box
    y = around.bottom + LEVEL_PX if onward == "down" else around.y - LEVEL_PX - size.y
    return room.free_below(node.id, Rect(node.box.centre.x - size.x / 2, y, *size))


def _is_set_in(document: Document, structure: Structure, node: Node) -> bool:
    """Whether a node stands below its parent and a little to the right, as in a list."""
    parent = structure.parent[node.id]
    above = document.nodes[parent].box if parent is not None else None
    if above is None or node.box is None:
        return False
    return node.box.y >= above.bottom and 0 < node.box.x - above.x <= 2 * INDENT_PX


def _home(document: Document, parent: Node) -> str | None:
    """The group in which a first child stands: its parent's, but below a frame of shared leadership, not in it."""
    if parent.is_group:
        return parent.id
    frame = document.nodes[parent.group] if parent.group is not None else None
    return None if frame is not None and frame.kind == SHARED and frame.group is None else parent.group


def _order(document: Document, step: Transaction, ids: Sequence[str], siblings: Sequence[str], at: int) -> None:
    """Number the nodes so that they stand between the siblings at a row and the one before it."""
    low = document.nodes[siblings[at - 1]].order if at > 0 else None
    high = document.nodes[siblings[at]].order if at < len(siblings) else None
    if low is None:
        low = (high if high is not None else 0.0) - len(ids) - 1
    if high is None or high <= low:
        high = low + len(ids) + 1
    for number, id in enumerate(ids, 1):
        step.update(id, order=low + (high - low) * number / (len(ids) + 1))
