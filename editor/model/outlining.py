"""What an outline does to a structure: a row put among others, deeper, shallower; all for use inside an open step."""

from collections.abc import Iterable, Sequence

from editor.model import edits
from editor.model.document import Document
from editor.model.structure import Structure, structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary


def tops(structure: Structure, ids: Iterable[str]) -> list[str]:
    """Those of the nodes that stand under no other of them, in the order of the outline."""
    wanted = set(ids)
    found: list[str] = []
    waiting = list(reversed(structure.roots))
    while waiting:
        id = waiting.pop()
        if id in wanted:
            found.append(id)
        else:
            waiting.extend(reversed(structure.children.get(id, [])))
    return found


def can_stand_under(structure: Structure, ids: Iterable[str], parent: str | None) -> bool:
    """Whether none of the nodes is the parent or above it."""
    above, wanted = parent, set(ids)
    while above is not None:
        if above in wanted:
            return False
        above = structure.parent.get(above)
    return True


def put_under(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    ids: Sequence[str],
    parent: str | None,
    before: str | None = None,
) -> None:
    """Put nodes with all that is below them under a parent (None = at the top), before a sibling or last.

    UserError where the parent is one of the nodes or below one.
    """
    for id in ids:
        if structure_of(document, vocabulary).parent[id] != parent:
            edits.reparent(document, step, vocabulary, id, parent)
    siblings = [id for id in structure_of(document, vocabulary).children.get(parent, []) if id not in set(ids)]
    at = siblings.index(before) if before in siblings else len(siblings)
    _order(document, step, ids, siblings, at)


def add_after(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, name: str) -> str:
    """Add a box of the same kind as a node, as the sibling that follows it; returns its id."""
    structure = structure_of(document, vocabulary)
    parent = structure.parent[id]
    siblings = structure.children[parent]
    new = edits.add(document, step, vocabulary, document.nodes[id].kind, name, parent)
    _order(document, step, [new], siblings, siblings.index(id) + 1)
    return new


def deeper(document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str]) -> bool:
    """Put nodes, each with its branch, under the sibling above them; False where none of them has one."""
    wanted = set(ids)
    has_moved = False
    for id in tops(structure_of(document, vocabulary), wanted):
        structure = structure_of(document, vocabulary)
        siblings = structure.children[structure.parent[id]]
        row = siblings.index(id)
        if row > 0 and siblings[row - 1] not in wanted:
            put_under(document, step, vocabulary, [id], siblings[row - 1])
            has_moved = True
    return has_moved


def shallower(document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str]) -> bool:
    """Put nodes, each with its branch, after their parents; False where all of them stand at the top."""
    has_moved = False
    for id in reversed(tops(structure_of(document, vocabulary), ids)):  # so that they keep their order
        structure = structure_of(document, vocabulary)
        parent = structure.parent[id]
        if parent is None:
            continue
        siblings = structure.children[structure.parent[parent]]
        following = siblings[siblings.index(parent) + 1 :]
        put_under(document, step, vocabulary, [id], structure.parent[parent], following[0] if following else None)
        has_moved = True
    return has_moved


def _order(document: Document, step: Transaction, ids: Sequence[str], siblings: Sequence[str], at: int) -> None:
    """Number the nodes so that they stand between the siblings at a row and the one before it."""
    low = document.nodes[siblings[at - 1]].order if at > 0 else None
    high = document.nodes[siblings[at]].order if at < len(siblings) else None
    if low is None:
        low = (high if high is not None else 0.0) - len(ids) - 1
    if high is None or high <= low:
        high = low + len(ids) + 1
    for number, id in enumerate(ids, 1):
        step.update(id, order=low + (high - low) * number / (len(ids) + 1))
