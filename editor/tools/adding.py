"""New boxes by key: a child or a sibling of the selected box, its name ready to type."""

from editor.geometry import Point
from editor.model import commands, outlining
from editor.model.places import NEW_SIZE
from editor.model.structure import structure_of
from editor.tools import wording
from editor.tools.editor import Editor


def add_child(editor: Editor, parent: str) -> str:
    """Add a box under another (in it where that is a group), of the kind of its last child; returns its id."""
    document = editor.document
    children = structure_of(document, editor.vocabulary).children.get(parent, [])
    kind = document.nodes[children[-1]].kind if children else None
    name, step = wording.one(wording.NEW_NAME, editor.lang), wording.one(wording.ADD, editor.lang)
    return commands.add(document, editor.vocabulary, kind, name, parent, step)


def place_box(editor: Editor, kind: str | None, point: Point) -> str:
    """Add a box with its middle at a point, in the group there, or under the box that is there; returns its id."""
    under = editor.node_at(point)
    free = under is None or editor.document.nodes[under].is_group
    at = Point(point.x - NEW_SIZE.x / 2, point.y - NEW_SIZE.y / 2) if free else None
    text, step_name = wording.one(wording.NEW_NAME, editor.lang), wording.one(wording.ADD, editor.lang)
    return commands.add(editor.document, editor.vocabulary, kind, text, under, step_name, at)


def add_sibling(editor: Editor, id: str) -> str:
    """Add a box of the same kind after a node; returns its id."""
    with editor.document.transaction(wording.one(wording.ADD, editor.lang)) as step:
        name = wording.one(wording.NEW_NAME, editor.lang)
        return outlining.add_after(editor.document, step, editor.vocabulary, id, name)


def place_first(editor: Editor) -> str:
    """Add a box to an empty chart; returns its id."""
    name, step = wording.one(wording.NEW_NAME, editor.lang), wording.one(wording.ADD, editor.lang)
    return commands.add(editor.document, editor.vocabulary, None, name, None, step)
