"""Branches that are collapsed into the box above them: what is hidden, and by which box."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from editor.model.document import Document
from editor.model.structure import Structure, structure_of
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

NOTHING: Mapping[str, str] = MappingProxyType({})


class Collapsed:
    """Which nodes a document hides because a branch is collapsed; found anew when the document has changed."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._revision = -1
        self._hidden = NOTHING

    @property
    def hidden(self) -> Mapping[str, str]:
        """Hidden node → the box that is shown in its place."""
        document = self._document
        if self._revision != document.revision:
            self._revision = document.revision
            self._hidden = hidden_by_branches(document, self._vocabulary) if document.indexes.collapsed else NOTHING
        return self._hidden


def hidden_by_branches(document: Document, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Every node below a collapsed one → the uppermost collapsed box above it."""
    structure = structure_of(document, vocabulary)
    hidden: dict[str, str] = {}
    for top in document.indexes.collapsed:
        if _uppermost(structure, document, top) == top:
            hidden.update(dict.fromkeys(structure.branch(top)[1:], top))
    return hidden


def set_collapsed(
    document: Document, step: Transaction, vocabulary: Vocabulary, ids: Iterable[str], collapsed: bool
) -> None:
    """Collapse the branches below these nodes, or show them again. What has nothing below it stays as it is."""
    children = structure_of(document, vocabulary).children
    for id in ids:
        node = document.nodes[id]
        if node.collapsed != collapsed and (not collapsed or (children.get(id) and not node.is_group)):
            step.update(id, collapsed=collapsed)


def revealing(document: Document, vocabulary: Vocabulary, id: str) -> tuple[list[str], list[str]]:
    """What must be opened for a node to be seen: the collapsed boxes and the folded groups above it."""
    structure = structure_of(document, vocabulary)
    branches, groups = [], []
    above = structure.parent.get(id)
    while above is not None:
        if document.nodes[above].collapsed:
            branches.append(above)
        above = structure.parent[above]
    group = document.nodes[id].group if id in document.nodes else None
    while group is not None:
        if document.nodes[group].folded:
            groups.append(group)
        group = document.nodes[group].group
    return branches, groups


def _uppermost(structure: Structure, document: Document, id: str) -> str:
    found, above = id, structure.parent[id]
    while above is not None:
        if document.nodes[above].collapsed:
            found = above
        above = structure.parent[above]
    return found
