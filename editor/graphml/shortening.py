"""A text without some of its parts, and where what is left stands in the whole."""

from collections.abc import Iterable

Gap = tuple[int, int]
"""A part that is left out: its first byte, and the one behind it."""


class Shortened:
    """A text without some parts of it."""

    def __init__(self, text: bytes, gaps: Iterable[Gap]) -> None:
        whole = memoryview(text)
        pieces = []
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        at = length = 0
        for start, end in sorted(gaps):
            pieces.append(whole[at:start])
            length += start - at
            at = end
            self._cuts.append(length)
            self._shifts.append(at - length)
        self.text = b"".join([*pieces, whole[at:]])
        self._passed = 0

    def place(self, offset: int) -> int:
        """Where a byte of it stands in the whole text. To be asked from front to back."""
        while self._passed < len(self._cuts) and self._cuts[self._passed] <= offset:
            self._passed += 1
        return offset + self._shifts[self._passed - 1] if self._passed else offset
