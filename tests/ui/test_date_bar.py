"""The date bar: marks for the dates that matter, choosing by pointer, keys and buttons, playing through."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from editor.model.document import Document
from editor.model.records import Facts, Node
from editor.storage.packaged import load_samples
from editor.ui.look.parts import OneLine
from editor.ui.structure.model import ASIDE_ROLE, THERE_ROLE
from editor.ui.surroundings import Surroundings
from editor.ui.window import date_bar
from editor.ui.window.date_bar import DateBar
from editor.ui.window.main_window import MainWindow

DAYS = [datetime.date(2007, 9, 1), datetime.date(2009, 1, 1), datetime.date(2012, 6, 1)]


@pytest.fixture
def document() -> Document:
    facts = [Facts(start="2007-23"), Facts(end="2008-12-31"), Facts(start="2012-06")]
    return Document(nodes=[Node(str(number), facts=fact) for number, fact in enumerate(facts)])


@pytest.fixture
def bar(qtbot: QtBot, shared: Surroundings, document: Document) -> Iterator[DateBar]:
    made = DateBar(shared)
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show_document(document)
    made.show()
    yield made
    made.show_document(None)


def test_nothing_is_left_out_before_a_day_is_chosen(bar: DateBar) -> None:
    assert bar.day is None and list(bar.line.marks) == DAYS


def test_keys_go_from_date_to_date(bar: DateBar, qtbot: QtBot) -> None:
    chosen = []
    bar.day_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(bar.line, key)
    assert chosen == [DAYS[0], DAYS[1], DAYS[0], DAYS[2], DAYS[0]]


def test_a_click_near_a_mark_picks_it_and_one_between_picks_a_day_between(bar: DateBar, qtbot: QtBot) -> None:
    at = round(bar.line._x(DAYS[1]))
    qtbot.mouseClick(bar.line, Qt.MouseButton.LeftButton, pos=QPoint(at + 3, 14))
    assert bar.day == DAYS[1]
    qtbot.mouseClick(bar.line, Qt.MouseButton.LeftButton, pos=QPoint(at + 60, 14))
    assert bar.day is not None and DAYS[1] < bar.day < DAYS[2]


def test_all_days_again(bar: DateBar, qtbot: QtBot) -> None:
    bar.choose(DAYS[0])
    with qtbot.waitSignal(bar.day_chosen) as chosen:
        bar._all.click()
    assert chosen.args == [None] and bar.day is None


def test_playing_goes_through_all_dates_and_stops(bar: DateBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    bar._clock.setInterval(1)
    chosen = []
    bar.day_chosen.connect(chosen.append)
    bar._play.click()
    qtbot.waitUntil(lambda: not bar.is_playing)
    assert chosen == DAYS


def test_new_dates_become_marks(bar: DateBar, document: Document) -> None:
    with document.transaction("Datum") as step:
        step.update("0", facts=Facts(start="2005-01-01"))
    assert bar.line.marks[0] == datetime.date(2005, 1, 1)


def test_a_document_without_dates_offers_nothing(bar: DateBar) -> None:
    bar.show_document(Document())
    assert not bar.has_dates and not bar._play.isEnabled()


def test_the_day_is_said_in_the_language_shown(bar: DateBar, shared: Surroundings) -> None:
    bar.choose(DAYS[1])
    assert bar.line.accessibleDescription() == "1 januari 2009"
    shared.language.choose("en")
    bar.retell()
    assert bar.line.accessibleDescription() == "1 January 2009"


def test_days_at_the_end_of_time() -> None:
    assert date_bar._moved(datetime.date.max, 1) == datetime.date.max


def test_the_chart_follows_the_day(window: MainWindow, qtbot: QtBot) -> None:
    sample = next(sample for sample in load_samples() if sample.name == "hassleholm")
    assert window.files.open_sample(sample)
    chart = window.chart
    assert chart is not None and chart.dates.isVisible()
    for day, there, gone in (
        (datetime.date(2008, 12, 31), "personalkontoret", "medborgarservice"),
        (datetime.date(2009, 1, 1), "medborgarservice", "personalkontoret"),
    ):
        chart.dates.choose(day)
        picture = chart.canvas.editor.picture
        assert picture.block(there) is not None and picture.block(gone) is None
    chart.dates.choose(None)
    assert chart.canvas.editor.picture.block("personalkontoret") is not None


def test_the_outline_says_what_is_not_there_that_day(window: MainWindow) -> None:
    sample = next(sample for sample in load_samples() if sample.name == "hassleholm")
    window.files.open_sample(sample)
    chart, outline = window.chart, window._panes.structure.model
    assert chart is not None

    def there(id: str) -> object:
        return outline.index_of(id).data(THERE_ROLE)

    chart.dates.choose(datetime.date(2008, 12, 31))
    assert there("personalkontoret") and not there("medborgarservice")
    assert outline.index_of("medborgarservice").data(ASIDE_ROLE) == "finns inte då"
    window.files.new()
    window._tabs.setCurrentWidget(chart)
    assert not there("medborgarservice")
    chart.dates.choose(None)
    assert there("personalkontoret") and there("medborgarservice")


def test_putting_the_bar_away_shows_everything(window: MainWindow) -> None:
    sample = next(sample for sample in load_samples() if sample.name == "hassleholm")
    window.files.open_sample(sample)
    chart = window.chart
    assert chart is not None
    chart.dates.choose(datetime.date(2008, 12, 31))
    window.views.toggle_dates()
    assert not chart.dates.isVisible() and chart.dates.day is None
    assert chart.canvas.editor.picture.block("medborgarservice") is not None


def test_a_chart_without_dates_has_no_bar(window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None and not window.chart.dates.isVisible()


def test_dates_that_come_and_go_are_told_at_once(window: MainWindow) -> None:
    window.files.new()
    assert window.chart is not None
    document, bar = window.chart.document, window.chart.dates
    with document.transaction("add") as step:
        step.add(Node("a", "Stab"))
    assert not bar.line.marks
    with document.transaction("begin") as step:
        step.update("a", facts=Facts(start="2009-01-01"))
    assert bar.line.marks == [datetime.date(2009, 1, 1)]
    with document.transaction("delete") as step:
        step.remove("a")
    assert not bar.line.marks
    document.undo()
    assert bar.line.marks


def test_what_is_said_ends_in_an_ellipsis_where_there_is_no_room(qtbot: QtBot) -> None:
    made = OneLine()
    qtbot.addWidget(made)
    made.setText("Allt, oavsett datum")
    made.resize(60, 20)
    made.show()
    qtbot.waitUntil(lambda: made.toolTip() == "Allt, oavsett datum")
    made.resize(400, 20)
    qtbot.waitUntil(lambda: made.toolTip() == "")
    assert made.minimumSizeHint().width() <= 60
