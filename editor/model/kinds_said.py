"""What boxes are said to be: by hand, or by the name that a new box gets; a line that said nothing follows."""

from collections.abc import Iterable

import msgspec

from editor.model import edits, outlining
from editor.model.document import Document
from editor.model.kinds_named import kind_named
from editor.model.lines import way_between
from editor.model.records import NO_LOOK, Edge
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary


def say_kind(
    document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str], kind: str | None
) -> None:
    """Say what boxes or relations are. A tree line of theirs that says nothing is told what both ends make of it."""
    ids = list(ids)
    edits.set_kind(document, step, ids, kind)
    if kind is None:
        return
    nodes = [id for id in ids if id in document.nodes]
    tops = {id: edits.tree_line(document, vocabulary, id) for id in _hanging(document, nodes)}
    for child, line in tops.items():
        if line is not None and _says_nothing(line):
            _tell(document, step, vocabulary, child, line)


def name_new(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, text: str) -> None:
    """Give a box that was just added its name, and make it what that name says it is."""
    edits.rename(document, step, id, text)
    node = document.nodes.get(id)
    kind = kind_of_new(document, vocabulary, id, text) if node is not None else None
    if node is None or kind == node.kind:
        return
    edits.set_kind(document, step, [id], kind)
    line = edits.tree_line(document, vocabulary, id)
    if line is not None and (line.kind is not None or _says_nothing(line)):
        _tell(document, step, vocabulary, id, line)
        like = [other for other in _siblings(document, vocabulary, id) if document.nodes[other].kind == kind]
        if like:
            outlining.hang_like(document, step, vocabulary, id, like[-1])


def kind_of_new(document: Document, vocabulary: Vocabulary, id: str, text: str) -> str | None:
    """What a new box is by its name, else what its siblings are.

    Where a sibling was made something else than its name says, as departments that are called offices, the new one
    is what the sibling is.
    """
    kind, named = document.nodes[id].kind, kind_named(vocabulary, text)
    if named is None:
        return kind
    alike = [other for other in _siblings(document, vocabulary, id) if document.nodes[other].kind == kind]
    is_meant = kind is not None and bool(alike) and _is_called_otherwise(document, vocabulary, alike[-1])
    return kind if is_meant else named


def _is_called_otherwise(document: Document, vocabulary: Vocabulary, id: str) -> bool:
    node = document.nodes[id]
    return kind_named(vocabulary, node.name) not in (None, node.kind)


def _siblings(document: Document, vocabulary: Vocabulary, id: str) -> list[str]:
    structure = structure_of(document, vocabulary)
    return [other for other in structure.children.get(structure.parent[id], []) if other != id]


def _hanging(document: Document, ids: Iterable[str]) -> list[str]:
    """The boxes themselves and those at the other ends of their lines, which may hang under them."""
    found: dict[str, None] = {}
    for id in ids:
        lines = (document.edges[line] for line in document.indexes.edges_at(id))
        found.update(dict.fromkeys((id, *(end for line in lines for end in (line.source, line.target)))))
    return list(found)


def _says_nothing(line: Edge) -> bool:
    """Whether nobody has said or drawn anything of this line, as its author may in another program."""
    is_drawn = bool(line.bends) and not line.loose
    is_plain = not (line.name or line.labels or line.attributes or is_drawn)
    return is_plain and line.kind is None and line.look == NO_LOOK


def _tell(document: Document, step: Transaction, vocabulary: Vocabulary, child: str, line: Edge) -> None:
    parent = line.source if line.target == child else line.target
    kind, (source, target) = edits.hanging_kind(document, vocabulary, parent, child)
    if kind is None and line.kind is None:
        return
    bends = way_between(document, source, target) if kind else ()
    told = {"source": source, "target": target, "kind": kind, "bends": bends}
    step.put(msgspec.structs.replace(line, **told, source_offset=None, target_offset=None))
