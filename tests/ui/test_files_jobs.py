"""Work beside the window: its result and its errors come back, and everything is as it was afterwards."""

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from editor.ui.jobs import beside


def test_the_work_is_done_in_another_thread_and_its_result_comes_back(qtbot: QtBot) -> None:
    assert beside(threading.current_thread) is not threading.current_thread()


def test_events_are_handled_meanwhile(qtbot: QtBot) -> None:
    ran = threading.Event()
    QTimer.singleShot(0, ran.set)
    assert beside(lambda: ran.wait(10))


def test_what_the_work_raises_is_raised_here(qtbot: QtBot) -> None:
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0)


def test_one_may_wait_inside_another(qtbot: QtBot) -> None:
    inner: list[int] = []
    QTimer.singleShot(0, lambda: inner.append(beside(lambda: 7)))
    waiting = threading.Event()
    QTimer.singleShot(200, waiting.set)
    assert beside(lambda: waiting.wait(10)) and inner == [7]


def test_turns_and_the_search_for_garbage_are_as_before(qtbot: QtBot) -> None:
    turn = sys.getswitchinterval()
    assert beside(sys.getswitchinterval) < turn
    assert sys.getswitchinterval() == turn and gc.isenabled()
