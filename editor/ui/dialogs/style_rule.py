"""Colour by rule: what the boxes are coloured by, and which colour each value has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.drawing.coloring import coloring, value_words
from editor.model.document import Document
from editor.model.style_rules import FACTS, PREFIX, StyleRule, choices, new_rule, rule_of
from editor.model.vocabulary import text_in
from editor.ui.look.parts import button, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

SIZE_PX = (440, 420)
SWATCH_PX = 18


class StyleRuleDialog(QDialog):
    """`ask` gives whether the user agreed; `rule` is then the rule, or None for the sectors' own colours."""

    def __init__(self, parent: QWidget, surroundings: Surroundings, document: Document) -> None:
        super().__init__(parent)
        self._words, self._vocabulary = surroundings.language, surroundings.vocabulary
        self._theme = surroundings.appearance.theme
        self._document = document
        self.rule = rule_of(document.info)
        self.setWindowTitle(self._words("rule.title"))
        self.resize(*map(scaled, SIZE_PX))
        self.by = QComboBox()
        self.by.setAccessibleName(self._words("rule.by"))
        self.values = QListWidget()
        self.values.setIconSize(QSize(scaled(SWATCH_PX), scaled(SWATCH_PX)))
        self.values.setAccessibleName(self._words("rule.values"))
        self.values.itemActivated.connect(self._recolor)
        self.values.itemClicked.connect(self._recolor)
        self._fill_by()
        self.by.currentIndexChanged.connect(self._turn)
        done = button(self._words("rule.do"), self.accept, "primary")
        done.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self._words("rule.title"), "title"))
        layout.addWidget(label(self._words("rule.why"), "secondary"))
        layout.addWidget(self.by)
        layout.addWidget(self.values, 1)
        if surroundings.appearance.is_dark:
            layout.addWidget(label(self._words("rule.dark"), "secondary"))
        layout.addLayout(row(None, button(self._words("button.cancel"), self.reject), done))
        self._show_values()

    def ask(self) -> bool:
        answer = self.exec()
        self.deleteLater()
        return answer == QDialog.DialogCode.Accepted.value

    def _fill_by(self) -> None:
        self.by.addItem(self._words("rule.none"), "")
        for by in choices(self._document, self._vocabulary):
            name = self._words(f"rule.{by}") if by in FACTS else by.removeprefix(PREFIX)
            self.by.addItem(name, by)
        if self.rule is not None:
            self.by.setCurrentIndex(max(0, self.by.findData(self.rule.by)))

    def _turn(self) -> None:
        by = str(self.by.currentData() or "")
        self.rule = new_rule(self._document, self._vocabulary, by) if by else None
        self._show_values()

    def _show_values(self) -> None:
        self.values.clear()
        rule = self.rule
        if rule is None:
            self._show_sectors()
        for value, color in rule.colors.items() if rule is not None else ():
            words = value_words(rule.by, value, self._vocabulary, self._words.code) if rule is not None else value
            item = QListWidgetItem(_swatch(self._seen(value, color)), words)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setToolTip(self._words("rule.recolor"))
            self.values.addItem(item)

    def _show_sectors(self) -> None:
        """What the colours are without a rule: to look at, not to change."""
        for sector in self._vocabulary.sectors.values():
            item = QListWidgetItem(_swatch(self._theme.colors(sector).strong), text_in(sector.label, self._words.code))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.values.addItem(item)

    def _recolor(self, item: QListWidgetItem) -> None:
        """Ask for another colour of a value."""
        value = str(item.data(Qt.ItemDataRole.UserRole))
        if self.rule is None:
            return
        color = QColorDialog.getColor(QColor(self.rule.colors[value]), self, item.text())
        if color.isValid():
            colors = {**self.rule.colors, value: color.name()}
            self.rule = StyleRule(self.rule.by, colors, self.rule.steps)
            item.setIcon(_swatch(self._seen(value, color.name())))

    def _seen(self, value: str, color: str) -> str:
        """The colour of a value as the chart on the screen has it, light or dark."""
        made = coloring(self.rule, self._theme, self._vocabulary)
        seen = made.colors.get(value) if made is not None else None
        return seen.strong if seen is not None else color


def _swatch(color: str) -> QIcon:
    picture = QPixmap(scaled(SWATCH_PX), scaled(SWATCH_PX))
    picture.fill(QColor(color))
    return QIcon(picture)
