"""Going from pane to pane with a key: chart, structure, palette, properties, tools, and round again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Region = tuple[QWidget, QWidget | None]
"""A part of the window, and what in it is given the focus first; None = the first that takes any."""


class PaneSteps:
    """Where the focus was in a pane it comes back to."""

    def __init__(self, regions: Callable[[], Sequence[Region]]) -> None:
        self._regions = regions
        self._last: dict[QWidget, QWidget] = {}

    def step(self, by: int) -> None:
        """Give the focus to the next pane that is shown and can take it (1), or to the one before (-1)."""
        shown = [region for region in self._regions() if region[0].isVisible()]
        focus = QApplication.focusWidget()
        here = next((at for at, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), None)
        if here is not None and focus is not None:
            self._last[shown[here][0]] = focus
        first = here if here is not None else -1 if by > 0 else 0
        for number in range(1, len(shown) + 1):
            entrance = self._entrance(*shown[(first + number * by) % len(shown)])
            if entrance is not None:
                entrance.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _entrance(self, pane: QWidget, wanted: QWidget | None) -> QWidget | None:
        before = self._last.pop(pane, None)
        chain = pane.findChildren(QWidget)
        known = (widget for widget in (before, wanted) if widget is not None and widget in chain)
        return next((widget for widget in (*known, *chain) if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
