"""Questions: ask in plain words, or select a box and see everything that the chart says of it.

What answers them is imported when the pane is first seen: it would hold up every window by a tenth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit

from editor.model.document import Document
from editor.storage.packaged import resources_dir
from editor.ui.asides.aside import Aside
from editor.ui.asides.finding_list import Entry, FindingList
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.insight.answers import Answerer
    from editor.insight.questions import Questions
    from editor.insight.replies import Answer, Reply
    from editor.insight.timing import Span

WAY = "way"


class QuestionsPane(Aside):
    """A question that was asked stands until the field is emptied; without one, the selection is told of.

    `lit` carries the ids of what the answers to a question rest on, or none.
    """

    lit = Signal(list)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "asides.questions")
        self._kept: tuple[tuple[object, ...], Answerer] | None = None
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.returnPressed.connect(self.refresh)
        self.field.textChanged.connect(self._typed)
        self._said = label("", "secondary")
        self.list = FindingList()
        self.list.chosen.connect(self.wanted)
        self.lights = QCheckBox()
        self.lights.setChecked(True)
        self.lights.toggled.connect(self.refresh)
        for widget in (self.field, self._said):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.lights)

    @cached_property
    def _questions(self) -> Questions:
        from editor.insight.questions import load_questions

        return load_questions(resources_dir() / "questions.toml")

    @property
    def said(self) -> str:
        """What stands above the answers."""
        return self._said.text()

    def show_document(self, document: Document | None) -> None:
        self.field.clear()
        self._kept = None
        super().show_document(document)

    def retell(self) -> None:
        self.field.setPlaceholderText(self._words("questions.ask"))
        self.field.setAccessibleName(self._words("asides.questions"))
        asked = [question.ask[self._words.code].format("…") for question in self._questions.by_id.values()]
        completer = QCompleter(asked, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lights.setText(self._words("questions.light"))
        self.field.setCompleter(completer)
        super().retell()

    def ask_way(self, id: str) -> None:
        """Ask for the way of a matter from or to an element."""
        node = self.document.nodes.get(id) if self.document is not None else None
        if node is not None:
            name = " ".join(node.name.split()) or node.id
            self.field.setText(self._questions.by_id[WAY].ask[self._words.code].format(name))
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lit.emit([])

    def refresh(self) -> None:
        if self.document is None:
            self._show("", [])
            return
        from editor.insight.understanding import with_day

        sentence, day = with_day(self.field.text().strip(), self._questions)
        answerer = self._answerer(self.document, day)
        if sentence:
            self._answer(answerer, sentence)
        else:
            self._tell_of_selection(answerer, self.document)

    def _answerer(self, document: Document, day: Span | None) -> Answerer:
        """Kept from one question to the next while nothing changes: all names of a large chart take a while to know."""
        vocabulary, code = self._surroundings.vocabulary, self._words.code
        state = (id(document), document.revision, document.info, id(vocabulary), code, day)
        if self._kept is None or self._kept[0] != state:
            from editor.insight.answers import Answerer

            self._kept = state, Answerer(document, vocabulary, code, day, self._questions.wording)
        return self._kept[1]

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.later()

    def _answer(self, answerer: Answerer, sentence: str) -> None:
        from editor.insight.understanding import understood
        from editor.insight.ways import matter_way, rests_on

        reading = understood(sentence, self._questions, answerer)
        if reading is None:
            self._show(self._words("questions.not_understood"), [])
            return
        reply = answerer.read(reading)
        ids = rests_on(self.document, [reply]) if self.document is not None else set()
        if self.document is not None and reply.question == WAY:
            # Who prepares belongs to a matter's way as much as where it goes.
            ids.update(*(matter_way(self.document, about) for about in reply.about))
        self._show("\n".join(filter(None, self._around(reply))), [reply], ids)

    def _around(self, reply: Reply) -> Iterator[str]:
        """What stands above the answers: how a misspelt question was read, or that there are none, and why."""
        if reply.read_as:
            yield self._words("questions.read_as", sentence=reply.read_as)
        if reply.is_stated:
            return
        yield self._words("questions.not_stated" if reply.understood else "questions.not_whole")
        if reply.unknown:
            yield self._words(
                "questions.unknown_words",
                words=", ".join(self._words("questions.quoted", word=word) for word in reply.unknown),
            )
        if reply.nearest:
            yield self._words("questions.nearest", names=", ".join(reply.nearest))
        if reply.known:
            yield self._words("questions.known")

    def _tell_of_selection(self, answerer: Answerer, document: Document) -> None:
        node = document.nodes.get(self._ids[0]) if len(self._ids) == 1 else None
        if node is None:
            self._show(self._words("questions.none_chosen"), [])
            return
        replies = answerer.about(node.id, self._questions.by_id.values())
        name = " ".join(node.name.split()) or node.id
        self._show(self._words("questions.about", name=name), replies)

    def _show(self, said: str, replies: list[Reply], ids: Iterable[str] = ()) -> None:
        self.lit.emit(sorted(ids) if self.lights.isChecked() and self.isVisible() else [])
        self._said.setText(said)
        self._said.setVisible(bool(said))
        told = ((reply, answer) for reply in replies for answer in reply.answers or reply.known)
        self.list.show_entries(self._entry(reply, answer) for reply, answer in told)

    def _entry(self, reply: Reply, answer: Answer) -> Entry:
        marks = [self._words("questions.possibly")] if answer.present == "possibly" else []
        # That it is stated is worth a word where a source says so; a chart without sources states all it shows.
        if answer.basis != "stated" or answer.paragraphs:
            marks.append(self._words(f"questions.{answer.basis}"))
        if answer.paragraphs:
            marks.append(self._words("questions.paragraph", numbers=", ".join(map(str, answer.paragraphs))))
        holders = ", ".join(answer.holders) if answer.relation else ""
        detail = " · ".join(filter(None, (holders, *marks)))
        ids = tuple(filter(None, (answer.element, answer.relation)))
        # What is said all the same is no answer, so that the question is no heading for it.
        return Entry(answer.text, detail, reply.asked if reply.answers else "", ids)
