"""From Swedish to English and back: no word of the one stays behind in the other, wherever in the window it stands."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTabBar, QWidget

from editor.storage.packaged import load_samples
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

WORD = re.compile(r"[^\W\d_]{3,}")


def texts_of(window: MainWindow) -> Iterator[str]:
    """Everything that is written or said in a window by the program itself."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.objectName().startswith("qt_"):
            continue  # Qt's own parts, hidden behind ours
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QMenu):
            yield widget.title()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(tab) + " " + widget.tabToolTip(tab) for tab in range(widget.count()))
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def said(window: MainWindow) -> set[str]:
    return {text for text in texts_of(window) if text}


def only_in(shared: Surroundings, lang: str, other: str) -> set[str]:
    """Whole texts of one language that mean nothing in the other."""
    texts = shared.language._texts.values()
    others = {text[other] for text in texts}
    return {text[lang] for text in texts if WORD.search(text[lang]) and "{" not in text[lang]} - others


@pytest.fixture(params=["start", "empty", "sample", "one", "many", "line"])
def state(request: pytest.FixtureRequest, window: MainWindow) -> str:
    """The window in the states in which people see it."""
    name = str(request.param)
    if name == "empty":
        window.files.new()
    elif name != "start":
        window.files.open_sample(load_samples()[0])
        chart = window.chart
        assert chart is not None
        nodes, edges = list(chart.document.nodes), list(chart.document.edges)
        chart.canvas.select({"sample": [], "one": nodes[:1], "many": nodes[:4], "line": edges[:1]}[name])
    return name


def test_no_word_stays_behind(window: MainWindow, shared: Surroundings, state: str) -> None:
    before = said(window)
    window.program.choose_language("en")
    left = {text for text in said(window) if text.replace("&", "") in only_in(shared, "sv", "en")}
    assert not left
    window.program.choose_language("sv")
    left = {text for text in said(window) if text.replace("&", "") in only_in(shared, "en", "sv")}
    assert not left
    assert {text for text in before if WORD.search(text)} <= said(window)


def test_every_text_has_both_languages_and_the_same_gaps(shared: Surroundings) -> None:
    gaps = re.compile(r"{\w+}")
    for id, text in shared.language._texts.items():
        assert set(text) == {"sv", "en"} and all(text.values()), id
        assert sorted(gaps.findall(text["sv"])) == sorted(gaps.findall(text["en"])), id


def test_a_notice_and_the_status_bar_follow_the_language(window: MainWindow, shared: Surroundings) -> None:
    window.files.open_sample(load_samples()[0])
    chart = window.chart
    assert chart is not None
    chart.notices.tell(
        lambda: shared.language("layout.unplaced"), (lambda: shared.language("action.undo"), lambda: None)
    )
    window.status.end_progress(shared.language("layout.done"))
    window.program.choose_language("en")
    assert chart.notices.text == shared.language("layout.unplaced") and "boxes" in chart.notices.text
    assert "boxes" in window.status._count.text() and window.statusBar().currentMessage() == ""
    texts = {button.text() or button.toolTip() for button in chart.notices.findChildren(QAbstractButton)}
    assert texts == {"Undo", "Hide this message"}
