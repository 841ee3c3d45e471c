"""Lines of one kind that run on together to the same end: their word stands once, where all of them run."""

from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.geometry import Point, polyline_length

Line = Sequence[Point]
Rank = tuple[float, str]


class Trunks:
    """The words by which lines could share one, and which of them does: the first says it on the trunk, others nothing.

    has_room: whether the word of a line fits on a stretch.
    """

    def __init__(self, has_room: Callable[[str, Point, Point], bool]) -> None:
        self._has_room = has_room
        self._keys: dict[str, Hashable] = {}
        self._alike: dict[Hashable, dict[str, _Member]] = {}
        self._changed: set[Hashable] = set()
        self._shared: dict[str, tuple[Point, ...]] = {}

    def note(self, id: str, says: Hashable, rank: Rank, line: Line) -> None:
        """A line and what is written on it; None of a line that shares its word with none."""
        key = None if says is None else (says, line[-1])
        before = self._keys.get(id)
        if before is not None and before != key:
            self.forget(id)
        if key is None:
            return
        member = _Member(rank, tuple(line))
        members = self._alike.setdefault(key, {})
        if members.get(id) != member:
            self._keys[id], members[id] = key, member
            self._changed.add(key)

    def forget(self, id: str) -> None:
        key = self._keys.pop(id, None)
        if key is not None:
            del self._alike[key][id]
            self._changed.add(key)
            self._shared.pop(id, None)

    def regroup(self) -> set[str]:
        """After changes: the lines of which the word stands on another part of the line now, or no longer, or again."""
        changed: set[str] = set()
        for key in self._changed:
            members = self._alike[key]
            found = self._grouped(members) if len(members) > 1 else {}
            changed |= {id for id in members if self._shared.get(id) != found.get(id)}
            for id in members:
                self._shared.pop(id, None)
            self._shared.update(found)
            if not members:
                del self._alike[key]
        self._changed.clear()
        return changed

    def is_silent(self, id: str) -> bool:
        """Whether another line says it for this one too."""
        return self._shared.get(id) == ()

    def trunk(self, id: str) -> tuple[Point, ...] | None:
        """The part of a line on which its word stands for others too; None where it stands for itself."""
        return self._shared.get(id)

    def _grouped(self, members: "dict[str, _Member]") -> dict[str, tuple[Point, ...]]:
        found: dict[str, tuple[Point, ...]] = {}
        waiting = sorted(members, key=lambda id: members[id].rank)
        while waiting:
            first, *rest = waiting
            shared = {id: together(members[first].line, members[id].line) for id in rest}
            silent = [id for id in rest if self._fits(first, shared[id])]
            if silent:
                found[first] = min((shared[id] for id in silent), key=polyline_length)
                found.update(dict.fromkeys(silent, ()))
            waiting = [id for id in rest if id not in found]
        return found

    def _fits(self, id: str, line: Line) -> bool:
        return any(self._has_room(id, one, other) for one, other in pairwise(line))


class _Member(NamedTuple):
    rank: Rank
    line: tuple[Point, ...]


def together(one: Line, other: Line) -> tuple[Point, ...]:
    """The part at their ends that two lines share; empty where there is none."""
    if one[-1] != other[-1]:
        return ()
    found = [one[-1]]
    for a, b in zip(one[-2::-1], other[-2::-1], strict=False):
        if a != b:
            found += _overlap(found[-1], a, b)
            break
        found.append(a)
    return tuple(found[::-1]) if len(found) > 1 else ()


def _overlap(start: Point, a: Point, b: Point) -> list[Point]:
    """The end of the shorter of two stretches from one point, where they go level or upright the same way."""
    level = a.y == b.y == start.y and (a.x > start.x) == (b.x > start.x)
    upright = a.x == b.x == start.x and (a.y > start.y) == (b.y > start.y)
    return [min(a, b, key=start.distance_to)] if level or upright else []
