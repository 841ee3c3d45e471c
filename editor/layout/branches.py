"""The tree to be laid out: what hangs under which box, and what stands inside which group; folded away is left out."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from editor.model.document import Document
from editor.model.structure import Structure


class Branches:
    """Boxes that are shown, by the box they hang under and by the open group in which they are the tops.

    order: parents and groups before what hangs under or stands in them.
    cut: those that hang under none here, though they do in the document.
    hanging: whether boxes of the top level hang under each other; where not, each is a branch of its own.
    spilled: by group, what hangs under its members but stands outside of it, by the member: drawn below the frame.
    beside: by box, those that stand at its side; they hang under none.
    joint: the frames of shared leadership, whose members need room for words between them.
    """

    def __init__(
        self,
        document: Document,
        structure: Structure,
        hanging: bool = True,
        beside: Mapping[str, list[str]] = MappingProxyType({}),
        cut: Collection[str] = (),
    ) -> None:
        nodes = document.nodes
        self.beside = beside
        aside = {id for ids in beside.values() for id in ids}
        apart = aside.union(cut)
        self.below: dict[str, list[str]] = {}
        self.inside: dict[str, list[str]] = {}
        self.order: list[str] = []
        self.spilled: dict[str, dict[str, list[str]]] = {}
        self.joint = {id for id, node in nodes.items() if node.is_group and node.kind == "shared_leadership"}
        self.roots = [id for id in (*structure.roots, *cut) if id not in aside]
        if not hanging:
            top = [id for id, node in nodes.items() if node.group is None]
            self.roots = sorted(top, key=lambda id: nodes[id].order)
        waiting = self.roots[::-1]
        while waiting:
            id = waiting.pop()
            self.order.append(id)
            self.order += beside.get(id, ())
            children = [child for child in structure.children.get(id, ()) if child not in apart]
            if not children:
                continue
            group = nodes[id].group
            below = [child for child in children if nodes[child].group == group]
            waiting.extend(reversed(self._spill(id, children, document) if hanging else []))
            if group is None and not hanging:
                below = []
            elif below:
                self.below[id] = below
            inside = [child for child in children if nodes[child].group == id]
            if inside and not nodes[id].folded:
                self.inside[id] = inside
                waiting.extend(reversed(self.inside[id]))
            elif inside and hanging:
                waiting.extend(reversed(self._spill_hidden(id, structure, document)))
            waiting.extend(reversed(below))

    def _spill(self, id: str, children: Iterable[str], document: Document) -> list[str]:
        """Note what stands outside the group of its parent: below the group around that one which it stands beside."""
        nodes = document.nodes
        found = [child for child in children if nodes[child].group not in (id, nodes[id].group)]
        for child in found:
            frame = nodes[id].group
            while frame is not None and nodes[frame].group != nodes[child].group:
                frame = nodes[frame].group
            if frame is not None:
                self.spilled.setdefault(frame, {}).setdefault(id, []).append(child)
        return found

    def _spill_hidden(self, group: str, structure: Structure, document: Document) -> list[str]:
        """What hangs under the hidden members of a folded group hangs under the group."""
        nodes = document.nodes
        hidden = [id for id in structure.branch(group) if id != group]
        found = [id for id in hidden if nodes[id].group == nodes[group].group and structure.parent[id] != group]
        tops = [id for id in found if structure.parent[id] not in found]
        if tops:
            self.below.setdefault(group, []).extend(tops)
        return tops

    def tops(self) -> dict[str, str]:
        """For every box the root of the branch that it belongs to."""
        found = {root: root for root in self.roots}
        for id in self.order:
            for child in self.under(id):
                found[child] = found[id]
        return found

    def under(self, id: str) -> Iterable[str]:
        """Everything directly below or inside a box."""
        yield from self.beside.get(id, ())
        yield from self.below.get(id, ())
        yield from self.inside.get(id, ())
        for children in self.spilled.get(id, {}).values():
            yield from children
