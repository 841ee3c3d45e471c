"""A drawing on sheets of paper: through the painter of PDF, with marks to cut by and the number of each sheet."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from editor.drawing.shapes import Drawing
from editor.drawing.sheets import OVERLAP_MM, STRIP_MM, Plan, SheetPart, many_sheets, one_sheet
from editor.model.paper import PX_PER_MM, SIZES
from editor.render.painter import paint

MARK_MM = 4.0
GREY = "#777777"
SMALL_PT = 8.0


def page_layout(size: str, lies: bool, margin_mm: float) -> QPageLayout:
    """A paper by name, lying or standing, with the same margin all around."""
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    margins = QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm)
    return QPageLayout(
        QPageSize(QSizeF(*SIZES[size][::-1]), QPageSize.Unit.Millimeter),
        orientation,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def plan_of(drawing: Drawing, layout: QPageLayout, scale: float | None) -> Plan:
    """How a drawing lies on such paper. scale: against its own size; None puts all of it on one sheet."""
    room = layout.paintRect(QPageLayout.Unit.Millimeter)
    if scale is None:
        return one_sheet(drawing.bounds, room.width(), room.height())
    return many_sheets(drawing.bounds, room.width(), room.height(), scale)


def print_on(device: QPagedPaintDevice, drawing: Drawing, plan: Plan, words: str, only: range | None = None) -> None:
    """Paint the sheets. words: what stands below each of several, with {sheet}, {number} and {count}; "" for nothing.

    only: the numbers, from 0, of those that are wanted.
    """
    wanted = [number for number in range(len(plan.sheets)) if only is None or number in only]
    painter = QPainter(device)
    try:
        for nth, number in enumerate(wanted):
            if nth:
                device.newPage()
            _paint_sheet(painter, drawing, plan, number, words)
    finally:
        painter.end()


def _paint_sheet(painter: QPainter, drawing: Drawing, plan: Plan, number: int, words: str) -> None:
    sheet = plan.sheets[number]
    per_mm = painter.device().logicalDpiX() / 25.4
    painter.save()
    painter.setClipRect(QRectF(0, 0, plan.room_mm[0] * per_mm, plan.room_mm[1] * per_mm))
    scale = per_mm / PX_PER_MM * plan.scale
    painter.scale(scale, scale)
    painter.translate(-sheet.area.x, -sheet.area.y)
    paint(drawing, painter, sheet.area)
    painter.restore()
    if plan.is_tiled:
        painter.save()
        painter.scale(per_mm, per_mm)
        _paint_marks(painter, plan, sheet)
        painter.restore()
        text = words.format(sheet=sheet.name, number=number + 1, count=len(plan.sheets))
        _paint_name(painter, plan, text, per_mm)


def _paint_marks(painter: QPainter, plan: Plan, sheet: SheetPart) -> None:
    """Small crosses where the neighbours' sheets begin: cut there, or lay one on the other."""
    width, height = plan.room_mm
    lefts = [OVERLAP_MM] * (sheet.column > 0) or [0.0]
    rights = [width - OVERLAP_MM] * (sheet.column < plan.columns - 1) or [width]
    tops = [OVERLAP_MM] * (sheet.row > 0) or [0.0]
    bottoms = [height - OVERLAP_MM] * (sheet.row < plan.rows - 1) or [height]
    painter.setPen(QPen(QColor(GREY), 0.15))
    for x in (*lefts, *rights):
        for y in (*tops, *bottoms):
            painter.drawLine(QPointF(x - MARK_MM / 2, y), QPointF(x + MARK_MM / 2, y))
            painter.drawLine(QPointF(x, y - MARK_MM / 2), QPointF(x, y + MARK_MM / 2))


def _paint_name(painter: QPainter, plan: Plan, text: str, per_mm: float) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(SMALL_PT)
    painter.setFont(font)
    painter.setPen(QColor(GREY))
    width, height = plan.room_mm
    strip = QRectF(0, height * per_mm, width * per_mm, STRIP_MM * per_mm)
    painter.drawText(strip, int(Qt.AlignmentFlag.AlignCenter), text)
