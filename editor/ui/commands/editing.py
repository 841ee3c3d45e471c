"""What the window does to the chart shown: undo, rename, delete, new boxes, tools."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from editor.errors import UserError
from editor.model import commands, kinds_said, outlining
from editor.model.history import Step
from editor.model.records import Node
from editor.model.structure import structure_of
from editor.model.vocabulary import text_in
from editor.ui.dialogs import asking
from editor.ui.dialogs.move import MoveDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

MANY = 2
"""Boxes that moved in no more ways than this were moved by hand, and the view stays."""


class EditCommands:
    """Each acts on the chart shown and does nothing where there is none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language

    def undo(self) -> None:
        chart = self._window.chart
        if chart is not None and not chart.document.in_transaction:
            self._tell("status.undone", chart.document.undo())
            _show_moved(chart, chart.document.history.undone[:1])

    def redo(self) -> None:
        chart = self._window.chart
        if chart is not None and not chart.document.in_transaction:
            self._tell("status.redone", chart.document.redo())
            _show_moved(chart, chart.document.history.done[-1:])

    def rename(self) -> None:
        """Begin renaming the selected box in place."""
        chart = self._window.chart
        chosen = self._chosen()
        if chart is not None and len(chosen) == 1:
            chart.canvas.begin_rename(chosen[0])

    def move_to(self) -> None:
        """Hang what is selected under a box that is asked for; a branch moves whole, as one step."""
        chart = self._window.chart
        chosen = [id for id in self._chosen() if chart is not None and id in chart.document.nodes]
        if chart is None or not chosen:
            return
        document, vocabulary = chart.document, self._surroundings.vocabulary
        ids = outlining.tops(structure_of(document, vocabulary), chosen)
        answer = MoveDialog(self._window, document, vocabulary, self._words, ids).ask()
        if answer is None:
            return
        with document.transaction(self._words("step.move_to", count=len(ids))) as step:
            outlining.put_under(document, step, vocabulary, ids, answer or None)

    def delete(self) -> None:
        chart, chosen = self._window.chart, self._chosen()
        if chart is not None and chosen:
            commands.delete(chart.document, chosen, self._words("step.delete", count=len(chosen)))

    def set_kind(self, kind: str | None) -> None:
        """Say what the selected boxes are; where none is selected, the selected relations."""
        chart = self._window.chart
        chosen = set(self._chosen())
        if chart is None or not chosen:
            return
        document, vocabulary = chart.document, self._surroundings.vocabulary
        ids = sorted(chosen & document.nodes.keys()) or sorted(chosen)
        name = self._words("step.change", field=self._words("field.kind").lower())
        with document.transaction(name) as step:
            kinds_said.say_kind(document, step, vocabulary, ids, kind)

    def select_all(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.select_all()

    def use(self, tool: str) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.set_tool(tool)

    def add_box(self, kind: str | None = None) -> None:
        """Add a box under the selected one, or on its own, with its name ready to type."""
        chosen = self._chosen()
        self._add(kind, chosen[0] if len(chosen) == 1 else None)

    def add_child(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.setFocus()
            self._window.chart.canvas.machine.add_child()

    def add_sibling(self) -> None:
        if self._window.chart is not None:
            self._window.chart.canvas.setFocus()
            self._window.chart.canvas.machine.add_sibling()

    def fill_kinds(self, menu: QMenu) -> None:
        menu.clear()
        for kind in self._surroundings.vocabulary.kinds.values():
            if kind.palette:
                action = menu.addAction(text_in(kind.label, self._words.code))
                action.triggered.connect(lambda _=False, id=kind.id: self.add_box(id))

    def _add(self, kind: str | None, parent: str | None) -> None:
        chart = self._window.chart
        if chart is None:
            return
        vocabulary = self._surroundings.vocabulary
        known = vocabulary.kind(kind)
        name = text_in(known.label, self._words.code) if known is not None else self._words("file.new_box")
        try:
            id = commands.add(chart.document, vocabulary, kind, name, parent, self._words("step.add", name=name))
        except UserError as error:
            asking.show_error(self._window, self._words, self._words("error.edit"), error)
            return
        _show_new(chart, id, is_new=kind is None)

    def _chosen(self) -> list[str]:
        chart = self._window.chart
        return list(chart.canvas.selection()) if chart is not None else []

    def _tell(self, text: str, step: str | None) -> None:
        """In the status bar, and aloud where a screen reader listens."""
        if step is not None:
            told = self._words(text, name=step)
            self._window.statusBar().showMessage(told, 4000)
            if self._window.chart is not None:
                self._window.chart.canvas.announce(told)


def _show_moved(chart: ChartPage, steps: Sequence[Step]) -> None:
    """All of the chart, as after a layout, where a step that is undone or done again moved most boxes among others."""
    for step in steps:
        pairs = [pair for pair in step.change.updated.values() if isinstance(pair[0], Node)]
        boxes = [(one.box, other.box) for one, other in pairs if isinstance(one, Node) and isinstance(other, Node)]
        moved = [(one.x - other.x, one.y - other.y) for one, other in boxes if one and other and one != other]
        if len(set(moved)) > MANY and len(moved) * 2 > len(chart.document.nodes):
            chart.canvas.fit()


def _show_new(chart: ChartPage, id: str, is_new: bool) -> None:
    chart.canvas.select([id])
    chart.canvas.reveal(id)
    chart.canvas.setFocus()
    chart.canvas.begin_rename(id, is_new)
