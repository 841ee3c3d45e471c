"""Fields under each other with their captions: what pages, their sections and the forms in them are made of."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.inspector.checked_fields import DateField, ValueField
from editor.ui.inspector.fields import ChoiceField, Field, Reads, TextField, Writes
from editor.ui.language import Language
from editor.ui.look.parts import label

Choices = Iterable[tuple[str, str]]


class FieldColumn(QWidget):
    """The words of a field called `x` are the text `field.x`."""

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.words = words
        self._fields: dict[str, Field] = {}
        self._refreshers: list[Callable[[], object]] = []
        self._inner: list[FieldColumn] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    @property
    def fields(self) -> dict[str, Field]:
        """All fields by name, those of the columns inside too."""
        return dict(self._all())

    @property
    def own_fields(self) -> dict[str, Field]:
        """The fields that stand in it itself."""
        return dict(self._fields)

    def refresh(self) -> None:
        """Show what the document says now."""
        for field in self._fields.values():
            field.refresh()
        for refresh in self._refreshers:
            refresh()
        for inner in self._inner:
            inner.refresh()

    def forget(self) -> None:
        """Other records are shown from now on."""
        for field in self._fields.values():
            field.forget()
        for inner in self._inner:
            inner.forget()

    def follow(self, refresh: Callable[[], object]) -> None:
        """Have something brought up to date with the fields."""
        self._refreshers.append(refresh)

    def hold(self, inner: "FieldColumn") -> None:
        """Count the fields of a column that stands in this one as its own."""
        self._inner.append(inner)

    def caption(self, text: str) -> None:
        self.column.addWidget(label(text, "field"))

    def add(self, id: str, field: Field, caption: str | None = None) -> None:
        self.caption(caption or self.words(f"field.{id}"))
        field.mixed = self.words("field.mixed")
        self.column.addWidget(field)
        self._fields[id] = field

    def text(self, id: str, reads: Reads, writes: Writes, hint: str = "", lines: int = 1) -> None:
        self.add(id, TextField(self.words(f"field.{id}"), reads, writes, hint, lines))

    def choice(self, id: str, reads: Reads, writes: Writes, offered: Choices) -> None:
        self.add(id, ChoiceField(self.words(f"field.{id}"), reads, writes, list(offered)))

    def date(self, id: str, reads: Reads, writes: Writes, since: Reads | None = None) -> None:
        self.add(id, DateField(self.words(f"field.{id}"), reads, writes, self.words, since))

    def value(self, id: str, reads: Reads, writes: Writes, type: str, hint: str) -> None:
        self.add(id, ValueField(self.words(f"field.{id}"), reads, writes, self.words, type, hint))

    def _all(self) -> Iterator[tuple[str, Field]]:
        yield from self._fields.items()
        for inner in self._inner:
            yield from inner._all()
