"""The small menu that asks which kind of relation has been drawn."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from editor.model.vocabulary import Relation, text_in
from editor.tools.editor import CANCELLED, Choice

PLAIN = {"sv": "Bara en linje", "en": "Just a line"}


def choose(parent: QWidget, relations: list[Relation], lang: str, at: QPoint) -> Choice:
    """Offer these relations and a line that says nothing; `CANCELLED` where the menu is closed without an answer."""
    menu = QMenu(parent)
    kinds: dict[object, Choice] = {}
    for relation in relations:
        action = menu.addAction(text_in(relation.label, lang))
        action.setToolTip(text_in(relation.definition, lang))
        kinds[action] = relation.id
    menu.setToolTipsVisible(True)
    menu.addSeparator()
    kinds[menu.addAction(text_in(PLAIN, lang))] = None
    chosen = menu.exec(at)
    menu.deleteLater()
    return kinds.get(chosen, CANCELLED)
