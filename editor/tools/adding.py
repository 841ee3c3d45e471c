"""New boxes by key: a child or a sibling of the selected box, its name ready to type."""

from editor.model import commands, outlining
from editor.model.structure import Structure
from editor.tools import wording
from editor.tools.editor import Editor


def add_child(editor: Editor, parent: str) -> str:
    """Add a box under another (in it where that is a group), of the kind of its last child; returns its id."""
    document = editor.document
    children = Structure(document, editor.vocabulary).children.get(parent, [])
    kind = document.nodes[children[-1]].kind if children else None
    name, step = wording.one(wording.NEW_NAME, editor.lang), wording.one(wording.ADD, editor.lang)
    return commands.add(document, editor.vocabulary, kind, name, parent, step)


def add_sibling(editor: Editor, id: str) -> str:
    """Add a box of the same kind after a node; returns its id."""
    with editor.document.transaction(wording.one(wording.ADD, editor.lang)) as step:
        name = wording.one(wording.NEW_NAME, editor.lang)
        return outlining.add_after(editor.document, step, editor.vocabulary, id, name)
