"""The lists of a record's facts: who holds it, what it answers for, where it is stated; and the graph's documents."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from editor.insight.outline import dates_in_words
from editor.model.dates import humanised
from editor.model.persons import VACANT, is_vacancy
from editor.model.records import Source, SourceDocument, Task, Tenure
from editor.model.sourcing import add_document
from editor.ui.inspector.column import FieldColumn
from editor.ui.inspector.entry_list import EntryList, Lister
from editor.ui.inspector.fields import Reads, Writes
from editor.ui.inspector.items import Item, Items
from editor.ui.inspector.values import Values
from editor.ui.look.parts import button

CERTAINTIES = ("stated", "interpreted", "unknown")
STATUSES = ("decided", "proposed", "planned", "ended", "unknown")
NEW = "+"
"""The choice that puts a new document on the graph."""
Show = Callable[[Source], object]


class FactLists:
    """Makes the lists of one page. `shows` is asked to show a source in its text."""

    def __init__(self, values: Values, shows: Show) -> None:
        self._values = values
        self._words = values.words
        self._shows = shows

    def tenures(self, items: Items) -> EntryList:
        words = self._words
        adds = (
            (words("inspector.add_tenures"), lambda: items.add(Tenure(""))),
            (words("inspector.add_vacancy"), lambda: items.add(Tenure("", status=VACANT))),
        )

        def build(form: FieldColumn, index: int) -> None:
            shown = items.shown()
            if index < len(shown) and not is_vacancy(shown[index]):
                form.text("person_name", *_text(items, index, "name", "person_name"))
                form.text("party", *_part(items, index, "party"))
            self._dated(form, items, index)

        return EntryList(words, items, Lister(self._holder_line, build, adds, is_vacancy))

    def tasks(self, items: Items, add: str = "add_tasks") -> EntryList:
        adds = ((self._words(f"inspector.{add}"), lambda: items.add(Task(""))),)

        def build(form: FieldColumn, index: int) -> None:
            form.text("task_text", *_text(items, index, "text", "task_text"), lines=2)
            self._dated(form, items, index)

        return EntryList(self._words, items, Lister(self._task_line, build, adds))

    def sources(self, items: Items) -> EntryList:
        return EntryList(
            self._words,
            items,
            Lister(
                self._values.source_text,
                lambda form, index: self._source(form, items, index),
                ((self._words("inspector.add_sources"), lambda: self._add_source(items)),),
            ),
        )

    def documents(self, items: Items) -> EntryList:
        def build(form: FieldColumn, index: int) -> None:
            form.text("document_title", *_text(items, index, "title", "document_title"), lines=2)
            form.text("publisher", *_part(items, index, "publisher"))
            form.date("document_date", *_part(items, index, "date", "document_date"))
            form.text("address", *_part(items, index, "address"), hint="https://…")

        adds = ((self._words("inspector.add_documents"), self._add_document),)
        return EntryList(self._words, items, Lister(self._document_line, build, adds, keeps=self._used))

    # what stands in the forms

    def _dated(self, form: FieldColumn, items: Items, index: int) -> None:
        """From when until when, in which state and how sure, and where that is stated."""
        start = _part(items, index, "start")
        form.date("start", *start)
        form.date("end", *_part(items, index, "end"), since=start[0])
        shown = items.shown()
        if index < len(shown) and shown[index].status != VACANT:
            self._choice(form, items, index, "status", STATUSES)
        self._choice(form, items, index, "certainty", CERTAINTIES)
        form.caption(self._words("field.sources"))
        sources = self.sources(items.inside(index, "sources"))
        form.column.addWidget(sources)
        form.follow(sources.refresh)

    def _choice(self, form: FieldColumn, items: Items, index: int, field: str, choices: tuple[str, ...]) -> None:
        offered = [("", self._words("field.not_said")), *((each, self._words(f"{field}.{each}")) for each in choices)]
        form.choice(field, *_part(items, index, field), offered)

    def _source(self, form: FieldColumn, items: Items, index: int) -> None:
        documents = [(each.id, each.title or each.id) for each in self._values.document.info.documents]
        offered = [*documents, (NEW, self._words("inspector.new_document"))]
        reads, _ = _part(items, index, "document")
        form.choice("source_document", reads, lambda value: self._set_document(items, index, value), offered)

        def set_paragraph(value: str) -> None:
            items.change(index, "paragraph_number", paragraph=int(value) if value else None, offset=None)

        def set_quote(value: str) -> None:
            items.change(index, "quote", quote=value or None, offset=None)

        number, _ = _part(items, index, "paragraph")
        form.value("paragraph_number", number, set_paragraph, "int", self._words("field.paragraph_hint"))
        form.text("quote", _part(items, index, "quote")[0], set_quote, lines=3)
        show = button(self._words("inspector.show_source"), lambda: self._show(items, index), "link")
        form.column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, items: Items, index: int) -> None:
        shown = items.shown()
        if index < len(shown):
            self._shows(shown[index])

    def _set_document(self, items: Items, index: int, value: str) -> None:
        """Another document; a new one is put on the graph first."""
        chosen = self._ask_document() if value == NEW else value
        if chosen:
            items.change(index, "source_document", document=chosen, offset=None)
        else:
            self._values.refresh()

    def _add_source(self, items: Items) -> None:
        """A source in the document that was last referred to, or in one that is asked for where there is none."""
        documents = self._values.document.info.documents
        shown = items.shown()
        chosen = shown[-1].document if shown else documents[0].id if documents else self._ask_document()
        if chosen:
            items.add(Source(chosen))

    def _add_document(self) -> None:
        self._ask_document()

    def _ask_document(self) -> str | None:
        """Ask what a new document is called, and put it on the graph as a step; None where nothing was answered."""
        title, is_given = QInputDialog.getText(
            None, self._words("inspector.new_document_title"), self._words("field.document_title")
        )
        if not is_given or not title.strip():
            return None
        document = self._values.document
        with document.step_beside(self._words("inspector.add_documents")) as step:
            return add_document(document, step, SourceDocument("", " ".join(title.split())))

    # in words

    def _holder_line(self, tenure: Tenure) -> str:
        name = tenure.name.strip() or self._words("field.holder_hint" if is_vacancy(tenure) else "inspector.no_name")
        party = f" ({tenure.party})" if tenure.party else ""
        when = dates_in_words(_without_vacancy(tenure), self._words.code)
        return f"{name}{party}" + (f" · {when}" if when else "")

    def _task_line(self, task: Task) -> str:
        when = dates_in_words(task, self._words.code)
        text = " ".join(task.text.split()) or self._words("inspector.no_text")
        return text + (f" · {when}" if when else "")

    def _document_line(self, document: SourceDocument) -> str:
        date = humanised(document.date, self._words.code) if document.date else ""
        return " · ".join(part for part in (document.title or document.id, date) if part)

    def _used(self, document: SourceDocument) -> str:
        count = self._values.uses_of(document.id)
        return self._words("inspector.document_used", count=count) if count else ""


def _without_vacancy(tenure: Tenure) -> Tenure:
    """The line says it already."""
    return Tenure("", start=tenure.start, end=tenure.end, certainty=tenure.certainty) if is_vacancy(tenure) else tenure


def _get(items: Items, index: int, field: str) -> str:
    shown = items.shown()
    value: Item = getattr(shown[index], field) if index < len(shown) else None
    return "" if value is None else str(value)


def _part(items: Items, index: int, field: str, called: str = "") -> tuple[Reads, Writes]:
    """Reads and writes a field of an item that may be absent."""
    return lambda: _get(items, index, field), _writes(items, index, field, called or field, lambda value: value or None)


def _text(items: Items, index: int, field: str, called: str) -> tuple[Reads, Writes]:
    """The same for a text that is always there, if only as an empty one."""
    return lambda: _get(items, index, field), _writes(items, index, field, called, lambda value: value)


def _writes(items: Items, index: int, field: str, called: str, kept: Callable[[str], Any]) -> Writes:
    return lambda value: items.change(index, called, **{field: kept(value)})
