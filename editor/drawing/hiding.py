"""What is hidden in folded groups and collapsed branches, and what is seen in its place."""

from collections import Counter
from collections.abc import Mapping

from editor.model.changes import ChangeSet
from editor.model.collapsing import Collapsed
from editor.model.document import Document
from editor.model.records import Node, Record
from editor.model.vocabulary import Vocabulary


class Hiding:
    """Asked of every box and of both ends of every line, so it answers at once for charts where nothing is hidden."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document, self._nodes = document, document.nodes
        self._collapsed = Collapsed(document, vocabulary)
        self._before = self._collapsed.hidden
        self._counted: tuple[Mapping[str, str], Counter[str]] = (self._before, Counter(self._before.values()))

    def hides(self, node: Node) -> bool:
        if node.group is None and not self._collapsed.hidden:
            return False
        return self.shown(node.id) != node.id

    def shown(self, id: str) -> str:
        """The node itself, or what hides it: the uppermost collapsed box above it, the outermost folded group."""
        shown = self._collapsed.hidden.get(id, id)
        node = self._nodes.get(shown)
        while node is not None and node.group is not None:
            node = self._nodes.get(node.group)
            if node is not None and node.folded:
                shown = node.id
        return shown

    def shown_node(self, id: str) -> Node | None:
        node = self._nodes.get(id)
        if node is None or (node.group is None and not self._collapsed.hidden):
            return node
        return self._nodes.get(self.shown(id))

    def count_below(self, id: str) -> int:
        """How many the branch collapsed into this box has."""
        hidden = self._collapsed.hidden
        if self._counted[0] is not hidden:
            self._counted = hidden, Counter(hidden.values())
        return self._counted[1][id]

    def changed(self) -> set[str]:
        """What collapsed branches hide now and didn't when this was asked last, or no longer do; with the lines at it
        and the boxes above.
        """
        before, after = self._before, self._collapsed.hidden
        if before is after:
            return set()
        self._before = after
        found = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
        lines = {edge for id in found for edge in self._document.indexes.edges_at(id)}
        tops = {top for id in found for top in (before.get(id), after.get(id)) if top is not None}
        return found | lines | tops

    def lines_of_hidden(self, change: ChangeSet) -> set[str]:
        """The lines at what a box hides that stands elsewhere now, or is larger: they are drawn at that box."""
        moved = {id for id, pair in change.updated.items() if _moves(*pair)}
        found: set[str] = set()
        if self._collapsed.hidden:
            found.update(id for id, top in self._collapsed.hidden.items() if top in moved)
        for id in moved:
            node = self._nodes.get(id)
            if node is not None and node.folded:
                found.update(inside(self._document, id))
        return {edge for id in found for edge in self._document.indexes.edges_at(id)}


def _moves(old: Record, new: Record) -> bool:
    return isinstance(old, Node) and isinstance(new, Node) and old.box != new.box


def depth(document: Document, id: str) -> int:
    """In how many groups a node is."""
    found, group = 0, document.nodes[id].group
    while group is not None and group in document.nodes:
        found, group = found + 1, document.nodes[group].group
    return found


def inside(document: Document, id: str) -> list[str]:
    """All nodes in a group, those in its groups too."""
    found, waiting = [], [*document.indexes.members(id)]
    while waiting:
        member = waiting.pop()
        found.append(member)
        waiting.extend(document.indexes.members(member))
    return found
