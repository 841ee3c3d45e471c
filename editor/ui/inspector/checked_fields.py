"""Fields that understand what is typed, and say so below: dates, numbers, values of a type."""

from PySide6.QtWidgets import QLineEdit

from editor.insight.date_reading import date_read, ends_before
from editor.model.value_types import as_type
from editor.ui.inspector.fields import Reads, TextField, Writes
from editor.ui.language import Language


class DateField(TextField):
    """A date in EDTF. It is kept as it is typed; a date as people write it becomes EDTF when the field is left.

    since: the start that this end belongs to, for saying that it comes before.
    """

    def __init__(self, name: str, reads: Reads, writes: Writes, words: Language, since: Reads | None = None) -> None:
        super().__init__(name, reads, writes, words("field.date_hint"))
        self._words = words
        self._since = since
        assert isinstance(self.edit, QLineEdit)
        self.edit.editingFinished.connect(self._finished)

    def _typed(self) -> None:
        super()._typed()
        self._judge(self.text())

    def _show(self, value: str | None) -> None:
        super()._show(value)
        self._judge(value or "")

    def _finished(self) -> None:
        read = date_read(self.text(), self._words.code)
        if read.is_written and read.edtf is not None:
            self._write(read.edtf)

    def _judge(self, text: str) -> None:
        if not text.strip():
            self.tell("")
            return
        read = date_read(text, self._words.code)
        since = (self._since() if self._since is not None else None) or ""
        if read.edtf is None:
            self.tell(self._words("field.bad_date"), is_trouble=True)
        elif since and ends_before(since, read.edtf):
            self.tell(self._words("field.ends_before"), is_trouble=True)
        else:
            self.tell(f"{read.words} → {read.edtf}" if read.is_written else read.words)


class ValueField(TextField):
    """A value of one of GraphML's types. What is none waits in the field and is not written."""

    def __init__(self, name: str, reads: Reads, writes: Writes, words: Language, type: str, hint: str = "") -> None:
        super().__init__(name, reads, writes, hint)
        self._words = words
        self._type = type
        self._may_be_empty = bool(hint)

    def _typed(self) -> None:
        text = self.text()
        value = "" if not text and self._may_be_empty else as_type(text, self._type)
        if value is None:
            self.tell(self._words(f"field.bad_{'number' if self._type in ('float', 'double') else self._type}"), True)
            return
        self.tell("")
        self._write(value)

    def _show(self, value: str | None) -> None:
        """The text is left alone while it says the same in another way, or waits to become a value."""
        waits = bool(self.note) and self.edit.hasFocus()
        if waits or (value and self.text() and as_type(self.text(), self._type) == value):
            return
        self.tell("")
        super()._show(value)
