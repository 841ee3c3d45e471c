"""When an action can be used: questions put to the window."""

from itertools import islice

from editor.model.aligning import each_arrangeable
from editor.ui.window.workplace import Workplace


def always(window: Workplace) -> bool:
    return True


def with_chart(window: Workplace) -> bool:
    return window.chart is not None


def with_selection(window: Workplace) -> bool:
    return window.chart is not None and bool(window.chart.canvas.editor.selection.ids)


def with_selected_boxes(window: Workplace) -> bool:
    return _boxes_chosen(window, 1)


def _boxes_chosen(window: Workplace, least: int, sized: bool = False) -> bool:
    """Whether so many boxes can be arranged: a frame and what stands in it move as one, frames keep their size."""
    chart = window.chart
    if chart is None:
        return False
    boxes = each_arrangeable(chart.document, chart.canvas.editor.selection.ids, sized)
    return len(list(islice(boxes, least))) == least


def with_one_selected(window: Workplace) -> bool:
    return window.chart is not None and len(window.chart.canvas.editor.selection) == 1


def with_style(window: Workplace) -> bool:
    """A style was copied, and there is something to give it to."""
    return window.clipboard.style is not None and with_selection(window)


def with_two_boxes(window: Workplace) -> bool:
    return _boxes_chosen(window, 2)


def with_three_boxes(window: Workplace) -> bool:
    return _boxes_chosen(window, 3)


def with_two_sizable(window: Workplace) -> bool:
    return _boxes_chosen(window, 2, sized=True)


def with_boxes(window: Workplace) -> bool:
    return window.chart is not None and bool(window.chart.document.nodes)


def with_one_box(window: Workplace) -> bool:
    if window.chart is None:
        return False
    chosen = window.chart.canvas.selection()
    return len(chosen) == 1 and next(iter(chosen)) in window.chart.document.nodes


def can_undo(window: Workplace) -> bool:
    return window.chart is not None and window.chart.document.history.undo_name is not None


def can_redo(window: Workplace) -> bool:
    return window.chart is not None and window.chart.document.history.redo_name is not None


def unsaved(window: Workplace) -> bool:
    """There is something to save; a chart without a file always has."""
    chart = window.chart
    return chart is not None and (not chart.session.is_saved or chart.session.path is None)
