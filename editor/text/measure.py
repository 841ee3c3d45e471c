"""What a text style is, and what anyone must offer who measures text."""

from typing import Protocol

import msgspec

FAMILY = "Source Sans 3"


class TextStyle(msgspec.Struct, frozen=True, cache_hash=True):
    """How a run of text is set. Sizes are pixels; `weight` is CSS's (400, 600, 700); `tracking` px between letters."""

    size_px: float
    weight: int = 400
    italic: bool = False
    tracking: float = 0.0
    family: str = FAMILY
    underline: bool = False


class Metrics(msgspec.Struct, frozen=True):
    """A style's height above and below the baseline, in pixels, both positive."""

    ascent: float
    descent: float


class TextMeasurer(Protocol):
    """Widths in pixels without hinting, so that they scale linearly."""

    def width(self, text: str, style: TextStyle) -> float: ...

    def metrics(self, style: TextStyle) -> Metrics: ...
