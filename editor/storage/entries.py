"""The lines of a journal: what each says, and how it is done again to a document."""

from collections.abc import Sequence

import msgspec

from editor.model.document import Document
from editor.model.history import Mark
from editor.model.integrity import IntegrityError
from editor.model.records import Edge, Info, Node


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """The first line. digest: SHA-256 of the bytes that were opened."""

    version: int
    digest: str


class StepNoted(msgspec.Struct, frozen=True, omit_defaults=True, tag="step"):
    """One step: the records as they are afterwards, and the ids of those that went."""

    name: str
    merge_key: str | None = None
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    info: Info | None = None
    removed: tuple[str, ...] = ()


class Undone(msgspec.Struct, frozen=True, tag="undo"):
    """The last step was taken back."""


class Redone(msgspec.Struct, frozen=True, tag="redo"):
    """What was taken back last was done again."""


class Saved(msgspec.Struct, frozen=True, tag="saved"):
    """A save. digest: SHA-256 of the file's bytes.  done: after how many steps; None if they can't be come back to."""

    digest: str
    done: int | None


class Suggested(msgspec.Struct, frozen=True, tag="suggested"):
    """Places for boxes that have none in the file, and ways between them: shown, but no step."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()


Entry = Begun | StepNoted | Undone | Redone | Saved | Suggested
ENTRIES: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def replay(document: Document, entries: Sequence[Entry]) -> int:
    """Do everything again, each as the undo step that it was; how many could be: the first that can't ends it."""
    for number, entry in enumerate(entries):
        try:
            _do(document, entry)
        except (IntegrityError, ValueError, KeyError, IndexError, RuntimeError):
            return number
    return len(entries)


def _do(document: Document, entry: Entry) -> None:
    if isinstance(entry, StepNoted):
        with document.transaction(entry.name, entry.merge_key) as step:
            step.remove(*entry.removed)
            step.put(*entry.nodes, *entry.edges, *((entry.info,) if entry.info is not None else ()))
    elif isinstance(entry, Undone):
        document.undo()
    elif isinstance(entry, Redone):
        document.redo()
    elif isinstance(entry, Suggested):
        document.suggest(entry.nodes, entry.edges)
    elif isinstance(entry, Saved):
        _mark(document, entry.done)


def _mark(document: Document, done: int | None) -> None:
    history = document.history
    if done is None:
        history.mark_unsaved()
    else:
        steps = (*history.done, *history.undone)
        history.mark_saved(Mark(done, steps[done - 1] if done else None))
