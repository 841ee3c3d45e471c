"""Work that takes long is done beside the window: in a thread, while events go on being handled."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEventLoop

from editor.layout.thought import Thought

Made = TypeVar("Made")
SHORT_TURN_S = 0.0005
"""How long the work may keep the interpreter while the window waits for it; with Python's own 5 ms it is sluggish."""


class Job(Thought):
    """One piece of work. What it raises is kept in `error` for the window's thread."""


def beside(work: Callable[[], Made], began: Callable[[Job], object] = bool) -> Made:
    """Do the work in a thread and come back when it is done, with what it made or raised; the window stays alive.

    began: is given the job, which can be broken off; BrokenOff is raised then.
    """
    made: list[Made] = []
    job = Job(lambda: made.append(work()))
    began(job)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    with fair_turns():
        job.start()
        loop.exec()
        job.wait()
    if job.error is not None:
        raise job.error
    return made[0]


@contextmanager
def fair_turns() -> Iterator[None]:
    """While it lasts, threads take short turns and nothing stops them all to look for garbage."""
    turn, collects = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(SHORT_TURN_S)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(turn)
        if collects:
            gc.enable()


@contextmanager
def undisturbed() -> Iterator[None]:
    """While it lasts, the search for garbage does not stop what makes thousands of records in one go."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def spare_what_there_is() -> None:
    """Let the search for garbage pass by all objects of now: a large document's would hold it up for seconds."""
    gc.freeze()


def spare_nothing() -> None:
    """After a document is closed: what is left of it may be garbage."""
    gc.unfreeze()
