"""The actions of the menu for the text that facts rest on."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import with_chart


def _made(deed: str, icon: str) -> Action:
    """What is made of the selected words; its key works inside the text."""
    return Action(f"source_{deed}", lambda w: w.sourcing.do(deed), icon, when=lambda w: w.sourcing.can(deed))


ACTIONS = (
    Action("source", lambda w: w.toggle_aside("source"), "quotes", "Ctrl+Shift+U", with_chart,
           lambda w: w.is_aside_shown("source")),
    Action("source_open", lambda w: w.sourcing.open_text(), "file-text", when=with_chart),
    Action("source_paste", lambda w: w.sourcing.paste_text(), "clipboard-text", when=with_chart),
    _made("element", "plus"),
    _made("under", "tree-structure"),
    _made("relation", "line-segment"),
    _made("holder", "user"),
    _made("task", "list-bullets"),
    _made("start", "calendar-plus"),
    _made("end", "calendar-x"),
    _made("support", "check-circle"),
)  # fmt: skip

SOURCE = Menu(
    "source",
    (
        "source",
        "source_open",
        "source_paste",
        "",
        "source_element",
        "source_under",
        "source_relation",
        "source_holder",
        "source_task",
        "",
        "source_start",
        "source_end",
        "",
        "source_support",
    ),
    ACTIONS,
)
