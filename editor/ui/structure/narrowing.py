"""Which rows of the outline a typed search leaves: those it fits, and whatever stands above them."""

from collections.abc import Iterable

from editor.model.document import Document
from editor.model.records import Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary, text_in

Children = dict[str | None, list[str]]


def fitting(document: Document, vocabulary: Vocabulary, lang: str, text: str) -> set[str]:
    """The boxes in whose name, kind or holders every word of the text is found."""
    wanted = text.casefold().split()
    kinds = {id: text_in(kind.label, lang) for id, kind in vocabulary.kinds.items()}

    def said(node: Node) -> str:
        holders = (tenure.name for tenure in node.facts.tenures)
        return " ".join((node.name, kinds.get(node.kind or "", node.kind or ""), *holders)).casefold()

    texts = ((node.id, said(node)) for node in document.nodes.values())
    return {id for id, words in texts if all(word in words for word in wanted)}


def narrowed(structure: Structure, found: Iterable[str]) -> Children:
    """The children of every row that is left: those that fit, and all above them."""
    left: set[str] = set()
    for id in found:
        above: str | None = id
        while above is not None and above not in left:
            left.add(above)
            above = structure.parent[above]
    kept = ((id, [child for child in children if child in left]) for id, children in structure.children.items())
    return {id: children for id, children in kept if children}
