"""What a Drawing is made of. Everything is resolved: no kind, no theme, nothing left to measure.

Coordinates are drawing pixels, y downwards. Colours are `#rrggbb` or `#rrggbbaa` (alpha last).
Frozen things made of frozen things never refer to each other in circles, so the search for garbage need not know of
them (`gc=False`): it would go through hundreds of thousands whenever some are made.
"""

from typing import Literal

import msgspec

from editor.geometry import Point, Rect
from editor.text.measure import TextStyle


class Stroke(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A line's colour, width in px, and dash pattern in px (empty = solid)."""

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Box(msgspec.Struct, frozen=True, gc=False, tag="box"):
    """A rectangle, its corners rounded by `radius` px."""

    rect: Rect
    radius: float = 0.0
    fill: str | None = None
    stroke: Stroke | None = None


class Ellipse(msgspec.Struct, frozen=True, gc=False, tag="ellipse"):
    """The ellipse inside a rectangle."""

    rect: Rect
    fill: str | None = None
    stroke: Stroke | None = None


class Move(msgspec.Struct, frozen=True, gc=False, tag="M"):
    to: Point


class Line(msgspec.Struct, frozen=True, gc=False, tag="L"):
    to: Point


class Cubic(msgspec.Struct, frozen=True, gc=False, tag="C"):
    first: Point
    second: Point
    to: Point


class Close(msgspec.Struct, frozen=True, gc=False, tag="Z"):
    pass


Step = Move | Line | Cubic | Close


class Path(msgspec.Struct, frozen=True, gc=False, tag="path"):
    """Lines and curves, open or closed."""

    steps: tuple[Step, ...]
    fill: str | None = None
    stroke: Stroke | None = None


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """One line as it stands: its text, the point on the baseline it is anchored at, and its measured width."""

    text: str
    at: Point
    width: float


class Text(msgspec.Struct, frozen=True, gc=False, tag="text"):
    """Lines of one style and colour; `anchor` says which point of each line stands at `at`."""

    lines: tuple[TextLine, ...]
    style: TextStyle
    color: str
    anchor: Literal["start", "middle", "end"] = "start"


class Image(msgspec.Struct, frozen=True, gc=False, tag="image"):
    """A picture stretched into a rectangle: its bytes and media type (image/png, image/svg+xml, …)."""

    rect: Rect
    data: bytes
    media_type: str


Shape = Box | Ellipse | Path | Text | Image


Role = Literal["node", "group", "edge", "paper"]


class Block(msgspec.Struct, frozen=True, gc=False):
    """Everything that shows one record, or one piece of the paper (`role` "paper": title, lanes, legend).

    title: its name as a person would say it; desc: the same with what else is known. For readers who can't see it.
    bounds: around all of its shapes.  record: the id of the record, "" for paper.
    """

    role: Role
    record: str
    bounds: Rect
    shapes: tuple[Shape, ...]
    title: str = ""
    desc: str = ""


class Sketch(Block, frozen=True, gc=False):
    """A block as it is seen from far away: a box without the words inside it, a line without the gaps where it is
    crossed. It equals no other block.
    """


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """The whole picture: blocks from back to front, the area they take, the ground (None = none), and its words.

    width_mm, height_mm: of the sheet that the area is; None where 96 pixels are an inch.
    """

    blocks: tuple[Block, ...]
    bounds: Rect
    background: str | None = "#ffffff"
    title: str = ""
    desc: str = ""
    lang: str = ""
    width_mm: float | None = None
    height_mm: float | None = None
