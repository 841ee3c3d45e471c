"""What is in the way of a place moves aside, and what it is moved into in its turn."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from editor.geometry import Rect, bounds_of
from editor.model.collapsing import hidden_by_branches
from editor.model.document import Document
from editor.model.moving import anchors_of, moved_exactly, with_members
from editor.model.places import GROUP_MARGIN_PX, grow_groups
from editor.model.records import Edge
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.routing import ways
from editor.routing.spatial import SpatialIndex

NEAR_PX = 4.0
"""Boxes that come closer than this are in each other's way."""
MOST_PUSHES = 2_000
"""Where so many branches had to move, the rest stays as it is: a layout is what helps then."""
Direction = Literal["left", "right", "down"]


class Taken(NamedTuple):
    """A rectangle that is to be free of others.

    path: the nodes above what stands there, and itself.  direction: where others go; None for the shortest way.
    id: what stands there, where it may have to move itself.  was: a frame as it
    was before it grew; others may stand in it.
    """

    rect: Rect
    path: frozenset[str]
    direction: Direction | None = None
    id: str | None = None
    was: Rect | None = None


class Pushing:
    """For one step: who stands where is read as it is written, the structure as it is at the beginning.

    What is not shown, in a collapsed branch or a folded group, is in nobody's way.
    """

    def __init__(self, document: Document, step: Transaction, vocabulary: Vocabulary) -> None:
        self.document, self._step = document, step
        self.structure = structure_of(document, vocabulary)
        self.hidden = hidden_ids(document, vocabulary)
        self._kept = SpatialIndex()
        """The places that nothing may move into."""
        self._straight: set[str] = set()
        """The lines without corners that ran upright or level before anything was moved."""
        self._ranks: dict[str, int] = {}
        self._moved: dict[str, Taken] = {}

    def clear(self, taken: Sequence[Taken], gap: float) -> None:
        """Move every branch aside that stands in one of these places, and what that is moved into in its turn."""
        for number, one in enumerate(taken):
            if one.was is None:
                self._kept.put(str(number), one.rect)
        waiting, pushes = deque(taken), 0
        while waiting and pushes < MOST_PUSHES:
            one = waiting.popleft()
            if one.id is not None:
                one = one._replace(rect=self.rect(one.id))
            weaker, stronger = self._in_the_way(one)
            waiting += stronger
            if weaker:
                waiting.appendleft(one)  # there may be more in its way
                waiting += self._push(one, weaker[0], gap)
                pushes += 1
        self._bend()

    def _in_the_way(self, taken: Taken) -> tuple[list[str], list[Taken]]:
        """What stands in a place and can be moved; and what was moved before it, and pushes it in its turn.

        Who was moved first is the stronger, so that two never push each other on and on.
        """
        near, nodes = taken.rect.grown(NEAR_PX), self.document.nodes
        found = self.document.indexes.boxes.touching(near) - taken.path
        able = (id for id in found if id not in self.hidden and not nodes[id].pinned and self.rect(id).overlaps(near))
        ordered = sorted(able, key=self._place)
        own = self._rank(taken.id)
        weaker = [id for id in ordered if self._rank(id) > own or id not in self._moved]
        return weaker, [self._moved[id] for id in ordered if id not in weaker]

    def _place(self, id: str) -> tuple[float, float, str]:
        rect = self.rect(id)
        return rect.y, rect.x, id

    def _rank(self, id: str | None) -> int:
        return self._ranks.get(id, -1) if id is not None else -1

    def _push(self, taken: Taken, id: str, gap: float) -> list[Taken]:
        """Move what stands in a place out of it; returns the places that it has now.

        To the side the whole branch moves that it belongs to, down it moves with what is below it.
        """
        direction = taken.direction or _shortest(taken, self.rect(id))
        top = id if direction == "down" else self._top_beside(id, taken.path)
        nodes = self.document.nodes
        own = self._rank(taken.id)
        branch = {one for one in self.structure.branch(top) if one in nodes and not nodes[one].pinned}
        branch = {one for one in branch if one not in self._ranks or self._ranks[one] > own}
        by = max(_distance(taken.rect, self.rect(id), direction, gap), 1.0)
        by = self._beyond_walls(branch, direction, by, gap)
        self._note_straight(branch)
        self._step.put(*moved_exactly(self.document, branch, *_vector(direction, by)))
        shown = sorted(
            (one for one in branch if one not in self.hidden and nodes[one].box is not None), key=self._place
        )
        frames = self._grown(shown, branch)
        moved = [Taken(self.rect(one), self.path(one), direction, one) for one in shown] + frames
        for one in moved:
            assert one.id is not None
            self._ranks.setdefault(one.id, len(self._ranks))
            self._moved[one.id] = one
        return moved

    def _note_straight(self, branch: Iterable[str]) -> None:
        for id in {edge for node in branch for edge in self.document.indexes.edges_at(node)} - self._straight:
            edge = self.document.edges[id]
            if edge.kind is not None and not edge.bends and self._is_straight(edge):
                self._straight.add(id)

    def _bend(self) -> None:
        """Lines that ran straight and would run aslant now get corners, as if they were drawn anew."""
        for id in sorted(self._straight):
            edge = self.document.edges[id]
            ends = anchors_of(self.document, edge)
            if ends is not None and not edge.bends and not self._is_straight(edge):
                self._step.update(id, bends=ways.between(*ends))

    def _is_straight(self, edge: Edge) -> bool:
        ends = anchors_of(self.document, edge)
        if ends is None:
            return False
        one, other = (end.centre for end in ends)
        return abs(one.x - other.x) < 1.0 or abs(one.y - other.y) < 1.0

    def _grown(self, ids: Iterable[str], branch: Collection[str]) -> list[Taken]:
        """Let the frames around boxes that have moved hold them; returns those that have grown."""
        nodes = self.document.nodes
        holders = {id: group for id in ids if (group := nodes[id].group) is not None and group not in branch}
        before = {frame: self.box(frame) for group in holders.values() for frame in self.path(group)}
        for id in holders:
            grow_groups(self.document, self._step, id)
        grown = ((frame, box) for frame, box in before.items() if box is not None and self.box(frame) != box)
        return [self.frame(frame, box) for frame, box in grown]

    def frame(self, id: str, was: Rect) -> Taken:
        inside = frozenset(self.structure.branch(id))
        return Taken(self.rect(id), self.path(id) | inside, id=id, was=was)

    def _top_beside(self, id: str, path: frozenset[str]) -> str:
        """The uppermost node above a box that isn't above the place as well."""
        top, above = id, self.structure.parent.get(id)
        while above is not None and above not in path:
            top, above = above, self.structure.parent.get(above)
        return top

    # pinned boxes

    def _walls(self, rect: Rect, without: Collection[str] = ()) -> list[Rect]:
        nodes, near = self.document.nodes, rect.grown(NEAR_PX)
        found = self.document.indexes.boxes.touching(near) - set(without)
        pinned = [id for id in found if nodes[id].pinned and not nodes[id].is_group and id not in self.hidden]
        walls = [*map(self.rect, pinned), *(self._kept.rect(id) for id in self._kept.touching(near))]
        return [wall for wall in walls if wall.overlaps(near)]

    def past_walls(self, place: Rect, direction: Direction, gap: float, path: Collection[str]) -> Rect:
        """Past pinned boxes, and past those above it, which stay as well."""
        above = [box for id in path if not self.document.nodes[id].is_group and (box := self.box(id)) is not None]
        while walls := self._walls(place) + [box for box in above if box.overlaps(place.grown(NEAR_PX))]:
            by = max(_distance(wall, place, direction, gap) for wall in walls)
            place = place.moved(*_vector(direction, max(by, 1.0)))
        return place

    def _beyond_walls(self, branch: Collection[str], direction: Direction, by: float, gap: float) -> float:
        """As far as needed, and on past pinned boxes that would stand in the way there."""
        boxes = [box for id in branch if id not in self.hidden and (box := self.box(id)) is not None]
        for _ in range(MOST_PUSHES):
            there = [box.moved(*_vector(direction, by)) for box in boxes]
            more = [_distance(wall, rect, direction, gap) for rect in there for wall in self._walls(rect, branch)]
            if not more:
                break
            by += max(*more, 1.0) if len(more) > 1 else max(more[0], 1.0)
        return by

    # what is known of a node

    def frames(self, place: Rect, group: str | None, path: frozenset[str]) -> list[Taken]:
        """The frames that will have to grow around a place, as large as they will be."""
        found = []
        while group is not None:
            box = self.box(group)
            if box is not None and not box.encloses(place):
                place = box.united(place.grown(GROUP_MARGIN_PX))
                found.append(Taken(place, path | set(self.structure.branch(group)), was=box))
            group = self.document.nodes[group].group
        return found

    def path(self, id: str | None) -> frozenset[str]:
        found = set()
        while id is not None:
            found.add(id)
            group = self.document.nodes[id].group
            while group is not None and group not in found:
                found.add(group)
                group = self.document.nodes[group].group
            id = self.structure.parent.get(id)
        return frozenset(found)

    def box(self, id: str) -> Rect | None:
        return self.document.nodes[id].box

    def rect(self, id: str) -> Rect:
        return self.document.indexes.boxes.rect(id)

    def area(self, id: str) -> Rect | None:
        """Around a node and all below it that is shown."""
        branch = (one for one in self.structure.branch(id) if one not in self.hidden)
        return bounds_of(box for one in branch if (box := self.box(one)) is not None)


def hidden_ids(document: Document, vocabulary: Vocabulary) -> set[str]:
    """The nodes that are not shown: below a collapsed one, or inside a folded group."""
    found = set(hidden_by_branches(document, vocabulary)) if document.indexes.collapsed else set()
    folded = [id for id, node in document.nodes.items() if node.folded]
    return found | with_members(document, folded).difference(folded) if folded else found


def _distance(taken: Rect, other: Rect, direction: Direction, gap: float) -> float:
    """How far another box must go to stand at a gap from a place."""
    ways: Mapping[Direction, float] = {
        "right": taken.right + gap - other.x,
        "left": other.right + gap - taken.x,
        "down": taken.bottom + gap - other.y,
    }
    return ways[direction]


def _shortest(taken: Taken, other: Rect) -> Direction:
    """Out of a place without passing it: to the side for what stands at its side, else down."""
    left = taken.was.x if taken.was is not None else taken.rect.centre.x
    right = taken.was.right if taken.was is not None else taken.rect.centre.x
    if other.x >= right:
        return "right"
    return "left" if other.right <= left else "down"


def _vector(direction: Direction, by: float) -> tuple[float, float]:
    return {"right": (by, 0.0), "left": (-by, 0.0), "down": (0.0, by)}[direction]
