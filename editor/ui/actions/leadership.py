"""The actions of the menu for what can be asked and said of the structure."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.changing import ACTIONS as CHANGING
from editor.ui.actions.changing import CHANGES, PERSON_IDS
from editor.ui.actions.conditions import with_chart, with_one_box

ACTIONS = (
    Action("questions", lambda w: w.toggle_aside("questions"), "question", "Ctrl+Shift+A", with_chart,
           lambda w: w.is_aside_shown("questions")),
    Action("matter_way", lambda w: w.show_way(), "path", "", with_one_box),
    Action("hints", lambda w: w.toggle_aside("hints"), "lightbulb", "Ctrl+Shift+H", with_chart,
           lambda w: w.is_aside_shown("hints")),
    Action("changes", lambda w: w.toggle_aside("changes"), "git-diff", "", with_chart,
           lambda w: w.is_aside_shown("changes")),
    *CHANGING,
)  # fmt: skip

LEADERSHIP = Menu("leadership", ("questions", "matter_way", "hints", "changes", "", *CHANGES, *PERSON_IDS), ACTIONS)
