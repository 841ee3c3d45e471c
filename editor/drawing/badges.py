"""The small sign at the bottom of a box that says how many boxes are hidden below it."""

from editor.drawing import captions
from editor.drawing.nodes import TAG_HEIGHT, TAG_PADDING, Setting
from editor.drawing.shapes import Box, Shape, Stroke
from editor.drawing.theme import Colors
from editor.drawing.typography import SLACK, TAG, Paragraph, set_at
from editor.geometry import Rect


def badge(count: int, rect: Rect, colors: Colors, setting: Setting) -> list[Shape]:
    """A pill on the lower border, "+ 12 dolda"; nothing where nothing is hidden."""
    if not count:
        return []
    text = f"+ {count} {captions.word('hidden', setting.lang)}"
    width = setting.measurer.width(text, TAG) * SLACK + 2 * TAG_PADDING
    pill = Rect(rect.centre.x - width / 2, rect.bottom - TAG_HEIGHT / 2, width, TAG_HEIGHT)
    paragraph = Paragraph((text,), TAG, setting.theme.readable(None, colors.strong))
    top = pill.y + (TAG_HEIGHT - paragraph.height) / 2
    return [
        Box(pill, TAG_HEIGHT / 2, colors.strong, Stroke(colors.strong, 1.0)),
        set_at(paragraph, pill.centre.x, top, setting.measurer, "middle"),
    ]
