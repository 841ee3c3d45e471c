"""One page of the inspector: a heading, fields about some records, and sections that can be folded."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editor.model.document import Document
from editor.model.records import Source
from editor.ui.inspector.attribute_list import AttributeList
from editor.ui.inspector.attributes import Attributes
from editor.ui.inspector.column import FieldColumn
from editor.ui.inspector.entry_list import EntryList
from editor.ui.inspector.facts_lists import CERTAINTIES, STATUSES, FactLists
from editor.ui.inspector.fields import ColorField
from editor.ui.inspector.section import Section
from editor.ui.inspector.values import Values
from editor.ui.look.parts import label
from editor.ui.surroundings import Surroundings


class Asks(NamedTuple):
    """What a page asks of the window. want: to select an element.  do: an action by its id.  show: a source's text."""

    want: Callable[[str], object]
    do: Callable[[str], object]
    show: Callable[[Source], object]


Entrance = tuple[str, str, Callable[[], object]]
"""A field: what it is called, all words it is found by, and what brings the keys into it."""


class Page(FieldColumn):
    """`lists` are its lists of facts by name, `sections` its sections."""

    def __init__(
        self, document: Document, surroundings: Surroundings, ids: Sequence[str], asks: Asks, folded: set[str]
    ) -> None:
        super().__init__(surroundings.language)
        self.values = Values(document, surroundings, ids)
        self.values.refresh = self.refresh
        self.asks = asks
        self.facts = FactLists(self.values, asks.show)
        self.lists: dict[str, EntryList] = {}
        self.sections: dict[str, Section] = {}
        self._surroundings = surroundings
        self._folded = folded
        self.column.setContentsMargins(16, 12, 16, 16)

    def show_records(self, ids: Sequence[str]) -> None:
        """Show other records in the same fields; what was unfolded, or typed and not understood, is done with."""
        self.values.show(ids)
        self.forget()
        for made in self.lists.values():
            made.fold()
        self.refresh()

    def head(self, title: Callable[[], str], aside: Callable[[], str]) -> None:
        """A title and a line below it that follow the document."""
        for role, text in (("title", title), ("secondary", aside)):
            made = label("", role)
            self.column.addWidget(made)
            self.follow(partial(_retext, made, text))

    def entrances(self) -> list[Entrance]:
        """Its own fields, not those in forms; and of each list what adds to it."""
        found: list[Entrance] = [self._entrance(id, field, None) for id, field in self.own_fields.items()]
        for section in self.sections.values():
            found += [self._entrance(id, field, section) for id, field in section.body.own_fields.items()]
        for name, made in self.lists.items():
            section = self.sections[name]
            found += [(button.text(), button.text(), partial(self._press, button, section)) for button in made.buttons]
        return found

    def _entrance(self, id: str, field: QWidget, section: Section | None) -> Entrance:
        return self.words(f"field.{id}"), self.words.in_all(f"field.{id}"), partial(self._enter, field, section)

    def _enter(self, field: QWidget, section: Section | None) -> None:
        self._unfold(section)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, button: QPushButton, section: Section) -> None:
        self._unfold(section)
        button.click()

    def _unfold(self, section: Section | None) -> None:
        if section is not None and section.is_folded:
            section.toggle()

    def section(self, name: str) -> FieldColumn:
        """A new section below what is there; its fields count as the page's."""
        made = Section(name, self.words(f"section.{name}"), self._surroundings, self._folded)
        self.sections[name] = made
        self.column.addWidget(made)
        self.hold(made.body)
        return made.body

    def list(self, name: str, made: EntryList) -> None:
        """A section that is a list of facts."""
        body = self.section(name)
        self.lists[name] = made
        body.column.addWidget(made)
        body.follow(made.refresh)

    def attributes(self, tag: str) -> None:
        """The section of what the file says beside all that Ledgraf knows."""
        body = self.section("attributes")
        made = AttributeList(Attributes(self.values, tag))
        self.attributes_form = made.form
        body.column.addWidget(made)
        body.hold(made)

    def dates(self) -> None:
        """From when until when, in which state, and how sure."""
        values = self.values
        start = values.reads_fact("start")
        self.date("start", start, values.writes_fact("start"))
        self.date("end", values.reads_fact("end"), values.writes_fact("end"), since=start)
        for field, choices in (("status", STATUSES), ("certainty", CERTAINTIES)):
            offered = [("", self.words("field.not_said")), *((one, self.words(f"{field}.{one}")) for one in choices)]
            self.choice(field, values.reads_fact(field), values.writes_fact(field), offered)

    def color(self, column: FieldColumn, id: str, called: str = "") -> None:
        """A colour of the look, in one of the page's columns."""
        words = (self.words("field.by_kind"), self.words("button.reset"))
        reads, writes = self.values.reads_look(id), self.values.writes_look(id)
        column.add(called or id, ColorField(self.words(f"field.{called or id}"), reads, writes, words))

    def look_choice(self, column: FieldColumn, id: str, choices: Sequence[str], words: str) -> None:
        offered = [("", self.words("field.by_kind")), *((one, self.words(f"{words}.{one}")) for one in choices)]
        column.choice(id, self.values.reads_look(id), self.values.writes_look(id), offered)

    def measure(self, column: FieldColumn, id: str) -> None:
        """A measure of the look."""
        hint = self.words("field.by_kind")
        column.value(id, self.values.reads_size(id), self.values.writes_size(id), "double", hint)


def _retext(target: QLabel, text: Callable[[], str]) -> None:
    target.setText(text())
