"""How the lines of a chart are drawn: at right angles, straight, or curved. Kept with the document."""

from typing import Literal, get_args

import msgspec

from editor.model.records import Info

ATTRIBUTE = "lg.lines"
"""The name of the document's attribute that holds the choice; without it lines run at right angles."""
LineStyle = Literal["orthogonal", "straight", "curved"]
LINE_STYLES: tuple[LineStyle, ...] = get_args(LineStyle)
USUAL: LineStyle = "orthogonal"


def lines_of(info: Info) -> LineStyle:
    """The document's choice; the usual where it has none, or one that is not known here (which is kept)."""
    said = info.attributes.get(ATTRIBUTE)
    return next((style for style in LINE_STYLES if style == said), USUAL)


def with_lines(info: Info, style: LineStyle) -> Info:
    """The same with another choice."""
    attributes = {name: text for name, text in info.attributes.items() if name != ATTRIBUTE}
    if style != USUAL:
        attributes[ATTRIBUTE] = style
    return msgspec.structs.replace(info, attributes=attributes)
