"""Colours as files write them; whatever is none is not said."""

import re

NAMED = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
    "yellow": "#ffff00", "orange": "#ffa500", "gray": "#808080", "grey": "#808080", "lightgray": "#d3d3d3",
    "darkgray": "#a9a9a9", "lightblue": "#add8e6", "darkblue": "#00008b", "navy": "#000080", "cyan": "#00ffff",
    "magenta": "#ff00ff", "purple": "#800080", "brown": "#a52a2a", "pink": "#ffc0cb", "crimson": "#dc143c",
    "gold": "#ffd700", "silver": "#c0c0c0", "maroon": "#800000", "olive": "#808000", "teal": "#008080",
    "transparent": "none", "none": "none",
}  # fmt: skip
_DIGITS = re.compile(r"#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?")
_SHORT = re.compile(r"#[0-9a-fA-F]{3}")


def color_of(text: str | None) -> str | None:
    """`#rrggbb`, `#rrggbbaa` (alpha last) or "none" as they stand, names and short forms in full; None for the rest."""
    if text is None or _DIGITS.fullmatch(text):
        return text
    if _SHORT.fullmatch(text):
        return "#" + "".join(2 * digit for digit in text[1:])
    return NAMED.get(text.strip().lower())


def paint_of(text: str | None) -> str | None:
    """The same; None also for what is expressly not painted."""
    color = color_of(text)
    return None if color == "none" else color


def alpha_first(text: str) -> str | None:
    """The same of a file that writes `#aarrggbb`; names may follow that of a list ("Colors.Black")."""
    if len(text) == 9 and _DIGITS.fullmatch(text):
        return f"#{text[3:]}{text[1:3]}"
    return color_of(text.rpartition(".")[2])
