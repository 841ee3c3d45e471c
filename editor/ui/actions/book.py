"""The Qt actions, menus and toolbar made from the one list of actions."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from editor.ui.actions.action import Action
from editor.ui.actions.listing import ACTIONS, MENUS, SUBMENUS, TOOLBAR
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings
from editor.ui.window.workplace import Workplace

Filler = Callable[[QMenu], None]


class ActionBook:
    """Holds the QAction of each action; `refresh` asks every action whether it can be used now."""

    def __init__(self, window: Workplace, surroundings: Surroundings, fillers: dict[str, Filler]) -> None:
        self._window = window
        self._surroundings = surroundings
        self._fillers = fillers
        self._actions = {action.id: self._made(action) for action in ACTIONS}
        self._menus: dict[str, QMenu] = {}
        self.toolbar = QToolBar(window)
        self.toolbar.setMovable(False)
        self.toolbar.setIconSize(QSize(scaled(22), scaled(22)))
        self._fill_menu_bar()
        self.fill(self.toolbar, TOOLBAR)
        self.retell()

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def fill(self, target: QMenu | QToolBar, ids: tuple[str, ...]) -> None:
        """Put actions into a menu or toolbar, with a line for each ""."""
        for id in ids:
            if not id:
                target.addSeparator()
            elif id.startswith("menu:") and isinstance(target, QMenu):
                self._add_filled(target, id.removeprefix("menu:"))
            else:
                target.addAction(self._actions[id])

    def retell(self) -> None:
        """Write all words and icons anew, in the language and colours of now."""
        words, appearance = self._surroundings.language, self._surroundings.appearance
        for action in ACTIONS:
            made = self._actions[action.id]
            text = words(f"action.{action.id}")
            made.setText(text)
            shortcut = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.removesuffix("…").strip()
            made.setToolTip(f"{plain} ({shortcut})" if shortcut else plain)
            if action.icon:
                made.setIcon(appearance.icon(action.icon))
        for id, menu in self._menus.items():
            menu.setTitle(words(f"menu.{id}"))

    def refresh(self) -> None:
        """Enable what can be used now, and show the state of switches."""
        for action in ACTIONS:
            made = self._actions[action.id]
            made.setEnabled(action.when(self._window))
            if action.is_on is not None:
                made.setChecked(made.isEnabled() and action.is_on(self._window))

    def _made(self, action: Action) -> QAction:
        made = QAction(self._window)
        made.setObjectName(action.id)
        made.setCheckable(action.is_on is not None)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        made.triggered.connect(self._runner(action))
        self._window.addAction(made)
        return made

    def _runner(self, action: Action) -> Callable[[], None]:
        def run() -> None:
            chart = self._window.chart
            if chart is not None and chart.document.in_transaction:
                chart.canvas.settle()  # a command in the middle of a drag: the drag is taken back first
            action.does(self._window)
            self.refresh()

        return run

    def _fill_menu_bar(self) -> None:
        for menu in MENUS:
            made = QMenu(self._window)
            self._menus[menu.id] = made
            self._window.menuBar().addMenu(made)
            self.fill(made, menu.ids)

    def _add_filled(self, parent: QMenu, id: str) -> None:
        menu = QMenu(parent)
        self._menus[id] = menu
        parent.addMenu(menu)
        if id in SUBMENUS:
            self.fill(menu, SUBMENUS[id])
            return
        filler = self._fillers[id]
        menu.aboutToShow.connect(lambda: filler(menu))
