"""Hints: what the law, common sense or the data themselves speak against, as a list that leads to the chart."""

import datetime

from editor.insight.hints.check import Entries, Hint, check
from editor.insight.timing import on
from editor.ui.asides.aside import Aside
from editor.ui.asides.finding_list import Entry, FindingList
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings


class HintsPane(Aside):
    """Hints about the selection come first."""

    def __init__(self, surroundings: Surroundings, entries: Entries) -> None:
        super().__init__(surroundings, "asides.hints")
        self._entries = entries
        self._why = label("", "secondary")
        self.list = FindingList()
        self.list.chosen.connect(self.wanted)
        self.column.addWidget(self._why)
        self.column.addWidget(self.list, 1)

    def refresh(self) -> None:
        hints = self._found()
        self._why.setText(self._words("hints.why" if hints else "hints.none"))
        chosen = set(self._ids)
        hints.sort(key=lambda hint: chosen.isdisjoint(hint.elements))
        self.list.show_entries(
            Entry(hint.text, "\n".join(filter(None, (hint.advice, hint.law))), ids=hint.elements) for hint in hints
        )

    def _found(self) -> list[Hint]:
        if self.document is None:
            return []
        today = on(datetime.date.today())
        return check(self.document, self._surroundings.vocabulary, self._entries, self._words.code, today)
