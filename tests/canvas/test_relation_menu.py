"""The menu of a drawn relation: few as one list; of many the likely ones first and the rest by what they mean."""

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.canvas.relation_menu import offered
from editor.storage.vocabularies import packaged_vocabulary

VOCABULARY = packaged_vocabulary()
ALL = list(VOCABULARY.relations.values())


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("count", "row"), [(3, -1), (20, 0), (len(ALL), 0)])
def test_just_a_line_is_first_among_many_and_last_among_few(parent: QWidget, count: int, row: int) -> None:
    menu, kinds = offered(parent, VOCABULARY, ALL[:count], "sv")
    actions = [action for action in menu.actions() if not action.isSeparator()]
    plain = [at for at, action in enumerate(actions) if action in kinds and kinds[action] is None]
    assert plain == [row % len(actions)]
    assert sorted(id or "" for id in kinds.values()) == sorted(["", *(relation.id for relation in ALL[:count])])  # type: ignore[type-var]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_between_boxes_of_no_kind_few_are_seen_at_once_and_no_menu_is_long(parent: QWidget, lang: str) -> None:
    menu, kinds = offered(parent, VOCABULARY, ALL, lang)
    below = [action.menu() for action in menu.actions() if action.menu()]
    assert len(menu.actions()) <= 14 and len(below) == len(VOCABULARY.meanings)
    assert all(isinstance(each, QMenu) and 1 < len(each.actions()) <= 9 for each in below)
    first = [kinds.get(action) for action in menu.actions()]
    assert {"leads", "part_of", "responsible_for"} <= set(first)


def test_between_known_ends_what_is_made_for_them_comes_first(parent: QWidget) -> None:
    menu, kinds = offered(parent, VOCABULARY, VOCABULARY.relations_between("post", "post"), "sv")
    first = [kinds.get(action) for action in menu.actions()]
    assert {"shares_leadership", "deputises_for", "assists"} <= set(first)
    assert [action.text() for action in menu.actions() if action.menu()] == ["Fler slag"]
