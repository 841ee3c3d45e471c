"""The actions of the menu for files."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import unsaved, with_chart

ACTIONS = (
    Action("new", lambda w: w.files.new(), "file-plus", "Ctrl+N"),
    Action("open", lambda w: w.files.open(), "folder-open", "Ctrl+O"),
    Action("save", lambda w: w.files.save(), "floppy-disk", "Ctrl+S", unsaved),
    Action("save_as", lambda w: w.files.save_as(), "", "Ctrl+Shift+S", with_chart),
    Action("export", lambda w: w.files.export(), "export", "Ctrl+E", with_chart),
    Action("print", lambda w: w.files.print(), "printer", "Ctrl+P", with_chart),
    Action("print_preview", lambda w: w.files.preview(), "file-search", "Ctrl+Alt+P", with_chart),
    Action("close", lambda w: w.close_current(), "x", "Ctrl+W", with_chart),
    Action("quit", lambda w: w.close(), "sign-out", "Ctrl+Q"),
)  # fmt: skip

FILE = Menu(
    "file",
    (
        "new",
        "open",
        "menu:recent",
        "menu:samples",
        "",
        "save",
        "save_as",
        "export",
        "",
        "print_preview",
        "print",
        "",
        "close",
        "quit",
    ),
    ACTIONS,
)
