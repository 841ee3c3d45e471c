"""The sheet that an export is made for: paper, orientation, margin, smallest text, and whether it may take several."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QVBoxLayout, QWidget

from editor.model.paper import SIZES, Paper, sheet_called
from editor.ui.language import Language
from editor.ui.look.parts import label, roomy, row
from editor.ui.look.typeface import scaled

NAME_PX = 64
"""Room for the names before fields, so that the fields stand below each other."""
NUMBER_PX = 108
SHEETS = ("A4", "A3", "A2", "A1", "A0", "16:9")


class PaperFields(QWidget):
    """`paper` is None where no sheet is asked for."""

    changed = Signal()

    def __init__(self, words: Language, paper: Paper | None) -> None:
        super().__init__()
        locale = QLocale(words.code)
        self.sheet = _choice({"": words("export.own_size"), **{name: name for name in SHEETS}})
        self.upright = _choice({"": words("layouts.landscape"), "upright": words("layouts.portrait")})
        self.margin = _number(10.0, 60.0, " mm", locale)
        self.smallest = _number(8.0, 24.0, " pt", locale)
        self.pages = QCheckBox(words("export.pages"))
        self._say(paper)
        for field, id in ((self.sheet, "paper"), (self.upright, "orientation"), (self.margin, "margin")):
            field.setAccessibleName(words(f"layouts.{id}"))
        self.smallest.setAccessibleName(words("layouts.smallest"))
        names = [label(words(f"layouts.{id}"), wraps=False) for id in ("paper", "margin", "smallest")]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name in (names[0], names[1]):
            name.setMinimumWidth(scaled(NAME_PX))
        layout.addLayout(row(names[0], self.sheet, self.upright, None))
        layout.addLayout(row(names[1], self.margin, names[2], self.smallest, None))
        layout.addWidget(self.pages)
        for choice in (self.sheet, self.upright):
            choice.currentIndexChanged.connect(self._tell)
        for number in (self.margin, self.smallest):
            number.valueChanged.connect(self._tell)
        self.pages.toggled.connect(self._tell)
        self._enable()

    @property
    def paper(self) -> Paper | None:
        """What the fields say now."""
        name = str(self.sheet.currentData())
        if not name:
            return None
        return Paper(sheet_called(name, bool(self.upright.currentData()), self.margin.value()), self.smallest.value())

    def allow(self, sheet: bool, pages: bool) -> None:
        """Which of them can be used for the format that was chosen."""
        self.setEnabled(sheet)
        self.pages.setEnabled(pages and bool(self.sheet.currentData()))

    def _say(self, paper: Paper | None) -> None:
        if paper is None:
            return
        size = max(paper.sheet.width, paper.sheet.height), min(paper.sheet.width, paper.sheet.height)
        name = next((name for name in SHEETS if SIZES[name] == size), "")
        self.sheet.setCurrentIndex(self.sheet.findData(name))
        self.upright.setCurrentIndex(int(paper.sheet.height > paper.sheet.width))
        self.margin.setValue(paper.sheet.margin)
        self.smallest.setValue(paper.smallest_pt)

    def _tell(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        for field in (self.upright, self.margin, self.smallest):
            field.setEnabled(bool(self.sheet.currentData()))


def _choice(texts: dict[str, str]) -> QComboBox:
    made = QComboBox()
    for id, text in texts.items():
        made.addItem(text, id)
    return made


def _number(value: float, most: float, unit: str, locale: QLocale) -> QDoubleSpinBox:
    made = roomy(QDoubleSpinBox())
    made.setLocale(locale)
    made.setRange(0.0 if unit == " mm" else 4.0, most)
    made.setDecimals(1)
    made.setValue(value)
    made.setSuffix(unit)
    made.setKeyboardTracking(False)
    made.setMinimumWidth(scaled(NUMBER_PX))
    return made
