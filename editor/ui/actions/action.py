"""What an action is: its name, icon and shortcut, when it can be used, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from editor.ui.actions.conditions import always
from editor.ui.window.workplace import Workplace

Does = Callable[[Workplace], object]
When = Callable[[Workplace], bool]


@dataclass(frozen=True)
class Action:
    """One thing the user can do. Its words are the text `action.<id>`; with `is_on` it is a switch."""

    id: str
    does: Does
    icon: str = ""
    shortcut: str = ""
    when: When = always
    is_on: When | None = None


@dataclass(frozen=True)
class Menu:
    """A menu of the menu bar. `ids` name what stands in it: "" is a line, "menu:…" a menu that the window fills."""

    id: str
    ids: tuple[str, ...]
    actions: tuple[Action, ...]
