"""Choices found by typing: any word of them, blanks among the letters, and no shortcut of the window set off."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.look.searched_choice import SearchedChoice
from editor.ui.window.main_window import MainWindow

OFFERED = ("is part of", "is responsible for", "responsible heading", "reports to", "Board")


@pytest.fixture
def choice(qtbot: QtBot) -> SearchedChoice:
    made = SearchedChoice()
    qtbot.addWidget(made)
    made.addItems(OFFERED)
    model = made.model()
    model.item(2).setFlags(Qt.ItemFlag.NoItemFlags)  # type: ignore[attr-defined]
    made.setCurrentIndex(4)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [("is p", "is part of"), ("part", "is part of"), ("is r", "is responsible for"), ("resp", "is responsible for"),
     ("ii", "is responsible for"), ("iii", "is part of"), ("zz", "Board")],
)  # fmt: skip
def test_it_is_found_by_any_word(qtbot: QtBot, choice: SearchedChoice, typed: str, found: str) -> None:
    told: list[int] = []
    choice.activated.connect(told.append)
    qtbot.keyClicks(choice, typed)
    assert choice.currentText() == found and not choice.view().isVisible()
    assert bool(told) == (found != "Board")


def test_a_search_ends_where_the_keys_go_elsewhere(qtbot: QtBot, choice: SearchedChoice) -> None:
    qtbot.keyClicks(choice, "boa")
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(choice, QFocusEvent(kind))
    qtbot.keyClicks(choice, "is r")
    assert choice.currentText() == "is responsible for"


def test_a_blank_alone_opens_it(qtbot: QtBot, choice: SearchedChoice) -> None:
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert choice.view().isVisible()
    choice.hidePopup()


def test_letters_typed_in_the_properties_set_off_no_tool(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.files.new()
    assert window.chart is not None
    window.chart.canvas.machine.add_sibling()
    window.chart.canvas.settle()
    field = window._panes.asides.inspector.fields["status"]
    field.setFocus()
    qtbot.keyClicks(window.focusWidget(), "decided board")
    assert window.chart.canvas.tool == "select" and len(window.chart.document.nodes) == 1
