"""The one list of actions: what each is called, its icon and shortcut, when it can be used, and what it does.

Menus, toolbar, shortcuts and the command palette are all made from it, so nothing exists in one place only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

Does = Callable[["MainWindow"], object]
When = Callable[["MainWindow"], bool]


def always(window: "MainWindow") -> bool:
    return True


def with_chart(window: "MainWindow") -> bool:
    return window.chart is not None


def with_selection(window: "MainWindow") -> bool:
    return window.chart is not None and bool(window.chart.canvas.selection())


def with_selected_boxes(window: "MainWindow") -> bool:
    chart = window.chart
    return chart is not None and any(id in chart.document.nodes for id in chart.canvas.selection())


def _boxes_chosen(window: "MainWindow", least: int) -> bool:
    chart = window.chart
    if chart is None:
        return False
    boxes = (id for id in chart.canvas.editor.selection.ids if id in chart.document.nodes)
    return len(list(islice(boxes, least))) == least


def with_one_selected(window: "MainWindow") -> bool:
    return window.chart is not None and len(window.chart.canvas.editor.selection) == 1


def with_style(window: "MainWindow") -> bool:
    """A style was copied, and there is something to give it to."""
    return window.clipboard.style is not None and with_selection(window)


def with_two_boxes(window: "MainWindow") -> bool:
    return _boxes_chosen(window, 2)


def with_three_boxes(window: "MainWindow") -> bool:
    return _boxes_chosen(window, 3)


def with_boxes(window: "MainWindow") -> bool:
    return window.chart is not None and bool(window.chart.document.nodes)


def with_one_box(window: "MainWindow") -> bool:
    if window.chart is None:
        return False
    chosen = window.chart.canvas.selection()
    return len(chosen) == 1 and next(iter(chosen)) in window.chart.document.nodes


def can_undo(window: "MainWindow") -> bool:
    return window.chart is not None and window.chart.document.history.undo_name is not None


def can_redo(window: "MainWindow") -> bool:
    return window.chart is not None and window.chart.document.history.redo_name is not None


def unsaved(window: "MainWindow") -> bool:
    """There is something to save; a chart without a file always has."""
    chart = window.chart
    return chart is not None and (not chart.session.is_saved or chart.session.path is None)


@dataclass(frozen=True)
class Action:
    """One thing the user can do. Its words are the text `action.<id>`; with `is_on` it is a switch."""

    id: str
    does: Does
    icon: str = ""
    shortcut: str = ""
    when: When = always
    is_on: When | None = None


ACTIONS: tuple[Action, ...] = (
    Action("new", lambda w: w.files.new(), "file-plus", "Ctrl+N"),
    Action("open", lambda w: w.files.open(), "folder-open", "Ctrl+O"),
    Action("insert_sample", lambda w: w.files.insert_sample(), "stack", when=with_chart),
    Action("save", lambda w: w.files.save(), "floppy-disk", "Ctrl+S", unsaved),
    Action("save_as", lambda w: w.files.save_as(), "", "Ctrl+Shift+S", with_chart),
    Action("export", lambda w: w.files.export(), "export", "Ctrl+E", with_chart),
    Action("close", lambda w: w.close_current(), "x", "Ctrl+W", with_chart),
    Action("quit", lambda w: w.close(), "sign-out", "Ctrl+Q"),
    Action("undo", lambda w: w.edits.undo(), "arrow-u-up-left", "Ctrl+Z", can_undo),
    Action("redo", lambda w: w.edits.redo(), "arrow-u-up-right", "Ctrl+Shift+Z", can_redo),
    Action("rename", lambda w: w.edits.rename(), "pencil-simple", "F2", with_one_box),
    Action("move_to", lambda w: w.edits.move_to(), "arrow-bend-down-right", "Ctrl+M", with_selected_boxes),
    Action("delete", lambda w: w.edits.delete(), "trash", "Del", with_selection),
    Action("cut", lambda w: w.clipboard.cut(), "scissors", "Ctrl+X", with_selected_boxes),
    Action("copy", lambda w: w.clipboard.copy(), "copy", "Ctrl+C", with_selected_boxes),
    Action("paste", lambda w: w.clipboard.paste(), "clipboard", "Ctrl+V", with_chart),
    Action("duplicate", lambda w: w.clipboard.duplicate(), "copy-simple", "Ctrl+D", with_selected_boxes),
    Action("copy_style", lambda w: w.clipboard.copy_style(), "paint-brush", "Ctrl+Shift+C", with_one_selected),
    Action("paste_style", lambda w: w.clipboard.paste_style(), "paint-brush-broad", "Ctrl+Shift+V", with_style),
    Action("select_all", lambda w: w.edits.select_all(), "selection-all", "Ctrl+A", with_boxes),
    Action("select_same_kind", lambda w: w.arranging.select_same_kind(), "", "", with_selection),
    Action("select_branch", lambda w: w.arranging.select_branch(), "tree-structure", "Ctrl+Shift+B",
           with_selected_boxes),
    Action("select_connected", lambda w: w.arranging.select_connected(), "share-network", "", with_selection),
    Action("invert_selection", lambda w: w.arranging.invert_selection(), "selection-inverse", "Ctrl+Shift+I",
           with_boxes),
    Action("find_text", lambda w: w.arranging.find(), "text-aa", "Ctrl+F", with_boxes),
    Action("replace_text", lambda w: w.arranging.find(replaces=True), "", "Ctrl+H", with_boxes),
    Action("next_hit", lambda w: w.arranging.next_hit(1), "", "F3", with_boxes),
    Action("previous_hit", lambda w: w.arranging.next_hit(-1), "", "Shift+F3", with_boxes),
    Action("find", lambda w: w.program.search(), "magnifying-glass", "Ctrl+K"),
    Action("fit", lambda w: w.views.fit(), "frame-corners", "Ctrl+0", with_boxes),
    Action("actual_size", lambda w: w.views.actual_size(), "", "Ctrl+1", with_boxes),
    Action("fit_selection", lambda w: w.views.fit_selection(), "", "Ctrl+2", with_selection),
    Action("zoom_in", lambda w: w.views.zoom_in(), "magnifying-glass-plus", "Ctrl++", with_chart),
    Action("zoom_out", lambda w: w.views.zoom_out(), "magnifying-glass-minus", "Ctrl+-", with_chart),
    Action("structure", lambda w: w.toggle_structure(), "list-bullets", "Ctrl+Shift+T", with_chart,
           lambda w: w.structure_dock.isVisible()),
    Action("inspector", lambda w: w.toggle_aside("properties"), "sliders-horizontal", "Ctrl+I", with_chart,
           lambda w: w.is_aside_shown("properties")),
    Action("questions", lambda w: w.toggle_aside("questions"), "question", "Ctrl+Shift+A", with_chart,
           lambda w: w.is_aside_shown("questions")),
    Action("hints", lambda w: w.toggle_aside("hints"), "lightbulb", "Ctrl+Shift+H", with_chart,
           lambda w: w.is_aside_shown("hints")),
    Action("history", lambda w: w.toggle_aside("history"), "clock-counter-clockwise", "Ctrl+Shift+Y", with_chart,
           lambda w: w.is_aside_shown("history")),
    Action("dates", lambda w: w.views.toggle_dates(), "calendar-blank", "Ctrl+Shift+D", with_chart,
           lambda w: w.views.has_dates),
    Action("minimap", lambda w: w.views.toggle_minimap(), "map-trifold", "", with_chart, lambda w: w.views.has_minimap),
    Action("paper", lambda w: w.views.toggle_paper(), "article", "", with_chart, lambda w: w.views.has_paper),
    Action("light", lambda w: w.program.choose_theme("light"), "sun", is_on=lambda w: w.program.theme == "light"),
    Action("dark", lambda w: w.program.choose_theme("dark"), "moon", is_on=lambda w: w.program.theme == "dark"),
    Action("system_theme", lambda w: w.program.choose_theme("system"), is_on=lambda w: w.program.theme == "system"),
    Action("swedish", lambda w: w.program.choose_language("sv"), "translate",
           is_on=lambda w: w.program.language == "sv"),
    Action("english", lambda w: w.program.choose_language("en"), is_on=lambda w: w.program.language == "en"),
    Action("system_language", lambda w: w.program.choose_language("system"),
           is_on=lambda w: w.program.language == "system"),
    Action("select_tool", lambda w: w.edits.use("select"), "cursor", "V", with_chart, lambda w: w.tool == "select"),
    Action("connect_tool", lambda w: w.edits.use("connect"), "flow-arrow", "C", with_chart,
           lambda w: w.tool == "connect"),
    Action("add_box", lambda w: w.edits.add_box(), "plus", "B", with_chart),
    Action("add_child", lambda w: w.edits.add_child(), "arrow-elbow-down-right", "Ctrl+Return", with_one_box),
    Action("add_sibling", lambda w: w.edits.add_sibling(), "rows", "Ctrl+Shift+Return", with_one_box),
    Action("layout_down", lambda w: w.layouts.lay_out("down"), "tree-structure@90", "Ctrl+L", with_boxes),
    Action("layout_right", lambda w: w.layouts.lay_out("right"), "tree-structure", "Ctrl+Shift+L", with_boxes),
    Action("layout_radial", lambda w: w.layouts.lay_out("radial"), "share-network", "", with_boxes),
    Action("layout_organic", lambda w: w.layouts.lay_out("organic"), "circles-three-plus", "", with_boxes),
    Action("align_left", lambda w: w.arranging.align("left"), "align-left", "", with_two_boxes),
    Action("align_centre", lambda w: w.arranging.align("centre"), "align-center-horizontal", "", with_two_boxes),
    Action("align_right", lambda w: w.arranging.align("right"), "align-right", "", with_two_boxes),
    Action("align_top", lambda w: w.arranging.align("top"), "align-top", "", with_two_boxes),
    Action("align_middle", lambda w: w.arranging.align("middle"), "align-center-vertical", "", with_two_boxes),
    Action("align_bottom", lambda w: w.arranging.align("bottom"), "align-bottom", "", with_two_boxes),
    Action("distribute_across", lambda w: w.arranging.distribute("across"), "columns", "", with_three_boxes),
    Action("distribute_down", lambda w: w.arranging.distribute("down"), "rows", "", with_three_boxes),
    Action("same_width", lambda w: w.arranging.same_size("width"), "arrows-out-line-horizontal", "", with_two_boxes),
    Action("same_height", lambda w: w.arranging.same_size("height"), "arrows-out-line-vertical", "", with_two_boxes),
    Action("same_both", lambda w: w.arranging.same_size("both"), "bounding-box", "", with_two_boxes),
    Action("stop_layout", lambda w: w.layouts.cancel(), "stop-circle", "", lambda w: w.layouts.is_running),
    Action("start_page", lambda w: w.show_start(), "house"),
    Action("next_tab", lambda w: w.step_tab(1), "", "Ctrl+Tab", with_chart),
    Action("previous_tab", lambda w: w.step_tab(-1), "", "Ctrl+Shift+Tab", with_chart),
    Action("help", lambda w: w.program.show_help(), "book-open"),
    Action("shortcuts", lambda w: w.program.show_shortcuts(), "keyboard", "F1"),
    Action("about", lambda w: w.program.show_about(), "info"),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("file", ("new", "open", "menu:recent", "menu:samples", "", "save", "save_as", "export", "", "close", "quit")),
    (
        "edit",
        (
            *("undo", "redo", "", "cut", "copy", "paste", "duplicate", ""),
            *("copy_style", "paste_style", "", "rename", "move_to", "delete", ""),
            *("select_all", "select_branch", "select_same_kind", "select_connected", "invert_selection", ""),
            *("find_text", "replace_text", "next_hit", "previous_hit", "find"),
        ),
    ),
    (
        "view",
        (
            *("fit", "actual_size", "fit_selection", "zoom_in", "zoom_out", ""),
            *("structure", "inspector", "history", "dates", "minimap", "paper", ""),
            *("light", "dark", "system_theme", "", "swedish", "english", "system_language"),
        ),
    ),
    ("insert", ("add_box", "add_child", "add_sibling", "menu:kinds", "", "connect_tool", "", "insert_sample")),
    (
        "arrange",
        (
            *("layout_down", "layout_right", "layout_radial", "layout_organic", "stop_layout", ""),
            *("align_left", "align_centre", "align_right", "", "align_top", "align_middle", "align_bottom", ""),
            *("distribute_across", "distribute_down", "", "same_width", "same_height", "same_both"),
        ),
    ),
    ("leadership", ("questions", "hints")),
    ("window", ("start_page", "", "next_tab", "previous_tab")),
    ("help", ("help", "shortcuts", "about")),
)
"""Menus with the ids of their actions: "" is a line, "menu:…" a menu that the window fills itself."""

TOOLBAR = (
    *("open", "save", "", "undo", "redo", "", "select_tool", "connect_tool", "add_box", ""),
    *("layout_down", "layout_right", "fit", "", "structure", "inspector"),
)  # fmt: skip
CONTEXT_MENU = (
    "cut",
    "copy",
    "paste",
    "duplicate",
    "",
    "rename",
    "move_to",
    "add_child",
    "add_sibling",
    "",
    "fit_selection",
    "",
    "delete",
)
