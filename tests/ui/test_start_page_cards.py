"""The start page: samples with pictures, recent files with pictures, and room for all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.storage.packaged import load_samples
from editor.ui.start.cards import FileCard, Picture, PictureCard
from editor.ui.window.main_window import MainWindow


def painted(window: MainWindow) -> dict[str, PictureCard]:
    """The samples' cards once all of them have been painted."""
    while window._start.paint_next():
        pass
    return {name: card for name, card in window._start.cards.items() if isinstance(card, PictureCard)}


def test_all_samples_are_in_sight_in_a_usual_window(window: MainWindow) -> None:
    window.resize(1440, 900)
    QTest.qWait(20)
    page = window._start
    cards = painted(window)
    assert set(cards) == {sample.name for sample in load_samples()}
    for card in cards.values():
        corner = card.mapTo(page, QPoint(card.width(), card.height()))
        assert 0 < corner.x() <= page.width() and corner.y() <= page.height()


@pytest.mark.parametrize("width", [760, 1000, 1440, 2400])
def test_cards_never_overlap_or_leave_the_page(window: MainWindow, width: int) -> None:
    window.resize(width, 900)
    QTest.qWait(20)
    page = window._start
    areas = [card.rect().translated(card.mapTo(page, QPoint())) for card in painted(window).values()]
    assert all(area.left() >= 0 and area.right() <= page.width() for area in areas)
    assert not any(one.intersects(other) for one in areas for other in areas if one is not other)


def test_pictures_show_the_sample_and_have_round_corners(window: MainWindow) -> None:
    for card in painted(window).values():
        image = card.picture.grab().toImage()
        colors = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
        }
        assert len(colors) > 10
        assert card.picture._cut().toImage().pixelColor(0, 0).alpha() == 0


def test_a_file_that_was_open_has_a_card_with_its_picture(window: MainWindow, new_file: Callable[[str], Path]) -> None:
    path = new_file("ledning.graphml")
    window.files.open_path(path)
    window.close_current()
    card = window._start.cards[str(path)]
    assert isinstance(card, FileCard)
    (picture,) = card.findChildren(Picture)
    assert picture._picture.toImage().pixelColor(2, 2) == Qt.GlobalColor.white
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.chart is not None and window.chart.session.path == path


def test_enter_opens_the_card_that_has_focus(window: MainWindow) -> None:
    card = painted(window)["norrtalje"]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert window.chart is not None and window.chart.session.name == "norrtalje"


def test_pictures_wait_while_the_page_is_out_of_sight_or_a_file_is_read(
    window: MainWindow, new_file: Callable[[str], Path]
) -> None:
    waiting = window._start._waiting
    window.files.is_reading = True
    before = len(waiting)
    QTest.qWait(60)
    assert before == len(waiting) > 0
    window.files.is_reading = False
    window.files.open_path(new_file("ledning.graphml"))
    QTest.qWait(60)
    assert len(waiting) == before
    window.show_start()
    QTest.qWait(30)
    assert len(waiting) < before
