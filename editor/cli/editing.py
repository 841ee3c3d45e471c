"""Carrying out the operations of `ledgraf edit` as one step."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from editor.cli.operations import Operation
from editor.cli.sourcing import Sources
from editor.errors import UserError
from editor.model import edits, persons, reorganising
from editor.model.document import Document
from editor.model.integrity import IntegrityError
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

STEP_NAMES = {"sv": "Ändra från kommandoraden", "en": "Edit from the command line"}
LAST = "@"
"""Stands for the id of what the operations before have added last."""
Doing = Callable[[Document, Transaction, Vocabulary, Operation], Iterable[str] | None]
"""Does one operation; gives the ids of what it added, if anything."""


def carry_out(operations: Sequence[Operation], document: Document, vocabulary: Vocabulary, lang: str) -> list[str]:
    """Do all in order, or nothing. Returns the ids of what was added; UserError says which operation can't be."""
    added: list[str] = []
    sources = Sources()
    doings = {
        **DOINGS,
        "source": sources.add,
        "text": sources.give,
        "keep-text": sources.keep,
        "drop-text": sources.drop,
        "fact": sources.fact,
        "quote": sources.quote,
        "certainty": sources.certain,
    }
    try:
        with document.transaction(STEP_NAMES[lang]) as step:
            for operation in operations:
                added += _do(doings[operation.verb], _with_last(operation, added), document, step, vocabulary)
    except IntegrityError as error:
        raise UserError(
            {"sv": f"Ändringen går inte: {error}.", "en": f"The change is not possible: {error}."},
            {"sv": "Inget har ändrats.", "en": "Nothing was changed."},
        ) from error
    return added


def _with_last(operation: Operation, added: Sequence[str]) -> Operation:
    """The operation with what was added last in place of "@"."""
    if not added:
        return operation
    words = tuple(added[-1] if word == LAST else word for word in operation.words)
    return operation._replace(words=words, under=added[-1] if operation.under == LAST else operation.under)


def _do(doing: Doing, operation: Operation, document: Document, step: Transaction, vocabulary: Vocabulary) -> list[str]:
    try:
        return list(doing(document, step, vocabulary, operation) or ())
    except UserError as error:
        error.where = error.where or f"--{operation.verb} {' '.join(operation.words)}"
        raise


def _add(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> list[str]:
    return [edits.add(document, step, vocabulary, asked.words[0] or None, asked.words[1], asked.under)]


def _connect(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> list[str]:
    return [edits.connect(document, step, asked.words[0] or None, asked.words[1], asked.words[2])]


def _rename(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    edits.rename(document, step, asked.words[0], asked.words[1])


def _move(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    edits.move_to(document, step, asked.words[0], float(asked.words[1]), float(asked.words[2]))


def _reparent(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> None:
    edits.reparent(document, step, vocabulary, asked.words[0], asked.words[1] or None)


def _delete(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    edits.delete(document, step, [asked.words[0]])


# Changes of the organisation.


def _merge(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> list[str]:
    return [reorganising.merge(document, step, vocabulary, asked.words[1:], asked.words[0], asked.day)]


def _split(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> list[str]:
    return reorganising.split(document, step, vocabulary, asked.words[0], asked.words[1:], asked.day)


def _dissolve(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> None:
    reorganising.dissolve(document, step, vocabulary, asked.words[0], asked.day)


def _rename_from(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> list[str]:
    return [reorganising.succeed(document, step, vocabulary, asked.words[0], asked.words[1], asked.day)]


def _replace(document: Document, step: Transaction, vocabulary: Vocabulary, asked: Operation) -> list[str]:
    post, name = asked.words
    return [reorganising.succeed(document, step, vocabulary, post, name, asked.day, holders_stay=False)]


def _move_task(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    source, task, target = asked.words
    reorganising.move_task(document, step, source, reorganising.task_meant(document, source, task), target, asked.day)


def _appoint(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    post, *names = asked.words
    tenures = [persons.tenure_of(document, name, asked.day) for name in names]
    reorganising.appoint(document, step, post, *tenures)


def _vacate(document: Document, step: Transaction, _: Vocabulary, asked: Operation) -> None:
    reorganising.vacate(document, step, asked.words[0], asked.day)


DOINGS: Mapping[str, Doing] = {
    "add": _add,
    "connect": _connect,
    "rename": _rename,
    "move": _move,
    "reparent": _reparent,
    "delete": _delete,
    "merge": _merge,
    "split": _split,
    "dissolve": _dissolve,
    "rename-from": _rename_from,
    "replace": _replace,
    "move-task": _move_task,
    "appoint": _appoint,
    "vacate": _vacate,
}
