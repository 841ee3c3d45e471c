"""The small menu that asks which kind of relation has been drawn."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from editor.model.vocabulary import Relation, text_in
from editor.tools.editor import CANCELLED, Choice

PLAIN = {"sv": "Bara en linje", "en": "Just a line"}


FEW = 9
"""With more relations than this on offer nothing is known of the ends: the line that says nothing comes first."""


def choose(parent: QWidget, relations: list[Relation], lang: str, at: QPoint) -> Choice:
    """Offer these relations and a line that says nothing; `CANCELLED` where the menu is closed without an answer."""
    menu, kinds = offered(parent, relations, lang)
    chosen = menu.exec(at)
    menu.deleteLater()
    return kinds.get(chosen, CANCELLED)


def offered(parent: QWidget, relations: list[Relation], lang: str) -> tuple[QMenu, dict[object, Choice]]:
    """The menu, and what each of its actions chooses."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    kinds: dict[object, Choice] = {}
    if len(relations) > FEW:
        kinds[menu.addAction(text_in(PLAIN, lang))] = None
        menu.addSeparator()
    for relation in relations:
        action = menu.addAction(text_in(relation.label, lang))
        action.setToolTip(text_in(relation.definition, lang))
        kinds[action] = relation.id
    if len(relations) <= FEW:
        menu.addSeparator()
        kinds[menu.addAction(text_in(PLAIN, lang))] = None
    return menu, kinds
