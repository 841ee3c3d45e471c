"""A drawing laid on sheets of paper: all of it on one, or at a chosen size on as many as it takes."""

import math

import msgspec

from editor.geometry import Rect
from editor.model.paper import PX_PER_MM

STRIP_MM = 7.0
"""Below the drawing on each of several sheets: which sheet it is."""
OVERLAP_MM = 10.0
"""What neighbouring sheets both show, to be glued together by."""
LARGEST = 2.0
"""One sheet shows a small drawing at most so much larger than its own size."""
MOST_SHEETS = 400


class SheetPart(msgspec.Struct, frozen=True):
    """What one sheet shows. area: the part of the drawing it shows, in the drawing's pixels.  column, row: from 0."""

    area: Rect
    column: int
    row: int

    @property
    def name(self) -> str:
        """As cells are named: B3 is the second from the left in the third row."""
        letters, rest = "", self.column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row + 1}"


class Plan(msgspec.Struct, frozen=True):
    """scale: how large the drawing is against its own size.  room_mm: what a sheet has for the drawing."""

    sheets: tuple[SheetPart, ...]
    scale: float
    room_mm: tuple[float, float]
    columns: int = 1
    rows: int = 1

    @property
    def is_tiled(self) -> bool:
        return len(self.sheets) > 1


def one_sheet(bounds: Rect, width_mm: float, height_mm: float) -> Plan:
    """Everything on one sheet, in the middle of what can be printed on."""
    scale = min(width_mm * PX_PER_MM / max(bounds.width, 1.0), height_mm * PX_PER_MM / max(bounds.height, 1.0), LARGEST)
    width, height = width_mm * PX_PER_MM / scale, height_mm * PX_PER_MM / scale
    area = Rect(bounds.centre.x - width / 2, bounds.centre.y - height / 2, width, height)
    return Plan((SheetPart(area, 0, 0),), scale, (width_mm, height_mm))


def many_sheets(bounds: Rect, width_mm: float, height_mm: float, scale: float) -> Plan:
    """At `scale` on as many sheets as it takes, row by row; where one does, it is in the middle of that.

    Never more than MOST_SHEETS: the drawing is made smaller until it fits on so many.
    """
    room = (width_mm, max(height_mm - STRIP_MM, 1.0))
    columns, rows = _counts(bounds, room, scale)
    while columns * rows > MOST_SHEETS:
        scale *= 0.9
        columns, rows = _counts(bounds, room, scale)
    if columns * rows == 1:
        whole = Rect(0, 0, width_mm * PX_PER_MM / scale, height_mm * PX_PER_MM / scale)
        middle = whole.moved(bounds.centre.x - whole.width / 2, bounds.centre.y - whole.height / 2)
        return Plan((SheetPart(middle, 0, 0),), scale, (width_mm, height_mm))
    width, height = (side * PX_PER_MM / scale for side in room)
    step_x, step_y = width - OVERLAP_MM * PX_PER_MM / scale, height - OVERLAP_MM * PX_PER_MM / scale
    left = bounds.centre.x - (width + (columns - 1) * step_x) / 2
    top = bounds.centre.y - (height + (rows - 1) * step_y) / 2
    sheets = tuple(
        SheetPart(Rect(left + column * step_x, top + row * step_y, width, height), column, row)
        for row in range(rows)
        for column in range(columns)
    )
    return Plan(sheets, scale, room, columns, rows)


def _counts(bounds: Rect, room: tuple[float, float], scale: float) -> tuple[int, int]:
    mm = scale / PX_PER_MM
    return _count(bounds.width * mm, room[0]), _count(bounds.height * mm, room[1])


def _count(extent_mm: float, room_mm: float) -> int:
    step = max(room_mm - OVERLAP_MM, 1.0)
    return max(1, math.ceil(round((extent_mm - room_mm) / step, 6)) + 1)
