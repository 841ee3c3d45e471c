"""Changes of the organisation shown, from a day on: each asks for what it needs and is one step."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from editor.model import persons, reorganising
from editor.model.document import Document
from editor.model.records import Node, Tenure
from editor.model.structure import structure_of
from editor.model.transaction import Transaction
from editor.ui.dialogs.change import ChangeDialog
from editor.ui.dialogs.choose_box import name_of, names_of
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.desk import Desk

POSTS = ("post", "elected_office")
Changes = Callable[[Document, Transaction, str], Sequence[str]]
"""Makes the change from a day on; gives the ids of what is to be shown afterwards."""


class Changing:
    """Each acts on the boxes selected in the chart shown and does nothing where there are none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary

    # when they can be used

    @property
    def has_post(self) -> bool:
        """One box that somebody may hold: a post, or one of which nothing is said."""
        node = self._one()
        return node is not None and (node.kind in (*POSTS, None) or bool(node.facts.tenures))

    @property
    def has_holder(self) -> bool:
        node = self._one()
        return node is not None and any(_is_held(tenure) for tenure in node.facts.tenures)

    @property
    def has_task(self) -> bool:
        node = self._one()
        return node is not None and any(task.end is None for task in node.facts.tasks)

    # the changes

    def merge(self) -> None:
        chart = self._chart()
        ids = self._boxes()
        if chart is None or len(ids) < 2:
            return
        dialog = self._dialog("merge", ids)
        name = dialog.line(self._words("changing.new_name"), name_of(chart.document, ids[0]))
        name.selectAll()
        vocabulary = self._vocabulary
        self._carry_out(
            dialog,
            lambda: self._words("step.merge", name=name.text().strip()),
            lambda document, step, day: [reorganising.merge(document, step, vocabulary, ids, name.text().strip(), day)],
        )

    def split(self) -> None:
        node = self._one()
        if node is None:
            return
        id, vocabulary = node.id, self._vocabulary
        dialog = self._dialog("split", [id])
        names = dialog.lines(self._words("changing.names"))
        self._carry_out(
            dialog,
            lambda: self._words("step.split", name=_named(node)),
            lambda document, step, day: reorganising.split(
                document, step, vocabulary, id, _lines(names.toPlainText()), day
            ),
        )

    def rename_from(self) -> None:
        self._succeed("rename_from")

    def replace_post(self) -> None:
        self._succeed("replace_post")

    def _succeed(self, action: str) -> None:
        node = self._one()
        if node is None:
            return
        id, vocabulary = node.id, self._vocabulary
        dialog = self._dialog(action, [id])
        name = dialog.line(self._words("changing.new_name"), _named(node))
        name.selectAll()
        stays = dialog.switch(self._words("changing.holder_stays"), False) if action == "replace_post" else None
        self._carry_out(
            dialog,
            lambda: self._words(f"step.{action}", name=_named(node)),
            lambda document, step, day: [
                reorganising.succeed(
                    document,
                    step,
                    vocabulary,
                    id,
                    name.text().strip(),
                    day,
                    holders_stay=stays is None or stays.isChecked(),
                )
            ],
        )

    def dissolve(self) -> None:
        chart, ids, vocabulary = self._chart(), self._boxes(), self._vocabulary
        if chart is None or not ids:
            return

        def change(document: Document, step: Transaction, day: str) -> Sequence[str]:
            for id in ids:
                reorganising.dissolve(document, step, vocabulary, id, day)
            return ids

        named = names_of(chart.document, ids)
        self._carry_out(self._dialog("dissolve", ids), lambda: self._words("step.dissolve", name=named), change)

    def move_task(self) -> None:
        chart, node = self._chart(), self._one()
        if chart is None or node is None:
            return
        dialog = self._dialog("move_task", [node.id])
        open_tasks = [(str(n), task.text) for n, task in enumerate(node.facts.tasks) if task.end is None]
        task = dialog.choice(self._words("changing.task"), open_tasks)
        target = dialog.choice(self._words("changing.to"), self._others(chart.document, node.id))
        target.setEditable(True)
        target.setInsertPolicy(target.InsertPolicy.NoInsert)
        target.setCompleter(_search(QCompleter(target.model(), target)))

        def change(document: Document, step: Transaction, day: str) -> Sequence[str]:
            place = target.findText(target.currentText(), Qt.MatchFlag.MatchFixedString)
            heir = str(target.itemData(place)) if place >= 0 else target.currentText()
            reorganising.move_task(document, step, node.id, int(task.currentData()), heir, day)
            return [heir]

        self._carry_out(dialog, lambda: self._words("step.move_task", name=task.currentText()), change)

    def appoint(self) -> None:
        chart, post = self._chart(), self._one()
        if chart is None or post is None:
            return
        document = chart.document
        dialog = self._dialog("appoint", [post.id])
        known = {holder.tenure.name: holder for holder in persons.holders(document)}
        name = dialog.line(self._words("changing.person"))
        name.setCompleter(_search(QCompleter(sorted(known), name)))
        party = dialog.line(self._words("changing.party"))
        same = dialog.switch("", True)
        replaces = dialog.switch(self._words("changing.replaces"), True)
        replaces.setVisible(self.has_holder)

        def tell() -> None:
            """Who else has this name, and whether that is the same person."""
            holder = known.get(" ".join(name.text().split()))
            same.setVisible(holder is not None)
            if holder is not None:
                same.setText(self._words("changing.same_person", post=name_of(document, holder.post)))
                if holder.tenure.party and not party.text():
                    party.setText(holder.tenure.party)

        def change(document: Document, step: Transaction, day: str) -> Sequence[str]:
            named = " ".join(name.text().split())
            holder = known.get(named) if same.isChecked() else None
            tenure = Tenure(named, party=party.text().strip() or None, start=day)
            reorganising.appoint(document, step, post.id, tenure, replacing=replaces.isChecked())
            if holder is not None:
                new = len(document.nodes[post.id].facts.tenures) - 1
                persons.join_persons(document, step, [(holder.post, holder.place), (post.id, new)])
            return [post.id]

        name.textChanged.connect(tell)
        tell()
        self._carry_out(dialog, lambda: self._words("step.appoint", name=" ".join(name.text().split())), change)

    def vacate(self) -> None:
        post = self._one()
        if post is None:
            return

        def change(document: Document, step: Transaction, day: str) -> Sequence[str]:
            reorganising.vacate(document, step, post.id, day)
            return [post.id]

        self._carry_out(
            self._dialog("vacate", [post.id]), lambda: self._words("step.vacate", name=_named(post)), change
        )

    # what they share

    def _dialog(self, action: str, ids: Sequence[str]) -> ChangeDialog:
        chart = self._chart()
        assert chart is not None, "asked for with a chart only"
        chart.canvas.settle()
        day = chart.dates.day or datetime.date.today()
        about = self._words(f"changing.{action}", name=names_of(chart.document, ids))
        return ChangeDialog(self._window, self._words, action, about, day.isoformat())

    def _carry_out(self, dialog: ChangeDialog, name: Callable[[], str], change: Changes) -> None:
        """Make the change as one step once the dialog agrees, and show what came of it."""
        chart = self._chart()
        shown: list[str] = []

        def does(day: str) -> None:
            if chart is not None:
                with chart.document.transaction(name()) as step:
                    shown[:] = change(chart.document, step, day)

        if dialog.ask(does) and chart is not None:
            chart.canvas.select(shown)
            if shown:
                chart.canvas.reveal(shown[0])

    def _others(self, document: Document, without: str) -> list[tuple[str, str]]:
        """Every other box as the structure has them; of those with one name, where they hang."""
        structure = structure_of(document, self._vocabulary)
        ids = [id for root in structure.roots for id in structure.branch(root) if id != without]
        times = Counter(name_of(document, id) for id in ids)
        offered = []
        for id in ids:
            name, parent = name_of(document, id), structure.parent.get(id)
            where = f" – {name_of(document, parent)}" if times[name] > 1 and parent is not None else ""
            offered.append((id, f"{name}{where}"))
        return offered

    def _chart(self) -> ChartPage | None:
        return self._window.chart

    def _boxes(self) -> list[str]:
        """The selected boxes, in the document's order."""
        chart = self._chart()
        if chart is None:
            return []
        nodes = chart.document.nodes
        return sorted((id for id in chart.canvas.editor.selection.ids if id in nodes), key=lambda id: nodes[id].order)

    def _one(self) -> Node | None:
        chart = self._chart()
        if chart is None or len(chart.canvas.editor.selection) != 1:
            return None
        return chart.document.nodes.get(next(iter(chart.canvas.editor.selection.ids)))


def _is_held(tenure: Tenure) -> bool:
    return tenure.end is None and not persons.is_vacancy(tenure)


def _named(node: Node) -> str:
    return " ".join(node.name.split()) or node.id


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _search(completer: QCompleter) -> QCompleter:
    """Found by any part of what is typed, in whatever case."""
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return completer
