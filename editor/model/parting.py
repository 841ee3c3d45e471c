"""After boxes were pushed: what lies on what stays, as pushing to one side alone can't help, is put beside it."""

from collections.abc import Collection, Iterable, Mapping

from editor.geometry import Rect
from editor.model.apart import Nest, Spacing, apart, on_each_other
from editor.model.document import Document
from editor.model.moving import put_boxes, with_members
from editor.model.places import GROUP_MARGIN_PX
from editor.model.transaction import Transaction

NEW = "\n"
"""A place for a box that isn't there yet. No box in a file has such an id."""
Boxes = dict[str, Rect]


class Parting:
    """hidden: what is in nobody's way.  before: of all that was moved or has grown, where it was; None for nowhere.

    pushed: those of them that were moved out of the way, and may as well stand where they were.
    """

    def __init__(
        self,
        document: Document,
        step: Transaction,
        hidden: Collection[str],
        before: Mapping[str, Rect | None],
        pushed: Collection[str],
    ) -> None:
        self._document, self._step, self._hidden = document, step, hidden
        self._before, self._pushed = before, pushed

    def part(
        self, stays: Collection[str], spacing: Spacing, place: Rect | None = None, group: str | None = None
    ) -> None:
        """Move what lies on something else now and didn't before.

        stays: what doesn't move, besides pinned boxes.  place: for a new box, in this group.
        """
        nodes, planned = self._document.nodes, Boxes()
        if place is not None:
            planned = {NEW: place, **frames_around(self._document, place, group)}
        moved = (id for id in self._before if id not in self._hidden)
        asked = {**{id: box for id in moved if (box := nodes[id].box) is not None}, **planned}
        if not self._lies_on_something(asked, group):
            return
        shown = {id: box for id, node in nodes.items() if (box := node.box) is not None and id not in self._hidden}
        back = {id: box for id, box in self._old(self._pushed).items() if id in shown}
        boxes = {**shown, **back, **planned}
        pinned = {id for id in shown if nodes[id].pinned}
        nest = Nest(self._groups(boxes, group), boxes.keys() & {*stays, NEW} | pinned)
        self._put({**back, **apart(nest, boxes, spacing, self._old(shown))})

    def _lies_on_something(self, asked: Mapping[str, Rect], group: str | None) -> bool:
        there = self._document.indexes.boxes
        near = {id for box in asked.values() for id in there.touching(box)}.difference(self._hidden)
        nest = Nest(self._groups({*near, *asked}, group), ())
        return any(on_each_other(nest, there, asked, self._old(near)))

    def _old(self, ids: Iterable[str]) -> Boxes:
        """Where these boxes were."""
        nodes, before = self._document.nodes, self._before
        places = ((id, before[id] if id in before else nodes[id].box) for id in ids)
        return {id: box for id, box in places if box is not None}

    def _groups(self, ids: Collection[str], group: str | None) -> dict[str, str | None]:
        """The frame of each, and of these frames."""
        found: dict[str, str | None] = {}
        for id in ids:
            one: str | None = id
            while one is not None and one not in found:
                found[one] = group if one == NEW else self._document.nodes[one].group
                one = found[one]
        return found

    def _put(self, found: Mapping[str, Rect]) -> None:
        """Boxes where they are now, with all that is inside of folded frames."""
        nodes, boxes = self._document.nodes, dict(found)
        for id, box in found.items():
            was = nodes[id].box
            if nodes[id].folded and was is not None:
                inside = with_members(self._document, [id]) - {id}
                there = {one: place for one in inside if (place := nodes[one].box) is not None}
                boxes.update({one: place.moved(box.x - was.x, box.y - was.y) for one, place in there.items()})
        put_boxes(self._document, self._step, boxes)


def frames_around(document: Document, place: Rect, group: str | None) -> Boxes:
    """The frames that will have to grow around a place, the innermost first, as large as they will be."""
    found = {}
    while group is not None:
        box = document.nodes[group].box
        if box is not None and not box.encloses(place):
            place = found[group] = box.united(place.grown(GROUP_MARGIN_PX))
        group = document.nodes[group].group
    return found
