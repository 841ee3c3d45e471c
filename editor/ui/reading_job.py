"""Opening a large file in a thread of its own, with a dialog that shows how far it has come and can stop it."""

from pathlib import Path

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.ui.document_session import DocumentSession, read_session
from editor.ui.language import Language
from editor.ui.parts import label, row

SMALL_BYTES = 400_000
"""Files below this are read at once: it takes less than a tenth of a second."""


class Stopped(Exception):
    """The user has stopped the reading."""


class ReadingJob(QThread):
    """Reads one file. The document is plain Python, so it may be made here and used in the window's thread later."""

    progressed = Signal(int)

    def __init__(self, path: Path, keeps_path: bool) -> None:
        super().__init__()
        self._path = path
        self._keeps_path = keeps_path
        self._shown = -1
        self.session: DocumentSession | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.session = read_session(self._path, self._note, self._keeps_path)
        except Exception as error:  # carried to the window's thread, where it is raised or shown
            self.error = error

    def _note(self, ratio: float) -> None:
        if self.isInterruptionRequested():
            raise Stopped
        percent = int(ratio * 100)
        if percent != self._shown:
            self._shown = percent
            self.progressed.emit(percent)


class ReadingDialog(QDialog):
    """Says what is being read, how far it is, and lets it be stopped."""

    def __init__(self, job: ReadingJob, name: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self.setWindowTitle(language("reading.title"))
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(language("reading.what", name=name), "heading"))
        layout.addWidget(label(language("reading.why"), "secondary"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        layout.addWidget(self._bar)
        stop = QPushButton(language("button.cancel"))
        stop.clicked.connect(self.reject)
        layout.addLayout(row(None, stop))
        job.progressed.connect(self._bar.setValue)
        job.finished.connect(self.accept)

    def reject(self) -> None:
        self._job.requestInterruption()
        self._job.wait()
        super().reject()


def open_session(path: Path, language: Language, parent: QWidget, keeps_path: bool = True) -> DocumentSession | None:
    """Open a file, with a progress dialog if it is large; None where it was stopped, UserError where it can't be."""
    if not path.is_file() or path.stat().st_size < SMALL_BYTES:
        return read_session(path, keeps_path=keeps_path)
    job = ReadingJob(path, keeps_path)
    dialog = ReadingDialog(job, path.name, language, parent)
    job.start()
    dialog.exec()
    job.wait()
    if isinstance(job.error, Stopped):
        return None
    if job.error is not None:
        raise job.error
    return job.session
