"""The attributes that a file has of its own: each a field of its type; new ones can be added, each can be removed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from editor.errors import UserError
from editor.graphml.attribute_names import check_name
from editor.graphml.keys import OWN
from editor.model.value_types import NO, TYPES, YES, as_type
from editor.ui.inspector.attributes import Attributes
from editor.ui.inspector.checked_fields import ValueField
from editor.ui.inspector.column import FieldColumn
from editor.ui.inspector.fields import ChoiceField, Field, TextField
from editor.ui.look.parts import button, label, row


class AttributeList(FieldColumn):
    """Fields are called `attribute.NAME`. Those of Ledgraf's own that can't be understood can only be removed."""

    def __init__(self, attributes: Attributes) -> None:
        super().__init__(attributes.words)
        self.attributes = attributes
        self._names: list[tuple[str, str]] | None = None
        self._rows = QWidget()
        self._row_column = QVBoxLayout(self._rows)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(4)
        self.form = NewAttribute(attributes, self.refresh)
        self._none = label(self.words("inspector.no_attributes"), "secondary")
        for made in (self._none, self._rows, self.form):
            self.column.addWidget(made)

    def refresh(self) -> None:
        names = [(name, self.attributes.type_of(name)) for name in self.attributes.names()]
        if names != self._names:
            self._rebuild(names)
        super().refresh()

    def forget(self) -> None:
        super().forget()
        self.form.close_up()

    def _rebuild(self, names: list[tuple[str, str]]) -> None:
        self._names = names
        self._fields = {}
        while (item := self._row_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for name, type in names:
            self._row_column.addWidget(self._row(name, type))
        self._none.setVisible(not names)

    def _row(self, name: str, type: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        remove = button(self.words("inspector.remove"), lambda: self._remove(name), "link")
        remove.setAccessibleName(self.words("inspector.remove_named", name=name))
        kind = "" if type == "string" else f" · {self.words(f'type.{type}')}"
        column.addLayout(row(label(f"{name}{kind}", "field", wraps=False), None, remove))
        field = self._field(name, type)
        field.mixed = self.words("field.mixed")
        self._fields[f"attribute.{name}"] = field
        column.addWidget(field)
        return made

    def _field(self, name: str, type: str) -> Field:
        reads, writes = self.attributes.reads(name), self.attributes.writes(name)
        if type == "boolean":
            offered = [(YES, self.words("type.yes")), (NO, self.words("type.no"))]
            return ChoiceField(name, reads, writes, offered)
        if type in ("string", ""):
            lines = 3 if "\n" in (reads() or "") else 1
            field = TextField(name, reads, writes, lines=lines)
            field.edit.setReadOnly(name.startswith(OWN))
            return field
        return ValueField(name, reads, writes, self.words, type)

    def _remove(self, name: str) -> None:
        self.attributes.remove(name)
        self.refresh()
        self.form.opener.setFocus(Qt.FocusReason.OtherFocusReason)


class NewAttribute(QWidget):
    """Asks for name, type and value of a new attribute, once it is unfolded."""

    def __init__(self, attributes: Attributes, added: Callable[[], object]) -> None:
        super().__init__()
        self._attributes = attributes
        self._added = added
        words = self._words = attributes.words
        self.opener = button(words("inspector.add_attribute"), self.open, "link")
        self.name, self.type, self.value = QComboBox(), QComboBox(), QLineEdit()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for type in TYPES:
            self.type.addItem(words(f"type.{type}"), type)
        for combo in (self.name, self.type):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
        self._trouble = label("", "bad")
        self.done = button(words("inspector.add"), self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self._parts: list[QWidget] = []
        fields: dict[str, QWidget] = {"name": self.name, "type": self.type, "value": self.value}
        for caption, field in fields.items():
            said = label(words(f"inspector.attribute_{caption}"), "field")
            field.setAccessibleName(said.text())
            self._parts += [said, field]
        for part in (*self._parts, self._trouble):
            column.addWidget(part)
        cancel = button(words("button.cancel"), self.close_up, "link")
        self._parts += [cancel, self.done]
        column.addLayout(row(None, cancel, self.done))
        self.name.currentTextChanged.connect(self._know)
        self.value.returnPressed.connect(self.add)
        self.close_up()

    def open(self) -> None:
        """Show the fields; the names that others of the file have are offered."""
        self.name.clear()
        self.name.addItems(self._attributes.others())
        self.name.setCurrentIndex(-1)
        self.name.setEditText("")
        self.value.clear()
        self._show(True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        self._show(False)

    def add(self) -> None:
        """Add it to every record that is selected; what is wrong is said below the fields."""
        name, type = self.name.currentText().strip(), str(self.type.currentData())
        try:
            if not self._attributes.is_known(name):
                check_name(name)
        except UserError as error:
            self._say(" ".join(self._words.of_error(error)))
            return
        value = as_type(self.value.text(), type)
        if value is None:
            self._say(self._words(f"field.bad_{'number' if type == 'double' else type}"))
            return
        self._attributes.add(name, type, value)
        self._show(False)
        self._added()
        self.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _know(self, name: str) -> None:
        """An attribute that the file has already keeps its type."""
        is_known = self._attributes.is_known(name.strip())
        if is_known:
            self.type.setCurrentIndex(max(0, self.type.findData(self._attributes.type_of(name.strip()))))
        self.type.setEnabled(not is_known)

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def _show(self, is_open: bool) -> None:
        for part in self._parts:
            part.setVisible(is_open)
        self.opener.setVisible(not is_open)
        self._say("")
