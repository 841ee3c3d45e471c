"""The actions of the menu for new boxes and relations."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import with_chart, with_one_box, with_selected_boxes

ACTIONS = (
    Action("insert_sample", lambda w: w.files.insert_sample(), "stack", when=with_chart),
    Action("select_tool", lambda w: w.edits.use("select"), "cursor", "V", with_chart, lambda w: w.tool == "select"),
    Action("connect_tool", lambda w: w.edits.use("connect"), "flow-arrow", "C", with_chart,
           lambda w: w.tool == "connect"),
    Action("add_box", lambda w: w.edits.add_box(), "plus", "B", with_chart),
    Action("add_child", lambda w: w.edits.add_child(), "arrow-elbow-down-right", "Ctrl+Return", with_one_box),
    Action("add_sibling", lambda w: w.edits.add_sibling(), "rows", "Ctrl+Shift+Return", with_one_box),
    Action("connect_to", lambda w: w.relating.connect_to(), "line-segment", "Ctrl+Shift+R", with_selected_boxes),
    Action("attach_source", lambda w: w.relating.attach("source"), "", "", lambda w: w.relating.has_one_line),
    Action("attach_target", lambda w: w.relating.attach("target"), "", "", lambda w: w.relating.has_one_line),
    Action("reverse", lambda w: w.relating.reverse(), "arrows-left-right", "", lambda w: w.relating.has_lines),
    Action("straighten", lambda w: w.relating.straighten(), "", "", lambda w: w.relating.has_lines),
    Action("find_ways", lambda w: w.relating.find_ways(), "path", "", lambda w: w.relating.has_lines),
)  # fmt: skip

INSERT = Menu(
    "insert",
    (
        "add_box",
        "add_child",
        "add_sibling",
        "menu:kinds",
        "",
        "connect_tool",
        "connect_to",
        "",
        "reverse",
        "attach_source",
        "attach_target",
        "straighten",
        "find_ways",
        "",
        "insert_sample",
    ),
    ACTIONS,
)
