"""Rows that each say one box, and the document that they make: whom each stands under, and a place for every box."""

import math
from collections.abc import Mapping, Sequence

import msgspec

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.places import GAP_PX, NEW_SIZE
from editor.model.records import Edge, Facts, Node

MOST_ROWS = 50_000
INDENT_PX = 120.0
"""More than half a box, so that a line runs down free from the middle of the upper box."""
FEWEST_IN_COLUMN = 12


class Row(msgspec.Struct, frozen=True):
    """A box to be: how deep it stands under the rows above, and what is said of it.

    parent: the name or key of the box it stands under, from a table.  key: what others call it besides its name.
    """

    name: str
    depth: int = 0
    kind: str | None = None
    parent: str = ""
    key: str = ""
    facts: Facts = Facts()
    attributes: Mapping[str, str] = {}


class Problem(msgspec.Struct, frozen=True):
    """Something about a row (counted from 0) that its reader should know, in both languages."""

    row: int
    text: Mapping[str, str]


def document_of(rows: Sequence[Row]) -> Document:
    """A box for every row, a line to each from the one above it."""
    parents, _ = parents_of(rows)
    boxes = _boxes(parents)
    nodes = [
        Node(f"n{number}", row.name, row.kind, box=box, order=number, facts=row.facts, attributes=row.attributes)
        for number, (row, box) in enumerate(zip(rows, boxes, strict=True))
    ]
    edges = [
        Edge(f"e{child}", f"n{parent}", f"n{child}", bends=_bend(boxes[parent], boxes[child]), order=child)
        for child, parent in enumerate(parents)
        if parent is not None
    ]
    return Document(nodes, edges)


def parents_of(rows: Sequence[Row]) -> tuple[list[int | None], list[Problem]]:
    """The number of the row that each stands under, and what was wrong; a circle is cut where it closes."""
    parents: list[int | None] = []
    above: list[int] = []
    numbers: dict[str, int] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        for called in {row.name.casefold(), row.key.casefold()} - {""}:
            numbers.setdefault(called, number)
        del above[row.depth :]
        parents.append(above[-1] if above else None)
        above.append(number)
    for number, row in enumerate(rows):
        if not row.parent:
            continue
        parent = numbers.get(row.parent.casefold())
        if parent is None:
            problems.append(_unknown(number, row))
        elif _is_below(parents, parent, number):
            problems.append(_circle(number, row))
        else:
            parents[number] = parent
    return parents, problems


def _is_below(parents: Sequence[int | None], lower: int, upper: int) -> bool:
    number: int | None = lower
    while number is not None and number != upper:
        number = parents[number]
    return number is not None


def _unknown(number: int, row: Row) -> Problem:
    return Problem(
        number,
        {
            "sv": f"”{row.name}” ska stå under ”{row.parent}”, som inte finns i tabellen. Rutan hamnar överst.",
            "en": f"“{row.name}” is to stand under “{row.parent}”, which is not in the table. The box goes to the top.",
        },
    )


def _circle(number: int, row: Row) -> Problem:
    return Problem(
        number,
        {
            "sv": f"”{row.name}” skulle hamna under sig själv genom ”{row.parent}”. Rutan hamnar överst.",
            "en": f"“{row.name}” would come under itself through “{row.parent}”. The box goes to the top.",
        },
    )


def _boxes(parents: Sequence[int | None]) -> list[Rect]:
    """Each box in a line of its own, indented under its parent; branches go into as many columns as look square."""
    children: dict[int | None, list[int]] = {}
    for number, parent in enumerate(parents):
        children.setdefault(parent, []).append(number)
    most = max(FEWEST_IN_COLUMN, round(1.9 * math.sqrt(len(parents))))
    places: dict[int, Rect] = {}
    left = right = 0.0
    line = 0
    waiting = [(0, root) for root in reversed(children.get(None, []))]
    while waiting:
        depth, number = waiting.pop()
        if not depth and line >= most:
            left, line = right + 2 * GAP_PX, 0
        places[number] = Rect(left + depth * INDENT_PX, line * (NEW_SIZE.y + GAP_PX), *NEW_SIZE)
        right, line = max(right, places[number].right), line + 1
        waiting.extend((depth + 1, child) for child in reversed(children.get(number, [])))
    return [places[number] for number in range(len(parents))]


def _bend(parent: Rect, child: Rect) -> tuple[Point, ...]:
    """Down from the middle of the parent and in from the side."""
    return (Point(parent.centre.x, child.centre.y),)
