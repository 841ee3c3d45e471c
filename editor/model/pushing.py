"""What is in the way of a place moves aside, and what it is moved into in its turn."""

import itertools
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from editor.geometry import Rect, bounds_of
from editor.model.apart import Spacing, nearest
from editor.model.collapsing import hidden_by_branches
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.moving import anchors_of, moved_exactly, with_members
from editor.model.parting import Parting, frames_around
from editor.model.places import GROUP_MARGIN_PX, grow_groups
from editor.model.records import Edge
from editor.model.structure import Structure, structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary
from editor.routing import ways
from editor.routing.spatial import SpatialIndex

NEAR_PX = 4.0
"""Boxes that come closer than this are in each other's way."""
MOST_PUSHES = 2_000
"""Where so many branches had to move, the rest stays as it is: a layout is what helps then."""
MOST_ASKED = 400
"""Of how many boxes at most it is asked in which direction the chart runs."""
BESIDE_PX = 64.0
"""How far from a box one may stand that is said to stand at its side."""
ASIDE_PX = 400.0
"""How far aside a new box rather goes to a place where nothing stands than that others move."""
Direction = Literal["left", "right", "down", "up"]


class Taken(NamedTuple):
    """A rectangle that is to be free of others.

    path: the nodes above what stands there, and itself.  direction: where others go; None for the shortest way.
    id: what stands there, where it may have to move itself.  was: a frame as it was before it grew; others may stand in
    it.  top: the box at whose sides what moves to the side stands, if it isn't the middle of the place.
    """

    rect: Rect
    path: frozenset[str]
    direction: Direction | None = None
    id: str | None = None
    was: Rect | None = None
    top: Rect | None = None


class Pushing:
    """For one step: who stands where is read as it is written, the structure as it is at the beginning.

    What is not shown, in a collapsed branch or a folded group, is in nobody's way.
    """

    def __init__(self, document: Document, step: Transaction, vocabulary: Vocabulary) -> None:
        self.document, self._step, self._vocabulary = document, step, vocabulary
        self.structure = structure_of(document, vocabulary)
        self._fixed = fixed(document)
        self.hidden = hidden_ids(document, vocabulary)
        self._kept = SpatialIndex()
        """The places that nothing may move into."""
        self._straight: set[str] = set()
        """The lines without corners that ran upright or level before anything was moved."""
        self._ranks: dict[str, int] = {}
        self._moved: dict[str, Taken] = {}
        self._before: dict[str, Rect | None] = {}
        """Where all that was put elsewhere or has grown was."""
        self._pushed: set[str] = set()

    @cached_property
    def growth(self) -> Direction:
        """The direction in which the chart runs, as most of its boxes stand."""
        return _growth(self.structure, self.document)

    @cached_property
    def _standing(self) -> Structure:
        """Who moves with whom; found out when the first one is pushed."""
        return _as_they_stand(self.document, self.structure, self._vocabulary)

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
        near = taken.rect.grown(NEAR_PX)
        found = self.document.indexes.boxes.touching(near) - taken.path
        able = (id for id in found if id not in self.hidden | self._fixed and self.rect(id).overlaps(near))
        ordered = sorted(able, key=lambda id: (-self._depth(taken, id), *self._place(id)))
        own = self._rank(taken.id)
        weaker = [id for id in ordered if self._rank(id) > own or id not in self._moved]
        return weaker, [self._moved[id] for id in ordered if id not in weaker]

    def _depth(self, taken: Taken, id: str) -> float:
        """How far a box must go: of those in one direction the nearest first, which then pushes the others."""
        rect = self.rect(id)
        return _distance(taken.rect, rect, taken.direction or self._shortest(taken, rect), 0.0)

    def _shortest(self, taken: Taken, other: Rect) -> Direction:
        """Out of a place without passing it: to the side for what stands at its side, else on."""
        inner = taken.was or taken.top or Rect(*taken.rect.centre, 0.0, 0.0)
        if self.growth in ("down", "up"):
            sides: tuple[Direction, ...] = ("right",) if other.x >= inner.right else ()
            sides += ("left",) if other.right <= inner.x else ()
        else:
            sides = ("down",) if other.y >= inner.bottom else ()
            sides += ("up",) if other.bottom <= inner.y else ()
        return sides[0] if sides else self.growth

    def _place(self, id: str) -> tuple[float, float, str]:
        rect = self.rect(id)
        return rect.y, rect.x, id

    def _rank(self, id: str | None) -> int:
        return self._ranks.get(id, -1) if id is not None else -1

    def _push(self, taken: Taken, id: str, gap: float) -> list[Taken]:
        """Move what stands in a place out of it; returns the places that it has now.

        To the side the whole branch moves that it belongs to; on, as the chart runs, it moves with what is below it.
        """
        direction = taken.direction or self._shortest(taken, self.rect(id))
        top = id if direction == self.growth else self._top_beside(id, taken.path)
        nodes = self.document.nodes
        own = self._rank(taken.id)
        branch = {one for one in self._standing.branch(top) if one in nodes and one not in self._fixed}
        branch = {one for one in branch if one not in self._ranks or self._ranks[one] > own}
        branch = {one for one in branch if one == id or not self._is_held(one, taken.path)}
        by = max(_distance(taken.rect, self.rect(id), direction, gap), 1.0)
        by = self._beyond_walls(branch | self.path(top), branch, direction, by, gap)
        self._note_straight(branch)
        self._note_places(branch)
        self._step.put(*moved_exactly(self.document, branch, *_vector(direction, by)))
        shown = sorted(
            (one for one in branch if one not in self.hidden and nodes[one].box is not None), key=self._place
        )
        frames = self._grown(shown, branch)
        moved = [Taken(self.rect(one), self._own(one), direction, one) for one in shown] + frames
        for one in moved:
            assert one.id is not None
            self._ranks.setdefault(one.id, len(self._ranks))
            self._moved[one.id] = one
        return moved

    def _is_held(self, id: str, path: Collection[str]) -> bool:
        """Whether it stands in a frame that can't move, which would be torn apart by what doesn't stand in it."""
        nodes, group = self.document.nodes, self.document.nodes[id].group
        while group is not None:
            if group in self._fixed and group not in path:
                return True
            group = nodes[group].group
        return False

    def part(self, stays: Collection[str], gap: float, place: Rect | None = None, group: str | None = None) -> None:
        """Put what still lies on something else beside it, as `Parting.part` says."""
        stays = {id for id in stays if not self.document.nodes[id].is_group}
        spacing = Spacing(gap, GROUP_MARGIN_PX, _vector(self.growth, 1.0))
        parting = Parting(self.document, self._step, self.hidden, self._before, self._pushed)
        parting.part(stays, spacing, place, group)

    def grow(self, boxes: Mapping[str, Rect | None]) -> None:
        """Let the frames around boxes hold them that were put somewhere; here is where they were before."""
        self._before.update(boxes)
        self._pushed.difference_update(boxes)
        nodes = self.document.nodes
        for id in boxes:
            if nodes[id].group not in boxes:
                self._note_places(self.path(nodes[id].group))
                grow_groups(self.document, self._step, id)

    def _note_places(self, ids: Iterable[str]) -> None:
        for id in ids:
            if id not in self._before:
                self._before[id] = self.box(id)
                self._pushed.add(id)

    def _note_straight(self, branch: Iterable[str]) -> None:
        for id in {edge for node in branch for edge in self.document.indexes.edges_at(node)} - self._straight:
            edge = self.document.edges[id]
            if edge.follows and not edge.bends and self._is_straight(edge):
                self._straight.add(id)

    def _bend(self) -> None:
        """Lines that ran straight and would run aslant now get corners, as if they were drawn anew."""
        for id in sorted(self._straight):
            edge = self.document.edges[id]
            ends = anchors_of(self.document, edge)
            if ends is not None:
                self._step.update(id, bends=() if self._is_straight(edge) else ways.between(*ends))

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
        self._note_places(before)
        for id in holders:
            grow_groups(self.document, self._step, id)
        grown = ((frame, box) for frame, box in before.items() if box is not None and self.box(frame) != box)
        return [self.frame(frame, box) for frame, box in grown]

    def frame(self, id: str, was: Rect) -> Taken:
        return Taken(self.rect(id), self._own(id), id=id, was=was)

    def _own(self, id: str) -> frozenset[str]:
        """What a box never pushes: those above it, and what stands inside it or hangs there."""
        path = ways_up(self.document, self._standing, id)
        return path | frozenset(self._standing.branch(id)) if self.document.nodes[id].is_group else path

    def _top_beside(self, id: str, path: frozenset[str]) -> str:
        """The uppermost node above a box that isn't above the place as well."""
        top, above = id, self._standing.parent.get(id)
        while above is not None and above not in path:
            top, above = above, self._standing.parent.get(above)
        return top

    # pinned boxes

    def _walls(self, rect: Rect, without: Collection[str]) -> list[Rect]:
        """What gives no way near a place: pinned boxes, frames around them, and the places that were taken first."""
        near = rect.grown(NEAR_PX)
        found = (self.document.indexes.boxes.touching(near) & self._fixed) - self.hidden
        walls = [*(self.rect(id) for id in found if id not in without)]
        walls += [self._kept.rect(id) for id in self._kept.touching(near)]
        return [wall for wall in walls if wall.overlaps(near)]

    def past_walls(
        self, place: Rect, direction: Direction | None, gap: float, path: Collection[str], group: str | None = None
    ) -> tuple[Rect, Direction | None]:
        """Past pinned boxes, and past those above it, which stay as well; and where others go that stand there.

        Elsewhere, rather where nothing stands at all, if a frame would have to grow over what stays.
        group: the frame in which the place is.
        """
        found, onward = place, direction or self.growth
        while wall := self._wall(found, gap, path):
            by = _distance(wall, found, onward, gap)
            found = found.moved(*_vector(onward, max(by, 1.0)))
        if self._wall_of_frames(found, group, path) is None:
            return found, direction

        def wall_at(place: Rect) -> Rect | None:
            return self._wall(place, gap, path) or self._wall_of_frames(place, group, path)

        def anything_at(place: Rect) -> Rect | None:
            return wall_at(place) or self._anything(place, path)

        aside = nearest(place, anything_at, gap, _vector(self.growth, 1.0))
        if aside is None or aside.centre.distance_to(place.centre) > ASIDE_PX:
            aside = nearest(place, wall_at, gap, _vector(self.growth, 1.0))
        return (found, direction) if aside is None else (aside, None)

    def _anything(self, place: Rect, path: Collection[str]) -> Rect | None:
        near = place.grown(NEAR_PX)
        found = self.document.indexes.boxes.touching(near) - self.hidden - {*path}
        return max((rect for id in found if (rect := self.rect(id)).overlaps(near)), default=None)

    def _wall(self, place: Rect, gap: float, path: Collection[str]) -> Rect | None:
        """What stays and is in the way in a place."""
        nodes, near = self.document.nodes, place.grown(NEAR_PX)
        above = [box for id in path if not nodes[id].is_group and (box := self.box(id)) is not None]
        walls = self._walls(place, [id for id in path if nodes[id].is_group])
        return max([*walls, *(box for box in above if box.overlaps(near))], default=None)

    def _wall_of_frames(self, place: Rect, group: str | None, path: Collection[str]) -> Rect | None:
        """What stays and is in the way of a frame that has to grow around a place; with room for the frame around."""
        nodes = self.document.nodes
        stays = (self._fixed | {id for id in path if not nodes[id].is_group}) - self.hidden
        around = {id for id in path if nodes[id].is_group}
        for depth, (frame, rect) in enumerate(frames_around(self.document, place, group).items(), 1):
            was, inside = self.rect(frame), with_members(self.document, [frame])
            near = (self.document.indexes.boxes.touching(rect) & stays) - inside - around
            for id in sorted(near):
                wall = self.rect(id)
                if wall.overlaps(rect) and not wall.overlaps(was):
                    return wall.grown(GROUP_MARGIN_PX * depth)
        return None

    def _beyond_walls(
        self, own: Collection[str], branch: Collection[str], direction: Direction, by: float, gap: float
    ) -> float:
        """As far as needed, and on past what gives no way and would be in the way there, unless it is their own."""
        boxes = [box for id in branch if id not in self.hidden and (box := self.box(id)) is not None]
        for _ in range(MOST_PUSHES):
            there = [box.moved(*_vector(direction, by)) for box in boxes]
            more = [_distance(wall, rect, direction, gap) for rect in there for wall in self._walls(rect, own)]
            if not more:
                break
            by += max(*more, 1.0) if len(more) > 1 else max(more[0], 1.0)
        return by

    # what is known of a node

    def frames(self, place: Rect, group: str | None, path: frozenset[str]) -> list[Taken]:
        """The frames that will have to grow around a place, as large as they will be."""
        grown = frames_around(self.document, place, group)
        own = {id: path | set(self.structure.branch(id)) for id in grown}
        return [Taken(rect, own[id], was=self.box(id)) for id, rect in grown.items()]

    def path(self, id: str | None) -> frozenset[str]:
        return ways_up(self.document, self.structure, id)

    def box(self, id: str) -> Rect | None:
        return self.document.nodes[id].box

    def rect(self, id: str) -> Rect:
        return self.document.indexes.boxes.rect(id)

    def area(self, id: str) -> Rect | None:
        """Around a node and all below it that is shown."""
        branch = (one for one in self.structure.branch(id) if one not in self.hidden)
        return bounds_of(box for one in branch if (box := self.box(one)) is not None)


def ways_up(document: Document, structure: Structure, id: str | None) -> frozenset[str]:
    """A node, those above it, and the frames that these stand in."""
    found = set()
    while id is not None:
        found.add(id)
        group = document.nodes[id].group
        while group is not None and group not in found:
            found.add(group)
            group = document.nodes[group].group
        id = structure.parent.get(id)
    return frozenset(found)


def fixed(document: Document) -> frozenset[str]:
    """Pinned boxes, and the frames around them, which grow but don't move."""
    nodes, found = document.nodes, set[str]()
    for pinned in [id for id, node in nodes.items() if node.pinned]:
        one: str | None = pinned
        while one is not None and one not in found:
            found.add(one)
            one = nodes[one].group
    return frozenset(found)


def _as_they_stand(document: Document, structure: Structure, vocabulary: Vocabulary) -> Structure:
    """The structure, in which who stands at the side of a box hangs under that one, and moves with it."""
    beside = companions(document, structure, vocabulary)
    nodes, pairs = document.nodes, [(anchor, id) for anchor, ids in beside.items() for id in ids]
    moves = {
        id: anchor
        for anchor, id in pairs
        if structure.parent[id] != anchor and _is_near(nodes[anchor].box, nodes[id].box)
    }
    return structure.with_parents(moves) if moves else structure


def _is_near(one: Rect | None, other: Rect | None) -> bool:
    return one is not None and other is not None and one.grown(BESIDE_PX).overlaps(other)


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
        "up": other.bottom + gap - taken.y,
    }
    return ways[direction]


def _growth(structure: Structure, document: Document) -> Direction:
    """The direction from most boxes to those that hang under them; those that stand askew don't tell."""
    nodes = document.nodes
    found: Counter[Direction] = Counter({"down": 0})
    step = max(1, len(structure.parent) // MOST_ASKED)
    for id, parent in itertools.islice(structure.parent.items(), 0, None, step):
        above, box = nodes[parent].box if parent is not None else None, nodes[id].box
        if above is None or box is None:
            continue
        gaps: dict[Direction, float] = {
            "down": box.y - above.bottom,
            "right": box.x - above.right,
            "up": above.y - box.bottom,
            "left": above.x - box.right,
        }
        apart = [direction for direction, gap in gaps.items() if gap >= 0]
        if len(apart) == 1:
            found[apart[0]] += 1
    return max(found, key=lambda direction: found[direction])


def _vector(direction: Direction, by: float) -> tuple[float, float]:
    return {"right": (by, 0.0), "left": (-by, 0.0), "down": (0.0, by), "up": (0.0, -by)}[direction]
