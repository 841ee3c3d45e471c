"""Text one and a half times as large as usual: nothing in the panes is cut off at the side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor.app import application
from editor.storage.packaged import load_samples
from editor.ui.inspector.inspector import Inspector
from editor.ui.look.style import LIGHT, stylesheet
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


def cut_off(dialog: QWidget) -> list[str]:
    """Texts that are wider or higher than what they stand in."""
    found = []
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        text = widget.text().replace("&", "")
        room = widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.heightForWidth(room.width()) <= room.height() + 1
        else:
            fits = widget.fontMetrics().horizontalAdvance(text) <= room.width() + 1
        if not fits or widget.fontMetrics().height() > room.height() + 1:
            found.append(text)
    for field in dialog.findChildren(QLineEdit) + dialog.findChildren(QComboBox):
        is_inner = isinstance(field.parent(), QComboBox)
        if field.isVisible() and not is_inner and field.height() < field.sizeHint().height():
            found.append(f"{type(field).__name__} {field.accessibleName()}")
    return found


@pytest.mark.parametrize(
    ("action", "chosen"),
    [
        ("choose_layout", []),
        ("style_by_rule", []),
        ("move_to", ["miljokontoret"]),
        ("split", ["miljokontoret"]),
        ("merge", ["miljokontoret", "samhallsbyggnadskontoret"]),
        ("move_task", ["delat-ledarskap"]),
        ("appoint", ["koncerndirektor"]),
        ("vacate", ["koncerndirektor"]),
        ("print_preview", []),
        ("shortcuts", []),
        ("about", []),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_dialogs_are_not_cut(
    large: MainWindow, shared: Surroundings, action: str, chosen: list[str], lang: str
) -> None:
    shared.language.choose(lang)
    large.files.open_sample(load_samples()[0])
    assert large.chart is not None
    large.chart.canvas.select(chosen)
    found: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        found.append(cut_off(dialog))
        dialog.reject()

    QTimer.singleShot(150, look)
    large.actions_book[action].trigger()
    assert found == [[]]


def test_the_status_bar_is_not_cut(large: MainWindow) -> None:
    large.files.open_sample(load_samples()[0])
    QTest.qWait(30)
    labels = [each for each in large.statusBar().findChildren(QLabel) if each.isVisible() and each.text()]
    assert labels and all(each.fontMetrics().height() <= each.height() for each in labels)


def test_the_marks_of_switches_grow_with_the_text(large_text: None) -> None:
    glyphs = dict.fromkeys(("chevron", "closed", "cross", "tick", "up"), "x.svg")
    sheet = stylesheet(LIGHT, glyphs)
    assert "QRadioButton::indicator { width: 24px; height: 24px" in sheet
