"""The tree that people see in a graph: whose child a node is, by its lines and by its nesting."""

import copy
import operator
from collections.abc import Iterable, Mapping

from editor.model.arrows import point_up
from editor.model.changes import ChangeSet, change_moves
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary


class Structure:
    """Parent and children of every node of a document as it is now; build another after a change.

    A node's parent is the other end of its first tree line (a relation whose kind hangs boxes under each other; an edge
    with no kind hangs its target under its source, or the other way where the document's lines point up), unless that
    line crosses the border of the group the node stands in: then the group is its parent, as for a node without such a
    line. A line that would close a circle is not a tree line.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._nodes = nodes = document.nodes
        self._up = point_up(document.info)
        self._lines: dict[str, _Line] = _tree_lines(document, vocabulary, self._up)
        self.is_plain = True
        """Whether every node hangs where its line or its group says: no circle had to be opened."""
        self.parent: dict[str, str | None] = {}
        self._above: dict[str, str] = {}
        self._uppers: set[str] = set()
        self.children: dict[str | None, list[str]] = {}
        for node in sorted(nodes.values(), key=_order):
            id = node.id
            parent = self._parent_of(node)
            self.parent[id] = parent
            if parent is not None:
                self._above[id] = parent
                self._uppers.add(parent)
            siblings = self.children.get(parent)
            if siblings is None:
                self.children[parent] = [id]
            else:
                siblings.append(id)

    @property
    def roots(self) -> list[str]:
        return self.children.get(None, [])

    def tree_edge(self, id: str) -> str | None:
        """The id of the edge by which a node hangs under its parent; None for roots and where nesting decides."""
        line = self._lines.get(id)
        return line[0] if line is not None and line[1] == self.parent[id] else None

    def branch(self, id: str) -> list[str]:
        """The node and everything below it, parents before children, siblings in order."""
        found, waiting = [], [id]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(reversed(self.children.get(current, [])))
        return found

    def with_parents(self, moves: Mapping[str, str]) -> "Structure":
        """A copy in which these nodes hang under other ones, last. Nobody may ask it for their lines."""
        found = copy.copy(self)
        found.parent = {**self.parent, **moves}
        found.children = dict(self.children)
        for before in {self.parent[id] for id in moves}:
            found.children[before] = [child for child in self.children[before] if child not in moves]
        for id, parent in moves.items():
            found.children[parent] = [*found.children.get(parent, ()), id]
        return found

    def _parent_of(self, node: Node) -> str | None:
        """The other end of its line if that stands beside it, else its group; never one that is below it."""
        id, group = node.id, node.group
        line = self._lines.get(id)
        if line is not None:
            above = line[1]
            beside = group is None or self._nodes[above].group == group
            if beside and not self._is_above(id, above):
                return above
            self.is_plain = self.is_plain and not beside
        if group is not None and not self._is_above(id, group):
            return group
        self.is_plain = self.is_plain and group is None
        return None

    def _hang_anew(self, id: str, document: Document, vocabulary: Vocabulary) -> bool:
        """Put one node where its lines say now; False where only building all anew can tell where that is."""
        if id not in self.parent:
            return True
        ends = {edge: tree_ends(document.edges[edge], vocabulary, self._up) for edge in document.indexes.edges_at(id)}
        own = sorted((document.edges[edge] for edge, end in ends.items() if end and end[1] == id), key=_order)
        if len(own) > 1 and own[0].order == own[1].order:
            return False
        self._lines.pop(id, None)
        parent = group = self._nodes[id].group
        if own:
            above = (tree_ends(own[0], vocabulary, self._up) or ("", ""))[0]
            self._lines[id] = own[0].id, above
            if group is None or self._nodes[above].group == group:
                parent = above
        return self._move(id, parent) if parent != self.parent[id] else True

    def _move(self, id: str, parent: str | None) -> bool:
        above = parent
        while above is not None and above != id:
            above = self.parent[above]
        nodes, order = self._nodes, self._nodes[id].order
        siblings = list(self.children.get(parent, []))
        if above == id or any(nodes[other].order == order for other in siblings):
            return False
        old = self.parent[id]
        left = [other for other in self.children[old] if other != id]
        if left:
            self.children[old] = left
        else:
            del self.children[old]
        siblings.insert(sum(1 for other in siblings if nodes[other].order < order), id)
        self.children[parent] = siblings
        self.parent[id] = parent
        return True

    def _is_above(self, id: str, below: str) -> bool:
        """Whether `id` is above the other; a node that has no parent yet can only be so as the top of its tree."""
        return id == below or (id in self._uppers and self._top(below) == id)

    def _top(self, id: str) -> str:
        top = id
        while top in self._above:
            top = self._above[top]
        while id != top:  # a shorter way for the next who asks, or a long chain costs its length for every node
            self._above[id], id = top, self._above[id]
        return top


def structure_of(document: Document, vocabulary: Vocabulary) -> Structure:
    """The structure of a document as it is now: the one that was built last, if nothing has moved in it since.

    Many ask for it, after every change of the selection and in every frame of a drag. Nobody may write to it.
    """
    known = document.kept.get(KEPT)
    found: Structure | None = None
    if isinstance(known, tuple) and known[0] is vocabulary:
        found = rehung(known[1], document, vocabulary, document.moved) if document.moved else known[1]
    document.moved.clear()
    if found is None:
        found = Structure(document, vocabulary)
    document.kept[KEPT] = vocabulary, found
    return found


def rehung(
    before: Structure, document: Document, vocabulary: Vocabulary, changes: Iterable[ChangeSet]
) -> Structure | None:
    """The structure after a few lines have come, gone or been attached elsewhere: a copy in which those are changed.

    None where it must be built anew: nodes have come, gone or moved among each other, or there is a circle or a doubt.
    """
    lines: list[Edge] = []
    for change in changes:
        for record in (*change.added.values(), *change.removed.values()):
            if not isinstance(record, Edge):
                return None
            lines.append(record)
        for old, new in change.updated.values():
            if isinstance(old, Edge) and isinstance(new, Edge):
                lines += old, new
            elif change_moves(old, new):
                return None
    if len(lines) > MOST_REHUNG or not before.is_plain:
        return None
    ends = (tree_ends(line, vocabulary, before._up) for line in lines)
    below = dict.fromkeys(end[1] for end in ends if end is not None)
    after = copy.copy(before)
    after.parent, after.children, after._lines = dict(before.parent), dict(before.children), dict(before._lines)
    return after if all(after._hang_anew(id, document, vocabulary) for id in below) else None


MOST_REHUNG = 40


KEPT = "structure"
_Line = tuple[str, str]
"""The edge by which a node hangs, and the node above."""


def tree_ends(edge: Edge, vocabulary: Vocabulary, up: bool = False) -> tuple[str, str] | None:
    """Parent and child of a relation that hangs boxes under each other; None for every other relation.

    up: whether lines without a kind point to the parent.
    """
    if edge.source == edge.target:
        return None
    if edge.kind is None:
        return (edge.target, edge.source) if up else (edge.source, edge.target)
    hangs = vocabulary.relation(edge.kind).hangs
    if hangs == "target":
        return edge.source, edge.target
    if hangs == "source":
        return edge.target, edge.source
    return None


def _tree_lines(document: Document, vocabulary: Vocabulary, up: bool) -> dict[str, _Line]:
    lines: dict[str, _Line] = {}
    for edge in sorted(document.edges.values(), key=_order):
        ends = tree_ends(edge, vocabulary, up)
        if ends is not None and ends[1] not in lines:
            lines[ends[1]] = edge.id, ends[0]
    return lines


_order = operator.attrgetter("order")
