"""Where lines that pass rows run between the boxes: as straight as they can, clear of boxes and of each other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.layout.layered.spans import Span

CLEAR_PX, APART_PX = 10.0, 12.0
"""From a line to the boxes beside it, and to other lines that pass there."""


class Passage(NamedTuple):
    """A line that passes rows. `asked`: by row, from above, where Graphviz has it.

    upper, lower: where it leaves its upper and comes to its lower end, which it rather passes in line with.
    """

    line: str
    asked: Mapping[int, float]
    upper: float
    lower: float


Taken = Mapping[str, Mapping[int, Sequence[Span]]]
"""By line and row, the boxes and foreign frames there."""


def passages(wanted: Sequence[Passage], taken: Taken) -> dict[str, dict[int, float]]:
    """By line and row; those that pass most rows choose first."""
    found: dict[str, dict[int, float]] = {}
    there: dict[int, list[tuple[float, float]]] = {}
    for passage in sorted(wanted, key=lambda passage: (-len(passage.asked), passage.line)):
        rooms = {
            row: _room(x, taken[passage.line].get(row, ()), there.get(row, ())) for row, x in passage.asked.items()
        }
        found[passage.line] = _straight(passage, rooms)
        for row, x in found[passage.line].items():
            there.setdefault(row, []).append((passage.asked[row], x))
    return found


def _room(x: float, spans: Sequence[Span], lines: Sequence[tuple[float, float]]) -> Span:
    """How far a line may go from there to either side: up to the next box, and to lines that are to stay beside it."""
    left = max([span.right + CLEAR_PX for span in spans if (span.left + span.right) / 2 < x], default=x - 1e6)
    right = min([span.left - CLEAR_PX for span in spans if (span.left + span.right) / 2 >= x], default=x + 1e6)
    near = max([set_at + APART_PX for asked, set_at in lines if asked <= x and set_at + APART_PX > left], default=left)
    far = min([set_at - APART_PX for asked, set_at in lines if asked > x and set_at - APART_PX < right], default=right)
    if near <= far:
        left, right = near, far
    return Span(left, right) if left <= right else Span((left + right) / 2, (left + right) / 2)


def _straight(passage: Passage, rooms: Mapping[int, Span]) -> dict[int, float]:
    """Few turns: from above, each upright stretch goes as far down as rooms allow, in line with an end where it can."""
    rows = sorted(rooms)
    found: dict[int, float] = {}
    start = 0
    while start < len(rows):
        left, right = rooms[rows[start]]
        stop = start + 1
        while stop < len(rows) and max(left, rooms[rows[stop]].left) <= min(right, rooms[rows[stop]].right):
            left, right = max(left, rooms[rows[stop]].left), min(right, rooms[rows[stop]].right)
            stop += 1
        run = rows[start:stop]
        ends = [passage.lower] if stop == len(rows) else []
        ends += [passage.upper] if start == 0 else [found[rows[start - 1]]]
        middle = sum(passage.asked[row] for row in run) / len(run)
        x = next((end for end in ends if left <= end <= right), min(max(middle, left), right))
        found.update(dict.fromkeys(run, x))
        start = stop
    return found
