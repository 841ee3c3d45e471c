"""What stands at the right end of the toolbar: the search field's button and the export."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.ui.language import Language
from editor.ui.look.parts import button


class ToolbarEnds:
    """Two buttons with words, unlike the icons before them."""

    def __init__(
        self, toolbar: QToolBar, searches: Callable[[], object], exports: Callable[[], object], words: Language
    ) -> None:
        self._words = words
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._search = button("", searches, "search")
        self._export = button("", exports, "primary")
        for widget in (gap, self._search, self._export):
            toolbar.addWidget(widget)
        self.retell()

    def retell(self) -> None:
        """After a change of language."""
        self._search.setText(self._words("action.find"))
        self._export.setText(self._words("button.export"))

    def can_export(self, can: bool) -> None:
        self._export.setEnabled(can)
