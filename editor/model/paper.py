"""The paper that a chart is made for: its size, and how the chart was made to fit it. Kept with the document."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from editor.model.records import Info

ATTRIBUTE = "lg.paper"
"""The name of the document's attribute that holds the paper, as JSON."""
PX_PER_MM = 96 / 25.4
SIZES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "A4": (297.0, 210.0),
        "A3": (420.0, 297.0),
        "A2": (594.0, 420.0),
        "A1": (841.0, 594.0),
        "A0": (1189.0, 841.0),
        "Letter": (279.4, 215.9),
        "Tabloid": (431.8, 279.4),
        "16:9": (338.67, 190.5),
    }
)
"""Width and height in millimetres, across; the slide is as large as presentation programs make it."""
PRINTED = tuple(name for name in SIZES if name != "16:9")
SERIES = tuple(name for name in SIZES if name.startswith("A"))
"""From the smallest to the largest."""


class Sheet(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sheet of paper, in millimetres; `margin` on all four sides."""

    width: float
    height: float
    margin: float = 10.0

    @property
    def room(self) -> tuple[float, float]:
        """What can be drawn on, in pixels of 96 to the inch."""
        return (self.width - 2 * self.margin) * PX_PER_MM, (self.height - 2 * self.margin) * PX_PER_MM


class Paper(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sheet and how a chart is drawn for it.

    smallest_pt: what the smallest text should measure on it.
    legible: whether small text is drawn larger than usual, which takes room.
    wrap_px: the widest that boxes of a kind are made by themselves; None for as the drawing likes them.
    captions: whether boxes say their kind; else colour and name do, and the boxes are lower.
    """

    sheet: Sheet
    smallest_pt: float = 8.0
    legible: bool = False
    wrap_px: float | None = None
    captions: bool = True


def sheet_called(name: str, upright: bool = False, margin: float = 10.0) -> Sheet:
    """A sheet by its name in SIZES, or by "WIDTHxHEIGHT" in millimetres. ValueError where it is no paper."""
    known = next((known for known in SIZES if known.lower() == name.lower()), None)
    size = SIZES[known] if known is not None else None
    if size is None:
        width, _, height = name.lower().removesuffix("mm").partition("x")
        size = float(width), float(height)
    width_mm, height_mm = size[::-1] if upright and known is not None else size
    if not 2 * margin + 20 <= min(width_mm, height_mm) <= max(width_mm, height_mm) <= 10_000 or margin < 0:
        raise ValueError(f"{name} with margins of {margin} mm")
    return Sheet(width_mm, height_mm, margin)


def paper_of(info: Info) -> Paper | None:
    """The document's paper; None where it has none, or one that can't be understood (which is kept)."""
    text = info.attributes.get(ATTRIBUTE)
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=Paper)
    except (msgspec.MsgspecError, UnicodeError):
        return None


def with_paper(info: Info, paper: Paper | None) -> Info:
    """The same with another paper."""
    attributes = {name: text for name, text in info.attributes.items() if name != ATTRIBUTE}
    if paper is not None:
        attributes[ATTRIBUTE] = msgspec.json.encode(paper).decode()
    return msgspec.structs.replace(info, attributes=attributes)
