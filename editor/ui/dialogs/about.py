"""What the program is, and which version."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QWidget

from editor.ui.dialogs.message import Message
from editor.ui.language import Language


def show_about(parent: QWidget, words: Language) -> None:
    try:
        number = version("ledgraf")
    except PackageNotFoundError:
        number = ""
    message = Message(parent, f"Ledgraf {number}".strip(), (words("help.about"),), "tree-structure")
    message.setWindowTitle(words("action.about"))
    message.add_answer(words("button.ok"), None, is_default=True)
    message.ask()
