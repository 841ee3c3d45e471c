"""Text one and a half times as large as usual: nothing in the panes is cut off at the side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor.app import application
from editor.storage.packaged import load_samples
from editor.ui.inspector.inspector import Inspector
from editor.ui.look.typeface import SCALE_PROPERTY, text_scale, typeface
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def large_text() -> Iterator[None]:
    app = application()
    app.setProperty(SCALE_PROPERTY, 1.5)
    app.setFont(typeface())
    yield
    app.setProperty(SCALE_PROPERTY, 1.0)
    app.setFont(typeface())


@pytest.fixture
def large(large_text: None, qtbot: QtBot, shared: Surroundings) -> Iterator[MainWindow]:
    window = MainWindow(shared)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    qtbot.waitUntil(lambda: window.layouts.is_idle)
    window.deleteLater()


def leaving(pane: QWidget) -> list[str]:
    """What sticks out at the side of a pane that can't be scrolled sideways."""
    found = []
    for widget in pane.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) and widget.isVisible():
            left = widget.mapTo(pane, QPoint(0, 0)).x()
            if left < 0 or left + widget.width() > pane.width():
                found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    return found


def test_all_text_grows(large: MainWindow) -> None:
    assert text_scale() == 1.5 and typeface().pixelSize() == 21
    assert large.menuBar().font().pixelSize() == 21


@pytest.mark.parametrize("chosen", [0, 1, 4])
def test_the_inspector_is_not_cut(large: MainWindow, chosen: int) -> None:
    large.files.open_sample(load_samples()[0])
    assert large.chart is not None
    large.chart.canvas.select(list(large.chart.document.nodes)[:chosen])
    QTest.qWait(30)
    (inspector,) = large.findChildren(Inspector)
    assert leaving(inspector) == []


def test_the_start_page_is_not_cut(large: MainWindow) -> None:
    QTest.qWait(30)
    assert leaving(large._start) == []
    for label in large._start.findChildren(QLabel):
        assert not label.wordWrap() or label.height() >= label.heightForWidth(label.width())
    assert large._start.findChildren(QScrollArea)


def test_rows_of_the_outline_are_as_high_as_their_text(large: MainWindow) -> None:
    large.files.open_sample(load_samples()[0])
    tree = large._panes.structure.tree
    assert tree.visualRect(tree.model().index(0, 0)).height() >= tree.fontMetrics().height()
