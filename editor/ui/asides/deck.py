"""The right side of the window: properties, questions, hints, source, changes and history, one at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.records import Source
from editor.ui.asides.aside import Aside
from editor.ui.asides.changes_pane import ChangesPane
from editor.ui.asides.hints_pane import HintsPane
from editor.ui.asides.history_pane import HistoryPane
from editor.ui.asides.questions_pane import QuestionsPane
from editor.ui.asides.source_pane import SourcePane
from editor.ui.inspector.inspector import Inspector
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

ICONS = {
    "properties": "sliders-horizontal",
    "questions": "question",
    "hints": "lightbulb",
    "source": "quotes",
    "changes": "git-diff",
    "history": "clock-counter-clockwise",
}


class AsideDeck(QWidget):
    """`wanted` carries the ids of elements that were chosen in any of them; `turned` says that another is shown."""

    wanted = Signal(list)
    turned = Signal()
    asked = Signal(str)
    """The id of an action that the properties offer for the selection."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._surroundings = surroundings
        self.inspector = Inspector(surroundings)
        self.inspector.wanted.connect(self._one_wanted)
        self.inspector.asked.connect(self.asked)
        self.inspector.source_wanted.connect(self._show_source)
        self.questions = QuestionsPane(surroundings)
        self.hints = HintsPane(surroundings)
        self.source = SourcePane(surroundings)
        self.changes = ChangesPane(surroundings)
        self.history = HistoryPane(surroundings)
        self._asides: tuple[Aside, ...] = (
            self.questions,
            self.hints,
            self.source,
            self.changes,
            self.history,
        )
        self._tabs = QTabBar()
        self._tabs.setObjectName("asides")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setIconSize(QSize(scaled(18), scaled(18)))
        self._stack = QStackedWidget()
        for widget in (self.inspector, *self._asides):
            self._stack.addWidget(widget)
        for _ in ICONS:
            self._tabs.addTab("")
        self._tabs.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        for aside in self._asides:
            aside.wanted.connect(self.wanted)
        self.retell()

    @property
    def shown(self) -> str:
        """Which one is shown: properties, questions, hints, source, changes or history."""
        return list(ICONS)[self._stack.currentIndex()]

    def show_aside(self, name: str) -> None:
        self._tabs.setCurrentIndex(list(ICONS).index(name))
        if name == "questions":
            self.questions.field.setFocus()
        elif name == "source":
            self.source.view.setFocus()

    def show_document(self, document: Document | None) -> None:
        self.inspector.show_document(document)
        for aside in self._asides:
            aside.show_document(document)

    def show_selection(self, ids: list[str]) -> None:
        self.inspector.show_selection(ids)
        for aside in self._asides:
            aside.show_selection(ids)

    def retell(self) -> None:
        """After a change of language or colours."""
        words, appearance = self._surroundings.language, self._surroundings.appearance
        for number, (name, icon) in enumerate(ICONS.items()):
            self._tabs.setTabIcon(number, appearance.icon(icon))
            self._tabs.setTabToolTip(number, words(f"asides.{name}"))
            self._tabs.setAccessibleTabName(number, words(f"asides.{name}"))
        self.inspector.retell()
        for aside in self._asides:
            if aside.isVisible():
                aside.retell()

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.turned.emit()

    def _show_source(self, source: Source) -> None:
        self.show_aside("source")
        self.source.show_source(source)

    def _one_wanted(self, id: str) -> None:
        self.wanted.emit([id])
