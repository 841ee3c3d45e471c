"""The actions of the menu for help."""

from editor.ui.actions.action import Action, Menu

ACTIONS = (
    Action("help", lambda w: w.program.show_help(), "book-open"),
    Action("shortcuts", lambda w: w.show_shortcuts(), "keyboard", "F1"),
    Action("about", lambda w: w.program.show_about(), "info"),
)  # fmt: skip

HELP = Menu("help", ("help", "shortcuts", "about"), ACTIONS)
