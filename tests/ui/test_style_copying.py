"""Copying a style from one box to others by keys."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.window.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_style_is_copied_and_pasted_by_keys_as_one_step(window: MainWindow, new_file: Callable[[str], Path]) -> None:
    assert window.files.open_path(new_file("a.graphml"))
    chart = window.chart
    assert chart is not None
    document = chart.document
    with document.transaction("Röd") as step:
        step.update("n0", look=msgspec.structs.replace(document.nodes["n0"].look, fill="#ff0000"))
    chart.canvas.select(["n0", "n1"])
    assert not window.actions_book["copy_style"].isEnabled()
    chart.canvas.select(["n0"])
    assert not window.actions_book["paste_style"].isEnabled()
    QTest.keyClick(chart.canvas, Qt.Key.Key_C, CTRL_SHIFT)
    chart.canvas.select(["n1"])
    QTest.keyClick(chart.canvas, Qt.Key.Key_V, CTRL_SHIFT)
    assert document.nodes["n1"].look.fill == "#ff0000"
    assert document.history.undo_name == "Klistra in stil"
    steps = len(document.history.done)
    chart.canvas.select(["e0"])
    QTest.keyClick(chart.canvas, Qt.Key.Key_V, CTRL_SHIFT)
    assert len(document.history.done) == steps
    assert window.statusBar().currentMessage() == "Inget av det markerade kan få den stilen"
