"""Facts made from words of the text beside the chart: an element, a relation, a holder, a task, a day, or support."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor.errors import UserError
from editor.geometry import Point
from editor.model import sourcing
from editor.model.document import Document
from editor.model.places import NEW_SIZE
from editor.model.records import Source
from editor.model.transaction import Transaction
from editor.ui.dialogs.choose_box import names_of
from editor.ui.dialogs.connect import ConnectDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

if TYPE_CHECKING:
    from editor.ui.asides.source_pane import SourcePane

NEEDS_SELECTION = ("under", "relation", "holder", "task", "start", "end", "support")
NEEDS_BOX = ("under", "relation", "holder", "task")
ON_A_BOX = ("under", "holder", "task", "start", "end", "support")
ON_A_LINE = ("start", "end", "support")
POSTS = ("post", "elected_office", "shared_leadership", None)
Makes = Callable[[Document, Transaction, Source], list[str]]
"""Makes the fact inside an open step; gives the ids of what it is about."""


class Sourcing:
    """Each acts on the words selected in the source pane and on what is selected in the chart."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language

    @property
    def pane(self) -> "SourcePane":
        return self._window.source_pane

    def can(self, deed: str) -> bool:
        """Whether there are words, and what it needs is selected in the chart."""
        chart = self._window.chart
        if chart is None or not self._window.is_aside_shown("source") or self.pane.source is None:
            return False
        return deed not in NEEDS_SELECTION or bool(self._targets(chart, deed))

    def open_text(self) -> None:
        self._show_pane()
        self.pane.open_file()

    def paste_text(self) -> None:
        self._show_pane()
        self.pane.paste()

    def do(self, deed: str) -> None:
        """Make something of the selected words; what is missing is told in the pane."""
        chart, source = self._window.chart, self.pane.source
        if chart is None or source is None:
            return
        targets = self._targets(chart, deed)
        if deed in NEEDS_SELECTION and not targets:
            box = deed in NEEDS_BOX
            self.pane.say(self._words("source.select_box" if box else "source.select_something"))
        elif deed == "relation":
            self._relate(chart, source, targets)
        else:
            self._make(chart, deed, source, targets)

    def take_quote(self, source: Source, at: Point, on: str) -> None:
        """Words dropped on the chart: a new element on the ground, on a box or a line what is chosen from a menu."""
        chart = self._window.chart
        if chart is None:
            return
        if not on:
            self._make(chart, "element", source, [], Point(at.x - NEW_SIZE.x / 2, at.y - NEW_SIZE.y / 2))
            return
        node = chart.document.nodes.get(on)
        deeds = ON_A_LINE if node is None else ON_A_BOX
        fitting = [deed for deed in deeds if deed != "holder" or (node is not None and node.kind in POSTS)]
        name = self._name(chart, on)
        deed = choose_deed(self._window, [(deed, self._words(f"source.drop_{deed}", name=name)) for deed in fitting])
        if deed is not None:
            self._make(chart, deed, source, [on])

    def _make(self, chart: ChartPage, deed: str, source: Source, targets: list[str], at: Point | None = None) -> None:
        """One step: the document on the graph if it is new there, the fact, its source."""
        makers: dict[str, Makes] = {
            "element": lambda document, step, said: [self._element(document, step, said, None, at)],
            "under": lambda document, step, said: [self._element(document, step, said, targets[0], None)],
            "holder": lambda document, step, said: self._each(sourcing.add_holder, document, step, said, targets),
            "task": lambda document, step, said: self._each(sourcing.add_task, document, step, said, targets),
            "start": lambda document, step, said: self._day(document, step, said, targets, "start"),
            "end": lambda document, step, said: self._day(document, step, said, targets, "end"),
            "support": lambda document, step, said: self._support(document, step, said, targets),
        }
        self._carry_out(chart, deed, source, makers[deed])

    def _relate(self, chart: ChartPage, source: Source, boxes: list[str]) -> None:
        """From the box that is selected to one that is asked for; of two, from the one to the other."""
        document, vocabulary = chart.document, self._surroundings.vocabulary
        dialog = ConnectDialog(self._window, document, vocabulary, self._words, boxes[:1])
        if len(boxes) == 2:
            dialog.choose(boxes[1])
        target = dialog.ask()
        if target is not None:
            kind, ends = dialog.kind, (boxes[0], target)
            self._carry_out(
                chart,
                "relation",
                source,
                lambda document, step, said: [
                    sourcing.add_relation(document, step, kind, ends, said, self.pane.certainty)
                ],
            )

    def _carry_out(self, chart: ChartPage, deed: str, source: Source, makes: Makes) -> None:
        chart.canvas.settle()
        quote = " ".join((source.quote or "").split())
        step_name = self._words(f"step.source_{deed}", quote=quote if len(quote) <= 40 else f"{quote[:39]}…")
        document_id = source.document
        try:
            with chart.document.transaction(step_name) as step:
                document_id = document_id or sourcing.add_document(chart.document, step, self.pane.new_document())
                ids = makes(chart.document, step, msgspec.structs.replace(source, document=document_id))
        except UserError as error:
            self.pane.say(" ".join(self._words.of_error(error)))
            return
        self.pane.belongs_to(document_id)
        chart.canvas.select(ids)
        if ids:
            chart.canvas.reveal(ids[0])
        self.pane.say(self._words("source.done", step=step_name))

    def _element(
        self, document: Document, step: Transaction, source: Source, under: str | None, at: Point | None
    ) -> str:
        kind = self.pane.kind_for(source.quote or "")
        vocabulary, certainty = self._surroundings.vocabulary, self.pane.certainty
        return sourcing.add_element(document, step, vocabulary, kind, source, certainty, under, at)

    def _each(
        self,
        adds: Callable[[Document, Transaction, str, Source, str | None], None],
        document: Document,
        step: Transaction,
        source: Source,
        targets: list[str],
    ) -> list[str]:
        for target in targets:
            adds(document, step, target, source, self.pane.certainty)
        return targets

    def _day(self, document: Document, step: Transaction, source: Source, targets: list[str], end: str) -> list[str]:
        sourcing.set_day(document, step, targets, end, source)
        return targets

    def _support(self, document: Document, step: Transaction, source: Source, targets: list[str]) -> list[str]:
        sourcing.support(document, step, targets, source)
        return targets

    def _targets(self, chart: ChartPage, deed: str) -> list[str]:
        """What is selected that it can be done to, in the order of the selection; one box where it takes one."""
        ids = [id for id in chart.canvas.editor.selection.ids if chart.document.record(id) is not None]
        boxes = sorted((id for id in ids if id in chart.document.nodes), key=lambda id: chart.document.nodes[id].order)
        if deed == "relation":
            return boxes if len(boxes) in (1, 2) else []
        if deed == "under":
            return boxes if len(boxes) == 1 else []
        return boxes if deed in NEEDS_BOX else sorted(ids)

    def _name(self, chart: ChartPage, id: str) -> str:
        return names_of(chart.document, [id]) if id in chart.document.nodes else self._words("field.relation").lower()

    def _show_pane(self) -> None:
        if not self._window.is_aside_shown("source"):
            self._window.toggle_aside("source")


def choose_deed(parent: QWidget, offered: list[tuple[str, str]]) -> str | None:
    """Let one of some things be chosen from a menu at the pointer; None where it is closed."""
    menu = QMenu(parent)
    for deed, text in offered:
        menu.addAction(text).setData(deed)
    chosen = menu.exec(QCursor.pos())
    menu.deleteLater()
    return str(chosen.data()) if chosen is not None else None
