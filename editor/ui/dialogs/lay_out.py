"""Choosing a layout: by a preset, with other spacing or stacking if wanted, and fitted to a sheet of paper."""

from typing import NamedTuple, get_args

import msgspec
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.layout.presets import USUAL, Preset, Stacks
from editor.model.arrows import Arrows, as_they_seem, point_up
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.line_style import LINE_STYLES, LineStyle, lines_of
from editor.model.paper import SIZES, Paper, Sheet, paper_of, sheet_called
from editor.model.vocabulary import text_in
from editor.ui.look.parts import as_high_as_needed, button, label, roomy, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

WIDTH_PX = 460
ARROWS: tuple[Arrows, ...] = ("down", "up")
SHEETS = ("A4", "A3", "A2", "16:9")
STACKS: tuple[Stacks, ...] = get_args(Stacks)
SPACINGS = {"airy": 1.4, "usual": 1.0, "tight": 0.6}


class LayoutChoice(NamedTuple):
    """What was chosen. paper: None where the chart need not fit any.  keeps: whether the preset is to be kept.

    arrows: where lines without a kind point; None where there are none.
    """

    preset: Preset
    paper: Paper | None
    keeps: bool
    lines: LineStyle
    arrows: Arrows | None


class LayOutDialog(QDialog):
    """`ask` gives what was chosen, or None."""

    def __init__(self, parent: QWidget, surroundings: Surroundings, document: Document) -> None:
        super().__init__(parent)
        self._words, self._presets = surroundings.language, surroundings.presets
        words = self._words
        self.setWindowTitle(words("layouts.title"))
        self.setMinimumWidth(scaled(WIDTH_PX))
        self.preset = QComboBox()
        for preset in self._presets.values():
            self.preset.addItem(text_in(preset.names, words.code), preset.id)
        self.stacks = self._choice({stacks: words(f"layouts.stacks_{stacks}") for stacks in STACKS})
        self.spacing = self._choice({spacing: words(f"layouts.spacing_{spacing}") for spacing in SPACINGS})
        self.companions = QCheckBox(words("layouts.companions"))
        self.companions.setMinimumWidth(self.companions.sizeHint().width())
        self.lines = self._choice({style: words(f"layouts.lines_{style}") for style in LINE_STYLES})
        self.arrows = self._choice({arrows: words(f"layouts.arrows_{arrows}") for arrows in ARROWS})
        self.paper = self._choice({"": words("layouts.no_paper"), **{name: name for name in SHEETS}})
        self.upright = self._choice({"": words("layouts.landscape"), "upright": words("layouts.portrait")})
        locale = QLocale(words.code)
        self.margin = _number(10.0, 0.0, 60.0, " mm", locale)
        self.smallest = _number(8.0, 4.0, 24.0, " pt", locale)
        self.name = QLineEdit()
        self.name.setPlaceholderText(words("layouts.name_hint"))
        self._say(document)
        self.preset.currentIndexChanged.connect(self._take_over)
        self.paper.currentIndexChanged.connect(self._show_paper)
        done = button(words("layouts.do"), self.accept, "primary")
        done.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(words("layouts.title"), "title"))
        layout.addLayout(self._form())
        layout.addWidget(label(words("layouts.why"), "secondary"))
        layout.addLayout(row(None, button(words("button.cancel"), self.reject), done))

    def ask(self) -> LayoutChoice | None:
        as_high_as_needed(self)
        answer = self.exec()
        self.deleteLater()
        return self.choice() if answer == QDialog.DialogCode.Accepted.value else None

    def choice(self) -> LayoutChoice:
        """What the fields say now."""
        preset = self._presets[str(self.preset.currentData())]
        changed = msgspec.structs.replace(
            preset.tightened(tuple(SPACINGS.values())[self.spacing.currentIndex()]),
            stacks=STACKS[self.stacks.currentIndex()],
            companions=self.companions.isChecked(),
        )
        name = self.name.text().strip()
        if name:
            names = {"sv": name, "en": name}
            changed = msgspec.structs.replace(changed, id=new_id("own", self._presets.__contains__, 1), names=names)
        sheet = self._sheet()
        paper = None if sheet is None else Paper(sheet, self.smallest.value())
        return LayoutChoice(changed, paper, bool(name), LINE_STYLES[self.lines.currentIndex()], self._arrows())

    def _arrows(self) -> Arrows | None:
        return ARROWS[self.arrows.currentIndex()] if self.arrows.isEnabled() else None

    def _form(self) -> QFormLayout:
        words = self._words
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("preset", self.preset),
            ("stacks", self.stacks),
            ("spacing", self.spacing),
            ("", self.companions),
            ("lines", self.lines),
            ("arrows", self.arrows),
            ("paper", self.paper),
            ("orientation", self.upright),
            ("margin", self.margin),
            ("smallest", self.smallest),
            ("name", self.name),
        )
        for id, field in fields:
            if id:
                field.setAccessibleName(words(f"layouts.{id}"))
            form.addRow(words(f"layouts.{id}") if id else "", field)
        return form

    def _choice(self, texts: dict[str, str]) -> QComboBox:
        made = QComboBox()
        for id, text in texts.items():
            made.addItem(text, id)
        return made

    def _say(self, document: Document) -> None:
        """Begin with what the document was laid out by."""
        used = document.info.preset if document.info.preset in self._presets else USUAL
        self.preset.setCurrentIndex(self.preset.findData(used))
        self.spacing.setCurrentIndex(self.spacing.findData("usual"))
        self.lines.setCurrentIndex(self.lines.findData(lines_of(document.info)))
        edges = document.edges.values()
        self.arrows.setEnabled(any(edge.kind is None for edge in edges))
        self.arrows.setCurrentIndex(int(point_up(as_they_seem(document.info, edges))))
        paper = paper_of(document.info)
        if paper is not None:
            self.paper.setCurrentIndex(max(0, self.paper.findData(_name_of(paper.sheet))))
            self.upright.setCurrentIndex(int(paper.sheet.height > paper.sheet.width))
            self.margin.setValue(paper.sheet.margin)
            self.smallest.setValue(paper.smallest_pt)
        self._take_over()
        self._show_paper()

    def _take_over(self) -> None:
        preset = self._presets[str(self.preset.currentData())]
        is_tree = preset.engine == "dot"
        self.stacks.setCurrentIndex(self.stacks.findData(preset.stacks))
        self.companions.setChecked(bool(preset.companions))
        self.stacks.setEnabled(is_tree)
        self.companions.setEnabled(is_tree)

    def _show_paper(self) -> None:
        for field in (self.upright, self.margin, self.smallest):
            field.setEnabled(bool(self.paper.currentData()))

    def _sheet(self) -> Sheet | None:
        name = str(self.paper.currentData())
        return sheet_called(name, bool(self.upright.currentData()), self.margin.value()) if name else None


def _number(value: float, least: float, most: float, unit: str, locale: QLocale) -> QDoubleSpinBox:
    made = roomy(QDoubleSpinBox())
    made.setLocale(locale)
    made.setRange(least, most)
    made.setDecimals(1)
    made.setValue(value)
    made.setSuffix(unit)
    return made


def _name_of(sheet: Sheet) -> str:
    size = max(sheet.width, sheet.height), min(sheet.width, sheet.height)
    return next((name for name, known in SIZES.items() if known == size), "")
