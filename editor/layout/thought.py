"""Work in a thread beside the window that can be broken off: nobody waits for what nobody wants any more."""

import ctypes
import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread

from editor.errors import UserError

log = logging.getLogger(__name__)


class BrokenOff(BaseException):
    """Raised in the thread of a thought that is not wanted any more."""


class Thought(QThread):
    """What it raises is kept for the window's thread; `finished` comes in any case."""

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._lock = threading.Lock()
        self._thread: int | None = None
        self.made: object = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self._run()
        except BaseException as error:  # raised again in the window's thread
            self.error = error

    def result(self) -> object:
        """What was made. Raises a UserError; anything else that went wrong is logged and told as one."""
        if isinstance(self.error, UserError):
            raise self.error
        if self.error is not None:
            log.error("a layout failed", exc_info=self.error)
            raise _as_told(self.error) from self.error
        return self.made

    def break_off(self) -> None:
        """Let the work end at its next step; nothing happens where it has ended."""
        with self._lock:
            if self._thread is not None:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(BrokenOff))

    def _run(self) -> None:
        try:
            self._thread = threading.get_ident()
            self.made = self._work()
        finally:
            with self._lock:  # from here on nobody breaks it off, or it would happen outside of all that is caught
                self._thread = None
            for _ in range(2):  # a step at which what was sent before arrives, inside of what is caught
                pass


def _as_told(error: BaseException) -> UserError:
    said = f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(": ")
    return UserError(
        {
            "sv": f"Layouten kunde inte räknas ut, för något gick fel i Ledgraf ({said}).",
            "en": f"The layout could not be worked out, as something went wrong in Ledgraf ({said}).",
        },
        {
            "sv": "Diagrammet är som det var. Prova en annan layout, och rapportera gärna felet.",
            "en": "The chart is as it was. Try another layout, and please report the error.",
        },
    )
