"""There is one list of actions: menus, toolbar, shortcuts and search are made from it, in both languages."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from editor.storage.packaged import load_samples
from editor.ui.actions.listing import ACTIONS, CONTEXT_MENU, MENUS, SUBMENUS, TOOLBAR
from editor.ui.dialogs.command_palette import CommandPalette
from editor.ui.dialogs.shortcuts import ShortcutsDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

IDS = {action.id for action in ACTIONS}


def menu_actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += menu_actions(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_menu_and_toolbar_entry_is_from_the_list(window: MainWindow) -> None:
    entries = [entry for top in window.menuBar().actions() for entry in menu_actions(top.menu())]  # type: ignore[arg-type]
    entries += [action for action in window.actions_book.toolbar.actions() if action.objectName()]
    assert len(entries) > 40
    assert {entry.objectName() for entry in entries} <= IDS
    assert all(entry is window.actions_book[entry.objectName()] for entry in entries)


def test_the_lists_name_only_actions_there_are() -> None:
    named = [id for menu in MENUS for id in menu.ids] + [*TOOLBAR, *CONTEXT_MENU]
    assert {id for id in named if id and not id.startswith("menu:")} <= IDS
    assert len(IDS) == len(ACTIONS)


def test_every_action_can_be_reached_from_a_menu_or_a_tool() -> None:
    inner = {id for ids in SUBMENUS.values() for id in ids}
    named = {id for menu in MENUS for id in menu.ids} | set(TOOLBAR) | inner
    assert named >= IDS


def test_no_two_actions_share_a_shortcut() -> None:
    keys = Counter(action.shortcut for action in ACTIONS if action.shortcut)
    assert max(keys.values()) == 1


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_action_has_words_a_tooltip_and_an_icon_where_it_is_a_tool(
    window: MainWindow, shared: Surroundings, lang: str
) -> None:
    window.program.choose_language(lang)
    for action in ACTIONS:
        made = window.actions_book[action.id]
        assert made.text() == shared.language(f"action.{action.id}") and made.toolTip()
    assert all(not window.actions_book[id].icon().isNull() for id in TOOLBAR if id)


def test_the_words_differ_between_the_languages(shared: Surroundings) -> None:
    same = []
    for action in ACTIONS:
        shared.language.choose("sv")
        swedish = shared.language(f"action.{action.id}")
        shared.language.choose("en")
        if shared.language(f"action.{action.id}") == swedish:
            same.append(action.id)
    assert not same


def palette(window: MainWindow, shared: Surroundings) -> CommandPalette:
    return CommandPalette(window, window.actions_book, shared)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_action_is_found_by_its_words_in_both_languages(
    window: MainWindow, shared: Surroundings, lang: str
) -> None:
    window.program.choose_language(lang)
    search = palette(window, shared)
    for action in ACTIONS:
        if action.id == "find":
            continue
        title = window.actions_book[action.id].text()
        for other in ("sv", "en"):
            search.edit.setText(shared.language._texts[f"action.{action.id}"][other])
            assert title in search.titles, (action.id, other)
    search.deleteLater()


def test_shortcuts_are_shown_and_what_cannot_be_done_now_is_grey_and_last(
    window: MainWindow, shared: Surroundings
) -> None:
    search = palette(window, shared)
    search.edit.setText("spara")
    rows = [search.hits.topLevelItem(row) for row in range(search.hits.topLevelItemCount())]
    assert [row.text(0) for row in rows if row] == ["Spara", "Spara som"]
    assert rows[0] is not None and rows[0].isDisabled() and rows[0].text(1) == "Ctrl+S"
    search.edit.setText("öppna")
    first = search.hits.topLevelItem(0)
    assert first is not None and not first.isDisabled() and first.text(1) == "Ctrl+O"
    search.deleteLater()


def test_enter_carries_out_what_is_chosen_once_the_search_is_gone(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = palette(window, shared)

    def type_and_go(_search: CommandPalette) -> None:
        qtbot.keyClicks(search.edit, "new struc")
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
        assert not window.charts

    monkeypatch.setattr(CommandPalette, "exec", type_and_go)
    search.ask()
    assert len(window.charts) == 1


def test_enter_on_what_cannot_be_done_does_nothing(qtbot: QtBot, window: MainWindow, shared: Surroundings) -> None:
    search = palette(window, shared)
    search.show()
    qtbot.keyClicks(search.edit, "spara som")
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert search.isVisible()
    qtbot.keyClicks(search.edit, " zzzz")
    assert search.titles == [] and search.hits.topLevelItemCount() == 1
    search.close()
    search.deleteLater()


def test_a_box_is_found_and_selected(qtbot: QtBot, window: MainWindow, shared: Surroundings) -> None:
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    names = Counter(node.name for node in window.chart.document.nodes.values())
    id, node = next(
        (id, node) for id, node in window.chart.document.nodes.items() if node.name and names[node.name] == 1
    )
    search = palette(window, shared)
    search.edit.setText(node.name)
    assert search.titles[0] == " ".join(node.name.split())
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(search.edit, Qt.Key.Key_Up)
    qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert search._chosen is not None
    search._chosen()
    assert window.chart.canvas.selection() == {id}
    search.deleteLater()


def test_the_list_of_shortcuts_is_whole(window: MainWindow, shared: Surroundings) -> None:
    dialog = ShortcutsDialog(window, shared.language, window.actions_book)
    texts = Counter(label.text() for label in dialog.findChildren(QLabel))
    for action in ACTIONS:
        if action.shortcut:
            keys = window.actions_book[action.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert texts[keys] == 1
    dialog.deleteLater()


def test_the_menu_of_a_text_field_speaks_the_language_of_the_window(window: MainWindow) -> None:
    field = QLineEdit(window)
    window.program.choose_language("en")
    english = [action.text().split("\t")[0] for action in field.createStandardContextMenu().actions()]
    window.program.choose_language("sv")
    swedish = [action.text().split("\t")[0] for action in field.createStandardContextMenu().actions()]
    assert "&Copy" in english and "&Kopiera" in swedish
