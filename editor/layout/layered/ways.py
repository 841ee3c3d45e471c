"""By which places across the page every line comes down through the rows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.layout.layered.parts import Parts
from editor.layout.layered.passing import Passage, passages
from editor.layout.layered.ranking import Rows
from editor.layout.layered.spans import frame_spans, span_of
from editor.layout.layered.straightening import ALMOST_PX
from editor.layout.layered.web import Link
from editor.layout.shapes import Spacing


class Way(NamedTuple):
    """first: the row of its upper end.  xs: where it runs from there, row by row, to its lower end."""

    link: Link
    first: int
    xs: Sequence[float]


def ways(parts: Parts, rows: Rows, spacing: Spacing) -> list[Way]:
    """One for every line between boxes of different rows; what Graphviz has turned round counts as it stands.

    A line that would step aside by almost nothing runs straight, and leaves its upper box beside the middle.
    """
    rank = {part: row for row, those in enumerate(rows.parts) for part in those}
    links = [link for link in (_downward(link, parts, rank) for link in parts.links) if link is not None]
    joints = parts.joints()
    ends = {link.edge: (_end(link.upper, parts, rows), _end(link.lower, parts, rows)) for link in links}
    passing = _passing(parts, rows, spacing, {joints[link.edge].edge: link for link in links[::-1]}, ends)
    found = []
    for link in links:
        start, end = ends[link.edge]
        passed = passing.get(joints[link.edge].edge, {})
        xs = [start, *(passed[row] for row in sorted(passed)), end]
        if parts.of[link.upper] == link.upper and 0.0 < abs(xs[1] - start) < ALMOST_PX:
            xs[0] = xs[1]
        found.append(Way(link, rank[parts.of[link.upper]], xs))
    return found


def _downward(link: Link, parts: Parts, rank: Mapping[str, int]) -> Link | None:
    upper, lower = rank[parts.of[link.upper]], rank[parts.of[link.lower]]
    if upper == lower:
        return None
    return link if upper < lower else link.turned()


def _end(id: str, parts: Parts, rows: Rows) -> float:
    """The middle of a box, or the rail beside it in its stack."""
    part = parts.of[id]
    stack = parts.stacks.get(part)
    return rows.x[part] + (stack.rails[id] - stack.size[0] / 2 if stack is not None else 0.0)


def _passing(
    parts: Parts,
    rows: Rows,
    spacing: Spacing,
    links: Mapping[str, Link],
    ends: Mapping[str, tuple[float, float]],
) -> dict[str, dict[int, float]]:
    """Where those that pass rows do so; clear of boxes, and of frames that neither end stands in."""
    frames = frame_spans(parts, rows, spacing)
    wanted, taken = [], {}
    for edge, link in links.items():
        asked = rows.passing[edge]
        if asked:
            wanted.append(Passage(edge, asked, *ends[link.edge]))
            own = {*parts.around(parts.of[link.upper]), *parts.around(parts.of[link.lower])}
            taken[edge] = {
                row: [
                    *(span_of(part, parts, rows) for part in rows.parts[row]),
                    *(span for frame, (among, span) in frames.items() if row in among and frame not in own),
                ]
                for row in asked
            }
    return passages(wanted, taken)
