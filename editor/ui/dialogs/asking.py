"""Questions and errors as dialogs: what happened, why, and what to do next."""

from enum import Enum

from PySide6.QtWidgets import QWidget

from editor.errors import UserError
from editor.ui.dialogs.message import Message
from editor.ui.language import Language


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Clash(Enum):
    """What to do about a file that someone else has changed."""

    OVERWRITE = "overwrite"
    SAVE_AS = "save_as"
    RELOAD = "reload"
    MERGE = "merge"
    CANCEL = "cancel"


class Opening(Enum):
    """How to open a file that somebody else has open."""

    COPY = "copy"
    ANYWAY = "anyway"
    CANCEL = "cancel"


def ask_to_save(parent: QWidget, words: Language, name: str) -> Answer:
    """Ask before a document with unsaved changes is closed."""
    message = Message(parent, words("ask.save_what", name=name), (words("ask.save_why"),), "floppy-disk")
    message.setWindowTitle(words("ask.save_title"))
    message.add_answer(words("button.discard"), Answer.DISCARD)
    message.add_answer(words("button.cancel"), Answer.CANCEL)
    message.add_answer(words("button.save"), Answer.SAVE, is_default=True)
    return Answer(message.ask(Answer.CANCEL))


def ask_about_clash(parent: QWidget, words: Language, name: str) -> Clash:
    """Ask before a save would write over what someone else has changed."""
    message = Message(parent, words("ask.clash_what", name=name), (words("ask.clash_why"),), "warning")
    message.add_answer(words("button.cancel"), Clash.CANCEL)
    message.add_answer(words("button.overwrite"), Clash.OVERWRITE)
    message.add_answer(words("button.reload"), Clash.RELOAD)
    message.add_answer(words("button.save_as"), Clash.SAVE_AS)
    message.add_answer(words("disk.merge"), Clash.MERGE, is_default=True)
    return Clash(message.ask(Clash.CANCEL))


def ask_to_overwrite(parent: QWidget, words: Language, name: str) -> bool:
    """Ask before a file that is there is replaced."""
    message = Message(parent, words("ask.overwrite_what", name=name), (words("ask.overwrite_why"),), "warning")
    message.add_answer(words("button.overwrite"), True)
    message.add_answer(words("button.cancel"), False, is_default=True)
    return message.ask(False) is True


def ask_about_holder(parent: QWidget, words: Language, name: str, who: str) -> Opening:
    """Say who has a file open, and ask how it is to be opened."""
    message = Message(parent, words("disk.open_what", name=name), (who, words("disk.open_why")), "users")
    message.add_answer(words("button.cancel"), Opening.CANCEL)
    message.add_answer(words("disk.open_anyway"), Opening.ANYWAY)
    message.add_answer(words("disk.open_copy"), Opening.COPY, is_default=True)
    return Opening(message.ask(Opening.CANCEL))


def ask_to_reload(parent: QWidget, words: Language, name: str) -> bool:
    """Ask before changes that are not saved give way to the file on disk."""
    message = Message(parent, words("disk.reload_what", name=name), (words("disk.reload_why"),), "warning")
    message.add_answer(words("button.reload"), True)
    message.add_answer(words("button.cancel"), False, is_default=True)
    return message.ask(False) is True


def ask_to_discard(parent: QWidget, words: Language, name: str) -> bool:
    """Ask before what a crash has left is thrown away."""
    message = Message(parent, words("recovery.discard_what", name=name), (words("recovery.discard_why"),), "warning")
    message.add_answer(words("recovery.discard"), True)
    message.add_answer(words("button.cancel"), False, is_default=True)
    return message.ask(False) is True


def show_error(parent: QWidget | None, words: Language, headline: str, error: UserError) -> None:
    """Say what could not be done, why, and what to do; the whole can be copied."""
    message = Message(
        parent, headline, (error.what[words.code], error.advice[words.code], error.place(words.code)), "warning-circle"
    )
    message.add_copy(words("button.copy"))
    message.add_answer(words("button.ok"), None, is_default=True)
    message.ask()


def show_trouble(parent: QWidget | None, words: Language, details: str) -> None:
    """Say that something went wrong in the program itself; the details are for whoever mends it."""
    message = Message(parent, words("error.program_what"), (words("error.program_advice"),), "warning-circle")
    message.add_details(details, words("error.details"))
    message.add_copy(words("button.copy"))
    message.add_answer(words("button.ok"), None, is_default=True)
    message.ask()
