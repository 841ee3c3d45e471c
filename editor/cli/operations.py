"""The operations of `ledgraf edit`, taken from the command line in the order in which they stand.

argparse collects options by name and takes a text that begins with a hyphen for an option; here the order matters and
any text may be a name, so each operation takes exactly as many words as it needs.
"""

from collections.abc import Sequence
from typing import NamedTuple

WORDS_OF = {"rename": 2, "move": 3, "add": 2, "connect": 3, "reparent": 2, "delete": 1}


class Operation(NamedTuple):
    """One thing to do. `under` is the parent of an added box."""

    verb: str
    words: tuple[str, ...]
    under: str | None = None


class NotUnderstood(ValueError):
    """The words do not make an operation; the message says why."""


def taken(argv: Sequence[str]) -> tuple[list[Operation], list[str]]:
    """The operations, and the words that are left for argparse. Raises NotUnderstood."""
    operations: list[Operation] = []
    rest: list[str] = []
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        verb = word.removeprefix("--")
        if word == "--under":
            operations.append(_under(operations, _next(waiting, word, 1)[0]))
        elif word.startswith("--") and verb in WORDS_OF:
            operations.append(_checked(Operation(verb, _next(waiting, word, WORDS_OF[verb]))))
        else:
            rest.append(word)
    return operations, rest


def _next(waiting: list[str], option: str, count: int) -> tuple[str, ...]:
    if len(waiting) < count:
        raise NotUnderstood(f"{option} needs {count} words after it")
    words = tuple(waiting[:count])
    del waiting[:count]
    return words


def _under(operations: list[Operation], parent: str) -> Operation:
    if not operations or operations[-1].verb != "add" or operations[-1].under is not None:
        raise NotUnderstood("--under must follow --add KIND NAME")
    return operations.pop()._replace(under=parent)


def _checked(operation: Operation) -> Operation:
    if operation.verb == "move":
        for word in operation.words[1:]:
            try:
                float(word)
            except ValueError:
                raise NotUnderstood(f"--move needs two numbers, not {word!r}") from None
    return operation
