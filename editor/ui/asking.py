"""Questions and errors as dialogs: what happened, why, and what to do next."""

from enum import Enum

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from editor.errors import UserError
from editor.ui.language import Language


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_to_save(parent: QWidget, words: Language, name: str) -> Answer:
    """Ask before a document with unsaved changes is closed."""
    box = QMessageBox(parent)
    box.setWindowTitle(words("ask.save_title"))
    box.setText(words("ask.save_what", name=name))
    box.setInformativeText(words("ask.save_why"))
    save = box.addButton(words("button.save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(words("button.discard"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(words("button.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    answers: dict[object, Answer] = {save: Answer.SAVE, discard: Answer.DISCARD}
    return answers.get(box.clickedButton(), Answer.CANCEL)


def show_error(parent: QWidget | None, words: Language, headline: str, error: UserError) -> None:
    """Say what could not be done, why, and what to do; the whole can be copied."""
    what, advice = words.of_error(error)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("Ledgraf")
    box.setText(headline)
    box.setInformativeText(f"{what}\n\n{advice}")
    copy = QPushButton(words("button.copy"))
    box.addButton(copy, QMessageBox.ButtonRole.HelpRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QApplication.clipboard().setText(f"{headline}\n{what}\n{advice}"))
    box.setDefaultButton(box.addButton(words("button.ok"), QMessageBox.ButtonRole.AcceptRole))
    box.exec()


def show_trouble(parent: QWidget | None, words: Language, details: str) -> None:
    """Say that something went wrong in the program itself; the details are for whoever mends it."""
    box = QMessageBox(parent)
    box.setWindowTitle("Ledgraf")
    box.setText(words("error.program_what"))
    box.setInformativeText(words("error.program_advice"))
    box.setDetailedText(details)
    box.addButton(words("button.ok"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
