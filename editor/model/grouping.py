"""Frames around boxes, made and dissolved, folded and unfolded; all for use inside an open step."""

from collections.abc import Iterable, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.moving import with_members
from editor.model.places import GROUP_HEAD_PX, GROUP_MARGIN_PX, NEW_SIZE, grow_groups
from editor.model.records import Node
from editor.model.transaction import Transaction


def outermost(document: Document, ids: Iterable[str]) -> list[str]:
    """The nodes among `ids` that stand in no other of them, in document order."""
    wanted = {id for id in ids if id in document.nodes}
    inside = {member for id in wanted for member in with_members(document, [id]) if member != id}
    return sorted(wanted - inside, key=lambda id: document.nodes[id].order)


def group(document: Document, step: Transaction, ids: Iterable[str], name: str, kind: str | None = None) -> str | None:
    """Put a frame around nodes, in the innermost group that holds them all; its id, None where there are no nodes."""
    members = outermost(document, ids)
    if not members:
        return None
    holder = _common_group(document, members)
    id = new_id("g", lambda id: document.record(id) is not None, len(document.nodes))
    first = document.nodes[members[0]]
    step.add(
        Node(id, name, kind, holder, _around(document, members), first.order - 0.5, is_group=True, graph=first.graph)
    )
    for member in members:
        step.update(member, group=id)
    grow_groups(document, step, id)
    return id


def kind_of_frame(document: Document, ids: Iterable[str]) -> str | None:
    """What a frame around boxes is: shared leadership around posts that have a joint mandate; else nothing said."""
    wanted = set(ids)
    lines = [document.edges[line] for id in wanted for line in document.indexes.edges_at(id)]
    joint = [line for line in lines if line.kind == "shares_leadership" and {line.source, line.target} <= wanted]
    ends = {end for line in joint for end in (line.source, line.target)}
    return "shared_leadership" if wanted and ends == wanted else None


def ungroup(document: Document, step: Transaction, ids: Iterable[str]) -> list[str]:
    """Take frames away and leave what stood in them where it is; returns the ids of what was set free."""
    free: list[str] = []
    for id in outermost(document, ids):
        node = document.nodes[id]
        if node.is_group:
            members = list(document.indexes.members(id))
            for member in members:
                step.update(member, group=node.group)
            step.remove(id)
            free += members
    return free


def set_folded(document: Document, step: Transaction, ids: Iterable[str], folded: bool, size: Point = NEW_SIZE) -> None:
    """Fold groups to a box of this size at their top left corner, or open them around what is in them."""
    for id in ids:
        node = document.nodes[id]
        if not node.is_group or node.folded == folded:
            continue
        box = node.box
        if box is not None:
            members = list(document.indexes.members(id))
            box = Rect(box.x, box.y, *size) if folded else _around(document, members) or box
        step.update(id, folded=folded, box=box)
        grow_groups(document, step, id)


def _around(document: Document, members: Sequence[str]) -> Rect | None:
    inner = bounds_of(box for id in members if (box := document.nodes[id].box) is not None)
    if inner is None:
        return None
    x, y = inner.x - GROUP_MARGIN_PX, inner.y - GROUP_HEAD_PX
    return Rect(x, y, inner.right + GROUP_MARGIN_PX - x, inner.bottom + GROUP_MARGIN_PX - y)


def _common_group(document: Document, members: Sequence[str]) -> str | None:
    """The innermost group in which all of them stand; None for the top."""
    ways = [_way_up(document, id) for id in members]
    return next((group for group in ways[0] if all(group in way for way in ways)), None)


def _way_up(document: Document, id: str) -> list[str]:
    found: list[str] = []
    group = document.nodes[id].group
    while group is not None:
        found.append(group)
        group = document.nodes[group].group
    return found
