"""The right side of the window: properties, questions, hints, source, changes and history, one at a time."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.records import Source
from editor.ui.asides.aside import Aside
from editor.ui.inspector.inspector import Inspector
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.ui.asides.changes_pane import ChangesPane
    from editor.ui.asides.hints_pane import HintsPane
    from editor.ui.asides.history_pane import HistoryPane
    from editor.ui.asides.questions_pane import QuestionsPane
    from editor.ui.asides.source_pane import SourcePane

ICONS = {
    "properties": "sliders-horizontal",
    "questions": "question",
    "hints": "lightbulb",
    "source": "quotes",
    "changes": "git-diff",
    "history": "clock-counter-clockwise",
}
Made = TypeVar("Made", bound=Aside)


class AsideDeck(QWidget):
    """`wanted` carries the ids of elements that were chosen in any of them; `turned` says that another is shown.

    All but the properties are made, and their modules imported, when they are first wanted.
    """

    wanted = Signal(list)
    turned = Signal()
    asked = Signal(str)
    """The id of an action that the properties offer for the selection."""
    lit = Signal(list)
    """The ids of what an answer shows in the chart."""
    deed_asked = Signal(str)
    """What is to be made of the selected words of the source."""
    words_changed = Signal()
    """Others are selected in the source."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._surroundings = surroundings
        self.inspector = Inspector(surroundings)
        self.inspector.wanted.connect(self._one_wanted)
        self.inspector.asked.connect(self.asked)
        self.inspector.source_wanted.connect(self._show_source)
        self._document: Document | None = None
        self._selected: list[str] = []
        self._asides: list[Aside] = []
        self._tabs = QTabBar()
        self._tabs.setObjectName("asides")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setIconSize(QSize(scaled(18), scaled(18)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.inspector)
        self._stand_ins = {name: QWidget() for name in list(ICONS)[1:]}
        """Of those that nobody has wanted yet."""
        for stand_in in self._stand_ins.values():
            self._stack.addWidget(stand_in)
        for _ in ICONS:
            self._tabs.addTab("")
        self._tabs.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self.retell()

    @cached_property
    def questions(self) -> "QuestionsPane":
        from editor.ui.asides.questions_pane import QuestionsPane

        made = self._added("questions", QuestionsPane(self._surroundings))
        made.lit.connect(self.lit)
        return made

    @cached_property
    def hints(self) -> "HintsPane":
        from editor.ui.asides.hints_pane import HintsPane

        return self._added("hints", HintsPane(self._surroundings))

    @cached_property
    def source(self) -> "SourcePane":
        from editor.ui.asides.source_pane import SourcePane

        made = self._added("source", SourcePane(self._surroundings))
        made.asked.connect(self.deed_asked)
        made.words_changed.connect(self.words_changed)
        return made

    @cached_property
    def changes(self) -> "ChangesPane":
        from editor.ui.asides.changes_pane import ChangesPane

        return self._added("changes", ChangesPane(self._surroundings))

    @cached_property
    def history(self) -> "HistoryPane":
        from editor.ui.asides.history_pane import HistoryPane

        return self._added("history", HistoryPane(self._surroundings))

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
        if document is not self._document:
            self._document, self._selected = document, []
        self.inspector.show_document(document)
        for aside in self._asides:
            aside.show_document(document)

    def show_selection(self, ids: list[str]) -> None:
        self._selected = ids
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

    def _added(self, name: str, aside: Made) -> Made:
        """In its place, and told what the others know."""
        stand_in = self._stand_ins.pop(name)
        self._stack.insertWidget(self._stack.indexOf(stand_in), aside)
        self._stack.removeWidget(stand_in)
        stand_in.deleteLater()
        self._asides.append(aside)
        aside.wanted.connect(self.wanted)
        aside.show_document(self._document)
        aside.show_selection(self._selected)
        return aside

    def _turn(self, number: int) -> None:
        name = list(ICONS)[number]
        wanted: QWidget = self.inspector if name == "properties" else getattr(self, name)
        self._stack.setCurrentWidget(wanted)
        self.turned.emit()

    def _show_source(self, source: Source) -> None:
        self.show_aside("source")
        self.source.show_source(source)

    def _one_wanted(self, id: str) -> None:
        self.wanted.emit([id])
