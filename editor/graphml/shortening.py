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
        self.passed = 0
        """How many parts stood before the last place that was asked for."""

    def passes(self, offset: int) -> bool:
        """Whether a part stood before this byte that none of the places asked for lay behind."""
        return self.passed < len(self._cuts) and self._cuts[self.passed] <= offset

    def place(self, offset: int) -> int:
        """Where a byte of it stands in the whole text. To be asked from front to back."""
        cuts, passed = self._cuts, self.passed
        while passed < len(cuts) and cuts[passed] <= offset:
            passed += 1
        self.passed = passed
        return offset + self._shifts[passed - 1] if passed else offset
