"""The properties are reached and gone through with F6 and Tab alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.window.main_window import MainWindow

MOST_STEPS = 12


def test_tab_goes_from_field_to_field_and_never_by_way_of_the_chart(
    window: MainWindow, new_file: Callable[[str], Path]
) -> None:
    assert window.files.open_path(new_file("a.graphml"))
    chart = window.chart
    assert chart is not None
    window.activateWindow()
    for id in ("n0", "n1"):  # the page is made anew for each
        chart.canvas.select([id])
    fields = window._panes.asides.inspector.fields
    chart.canvas.setFocus()
    while not window.aside_dock.isAncestorOf(QApplication.focusWidget()):
        window.step_pane(1)
    seen = []
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None and not chart.canvas.hasFocus()
        seen += [name for name, field in fields.items() if field is focus or field.isAncestorOf(focus)]
    reached = list(dict.fromkeys(seen))
    assert reached[:4] == list(fields)[:4] and {"name", "kind"} <= set(reached)
    assert len(chart.document.nodes) == 2
