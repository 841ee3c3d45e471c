"""A drawing as a PNG picture."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from editor.drawing.shapes import Drawing
from editor.errors import UserError
from editor.render.painter import paint

MOST_PIXELS = 120_000_000
MOST_SIDE = 32_000
DOTS_PER_METRE = 96 / 0.0254


def to_png(drawing: Drawing, scale: float = 2.0) -> bytes:
    """The picture with `scale` dots to a pixel; UserError where it would be too large to be of use."""
    width, height = (max(1, round(side * scale)) for side in (drawing.bounds.width, drawing.bounds.height))
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise _too_large(width, height)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    image.setDotsPerMeterX(round(DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(DOTS_PER_METRE * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-drawing.bounds.x, -drawing.bounds.y)
    paint(drawing, painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, which the call refuses
    return bytes(buffer.data().data())


def _too_large(width: int, height: int) -> UserError:
    return UserError(
        {
            "sv": f"En bild på {width} × {height} punkter är för stor för PNG.",
            "en": f"A picture of {width} × {height} dots is too large for PNG.",
        },
        {
            "sv": "Spara som SVG eller PDF, eller välj en mindre skala.",
            "en": "Save as SVG or PDF, or choose a smaller scale.",
        },
    )
