"""Hints: what the law, common sense or the data themselves speak against, as a list that leads to the chart."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from editor.errors import UserError
from editor.model.dismissals import dismiss, restore
from editor.storage.packaged import resources_dir
from editor.ui.asides.aside import Aside
from editor.ui.asides.finding_list import Entry, FindingList
from editor.ui.language import Language
from editor.ui.look.parts import as_high_as_needed, button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.insight.hints.check import Entries, Hint

WIDTH_PX = 420


class HintsPane(Aside):
    """Hints about the selection come first; those that were dismissed stand last, with the reason."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "asides.hints")
        self._hints: list[Hint] = []
        self._why = label("", "secondary")
        self.list = FindingList()
        self.list.chosen.connect(self.wanted)
        self.list.acted.connect(self._turn)
        self.column.addWidget(self._why)
        self.column.addWidget(self.list, 1)

    @cached_property
    def _entries(self) -> Entries:
        """Read, as the rules are imported, when the pane is first seen."""
        from editor.insight.hints.check import load_entries

        return load_entries(resources_dir() / "hints.toml")

    def refresh(self) -> None:
        chosen = set(self._ids)
        self._hints = sorted(
            self._found(), key=lambda hint: (hint.reason is not None, chosen.isdisjoint(hint.elements))
        )
        is_open = any(hint.reason is None for hint in self._hints)
        self._why.setText(self._words("hints.why" if is_open else "hints.none"))
        self.list.show_entries(map(self._entry, self._hints))

    def dismiss(self, hint: Hint, reason: str) -> None:
        """Point it out no more, as one step."""
        if self.document is not None:
            with self.document.step_beside(self._words("step.dismiss")) as step:
                dismiss(self.document, step, hint.rule, hint.elements, reason)
            self.refresh()

    def restore(self, hint: Hint) -> None:
        if self.document is not None:
            with self.document.step_beside(self._words("step.restore")) as step:
                restore(self.document, step, hint.rule, hint.elements)
            self.refresh()

    def _turn(self, place: int) -> None:
        """Dismiss a hint for a reason that is asked for; one that was dismissed comes back."""
        hint = self._hints[place]
        if hint.reason is not None:
            self.restore(hint)
            return
        reason = ReasonDialog(self, self._words, hint.text).ask()
        if reason is None:
            return
        try:
            self.dismiss(hint, reason)
        except UserError as error:
            self._why.setText(" ".join(self._words.of_error(error)))

    def _entry(self, hint: Hint) -> Entry:
        if hint.reason is None:
            detail = "\n".join(filter(None, (hint.advice, hint.law)))
            return Entry(hint.text, detail, ids=hint.elements, act=self._words("hints.dismiss"))
        detail = self._words("hints.reason", reason=hint.reason)
        return Entry(hint.text, detail, self._words("hints.dismissed"), hint.elements, self._words("hints.restore"))

    def _found(self) -> list[Hint]:
        if self.document is None:
            return []
        from editor.insight.hints.check import check_all
        from editor.insight.timing import on

        today = on(datetime.date.today())
        return check_all(self.document, self._surroundings.vocabulary, self._entries, self._words.code, today)


class ReasonDialog(QDialog):
    """`ask` gives the reason for which a hint does not apply, or None."""

    def __init__(self, parent: QWidget, words: Language, hint: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("hints.dismiss").removesuffix("…").strip())
        self.setMinimumWidth(scaled(WIDTH_PX))
        self.field = QLineEdit()
        self.field.setAccessibleName(words("hints.why_not"))
        self.done_button = button(words("hints.dismiss").removesuffix("…").strip(), self.accept, "primary")
        self.done_button.setDefault(True)
        self.done_button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.done_button.setEnabled(bool(text.strip())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(hint))
        layout.addWidget(label(words("hints.why_not"), "field"))
        layout.addWidget(self.field)
        layout.addWidget(label(words("hints.kept"), "secondary"))
        layout.addLayout(row(None, button(words("button.cancel"), self.reject), self.done_button))
        self.field.setFocus()

    def ask(self) -> str | None:
        as_high_as_needed(self)
        answer, reason = self.exec(), self.field.text()
        self.deleteLater()
        return reason if answer == QDialog.DialogCode.Accepted.value else None
