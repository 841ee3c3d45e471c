"""Carrying out the operations of `ledgraf edit` as one step."""

from collections.abc import Sequence

from editor.cli.operations import Operation
from editor.errors import UserError
from editor.model import edits
from editor.model.document import Document
from editor.model.integrity import IntegrityError
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

STEP_NAMES = {"sv": "Ändra från kommandoraden", "en": "Edit from the command line"}


def carry_out(operations: Sequence[Operation], document: Document, vocabulary: Vocabulary, lang: str) -> list[str]:
    """Do all in order, or nothing. Returns the ids of what was added; UserError says which operation can't be."""
    added: list[str] = []
    try:
        with document.transaction(STEP_NAMES[lang]) as step:
            for operation in operations:
                id = _do(operation, document, step, vocabulary)
                if id is not None:
                    added.append(id)
    except IntegrityError as error:
        raise UserError(
            {"sv": f"Ändringen går inte: {error}.", "en": f"The change is not possible: {error}."},
            {"sv": "Inget har ändrats.", "en": "Nothing was changed."},
        ) from error
    return added


def _do(operation: Operation, document: Document, step: Transaction, vocabulary: Vocabulary) -> str | None:
    """Do one operation; the id of what it added, if anything."""
    verb, words, under = operation
    try:
        if verb == "add":
            return edits.add(document, step, vocabulary, words[0] or None, words[1], under)
        if verb == "connect":
            return edits.connect(document, step, words[0] or None, words[1], words[2])
        _change(verb, words, document, step, vocabulary)
        return None
    except UserError as error:
        error.where = error.where or f"--{verb} {' '.join(words)}"
        raise


def _change(verb: str, words: tuple[str, ...], document: Document, step: Transaction, vocabulary: Vocabulary) -> None:
    if verb == "rename":
        edits.rename(document, step, words[0], words[1])
    elif verb == "move":
        edits.move_to(document, step, words[0], float(words[1]), float(words[2]))
    elif verb == "reparent":
        edits.reparent(document, step, vocabulary, words[0], words[1] or None)
    else:
        edits.delete(document, step, [words[0]])
