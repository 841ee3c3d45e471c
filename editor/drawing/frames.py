"""Groups: a frame with its name on a tab, the joint tasks of a shared leadership inside; a closed box when folded."""

from editor.drawing import captions
from editor.drawing.extent import extent
from editor.drawing.nodes import Setting
from editor.drawing.outlines import radius_of
from editor.drawing.shapes import Box, Shape, Stroke
from editor.drawing.shapes_of_files import TOP_PX, dash_of, label_shapes, own_look, top_label
from editor.drawing.theme import Colors, over
from editor.drawing.typography import (
    HANG,
    HOLDER,
    NAME,
    SLACK,
    TAB,
    TASK,
    Paragraph,
    line_height,
    set_at,
    stacked,
    width_of,
)
from editor.geometry import Rect
from editor.model.records import Label, Node
from editor.text.breaking import broken

RADIUS, TAB_HEIGHT, TAB_PADDING = 12.0, 22.0, 20.0
TASK_ROOM, PADDING, MOST_TAB = 300.0, 24.0, 420.0
TASKS_BELOW_MIDDLE = 16.0
HEADER = "#0000001a"
"""A shade over the fill of a frame, behind its name."""


def frame_shapes(node: Node, rect: Rect, colors: Colors, setting: Setting) -> list[Shape]:
    if own_look(node):
        return _file_frame(node, rect, colors, setting)
    fill = colors.tint + ("66" if setting.theme.dark else "80")
    dash = (5.0, 3.0) if node.facts.status in ("planned", "proposed") else ()
    shapes: list[Shape] = [Box(rect, RADIUS, fill, Stroke(colors.strong, 1.5, dash))]
    return shapes + _tasks(node, rect, setting) + _tab(node, rect, colors.strong, setting)


def _file_frame(node: Node, rect: Rect, colors: Colors, setting: Setting) -> list[Shape]:
    """A frame as its file asks for it: its name on a header inside, further labels where the file puts them."""
    look = node.look
    fill = None if look.fill == "none" else look.fill or colors.tint + "80"
    border = None if look.border == "none" else look.border or colors.strong
    stroke = Stroke(border, max(0.5, look.border_width or 1.0), dash_of(look)) if border else None
    radius = radius_of(look.shape, rect)
    shapes: list[Shape] = [Box(rect, radius, fill, stroke)]
    ground = setting.theme.over_paper(fill) if fill else setting.theme.paper
    if node.name.strip() and not look.text_hidden:
        header = look.text_fill or HEADER
        name = top_label(Label(node.name, look=look), rect, over(header, ground), setting)
        high = min(extent(name).bottom + TOP_PX, rect.bottom) - rect.y
        shapes += [Box(Rect(rect.x, rect.y, rect.width, high), radius, header), *name]
        if look.text_fill is not None:  # which covers the upper part of the frame's line
            shapes.append(Box(rect, radius, None, stroke))
    for label in node.labels:
        shapes += label_shapes(label, rect, ground, setting)
    return shapes


def folded_shapes(node: Node, rect: Rect, hidden: int, colors: Colors, setting: Setting) -> list[Shape]:
    stroke = Stroke(colors.strong, 1.5)
    back = Box(rect.moved(4, 4), RADIUS / 2, colors.tint, stroke)
    most = max(1, int(rect.height // line_height(NAME)))
    name = broken(captions.name_of(node), max(rect.width - RADIUS, RADIUS), NAME, setting.measurer, min(most, 3))
    paragraphs = [Paragraph(tuple(name), NAME, setting.theme.text), *_hidden(hidden, len(name), rect, setting)]
    top = rect.centre.y - sum(p.height for p in paragraphs) / 2
    return [
        back,
        Box(rect, RADIUS / 2, colors.tint, stroke),
        *stacked(paragraphs, rect.centre.x, top, setting.measurer, "middle"),
    ]


def _hidden(count: int, above: int, rect: Rect, setting: Setting) -> list[Paragraph]:
    """How many are hidden inside, where there is room to say so."""
    text = f"+ {count} {captions.word('hidden', setting.lang)}"
    high = above * line_height(NAME) + line_height(HOLDER)
    if not count or high > rect.height or setting.measurer.width(text, HOLDER) > rect.width - RADIUS:
        return []
    return [Paragraph((text,), HOLDER, setting.theme.secondary)]


def folded_size(node: Node, setting: Setting) -> tuple[float, float]:
    lines = broken(captions.name_of(node), MOST_TAB / 2, NAME, setting.measurer, 3)
    width = max(160.0, width_of(lines, NAME, setting.measurer) * SLACK + PADDING)
    return width, len(lines) * 18.0 + 34


def inner_size(node: Node, setting: Setting) -> tuple[float, float]:
    """The least a frame needs inside for its tab and its tasks, apart from its members."""
    tab = min(MOST_TAB, setting.measurer.width(captions.name_of(node), TAB) * SLACK) + 4 * TAB_PADDING
    tasks = _task_paragraphs(node, setting)
    if not tasks:
        return tab, 64.0
    wide = max(width_of(p.lines, p.style, setting.measurer) for p in tasks)
    return max(tab, wide * SLACK + 2 * PADDING), sum(p.height for p in tasks) + 2 * PADDING + TASKS_BELOW_MIDDLE


def _task_paragraphs(node: Node, setting: Setting) -> list[Paragraph]:
    found = []
    for task in node.facts.tasks:
        first, *rest = broken(captions.task_of(task, setting.lang), TASK_ROOM, TASK, setting.measurer, 4)
        lines = (f"• {first}", *(HANG + line for line in rest))
        found.append(Paragraph(lines, TASK, setting.theme.text))
    return found


def _tasks(node: Node, rect: Rect, setting: Setting) -> list[Shape]:
    paragraphs = _task_paragraphs(node, setting)
    if not paragraphs:
        return []
    wide = max(width_of(p.lines, p.style, setting.measurer) for p in paragraphs)
    height = sum(p.height for p in paragraphs)
    top = max(rect.y + PADDING, rect.bottom - height - PADDING / 2)
    return list(stacked(paragraphs, rect.centre.x - wide / 2, top, setting.measurer))


def tab_area(node: Node, rect: Rect, setting: Setting) -> Rect | None:
    """Where an open frame's name stands; None where it has none."""
    if not node.name.strip():
        return None
    if own_look(node):
        return Rect(rect.x, rect.y, rect.width, min(TAB_HEIGHT, rect.height))
    width = setting.measurer.width(_tab_text(node, rect, setting), TAB) * SLACK + 2 * TAB_PADDING
    return Rect(rect.x + min(TAB_PADDING, rect.width / 8), rect.y - TAB_HEIGHT / 2, width, TAB_HEIGHT)


def _tab_text(node: Node, rect: Rect, setting: Setting) -> str:
    room = max(24.0, min(MOST_TAB, rect.width - 4 * TAB_PADDING))
    return broken(node.name.strip(), room, TAB, setting.measurer, 1)[0]


def _tab(node: Node, rect: Rect, color: str, setting: Setting) -> list[Shape]:
    tab = tab_area(node, rect, setting)
    if tab is None:
        return []
    text = _tab_text(node, rect, setting)
    paragraph = Paragraph((text,), TAB, setting.theme.readable(None, color))
    label = set_at(paragraph, tab.centre.x, tab.centre.y - paragraph.height / 2, setting.measurer, "middle")
    return [Box(tab, TAB_HEIGHT / 2, color), label]
