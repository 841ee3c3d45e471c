"""The dialog for colours by rule: without one it shows what the colours are, and offers nothing to change."""

from PySide6.QtCore import Qt

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
