"""The actions of the menu for the window's documents."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import with_chart

ACTIONS = (
    Action("start_page", lambda w: w.show_start(), "house"),
    Action("next_tab", lambda w: w.step_tab(1), "", "Ctrl+Tab", with_chart),
    Action("previous_tab", lambda w: w.step_tab(-1), "", "Ctrl+Shift+Tab", with_chart),
    Action("next_pane", lambda w: w.step_pane(1), "", "F6"),
    Action("previous_pane", lambda w: w.step_pane(-1), "", "Shift+F6"),
)  # fmt: skip

WINDOW = Menu("window", ("start_page", "", "next_tab", "previous_tab", "", "next_pane", "previous_pane"), ACTIONS)
