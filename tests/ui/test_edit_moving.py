"""Moving a branch elsewhere without dragging."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.model.structure import Structure
from editor.storage.packaged import load_samples
from editor.ui.dialogs.move import TOP, MoveDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


def opened(window: MainWindow, name: str = "hassleholm") -> None:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == name))


def shown(dialog: MoveDialog) -> list[str]:
    rows = (dialog.list.item(number) for number in range(dialog.list.count()))
    return [row.data(Qt.ItemDataRole.UserRole) for row in rows if not row.isHidden()]


def answering(qtbot: QtBot, *keys: Qt.Key, text: str = "") -> None:
    """Type into the dialog as soon as it is open."""

    def type_and_press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MoveDialog)
        qtbot.keyClicks(dialog.field, text)
        for key in keys:
            qtbot.keyClick(dialog.field, key)

    QTimer.singleShot(0, type_and_press)


def test_a_branch_moves_as_one_step_by_keys_alone(window: MainWindow, shared: Surroundings, qtbot: QtBot) -> None:
    opened(window)
    chart = window.chart
    assert chart is not None
    chart.canvas.select(["medborgarservice", "vaxel"])
    answering(qtbot, Qt.Key.Key_Return, text="staben")
    window.edits.move_to()
    structure = Structure(chart.document, shared.vocabulary)
    assert structure.parent["medborgarservice"] == "staben"
    assert structure.parent["vaxel"] == "medborgarservice"
    assert len(chart.document.history.done) == 1
    chart.document.undo()
    assert Structure(chart.document, shared.vocabulary).parent["medborgarservice"] == "avdelningarna"


def test_to_the_top_and_never_mind(window: MainWindow, shared: Surroundings, qtbot: QtBot) -> None:
    opened(window)
    chart = window.chart
    assert chart is not None
    chart.canvas.select(["vaxel"])
    answering(qtbot, Qt.Key.Key_Escape)
    window.edits.move_to()
    assert chart.document.history.undo_name is None
    answering(qtbot, Qt.Key.Key_Return)
    window.edits.move_to()
    assert Structure(chart.document, shared.vocabulary).parent["vaxel"] is None


def test_nothing_is_offered_that_would_make_a_circle(window: MainWindow, shared: Surroundings) -> None:
    opened(window)
    chart = window.chart
    assert chart is not None
    dialog = MoveDialog(window, chart.document, shared.vocabulary, shared.language, ["avdelningarna"])
    offered = shown(dialog)
    assert offered[0] == TOP and "staben" in offered
    assert not {"avdelningarna", "medborgarservice", "vaxel"} & set(offered)
    dialog.field.setText("kommunledningskontoret förvaltning")
    assert shown(dialog) == ["kommunledningskontoret-fore-2009", "kommunledningskontoret"]
    dialog.field.setText("finns inte")
    assert shown(dialog) == [] and dialog.list.currentRow() == -1
    dialog.deleteLater()


@pytest.mark.parametrize("ids", [[], ["kommunchef-leads-staben"]])
def test_it_needs_a_box(window: MainWindow, ids: list[str]) -> None:
    opened(window)
    assert window.chart is not None
    window.chart.canvas.select(ids)
    assert not window.actions_book["move_to"].isEnabled()
