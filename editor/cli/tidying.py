"""`ledgraf edit … --tidy branch|all`: after the changes the branches concerned, or all, are laid out anew."""

from collections.abc import Mapping

import msgspec
from msgspec import to_builtins

from editor.cli.studio import Studio
from editor.layout.presets import USUAL
from editor.model.document import Document
from editor.model.paper import paper_of, sheet_called
from editor.model.records import Node
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary


def tidy(document: Document, before: Document, vocabulary: Vocabulary, lang: str, what: str) -> Mapping[str, object]:
    """Tidy by the preset of the document's last layout; returns what that is like. UserError where it can't be."""
    studio = Studio(vocabulary, lang)
    preset = document.info.preset if document.info.preset in studio.presets else USUAL
    paper = paper_of(document.info)
    sheet = paper.sheet if paper is not None else sheet_called("A4")
    if what == "all":
        studio.lay_out(document, preset, paper)
        return {"preset": preset, **to_builtins(studio.quality(document, sheet))}
    tops = branches_concerned(document, before, vocabulary)
    for id in tops:
        studio.tidy_branch(document, id, preset)
    structure = Structure(document, vocabulary)
    touched = {member for top in tops for member in structure.branch(top)}
    stood = {id: node.box for id, node in before.nodes.items() if node.box is not None}
    return {"preset": preset, **to_builtins(studio.quality(document, sheet, stood, touched))}


def branches_concerned(document: Document, before: Document, vocabulary: Vocabulary) -> list[str]:
    """The tops of the branches in which something was added, removed, renamed or hung elsewhere; none inside another.

    What was only moved by hand stays where it was put.
    """
    old, new = Structure(before, vocabulary), Structure(document, vocabulary)
    tops: dict[str, None] = {}
    for id in _touched(before, document, old, new):
        parents = old.parent.get(id), new.parent.get(id)
        tops.update(dict.fromkeys(top for top in parents if top is not None))
        if parents == (None, None):
            tops[id] = None
    known = [top for top in tops if top in document.nodes]
    return [top for top in known if not _is_inside(top, known, new)]


def _touched(before: Document, after: Document, old: Structure, new: Structure) -> list[str]:
    """The boxes that say something else now, or hang elsewhere."""
    ids = {**before.nodes, **after.nodes}
    return [id for id in ids if _said(before, id) != _said(after, id) or old.parent.get(id) != new.parent.get(id)]


def _said(document: Document, id: str) -> Node | None:
    node = document.nodes.get(id)
    return None if node is None else msgspec.structs.replace(node, box=None)


def _is_inside(id: str, tops: list[str], structure: Structure) -> bool:
    above = structure.parent.get(id)
    while above is not None:
        if above in tops:
            return True
        above = structure.parent.get(above)
    return False
