"""A branch hung elsewhere moves there whole: the box, what is below it, and the lines among them."""

from collections.abc import Iterable, Sequence

from editor.geometry import Point, Rect, bounds_of
from editor.model import edits, outlining
from editor.model.document import Document
from editor.model.moving import with_members
from editor.model.places import grow_groups, place_for
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary


def landing_of(document: Document, vocabulary: Vocabulary, id: str, parent: str) -> Rect | None:
    """Where a node would stand if its branch hung under `parent`; None where one of them has no place."""
    box = document.nodes[id].box
    whole = _around(document, structure_of(document, vocabulary).branch(id))
    if box is None or whole is None:
        return None
    place = place_for(document, vocabulary, document.nodes[parent], Point(whole.width, whole.height))
    return box.moved(place.x - whole.x, place.y - whole.y) if place is not None else None


def land_under(document: Document, step: Transaction, vocabulary: Vocabulary, ids: Sequence[str], parent: str) -> None:
    """Put nodes with all that is below them last under a parent, and move them to where they are to be seen there.

    UserError where the parent is one of the nodes or below one.
    """
    for id in ids:
        landing = landing_of(document, vocabulary, id, parent)
        branch = with_members(document, structure_of(document, vocabulary).branch(id))
        before = {member: document.nodes[member].box for member in branch}
        box = before[id]
        outlining.put_under(document, step, vocabulary, [id], parent)
        if landing is None or box is None:
            continue
        _put_back(document, step, before)
        edits.move_by(document, step, branch, landing.x - box.x, landing.y - box.y)
        for member in branch:
            grow_groups(document, step, member)


def _put_back(document: Document, step: Transaction, before: dict[str, Rect | None]) -> None:
    """Undo what hanging moved by itself, so that the whole branch moves by the same way."""
    for id, box in before.items():
        if document.nodes[id].box != box:
            step.update(id, box=box)


def _around(document: Document, ids: Iterable[str]) -> Rect | None:
    return bounds_of(box for id in ids if (box := document.nodes[id].box) is not None)
