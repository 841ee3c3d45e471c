"""The menu of a drawn relation: what says nothing comes first where nothing is known of the ends."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.canvas.relation_menu import offered
from editor.storage.vocabularies import packaged_vocabulary


@pytest.mark.parametrize(("count", "row"), [(3, -1), (20, 0)])
def test_just_a_line_is_first_among_many_and_last_among_few(qtbot: QtBot, count: int, row: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu, kinds = offered(parent, list(packaged_vocabulary().relations.values())[:count], "sv")
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert len(actions) == count + 1
    assert [at for at, action in enumerate(actions) if kinds[action] is None] == [row % len(actions)]
