"""A drawing on a sheet of paper: as large as it fits, in the middle, with the sheet's margins around it."""

import msgspec

from editor.drawing.quality import fitting_scale
from editor.drawing.shapes import Drawing
from editor.geometry import Rect
from editor.model.paper import PX_PER_MM, Sheet


def on_sheet(drawing: Drawing, sheet: Sheet) -> Drawing:
    """The same drawing with the bounds of a whole sheet; never enlarged, only shrunk where it is too large."""
    scale = fitting_scale(drawing.bounds, sheet)
    width, height = sheet.width * PX_PER_MM / scale, sheet.height * PX_PER_MM / scale
    chart = drawing.bounds
    left = chart.x - (width - chart.width) / 2
    top = chart.y - max(sheet.margin * PX_PER_MM / scale, min((height - chart.height) / 2, (width - chart.width) / 2))
    return msgspec.structs.replace(
        drawing, bounds=Rect(left, top, width, height), width_mm=sheet.width, height_mm=sheet.height
    )
