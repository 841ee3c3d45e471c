"""The small menu that asks which kind of relation has been drawn."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from editor.model.relation_offers import FEW, Offer, offers
from editor.model.vocabulary import Relation, Vocabulary, text_in
from editor.tools.editor import CANCELLED, Choice

PLAIN = {"sv": "Bara en linje", "en": "Just a line"}


def choose(parent: QWidget, vocabulary: Vocabulary, relations: list[Relation], lang: str, at: QPoint) -> Choice:
    """Offer these relations and a line that says nothing; `CANCELLED` where the menu is closed without an answer."""
    menu, kinds = offered(parent, vocabulary, relations, lang)
    chosen = menu.exec(at)
    menu.deleteLater()
    return kinds.get(chosen, CANCELLED)


def offered(
    parent: QWidget, vocabulary: Vocabulary, relations: list[Relation], lang: str
) -> tuple[QMenu, dict[object, Choice]]:
    """The menu, and what each of its actions chooses. With many on offer little is known of the ends, so that the
    line that says nothing comes first, and what is less likely stands in menus of its own."""
    menu = QMenu(parent)
    kinds: dict[object, Choice] = {}
    is_long = len(relations) > FEW
    if is_long:
        kinds[menu.addAction(text_in(PLAIN, lang))] = None
        menu.addSeparator()
    for offer in offers(vocabulary, relations):
        _fill(menu, offer, kinds, lang)
    if not is_long:
        menu.addSeparator()
        kinds[menu.addAction(text_in(PLAIN, lang))] = None
    return menu, kinds


def _fill(menu: QMenu, offer: Offer, kinds: dict[object, Choice], lang: str) -> None:
    """Each with what it means as its tooltip; what has a label goes into a menu under that."""
    if offer.label is not None:
        if not any(action.menu() for action in menu.actions()):
            menu.addSeparator()
        menu = menu.addMenu(text_in(offer.label, lang))
    menu.setToolTipsVisible(True)
    for relation in offer.relations:
        action = menu.addAction(text_in(relation.label, lang))
        action.setToolTip(text_in(relation.definition, lang))
        kinds[action] = relation.id
