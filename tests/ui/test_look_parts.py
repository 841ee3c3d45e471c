"""Small parts that every pane and dialog is put together from."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.look.parts import NoticeBar
from editor.ui.surroundings import Surroundings

SAYS = (
    "”Kommunens organisation.graphml” har ändrats på disken av någon annan, och du har ändringar som inte är sparade."
)


def test_what_can_be_done_stands_below_a_notice_only_where_there_is_no_room_beside_it(
    qtbot: QtBot, shared: Surroundings
) -> None:
    bar = NoticeBar(shared.appearance, lambda: "Stäng")
    qtbot.addWidget(bar)
    bar.tell(lambda: SAYS, (lambda: "Läs in på nytt", lambda: None), (lambda: "Jämför och sammanfoga", lambda: None))
    text = next(each for each in bar.findChildren(QLabel) if each.text() == SAYS)
    for width, is_below in ((1400, False), (560, True), (1400, False)):
        bar.resize(width, 120)
        qtbot.wait(20)
        bottom = text.mapTo(bar, QPoint(0, text.height())).y()
        assert all((made.mapTo(bar, QPoint(0, 0)).y() >= bottom) == is_below for made in bar.buttons)
        assert all(made.width() >= made.sizeHint().width() for made in bar.buttons)
