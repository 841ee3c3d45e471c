"""The operations of `ledgraf edit`, taken from the command line in the order in which they stand.

argparse collects options by name and takes a text that begins with a hyphen for an option; here the order matters and
any text may be a name, so each operation takes exactly as many words as it needs.
"""

from collections.abc import Sequence
from typing import NamedTuple

EDITS = {"rename": 2, "move": 3, "add": 2, "connect": 3, "reparent": 2, "delete": 1}
SOURCES = {"source": 2, "text": 2, "keep-text": 2, "drop-text": 1, "fact": 3, "quote": 3, "certainty": 2}
"""Where something is stated."""
CHANGES = {
    "merge": 3,
    "split": 3,
    "dissolve": 1,
    "rename-from": 2,
    "replace": 2,
    "move-task": 3,
    "appoint": 2,
    "vacate": 1,
}
"""Changes of the organisation itself, which need a day."""
WORDS_OF = {**EDITS, **SOURCES, **CHANGES}
TAKE_MORE = ("merge", "split", "appoint")
"""After which `--and` adds one more of what the last word is."""


class Operation(NamedTuple):
    """One thing to do.

    under: the parent of an added box.  day: from when a change holds (EDTF), "" for operations that have none.
    """

    verb: str
    words: tuple[str, ...]
    under: str | None = None
    day: str = ""

    @property
    def is_change(self) -> bool:
        return self.verb in CHANGES


class NotUnderstood(ValueError):
    """The words do not make an operation; the message says why."""


def taken(argv: Sequence[str]) -> tuple[list[Operation], list[str]]:
    """The operations, and the words that are left for argparse. Raises NotUnderstood."""
    operations: list[Operation] = []
    rest: list[str] = []
    waiting = list(argv)
    day = ""
    while waiting:
        word = waiting.pop(0)
        verb = word.removeprefix("--")
        if word == "--under":
            operations.append(_under(operations, _next(waiting, word, 1)[0]))
        elif word == "--and":
            operations.append(_one_more(operations, _next(waiting, word, 1)))
        elif word == "--as-of":
            day = _day(_next(waiting, word, 1)[0])
            operations = _dated(operations, day)
        elif word.startswith("--") and verb in WORDS_OF:
            operations.append(_checked(Operation(verb, _next(waiting, word, WORDS_OF[verb]))))
        else:
            rest.append(word)
    return _all_dated(_dated(operations, day)), rest


def _next(waiting: list[str], option: str, count: int) -> tuple[str, ...]:
    if len(waiting) < count:
        raise NotUnderstood(f"{option} needs {count} {'word' if count == 1 else 'words'} after it")
    words = tuple(waiting[:count])
    del waiting[:count]
    return words


def _under(operations: list[Operation], parent: str) -> Operation:
    if not operations or operations[-1].verb not in ("add", "fact") or operations[-1].under is not None:
        raise NotUnderstood("--under must follow --add KIND NAME or --fact KIND SOURCE WORDS")
    return operations.pop()._replace(under=parent)


def _one_more(operations: list[Operation], words: tuple[str, ...]) -> Operation:
    if not operations or operations[-1].verb not in TAKE_MORE:
        raise NotUnderstood("--and must follow --merge, --split or --appoint")
    last = operations.pop()
    return last._replace(words=last.words + words)


def _dated(operations: list[Operation], day: str) -> list[Operation]:
    """Give the day to the changes that have none yet."""
    return [
        operation._replace(day=day) if operation.is_change and not operation.day else operation
        for operation in operations
    ]


def _all_dated(operations: list[Operation]) -> list[Operation]:
    undated = next((operation for operation in operations if operation.is_change and not operation.day), None)
    if undated is not None:
        raise NotUnderstood(f"--{undated.verb} needs a day: add --as-of DATE")
    return operations


def _day(text: str) -> str:
    from editor.insight.timing import span_of  # reading dates takes a tenth of a second to import

    if span_of(text) is None:
        raise NotUnderstood(f"{text!r} is no date; write 2009-01-01, 2008-10 or 2007-23 (autumn 2007)")
    return text


def _checked(operation: Operation) -> Operation:
    if operation.verb == "move":
        for word in operation.words[1:]:
            try:
                float(word)
            except ValueError:
                raise NotUnderstood(f"--move needs two numbers, not {word!r}") from None
    return operation
