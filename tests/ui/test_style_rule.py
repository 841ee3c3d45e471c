"""The dialog for colours by rule: without one it shows what the colours are, and offers nothing to change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem

from editor.drawing.coloring import coloring
from editor.model.vocabulary import text_in
from editor.storage.packaged import load_samples
from editor.ui.dialogs.style_rule import StyleRuleDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


def test_without_a_rule_the_sectors_are_shown_and_can_not_be_chosen(window: MainWindow, shared: Surroundings) -> None:
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    dialog = StyleRuleDialog(window, shared, window.chart.document)
    rows = [dialog.values.item(number) for number in range(dialog.values.count())]
    sectors = [text_in(sector.label, "sv") for sector in shared.vocabulary.sectors.values()]
    assert [row.text() for row in rows] == sectors
    assert not any(row.flags() & Qt.ItemFlag.ItemIsSelectable for row in rows)
    dialog._recolor(rows[0])
    assert dialog.rule is None
    dialog.by.setCurrentIndex(1)
    assert dialog.rule is not None and dialog.values.count() == len(dialog.rule.colors)
    dialog.deleteLater()


def swatch(item: QListWidgetItem) -> str:
    return item.icon().pixmap(8, 8).toImage().pixelColor(4, 4).name()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_swatches_are_what_the_chart_on_the_screen_has(window: MainWindow, shared: Surroundings, theme: str) -> None:
    shared.appearance.choose(theme)
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    dialog = StyleRuleDialog(window, shared, window.chart.document)
    sectors = shared.vocabulary.sectors.values()
    seen = [(sector.dark_color if theme == "dark" else sector.color).lower() for sector in sectors]
    assert [swatch(dialog.values.item(number)) for number in range(dialog.values.count())] == seen
    dialog.by.setCurrentIndex(1)
    made = coloring(dialog.rule, shared.appearance.theme, shared.vocabulary)
    assert made is not None and dialog.rule is not None
    assert [swatch(dialog.values.item(n)) for n in range(3)] == [c.strong.lower() for c in made.colors.values()][:3]
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert (shared.language("rule.dark") in said) == (theme == "dark")
    assert set(dialog.rule.colors.values()).isdisjoint(c.strong for c in made.colors.values()) == (theme == "dark")
    dialog.deleteLater()
    shared.appearance.choose("light")
