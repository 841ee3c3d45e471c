"""The colours of a drawing, resolved for light paper or a dark screen, and the contrast they must keep."""

import functools

import msgspec

from editor.model.vocabulary import Sector

LEAST_TEXT_CONTRAST = 4.5
LEAST_BORDER_CONTRAST = 3.0
LEAST_FILE_CONTRAST = 3.0
"""Below this a file's own text colour is replaced: nobody could read it."""


INK = "#1b2430"


class Colors(msgspec.Struct, frozen=True):
    """What a box is painted with: `strong` for bar, border and caption, `tint` inside."""

    strong: str
    tint: str


class Theme(msgspec.Struct, frozen=True):
    """Resolved colours (`#rrggbb`). The dark theme is for the screen only; paper is always light."""

    dark: bool
    ground: str
    paper: str
    text: str
    secondary: str
    line: str
    hairline: str
    pill: str
    neutral: Colors
    ended: Colors

    def colors(self, sector: Sector | None) -> Colors:
        if sector is None:
            return self.neutral
        if self.dark:
            return Colors(sector.dark_color, sector.dark_tint)
        return Colors(sector.color, sector.tint)

    def readable(self, color: str | None, ground: str) -> str:
        """A text colour that can be read on `ground`: the one asked for, else black or white, whichever is clearer."""
        if color is not None and contrast(color, ground) >= LEAST_FILE_CONTRAST:
            return color
        if contrast(INK, ground) >= LEAST_TEXT_CONTRAST:
            return INK
        return max(("#000000", "#ffffff"), key=lambda candidate: contrast(candidate, ground))

    def over_paper(self, color: str) -> str:
        """What a colour that lets the paper through looks like on it."""
        return over(color, self.paper)


LIGHT = Theme(
    dark=False,
    ground="#e8ecef",
    paper="#ffffff",
    text=INK,
    secondary="#38424f",
    line="#55606c",
    hairline="#c9cfd6",
    pill="#ffffff",
    neutral=Colors("#475569", "#f1f4f8"),
    ended=Colors("#5d6571", "#f3f4f6"),
)
DARK = Theme(
    dark=True,
    ground="#11161d",
    paper="#1a212a",
    text="#eef2f6",
    secondary="#c9d1da",
    line="#9aa6b2",
    hairline="#3c4752",
    pill="#1a212a",
    neutral=Colors("#a9b6c6", "#28313c"),
    ended=Colors("#9aa3af", "#262c34"),
)


def over(color: str, ground: str) -> str:
    """What a colour that lets the ground through looks like on it."""
    if len(color) == 7:
        return color
    share = int(color[7:], 16) / 255
    pairs = ((int(color[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * above + (1 - share) * below):02x}" for above, below in pairs)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance); alpha is ignored."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@functools.lru_cache(maxsize=1024)
def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
