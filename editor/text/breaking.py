"""Breaking text into lines that fit a width: at blanks, after hyphens and slashes, within a word as a last resort."""

import re

from editor.text.measure import TextMeasurer, TextStyle

MOST_LINES = 40
MOST_LETTERS = 4000
"""A label may be a megabyte; no box shows more than this."""
ELLIPSIS = "…"
PIECE = re.compile(r"[^\s/-]*[/-]+|[^\s/-]+")
JOINTS = ("skol", "förvaltnings", "kommun", "ledar", "arbets", "ekonomi", "samhälls", "utvecklings", "verksamhets")
"""Beginnings after which a long Swedish compound divides well."""


def broken(
    text: str, width: float, style: TextStyle, measurer: TextMeasurer, most_lines: int = MOST_LINES
) -> list[str]:
    """The lines of a text that fit `width` px; newlines in it stay. What is too much ends in an ellipsis."""
    shown = text[:MOST_LETTERS]
    paragraphs = shown.splitlines() or [""]
    kept: list[str] = []
    for paragraph in paragraphs[: most_lines + 1]:
        kept += _filled(paragraph, width, style, measurer)
    if len(kept) > most_lines or len(shown) < len(text):
        kept = kept[:most_lines]
        kept[-1] = _shortened(kept[-1], width, style, measurer)
    return kept


def _filled(paragraph: str, width: float, style: TextStyle, measurer: TextMeasurer) -> list[str]:
    whole = " ".join(paragraph.split())
    if measurer.width(whole, style) <= width:
        return [whole]
    lines, line = [], ""
    for glue, piece in _pieces(paragraph):
        candidate = line + glue + piece if line else piece
        if measurer.width(candidate, style) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _divided(piece, width, style, measurer)
        lines.extend(full)
    return [*lines, line]


def _pieces(paragraph: str) -> list[tuple[str, str]]:
    """What may stand on a line of its own, each with the blank (or nothing) that joins it to the one before."""
    pieces: list[tuple[str, str]] = []
    for word in paragraph.split():
        parts = PIECE.findall(word)
        pieces.extend((" " if index == 0 else "", part) for index, part in enumerate(parts))
    return pieces


def _divided(word: str, width: float, style: TextStyle, measurer: TextMeasurer) -> list[str]:
    """A word cut so that each part fits, with a hyphen at each cut."""
    parts = []
    while len(word) > 2 and measurer.width(word, style) > width:
        cut = _cut(word, width, style, measurer)
        parts.append(word[:cut] + "-")
        word = word[cut:]
    return [*parts, word]


def _cut(word: str, width: float, style: TextStyle, measurer: TextMeasurer) -> int:
    """How many letters fit with a hyphen: up to a joint of a compound where there is one, at least one letter."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width(word[:middle] + "-", style) <= width:
            low = middle
        else:
            high = middle - 1
    joints = [word.lower().find(joint) + len(joint) for joint in JOINTS if joint in word.lower()]
    fitting = [joint for joint in joints if low / 2 <= joint <= low]
    return max(fitting, default=low)


def _shortened(line: str, width: float, style: TextStyle, measurer: TextMeasurer) -> str:
    while len(line) > 1 and measurer.width(line + ELLIPSIS, style) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
