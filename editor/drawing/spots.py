"""Where a word could stand on its line or beside it, the best place first."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.drawing.typography import Paragraph
from editor.geometry import Point, Rect, new
from editor.model.records import Along

SHOWING = 14.0
"""How much of a line should be seen at either side of its word, marks included."""
GAP = 3.0
"""Between a word that stands beside its line and the line."""
PLACES = (0.5, 0.3, 0.7, 0.15, 0.85)
"""Where on a stretch a word may stand, as a part of its length; the best first."""
MOST_STRETCHES = 12
RINGS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 17, 22, 28)
"""How far a word may stand from the middle of its line, in its own sizes; far away is better than on something."""
MOST_ALONG = 40


class Word(NamedTuple):
    """What is written on a line, its size with the pill behind it, and the corners of the line.

    joint: of a shared leadership, whose word stands above a level line instead of on it.
    marks: where the marks at its ends stand.  at: where its middle should stand, if the file says so.
    """

    paragraph: Paragraph
    width: float
    height: float
    line: Sequence[Point]
    joint: bool = False
    marks: tuple[Rect, ...] = ()
    at: Point | None = None


class Spot(NamedTuple):
    """The area of a word. `above`: it stands over a level line and needs no pill."""

    area: Rect
    above: bool = False


NOWHERE = Spot(Rect(0.0, 0.0, 0.0, 0.0))


def spots(word: Word) -> Iterator[Spot]:
    """Where a word could stand, the best first: where the file puts it, else on its line.

    Lines that meet share their last stretch, so an earlier stretch is better, if it shows at both sides of the word.
    """
    stretches = list(itertools.pairwise(word.line))[:MOST_STRETCHES]
    if not stretches:
        return
    if word.at is not None:
        yield _centred(word, *word.at)
    longest = max(stretches, key=lambda stretch: stretch[0].distance_to(stretch[1]))
    roomy = [one for one in stretches if has_room(word, *one)] or [longest]
    for place in PLACES:
        for stretch in roomy:
            yield _on(word, *stretch, place)
    others = [one for one in stretches if one not in roomy]
    yield from (_on(word, *stretch, 0.5) for stretch in others)
    for place in PLACES:
        for stretch in (*roomy, *others):
            yield from _beside(word, *stretch, place)
    for stretch in stretches:
        yield from _along(word, *stretch)
    yield from _around(word, *longest)


def middle_along(line: Sequence[Point], place: Along, width: float, height: float) -> Point:
    """The middle of words of this size that stand along a line."""
    at, (dx, dy) = _place_and_way(line, place)
    left = Point(dy, -dx)
    if place.up and (left.y > 0 or (left.y == 0 and left.x > 0)):
        left = Point(-left.x, -left.y)
    reach = abs(left.x) * width / 2 + abs(left.y) * height / 2 if place.to_border else 0.0
    aside = place.aside + math.copysign(reach, place.aside)
    return at.moved(left.x * aside, left.y * aside)


def _place_and_way(line: Sequence[Point], place: Along) -> tuple[Point, Point]:
    """The point of the line, or of the line drawn out, and its direction there."""
    stretches = [pair for pair in itertools.pairwise(line) if pair[0] != pair[1]] or [(line[0], line[0].moved(0, 1))]
    if place.stretch is not None and -len(stretches) <= place.stretch < len(stretches):
        stretches = [stretches[place.stretch]]
    rest = place.part * sum(start.distance_to(end) for start, end in stretches)
    for start, end in stretches:
        length = start.distance_to(end)
        if rest <= length or (start, end) == stretches[-1]:
            way = Point((end.x - start.x) / length, (end.y - start.y) / length)
            return start.moved(way.x * rest, way.y * rest), way
        rest -= length
    raise AssertionError("a line has a last stretch")


def has_room(word: Word, start: Point, end: Point) -> bool:
    """Whether it fits on a stretch, with some of the line to be seen at both its sides."""
    along = word.width if abs(end.y - start.y) < 0.5 else word.height
    return start.distance_to(end) >= along + 2 * SHOWING


def _on(word: Word, start: Point, end: Point, place: float) -> Spot:
    x, y = _at(start, end, place)
    if word.joint and abs(end.y - start.y) < 0.5:
        return Spot(Rect(x - word.width / 2, y - word.height - 4, word.width, word.height), above=True)
    return _centred(word, x, y)


def _beside(word: Word, start: Point, end: Point, place: float) -> tuple[Spot, Spot]:
    """At both sides of a stretch, touching it nearly: above and below a flat one, right and left of a steep one."""
    x, y = _at(start, end, place)
    dx, dy = abs(end.x - start.x), abs(end.y - start.y)
    if dx >= dy:
        out = word.height / 2 + GAP + (word.width / 2 * dy / dx if dx else 0.0)
        return _centred(word, x, y - out), _centred(word, x, y + out)
    out = word.width / 2 + GAP + word.height / 2 * dx / dy
    return _centred(word, x + out, y), _centred(word, x - out, y)


def _along(word: Word, start: Point, end: Point) -> Iterator[Spot]:
    """On a stretch and at both its sides, from one end to the other, as close as words stand beside each other."""
    apart = word.width if abs(end.y - start.y) < 0.5 else word.height
    count = min(MOST_ALONG, int(start.distance_to(end) / (apart + GAP)))
    for number in range(count):
        place = (number + 0.5) / count
        yield _on(word, start, end, place)
        yield from _beside(word, start, end, place)


def _around(word: Word, start: Point, end: Point) -> Iterator[Spot]:
    """Farther and farther from the middle of a stretch."""
    middle_x, middle_y = _at(start, end, 0.5)
    for ring in RINGS:
        x, y = ring * (word.width / 4 + GAP), ring * (word.height + GAP)
        for dx, dy in ((0, -y), (0, y), (x, 0), (-x, 0), (x, -y), (-x, -y), (x, y), (-x, y)):
            yield _centred(word, middle_x + dx, middle_y + dy)


def _centred(word: Word, x: float, y: float) -> Spot:
    width, height = word.width, word.height
    return new(Spot, (new(Rect, (x - width / 2, y - height / 2, width, height)), False))


def _at(start: Point, end: Point, place: float) -> tuple[float, float]:
    """Plain numbers: thousands of spots are tried where boxes stand close."""
    (x, y), (to_x, to_y) = start, end
    return x + (to_x - x) * place, y + (to_y - y) * place
