"""Choosing one of the samples from a list with a line about each."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.model.vocabulary import text_in
from editor.storage.packaged import Sample, load_samples
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

Deed = Literal["open", "insert"]


class SampleDialog(QDialog):
    """`ask` gives the sample chosen, or None. `deed`: what is done with it, "open" or "insert"."""

    def __init__(self, surroundings: Surroundings, parent: QWidget, deed: Deed) -> None:
        super().__init__(parent)
        words = surroundings.language
        self.setWindowTitle(words(f"sample.{deed}_title"))
        self.setMinimumSize(scaled(520), scaled(420))
        self._samples = load_samples()
        self._list = QListWidget()
        self._list.setAccessibleName(words("start.samples"))
        for sample in self._samples:
            item = QListWidgetItem(f"{sample.title}\n{text_in(sample.about, words.code)}")
            item.setData(Qt.ItemDataRole.UserRole, sample.name)
            self._list.addItem(item)
        self._list.setWordWrap(True)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        choose = button(words(f"sample.{deed}"), self.accept)
        choose.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.addWidget(label(self.windowTitle(), "heading"))
        layout.addWidget(label(words(f"sample.{deed}_why"), "secondary"))
        layout.addWidget(self._list, 1)
        layout.addLayout(row(None, button(words("button.cancel"), self.reject), choose))

    def ask(self) -> Sample | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        row_chosen = self._list.currentRow()
        return self._samples[row_chosen] if 0 <= row_chosen < len(self._samples) else None
