"""Opening and closing what holds others: groups are folded, branches collapsed into the box above them."""

from collections.abc import Iterable

from editor.model.collapsing import revealing, set_collapsed
from editor.model.grouping import set_folded
from editor.model.pushing import hidden_ids
from editor.model.room import Room
from editor.model.structure import structure_of
from editor.tools import wording
from editor.tools.editor import Editor


def can_close(editor: Editor, ids: Iterable[str]) -> bool:
    """Whether one of them is open and has something to hide."""
    known = editor.document.nodes
    nodes = [known[id] for id in ids if id in known]
    if any(node.is_group and not node.folded for node in nodes):
        return True
    children = structure_of(editor.document, editor.vocabulary).children
    return any(not node.is_group and not node.collapsed and children.get(node.id) for node in nodes)


def can_open(editor: Editor, ids: Iterable[str]) -> bool:
    nodes = map(editor.document.nodes.get, ids)
    return any(node is not None and (node.folded or node.collapsed) for node in nodes)


def close(editor: Editor, ids: Iterable[str]) -> None:
    _set(editor, [id for id in ids if id in editor.document.nodes], True, wording.COLLAPSE)


def open_up(editor: Editor, ids: Iterable[str]) -> None:
    _set(editor, [id for id in ids if id in editor.document.nodes], False, wording.EXPAND)


def open_all(editor: Editor) -> None:
    hiding = [id for id, node in editor.document.nodes.items() if node.folded or node.collapsed]
    _set(editor, hiding, False, wording.EXPAND)


def uncover(editor: Editor, id: str) -> None:
    """Open whatever hides a node, so that it can be shown."""
    branches, groups = revealing(editor.document, editor.vocabulary, id)
    if branches or groups:
        _set(editor, [*branches, *groups], False, wording.EXPAND)


def _set(editor: Editor, ids: list[str], closed: bool, name: wording.Texts) -> None:
    """What is shown again has room made for it in the same step."""
    document, vocabulary = editor.document, editor.vocabulary
    with document.transaction(wording.one(name, editor.lang)) as step:
        before = hidden_ids(document, vocabulary) if not closed else set()
        set_collapsed(document, step, vocabulary, ids, closed)
        set_folded(document, step, ids, closed)
        shown = before - hidden_ids(document, vocabulary) if before else set()
        if shown:
            Room(document, step, vocabulary).reveal([*(id for id in document.nodes if id in shown), *ids])
