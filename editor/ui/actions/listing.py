"""The one list of actions, menu by menu, and what stands in the toolbar and the menu of a box.

Menus, toolbar, shortcuts and the command palette are all made from it, so nothing exists in one place only.
"""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.arrange import ALIGN, ARRANGE
from editor.ui.actions.edit import EDIT
from editor.ui.actions.file import FILE
from editor.ui.actions.help import HELP
from editor.ui.actions.insert import INSERT
from editor.ui.actions.leadership import LEADERSHIP
from editor.ui.actions.source import SOURCE
from editor.ui.actions.view import VIEW
from editor.ui.actions.window import WINDOW

MENUS: tuple[Menu, ...] = (FILE, EDIT, VIEW, INSERT, ARRANGE, LEADERSHIP, SOURCE, WINDOW, HELP)
ACTIONS: tuple[Action, ...] = tuple(action for menu in MENUS for action in menu.actions)
SUBMENUS = {"align": ALIGN}
"""What stands in the menus inside of others, by the id after "menu:"; others are filled when they are opened."""

TOOLBAR = (
    *("open", "save", "", "undo", "redo", "", "select_tool", "connect_tool", "add_box", ""),
    *("layout_municipal", "layout_right", "fit", "", "structure", "inspector"),
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
