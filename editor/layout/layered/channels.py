"""Between two rows: at which heights lines run across, so that lines of different boxes are never one on the other."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

TRACK_PX = 10.0
"""Between lines that run across one above the other."""
NEAR_PX = 6.0
"""Upright lines closer than this look like one."""
BESIDE_PX = 14.0
"""Between the ends of lines at the same height."""
CONFUSED = 8
"""How many crossings it counts for that lines of different boxes run one on the other."""


class Crossover(NamedTuple):
    """A line that comes from above at one place and leaves below at another.

    source, target: what it shares a trunk with others of, where it begins above or ends below this channel; else None.
    """

    line: str
    top: float
    bottom: float
    source: Hashable | None
    target: Hashable | None


class Tracks(NamedTuple):
    """By line the track that it runs across on, counted from above; `many`: how many there are."""

    track: Mapping[str, int]
    many: int


class _Net(NamedTuple):
    """Lines on one trunk."""

    members: tuple[Crossover, ...]

    @property
    def left(self) -> float:
        return min(min(line.top, line.bottom) for line in self.members)

    @property
    def right(self) -> float:
        return max(max(line.top, line.bottom) for line in self.members)


def tracks(lines: Sequence[Crossover]) -> Tracks:
    """Lines of one box share a trunk; trunks that meet across the page run at different heights."""
    nets = _ordered(_nets([line for line in lines if line.top != line.bottom]))
    level: list[int] = []
    for place, net in enumerate(nets):
        met = [level[other] for other in range(place) if _meet(nets[other], net)]
        level.append(max(met, default=-1) + 1)
    found = {line.line: height for net, height in zip(nets, level, strict=True) for line in net.members}
    return Tracks(found, max(level, default=-1) + 1)


def _nets(lines: Sequence[Crossover]) -> list[_Net]:
    """Trunks by the box above or below that has the most lines; one line each where boxes share none."""
    waiting = {line.line: line for line in lines}
    found = []
    while waiting:
        stars: dict[Hashable, list[Crossover]] = {}
        for line in waiting.values():
            for end in (("above", line.source), ("below", line.target)):
                if end[1] is not None:
                    stars.setdefault(end, []).append(line)
        star = max(stars.values(), key=len, default=[])
        if len(star) < 2:
            break
        found.append(_Net(tuple(star)))
        for line in star:
            del waiting[line.line]
    return [*found, *(_Net((line,)) for line in waiting.values())]


def _meet(one: _Net, other: _Net) -> bool:
    return one.left < other.right + BESIDE_PX and other.left < one.right + BESIDE_PX


def _ordered(nets: Sequence[_Net]) -> list[_Net]:
    """From above, so that few cross and none runs on another: the one that has the most to gain from it comes first."""
    cost = {
        (one, other): _crossings(nets[one], nets[other])
        for one in range(len(nets))
        for other in range(len(nets))
        if one != other and _meet(nets[one], nets[other])
    }
    left = list(range(len(nets)))
    order = []
    while left:
        best = min(left, key=lambda one: sum(cost.get((one, o), 0) - cost.get((o, one), 0) for o in left if o != one))
        left.remove(best)
        order.append(best)
    return [nets[place] for place in order]


def _crossings(upper: _Net, lower: _Net) -> int:
    """How often lines of the two cross when the one runs above the other."""
    down = sum(lower.left < line.bottom < lower.right for line in upper.members)
    up = sum(upper.left < line.top < upper.right for line in lower.members)
    return down + up + CONFUSED * _confused(upper, lower)


def _confused(upper: _Net, lower: _Net) -> int:
    """How often an upright part of the one runs on one of the other: below the upper trunk and above the lower."""
    return sum(
        abs(line.bottom - other.top) < NEAR_PX and not _related(line, other)
        for line in upper.members
        for other in lower.members
    )


def _related(one: Crossover, other: Crossover) -> bool:
    return (one.source is not None and one.source == other.source) or (
        one.target is not None and one.target == other.target
    )
