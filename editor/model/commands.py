"""What a user can do to a document, each as one undo step under the name the caller gives it in the user's language.

`editor.model.edits` has the same for use inside a step that is already open.
"""

from collections.abc import Iterable

from editor.geometry import Point
from editor.model import edits, outlining
from editor.model.document import Document
from editor.model.places import NEW_SIZE
from editor.model.vocabulary import Vocabulary


def rename(document: Document, id: str, text: str, name: str) -> None:
    with document.transaction(name) as step:
        edits.rename(document, step, id, text)


def move_to(document: Document, id: str, x: float, y: float, name: str) -> None:
    with document.transaction(name) as step:
        edits.move_to(document, step, id, x, y)


def move_by(
    document: Document, ids: Iterable[str], dx: float, dy: float, name: str, merge_key: str | None = None
) -> None:
    """Move nodes; moves that follow one another with the same `merge_key` are one step (arrow keys)."""
    with document.transaction(name, merge_key) as step:
        edits.move_by(document, step, ids, dx, dy)


def add(
    document: Document,
    vocabulary: Vocabulary,
    kind: str | None,
    name_text: str,
    under: str | None,
    step_name: str,
    at: Point | None = None,
    size: Point = NEW_SIZE,
) -> str:
    """Add a box and return its id; where no place is given, room is made for it beside its siblings."""
    with document.transaction(step_name) as step:
        if under is not None and at is None:
            return outlining.add_under(document, step, vocabulary, under, kind, name_text)
        return edits.add(document, step, vocabulary, kind, name_text, under, at, size)


def connect(document: Document, kind: str | None, source: str, target: str, name: str) -> str:
    with document.transaction(name) as step:
        return edits.connect(document, step, kind, source, target)


def set_kind(document: Document, ids: Iterable[str], kind: str | None, name: str) -> None:
    with document.transaction(name) as step:
        edits.set_kind(document, step, ids, kind)


def reparent(document: Document, vocabulary: Vocabulary, id: str, parent: str | None, name: str) -> None:
    with document.transaction(name) as step:
        edits.reparent(document, step, vocabulary, id, parent)


def delete(document: Document, ids: Iterable[str], name: str) -> None:
    with document.transaction(name) as step:
        edits.delete(document, step, ids)
