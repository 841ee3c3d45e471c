"""Opening a large file beside the window, with a dialog that shows how far it has come and can stop it.

Not only the file is read there: its picture is made too, as that takes as long again.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThread, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.canvas.scene import Scene
from editor.ui.dialogs.waiting import PATIENCE_MS, Stopped, WaitingDialog
from editor.ui.jobs import fair_turns, spare_what_there_is
from editor.ui.language import Language
from editor.ui.window.document_session import DocumentSession, Progress, read_session

SMALL_BYTES = 400_000
"""Files below this are read at once: it takes less than a tenth of a second."""
READING_PART = 0.5
Draws = Callable[[DocumentSession, Progress], Scene]


class ReadingJob(QThread):
    """Reads one file and draws it. Documents and pictures are plain objects: made here, used in the window's thread."""

    progressed = Signal(int)

    def __init__(self, path: Path, keeps_path: bool, draws: Draws) -> None:
        super().__init__()
        self._path = path
        self._keeps_path = keeps_path
        self._draws = draws
        self._shown = -1
        self.session: DocumentSession | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            session = read_session(self._path, self._note_reading, self._keeps_path)
            session.scene = self._draws(session, self._note_drawing)
            self.session = session
        except Exception as error:  # carried to the window's thread, where it is raised or shown
            self.error = error

    def _note_reading(self, ratio: float) -> None:
        self._note(ratio * READING_PART)

    def _note_drawing(self, ratio: float) -> None:
        self._note(READING_PART + ratio * (1 - READING_PART))

    def _note(self, ratio: float) -> None:
        if self.isInterruptionRequested():
            raise Stopped
        percent = int(ratio * 100)
        if percent != self._shown:
            self._shown = percent
            self.progressed.emit(percent)


class ReadingDialog(WaitingDialog):
    """Says what is being read, how far it is, and lets it be stopped: the job is only asked to."""

    def __init__(self, job: ReadingJob, name: str, language: Language, parent: QWidget) -> None:
        what, why = language("reading.what", name=name), language("reading.why")
        super().__init__(language("reading.title"), what, why, language, parent)
        job.progressed.connect(self.bar.setValue)
        self.stopped.connect(job.requestInterruption)


def open_session(
    path: Path, language: Language, parent: QWidget, keeps_path: bool, draws: Draws
) -> DocumentSession | None:
    """Open a file, with a progress dialog if it is large; None where it was stopped, UserError where it can't be."""
    if not path.is_file() or path.stat().st_size < SMALL_BYTES:
        return read_session(path, keeps_path=keeps_path)
    job = ReadingJob(path, keeps_path, draws)
    dialog = ReadingDialog(job, path.name, language, parent)
    _wait_with(dialog, job)
    dialog.deleteLater()
    if job.error is not None and not isinstance(job.error, Stopped):
        raise job.error
    return job.session


def _wait_with(dialog: ReadingDialog, job: ReadingJob) -> None:
    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(dialog.show)
    job.finished.connect(loop.quit)
    with fair_turns():
        job.start()
        patience.start()
        loop.exec()
        job.wait()
        spare_what_there_is()
    patience.stop()
    dialog.hide()
