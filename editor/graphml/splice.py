"""Edits on bytes: ranges replaced, removed and moved, everything else as it was.

An edit's pieces may name ranges of the old text, which are carried over with the edits inside them; that is how an
element moves elsewhere while its own bytes, but for what changed in it, stay.
"""

from bisect import bisect_left, bisect_right

import msgspec


class Range(msgspec.Struct, frozen=True):
    """Bytes of the old text, from `start` up to `end`."""

    start: int
    end: int


Piece = bytes | Range


class Edit(msgspec.Struct, frozen=True):
    """The bytes from `start` up to `end` become these pieces; an insertion has equal ends."""

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()


class Splice:
    """Collects edits of one text and carries them out together. Edits nest or are apart; they never cross."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._edits: list[Edit] = []

    def __bool__(self) -> bool:
        return bool(self._edits)

    def replace(self, start: int, end: int, *pieces: Piece) -> None:
        self._edits.append(Edit(start, end, pieces))

    def insert(self, at: int, *pieces: Piece) -> None:
        """Insert at a place; what is inserted first at the same place comes first."""
        self._edits.append(Edit(at, at, pieces))

    def result(self) -> "Spliced":
        """The new text."""
        ordered = sorted(self._edits, key=lambda edit: (edit.start, edit.end > edit.start, -edit.end))
        starts = [edit.start for edit in ordered]
        out = _Output(self._text)
        self._render(out, Range(0, len(self._text)), ordered, starts, whole=True)
        return out.spliced()

    def _render(self, out: "_Output", area: Range, edits: list[Edit], starts: list[int], whole: bool = False) -> None:
        """Append what becomes of an area. What touches a carried area from outside stays where it was."""
        at = area.start
        for edit in edits[bisect_left(starts, area.start) :]:
            if edit.start > area.end:
                break
            if edit.start < at or edit.end > area.end or not (whole or _is_inside(edit, area)):
                continue
            out.keep(at, edit.start)
            for piece in edit.pieces:
                if isinstance(piece, bytes):
                    out.add(piece)
                else:
                    self._render(out, piece, edits, starts)
            at = edit.end
        out.keep(at, area.end)


class _Output:
    def __init__(self, text: bytes) -> None:
        self._text = memoryview(text)
        self._pieces: list[bytes | memoryview] = []
        self._kept: list[tuple[int, int, int]] = []
        self._length = 0

    def keep(self, start: int, end: int) -> None:
        if end > start:
            self._kept.append((start, end, self._length))
            self.add(self._text[start:end])

    def add(self, piece: bytes | memoryview) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def spliced(self) -> "Spliced":
        return Spliced(b"".join(self._pieces), sorted(self._kept))


class Spliced:
    """A new text, and where the bytes of the old one stand in it."""

    def __init__(self, text: bytes, kept: list[tuple[int, int, int]]) -> None:
        self.text = text
        self._kept = kept
        self._starts = [start for start, _, _ in kept]

    def place_of(self, offset: int) -> int | None:
        """Where a byte of the old text stands in the new one; None where it is gone."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, end, place = self._kept[index]
        return place + offset - start if offset < end else None


def _is_inside(edit: Edit, area: Range) -> bool:
    """Whether an edit changes an area's inside, rather than taking all of it away or adding beside it."""
    if edit.start == edit.end:
        return area.start < edit.start < area.end
    return (edit.start, edit.end) != (area.start, area.end)
