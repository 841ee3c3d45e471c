"""The actions of the menu for layout, alignment and size."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import with_boxes, with_three_boxes, with_two_boxes

ACTIONS = (
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
)  # fmt: skip

ARRANGE = Menu(
    "arrange",
    (
        "layout_down",
        "layout_right",
        "layout_radial",
        "layout_organic",
        "stop_layout",
        "",
        "align_left",
        "align_centre",
        "align_right",
        "",
        "align_top",
        "align_middle",
        "align_bottom",
        "",
        "distribute_across",
        "distribute_down",
        "",
        "same_width",
        "same_height",
        "same_both",
    ),
    ACTIONS,
)
